/**
 * The mirror: a second copy of every stored text, in IndexedDB. It is what survives a killed browser:
 * local storage answers before anything is on disk, and up to a minute may pass until it is.
 *
 * Every change carries the life of the store it belongs to. One of another life is refused, so no
 * sleeping tab brings back what was deleted. Other pages of the host can write here and take the whole
 * database away: what is no text under a name is not there, and a change says so if it finds nothing.
 */

import { isSameLife, LIFE, readLife, writeLife } from "./life.mjs";

/** Milliseconds. Some browsers never answer; then local storage alone must do. */
const PATIENCE = 3_000;
const STORE = "texts";

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
      const names = store.getAllKeys();
      const texts = store.getAll();
      /** @type {[string, IDBRequest][]} */
      let single = [];
      // One value that cannot be read back takes no other with it.
      texts.onerror = (event) => {
        pass(event);
        single = names.result.map((each) => [each, store.get(each)]);
        for (const [, asked] of single) asked.onerror = pass;
      };
      return () =>
        single.length > 0
          ? onlyTexts(single.map(([each, asked]) => [each, asked.error ? null : asked.result]))
          : onlyTexts(names.result.map((each, index) => [each, texts.result[index]]));
    });
  }

  /**
   * @param {Change} change
   * @param {import("./life.mjs").Life} life
   * @param {() => [string, string][]} [whole] all that shall be here, should nothing be here any more
   * @returns {Promise<boolean>} whether it is on disk, whatever happens to the browser now
   */
  async function change({ puts = [], drops = [] }, life, whole = () => []) {
    const isDone = await transact("readwrite", (store) => {
      const asked = store.get(LIFE);
      let isOther = false;
      asked.onsuccess = () => {
        const known = readLife(asked.result);
        isOther = known !== null && !isSameLife(known, life);
        if (isOther) return;
        const rest = asked.result === undefined ? whole() : [];
        store.put(writeLife(life), LIFE);
        for (const [each, text] of [...rest, ...puts]) store.put(text, each);
        for (const each of drops) store.delete(each);
      };
      return () => !isOther;
    });
    return isDone ?? false;
  }

  /**
   * Put these texts in the place of everything, or change nothing.
   *
   * @param {[string, string][]} puts
   * @param {import("./life.mjs").Life} life a new one
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

/** @param {[unknown, unknown][]} entries @returns {Map<string, string>} those that are ours by their kind */
function onlyTexts(entries) {
  const isText = (value) => typeof value === "string";
  return new Map(/** @type {any} */ (entries.filter((its) => its.every(isText))));
}

/** @param {Event} event of a request that failed, for which its transaction shall not be undone */
function pass(event) {
  event.preventDefault();
  event.stopPropagation();
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
