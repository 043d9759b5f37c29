/**
 * Dates that a link brings: #interview=2026-11-24&decision=2026-12-08, each of them alone as well. They
 * stand in the address and in this page's memory until the reader takes them or leaves them out. Nothing
 * is kept of them before.
 *
 * Length and signs are checked here, before Python sees them. Whether there is such a day is Python's
 * business.
 */

const NAMES = ["interview", "decision"];
/** Characters after the #. Two dates take 41; what systems add takes some more. */
const LONGEST = 500;
/** How often a link may have been encoded on its way. */
const MOST_LAYERS = 4;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Programs that pass a link on add to its end, some without knowing of the #. Others write & as in HTML. */
const BETWEEN = /[?&](?:amp;)?/;
const BRINGS = /(?:^|[?&](?:amp;)?)(?:interview|decision)=/i;
/** These hold other things, whatever stands behind. */
const OTHERS = /^(?:restore|office)=/i;

/**
 * @typedef {{ interview?: string, decision?: string, problem?: "large" }} LinkDates days as YYYY-MM-DD;
 *   empty for what is none
 */

/** @param {string} page address of the page that shows them */
export function openLinkDates(page) {
  /** @type {LinkDates | null} what the address brought to this page; another place on it takes nothing away */
  let held = null;
  /** The parts of the address that were last looked at. */
  let seen = "";
  let path = "";

  /**
   * Another page has come: look at its address, and go on if another one shows what it brings. The
   * theme fetches a page anew when the first link to a place on it is pressed.
   */
  function arrive() {
    const isSame = location.pathname === path;
    [seen, path] = [location.hash, location.pathname];
    held = datesIn(seen) ?? (isSame ? held : null);
    if (held && !isPlace() && location.pathname !== page) location.replace(page + seen);
  }

  /** Take them out of the address, so that a bookmark or a reload does not bring them again. */
  function clear() {
    held = null;
    if (!datesIn(location.hash)) return;
    seen = "";
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  /**
   * @param {() => void} follow called when the address brings something to the page that is here. The
   *   theme changes it without an event when a link is pressed.
   */
  function watch(follow) {
    const look = () => {
      const isNew = location.hash !== seen && datesIn(location.hash) !== null;
      seen = location.hash;
      if (!isNew) return;
      arrive();
      follow();
    };
    for (const type of ["hashchange", "popstate"]) addEventListener(type, look);
    addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a[href*='#']")) setTimeout(look);
    });
  }

  return { arrive, get: () => (isPlace() ? held : null), clear, watch };
}

function isPlace() {
  return document.querySelector("[data-panel=link-dates]") !== null;
}

/** @param {string} hash @returns {LinkDates | null} */
function datesIn(hash) {
  const fragment = hash.slice(1);
  if (fragment.length > LONGEST) return isOurs(fragment) ? { problem: "large" } : null;
  const text = decoded(fragment);
  return isOurs(text) ? read(text) : null;
}

/** @param {string} text */
function isOurs(text) {
  return BRINGS.test(text.slice(0, LONGEST)) && !OTHERS.test(text);
}

/** @param {string} text @returns {LinkDates} the first of each name; others are not ours */
function read(text) {
  /** @type {LinkDates} */
  const found = {};
  for (const part of text.split(BETWEEN)) {
    const [name, ...rest] = part.split("=");
    const known = NAMES.find((one) => one === name.toLowerCase());
    const day = rest.join("=");
    if (known && !Object.hasOwn(found, known)) found[known] = DAY.test(day) ? day : "";
  }
  return found;
}

/** @param {string} text */
function decoded(text) {
  let plain = text;
  try {
    for (let layer = 0; layer < MOST_LAYERS && plain.includes("%"); layer += 1) {
      plain = decodeURIComponent(plain);
    }
  } catch {
    // No text that can be decoded: what there is of it counts.
  }
  return plain;
}
