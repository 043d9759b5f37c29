/**
 * Files of this site that an answer needs, such as the public holidays of a country: fetched when
 * they are asked for, kept for the visit and, for a visit without a network, in the browser's cache.
 */

import { isShallow } from "./records.mjs";

const NAME = /^holidays\/[A-Za-z0-9-]{1,12}\.json$/;
const LONGEST = 256 * 1024;
const CACHE = "followup-files";
const PATIENCE = 5_000;

/**
 * @param {(name: string) => string} addressOf a file, by its name below the assets
 * @param {() => boolean} mayKeep whether anything may be kept on this computer
 */
export function openFiles(addressOf, mayKeep) {
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

  /** The network first, as files change when the site is published anew. */
  async function find(name) {
    if (!NAME.test(name)) return null;
    const address = addressOf(name);
    return (await fetched(address, mayKeep)) ?? (await cached(address));
  }

  return {
    bring,
    forgetFailures,
    /** @param {string[]} names */
    lack: (names) => names.some((name) => !texts.has(name)),
    /** @returns {Record<string, string | null>} */
    all: () => Object.fromEntries(texts),
  };
}

async function fetched(address, mayKeep) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const settings = { cache: "no-cache", redirect: "error", signal: patience.signal };
    const response = await fetch(address, settings);
    const text = response.ok ? await response.text() : null;
    if (!isGood(text)) return null;
    if (mayKeep()) await keep(address, text);
    return text;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The files say which country was chosen. */
export async function forgetFiles() {
  try {
    await caches.delete(CACHE);
  } catch {
    // No cache here, so nothing is in it.
  }
}

async function keep(address, text) {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(address, new Response(text));
  } catch {
    // No cache here, or no room in it: only a visit without a network will miss the file.
  }
}

async function cached(address) {
  try {
    const cache = await caches.open(CACHE);
    const response = await cache.match(address);
    const text = (await response?.text()) ?? null;
    return isGood(text) ? text : null;
  } catch {
    return null;
  }
}

function isGood(text) {
  return text !== null && text.length <= LONGEST && isShallow(text);
}
