/**
 * How things are kept: said to the reader in a sentence, and told to Python.
 *
 * What stands on the page for as long as it is so is shown by standing.mjs.
 */

import { say, words } from "./status.mjs";

/** Milliseconds to wait for the mirror before saying how something is kept. It takes about five. */
const SOON = 1_000;

/** @typedef {ReturnType<typeof import("../journal/journal.mjs").openJournal>} Journal */
/** @typedef {{ saved: string, kept: string, held: string }} Sentences */

/**
 * @param {Journal} journal
 * @param {() => void} follow called once it is known whether something outlives the browser
 */
export function openKeeping(journal, follow) {
  /** How often something was said of how things are kept: only the last word counts. */
  let spoken = 0;

  /**
   * "Saved" is said only once a change outlives a browser that is killed.
   *
   * @param {string[]} keys of the records that it is about
   * @param {Sentences} [sentences] those of the page, if Python has none
   */
  async function sayHowKept(keys, { saved, kept, held } = spokenWords()) {
    spoken += 1;
    const turn = spoken;
    const sayIfLast = (sentence, how = {}) => turn === spoken && say(sentence, how);
    if (journal.isMemory()) return sayIfLast(held);
    const isDurable = journal.durable(keys);
    const late = new Promise((settle) => setTimeout(settle, SOON, null));
    const isSoon = await Promise.race([isDurable, late]);
    if (!isSoon) sayIfLast(journal.isRefused() ? words("not-kept") : kept);
    if (isSoon || (await isDurable)) sayIfLast(saved, { isSeen: false });
    follow();
  }

  return { sayHowKept };
}

/**
 * How things are kept: what Python needs to know to word it.
 *
 * @param {Journal} journal
 */
export function storeNow(journal) {
  return {
    durable: journal.isMirrored(),
    memory: journal.isMemory(),
    quarantined: journal.quarantined().length,
    newer: journal.isNewer(),
    undo: journal.undoKind(),
    refused: journal.isRefused(),
    emptied: journal.canPutBack(),
  };
}

/** @returns {Sentences} */
function spokenWords() {
  return { saved: words("saved"), kept: words("kept"), held: words("held") };
}
