/** Tells of each page: the one that was loaded, and those that the theme swaps in without a load. */

/**
 * The page's own scripts run before the theme's, so the theme is looked for once both have run.
 *
 * @param {(isFirst: boolean) => void} listener called at once, and for every later page
 */
export function onEachPage(listener) {
  listener(true);
  const follow = () => {
    let isFirst = true; // the theme begins with the page that is here
    globalThis.document$?.subscribe(() => {
      if (!isFirst) listener(false);
      isFirst = false;
    });
  };
  if (document.readyState === "complete") follow();
  else addEventListener("DOMContentLoaded", follow, { once: true });
}
