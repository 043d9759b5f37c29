/**
 * One of the browser's two storages, as far as it is ours: every name begins with our prefix, and
 * whatever the browser throws is an answer. Keys of others are never touched.
 */

/**
 * @param {Storage | null} storage null for one that the browser does not have
 * @param {string} prefix
 */
export function openStorage(storage, prefix) {
  /** @param {string} name @returns {string | null} */
  function read(name) {
    try {
      return storage?.getItem(prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {string} text @returns {boolean} whether it took the text */
  function put(name, text) {
    try {
      storage?.setItem(prefix + name, text);
      return storage !== null;
    } catch {
      // Browsers name this error differently. Whatever it is, the text is not kept.
      return false;
    }
  }

  /** @param {string} name @returns {boolean} whether it is gone */
  function drop(name) {
    try {
      storage?.removeItem(prefix + name);
      return true;
    } catch {
      return false;
    }
  }

  /** @returns {string[]} */
  function names() {
    const found = [];
    for (let index = 0; index < (size() ?? 0); index += 1) {
      const key = keyAt(index);
      if (key?.startsWith(prefix)) found.push(key.slice(prefix.length));
    }
    return found;
  }

  /** One key that cannot be had takes no other with it. */
  function keyAt(index) {
    try {
      return storage?.key(index) ?? null;
    } catch {
      return null;
    }
  }

  /** @returns {number | null} how many keys there are, others' too; null if nobody can know */
  function size() {
    try {
      return storage?.length ?? null;
    } catch {
      return null;
    }
  }

  return { read, put, drop, names, isReadable: () => size() !== null };
}

/** @param {"localStorage" | "sessionStorage"} name @returns {Storage | null} */
export function ownStorage(name) {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
