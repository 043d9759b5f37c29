/**
 * The place on the page that its address names. What is painted above it pushes it away, and only some
 * browsers keep it in view by themselves. So it is brought back with each painting, up to the first
 * answer on the page, unless the reader has scrolled.
 */

/** What readers do to scroll, or to do something else: then they are left where they are. */
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];
/** Pixels that a browser may round away. */
const ROUNDING = 2;

export function watchTarget() {
  let isWanted = false;
  /** How far the page was scrolled when the place was last brought into view. */
  let last = 0;

  /** Another page has come, or the reader has followed a link to another place of this one. */
  function arrive() {
    isWanted = location.hash.length > 1;
    last = 0;
  }

  /**
   * @param {() => void} paint changes the page
   * @param {boolean} [isLast] whether the place is not brought back any more afterwards
   */
  function keep(paint, isLast = false) {
    isWanted &&= scrollY === last || isInView();
    paint();
    const place = isWanted ? target() : null;
    if (place) {
      place.scrollIntoView({ block: "start", behavior: "instant" });
      last = scrollY;
    }
    isWanted &&= !isLast;
  }

  const leave = () => {
    isWanted = false;
  };
  for (const act of ACTS) addEventListener(act, leave, { capture: true, passive: true });
  addEventListener("hashchange", arrive);
  return { arrive, keep };
}

/** Where the browser brings it: near the top, or as far up as the end of the page lets it come. */
function isInView() {
  const top = target()?.getBoundingClientRect().top ?? -1;
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  return top >= 0 && top < (below > ROUNDING ? innerHeight / 2 : innerHeight);
}

/** @returns {Element | null} */
function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}
