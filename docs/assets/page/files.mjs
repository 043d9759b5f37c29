/**
 * Files of this site that an answer needs, such as the public holidays of a country, or what a careers
 * office has set up in its own copy. They are fetched when they are asked for, and kept for the visit.
 * For a visit without a network the service worker keeps them, if it may.
 */

import { isShallow } from "../store/records.mjs";

const NAME = /^(holidays\/[A-Za-z0-9-]{1,12}|offices\/[a-z][a-z0-9-]{0,29})\.json$/;
const LONGEST = 256 * 1024;
const PATIENCE = 5_000;

/**
 * @param {(name: string) => string} addressOf a file, by its name below the assets
 * @param {(address: string) => void} noteUse told of each file that came
 */
export function openFiles(addressOf, noteUse) {
  /** @type {Map<string, string | null>} null for one that could not be had */
  const texts = new Map();

  /** @param {string[]} names those that were not asked for yet in this visit are fetched */
  async function bring(names) {
    const missing = names.filter((name) => !texts.has(name));
    const found = await Promise.all(missing.map(find));
    for (const [index, name] of missing.entries()) texts.set(name, found[index]);
  }

  /** @returns {boolean} whether anything failed that is tried again from now on */
  function forgetFailures() {
    const failed = Array.from(texts.keys()).filter((name) => texts.get(name) === null);
    for (const name of failed) texts.delete(name);
    return failed.length > 0;
  }

  async function find(name) {
    const text = NAME.test(name) ? await fetched(addressOf(name)) : null;
    if (text !== null) noteUse(addressOf(name));
    return text;
  }

  return {
    bring,
    forgetFailures,
    hasFailed: () => Array.from(texts.values()).includes(null),
    /** @param {string[]} names */
    lack: (names) => names.some((name) => !texts.has(name)),
    /** @returns {Record<string, string | null>} */
    all: () => Object.fromEntries(texts),
  };
}

/** Not through the browser's own cache: that would go on telling which country was chosen. */
async function fetched(address) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const settings = { cache: "no-store", redirect: "error", signal: patience.signal };
    const response = await fetch(address, settings);
    const text = response.ok ? await response.text() : null;
    return isGood(text) ? text : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function isGood(text) {
  return text !== null && text.length <= LONGEST && isShallow(text);
}
