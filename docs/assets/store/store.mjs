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
 *
 * How one store is filled from the other is said in mending.mjs. What is shared with it is the State.
 */

import { ASIDE, openAsides } from "./asides.mjs";
import { isOlder, isSameLife, LIFE, newLife, nextLife, readLife, writeLife } from "./life.mjs";
import { MEMORY, openMending } from "./mending.mjs";
import { LONGEST_TEXT } from "./records.mjs";
import { seal, sealedOf, unseal } from "./seal.mjs";
import { openStorage } from "./storage.mjs";
import { isKept } from "./texts.mjs";

const NOTES = ["interview", "shown"];
/** @type {[string, string][]} all that the mirror holds on a computer that shall keep nothing */
const STAYS_OFF = [[MEMORY, "on"]];

/** @typedef {ReturnType<typeof newState>} State */
/** @typedef {import("./texts.mjs").Texts} Texts */

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
  /** @type {Map<string, { stored: string, text: string | null }>} each seal is looked at once */
  const opened = new Map();
  const state = newState(browser);
  const { held, copies, unwanted } = state;
  /** Whether local storage had the life while this tab was open. */
  let hasLived = state.life !== null;
  const { putAside, asides } = openAsides(browser);
  const { mend, mendAgain, doWithoutMirror, letGo } = openMending(
    state,
    { browser, mirror, putAside, origin, leftovers },
    { storedTexts, textOf, isEmptied, hasLife, putLife, putHeld, empty },
  );
  state.ready = mend({ isFirst: true }).catch(doWithoutMirror);

  // --- Reading ---

  /** @returns {Texts} every text that is whole */
  function texts() {
    const found = new Map();
    for (const [name, stored] of storedTexts()) {
      const text = textOf(name, stored);
      if (text !== null) found.set(name, text);
    }
    if (!isEmptied()) state.seen = found;
    return found;
  }

  /** @returns {boolean} whether somebody has emptied local storage since this tab saw it */
  function isEmptied() {
    return hasLived && !state.isMemory && !hasLife() && browser.isReadable();
  }

  function hasLife() {
    return readLife(browser.read(LIFE)) !== null;
  }

  /** @returns {Texts} sealed, whole or not */
  function storedTexts() {
    const found = new Map(held);
    for (const name of state.isMemory ? [] : browser.names()) {
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
    const mustMend = isEmptied() || state.isBehind;
    const sealed = puts.map(([name, text]) => [name, seal(name, text)]);
    for (const name of drops) {
      held.delete(name);
      browser.drop(name);
    }
    for (const [name, stored] of sealed) held.set(name, stored);
    for (const [name, stored] of state.early ? sealed : []) state.early.set(name, stored);
    putHeld();
    if (mustMend) mendAgain();
    copy({ puts: sealed, drops });
    return puts.every(([name]) => !held.has(name));
  }

  /** Room may have been made since the last refusal: what waits goes with what is new. */
  function putHeld() {
    if (state.isMemory) return;
    for (const [name, stored] of held) if (browser.put(name, stored)) held.delete(name);
    if (state.life && !hasLived) putLife();
  }

  function putLife() {
    const isPut = browser.put(LIFE, writeLife(state.life));
    hasLived ||= isPut;
    return isPut;
  }

  function copy({ puts, drops }) {
    for (const [name] of puts) unwanted.delete(name);
    for (const name of drops) unwanted.add(name);
    const done = state.ready.then(() => copyNow({ puts, drops })).catch(() => false);
    for (const [name] of puts) copies.set(name, done);
    return done;
  }

  async function copyNow(sealed) {
    if (!state.hasMirror || state.isBehind || state.hasPassed) return false;
    const names = new Set(sealed.puts.map(([name]) => name));
    const before = state.timesEmptied;
    const isDone = await mirror.change(sealed, state.life, () => wholeWithout(names));
    if (state.timesEmptied !== before) state.look();
    if (isDone) for (const name of sealed.drops) unwanted.delete(name);
    state.isBehind ||= !isDone;
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
    await state.ready;
    const sealed = sealedOf(texts);
    const there = readLife(browser.read(LIFE));
    const next = nextLife(
      (isOlder(there, state.life) ? state.life : there) ?? state.life ?? newLife(origin),
    );
    const isMirrored = !mirror || (await mirror.replace(state.isMemory ? STAYS_OFF : sealed, next));
    state.isBehind = state.hasMirror && !isMirrored;
    empty(asideToo);
    state.life = next;
    state.hasPassed = false;
    const isLocal = putLife();
    for (const [name, stored] of sealed) held.set(name, stored);
    putHeld();
    for (const name of texts.keys())
      copies.set(name, Promise.resolve(isMirrored && state.hasMirror));
    return isMirrored && (isLocal || !local);
  }

  function empty(asideToo) {
    held.clear();
    opened.clear();
    copies.clear();
    unwanted.clear();
    state.seen = new Map();
    state.lost = new Map();
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
    state.hasPassed ||= there !== null && state.life !== null && !isSameLife(there, state.life);
    return state.hasPassed;
  }

  /**
   * Keep again what both stores had lost.
   *
   * @returns {Promise<boolean>} whether it is kept
   */
  async function putBack() {
    const puts = Array.from(state.lost);
    state.lost = new Map();
    const isLocal = change({ puts });
    return isLocal || (await durable(puts.map(([name]) => name)));
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
    if (on === state.isMemory) return true;
    if (on) {
      const all = texts();
      state.isMemory = true;
      const isGone = await replace(new Map(), { asideToo: true });
      browser.put(MEMORY, "on");
      state.hasMirror = false;
      for (const [name, text] of all) held.set(name, seal(name, text));
      return isGone;
    }
    state.isMemory = false;
    browser.put(MEMORY, "off");
    if (mirror) await mirror.change({ drops: [MEMORY] }, state.life);
    putHeld();
    state.ready = state.ready.then(() => mend()).catch(doWithoutMirror);
    await state.ready;
    return true;
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
    state.look = show;
    const wake = async () => {
      // Seen once, it stays so, even if local storage is out of reach later on.
      if (isPast()) return state.look();
      const wish = browser.read(MEMORY);
      if (wish === "off" && state.isMemory) await setMemory(false);
      if (wish === null && state.isMemory) browser.put(MEMORY, "on");
      // Another page of this host has emptied local storage. It is not its to empty.
      if (!state.isMemory && local && !hasLife()) {
        mendAgain();
        await state.ready;
      }
      // It may have come back to itself meanwhile; nothing need wait for that.
      if (state.isBehind) mendAgain();
      return state.look();
    };
    const isTold = (key) => key === null || (key.startsWith(prefix) && key !== `${prefix}shown`);
    addEventListener("storage", ({ key }) => isTold(key) && wake());
    for (const waking of ["pageshow", "visibilitychange", "focus"]) addEventListener(waking, wake);
    state.ready.then(state.look);
  }

  /** @param {string} name @returns {string | null} a small note that may be lost */
  const note = (name) => (state.isMemory ? null : browser.read(name));
  const putNote = (name, text) => !state.isMemory && browser.put(name, text);
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
    ready: () => state.ready,
    isMemory: () => state.isMemory,
    isMirrored: () => state.hasMirror && !state.isBehind,
    putBack,
    canPutBack: () => state.lost.size > 0,
    timesEmptied: () => state.timesEmptied,
    isRefused: () => held.size > 0 && !state.isMemory,
  };
}

/**
 * What reading, changing and mending share.
 *
 * @param {ReturnType<typeof openStorage>} browser local storage
 */
function newState(browser) {
  return {
    /** @type {Texts} sealed, not in local storage: good until this page is left */
    held: new Map(),
    /** @type {Map<string, Promise<boolean>>} whether the mirror has it, by name */
    copies: new Map(),
    /** @type {Set<string>} names of dropped texts that the mirror may still have */
    unwanted: new Set(),
    /** @type {Texts} what this tab last saw of what is kept */
    seen: new Map(),
    /** @type {Texts} what it had seen when both stores were emptied under it */
    lost: new Map(),
    timesEmptied: 0,
    /** Shows what is kept, once it is not what it was. */
    look: () => {},
    isMemory: browser.read(MEMORY) === "on",
    life: readLife(browser.read(LIFE)),
    hasMirror: false,
    /** Whether the mirror lacks something that it should have, or has too much. */
    isBehind: false,
    hasPassed: false,
    /** @type {Texts | null} sealed, put before the mirror was read; null once it has been */
    early: new Map(),
    /** @type {Promise<void>} settled when the stores have been mended */
    ready: Promise.resolve(),
  };
}
