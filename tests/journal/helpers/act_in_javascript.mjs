// Plays the tabs of one browser: each line of standard input holds acts, each an array of the tab's
// name, what is done there and its arguments. Writes for each act what it gave, and what else was
// heard since the act before: records that are durable by now, and how long acts ended.
import { createInterface } from "node:readline";
import {
  compareKeys,
  foldDeleted,
  interviewOf,
  isTombstone,
} from "../../../docs/assets/store/records.mjs";
import { seal } from "../../../docs/assets/store/seal.mjs";
import { Browser } from "./browser.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const given = await playAll(JSON.parse(line)).catch(({ stack }) => ({ error: stack }));
  console.log(JSON.stringify(given));
}

async function playAll(acts) {
  const play = player();
  const given = [];
  for (const act of acts) given.push(await play(...act));
  return given;
}

function player() {
  const browser = new Browser();
  const { local, database } = browser;
  /** @type {Map<string, Map<string, string>>} records that were handed out, by a name */
  const bundles = new Map();
  let news = [];
  let pace = Number.POSITIVE_INFINITY;
  let number = -1;

  const acts = {
    // What happens to the browser.
    noMirror: () => {
      browser.hasMirror = false;
    },
    pace: (_, changes) => {
      pace = changes ?? Number.POSITIVE_INFINITY;
    },
    set: (_, values) => {
      for (const [name, value] of Object.entries(values.local ?? {})) local[name] = value;
      for (const [name, value] of Object.entries(values.database ?? {})) database[name] = value;
    },
    put: (_, name, text) => browser.put(name, text),
    putSealed: (_, name, text) => browser.put(name, seal(name, text)),
    putDatabase: (_, name, text) => database.put(name, text),
    flush: () => {
      local.flush();
      return browser.kept();
    },
    crash: (_, share) => browser.crash(share),
    clear: () => browser.clear(),
    clearDatabase: () => database.clear(),
    clearIn: (_, tab) => browser.clearIn(tab),
    pass: () => browser.pass(),
    rest: () => browser.work(),
    open: (tab) => browser.open(tab),
    close: (tab) => browser.close(tab),
    sleep: (tab) => browser.sleep(tab),
    wake: (tab) => browser.wake(tab),
    texts: () => local.all(),
    kept: () => browser.kept(),
    database: () => database.all(),
    // What a reader does.
    handOut: (tab, name) => {
      const all = browser.journal(tab).records();
      const deleted = foldDeleted(all);
      const isPortable = (text) => !isTombstone(text) && !deleted.get(interviewOf(text));
      bundles.set(name, new Map([...all].filter(([, text]) => isPortable(text))));
      return bundles.get(name);
    },
    bundle: (_, name, records) => {
      bundles.set(name, new Map(Object.entries(records)));
    },
    write: (tab, ...its) => adding(tab, (journal) => journal.write(...its)),
    writeTogether: (tab, ...its) => browser.journal(tab).writeTogether(...its),
    // A page shows no interview that is deleted, so nothing is written into one.
    tick: (tab, details, id) =>
      foldDeleted(browser.journal(tab).records()).get(id) ? null : acts.write(tab, details, id),
    erase: (tab, ...its) => adding(tab, (journal) => journal.erase(...its)),
    bringBack: (tab, ...its) => adding(tab, (journal) => journal.bringBack(...its)),
    merge: (tab, name, ...its) =>
      adding(tab, (journal) => journal.merge(bundles.get(name) ?? new Map(), ...its)),
    replace: (tab, name) => browser.journal(tab).replace(bundles.get(name) ?? new Map()),
    undo: (tab) => (browser.journal(tab).undoKind() ? browser.journal(tab).undo() : null),
    setMemory: (tab, on) =>
      browser.journal(tab).isMemory() === on ? null : browser.journal(tab).setMemory(on),
    compact: (tab, id, name) => {
      const journal = browser.journal(tab);
      const asked = bundles.get(name) ?? journal.records();
      return journal.compact(id, asked, mattering(asked, id));
    },
  };

  /** Say which records are there now that were not there before. */
  function adding(tab, act) {
    const journal = browser.journal(tab);
    const before = journal.records();
    const gave = act(journal);
    const added = [...journal.records()].filter(([key]) => !before.has(key));
    if (gave?.key) followKeys(journal, [gave.key], added);
    return gave && { ...gave, added: Object.fromEntries(added) };
  }

  /** The page hears later that keys, and with them these records, outlive the browser. */
  async function followKeys(journal, keys, records) {
    if (await journal.durable(keys)) news.push(["durable", Object.fromEntries(records)]);
  }

  async function followEnd(tab, act, promise, isOfAll) {
    const journal = browser.journal(tab);
    const isDone = await promise;
    if (browser.journal(tab) !== journal) return;
    const there = journal.records();
    news.push(["done", act, isDone, Object.fromEntries(there)]);
    if (isDone && isOfAll) followKeys(journal, [...there.keys()], there);
  }

  function perform(tab, act, its) {
    if (acts[act]) return acts[act](tab, ...its);
    return browser.journal(tab)[act](...its);
  }

  return async (tab, act, ...its) => {
    number += 1;
    news = [];
    const isForBrowser = tab === "" || ["open", "close", "sleep", "wake"].includes(act);
    // Nobody does anything in a tab that sleeps: it wakes as it is turned to.
    if (!isForBrowser && (await browser.turnTo(tab)) === null) return { gave: null, news };
    const before = browser.journal(tab)?.records();
    let gave = perform(tab, act, its);
    if (isForBrowser) gave = await gave;
    if (gave instanceof Promise) {
      news.push(["begun", [...before.keys()]]);
      followEnd(tab, number, gave, act !== "compact");
      gave = null;
    }
    if (gave instanceof Map) gave = Object.fromEntries(gave);
    await browser.work(pace);
    return { gave: gave ?? null, news };
  };
}

/** What Python would say matters of an interview that has only ticks: the last of each, and the first. */
function mattering(records, id) {
  const own = [...records.keys()].filter((key) => interviewOf(records.get(key)) === id);
  const ordered = own.sort(compareKeys);
  const last = new Map(ordered.map((key) => [aboutOf(records.get(key)), key]));
  return [...new Set([...ordered.slice(0, 1), ...last.values()])];
}

function aboutOf(text) {
  const { what, step, round } = JSON.parse(text);
  return [what, step, round].join("|");
}
