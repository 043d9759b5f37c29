/**
 * Taking in what a link or a file has, and taking that back; so can be what was written as one act.
 *
 * How an undo is written as a text is the business of undo.mjs.
 */

import {
  compareKeys,
  foldDeleted,
  interviewOf,
  interviewsOf,
  isHarmless,
  isMore,
  isNewer,
  isTombstone,
  newestKey,
  RECORD_KEY,
} from "../store/records.mjs";
import { leftovers, union, without } from "../store/texts.mjs";
import { tombstone } from "./deletion.mjs";
import { readUndo, writeUndo } from "./undo.mjs";
import { REFUSED } from "./written.mjs";

/** @typedef {import("../store/records.mjs").Records} Records */
/** @typedef {import("./written.mjs").Written} Written */

/** Under this name the tab keeps what takes back the last import. */
const UNDO = "undo";

/**
 * @param {ReturnType<typeof import("../store/store.mjs").openStore>} store
 * @param {{
 *   records: () => Records,
 *   mustNotWrite: () => boolean,
 *   nextKey: (seen: string) => string,
 *   interview: () => string,
 *   switchTo: (id: string) => void,
 *   startAnew: () => void,
 * }} journal
 */
export function openMerging(
  store,
  { records, mustNotWrite, nextKey, interview, switchTo, startAnew },
) {
  /** @type {import("./undo.mjs").Undo | null} */
  let undoable = store.isMemory() ? null : readUndo(store.ownNote(UNDO));
  /** Whether it outlives the page. */
  let isUndoKept = undoable !== null;

  /**
   * Add records to those here. None of ours is lost: under its key only the same record and more is
   * taken. Of interviews that are deleted here nothing is added, unless they are named to be brought
   * back.
   *
   * @param {Records} incoming
   * @param {string[]} back interviews that were deleted here and shall be there again
   * @param {string} written the reader's own day
   * @returns {Written} a key that says whether all of it is kept
   */
  function merge(incoming, back, written) {
    if (mustNotWrite()) return REFUSED;
    const here = records();
    const deleted = foldDeleted(here);
    const isWanted = (text) => !deleted.get(interviewOf(text)) || back.includes(interviewOf(text));
    const before = new Map();
    const puts = [];
    for (const [key, text] of incoming) {
      const own = here.get(key) ?? null;
      if (!mayCome(key, text) || !isWanted(text)) continue;
      if (own !== null && !isMore(own, text)) continue;
      if (own !== null) before.set(`r.${key}`, own);
      puts.push([`r.${key}`, text]);
    }
    const newest =
      puts
        .map(([each]) => each.slice(2))
        .sort(compareKeys)
        .pop() ?? "";
    for (const id of back) {
      if (deleted.get(id)) puts.push([`r.${nextKey(newest)}`, tombstone(id, written, false)]);
    }
    const isNew = !interviewsOf(here).includes(interview());
    const isKept = store.change({ puts });
    const kind = here.size === 0 ? "back" : "merge";
    setUndo({ kind, added: puts.map(([each]) => each), before });
    if (isNew) showOne(incoming);
    return { key: puts.at(-1)?.[0].slice(2) ?? "", isKept };
  }

  /**
   * Put these records in the place of all that is here.
   *
   * @param {Records} incoming
   * @returns {Promise<boolean>} whether it is so in both stores
   */
  async function replace(incoming) {
    if (mustNotWrite()) return false;
    const before = store.texts();
    const texts = new Map();
    for (const [key, text] of incoming) {
      if (mayCome(key, text)) texts.set(`r.${key}`, text);
    }
    const isDone = await store.replace(texts);
    startAnew();
    setUndo({ kind: "replace", added: [...texts.keys()], before });
    showOne(incoming);
    return isDone;
  }

  /**
   * Take back the last merge or replace. What was written since stays.
   *
   * @returns {Promise<boolean>}
   */
  async function undo() {
    if (!undoable || undoKind() === "" || mustNotWrite()) return false;
    const { added, before } = undoable;
    // As one step, and for good: a store that was not on disk yet must not bring it back.
    const texts = new Map([...before, ...without(store.texts(), new Set(added))]);
    // What was deleted since stays deleted.
    for (const each of leftovers(texts)) texts.delete(each);
    const isDone = await store.replace(texts);
    startAnew();
    showOne(records());
    return isDone;
  }

  /** @param {import("./undo.mjs").Undo | null} undo it, or nothing any more */
  function setUndo(undo) {
    undoable = undo;
    const text = store.isMemory() ? "" : writeUndo(undo);
    const isChanged = text !== (store.ownNote(UNDO) ?? "");
    isUndoKept = (!isChanged || store.putOwnNote(UNDO, text)) && text !== "";
  }

  /** @param {string[]} keys of records that were written as one act, the last one at the end */
  function noteTogether(keys) {
    setUndo({ kind: "together", added: keys.map((key) => `r.${key}`), before: new Map() });
  }

  /** @returns {string} what can be taken back; what was done since lies on top of what was one act */
  function undoKind() {
    if (undoable?.kind !== "together") return undoable?.kind ?? "";
    return undoable.added.at(-1) === `r.${newestKey(records())}` ? "together" : "";
  }

  /** @param {string} id of an interview that was deleted: an undo may hold some of it */
  function forgetUndoOf(id) {
    if (undoable && [...undoable.before.values()].some((text) => interviewOf(text) === id)) {
      setUndo(null);
    }
  }

  /** @param {Map<string, string>} keys new ones of records that have moved, by the old ones */
  function noteMoved(keys) {
    const added = undoable?.added ?? [];
    for (const [old, key] of keys) if (added.includes(`r.${old}`)) added.push(`r.${key}`);
  }

  /** What this tab remembers of a store that was emptied meanwhile would bring all of that back. */
  function forgetForeignUndo() {
    if (undoable === null) return;
    const names = new Set([...union(store.texts()).keys()].map((key) => `r.${key}`));
    if (!undoable.added.some((name) => names.has(name) || store.texts().has(name))) setUndo(null);
  }

  /** Show the interview in which something happened last. */
  function showOne(incoming) {
    const id = interviewsOf(incoming).pop();
    if (id !== undefined && !foldDeleted(records()).get(id)) switchTo(id);
  }

  return {
    merge,
    replace,
    undo,
    forgetUndo: () => setUndo(null),
    forgetUndoOf,
    forgetForeignUndo,
    noteMoved,
    /** Whether this computer shall keep anything may have changed. */
    keepUndo: () => setUndo(undoable),
    noteTogether,
    undoKind,
    /** Whether something could be taken back, but not once this page is left. */
    isUndoLoose: () => undoable !== null && undoable.kind !== "together" && !isUndoKept,
  };
}

/**
 * Only the reader deletes: what comes from elsewhere says nothing about that. And once something newer
 * is here, nothing can be written any more.
 */
function mayCome(key, text) {
  return RECORD_KEY.test(key) && isHarmless(text) && !isTombstone(text) && !isNewer(text);
}
