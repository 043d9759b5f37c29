// A browser's stores for tests, with all that can go wrong in them. Each tab has handles of its own,
// which are of no use once the tab is gone: what it had not finished is never done.
//
// Local storage can be full or denied, and reaches the disk when it is flushed: a crash loses the last
// changes. IndexedDB reaches the disk with each transaction that is complete, and can hang or refuse.

const ENDLESS = Number.POSITIVE_INFINITY;

/** One tab's way to what all tabs share. */
class Handle {
  isGone = false;

  use() {
    if (this.isGone) throw new Error("This tab is gone.");
  }
}

export class FakeStorage {
  #texts = new Map();
  /** What a crash leaves, and what was done since. */
  #onDisk = new Map();
  #sinceFlush = [];
  isFull = false;
  isDenied = false;
  /** The name of a key of which nothing can be read or written; empty for none. */
  deniedKey = "";
  /** How many changes are still taken before each throws. */
  changesLeft = ENDLESS;
  /** @type {(key: string | null, handle: object) => void} */
  onChange = () => {};

  /** @returns {Storage & Handle} what a tab sees of it */
  handle() {
    const handle = new Handle();
    const texts = () => {
      handle.use();
      if (this.isDenied) throw new Error("SecurityError");
      return this.#texts;
    };
    const change = (key, act) => {
      texts();
      this.#change(act);
      this.onChange(key, handle);
    };
    Object.defineProperty(handle, "length", { get: () => texts().size });
    return Object.assign(handle, {
      key: (index) => [...texts().keys()][index] ?? null,
      getItem: (key) => {
        if (key === this.deniedKey) throw new Error("SecurityError");
        return texts().get(key) ?? null;
      },
      setItem: (key, text) => {
        if (key === this.deniedKey) throw new Error("SecurityError");
        const isLonger = !(texts().get(key)?.length >= text.length);
        if (this.isFull && isLonger) throw new Error("QuotaExceededError");
        // As the standard has it: where nothing changes, no other tab is told.
        if (texts().get(key) === text) return;
        change(key, (all) => all.set(key, text));
      },
      removeItem: (key) => texts().has(key) && change(key, (all) => all.delete(key)),
      clear: () => change(null, (all) => all.clear()),
    });
  }

  flush() {
    this.#onDisk = new Map(this.#texts);
    this.#sinceFlush = [];
  }

  /** @param {number} share of the changes since the last flush that reached the disk: 0 to 1 */
  crash(share) {
    const kept = this.#sinceFlush.slice(0, Math.round(share * this.#sinceFlush.length));
    for (const act of kept) act(this.#onDisk);
    this.#texts = new Map(this.#onDisk);
    this.#sinceFlush = [];
  }

  /** @returns {Record<string, string>} */
  all() {
    return Object.fromEntries(this.#texts);
  }

  #change(act) {
    if (this.changesLeft <= 0) throw new Error("Stopped here.");
    this.changesLeft -= 1;
    act(this.#texts);
    this.#sinceFlush.push(act);
  }
}

/** The part of IndexedDB that the mirror uses: one database with one object store. */
export class FakeIndexedDB {
  #onDisk = new Map();
  /** @type {{ handle: Handle, act: () => void }[]} what the browser does next, in this order */
  #waiting = [];
  isHanging = false;
  isRefusing = false;
  isFull = false;
  /** Whether every transaction that changes something is undone. */
  isReadOnly = false;
  /** The name of a text that cannot be read back, alone or with others; empty for none. */
  unreadable = "";
  /** How many changes are still taken; a transaction with one more is undone. */
  changesLeft = ENDLESS;

  /** @returns {IDBFactory & Handle} what a tab sees of it */
  handle() {
    const handle = new Handle();
    const later = (act) => this.#waiting.push({ handle, act });
    const open = () => {
      const request = {};
      later(() => {
        if (this.isRefusing) {
          request.error = new Error("InvalidStateError");
          return request.onerror?.();
        }
        request.result = {
          close: () => {},
          transaction: (_, mode) => this.#transaction(mode, later),
        };
        return request.onsuccess?.();
      });
      return request;
    };
    return Object.assign(handle, { open });
  }

  /** @returns {boolean} whether there was anything to do, and it was done */
  work() {
    this.#waiting = this.#waiting.filter(({ handle }) => !handle.isGone);
    if (this.isHanging || this.#waiting.length === 0) return false;
    this.#waiting.shift().act();
    return true;
  }

  /** @returns {Record<string, string>} */
  all() {
    return Object.fromEntries(this.#onDisk);
  }

  put(name, text) {
    this.#onDisk.set(name, text);
  }

  clear() {
    this.#onDisk.clear();
  }

  /** A request that fails undoes its transaction, unless whoever asked prevents it. */
  #answer({ request, act }, texts) {
    try {
      request.result = act(texts);
    } catch (error) {
      request.error = error;
      let isPassed = false;
      const preventDefault = () => {
        isPassed = true;
      };
      request.onerror?.({ preventDefault, stopPropagation: () => {} });
      if (!isPassed) throw error;
      return;
    }
    request.onsuccess?.();
  }

  /** Its requests are done in one go, those too that are made when one is answered. */
  #transaction(mode, later) {
    const transaction = {};
    const requests = [];
    const ask = (act) => {
      const request = {};
      requests.push({ request, act });
      return request;
    };
    const change = (act) =>
      ask((texts) => {
        this.changesLeft -= 1;
        const isOpen = mode === "readwrite" && !this.isFull && !this.isReadOnly;
        const isTaken = isOpen && this.changesLeft >= 0;
        if (!isTaken) throw new Error("QuotaExceededError");
        act(texts);
      });
    later(() => {
      const texts = new Map(this.#onDisk);
      try {
        for (let next = requests.shift(); next; next = requests.shift()) this.#answer(next, texts);
        this.#onDisk = texts;
        transaction.oncomplete?.();
      } catch (error) {
        transaction.error = error;
        transaction.onabort?.();
      }
    });
    const legible = (name, texts) => {
      if (texts.has(name) && name === this.unreadable) throw new DOMException("", "DataError");
      return texts;
    };
    const inOrder = (texts) => [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.assign(transaction, {
      objectStore: () => ({
        get: (name) => ask((texts) => legible(name, texts).get(name)),
        getAll: () =>
          ask((texts) => inOrder(legible(this.unreadable, texts)).map(([, text]) => text)),
        getAllKeys: () => ask((texts) => inOrder(texts).map(([name]) => name)),
        put: (text, name) => change((texts) => texts.set(name, text)),
        delete: (name) => change((texts) => texts.delete(name)),
        clear: () => change((texts) => texts.clear()),
      }),
    });
  }
}

/** Web Locks: a tab that is gone gives its locks back. */
export class FakeLocks {
  /** @type {Map<string, Handle>} */
  #held = new Map();

  /** @returns {LockManager & Handle} what a tab sees of them */
  handle() {
    const handle = new Handle();
    const request = async (name, { ifAvailable }, act) => {
      const holder = this.#held.get(name);
      if (holder && !holder.isGone) {
        if (ifAvailable) return act(null);
        throw new Error("No test waits for a lock.");
      }
      this.#held.set(name, handle);
      try {
        return await act({ name });
      } finally {
        if (this.#held.get(name) === handle) this.#held.delete(name);
      }
    };
    return Object.assign(handle, { request });
  }
}
