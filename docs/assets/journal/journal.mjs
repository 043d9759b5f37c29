/**
 * The journal: what the reader did, as small records that never change; and which interview this tab
 * shows.
 *
 * One record, one text in the store, so two tabs can write at the same moment and lose nothing. Saving,
 * tabs, an import and a restore link are one thing: a union of records. Holds no document, no sentence
 * and no rule. Everything read is hostile until checked, as other pages of the same host share the
 * browser's storage.
 *
 * Deleting an interview, taking in copies and compaction have modules of their own. They share the
 * clocks and the interview that are kept here.
 */

import { openMirror } from "../store/mirror.mjs";
import {
  foldDeleted,
  interviewsOf,
  isCrowded,
  isHarmless,
  isInterview,
  isNewer,
  LAST_CLOCK,
  setBack,
  USUAL_FORMAT,
} from "../store/records.mjs";
import { isNewerSnapshot, isSnapshot } from "../store/snapshots.mjs";
import { ownStorage } from "../store/storage.mjs";
import { openStore } from "../store/store.mjs";
import { heldIn, leftovers, union } from "../store/texts.mjs";
import { openCompaction } from "./compaction.mjs";
import { openDeletion } from "./deletion.mjs";
import { openMerging } from "./merging.mjs";
import { REFUSED } from "./written.mjs";

/** @typedef {import("../store/records.mjs").Records} Records */
/** @typedef {import("./written.mjs").Written} Written */

/**
 * Open the journal of the site at `base`, the path under which all its keys stand.
 *
 * @param {string} base such as "/careers/follow-up/"
 * @param {{
 *   local?: Storage | null,
 *   session?: Storage | null,
 *   mirror?: ReturnType<typeof openMirror> | null,
 *   locks?: LockManager,
 *   isFramed?: boolean,
 * }} [storages] null for one that the browser does not have; a page still works, in memory
 */
