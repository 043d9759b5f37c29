// A browser's storage for tests: it keeps texts in order, and can be full.

export class FakeStorage {
  #texts = new Map();
  isFull = false;

  get length() {
    return this.#texts.size;
  }

  key(index) {
    return [...this.#texts.keys()][index] ?? null;
  }

  getItem(key) {
    return this.#texts.get(key) ?? null;
  }

  setItem(key, text) {
    if (this.isFull) throw new Error("QuotaExceededError");
    this.#texts.set(key, text);
  }

  removeItem(key) {
    this.#texts.delete(key);
  }

  all() {
    return Object.fromEntries(this.#texts);
  }
}
