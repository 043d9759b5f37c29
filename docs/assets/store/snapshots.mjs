/**
 * Snapshots: one text that holds the records of an interview that still matter, so that the many that
 * it was made of can go. Which matter is Python's to say. A record that is in a snapshot is as good as
 * one that stands alone, so reading is a union, and nothing depends on which of both is there.
 */

import { isShallow, LONGEST_TEXT, SNAPSHOT_NAME } from "./records.mjs";

const SNAPSHOT_FORMAT = 1;
/** Records of one interview that stand alone before they are put into a snapshot. */
export const MANY = 500;

/** @typedef {import("./records.mjs").Records} Records */

/** @param {string} name @returns {boolean} */
export function isSnapshot(name) {
  return SNAPSHOT_NAME.test(name);
}

/** @param {string} name @returns {string} the interview whose records it holds */
export function ownerOf(name) {
  return name.split(".")[1];
}

/**
 * @param {Records} records
 * @returns {string | null} null if they are too many for one text
 */
export function writeSnapshot(records) {
  const content = { snapshot: SNAPSHOT_FORMAT, records: Object.fromEntries(records) };
  const text = JSON.stringify(content);
  return text.length <= LONGEST_TEXT ? text : null;
}

/** Snapshots never change, so each is read once. @type {Map<string, Records>} */
const read = new Map();

/** @param {string} text @returns {Records} none, if it is not a snapshot */
export function readSnapshot(text) {
  let records = read.get(text);
  if (!records) {
    if (read.size > 200) read.clear();
    records = parse(text);
    read.set(text, records);
  }
  return records;
}

/** @param {string} text @returns {boolean} whether a newer program than this one wrote it */
export function isNewerSnapshot(text) {
  const found = /^\{"snapshot":(\d{1,6}),/.exec(text);
  return found !== null && Number(found[1]) > SNAPSHOT_FORMAT;
}

/**
 * @param {Iterable<string>} names of all that is kept
 * @param {string} interview
 * @returns {string[]} names of its snapshots, the oldest first
 */
export function snapshotsOf(names, interview) {
  const numberOf = (name) => Number(name.split(".")[2]);
  const own = Array.from(names).filter((name) => isSnapshot(name) && ownerOf(name) === interview);
  return own.sort((one, other) => numberOf(one) - numberOf(other));
}

/** @param {string | undefined} last name of the newest one @returns {string} */
export function nameAfter(last, interview) {
  return `s.${interview}.${last ? Number(last.split(".")[2]) + 1 : 1}`;
}

function parse(text) {
  try {
    const { snapshot, records } = isShallow(text) ? JSON.parse(text) : {};
    if (snapshot !== SNAPSHOT_FORMAT) return new Map();
    const entries = Object.entries(records);
    return new Map(entries.filter(([, record]) => typeof record === "string"));
  } catch {
    return new Map();
  }
}
