/**
 * The journal: what the reader did, as small records that never change, in and out of local storage;
 * and which interview this tab shows.
 *
 * One record, one key, so two tabs can write at the same moment and lose nothing. Holds no document,
 * no sentence and no rule. Everything read is hostile until checked, as other pages of the same host
 * share this storage. Keys of others are never touched, and what cannot be read stays where it is.
 */

import {
  FORMAT,
  foldDeleted,
  interviewOf,
  interviewsOf,
  isHarmless,
  isInterview,
  LAST_CLOCK,
  RECORD_KEY,
} from "./records.mjs";

/** @typedef {import("./records.mjs").Records} Records */

/**
 * Open the journal of the site at `base`, the path under which all its keys stand.
 *
 * @param {string} base such as "/careers/follow-up/"
 * @param {{ local?: Storage | null, session?: Storage | null }} [storages] null for one that the
 *   browser does not have; a page still works, in memory
 */
export function openJournal(base, storages = {}) {
  const { local = ownStorage("localStorage"), session = ownStorage("sessionStorage") } = storages;
  const prefix = `followup.${base}.`;
  const tab = randomWord(8);
  /** @type {Records} what storage refused: good until this page is left */
  const refused = new Map();
  /** @type {Map<string, Records>} what this tab took out of storage, by interview */
  const erased = new Map();
  /** The interview that this tab keeps to, whatever others do; empty while it has none. */
  let chosen = readFrom(session, "interview") ?? "";
  let count = 0;

  /** @returns {Records} every record that may be handed on */
  function records() {
    return new Map([...texts()].filter(([, text]) => isHarmless(text)));
  }

  /**
   * Keep one record; `details` says what was done. Synchronous: it is kept, or not, on return.
   *
   * @param {Record<string, unknown>} details
   * @param {string} [of] an interview, or "all"; without it, the interview that this tab shows
   * @returns {{ key: string, isKept: boolean } | null} not kept: good until this page is left; null:
   *   too long to be a record at all
   */
  function write(details, of) {
    const shown = interview();
    const text = JSON.stringify({ format: FORMAT, interview: of ?? shown, ...details });
    if (!isHarmless(text)) return null;
    keepTo(shown);
    count += 1;
    const key = `${nextClock()}.${tab}.${count}`;
    refused.set(key, text);
    putWaiting();
    return { key, isKept: !refused.has(key) };
  }

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
    const kept = read("interview");
    let shown = [chosen, kept].find(fits);
    if (shown === undefined) {
      const others = interviewsOf(all);
      const last = others.length - 1;
      shown = others[chosen || kept ? last : 0] ?? randomWord(12);
      put("interview", shown);
    }
    // Where storage refuses, the id is at least the same until the page is left.
    if (all.size > 0 || read("interview") !== shown) keepTo(shown);
    return shown;
  }

  /** @param {string} id of the interview that this tab, and the next one, shall show */
  function switchTo(id) {
    if (!isInterview(id)) return;
    keepTo(id);
    put("interview", id);
  }

  /**
   * Delete an interview: only a record that says so stays in storage. The others are kept in this
   * tab's memory, to bring them back.
   *
   * @param {string} id
   * @param {string} written the reader's own day
   */
  function erase(id, written) {
    if (!isInterview(id)) return null;
    const tombstone = write({ what: "deleted", written, on: true }, id);
    const taken = erased.get(id) ?? new Map();
    for (const [key, text] of texts()) {
      if (key === tombstone?.key || interviewOf(text) !== id) continue;
      taken.set(key, text);
      refused.delete(key);
      drop(`r.${key}`);
    }
    erased.set(id, taken);
    drop("shown");
    putWaiting();
    return tombstone && { ...tombstone, isKept: !refused.has(tombstone.key) };
  }

  /**
   * Bring back what this tab deleted, key by key and text by text, and show it.
   *
   * @param {string} id
   * @param {string} written the reader's own day
   */
  function bringBack(id, written) {
    const taken = erased.get(id);
    if (!taken) return null;
    erased.delete(id);
    for (const [key, text] of taken) refused.set(key, text);
    const back = write({ what: "deleted", written, on: false }, id);
    switchTo(id);
    return back && { ...back, isKept: refused.size === 0 };
  }

  /**
   * Call `look` whenever another tab may have written. Storage events that fell into a time when
   * this page slept are lost, so its waking counts as one.
   *
   * @param {() => void} look
   */
  function watch(look) {
    addEventListener("storage", ({ key }) => {
      if (key === null || key.startsWith(`${prefix}r.`) || key === `${prefix}interview`) look();
    });
    for (const waking of ["pageshow", "visibilitychange", "focus"]) addEventListener(waking, look);
  }

  function keepTo(id) {
    if (id === chosen) return;
    chosen = id;
    putInto(session, "interview", id);
  }

  /** Room may have been made since the last refusal: what waits goes with what is new. */
  function putWaiting() {
    for (const [key, text] of refused) if (put(`r.${key}`, text)) refused.delete(key);
  }

  /** Lamport's rule: one more than any clock seen, whichever tab wrote it. */
  function nextClock() {
    let latest = 0;
    for (const key of [...refused.keys(), ...recordKeys()]) {
      latest = Math.max(latest, Number.parseInt(key, 10));
    }
    return Math.min(latest + 1, LAST_CLOCK);
  }

  /** @returns {Records} every record, harmless or not */
  function texts() {
    /** @type {Records} */
    const found = new Map(refused);
    for (const key of recordKeys()) {
      const text = read(`r.${key}`);
      if (text !== null) found.set(key, text);
    }
    return found;
  }

  /** @returns {string[]} keys of all records in storage, readable or not */
  function recordKeys() {
    const start = `${prefix}r.`;
    const keys = [];
    try {
      for (let index = 0; local && index < local.length; index += 1) {
        const key = local.key(index);
        if (key?.startsWith(start) && RECORD_KEY.test(key.slice(start.length))) {
          keys.push(key.slice(start.length));
        }
      }
    } catch {
      // Storage was switched off while the page was open: what was found so far must do.
    }
    return keys;
  }

  /** @param {string} name @returns {string | null} */
  function read(name) {
    return readFrom(local, name);
  }

  /** @param {string} name @param {string} text @returns {boolean} whether it is kept */
  function put(name, text) {
    return putInto(local, name, text);
  }

  function drop(name) {
    try {
      local?.removeItem(prefix + name);
    } catch {
      // Then it stays; the record that says "deleted" wins over it.
    }
  }

  function readFrom(storage, name) {
    try {
      return storage?.getItem(prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  function putInto(storage, name, text) {
    try {
      storage?.setItem(prefix + name, text);
      return storage !== null;
    } catch {
      // Browsers name this error differently. Whatever it is, the text is not kept.
      return false;
    }
  }

  /** @returns {string[]} ids of the interviews that this tab can bring back */
  const canBringBack = () => [...erased.keys()];

  return {
    records,
    write,
    interview,
    switchTo,
    erase,
    bringBack,
    canBringBack,
    watch,
    read,
    put,
  };
}

/**
 * @param {number} length
 * @returns {string} a random word of the letters a to z and the digits
 */
export function randomWord(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

/** @param {"localStorage" | "sessionStorage"} name @returns {Storage | null} */
function ownStorage(name) {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
