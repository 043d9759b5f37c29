// A browser for tests: tabs with the site's real journal, over stores with all that can go wrong.

import { mock } from "node:test";
import { openJournal } from "../../../docs/assets/journal/journal.mjs";
import { openMirror } from "../../../docs/assets/store/mirror.mjs";
import { FakeIndexedDB, FakeLocks, FakeStorage } from "./storage.mjs";

export const BASE = "/careers/";
const PREFIX = `followup.${BASE}.`;
/** Things that can happen in IndexedDB until all tabs have come to rest: far more than any tabs need. */
const MOST_WORK = 20_000;
/** Milliseconds after which the mirror gives up waiting. */
const PATIENCE = 3_000;

mock.timers.enable({ apis: ["setTimeout"] });

/** Let everything happen that waits for nothing but its turn. */
export const turn = () => new Promise(setImmediate);

export class Browser {
  local = new FakeStorage();
  database = new FakeIndexedDB();
  locks = new FakeLocks();
  /** @type {Map<string, FakeStorage>} each outlives a reload */
  #sessions = new Map();
  /** @type {Map<string, any>} */
  #tabs = new Map();
  /** @type {{ key: string | null, from: object }[]} */
  #changes = [];

  /** @param {boolean} hasMirror */
  constructor(hasMirror = true) {
    this.hasMirror = hasMirror;
    this.local.onChange = (key, from) => this.#changes.push({ key, from });
  }

  /** Open a tab, or load its page anew. */
  open(name) {
    this.close(name);
    this.session(name);
    const [local, session] = [this.local.handle(), this.#sessions.get(name).handle()];
    const [factory, locks] = [this.database.handle(), this.locks.handle()];
    const mirror = this.hasMirror ? openMirror("followup", factory) : null;
    const listeners = [];
    globalThis.addEventListener = (type, listener) => listeners.push({ type, listener });
    const journal = openJournal(BASE, { local, session, mirror, locks });
    journal.watch(() => {});
    this.#tabs.set(name, { journal, listeners, handles: [local, session, factory, locks] });
  }

  /** @returns {FakeStorage} session storage of a tab */
  session(name) {
    if (!this.#sessions.has(name)) this.#sessions.set(name, new FakeStorage());
    return this.#sessions.get(name);
  }

  /** @returns {ReturnType<typeof openJournal> | null} */
  journal(name) {
    return this.#tabs.get(name)?.journal ?? null;
  }

  /** @returns {Promise<ReturnType<typeof openJournal> | null>} of the tab, which is awake now */
  async turnTo(name) {
    if (this.#tabs.get(name)?.isAsleep) {
      this.wake(name);
      await turn();
    }
    return this.journal(name);
  }

  close(name) {
    for (const handle of this.#tabs.get(name)?.handles ?? []) handle.isGone = true;
    this.#tabs.delete(name);
  }

  sleep(name) {
    const tab = this.#tabs.get(name);
    if (tab) tab.isAsleep = true;
  }

  wake(name) {
    const tab = this.#tabs.get(name);
    if (!tab) return;
    tab.isAsleep = false;
    tell(tab, "visibilitychange", {});
  }

  /** @param {number} share of the last changes of local storage that reached the disk */
  crash(share) {
    for (const name of [...this.#tabs.keys()]) this.close(name);
    this.#sessions.clear();
    this.local.crash(share);
  }

  /** Another page of the same host empties local storage. */
  clear() {
    if (!this.local.isDenied) this.local.handle().clear();
  }

  /** The page of a tab empties local storage itself, of which that tab is not told. */
  clearIn(name) {
    if (!this.local.isDenied) this.#tabs.get(name)?.handles[0].clear();
  }

  /** @param {string} name without our prefix */
  put(name, text) {
    this.local.handle().setItem(PREFIX + name, text);
  }

  /** @returns {Record<string, string>} what local storage holds, without our prefix */
  kept() {
    const texts = Object.entries(this.local.all());
    return Object.fromEntries(texts.map(([key, text]) => [key.replace(PREFIX, ""), text]));
  }

  /** Let so many things happen in IndexedDB, and tell every tab that is awake what others wrote. */
  async work(most = Number.POSITIVE_INFINITY) {
    await this.#tell();
    for (let done = 0; done < most && this.database.work(); done += 1) {
      if (done === MOST_WORK) throw new Error("The tabs never come to rest.");
      await this.#tell();
    }
  }

  /** Nobody has answered for longer than anybody waits. */
  async pass() {
    mock.timers.tick(PATIENCE);
    await this.work(0);
  }

  async #tell() {
    await turn();
    for (const { key, from } of this.#changes.splice(0)) {
      for (const tab of this.#tabs.values()) {
        if (!tab.handles.includes(from) && !tab.isAsleep) tell(tab, "storage", { key });
      }
    }
    await turn();
  }
}

function tell({ listeners }, type, event) {
  for (const each of listeners) if (each.type === type) each.listener(event);
}
