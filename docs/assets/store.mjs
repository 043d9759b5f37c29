/**
 * The store: every text that is kept, by name, in local storage and again in the mirror. What a text
 * says is not its business.
 *
 * Names: r.<key> is a record, s.<interview>.<number> a snapshot, q.<name> a text put aside as it was
 * because it was damaged. Local storage also has `life`, `memory`, and small notes that may be lost.
 * A change is in local storage at once, as far as that takes it, and durable when the mirror says so.
 *
 * Either store can be emptied while a page is open. One that was is filled from the other before
 * anything more is called durable. If both were, that is taken as the reader's wish: nothing is
 * written back, but what this tab had seen can be put back if the reader says so.
 */

import { isOlder, isSameLife, LIFE, newLife, nextLife, readLife, writeLife } from "./life.mjs";
import { LONGEST_TEXT, RECORD_NAME, SNAPSHOT_NAME } from "./records.mjs";
import { seal, unseal } from "./seal.mjs";
import { openStorage } from "./storage.mjs";

const ASIDE = "q.";
/** Whether this computer shall keep nothing: "on", "off", or nothing said. In both stores. */
const MEMORY = "memory";
const NOTES = ["interview", "shown"];
/** @type {[string, string][]} all that the mirror holds on a computer that shall keep nothing */
const STAYS_OFF = [[MEMORY, "on"]];

/** @typedef {Map<string, string>} Texts by name */

/**
 * @param {string} prefix of every key
 * @param {{
 *   local: Storage | null,
 *   session: Storage | null,
 *   mirror: ReturnType<typeof import("./mirror.mjs").openMirror> | null,
 * }} storages
 * @param {string} origin a random word, for a store that is begun anew
 * @param {(texts: Texts) => string[]} leftovers names of texts that were deleted and may not come back
 */
