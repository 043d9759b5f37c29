/**
 * What takes back the last import, or what was written as one act, as a text that this tab keeps until it is closed: Python may never
 * come again after an import, and so the page that could take it back is loaded anew.
 *
 * It is read as hostile, as other pages of this host share the tab's storage.
 */

import { isHarmless, LONGEST_TEXT, RECORD_NAME, SNAPSHOT_NAME } from "../store/records.mjs";

/** Characters. Browsers give a tab five million in all. */
const LONGEST = 2_000_000;
const MOST = 50_000;

const KINDS = ["merge", "back", "replace", "together"];

/**
 * @typedef {"merge" | "back" | "replace" | "together"} Kind "back" is a merge where there was nothing,
 *   "together" are records that were written as one act
 * @typedef {{ kind: Kind, added: string[], before: Map<string, string> }} Undo
 */

/** @param {Undo | null} undo @returns {string} empty for none, and for one that is too long */
export function writeUndo(undo) {
  if (undo === null) return "";
  const text = JSON.stringify({ ...undo, before: [...undo.before] });
  return text.length > LONGEST ? "" : text;
}

/** @param {string | null} text @returns {Undo | null} */
export function readUndo(text) {
  if (!text || text.length > LONGEST) return null;
  try {
    const { kind, added, before } = JSON.parse(text);
    const isWhole =
      KINDS.includes(kind) &&
      isList(added) &&
      added.every(isName) &&
      isList(before) &&
      before.every(isText);
    return isWhole ? { kind, added, before: new Map(before) } : null;
  } catch {
    return null;
  }
}

function isList(value) {
  return Array.isArray(value) && value.length <= MOST;
}

function isName(name) {
  return typeof name === "string" && (RECORD_NAME.test(name) || SNAPSHOT_NAME.test(name));
}

/** A snapshot is looked at text by text when it is read. */
function isText(pair) {
  if (!Array.isArray(pair) || pair.length !== 2 || !isName(pair[0])) return false;
  const [name, text] = pair;
  if (typeof text !== "string" || text.length > LONGEST_TEXT) return false;
  return SNAPSHOT_NAME.test(name) || isHarmless(text);
}
