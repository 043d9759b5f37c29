/**
 * Mending: local storage and the mirror are made to hold what either of them has. What was deleted or
 * emptied meanwhile is told from what was lost.
 *
 * How texts are read and changed otherwise is said in store.mjs.
 */

import { isOlder, isSameLife, LIFE, newLife, readLife, writeLife } from "./life.mjs";
import { sealedOf } from "./seal.mjs";
import { better, isKept } from "./texts.mjs";

/** Whether this computer shall keep nothing: "on", "off", or nothing said. In both stores. */
export const MEMORY = "memory";

/** @typedef {import("./texts.mjs").Texts} Texts */

/**
 * @param {import("./store.mjs").State} state
 * @param {{
 *   browser: ReturnType<typeof import("./storage.mjs").openStorage>,
 *   mirror: ReturnType<typeof import("./mirror.mjs").openMirror> | null,
 *   putAside: (name: string, stored: string) => boolean,
 *   origin: string,
 *   leftovers: (texts: Texts) => string[],
 * }} stores
 * @param {{
 *   storedTexts: () => Texts,
 *   textOf: (name: string, stored: string) => string | null,
 *   isEmptied: () => boolean,
 *   hasLife: () => boolean,
 *   putLife: () => boolean,
 *   putHeld: () => void,
 *   empty: (asideToo: boolean) => void,
 * }} here what store.mjs does with local storage and with what is held
 */
export function openMending(
  state,
  { browser, mirror, putAside, origin, leftovers },
  { storedTexts, textOf, isEmptied, hasLife, putLife, putHeld, empty },
) {
  const { held, copies, unwanted } = state;
  /** Whether the mirror had the life while this tab was open. */
  let wasMirrored = false;
  let isMending = true;

  /**
   * Make both stores hold what either of them has. What is damaged is replaced by its copy; without
   * one it is put aside, never deleted.
   *
   * @param {{ isFirst?: boolean }} [when] first: the stores have not been looked at before
   * @returns {Promise<void>}
   */
  async function mend({ isFirst = false } = {}) {
    const there = state.isMemory || !mirror ? null : await mirror.all();
    const own = state.early ?? new Map();
    state.early = null;
    isMending = false;
    if (isFirst || there !== null) state.hasMirror = there !== null;
    if (state.isMemory) {
      // Local storage may have lost it; a new one would not be known to be later than those before.
      state.life ??= readLife((await mirror?.all())?.get(LIFE)) ?? newLife(origin);
      return;
    }
    const [ours, theirs] = [readLife(browser.read(LIFE)), readLife(there?.get(LIFE))];
    const isAllGone = !isFirst && areBothEmptied(there);
    if (isAllGone) letGo(new Set(browser.names()));
    // Where the reader has emptied everything, nothing is written until there is something to keep.
    if (isAllGone && storedTexts().size === 0) return;
    // This tab slept while everything was deleted, and then local storage was emptied as well.
    state.hasPassed ||= !isFirst && isOlder(state.life, theirs);
    const isOver = isOlder(ours, theirs) || (!isFirst && isOlder(state.life, theirs));
    if (isOver) startOver(own);
    state.life = isOver ? theirs : (ours ?? theirs ?? state.life ?? newLife(origin));
    if (browser.read(LIFE) !== writeLife(state.life)) putLife();
    // Local storage may have been emptied, or not have got the reader's wish before a kill.
    if (there?.get(MEMORY) === "on" && browser.read(MEMORY) !== "off") return startHolding(own);
    const isOutOfDate = isOlder(theirs, state.life);
    const isThere = (name) => isKept(name) && !unwanted.has(name);
    const mirrored = new Map(
      isOutOfDate ? [] : Array.from(there ?? []).filter(([name]) => isThere(name)),
    );
    const here = storedTexts();
    const { whole, asides } = unite(here, mirrored);
    const gone = new Set(leftovers(whole));
    for (const name of gone) {
      held.delete(name);
      browser.drop(name);
    }
    const staying = sealedOf(whole).filter(([name]) => !gone.has(name));
    putInto(here, staying);
    const puts = staying.filter(([name, stored]) => mirrored.get(name) !== stored);
    const isNoMore = (name) => gone.has(name) || asides.has(name) || unwanted.has(name);
    const drops = Array.from(there?.keys() ?? []).filter(isNoMore);
    const isOther = theirs !== null && !isSameLife(theirs, state.life);
    const isDone = isOther
      ? await mirror.replace(staying, state.life)
      : there !== null && (await mirror.change({ puts, drops }, state.life));
    state.isBehind = state.hasMirror && !isDone;
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
    state.ready = state.ready.then(() => mend()).catch(doWithoutMirror);
    state.ready.then(() => state.look());
  }

  /** Nothing that may stand in a store is expected to lead here. If it does, the page works without. */
  function doWithoutMirror() {
    state.early = null;
    state.hasMirror = false;
    isMending = false;
    state.life ??= newLife(origin);
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
    const gone = Array.from(state.seen).filter(([name]) => !own.has(name));
    if (gone.length === 0) return;
    state.lost = new Map([...state.lost, ...gone]);
    state.seen = new Map();
    state.timesEmptied += 1;
    for (const name of held.keys()) if (!own.has(name)) held.delete(name);
  }

  /** All that stands here is of an earlier life. What the reader did meanwhile is not. */
  function startOver(own) {
    empty(true);
    for (const [name, stored] of own) held.set(name, stored);
    putHeld();
  }

  /** Keep from now on nothing but what this tab holds. */
  function startHolding(own) {
    state.isMemory = true;
    state.hasMirror = false;
    empty(true);
    browser.put(MEMORY, "on");
    for (const [name, stored] of own) held.set(name, stored);
  }

  /**
   * @param {Texts} here sealed
   * @param {Texts} mirrored sealed
   * @returns {{ whole: Texts, asides: Set<string> }} every whole text of either; and names of those of
   *   which all that there was is put aside
   */
  function unite(here, mirrored) {
    const whole = new Map();
    const asides = new Set();
    for (const name of new Set([...here.keys(), ...mirrored.keys()])) {
      const [own, copied] = [here.get(name), mirrored.get(name)];
      const [text, other] = [own, copied].map((it) => (it === undefined ? null : textOf(name, it)));
      const best = better(name, text, other);
      const damaged = new Set([text === null ? own : null, best === null ? copied : null]);
      const isAside = Array.from(damaged).every((it) => it == null || putAside(name, it));
      if (best === null) {
        if (isAside) asides.add(name);
        continue;
      }
      whole.set(name, best);
    }
    return { whole, asides };
  }

  /**
   * Put into local storage what it lacks. What was deleted is no part of it: not even for a moment, or
   * other tabs would be told of it and do the same, and so on for as long as the mirror has it.
   *
   * @param {Texts} here sealed, what was there
   * @param {[string, string][]} staying sealed
   */
  function putInto(here, staying) {
    let isMended = false;
    for (const [name, stored] of staying) {
      if (stored === here.get(name)) continue;
      isMended ||= !here.has(name);
      if (!browser.put(name, stored)) held.set(name, stored);
    }
    // An id made up for an empty storage is not the interview that has come back.
    if (isMended && here.size === 0) browser.drop("interview");
    // The last views are older than that, and may tell of what was deleted before the browser was killed.
    if (isMended) browser.drop("shown");
  }

  return { mend, mendAgain, doWithoutMirror, letGo };
}

/** @param {string} name of something in the mirror @returns {boolean} whether it is a sign of life */
function isOurs(name) {
  return name === LIFE || name === MEMORY || isKept(name);
}
