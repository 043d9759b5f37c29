/**
 * The journal: what the reader did, as small records that never change; and which interview this tab
 * shows.
 *
 * One record, one text in the store, so two tabs can write at the same moment and lose nothing. Saving,
 * tabs, an import and a restore link are one thing: a union of records. Holds no document, no sentence
 * and no rule. Everything read is hostile until checked, as other pages of the same host share the
 * browser's storage.
 */

import { openMirror } from "./mirror.mjs";
import {
  compareKeys,
  FORMAT,
  foldDeleted,
  interviewOf,
  interviewsOf,
  isCrowded,
  isHarmless,
  isInterview,
  isMore,
  isNewer,
  isTombstone,
  LAST_CLOCK,
  RECORD_KEY,
  setBack,
} from "./records.mjs";
import {
  isNewerSnapshot,
  isSnapshot,
  MANY,
  nameAfter,
  ownerOf,
  readSnapshot,
  snapshotsOf,
  writeSnapshot,
} from "./snapshots.mjs";
import { ownStorage } from "./storage.mjs";
import { better, openStore } from "./store.mjs";
import { readUndo, writeUndo } from "./undo.mjs";

/** @typedef {import("./records.mjs").Records} Records */
/** @typedef {import("./store.mjs").Texts} Texts */
/**
 * @typedef {{ key: string, isKept: boolean, isRefused?: boolean } | null} Written not kept: good until
 *   this page is left; refused: not even that, as newer data must not be touched; null: too long to
 *   be a record, or nothing to do
 */

/** Under this name the tab keeps what takes back the last import. */
const UNDO = "undo";