export function openStore(prefix, { local, session, mirror }, origin, leftovers) {
  const browser = openStorage(local, prefix);
  const tab = openStorage(session, prefix);
  /** @type {Texts} sealed, not in local storage: good until this page is left */
  const held = new Map();
  /** @type {Map<string, { stored: string, text: string | null }>} each seal is looked at once */
  const opened = new Map();
  /** @type {Map<string, Promise<boolean>>} whether the mirror has it, by name */
  const copies = new Map();
  /** @type {Set<string>} names of dropped texts that the mirror may still have */
  const unwanted = new Set();
  /** @type {Texts} what this tab last saw of what is kept */
  let seen = new Map();
  /** @type {Texts} what it had seen when both stores were emptied under it */
  let lost = new Map();
  let timesEmptied = 0;
  /** Shows what is kept, once it is not what it was. */
  let look = () => {};
  let isMemory = browser.read(MEMORY) === "on";
  let life = readLife(browser.read(LIFE));
  /** Whether local storage had the life while this tab was open. */
  let hasLived = life !== null;
  let hasMirror = false;
  /** Whether the mirror had the life while this tab was open. */
  let wasMirrored = false;
  /** Whether the mirror lacks something that it should have, or has too much. */
  let isBehind = false;
  let isMending = true;
  let hasPassed = false;
  /** @type {Texts | null} sealed, put before the mirror was read; null once it has been */
  let early = new Map();
  let ready = mend({ isFirst: true }).catch(doWithoutMirror);

  // --- Reading ---

  /** @returns {Texts} every text that is whole */
  function texts() {
    const found = new Map();
    for (const [name, stored] of storedTexts()) {
      const text = textOf(name, stored);
      if (text !== null) found.set(name, text);
    }
    if (!isEmptied()) seen = found;
    return found;
  }

  /** @returns {boolean} whether somebody has emptied local storage since this tab saw it */
  function isEmptied() {
    return hasLived && !isMemory && !hasLife() && browser.isReadable();
  }

  function hasLife() {
    return readLife(browser.read(LIFE)) !== null;
  }

  /** @returns {Texts} sealed, whole or not */
  function storedTexts() {
    const found = new Map(held);
    for (const name of isMemory ? [] : browser.names()) {
      const stored = isKept(name) ? browser.read(name) : null;
      if (stored !== null && !found.has(name)) found.set(name, stored);
    }
    return found;
  }

  function textOf(name, stored) {
    const known = opened.get(name);
    if (known?.stored === stored) return known.text;
    const text = stored.length <= LONGEST_TEXT ? unseal(name, stored) : null;
    opened.set(name, { stored, text });
    return text;
  }

  // --- Changing ---

  /**
   * Keep and drop texts. Synchronous as far as local storage goes.
   *
   * @param {{ puts?: [string, string][], drops?: string[] }} change texts by name, and names
   * @returns {boolean} whether local storage took all of it
   */
  function change({ puts = [], drops = [] }) {
    const mustMend = isEmptied() || isBehind;
    const sealed = puts.map(([name, text]) => [name, seal(name, text)]);
    for (const name of drops) {
      held.delete(name);
      browser.drop(name);
    }
    for (const [name, stored] of sealed) held.set(name, stored);
    for (const [name, stored] of early ? sealed : []) early.set(name, stored);
    putHeld();
    if (mustMend) mendAgain();
    copy({ puts: sealed, drops });
    return puts.every(([name]) => !held.has(name));
  }

  /** Room may have been made since the last refusal: what waits goes with what is new. */
  function putHeld() {
    if (isMemory) return;
    for (const [name, stored] of held) if (browser.put(name, stored)) held.delete(name);
    if (life && !hasLived) putLife();
  }

  function putLife() {
    const isPut = browser.put(LIFE, writeLife(life));
    hasLived ||= isPut;
    return isPut;
  }

  function copy({ puts, drops }) {
    for (const [name] of puts) unwanted.delete(name);
    for (const name of drops) unwanted.add(name);
    const done = ready.then(() => copyNow({ puts, drops })).catch(() => false);
    for (const [name] of puts) copies.set(name, done);
    return done;
  }

  async function copyNow(sealed) {
    if (!hasMirror || isBehind || hasPassed) return false;
    const names = new Set(sealed.puts.map(([name]) => name));
    const before = timesEmptied;
    const isDone = await mirror.change(sealed, life, () => wholeWithout(names));
    if (timesEmptied !== before) look();
    if (isDone) for (const name of sealed.drops) unwanted.delete(name);
    isBehind ||= !isDone;
    return isDone;
  }

  /** Nothing is in the mirror any more. What can be had of local storage goes there with the change. */
  function wholeWithout(names) {
    if (!hasLife()) letGo(names);
    return sealedOf(texts());
  }

  /**
   * @param {string[]} names
   * @returns {Promise<boolean>} whether these texts outlive a browser that is killed right now
   */
  async function durable(names) {
    const done = await Promise.all(names.map((name) => copies.get(name) ?? false));
    return done.every(Boolean);
  }

  /**
   * Put these texts in the place of all others, for good: whatever still has the others, a sleeping
   * tab or a store that failed, brings none of them back. First in the mirror, where it is one step.
   *
   * @param {Texts} texts
   * @param {{ asideToo?: boolean }} [options] whether what was put aside goes as well
   * @returns {Promise<boolean>} whether it is so in both
   */
  async function replace(texts, { asideToo = false } = {}) {
    await ready;
    const sealed = sealedOf(texts);
    const there = readLife(browser.read(LIFE));
    const next = nextLife((isOlder(there, life) ? life : there) ?? life ?? newLife(origin));
    const isMirrored = !mirror || (await mirror.replace(isMemory ? STAYS_OFF : sealed, next));
    isBehind = hasMirror && !isMirrored;
    empty(asideToo);
    life = next;
    hasPassed = false;
    const isLocal = putLife();
    for (const [name, stored] of sealed) held.set(name, stored);
    putHeld();
    for (const name of texts.keys()) copies.set(name, Promise.resolve(isMirrored && hasMirror));
    return isMirrored && (isLocal || !local);
  }

  function empty(asideToo) {
    held.clear();
    opened.clear();
    copies.clear();
    unwanted.clear();
    seen = new Map();
    lost = new Map();
    for (const name of browser.names()) {
      const isAside = asideToo && name.startsWith(ASIDE);
      if (isKept(name) || isAside || NOTES.includes(name)) browser.drop(name);
    }
    tab.drop("interview");
  }

  /**
   * @returns {boolean} whether what this tab remembers is of another life: everything was deleted or
   *   replaced meanwhile, by another tab or in the browser's settings. Once so, it stays so.
   */
  function isPast() {
    const there = readLife(browser.read(LIFE));
    hasPassed ||= there !== null && life !== null && !isSameLife(there, life);
    return hasPassed;
  }

  // --- Mending ---

  /**
   * Make both stores hold what either of them has. What is damaged is replaced by its copy; without
   * one it is put aside, never deleted.
   *
   * @param {{ isFirst?: boolean }} [when] first: the stores have not been looked at before
   * @returns {Promise<void>}
   */
  async function mend({ isFirst = false } = {}) {
    const there = isMemory || !mirror ? null : await mirror.all();
    const own = early ?? new Map();
    early = null;
    isMending = false;
    if (isFirst || there !== null) hasMirror = there !== null;
    if (isMemory) {
      life ??= newLife(origin);
      return;
    }
    const [ours, theirs] = [readLife(browser.read(LIFE)), readLife(there?.get(LIFE))];
    const isAllGone = !isFirst && areBothEmptied(there);
    if (isAllGone) letGo(new Set(browser.names()));
    // Where the reader has emptied everything, nothing is written until there is something to keep.
    if (isAllGone && storedTexts().size === 0) return;
    // This tab slept while everything was deleted, and then local storage was emptied as well.
    hasPassed ||= !isFirst && isOlder(life, theirs);
    const isOver = isOlder(ours, theirs) || (!isFirst && isOlder(life, theirs));
    if (isOver) startOver(own);
    life = isOver ? theirs : (ours ?? theirs ?? life ?? newLife(origin));
    if (browser.read(LIFE) !== writeLife(life)) putLife();
    // Local storage may have been emptied, or not have got the reader's wish before a kill.
    if (there?.get(MEMORY) === "on" && browser.read(MEMORY) !== "off") return startHolding(own);
    const isOutOfDate = isOlder(theirs, life);
    const isThere = (name) => isKept(name) && !unwanted.has(name);
    const mirrored = new Map(
      isOutOfDate ? [] : Array.from(there ?? []).filter(([name]) => isThere(name)),
    );
    const { whole, asides } = unite(storedTexts(), mirrored);
    const gone = new Set(leftovers(whole));
    for (const name of gone) {
      held.delete(name);
      browser.drop(name);
    }
    const staying = sealedOf(whole).filter(([name]) => !gone.has(name));
    const puts = staying.filter(([name, stored]) => mirrored.get(name) !== stored);
    const isNoMore = (name) => gone.has(name) || asides.has(name) || unwanted.has(name);
    const drops = Array.from(there?.keys() ?? []).filter(isNoMore);
    const isOther = theirs !== null && !isSameLife(theirs, life);
    const isDone = isOther
      ? await mirror.replace(staying, life)
      : there !== null && (await mirror.change({ puts, drops }, life));
    isBehind = hasMirror && !isDone;
    wasMirrored ||= isDone;
    if (isDone) for (const name of drops) unwanted.delete(name);
    // What was put meanwhile has an answer of its own on the way.
    for (const [name] of staying) {
      if (!copies.has(name)) copies.set(name, Promise.resolve(isDone));
    }
  }

  /** Look at both stores once more, as one of them has changed under this tab. */
  function mendAgain() {
    if (isMending) return;
    isMending = true;
    ready = ready.then(() => mend()).catch(doWithoutMirror);
    ready.then(() => look());
  }

  /** Nothing that may stand in a store is expected to lead here. If it does, the page works without. */
  function doWithoutMirror() {
    early = null;
    hasMirror = false;
    isMending = false;
    life ??= newLife(origin);
  }

  /** A store that does not answer is not empty, unless the other was emptied before our eyes. */
  function areBothEmptied(there) {
    const isGone = there === null || !Array.from(there.keys()).some(isOurs);
    return isGone && (isEmptied() || (wasMirrored && there !== null && !hasLife()));
  }

  /**
   * Both stores were emptied while this tab was open. What it had seen is the reader's to put back.
   *
   * @param {Set<string>} own names of what was kept since
   */
  function letGo(own) {
    const gone = Array.from(seen).filter(([name]) => !own.has(name));
    if (gone.length === 0) return;
    lost = new Map([...lost, ...gone]);
    seen = new Map();
    timesEmptied += 1;
    for (const name of held.keys()) if (!own.has(name)) held.delete(name);
  }

  /**
   * Keep again what both stores had lost.
   *
   * @returns {Promise<boolean>} whether it is kept
   */
  async function putBack() {
    const puts = Array.from(lost);
    lost = new Map();
    const isLocal = change({ puts });
    return isLocal || (await durable(puts.map(([name]) => name)));
  }

  /** All that stands here is of an earlier life. What the reader did meanwhile is not. */
  function startOver(own) {
    empty(true);
    for (const [name, stored] of own) held.set(name, stored);
    putHeld();
  }

  /** Keep from now on nothing but what this tab holds. */
  function startHolding(own) {
    isMemory = true;
    hasMirror = false;
    empty(true);
    browser.put(MEMORY, "on");
    for (const [name, stored] of own) held.set(name, stored);
  }

  /**
   * @param {Texts} here sealed
   * @param {Texts} mirrored sealed
   * @returns {{ whole: Texts, asides: Set<string> }} every whole text of either, now in local storage
   *   too; and names of those of which all that there was is put aside
   */
  function unite(here, mirrored) {
    const whole = new Map();
    const asides = new Set();
    let isMended = false;
    for (const name of new Set([...here.keys(), ...mirrored.keys()])) {
      const [own, copied] = [here.get(name), mirrored.get(name)];
      const [text, other] = [own, copied].map((it) => (it === undefined ? null : textOf(name, it)));
      const best = better(text, other);
      const damaged = new Set([text === null ? own : null, best === null ? copied : null]);
      const isAside = Array.from(damaged).every((it) => it == null || putAside(name, it));
      if (best === null) {
        if (isAside) asides.add(name);
        continue;
      }
      whole.set(name, best);
      const stored = seal(name, best);
      if (stored === own) continue;
      isMended ||= own === undefined;
      if (!browser.put(name, stored)) held.set(name, stored);
    }
    // An id made up for an empty storage is not the interview that has come back.
    if (isMended && here.size === 0) browser.drop("interview");
    // The last views are older than that, and may tell of what was deleted before the browser was killed.
    if (isMended) browser.drop("shown");
    return { whole, asides };
  }

  /** @returns {boolean} whether it is put aside; what cannot be stays where it is */
  function putAside(name, stored) {
    const taken = new Set(browser.names());
    let aside = `${ASIDE}${name}`;
    for (let number = 2; taken.has(aside) && browser.read(aside) !== stored; number += 1) {
      aside = `${ASIDE}${name}.${number}`;
    }
    const isAside = browser.put(aside, stored);
    if (isAside && browser.read(name) === stored) browser.drop(name);
    return isAside;
  }

  // --- Putting aside, not saving, handing out ---

  /** @param {string[]} names of texts that make trouble: they are kept, but not read any more */
  function quarantine(names) {
    const there = Array.from(storedTexts()).filter(([name]) => names.includes(name));
    const drops = there.filter(([name, stored]) => putAside(name, stored)).map(([name]) => name);
    for (const name of drops) held.delete(name);
    copy({ puts: [], drops });
  }

  /** @returns {string[]} names of what was put aside and has no whole copy */
  function quarantined() {
    const known = texts();
    return [...asides().keys()].filter((name) => !known.has(name.slice(ASIDE.length)));
  }

  /**
   * @param {boolean} on whether this computer shall keep nothing: then what it has is taken off it, and
   *   stays in this tab's memory alone
   * @returns {Promise<boolean>} whether it is so
   */
  async function setMemory(on) {
    if (on === isMemory) return true;
    if (on) {
      const all = texts();
      isMemory = true;
      const isGone = await replace(new Map(), { asideToo: true });
      browser.put(MEMORY, "on");
      hasMirror = false;
      for (const [name, text] of all) held.set(name, seal(name, text));
      return isGone;
    }
    isMemory = false;
    browser.put(MEMORY, "off");
    if (mirror) await mirror.change({ drops: [MEMORY] }, life);
    putHeld();
    ready = ready.then(() => mend()).catch(doWithoutMirror);
    await ready;
    return true;
  }

  /** @returns {Texts} what was put aside, as it was stored */
  function asides() {
    const names = browser.names().filter((name) => name.startsWith(ASIDE));
    return new Map(names.map((name) => [name, browser.read(name) ?? ""]));
  }

  /** @returns {Record<string, string>} everything as it is stored, whole or not */
  const everything = () => Object.fromEntries([...storedTexts(), ...asides()]);

  /**
   * Call `look` whenever another tab may have written. Storage events that fell into a time when
   * this page slept are lost, so its waking counts as one.
   *
   * @param {() => void} show
   */
  function watch(show) {
    look = show;
    const wake = async () => {
      // Seen once, it stays so, even if local storage is out of reach later on.
      if (isPast()) return look();
      const wish = browser.read(MEMORY);
      if (wish === "off" && isMemory) await setMemory(false);
      if (wish === null && isMemory) browser.put(MEMORY, "on");
      // Another page of this host has emptied local storage. It is not its to empty.
      if (!isMemory && local && !hasLife()) {
        mendAgain();
        await ready;
      }
      // It may have come back to itself meanwhile; nothing need wait for that.
      if (isBehind) mendAgain();
      return look();
    };
    const isTold = (key) => key === null || (key.startsWith(prefix) && key !== `${prefix}shown`);
    addEventListener("storage", ({ key }) => isTold(key) && wake());
    for (const waking of ["pageshow", "visibilitychange", "focus"]) addEventListener(waking, wake);
    ready.then(look);
  }

  /** @param {string} name @returns {string | null} a small note that may be lost */
  const note = (name) => (isMemory ? null : browser.read(name));
  const putNote = (name, text) => !isMemory && browser.put(name, text);
  const dropNote = (name) => browser.drop(name);

  return {
    texts,
    change,
    durable,
    replace,
    isPast,
    quarantine,
    quarantined,
    asides,
    setMemory,
    everything,
    watch,
    note,
    putNote,
    dropNote,
    ownNote: tab.read,
    putOwnNote: tab.put,
    ready: () => ready,
    isMemory: () => isMemory,
    isMirrored: () => hasMirror && !isBehind,
    putBack,
    canPutBack: () => lost.size > 0,
    timesEmptied: () => timesEmptied,
    isRefused: () => held.size > 0 && !isMemory,
  };
}

/** @param {Texts} texts @returns {[string, string][]} */
function sealedOf(texts) {
  return Array.from(texts, ([name, text]) => [name, seal(name, text)]);
}

/** @param {string} name of something in the mirror @returns {boolean} whether it is a sign of life */
function isOurs(name) {
  return name === LIFE || name === MEMORY || isKept(name);
}

function isKept(name) {
  return RECORD_NAME.test(name) || SNAPSHOT_NAME.test(name);
}

/** Of two texts under one name one may lack its names and notes: the longer wins, then the greater. */
export function better(text, other) {
  if (text === null || other === null) return text ?? other;
  if (text.length !== other.length) return text.length > other.length ? text : other;
  return text > other ? text : other;
}
