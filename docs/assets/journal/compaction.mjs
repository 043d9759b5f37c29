/**
 * Compaction: the many records of an interview are put into one snapshot, so that the store stays small.
 *
 * Which records matter is Python's to say, and what a snapshot looks like is said in snapshots.mjs.
 */

import { foldDeleted, interviewOf, isInterview, isTombstone } from "../store/records.mjs";
import {
  isSnapshot,
  MANY,
  nameAfter,
  readSnapshot,
  snapshotsOf,
  writeSnapshot,
} from "../store/snapshots.mjs";
import { union } from "../store/texts.mjs";

/** @typedef {import("../store/records.mjs").Records} Records */

/**
 * @param {ReturnType<typeof import("../store/store.mjs").openStore>} store
 * @param {LockManager | undefined} locks without them nothing is compacted
 * @param {string} lockName so that only one tab does it at a time
 * @param {() => boolean} mustNotWrite
 */
export function openCompaction(store, locks, lockName, mustNotWrite) {
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
    return locks.request(lockName, { ifAvailable: true }, async (lock) => {
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

  return { large, compact };
}
