// Puts values under names of a browser's stores, whatever they are, and opens the journal on them. Each
// line of standard input holds what both stores have, by name, and several damages: values by name for
// each store. The answer says for each what is there then, and whether a new record is kept.
import { createInterface } from "node:readline";
import { BASE, Browser } from "./browser.mjs";

const PREFIX = `followup.${BASE}.`;
const TICK = { what: "tick", step: "prep-examples", round: 0, on: true, written: "2026-11-24" };

for await (const line of createInterface({ input: process.stdin })) {
  const { local, database, damages } = JSON.parse(line);
  const found = [];
  for (const damage of damages) {
    found.push(await judge(local, database, damage).catch(({ stack }) => ({ error: stack })));
  }
  console.log(JSON.stringify(found));
}

async function judge(local, database, damage) {
  const browser = new Browser();
  fill(browser.local.handle(), { ...local, ...damage.local });
  fill(browser.session("a").handle(), damage.session);
  const texts = { ...database, ...damage.database };
  for (const [name, value] of Object.entries(texts)) browser.database.put(name, value);
  browser.open("a");
  const early = Object.fromEntries(browser.journal("a").records());
  await browser.work();
  const journal = browser.journal("a");
  const there = Object.fromEntries(journal.records());
  const written = journal.write(TICK);
  await browser.work();
  const isDurable = written?.key ? await journal.durable([written.key]) : false;
  browser.close("a");
  browser.open("b");
  await browser.work();
  return {
    early,
    there,
    written,
    isDurable,
    isMirrored: journal.isMirrored(),
    isMemory: journal.isMemory(),
    later: Object.fromEntries(browser.journal("b").records()),
    kept: browser.kept(),
    database: browser.database.all(),
  };
}

function fill(storage, texts) {
  for (const [name, text] of Object.entries(texts)) storage.setItem(PREFIX + name, text);
}
