/**
 * The place on the page that its address names. What is painted above it pushes it away, and only some
 * browsers keep it in view by themselves. So it is brought back with each painting, up to the first
 * answer on the page, unless the reader has scrolled.
 */

/** What readers do to scroll, or to do something else: then they are left where they are. */
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];
/** Pixels that a browser may round away. */
const ROUNDING = 2;
/** Milliseconds after which Material has done all that it does when a link is pressed. */
const MATERIAL_RESTS = 250;

export function watchTarget() {
  let isWanted = false;
  /** How far the page was scrolled when the place was last brought into view. */
  let last = 0;
  let again;

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
      bringIntoView(place);
      last = scrollY;
    }
    isWanted &&= !isLast;
  }

  /**
   * Material notes a tenth of a second late how far the page is scrolled. A link to a place on the page
   * that is pressed meanwhile leads there and back again: so it is followed once more.
   */
  function followAgain({ target: pressed }) {
    const { hash = "", pathname } = /** @type {Element} */ (pressed).closest("a") ?? {};
    if (hash.length < 2 || pathname !== location.pathname) return;
    again = setTimeout(() => {
      if (location.hash === hash) bringIntoView(target());
    }, MATERIAL_RESTS);
  }

  const leave = () => {
    clearTimeout(again);
    isWanted = false;
  };
  for (const act of ACTS) addEventListener(act, leave, { capture: true, passive: true });
  addEventListener("hashchange", arrive);
  addEventListener("click", followAgain);
  return { arrive, keep };
}

/** @param {Element | null} place */
function bringIntoView(place) {
  place?.scrollIntoView({ block: "start", behavior: "instant" });
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
