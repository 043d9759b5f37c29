/**
 * The mirror: a second copy of every stored text, in IndexedDB. It is what survives a killed browser:
 * local storage answers before anything is on disk, and up to a minute may pass until it is.
 *
 * Every change carries the `life` of the store it belongs to, a number that rises when everything is
 * deleted or replaced. A change of an older life is refused; one of a newer life first empties what
 * stands here. So neither a sleeping tab nor mending brings anything back.
 */

import { seal, unseal } from "./seal.mjs";

/** Milliseconds. Some browsers never answer; then local storage alone must do. */
const PATIENCE = 3_000;
const STORE = "texts";
export const LIFE = "life";

/**
 * @typedef {{ puts?: [string, string][], drops?: string[] }} Change texts to put, by name, and names
 *   to drop
 */

/**
 * @param {string} name of the database
 * @param {IDBFactory | undefined} [factory]
 */
export function openMirror(name, factory = ownFactory()) {
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  /** @returns {Promise<Map<string, string> | null>} all texts by name; null if they cannot be had */
  function all() {
    return transact("readonly", (store) => {
      const [names, texts] = [store.getAllKeys(), store.getAll()];
      return () => new Map(names.result.map((each, index) => [each, texts.result[index]]));
    });
  }

  /**
   * @param {Change} change
   * @param {number} life
   * @returns {Promise<boolean>} whether it is on disk, whatever happens to the browser now
   */
  async function change({ puts = [], drops = [] }, life) {
    const isDone = await transact("readwrite", (store) => {
      const asked = store.get(LIFE);
      let isPast = false;
      asked.onsuccess = () => {
        const known = readLife(asked.result);
        isPast = known > life;
        if (isPast) return;
        // A damaged number says nothing, so it empties nothing.
        if (known > 0 && known < life) store.clear();
        store.put(writeLife(life), LIFE);
        for (const [each, text] of puts) store.put(text, each);
        for (const each of drops) store.delete(each);
      };
      return () => !isPast;
    });
    return isDone ?? false;
  }

  /**
   * Put these texts in the place of everything, or change nothing.
   *
   * @param {[string, string][]} puts
   * @param {number} life a new one
   * @returns {Promise<boolean>}
   */
  async function replace(puts, life) {
    const isDone = await transact("readwrite", (store) => {
      store.clear();
      store.put(writeLife(life), LIFE);
      for (const [each, text] of puts) store.put(text, each);
      return () => true;
    });
    return isDone ?? false;
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => () => T} act returns what to read when it is complete
   * @returns {Promise<T | null>} null if it was not done, or not in time
   */
  async function transact(mode, act) {
    try {
      return await inTime(async () => {
        opened ??= open();
        const database = await opened;
        const transaction = database.transaction(STORE, mode, { durability: "strict" });
        const read = act(transaction.objectStore(STORE));
        await complete(transaction);
        return read();
      });
    } catch {
      // Whatever it was, a new connection may do better.
      opened?.then((database) => database.close()).catch(() => {});
      opened = null;
      return null;
    }
  }

  /** @returns {Promise<IDBDatabase>} */
  function open() {
    return new Promise((settle, fail) => {
      if (!factory) throw new Error("no IndexedDB");
      const asked = factory.open(name, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onerror = () => fail(asked.error);
      asked.onblocked = () => fail(new Error("blocked"));
      asked.onsuccess = () => {
        const close = () => {
          opened = null;
        };
        asked.result.onclose = close;
        asked.result.onversionchange = () => {
          asked.result.close();
          close();
        };
        settle(asked.result);
      };
    });
  }

  return { all, change, replace };
}

/** @param {string | null | undefined} stored @returns {number} 0 if there is none, or it is damaged */
export function readLife(stored) {
  const text = typeof stored === "string" ? unseal(LIFE, stored) : null;
  const life = text === null ? 0 : JSON.parse(text).life;
  return Number.isSafeInteger(life) && life > 0 ? life : 0;
}

/** @param {number} life @returns {string} */
export function writeLife(life) {
  return seal(LIFE, JSON.stringify({ life }));
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} settled when all of it is on disk */
function complete(transaction) {
  return new Promise((settle, fail) => {
    transaction.oncomplete = () => settle();
    transaction.onabort = () => fail(transaction.error);
    transaction.onerror = () => fail(transaction.error);
  });
}

/** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
async function inTime(act) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error("no answer")), PATIENCE);
  });
  try {
    return await Promise.race([act(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function ownFactory() {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}
