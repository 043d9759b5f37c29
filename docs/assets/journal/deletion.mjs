/**
 * Deleting an interview, and bringing it back as long as the tab that deleted it is open.
 *
 * What comes from elsewhere for a deleted interview is turned away in merging.mjs.
 */

import { foldDeleted, interviewOf, isInterview, USUAL_FORMAT } from "../store/records.mjs";
import { isSnapshot, ownerOf } from "../store/snapshots.mjs";
import { isAsideOf, leftovers, ownerIn, union } from "../store/texts.mjs";
import { REFUSED } from "./written.mjs";

/** @typedef {import("../store/records.mjs").Records} Records */
/** @typedef {import("../store/texts.mjs").Texts} Texts */
/** @typedef {import("./written.mjs").Written} Written */

/**
 * @param {ReturnType<typeof import("../store/store.mjs").openStore>} store
 * @param {Records} own what this tab wrote
 * @param {{
 *   isEarly: () => boolean,
 *   mustNotWrite: () => boolean,
 *   nextKey: () => string,
 *   switchTo: (id: string) => void,
 *   forgetUndoOf: (id: string) => void,
 * }} journal early: the mirror was not read yet
 */
export function openDeletion(
  store,
  own,
  { isEarly, mustNotWrite, nextKey, switchTo, forgetUndoOf },
) {
  /** @type {Map<string, Texts>} what this tab took out of the store, by interview */
  const erased = new Map();

  /**
   * Delete an interview: only a record that says so stays in the store. The others are kept in this
   * tab's memory, to bring them back.
   *
   * @param {string} id
   * @param {string} written the reader's own day
   * @returns {Written}
   */
  function erase(id, written) {
    if (!isInterview(id)) return null;
    if (mustNotWrite()) return REFUSED;
    const taken = erased.get(id) ?? new Map();
    const drops = [];
    for (const [each, text] of store.texts()) {
      if (isSnapshot(each) ? ownerOf(each) !== id : interviewOf(text) !== id) continue;
      taken.set(each, text);
      drops.push(each);
    }
    erased.set(id, taken);
    for (const [each, stored] of store.asides()) if (isAsideOf(id, each, stored)) drops.push(each);
    const key = nextKey();
    const isKept = store.change({ puts: [[`r.${key}`, tombstone(id, written, true)]], drops });
    forgetPage(id);
    return { key, isKept };
  }

  /**
   * Bring back what this tab deleted, text by text, and show it.
   *
   * @param {string} id
   * @param {string} written the reader's own day
   * @returns {Written}
   */
  function bringBack(id, written) {
    const taken = erased.get(id);
    if (!taken) return null;
    if (mustNotWrite()) return REFUSED;
    erased.delete(id);
    const key = nextKey();
    const puts = [...taken, [`r.${key}`, tombstone(id, written, false)]];
    const isKept = store.change({ puts });
    switchTo(id);
    return { key, isKept };
  }

  /**
   * Another tab may have written into an interview that was being deleted: that goes at once. Also
   * from the mirror, which may get to this tab's own record after it got to the deletion.
   */
  function dropLeftovers() {
    if (isEarly() || mustNotWrite()) return;
    const texts = store.texts();
    const deleted = foldDeleted(union(texts));
    if (![...deleted.values()].includes(true)) return;
    const drops = new Set(leftovers(texts));
    for (const [each, text] of own) if (deleted.get(interviewOf(text))) drops.add(each);
    for (const each of drops) {
      if (texts.has(each)) erased.get(ownerIn(each, texts.get(each)))?.set(each, texts.get(each));
      own.delete(each);
    }
    if (drops.size > 0) store.change({ drops: [...drops] });
  }

  /** The last views and an undo may hold what was deleted. */
  function forgetPage(id) {
    store.dropNote("shown");
    forgetUndoOf(id);
  }

  return {
    erase,
    bringBack,
    dropLeftovers,
    /** @returns {string[]} ids of the interviews that this tab can bring back */
    canBringBack: () => [...erased.keys()],
    forgetAll: () => erased.clear(),
  };
}

/**
 * @param {string} interview
 * @param {string} written the reader's own day
 * @param {boolean} on whether it is deleted, or brought back
 * @returns {string} a record that says so
 */
export function tombstone(interview, written, on) {
  return JSON.stringify({ format: USUAL_FORMAT, interview, what: "deleted", written, on });
}
