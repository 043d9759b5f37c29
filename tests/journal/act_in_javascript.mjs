// Plays tabs of one browser: each line of standard input holds acts, each an array of the tab's name,
// what is done there and its arguments. Writes what each act gave, a line for all of them. All tabs
// share the local storage, and each has a session of its own that outlives a reload.
import { createInterface } from "node:readline";
import { openJournal } from "../../docs/assets/journal.mjs";
import { FakeStorage } from "./storage.mjs";

const BASE = "/careers/";

for await (const line of createInterface({ input: process.stdin })) {
  const local = new FakeStorage();
  const sessions = new Map();
  const tabs = new Map();
  const browser = {
    open: (tab) => {
      if (!sessions.has(tab)) sessions.set(tab, new FakeStorage());
      tabs.set(tab, openJournal(BASE, { local, session: sessions.get(tab) }));
    },
    put: (_, key, text) => local.setItem(`followup.${BASE}.${key}`, text),
    full: (_, isFull) => {
      local.isFull = isFull;
    },
    texts: () => local.all(),
  };
  const play = ([tab, act, ...its]) => {
    if (browser[act]) return browser[act](tab, ...its);
    const given = tabs.get(tab)[act](...its);
    return given instanceof Map ? Object.fromEntries(given) : given;
  };
  console.log(JSON.stringify(JSON.parse(line).map((act) => play(act) ?? null)));
}
