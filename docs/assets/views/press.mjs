/**
 * A press is never lost: nothing that an answer brings may push a button away between the moment in which
 * it is pressed and the one in which it is let go. And what is pressed before there is a script that
 * could hear of it is done once there is.
 */

/** Milliseconds after which a press is no press any more, or its end was never told. */
const LONGEST = 3_000;

/** @type {Promise<void> | null} while something is pressed: fulfilled once it is let go */
let pressing = null;
let letGo = () => {};

/**
 * Note from the head of the page on which buttons of ours are pressed. Found by a name that all scripts
 * know, as each script of the published site has a copy of this module.
 */
export function notePresses() {
  if (globalThis.followupPressed !== undefined) return;
  /** @type {Set<HTMLElement> | null} null once all presses are heard */
  globalThis.followupPressed = new Set();
  const note = ({ target }) => {
    const button = target.closest?.("[data-panel] button");
    if (button) globalThis.followupPressed?.add(button);
  };
  addEventListener("click", note, { capture: true, passive: true });
}

/** Press once more what nobody has heard of. From here on all presses are heard. */
export function pressAgain() {
  const unheard = globalThis.followupPressed ?? [];
  globalThis.followupPressed = null;
  for (const button of unheard) button.click();
}

export function watchPress() {
  const options = { capture: true, passive: true };
  addEventListener("pointerdown", begin, options);
  // The click that a press ends in comes right after it is let go, before any timer.
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => setTimeout(() => letGo()), options);
  }
  // The window lost the focus, and with it the end of the press.
  addEventListener("blur", () => letGo());
}

function begin() {
  letGo();
  const timer = setTimeout(() => letGo(), LONGEST);
  pressing = new Promise((resolve) => {
    letGo = () => {
      clearTimeout(timer);
      pressing = null;
      letGo = () => {};
      resolve();
    };
  });
}

/** @returns {Promise<void> | null} to wait for before the page may change; null if it may at once */
export function press() {
  return pressing;
}