/** @type {Written} */
const REFUSED = { key: "", isKept: false, isRefused: true };

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
  store.ready().then(overtake);
  store.ready().then(forgetForeignUndo);
  /** @type {Map<string, Texts>} what this tab took out of the store, by interview */
  const erased = new Map();
  /** @type {import("./undo.mjs").Undo | null} */
  let undoable = store.isMemory() ? null : readUndo(store.ownNote(UNDO));
  /** Whether it outlives the page. */
  let isUndoKept = undoable !== null;
  /** The interview that this tab keeps to, whatever others do; empty while it has none. */
  let chosen = store.ownNote("interview") ?? "";
  /** An id for as long as there is no interview, where local storage does not take it. */
  const unwritten = randomWord(12);
  /** @type {Records} what this tab wrote, for as long as nobody deleted its interview */
  const own = new Map();
  let count = 0;
  /** The highest clock that this tab has seen: a store that was emptied must not start it anew. */
  let highest = 0;

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
    const text = JSON.stringify({ format: FORMAT, interview: of ?? shown, ...details });
    if (!isHarmless(text)) return null;
    if (mustNotWrite()) return REFUSED;
    keepTo(shown);
    const key = nextKey();
    early?.push(key);
    own.set(`r.${key}`, text);
    return { key, isKept: store.change({ puts: [[`r.${key}`, text]] }) };
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

  // --- Deleting an interview ---

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
    if (early !== null || mustNotWrite()) return;
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
    if (undoable && [...undoable.before.values()].some((text) => interviewOf(text) === id)) {
      setUndo(null);
    }
  }

  /** @returns {string[]} ids of the interviews that this tab can bring back */
  const canBringBack = () => [...erased.keys()];

  // --- Taking in what a link or a file has ---

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
    setUndo({ kind: "merge", added: puts.map(([each]) => each), before });
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
    if (!undoable || mustNotWrite()) return false;
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

  function startAnew() {
    erased.clear();
    own.clear();
    highest = 0;
    setUndo(null);
    chosen = "";
  }

  // --- Everything ---

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
    setUndo(undoable);
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
      dropLeftovers();
      look();
    });
  }

  // --- Compaction ---

  /** @returns {string | null} an interview that has many records of its own, or "all" */
  function large() {
    const counts = new Map();
    for (const [each, text] of store.texts()) {
      const id = isSnapshot(each) ? null : interviewOf(text);
      if (isInterview(id) || id === "all") counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts.keys()].find((id) => counts.get(id) > MANY) ?? null;
  }

  /**
   * Put the records of an interview that still matter into a snapshot. It is written and read back
   * before anything goes, only what Python has seen goes, and the snapshot before stays.
   *
   * @param {string} id
   * @param {Records} asked what Python has seen
   * @param {string[]} kept keys of those that matter
   * @returns {Promise<boolean>} whether it was done
   */
  async function compact(id, asked, kept) {
    // What stands in local storage may be of a life that is over: the mirror knows.
    await store.ready();
    if (!locks || store.isMemory()) return false;
    return locks.request(`${name}.compact`, { ifAvailable: true }, async (lock) => {
      if (!lock || mustNotWrite()) return false;
      const texts = store.texts();
      // What went while Python was thinking must not come back.
      const now = union(texts);
      if (kept.length === 0 || kept.some((key) => now.get(key) !== asked.get(key))) return false;
      if (foldDeleted(now).get(id)) return false;
      const older = snapshotsOf(texts.keys(), id);
      const title = nameAfter(older.at(-1), id);
      const text = writeSnapshot(new Map(kept.map((key) => [key, now.get(key)])));
      if (text === null) return false;
      const isLocal = store.change({ puts: [[title, text]] });
      const isSafe = isLocal && (!store.isMirrored() || (await store.durable([title])));
      if (!isSafe || store.texts().get(title) !== text || mustNotWrite()) return false;
      const isFolded = (each) => {
        const own = texts.get(each);
        return !isTombstone(own) && interviewOf(own) === id && asked.get(each.slice(2)) === own;
      };
      const loose = [...texts.keys()].filter((each) => !isSnapshot(each) && isFolded(each));
      const isSeen = (each) =>
        [...readSnapshot(texts.get(each)).keys()].every((it) => asked.has(it));
      store.change({ drops: [...loose, ...older.slice(0, -1).filter(isSeen)] });
      return true;
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
    const added = undoable?.added ?? [];
    for (const [old, key] of keys) if (added.includes(`r.${old}`)) added.push(`r.${key}`);
  }

  return {
    records,
    write,
    durable,
    interview,
    switchTo,
    erase,
    bringBack,
    canBringBack,
    merge,
    replace,
    undo,
    eraseAll,
    setMemory,
    rawExport,
    quarantine,
    large,
    compact,
    isNewer: isNewerThere,
    isPast: store.isPast,
    isFramed: () => isFramed,
    undoKind: () => undoable?.kind ?? "",
    /** Whether something could be taken back, but not once this page is left. */
    isUndoLoose: () => undoable !== null && !isUndoKept,
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

/** @param {Texts} texts @returns {Records} every record, alone or in a snapshot */
function union(texts) {
  const all = new Map();
  const add = (key, text) => {
    if (RECORD_KEY.test(key)) all.set(key, better(all.get(key) ?? null, text));
  };
  for (const [name, text] of texts) {
    if (!isSnapshot(name)) add(name.slice(2), text);
    else for (const [key, record] of readSnapshot(text)) add(key, record);
  }
  return all;
}

/** @param {string} text of a snapshot @returns {string[]} keys of the records in it */
function heldIn(text) {
  return [...readSnapshot(text).keys()].filter((key) => RECORD_KEY.test(key));
}

/** @returns {Texts} all but these records, which may stand in snapshots by now */
function without(texts, names) {
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

function isInFrame() {
  return globalThis.top !== undefined && globalThis.top !== globalThis.self;
}

/** @param {Texts} texts @returns {string[]} names of what belongs to a deleted interview */
function leftovers(texts) {
  const deleted = foldDeleted(union(texts));
  const isGone = (name, text) =>
    isSnapshot(name)
      ? deleted.get(ownerOf(name))
      : deleted.get(interviewOf(text)) && !isTombstone(text);
  return Array.from(texts.keys()).filter((name) => isGone(name, texts.get(name)));
}

/** @param {string} name @param {string} text @returns {unknown} the interview of a stored text */
function ownerIn(name, text) {
  return isSnapshot(name) ? ownerOf(name) : interviewOf(text);
}

/**
 * @param {string} id of an interview
 * @param {string} name of a text that was put aside: "q.", the name that it had, perhaps a number
 * @param {string} stored as it was, so it may be damaged
 * @returns {boolean} whether it tells of that interview, and not of one whose id only looks like it
 */
function isAsideOf(id, name, stored) {
  const [, kind, owner] = name.split(".");
  if (kind === "s") return owner === id;
  const whole = interviewOf(stored.replace(/#[0-9a-f]{8}$/, ""));
  return whole === undefined
    ? new RegExp(`"interview"\\s*:\\s*"${id}(?![a-z0-9])`).test(stored)
    : whole === id;
}

/**
 * Only the reader deletes: what comes from elsewhere says nothing about that. And once something newer
 * is here, nothing can be written any more.
 */
function mayCome(key, text) {
  return RECORD_KEY.test(key) && isHarmless(text) && !isTombstone(text) && !isNewer(text);
}

function tombstone(interview, written, on) {
  return JSON.stringify({ format: FORMAT, interview, what: "deleted", written, on });
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
