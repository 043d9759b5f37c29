// Damages what a browser has stored, one place at a time, and opens the journal on it. Each line of
// standard input holds what both stores have, by name, and the signs that take the place of others;
// the answer says for each damage what was lost by it, and where the damaged text is now.
import { createInterface } from "node:readline";
import { BASE, Browser } from "./browser.mjs";

const PREFIX = `followup.${BASE}.`;
const TICK = { what: "tick", step: "prep-examples", round: 0, on: true, written: "2026-11-24" };

for await (const line of createInterface({ input: process.stdin })) {
  const { local, database, signs } = JSON.parse(line);
  const stores = {
    local: new Map(Object.entries(local)),
    database: new Map(Object.entries(database)),
  };
  const whole = await recordsOf(stores);
  const found = [];
  for (const damage of damages(stores, signs)) found.push(await judge(stores, damage, whole));
  console.log(JSON.stringify(found));
}

/** Every sign of every name and text replaced, and every text cut at every length. */
function* damages(stores, signs) {
  for (const [store, texts] of Object.entries(stores)) {
    for (const [name, text] of texts) {
      for (const changed of replaced(text, signs)) yield { store, name, as: name, changed };
      for (let length = 0; length < text.length; length += 1) {
        yield { store, name, as: name, changed: text.slice(0, length) };
      }
      for (const as of replaced(name, signs)) {
        if (!texts.has(as)) yield { store, name, as, changed: text };
      }
    }
  }
}

function* replaced(text, signs) {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const others = signs.map((sign) => (sign === "" ? String.fromCharCode(code ^ 1) : sign));
    for (const sign of others) {
      if (sign !== text[at]) yield text.slice(0, at) + sign + text.slice(at + 1);
    }
  }
}

async function judge(stores, { store, name, as, changed }, whole) {
  const damaged = { ...stores, [store]: new Map(stores[store]) };
  damaged[store].delete(name);
  damaged[store].set(as, changed);
  const browser = await opened(damaged);
  const journal = browser.journal("a");
  const there = journal.records();
  const { isKept, key } = journal.write(TICK);
  await browser.work();
  const isSaved = isKept && (await journal.durable([key]));
  const kept = new Map(Object.entries({ ...browser.database.all(), ...browser.kept() }));
  return {
    store,
    name,
    as,
    changed,
    lost: [...whole.keys()].filter((each) => there.get(each) !== whole.get(each)),
    strange: [...there.keys()].filter((each) => !whole.has(each)),
    isSaved,
    isThere: [...kept.values()].includes(changed),
    isMended: ["kept", "database"].map(
      (its) => textsOf(browser, its)[name] === stores[store].get(name),
    ),
  };
}

function textsOf(browser, its) {
  return its === "kept" ? browser.kept() : browser.database.all();
}

async function recordsOf(stores) {
  return (await opened(stores)).journal("a").records();
}

async function opened({ local, database }) {
  const browser = new Browser();
  const handle = browser.local.handle();
  for (const [name, text] of local) handle.setItem(PREFIX + name, text);
  for (const [name, text] of database) browser.database.put(name, text);
  browser.open("a");
  await browser.work();
  return browser;
}
