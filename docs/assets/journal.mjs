/**
 * The journal: what the reader did, as small records that never change, in and out of local storage.
 *
 * One record, one key, so two tabs can write at the same moment and lose nothing. Holds no document,
 * no sentence and no rule. What a record means is Python's business, but for one convenience: the
 * fold of ticks and asides, so that boxes work while Python is away (a test holds it equal to
 * Python's fold).
 *
 * Everything read is hostile until checked, as other pages of the same host share this storage.
 * Keys of others are never touched, and what cannot be read stays where it is. Data from storage
 * are kept in a Map, where no key is special.
 */

const FORMAT = 1;
const LONGEST_RECORD = 4096;
const DEEPEST_RECORD = 32;
const LAST_CLOCK = 999_999_999_999_999;
const RECORD_KEY = /^\d{1,15}\.[a-z0-9]{1,16}\.\d{1,9}$/;
const IDENTIFIER = /^[a-z0-9]{1,32}$/;
const STEP_NAME = /^[a-z][a-z0-9_-]{0,39}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOST_ROUNDS = 999;

/** @typedef {Map<string, string>} Records text of each record by its key ("clock.tab.count") */

/**
 * Open the journal of the site at `base`, the path under which all its keys stand.
 *
 * @param {string} base such as "/careers/follow-up/"
 * @param {Storage | null} [storage] null if the browser has none; a page still works, in memory
 */
export function openJournal(base, storage = browserStorage()) {
  const prefix = `followup.${base}.`;
  const tab = randomWord(8);
  /** @type {Records} what storage refused: good until this page is left */
  const refused = new Map();
  let ownInterview = "";
  let count = 0;

  /** @returns {Records} every record that may be handed on */
  function records() {
    /** @type {Records} */
    const found = new Map(refused);
    for (const key of recordKeys()) {
      const text = read(`r.${key}`);
      if (text !== null && isHarmless(text)) found.set(key, text);
    }
    return found;
  }

  /**
   * Keep one record; `details` says what was done. Synchronous: it is kept, or not, on return.
   *
   * @param {Record<string, unknown>} details
   * @returns {string | null} the record's key; null if storage refused it
   */
  function write(details) {
    const text = JSON.stringify({ format: FORMAT, interview: interview(), ...details });
    if (!isHarmless(text)) return null;
    count += 1;
    const key = `${nextClock()}.${tab}.${count}`;
    refused.set(key, text);
    // Room may have been made since the last refusal: what waits goes with the new record.
    for (const [waiting, its] of refused) if (put(`r.${waiting}`, its)) refused.delete(waiting);
    return refused.has(key) ? null : key;
  }

  /** @returns {string} id of the interview that new records belong to */
  function interview() {
    const kept = read("interview");
    if (isText(kept, IDENTIFIER)) return kept;
    ownInterview ||= interviewOfEarliest(records()) ?? randomWord(12);
    put("interview", ownInterview);
    return ownInterview;
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

  /** Lamport's rule: one more than any clock seen, whichever tab wrote it. */
  function nextClock() {
    let latest = 0;
    for (const key of [...refused.keys(), ...recordKeys()]) {
      latest = Math.max(latest, Number.parseInt(key, 10));
    }
    // A forged clock at the very end would stop ours; then the count in this tab orders alone.
    return Math.min(latest + 1, LAST_CLOCK);
  }

  /** @returns {string[]} keys of all records in storage, readable or not */
  function recordKeys() {
    const start = `${prefix}r.`;
    const keys = [];
    try {
      for (let index = 0; storage && index < storage.length; index += 1) {
        const key = storage.key(index);
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
    try {
      return storage?.getItem(prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {string} text @returns {boolean} whether it is kept */
  function put(name, text) {
    try {
      storage?.setItem(prefix + name, text);
      return storage !== null;
    } catch {
      // Browsers name this error differently. Whatever it is, the text is not kept.
      return false;
    }
  }

  return { records, write, interview, watch, read, put };
}

/**
 * Fold the ticks of one interview: the latest record of each step and round wins.
 *
 * @param {Records} records
 * @param {string} [interview] without it, records of every interview are folded as one
 * @returns {Map<string, boolean>} by "step|round"
 */
export function foldTicks(records, interview) {
  return fold(records, interview, (record) => {
    const round = record.round;
    const isRound = Number.isInteger(round) && round >= 0 && round <= MOST_ROUNDS;
    return record.what === "tick" && isRound ? `${record.step}|${round}` : null;
  });
}

/**
 * Fold the steps set aside in one interview.
 *
 * @param {Records} records
 * @param {string} [interview]
 * @returns {Map<string, boolean>} by step
 */
export function foldAsides(records, interview) {
  return fold(records, interview, (record) => (record.what === "aside" ? record.step : null));
}

/**
 * @param {Records} records
 * @returns {string} the key of the last one; empty without any
 */
export function newestKey(records) {
  let newest = "";
  for (const key of records.keys()) {
    if (newest === "" || compareKeys(newest, key) < 0) newest = key;
  }
  return newest;
}

/**
 * @param {number} length
 * @returns {string} a random word of the letters a to z and the digits
 */
export function randomWord(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

/**
 * @param {Records} records
 * @param {string | undefined} interview
 * @param {(record: any) => string | null} nameOf what a record is about; null for other records
 * @returns {Map<string, boolean>}
 */
function fold(records, interview, nameOf) {
  const latest = new Map();
  for (const [key, text] of records) {
    const record = parse(text);
    const name = record && isSwitch(record, interview) ? nameOf(record) : null;
    if (name === null) continue;
    const order = latest.has(name) ? compareKeys(latest.get(name).key, key) : -1;
    // Only forged keys (1.a.1 and 01.a.1) are equal; then "on" wins, as it does in Python.
    if (order < 0 || (order === 0 && record.on)) latest.set(name, { key, on: record.on });
  }
  return new Map(Array.from(latest, ([name, { on }]) => [name, on]));
}

/** Order two keys by clock, then tab, then count in that tab; the result is as for sort(). */
function compareKeys(first, second) {
  const [clock, tab, count] = first.split(".");
  const [otherClock, otherTab, otherCount] = second.split(".");
  const byTab = Number(tab > otherTab) - Number(tab < otherTab);
  return Number(clock) - Number(otherClock) || byTab || Number(count) - Number(otherCount);
}

function isSwitch(record, interview) {
  return (
    record.format === FORMAT &&
    isText(record.interview, IDENTIFIER) &&
    (interview === undefined || record.interview === interview) &&
    isText(record.written, DAY) &&
    isText(record.step, STEP_NAME) &&
    typeof record.on === "boolean"
  );
}

function interviewOfEarliest(records) {
  for (const key of [...records.keys()].sort(compareKeys)) {
    const interview = parse(records.get(key))?.interview;
    if (isText(interview, IDENTIFIER)) return interview;
  }
  return null;
}

function isText(value, form) {
  return typeof value === "string" && form.test(value);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Deeply nested text kills Python for good, so it is stopped here: a stored one would do so daily. */
function isHarmless(text) {
  if (text.length > LONGEST_RECORD) return false;
  let depth = 0;
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"/gs, "")) {
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
    if (depth > DEEPEST_RECORD) return false;
  }
  return true;
}

/** @returns {Storage | null} */
function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
