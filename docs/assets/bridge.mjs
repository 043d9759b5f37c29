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

import { watchActs } from "./acts.mjs";
import { localDay } from "./boxes.mjs";
import { setChecked, setValue } from "./fields.mjs";
import { openFiles } from "./files.mjs";
import { settleFocus } from "./focus.mjs";
import { ownerOf } from "./forms.mjs";
import { openJournal } from "./journal.mjs";
import { foldAsides, foldTicks, newestKey } from "./records.mjs";
import { makeRuntime } from "./runtime.mjs";
import { say, words } from "./status.mjs";
import { lastingOf, loadMorph, paint, readShown, waitingViews, writeShown } from "./views.mjs";

const MINUTE = 60_000;
const NOTHING = { outputs: {}, inputs: {} };

const here = (name) => new URL(name, import.meta.url).href;
const journal = openJournal(new URL("../", import.meta.url).pathname);
const files = openFiles(here);
const runtime = makeRuntime(here("worker.mjs"), here("runtime/"), {
  onState: followState,
  onProgress: showProgress,
});
const acts = watchActs(journal, { written: followRecord, changed: followChange, retry });

/** Keys of this tab's records that no answer has spoken of yet. @type {string[]} */
let unanswered = [];
let lastRefused = false;
let isAsking = false;
/** Whether anything changed since the last question was put together. */
let isStale = false;
/** Of the program that built the pages. */
let version = "";
/** The interview that the page shows. */
let interview = "";
/** Whether the reader has turned to it since the last answer. */
let hasTurned = false;
/** Fingerprint of what `shown` tells of, or what a question on its way does. */
let known = "";
/** @type {import("./views.mjs").Views} all that was answered about things as they are */
let shown = NOTHING;
/** @type {import("./views.mjs").Views} what of an earlier day's answers is still true */
let lasting = NOTHING;

// --- A page comes, a page goes ---

function bindPage() {
  acts.leavePage();
  showState(runtime.state());
  if (!isOurs()) return;
  interview = journal.interview();
  acts.putBack();
  paintLast();
  runtime.start();
  refresh();
}

/** @returns {boolean} whether there is anything on this page for Python to fill */
function isOurs() {
  return document.querySelector("[data-tick], [data-panel]") !== null;
}

/** Paint what the page before this one, or the last visit, showed. */
function paintLast() {
  const records = journal.records();
  const now = fingerprint(records);
  if (now !== known) {
    const last = readShown(journal.read("shown"));
    const isSame = last?.fingerprint === now;
    const isOlder = !isSame && withoutDay(last?.fingerprint) === withoutDay(now);
    known = now;
    shown = isSame ? { outputs: last.outputs, inputs: last.inputs } : NOTHING;
    lasting = isOlder ? lastingOf(last) : NOTHING;
  }
  if (records.size > 0) {
    paint(waitingViews(words("waiting"), { ...lasting.outputs, ...shown.outputs }));
  }
  paint(lasting);
  paint(shown);
  paintSwitches();
}

function keepViews() {
  const isTrue = withoutDay(known) === withoutDay(fingerprint());
  if (isTrue && Object.keys(shown.outputs).length > 0) {
    journal.put("shown", writeShown(known, shown));
  }
}

/** What the views depend on. Records never change, so their number and the newest key tell all. */
function fingerprint(records = journal.records()) {
  version = document.querySelector("[data-version]")?.dataset.version ?? version;
  const own = [journal.interview(), acts.editing(), journal.canBringBack()];
  return [localDay(), version, ...own, records.size, newestKey(records)].join(" ");
}

function withoutDay(text) {
  return text?.replace(/^\S+/, "");
}

/** Another tab may have written, or the day may have changed. */
function lookAgain() {
  if (isOurs() && fingerprint() !== known) followChange();
}

// --- What the reader did ---

/** @param {import("./acts.mjs").Written} written */
function followRecord(written) {
  if (written === null) return say(words("too-long"));
  lastRefused = !written.isKept;
  if (!lastRefused) unanswered.push(written.key);
  if (lastRefused) say(words("not-kept"));
  else if (runtime.state() !== "ready") say(words("kept"));
  followChange();
}

function followChange() {
  if (interview !== journal.interview()) turnPage();
  paintSwitches();
  if (runtime.state() === "ready") refresh();
  else settleFocus();
}

/** The page shows another interview: what stands in it of the last one must not go to this one. */
function turnPage() {
  interview = journal.interview();
  hasTurned = true;
  for (const field of document.querySelectorAll("[data-question] [data-part], [data-text]")) {
    if (!ownerOf(field)) setValue(field, "");
  }
  for (const box of document.querySelectorAll("[data-tick], input[data-choice]")) {
    if (!ownerOf(box)) setChecked(box, false);
  }
  for (const button of document.querySelectorAll("[data-aside]")) {
    button.setAttribute("aria-pressed", "false");
  }
  acts.turnForms();
  if (runtime.state() !== "ready") paint(waitingViews(words("waiting")));
}

/** The button goes away as the reader presses it, so the focus moves to what takes its place. */
function retry() {
  files.forgetFailures();
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
      if (text !== null && !isStale) await take(JSON.parse(text), asked);
    }
  } finally {
    isAsking = false;
  }
}

function putQuestion() {
  const records = journal.records();
  const now = fingerprint(records);
  if (now !== known) shown = NOTHING;
  known = now;
  return JSON.stringify({
    records: Object.fromEntries(records),
    interview: journal.interview(),
    today: localDay(),
    panels: marksOf("panel"),
    steps: marksOf("tick"),
    changed: unanswered,
    turned: hasTurned,
    files: files.all(),
    editing: acts.editing(),
    erased: journal.canBringBack(),
    language: navigator.language ?? "",
  });
}

/** Show an answer; but one that lacks a file only says which, and is asked for again with it. */
async function take({ needs = [], ...answer }, asked) {
  if (!files.lack(needs)) return show(answer, asked);
  await files.bring(needs);
  isStale = true;
}

function show({ outputs, inputs, announce }, asked) {
  acts.makeRoom(inputs);
  paint({ outputs, inputs });
  paintSwitches();
  shown = {
    outputs: { ...shown.outputs, ...outputs },
    inputs: { ...shown.inputs, ...inputs },
  };
  unanswered = unanswered.slice(asked);
  hasTurned = false;
  settleFocus();
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

loadMorph();
acts.adoptEarly(paintLast);
journal.watch(lookAgain);
setInterval(lookAgain, MINUTE);
addEventListener("pagehide", keepViews);
addEventListener("visibilitychange", keepViews);
addEventListener("online", () => {
  if (files.forgetFailures()) refresh();
});
if (globalThis.document$) globalThis.document$.subscribe(bindPage);
else bindPage();
