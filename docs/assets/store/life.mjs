/**
 * The life of a store: which store it is, and how often everything in it was deleted or replaced.
 *
 * Both stores hold it. Of two with the same origin the one with the lower count is out of date, so it
 * is emptied, not mended from. Two of different origin know nothing of each other: one of them was
 * begun anew when it found nothing, and both may hold what the reader did.
 */

import { seal, unseal } from "./seal.mjs";

export const LIFE = "life";
const ORIGIN = /^[a-z0-9]{1,32}$/;
/** Nobody deletes everything as often. A greater number could not be counted up any more. */
const LAST_COUNT = 1_000_000_000;

/** @typedef {{ origin: string, count: number }} Life */

/** @param {string} origin a random word @returns {Life} */
export function newLife(origin) {
  return { origin, count: 1 };
}

/** @param {Life} life @returns {Life} that of everything after this one */
export function nextLife({ origin, count }) {
  return { origin, count: count + 1 };
}

/** @param {Life | null} one @param {Life | null} other @returns {boolean} */
export function isSameLife(one, other) {
  return one?.origin === other?.origin && one?.count === other?.count;
}

/** @param {Life | null} one @param {Life | null} other @returns {boolean} */
export function isOlder(one, other) {
  return one !== null && other !== null && one.origin === other.origin && one.count < other.count;
}

/** @param {string | null | undefined} stored @returns {Life | null} null also for one that is damaged */
export function readLife(stored) {
  const text = typeof stored === "string" ? unseal(LIFE, stored) : null;
  const { origin, count } = (text && parse(text)) ?? {};
  const isCount = Number.isInteger(count) && Math.abs(count) <= LAST_COUNT;
  return typeof origin === "string" && ORIGIN.test(origin) && isCount ? { origin, count } : null;
}

/** A checksum is no proof: other pages of this host can reckon one too. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {Life} life @returns {string} */
export function writeLife(life) {
  return seal(LIFE, JSON.stringify(life));
}
