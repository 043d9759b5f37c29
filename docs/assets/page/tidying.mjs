/**
 * Tidying: Python says which records of an interview still matter, and the journal keeps those as one.
 *
 * Only when a page has nothing else to ask. What is folded how is Python's business.
 */

/** Milliseconds after an answer in which nothing is tidied. */
const PAUSE = 1_000;

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {{
 *   isFree: () => boolean,
 *   alone: (act: () => Promise<boolean>) => Promise<boolean>,
 *   askToFold: (large: string, records: Map<string, string>) => Promise<string | null>,
 * }} page isFree: whether Python is up and nothing is asked; alone: does something while nothing else is
 *   asked; askToFold: asks which records of an interview still matter
 */
export function openTidying(journal, { isFree, alone, askToFold }) {
  let mayTidy = true;

  /** Many records of one interview become a few, when there is time for it. */
  async function tidyUp() {
    if (!mayTidy || journal.large() === null) return;
    mayTidy = false;
    await new Promise((settle) => setTimeout(settle, PAUSE));
    if (isFree()) mayTidy = await alone(() => compact(journal.large()));
  }

  /**
   * Ask which records of an interview still matter, and keep those as one text.
   *
   * @returns {Promise<boolean>} whether it may be tried again
   */
  async function compact(large) {
    const records = journal.records();
    const text = await askToFold(large, records);
    return text !== null && (await journal.compact(large, records, JSON.parse(text).kept));
  }

  return { tidyUp };
}
