/**
 * While the site is worked on: loads the page again once there is a newer one, and says at its foot
 * what stopped the last build, or what the packer does. `make serve` adds it to every page.
 */
(() => {
  const BETWEEN_LOOKS = 1000;
  const STATE = "/_serving/state.json";
  const box = document.createElement("div");
  box.id = "serving";
  box.setAttribute("role", "status");
  Object.assign(box.style, {
    background: "#fff3cd",
    border: "2px solid #664d03",
    bottom: "0",
    boxSizing: "border-box",
    color: "#332701",
    font: "16px/1.4 sans-serif",
    left: "0",
    maxHeight: "50vh",
    overflow: "auto",
    overflowWrap: "anywhere",
    padding: "12px 16px",
    position: "fixed",
    whiteSpace: "pre-line",
    width: "100%",
    zIndex: "1000",
  });
  let shown;

  function say(text) {
    if (box.textContent !== text) {
      box.textContent = text;
    }
    box.hidden = !text;
  }

  async function look() {
    try {
      const { number, mistake, packing } = await (await fetch(STATE)).json();
      shown ??= number;
      if (number !== shown) {
        location.reload();
        return;
      }
      say(mistake || packing);
    } catch {
      say("This page is not served any more. Type make serve again.");
    }
    setTimeout(look, BETWEEN_LOOKS);
  }

  say("");
  document.body.append(box);
  look();
})();
