/**
 * Texts: what can be told of the stored ones, by their names and by the records in them. Keeps nothing,
 * and touches neither storage nor document.
 */

import {
  foldDeleted,
  interviewOf,
  isRecordText,
  isTombstone,
  RECORD_KEY,
  RECORD_NAME,
  SNAPSHOT_NAME,
} from "./records.mjs";
import { isNewerSnapshot, isSnapshot, ownerOf, readSnapshot } from "./snapshots.mjs";

/** @typedef {import("./records.mjs").Records} Records */
/** @typedef {Map<string, string>} Texts by name */

/** @param {string} name @returns {boolean} whether it is that of a record or of a snapshot */
export function isKept(name) {
  return RECORD_NAME.test(name) || SNAPSHOT_NAME.test(name);
}

/**
 * Of two texts under one name one may lack its names and notes: the longer wins, then the greater. But
 * none wins over a text that says something if it says nothing itself, however long it is: that its
 * checksum is right is no proof, as other pages of this host can reckon one too.
 *
 * @param {string} name
 * @param {string | null} text
 * @param {string | null} other
 */
export function better(name, text, other) {
  if (text === null || other === null) return text ?? other;
  if (text === other) return text;
  const isOne = saysSomething(name, text);
  if (isOne !== saysSomething(name, other)) return isOne ? text : other;
  if (text.length !== other.length) return text.length > other.length ? text : other;
  return text > other ? text : other;
}

/** @returns {boolean} whether the text can be what its name says: a record, or a snapshot with records */
function saysSomething(name, text) {
  if (!isSnapshot(name)) return isRecordText(text);
  return isNewerSnapshot(text) || heldIn(text).length > 0;
}

/** @param {Texts} texts @returns {Records} every record, alone or in a snapshot */
export function union(texts) {
  const all = new Map();
  const add = (key, text) => {
    if (RECORD_KEY.test(key)) all.set(key, better(`r.${key}`, all.get(key) ?? null, text));
  };
  for (const [name, text] of texts) {
    if (!isSnapshot(name)) add(name.slice(2), text);
    else for (const [key, record] of readSnapshot(text)) add(key, record);
  }
  return all;
}

/** @param {string} text of a snapshot @returns {string[]} keys of the records in it */
export function heldIn(text) {
  return [...readSnapshot(text).keys()].filter((key) => RECORD_KEY.test(key));
}

/**
 * @param {Texts} texts
 * @param {Set<string>} names of records
 * @returns {Texts} all but these records, which may stand in snapshots by now
 */
export function without(texts, names) {
  const left = new Map();
  for (const [name, text] of texts) {
    const inside = isSnapshot(name) ? [...readSnapshot(text)] : [];
    if (!inside.some(([key]) => names.has(`r.${key}`))) {
      if (!names.has(name)) left.set(name, text);
      continue;
    }
    for (const [key, record] of inside) if (!names.has(`r.${key}`)) left.set(`r.${key}`, record);
  }
  return left;
}

/** @param {Texts} texts @returns {string[]} names of what belongs to a deleted interview */
export function leftovers(texts) {
  const deleted = foldDeleted(union(texts));
  const isGone = (name, text) =>
    isSnapshot(name)
      ? deleted.get(ownerOf(name))
      : deleted.get(interviewOf(text)) && !isTombstone(text);
  return Array.from(texts.keys()).filter((name) => isGone(name, texts.get(name)));
}

/** @param {string} name @param {string} text @returns {unknown} the interview of a stored text */
export function ownerIn(name, text) {
  return isSnapshot(name) ? ownerOf(name) : interviewOf(text);
}

/**
 * @param {string} id of an interview
 * @param {string} name of a text that was put aside: "q.", the name that it had, perhaps a number
 * @param {string} stored as it was, so it may be damaged
 * @returns {boolean} whether it tells of that interview, and not of one whose id only looks like it
 */
export function isAsideOf(id, name, stored) {
  const [, kind, owner] = name.split(".");
  if (kind === "s") return owner === id;
  const whole = interviewOf(stored.replace(/#[0-9a-f]{8}$/, ""));
  return whole === undefined
    ? new RegExp(`"interview"\\s*:\\s*"${id}(?![a-z0-9])`).test(stored)
    : whole === id;
}
