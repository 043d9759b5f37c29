/**
 * Records: which may be handed on, how they are ordered, and the little that the page itself makes of
 * them. Touches neither storage nor document.
 *
 * What a record means is Python's business, but for four conveniences: ticks and asides, so that
 * boxes work while Python is away, and which interviews are deleted, so that a tab never shows one of
 * them; and the names of employers, to tell interviews apart. A test holds all equal to Python's fold. Data from storage are kept in a Map, where no
 * key is special.
 */

/** The newest format of records that is read. Those of earlier ones are read as well. */
const FORMAT = 3;
/**
 * Records are written in this format, unless the mark of what was pressed names a newer one: for what
 * older programs would misread.
 */
export const USUAL_FORMAT = 2;
/** In place of an interview's id: what belongs to every interview, such as a setting. */
export const ALL = "all";
export const IDENTIFIER = /^[a-z0-9]{1,32}$/;
/**
 * No reader gets this far: it is a click each second for thirty years. A forged clock that is later
 * is not a record, or nothing that the reader does afterwards could win over it.
 */
export const LAST_CLOCK = 999_999_999;
/** From here on there is no room for much more: what is later is set back before anything is written. */
const CROWDED = 900_000_000;
export const RECORD_KEY = /^\d{1,9}\.[a-z0-9]{1,16}\.\d{1,9}$/;
/** Of a stored text that is a record: "r." and its key (clock, tab, count). */
export const RECORD_NAME = /^r\.\d{1,9}\.[a-z0-9]{1,16}\.\d{1,9}$/;
/** Of a stored text that holds many records of one interview: "s.", its id and a number. */
export const SNAPSHOT_NAME = /^s\.[a-z0-9]{1,32}\.\d{1,6}$/;
/** Characters of any stored text that is read. */
export const LONGEST_TEXT = 256 * 1024;

const LONGEST_RECORD = 4096;
const LONGEST_ENTRY_TEXT = 1000;
const DEEPEST = 32;
const STEPS = { __proto__: null, "[": 1, "{": 1, "]": -1, "}": -1 };
const LONGEST_TYPED = 1000;
const STEP_NAME = /^[a-z][a-z0-9_-]{0,39}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOST_ROUNDS = 999;
const MOST_SEEN = 20_000;

/** @typedef {Map<string, string>} Records text of each record by its key ("clock.tab.count") */

/**
 * Fold the ticks of one interview: the latest record of each step and round wins.
 *
 * @param {Records} records
 * @param {string} [interview] without it, records of every interview are folded as one
 * @returns {Map<string, boolean>} by "step|round"
 */
export function foldTicks(records, interview) {
  return fold(records, ({ what, step, round, interview: its }) => {
    const isRound = Number.isInteger(round) && round >= 0 && round <= MOST_ROUNDS;
    const isTick = what === "tick" && isRound && isText(step, STEP_NAME);
    return isTick && its === (interview ?? its) ? `${step}|${round}` : null;
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
  return fold(records, ({ what, step, interview: its }) => {
    const isAside = what === "aside" && isText(step, STEP_NAME);
    return isAside && its === (interview ?? its) ? step : null;
  });
}

/**
 * Fold what was typed for an employer, so that a reader knows which interview is which while Python is
 * away.
 *
 * @param {Records} records
 * @returns {Map<string, string>} the latest text, by interview
 */
export function foldEmployers(records) {
  /** @type {Map<string, { key: string, text: string }>} */
  const latest = new Map();
  for (const [key, stored] of records) {
    const record = parse(stored);
    if (!record || !isRead(record) || record.what !== "text" || record.name !== "employer")
      continue;
    const { interview, text } = record;
    if (typeof text !== "string" || text.length > LONGEST_TYPED) continue;
    const known = latest.get(interview);
    if (!known || compareKeys(known.key, key) < 0) latest.set(interview, { key, text });
  }
  return new Map(Array.from(latest, ([interview, { text }]) => [interview, text]));
}

/**
 * Fold which interviews were deleted, or brought back.
 *
 * @param {Records} records
 * @returns {Map<string, boolean>} by interview
 */
export function foldDeleted(records) {
  return fold(records, ({ what, interview }) => (what === "deleted" ? interview : null));
}

/**
 * @param {Records} records
 * @returns {string[]} every interview that has a record and is not deleted, in the order of the last
 *   record of each
 */
export function interviewsOf(records) {
  const deleted = foldDeleted(records);
  /** @type {Set<string>} */
  const found = new Set();
  for (const key of [...records.keys()].sort(compareKeys)) {
    const interview = interviewOf(records.get(key));
    found.delete(interview);
    if (isInterview(interview) && !deleted.get(interview)) found.add(interview);
  }
  return [...found];
}

/** @param {string} text @returns {unknown} what a record says it belongs to */
export function interviewOf(text) {
  return parse(text)?.interview;
}

/** @param {unknown} value @returns {boolean} */
export function isInterview(value) {
  return isText(value, IDENTIFIER) && value !== ALL;
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

/** @param {string} key @returns {boolean} whether it stands where hardly anything can follow it */
export function isCrowded(key) {
  return Number.parseInt(key, 10) > CROWDED;
}

/**
 * @param {Iterable<string>} keys
 * @returns {Map<string, string>} new keys of those at the end of all clocks, just after all others, in
 *   their order
 */
export function setBack(keys) {
  const crowded = [];
  let latest = 0;
  for (const key of keys) {
    const clock = Number.parseInt(key, 10);
    if (isCrowded(key)) crowded.push({ key, clock });
    else latest = Math.max(latest, clock);
  }
  const clocks = [...new Set(crowded.map(({ clock }) => clock))].sort((one, other) => one - other);
  const places = new Map(clocks.map((clock, index) => [clock, latest + 1 + index]));
  return new Map(
    crowded.map(({ key, clock }) => [key, key.replace(/^\d+/, String(places.get(clock)))]),
  );
}

/** @param {string} text @returns {boolean} whether it may be handed on as a record */
export function isHarmless(text) {
  return look(text).isHarmless;
}

/** @param {string} text @returns {boolean} whether it can be a record, of whichever program */
export function isRecordText(text) {
  return isHarmless(text) && Number.isSafeInteger(parse(text)?.format);
}

/** @param {string} text @returns {boolean} whether a newer program than this one wrote it */
export function isNewer(text) {
  const format = parse(text)?.format;
  return Number.isSafeInteger(format) && format > FORMAT;
}

/**
 * A copy may add to a record of ours, never take its place. Python says the same of its preview.
 *
 * @param {string} own
 * @param {string} other
 * @returns {boolean} whether the other text is the same record and more: with names and notes, or with
 *   what a newer program keeps, where ours has none
 */
export function isMore(own, other) {
  const [mine, theirs] = [parse(own), parse(other)];
  if (!isRecord(mine) || !isRecord(theirs) || other.length <= own.length) return false;
  const texts = theirs.texts ?? {};
  const isTexts = isRecord(texts) && Object.values(texts).every(isReadable);
  const agrees = (name) =>
    name === "texts" ? contains(texts, mine.texts) : isSame(mine[name], theirs[name]);
  return isTexts && Object.keys(mine).every((name) => Object.hasOwn(theirs, name) && agrees(name));
}

/** @param {string} text @returns {boolean} whether it says that its interview was deleted, or not */
export function isTombstone(text) {
  return parse(text)?.what === "deleted";
}

/**
 * Deeply nested text kills Python for good, so it is stopped here: a stored one would do so daily.
 *
 * @param {string} text
 */
export function isShallow(text) {
  let depth = 0;
  let isQuoted = false;
  // One step a sign, whatever the text: a pattern that goes back takes the square of its length.
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === "\\") at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted) depth += STEPS[sign] ?? 0;
    if (depth > DEEPEST) return false;
  }
  return true;
}

