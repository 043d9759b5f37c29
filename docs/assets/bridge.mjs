/**
 * The page's side: forwards what the reader does, keeps it, shows what Python answers.
 *
 * Decides nothing, words no sentence, reckons no date. Every act of the reader takes one road: kept
 * as a record at once, painted at once if it is a tick, then asked about if Python is up. The marks
 * that it looks for in a page (data-...) are made by py/followup/view.
 *
 * Evaluated once a visit; the theme swaps pages under it, so it listens on the document and binds
 * each new page. The worker lives through all of them.
 */

import { forgetRefilled, localDay, markSaved, typedIn, watchBoxes } from "./boxes.mjs";
import { foldAsides, foldTicks, newestKey, openJournal, randomWord } from "./journal.mjs";
import { makeRuntime } from "./runtime.mjs";
import { loadMorph, paint, readShown, writeShown } from "./views.mjs";

const MINUTE = 60_000;

const here = (name) => new URL(name, import.meta.url).href;
const journal = openJournal(new URL("../", import.meta.url).pathname);
const boxes = watchBoxes((question, typed) => keep({ what: "answer", question, typed }));
const runtime = makeRuntime(here("worker.mjs"), here("runtime/"), {
  onState: followState,
  onProgress: showProgress,
});

/** Keys of this tab's records that no answer has spoken of yet. @type {string[]} */
let unanswered = [];
let lastRefused = false;
let isAsking = false;
/** Whether anything changed since the last question was put together. */
let isStale = false;
/** Of the program that built the pages. */
let version = "";
/** Fingerprint of the records that `shown` tells of, or that a question on its way does. */
let known = "";
/** @type {import("./views.mjs").Views} all that was answered about the records as they are */
let shown = { outputs: {}, inputs: {} };

// --- A page comes, a page goes ---

function bindPage() {
  boxes.saveTyped();
  showState(runtime.state());
  if (!isOurs()) return;
  forgetRefilled();
  paint(lastViews());
  paintSwitches();
  runtime.start();
  refresh();
}

/** @returns {boolean} whether there is anything on this page for Python to fill */
function isOurs() {
  return document.querySelector("[data-tick], [data-panel]") !== null;
}

/** @returns {import("./views.mjs").Views} what the page before this one, or the last visit, showed */
function lastViews() {
  const now = fingerprint();
  if (now !== known) {
    known = now;
    shown = readShown(journal.read("shown"), now) ?? { outputs: {}, inputs: {} };
  }
  return shown;
}

function keepViews() {
  if (known === fingerprint() && Object.keys(shown.outputs).length > 0) {
    journal.put("shown", writeShown(known, shown));
  }
}

/** What the views depend on. Records never change, so their number and the newest key tell all. */
function fingerprint(records = journal.records()) {
  version = document.querySelector("[data-version]")?.dataset.version ?? version;
  return [localDay(), version, records.size, newestKey(records)].join(" ");
}

/** Another tab may have written, or the day may have changed. */
function lookAgain() {
  if (!isOurs() || fingerprint() === known) return;
  paintSwitches();
  refresh();
}

// --- From the reader ---

/** @param {Record<string, unknown>} details */
function keep(details) {
  const key = journal.write({ written: localDay(), ...details });
  lastRefused = key === null;
  if (key !== null) unanswered.push(key);
  if (lastRefused) say(words("not-kept"));
  else if (runtime.state() !== "ready") say(words("kept"));
  paintSwitches();
  refresh();
}

function keepTick({ dataset, checked }) {
  keep({ what: "tick", step: dataset.tick, round: Number(dataset.round), on: checked });
}

function keepAside(button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  keep({ what: "aside", step: button.dataset.aside, on });
}

function keepEntry(form) {
  const checked = form.querySelectorAll("input[type=radio]:checked");
  const fieldsets = form.querySelectorAll("[data-date]");
  const fields = Object.fromEntries(Array.from(checked, ({ name, value }) => [name, value]));
  const dates = Object.fromEntries(Array.from(fieldsets, (it) => [it.dataset.date, typedIn(it)]));
  keepOnce(form, { what: "entry", entry: form.dataset.entry, fields, dates });
}

/** The form last sent, as long as nobody touched it: sent twice by a double click, it is one entry. */
let lastSent = { form: null, text: "", entry: "" };

function keepOnce(form, details) {
  // Python may have emptied the form between the two clicks of a double click.
  if (lastSent.form === form && !lastRefused) return;
  const text = JSON.stringify(details);
  const isAgain = lastSent.form === form && lastSent.text === text;
  const entry = details.entry || (isAgain ? lastSent.entry : randomWord(8));
  lastSent = { form, text, entry };
  markSaved(form.elements);
  keep({ ...details, entry });
}

