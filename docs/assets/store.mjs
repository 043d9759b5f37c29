/**
 * The store: every text that is kept, by name, in local storage and again in the mirror. What a text
 * says is not its business.
 *
 * Names: r.<key> is a record, s.<interview>.<number> a snapshot, q.<name> a text put aside as it was
 * because it was damaged. Local storage also has `life`, `memory`, and small notes that may be lost.
 * A change is in local storage at once, as far as that takes it, and durable when the mirror says so.
 */

import { LIFE, readLife, writeLife } from "./mirror.mjs";
import { LONGEST_TEXT, RECORD_NAME, SNAPSHOT_NAME } from "./records.mjs";
import { seal, unseal } from "./seal.mjs";
import { openStorage } from "./storage.mjs";

const ASIDE = "q.";
const MEMORY = "memory";
const NOTES = ["interview", "shown"];

/** @typedef {Map<string, string>} Texts by name */

/**
 * @param {string} prefix of every key
 * @param {{
 *   local: Storage | null,
 *   session: Storage | null,
 *   mirror: ReturnType<typeof import("./mirror.mjs").openMirror> | null,
 * }} storages
 * @param {(texts: Texts) => string[]} leftovers names of texts that were deleted and may not come back
 */
export function openStore(prefix, { local, session, mirror }, leftovers) {
  const browser = openStorage(local, prefix);
  const tab = openStorage(session, prefix);
  /** @type {Texts} sealed, not in local storage: good until this page is left */
  const held = new Map();
  /** @type {Map<string, { stored: string, text: string | null }>} each seal is looked at once */
  const opened = new Map();
  /** @type {Map<string, Promise<boolean>>} whether the mirror has it, by name */
  const copies = new Map();
  let isMemory = browser.read(MEMORY) === "on";
  let life = readLife(browser.read(LIFE));
  let hasMirror = false;
  let ready = mend();

  // --- Reading ---

  /** @returns {Texts} every text that is whole */
  function texts() {
    const found = new Map();
    for (const [name, stored] of storedTexts()) {
      const text = textOf(name, stored);
      if (text !== null) found.set(name, text);
    }
    return found;
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
    const sealed = puts.map(([name, text]) => [name, seal(name, text)]);
    for (const name of drops) {
      held.delete(name);
      browser.drop(name);
    }
    for (const [name, stored] of sealed) held.set(name, stored);
    putHeld();
    copy({ puts: sealed, drops });
    return puts.every(([name]) => !held.has(name));
  }

  /** Room may have been made since the last refusal: what waits goes with what is new. */
  function putHeld() {
    if (isMemory) return;
    for (const [name, stored] of held) if (browser.put(name, stored)) held.delete(name);
  }

  function copy(sealed) {
    const done = ready.then(() => hasMirror && mirror.change(sealed, life)).catch(() => false);
    for (const [name] of sealed.puts) copies.set(name, done);
    return done;
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
    const sealed = Array.from(texts, ([name, text]) => [name, seal(name, text)]);
    const next = Math.max(life, readLife(browser.read(LIFE))) + 1;
    const isMirrored = !mirror || (await mirror.replace(isMemory ? [] : sealed, next));
    empty(asideToo);
    life = next;
    const isLocal = browser.put(LIFE, writeLife(life));
    for (const [name, stored] of sealed) held.set(name, stored);
    putHeld();
    for (const name of texts.keys()) copies.set(name, Promise.resolve(isMirrored && hasMirror));
    return isMirrored && (isLocal || !local);
  }

  function empty(asideToo) {
    held.clear();
    opened.clear();
    copies.clear();
    for (const name of browser.names()) {
      const isAside = asideToo && name.startsWith(ASIDE);
      if (isKept(name) || isAside || NOTES.includes(name)) browser.drop(name);
    }
    tab.drop("interview");
  }

  /** @returns {boolean} whether another tab has deleted or replaced everything meanwhile */
  function isPast() {
    return readLife(browser.read(LIFE)) > life;
  }

  // --- Mending ---

  /**
   * Make both stores hold what either of them has. What is damaged is replaced by its copy; without
   * one it is put aside, never deleted.
   *
   * @returns {Promise<void>}
   */
  async function mend() {
    const there = isMemory || !mirror ? null : await mirror.all();
    hasMirror = there !== null;
    if (isMemory) return;
    const [ours, theirs] = [readLife(browser.read(LIFE)), readLife(there?.get(LIFE))];
    if (ours > 0 && theirs > ours) empty(true);
    life = Math.max(life, ours, theirs, 1);
    if (browser.read(LIFE) !== writeLife(life)) browser.put(LIFE, writeLife(life));
    const isOlder = theirs > 0 && theirs < life;
    const mirrored = new Map(
      isOlder ? [] : Array.from(there ?? []).filter(([name]) => isKept(name)),
    );
    const whole = unite(storedTexts(), mirrored);
    const gone = new Set(leftovers(whole));
    for (const name of gone) browser.drop(name);
    const puts = Array.from(whole, ([name, text]) => [name, seal(name, text)]).filter(
      ([name, stored]) => !gone.has(name) && mirrored.get(name) !== stored,
    );
    const drops = Array.from(mirrored.keys()).filter((name) => gone.has(name) || !whole.has(name));
    const isPoorer = isOlder || puts.length + drops.length > 0;
    if (hasMirror && isPoorer) await mirror.change({ puts, drops }, life);
    for (const [name] of hasMirror ? whole : []) copies.set(name, Promise.resolve(true));
  }

  /**
   * @param {Texts} here sealed
   * @param {Texts} mirrored sealed
   * @returns {Texts} every whole text of either, now in local storage too
   */
  function unite(here, mirrored) {
    const whole = new Map();
    let isMended = false;
    for (const name of new Set([...here.keys(), ...mirrored.keys()])) {
      const [own, copied] = [here.get(name), mirrored.get(name)];
      const [text, other] = [own, copied].map((it) => (it === undefined ? null : textOf(name, it)));
      const best = better(text, other);
      if (own !== undefined && text === null) putAside(name, own);
      if (best === null) {
        if (copied !== undefined && copied !== own) putAside(name, copied);
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
    return whole;
  }

  /** Nothing is lost by it: what cannot be put aside stays where it is. */
  function putAside(name, stored) {
    const taken = new Set(browser.names());
    let aside = `${ASIDE}${name}`;
    for (let number = 2; taken.has(aside) && browser.read(aside) !== stored; number += 1) {
      aside = `${ASIDE}${name}.${number}`;
    }
    if (browser.put(aside, stored) && browser.read(name) === stored) browser.drop(name);
  }

  // --- Putting aside, not saving, handing out ---

  /** @param {string[]} names of texts that make trouble: they are kept, but not read any more */
  function quarantine(names) {
    for (const [name, stored] of storedTexts()) if (names.includes(name)) putAside(name, stored);
    for (const name of names) held.delete(name);
    copy({ puts: [], drops: names });
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
    const all = texts();
    if (!on) {
      isMemory = false;
      browser.drop(MEMORY);
      ready = mend();
      await ready;
      change({ puts: [...all] });
      return true;
    }
    browser.put(MEMORY, "on");
    const isGone = await replace(new Map(), { asideToo: true });
    isMemory = true;
    hasMirror = false;
    for (const [name, text] of all) held.set(name, seal(name, text));
    return isGone;
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
   * @param {() => void} look
   */
  function watch(look) {
    const wake = async () => {
      if (browser.read(MEMORY) === null && isMemory) await setMemory(false);
      // Another page of this host has emptied local storage. It is not its to empty.
      if (!isMemory && local && browser.read(LIFE) === null) {
        ready = mend();
        await ready;
      }
      look();
    };
    const isOurs = (key) => key === null || (key.startsWith(prefix) && key !== `${prefix}shown`);
    addEventListener("storage", ({ key }) => isOurs(key) && wake());
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
    isMirrored: () => hasMirror,
    isRefused: () => held.size > 0 && !isMemory,
  };
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