export function openJournal(base, storages = {}) {
  const name = `followup.${base}`;
  const {
    local = ownStorage("localStorage"),
    session = ownStorage("sessionStorage"),
    mirror = ownMirror(name),
    locks = globalThis.navigator?.locks,
    isFramed = isInFrame(),
  } = storages;
  const store = openStore(`${name}.`, { local, session, mirror }, randomWord(12), leftovers);
  const tab = randomWord(8);
  /** @type {string[] | null} keys of records written before the mirror was read; then null */
  let early = [];
  /** @type {Records} what this tab wrote, for as long as nobody deleted its interview */
  const own = new Map();
  const deletion = openDeletion(store, own, {
    isEarly: () => early !== null,
    mustNotWrite,
    nextKey,
    switchTo,
    forgetUndoOf: (id) => merging.forgetUndoOf(id),
  });
  const merging = openMerging(store, {
    records,
    mustNotWrite,
    nextKey,
    interview,
    switchTo,
    startAnew,
  });
  const compaction = openCompaction(store, locks, `${name}.compact`, mustNotWrite);
  /** The interview that this tab keeps to, whatever others do; empty while it has none. */
  let chosen = store.ownNote("interview") ?? "";
  /** An id for as long as there is no interview, where local storage does not take it. */
  const unwritten = randomWord(12);
  let count = 0;
  /** The highest clock that this tab has seen: a store that was emptied must not start it anew. */
  let highest = 0;
  store.ready().then(overtake);
  store.ready().then(merging.forgetForeignUndo);

  /** @returns {Records} every record that may be handed on */
  function records() {
    const all = union(store.texts());
    noteClocks(all);
    return new Map([...all].filter(([, text]) => isHarmless(text)));
  }

  /**
   * Keep one record; `details` says what was done. Synchronous as far as local storage goes.
   *
   * @param {Record<string, unknown>} details
   * @param {string} [of] an interview, or "all"; without it, the interview that this tab shows
   * @returns {Written}
   */
  function write(details, of) {
    const shown = interview();
    const text = JSON.stringify({ format: USUAL_FORMAT, interview: of ?? shown, ...details });
    if (!isHarmless(text)) return null;
    if (mustNotWrite()) return REFUSED;
    keepTo(shown);
    const key = nextKey();
    early?.push(key);
    own.set(`r.${key}`, text);
    return { key, isKept: store.change({ puts: [[`r.${key}`, text]] }) };
  }

  /**
   * Keep several records of one interview as one act, which one undo takes back as long as it was the
   * last.
   *
   * @param {Record<string, unknown>[]} details of each
   * @param {string} of
   * @returns {Written[]}
   */
  function writeTogether(details, of) {
    const written = details.map((one) => write(one, of));
    const keys = written.map((one) => one?.key ?? "").filter(Boolean);
    if (keys.length > 0) merging.noteTogether(keys);
    return written;
  }

  /**
   * What the reader did before the mirror was read is later than all that is in it, whatever local
   * storage had lost and the clock of the record did not count.
   */
  function overtake() {
    const all = union(store.texts());
    const passed = (early ?? []).filter((key) => all.has(key) && isPassed(key, all));
    early = null;
    for (const key of passed) {
      store.change({ puts: [[`r.${nextKey()}`, all.get(key)]], drops: [`r.${key}`] });
    }
  }

  function isPassed(key, all) {
    const clock = Number.parseInt(key, 10);
    const others = Array.from(all.keys()).filter((it) => it.split(".")[1] !== tab);
    return others.some((it) => Number.parseInt(it, 10) >= clock);
  }

  /** @param {string[]} keys @returns {Promise<boolean>} whether these records outlive the browser */
  function durable(keys) {
    return store.durable(keys.map((key) => `r.${key}`));
  }

  /** @returns {boolean} whether a newer program wrote here: then this one only reads */
  function isNewerThere() {
    for (const [each, text] of store.texts()) {
      if (isSnapshot(each) ? isNewerSnapshot(text) : isNewer(text)) return true;
    }
    return false;
  }

  function mustNotWrite() {
    return isFramed || store.isPast() || isNewerThere();
  }

  // --- Which interview ---

  /**
   * As long as nothing was written, tabs opened at once agree on one id through local storage. From
   * the first record on each tab keeps to its own: a record must never go where its tab does not look.
   *
   * @returns {string} id of the interview that this tab shows
   */
  function interview() {
    const all = records();
    const deleted = foldDeleted(all);
    const fits = (id) => isInterview(id) && !deleted.get(id);
    const kept = store.note("interview");
    let shown = [chosen, kept].find(fits);
    if (shown === undefined) {
      const others = interviewsOf(all);
      const last = others.length - 1;
      shown = others[chosen || kept ? last : 0] ?? newInterview(deleted);
      if (!isFramed) store.putNote("interview", shown);
    }
    // One that has nothing yet makes room for those that the mirror brings.
    if (all.size > 0) keepTo(shown);
    return shown;
  }

  /** Where storage refuses, the id is at least the same until the page is left. */
  function newInterview(deleted) {
    return deleted.has(unwritten) ? randomWord(12) : unwritten;
  }

  /** @param {string} id of the interview that this tab, and the next one, shall show */
  function switchTo(id) {
    if (!isInterview(id)) return;
    keepTo(id);
    if (!isFramed) store.putNote("interview", id);
  }

  function keepTo(id) {
    if (id === chosen) return;
    chosen = id;
    store.putOwnNote("interview", id);
  }

  // --- Everything ---

  function startAnew() {
    deletion.forgetAll();
    own.clear();
    highest = 0;
    merging.forgetUndo();
    chosen = "";
  }

  /** @returns {Promise<boolean>} whether nothing is left in either store */
  async function eraseAll() {
    if (isFramed) return false;
    const isGone = await store.replace(new Map(), { asideToo: true });
    startAnew();
    return isGone;
  }

  /** @param {boolean} on @returns {Promise<boolean>} */
  async function setMemory(on) {
    if (mustNotWrite()) return false;
    const isDone = await store.setMemory(on);
    merging.keepUndo();
    return isDone;
  }

  /** @returns {string} everything as it is stored, for whoever can make something of it */
  function rawExport() {
    return JSON.stringify({ "followup-records": 1, records: store.everything() }, null, 1);
  }

  /** @param {string[]} keys of records that make trouble */
  function quarantine(keys) {
    if (isFramed) return;
    store.quarantine(keys.map((key) => `r.${key}`));
  }

  /** @returns {Promise<boolean>} whether what both stores had lost under this tab is kept again */
  async function putBack() {
    return !mustNotWrite() && (await store.putBack());
  }

  /** @param {() => void} look called whenever another tab may have written */
  function watch(look) {
    store.watch(() => {
      deletion.dropLeftovers();
      look();
    });
  }

  // --- What the parts above share ---

  function nextKey(seen = "") {
    count += 1;
    return `${nextClock(seen)}.${tab}.${count}`;
  }

  /** Lamport's rule: one more than any clock seen, whichever tab wrote it. */
  function nextClock(seen) {
    if ([...union(store.texts()).keys()].some(isCrowded)) makeRoom();
    noteClocks(union(store.texts()));
    const latest = Math.max(highest, Number.parseInt(seen, 10) || 0);
    return Math.min(latest + 1, LAST_CLOCK);
  }

  /** What stands at the end of all clocks makes room, so it does not count. */
  function noteClocks(all) {
    for (const key of all.keys()) {
      if (!isCrowded(key)) highest = Math.max(highest, Number.parseInt(key, 10));
    }
  }

  /**
   * Give what stands at the end of all clocks new keys, just after all others: nothing could be
   * written after it. It is forged: by another page of this host, or by a copy that an older version
   * let in.
   */
  function makeRoom() {
    const texts = store.texts();
    const all = union(texts);
    const keys = setBack(all.keys());
    const isOpened = (each) =>
      isSnapshot(each) && heldIn(texts.get(each)).some((it) => keys.has(it));
    const opened = [...texts.keys()].filter(isOpened);
    const moving = new Set([...keys.keys(), ...opened.flatMap((each) => heldIn(texts.get(each)))]);
    const puts = Array.from(moving, (key) => [`r.${keys.get(key) ?? key}`, all.get(key)]);
    // In this order: a browser that is killed in between has both, and does it again.
    store.change({ puts });
    store.change({ drops: [...Array.from(keys.keys(), (key) => `r.${key}`), ...opened] });
    merging.noteMoved(keys);
  }

  return {
    records,
    write,
    writeTogether,
    durable,
    interview,
    switchTo,
    erase: deletion.erase,
    bringBack: deletion.bringBack,
    canBringBack: deletion.canBringBack,
    merge: merging.merge,
    replace: merging.replace,
    undo: merging.undo,
    eraseAll,
    setMemory,
    rawExport,
    quarantine,
    large: compaction.large,
    compact: compaction.compact,
    isNewer: isNewerThere,
    isPast: store.isPast,
    isFramed: () => isFramed,
    undoKind: merging.undoKind,
    isUndoLoose: merging.isUndoLoose,
    quarantined: store.quarantined,
    isMemory: store.isMemory,
    isMirrored: store.isMirrored,
    isRefused: store.isRefused,
    ready: store.ready,
    watch,
    putBack,
    canPutBack: store.canPutBack,
    timesEmptied: store.timesEmptied,
    note: store.note,
    putNote: store.putNote,
    ownNote: store.ownNote,
    putOwnNote: store.putOwnNote,
  };
}

function isInFrame() {
  return globalThis.top !== undefined && globalThis.top !== globalThis.self;
}

/**
 * @param {number} length
 * @returns {string} a random word of the letters a to z and the digits
 */
export function randomWord(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

function ownMirror(name) {
  try {
    return globalThis.indexedDB ? openMirror(name) : null;
  } catch {
    return null;
  }
}
