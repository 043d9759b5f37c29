/** Tells of each page: the one that was loaded, and those that the theme swaps in without a load. */

/** Milliseconds after which the theme is looked for again. */
const LOOK_AGAIN = 200;

/**
 * The page's own scripts run before the theme's, or after them, and some hosts let the theme's run long
 * after the page has loaded. So the theme is looked for until it is there. It puts another element in
 * the place of this one with each page:
 */
const container = () => document.querySelector("[data-md-component=container]");

/**
 * @param {(isFirst: boolean) => void} listener called at once, and for every later page
 */
export function onEachPage(listener) {
  let known = container();
  listener(true);
  const turn = () => {
    const now = container();
    if (now === known) return; // the theme begins with the page that is here
    known = now;
    listener(false);
  };
  let isFollowing = false;
  const follow = () => {
    if (isFollowing || !globalThis.document$) return;
    isFollowing = true;
    globalThis.document$.subscribe(turn);
  };
  const lookAgain = () => {
    follow();
    if (!isFollowing) setTimeout(lookAgain, LOOK_AGAIN);
  };
  addEventListener("DOMContentLoaded", follow, { once: true });
  lookAgain();
}