/**
 * @param {Records} records
 * @param {(record: any) => string | null} nameOf what a record is about; null for other records
 * @returns {Map<string, boolean>}
 */
function fold(records, nameOf) {
  const latest = new Map();
  for (const [key, text] of records) {
    const record = parse(text);
    const name = record && isSwitch(record) ? nameOf(record) : null;
    if (name === null) continue;
    const order = latest.has(name) ? compareKeys(latest.get(name).key, key) : -1;
    // Only forged keys (1.a.1 and 01.a.1) are equal; then "on" wins, as it does in Python.
    if (order < 0 || (order === 0 && record.on)) latest.set(name, { key, on: record.on });
  }
  return new Map(Array.from(latest, ([name, { on }]) => [name, on]));
}

/** Order two keys by clock, then tab, then count in that tab; the result is as for sort(). */
export function compareKeys(first, second) {
  const [clock, tab, count] = first.split(".");
  const [otherClock, otherTab, otherCount] = second.split(".");
  const byTab = Number(tab > otherTab) - Number(tab < otherTab);
  return Number(clock) - Number(otherClock) || byTab || Number(count) - Number(otherCount);
}

function isSwitch(record) {
  return isRead(record) && typeof record.on === "boolean";
}

/** @returns {boolean} whether it has what each record has, in a form that is read */
function isRead(record) {
  return (
    Number.isInteger(record.format) &&
    record.format >= 1 &&
    record.format <= FORMAT &&
    isText(record.interview, IDENTIFIER) &&
    isDay(record.written)
  );
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isReadable(text) {
  return typeof text === "string" && text.length <= LONGEST_ENTRY_TEXT;
}

function contains(texts, own) {
  const has = (name) => Object.hasOwn(texts, name) && texts[name] === own[name];
  return isRecord(own) && Object.keys(own).every(has);
}

function isSame(one, other) {
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (![one, other].every((value) => typeof value === "object" && value !== null)) {
    return one === other;
  }
  const names = Object.keys(one);
  const isIn = (name) => Object.hasOwn(other, name) && isSame(one[name], other[name]);
  return names.length === Object.keys(other).length && names.every(isIn);
}

function isText(value, form) {
  return typeof value === "string" && form.test(value);
}

/** There is no 31 February, and no year 0 in Python: a record that names one is none. */
function isDay(value) {
  if (!isText(value, DAY) || value.startsWith("0000")) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** @param {string} text @returns {any} */
function parse(text) {
  return look(text).record;
}

/**
 * Records never change, so each is looked at once: an act of the reader asks about all of them
 * several times.
 *
 * @type {Map<string, { isHarmless: boolean, record: any }>}
 */
const seen = new Map();

function look(text) {
  let found = seen.get(text);
  if (!found) {
    if (seen.size >= MOST_SEEN) seen.clear();
    const harmless = text.length <= LONGEST_RECORD && isShallow(text);
    found = { isHarmless: harmless, record: parseJson(text) };
    seen.set(text, found);
  }
  return found;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
