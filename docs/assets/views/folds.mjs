/**
 * What folds: parts that are open only while something is missing in them. One that the reader has used
 * on this page is the reader's: no answer opens or closes it any more.
 */

import { reveal } from "../fields/focus.mjs";
import { onEachPage } from "./pages.mjs";

/** @type {WeakSet<Element>} */
let used = new WeakSet();

/** @param {Element} element @returns {boolean} */
export function isInUse(element) {
  return used.has(element);
}

/** The page shows another interview: what was used of the last one is as new. */
export function foldAnew() {
  used = new WeakSet();
}

/** Note what the reader uses, and open what a link on the page leads to. */
export function watchFolds() {
  for (const act of ["pointerdown", "keydown", "input"]) {
    document.addEventListener(act, noteUse, { capture: true, passive: true });
  }
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link && link.pathname === location.pathname && link.hash) revealPlace(link.hash);
  });
  addEventListener("hashchange", () => revealPlace(location.hash));
  onEachPage(() => revealPlace(location.hash));
}

function noteUse({ target }) {
  const fold = target instanceof Element ? target.closest("[data-folds]") : null;
  if (!(fold instanceof HTMLElement)) return;
  used.add(fold);
  fold.dataset.used = "";
}

/** @param {string} hash that names a place of the page; it may name none */
function revealPlace(hash) {
  try {
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!place?.closest("article")) return;
    noteUse({ target: place });
    reveal(place);
  } catch {
    // No text that can be decoded, so it names no place.
  }
}
