/**
 * Put into a page that is measured: notes, for the last click, in how many milliseconds the frame
 * after it was made; the one in which Python's new dates were; and until the status line said "Saved".
 * They run from the moment at which the browser heard of the click.
 */
(() => {
  const clicks = { shown: undefined, worked: undefined, saved: undefined };
  window.clicks = clicks;
  let at = 0;

  addEventListener("click", follow, { capture: true });
  addEventListener("DOMContentLoaded", () => {
    const everything = { childList: true, subtree: true, characterData: true };
    new MutationObserver(look).observe(document.documentElement, everything);
  });

  function follow({ isTrusted, timeStamp }) {
    // A label's click makes another one on its box.
    if (!isTrusted || clicks.shown === null) return;
    clicks.shown = null;
    clicks.worked = null;
    clicks.saved = null;
    at = timeStamp;
    noteFrame("shown");
  }

  function noteFrame(what) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        clicks[what] = performance.now() - at;
      };
      port2.postMessage("when the frame is made");
    });
  }

  function look(changes) {
    const isChanged = (place) => changes.some(({ target }) => place?.contains(target));
    const status = document.querySelector("[role=status]");
    const isSaid = isChanged(status) && status.textContent.includes("Saved");
    if (clicks.saved === null && isSaid) clicks.saved = performance.now() - at;
    if (clicks.worked === null && isChanged(document.querySelector("[data-panel=plan]"))) {
      clicks.worked = undefined;
      noteFrame("worked");
    }
  }
})();