function listen() {
  on("change", "[data-tick]", keepTick);
  on("change", "[data-choice]", ({ dataset, value }) =>
    keep({ what: "choice", name: dataset.choice, value }),
  );
  on("click", "[data-aside]", keepAside);
  on("click", "[data-remove]", ({ dataset }) =>
    keep({ what: "removed", entry: dataset.remove, on: dataset.on === "true" }),
  );
  on("click", "[data-print]", () => print());
  on("click", "[data-retry]", retry);
  on("input", "form[data-form]", () => {
    lastSent.form = null;
  });
  on("submit", "form[data-form]", (form, event) => {
    event.preventDefault();
    // Enter leaves the focus in a box, which would then keep its text when the form is emptied.
    event.submitter?.focus();
    keepEntry(form);
  });
  journal.watch(lookAgain);
  setInterval(lookAgain, MINUTE);
  addEventListener("pagehide", keepViews);
  addEventListener("visibilitychange", keepViews);
}

/** @param {(element: any, event: any) => void} act on the element that carries the mark */
function on(type, mark, act) {
  document.addEventListener(type, (event) => {
    const element = event.target.closest?.(mark);
    if (element) act(element, event);
  });
}

/** The button goes away as the reader presses it, so the focus moves to what takes its place. */
function retry() {
  runtime.retry();
  document.querySelector("[data-loading]")?.focus();
}

// --- To Python and back ---

async function refresh() {
  isStale = true;
  if (isAsking) return;
  isAsking = true;
  try {
    while (isStale && isOurs() && runtime.state() === "ready") {
      isStale = false;
      const asked = unanswered.length;
      const text = await runtime.ask(putQuestion());
      // An answer that came too late would put back what the reader has changed meanwhile.
      if (text !== null && !isStale) show(JSON.parse(text), asked);
    }
  } finally {
    isAsking = false;
  }
}

function putQuestion() {
  const records = journal.records();
  const now = fingerprint(records);
  if (now !== known) shown = { outputs: {}, inputs: {} };
  known = now;
  return JSON.stringify({
    records: Object.fromEntries(records),
    interview: journal.interview(),
    today: localDay(),
    panels: marksOf("panel"),
    steps: marksOf("tick"),
    changed: unanswered,
  });
}

function show({ outputs, inputs, announce }, asked) {
  paint({ outputs, inputs });
  paintSwitches();
  Object.assign(shown.outputs, outputs);
  Object.assign(shown.inputs, inputs);
  unanswered = unanswered.slice(asked);
  if (announce && !lastRefused) say(announce);
}

/** @returns {string[]} what the elements with this mark name, each once */
function marksOf(mark) {
  const elements = document.querySelectorAll(`[data-${mark}]`);
  return Array.from(new Set(Array.from(elements, ({ dataset }) => dataset[mark])));
}

// --- To the page ---

/** Only what the reader ticked or set aside: a step without a record may be Python's to tick. */
function paintSwitches() {
  const records = journal.records();
  const ticks = foldTicks(records, journal.interview());
  for (const box of document.querySelectorAll("[data-tick]")) {
    box.checked = ticks.get(`${box.dataset.tick}|${box.dataset.round}`) ?? box.checked;
  }
  const buttons = document.querySelectorAll("[data-aside]");
  const asides = buttons.length > 0 ? foldAsides(records, journal.interview()) : new Map();
  for (const button of buttons) {
    const isAside = asides.get(button.dataset.aside);
    if (isAside !== undefined) button.setAttribute("aria-pressed", String(isAside));
  }
}

function followState(state) {
  showState(state);
  if (state === "ready") refresh();
  // Python went away with a question: what it cannot say any more is said without it.
  else if (unanswered.length > 0 && !lastRefused) say(words("kept"));
}

function showState(state) {
  if (state !== "idle") document.documentElement.dataset.followup = state;
  const showOnly = (mark, isShown) => {
    for (const part of document.querySelectorAll(mark)) part.hidden = !isShown;
  };
  showOnly("[data-loading]", state === "starting");
  showOnly("[data-failed]", state === "failed");
}

function showProgress({ done, total }) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const text = words("loading")
    .replace("{done}", megabytes(done))
    .replace("{total}", megabytes(total));
  for (const bar of document.querySelectorAll("[data-loading] progress")) {
    bar.max = total;
    bar.value = done;
  }
  for (const place of document.querySelectorAll("[data-loading-text]")) place.textContent = text;
}

/** A sentence that the build put into the page, for when Python is not there to say it. */
function words(name) {
  return document.querySelector(`template[data-words="${name}"]`)?.content.textContent.trim() ?? "";
}

function say(sentence) {
  const status = document.querySelector("[data-status]");
  if (status && sentence) status.textContent = sentence;
}

/** What was ticked while this script was still on its way. */
function keepEarlyTicks() {
  for (const box of document.querySelectorAll("[data-tick]")) {
    if (box.checked !== box.defaultChecked) keepTick(box);
  }
}

listen();
loadMorph();
keepEarlyTicks();
if (globalThis.document$) globalThis.document$.subscribe(bindPage);
else bindPage();
