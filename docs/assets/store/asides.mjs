/**
 * Texts put aside: kept as they were, but not read any more, as they are damaged or make trouble. Which
 * texts those are is decided elsewhere.
 */

/** @typedef {import("./texts.mjs").Texts} Texts */

/** Begins the name of each. */
export const ASIDE = "q.";

/** @param {ReturnType<typeof import("./storage.mjs").openStorage>} browser local storage */
export function openAsides(browser) {
  /** @returns {boolean} whether it is put aside; what cannot be stays where it is */
  function putAside(name, stored) {
    const taken = new Set(browser.names());
    let aside = `${ASIDE}${name}`;
    for (let number = 2; taken.has(aside) && browser.read(aside) !== stored; number += 1) {
      aside = `${ASIDE}${name}.${number}`;
    }
    const isAside = browser.put(aside, stored);
    if (isAside && browser.read(name) === stored) browser.drop(name);
    return isAside;
  }

  /** @returns {Texts} what was put aside, as it was stored */
  function asides() {
    const names = browser.names().filter((name) => name.startsWith(ASIDE));
    return new Map(names.map((name) => [name, browser.read(name) ?? ""]));
  }

  return { putAside, asides };
}
