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

import "./theme.mjs";
import { watchActs } from "./acts.mjs";
import { localDay } from "./boxes.mjs";
import { setChecked, setValue } from "./fields.mjs";
import { openFiles } from "./files.mjs";
import { settleFocus } from "./focus.mjs";
import { ownerOf } from "./forms.mjs";
import { openIncoming } from "./incoming.mjs";
import { openJournal } from "./journal.mjs";
import { isOtherVersion, openOffline } from "./offline.mjs";
import { offsetsFrom } from "./offsets.mjs";
import { onEachPage } from "./pages.mjs";
import { foldAsides, foldTicks, newestKey } from "./records.mjs";
import { showRescue } from "./rescue.mjs";
import { makeRuntime } from "./runtime.mjs";
import { say, words } from "./status.mjs";
import { lastingOf, loadMorph, paint, readShown, waitingViews, writeShown } from "./views.mjs";

const MINUTE = 60_000;
/** Milliseconds to wait for the mirror before saying how something is kept. It takes about five. */
const SOON = 1_000;
/** Milliseconds after which a start is no usual one. */
const SLOW = 20_000;
const NOTHING = { outputs: {}, inputs: {} };

const here = (name) => new URL(name, import.meta.url).href;
const journal = openJournal(new URL("../", import.meta.url).pathname);
const offline = openOffline(here("../"), () => !journal.isMemory());
const files = openFiles(here, offline.noteUse);
const incoming = openIncoming(new URL("../plan/restore/", import.meta.url).pathname);
const runtime = makeRuntime(here("worker.mjs"), {
  onState: followState,
  onProgress: showProgress,
  onBroken: putBroughtAside,
});
const acts = watchActs(journal, incoming, {
  written: followRecord,
  changed: followChange,
  offer: () => offer,
  done: followDone,
  anew: loadAnew,
  forget: offline.forget,
  retry,
  afterwards: putOff,
});

/** Keys of this tab's records that no answer has spoken of yet. @type {string[]} */
let unanswered = [];
let isAsking = false;
/** Whether the last question carries what was brought in. */
let isBroughtAsked = false;
/** What the reader did that must wait for an answer. @type {(() => void) | null} */
let waiting = null;
let mayTidy = true;
/** Whether anything changed since the last question was put together. */
let isStale = false;
/** Of the program that built the pages. */
let version = "";
/** The interview that the page shows. */
let interview = "";
/** What of the things brought in Python says can be taken. */
let offer = null;
/** How often something was said of how things are kept: only the last word counts. */
let spoken = 0;
let isSlow = false;
let slowness;
/** Whether the reader has turned to it since the last answer. */
let hasTurned = false;
/** How often both stores were found to be empty, as far as the page shows it. */
let timesEmptied = 0;
/** Whether the last question said that both stores have all. */
let wasMirrored = false;
/** Fingerprint of what `shown` tells of, or what a question on its way does. */
let known = "";
/** @type {import("./views.mjs").Views} all that was answered about things as they are */
let shown = NOTHING;
/** @type {import("./views.mjs").Views} what of an earlier day's answers is still true */
let lasting = NOTHING;

// --- A page comes, a page goes ---

function bindPage() {
  acts.leavePage();
  // Published since this page was loaded: its own scripts go with it. What this tab alone holds stays.
  if (isOtherVersion() && !holdsAlone()) return location.reload();
  incoming.takeAddress();
  showState(runtime.state());
  offline.show();
  if (!isOurs()) return void offline.follow(runtime.state());
  interview = journal.interview();
  acts.putBack();
  paintLast();
  runtime.start();
  refresh();
}

/** @returns {boolean} whether there is anything on this page for Python to fill */
function isOurs() {
  return document.querySelector("[data-tick], [data-panel], [data-output]") !== null;
}

/** Paint what the page before this one, or the last visit, showed. */
function paintLast() {
  const records = journal.records();
  const now = fingerprint(records);
  if (now !== known) {
    const last = readShown(journal.note("shown"));
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
  if (isTrue && !journal.isFramed() && Object.keys(shown.outputs).length > 0) {
    journal.putNote("shown", writeShown(known, shown));
  }
}

/** What the views depend on. Records never change, so their number and the newest key tell all. */
function fingerprint(records = journal.records()) {
  version = document.querySelector("[data-version]")?.dataset.version ?? version;
  const own = [journal.interview(), acts.editing(), journal.canBringBack(), incoming.count()];
  const { durable: _, ...lasts } = storeNow();
  const kept = JSON.stringify(lasts);
  return [localDay(), version, ...own, kept, records.size, newestKey(records)].join(" ");
}

/** How things are kept: what Python needs to know to word it. */
function storeNow() {
  return {
    durable: journal.isMirrored(),
    memory: journal.isMemory(),
    quarantined: journal.quarantined().length,
    newer: journal.isNewer(),
    undo: journal.undoKind(),
    refused: journal.isRefused(),
    emptied: journal.canPutBack(),
  };
}

function withoutDay(text) {
  return text?.replace(/^\S+/, "");
}

/** Another tab may have written, or the day may have changed. */
function lookAgain() {
  // Another tab deleted or replaced everything: nothing that stands in this page may outlive that.
  if (journal.isPast()) return loadAnew("");
  if (isOurs() && fingerprint() !== known) followChange();
}

/** Load the page as if it were new, with nothing left of what this tab remembers. */
function loadAnew(name) {
  journal.putOwnNote("said", name);
  location.replace(location.pathname + location.search);
}

// --- What the reader did ---

/** @param {import("./written.mjs").Written} written */
function followRecord(written) {
  if (written === null) return say(words("too-long"));
  if (journal.isFramed()) return say(words("framed"));
  if (written.isRefused) return journal.isPast() ? loadAnew("") : say(words("newer"));
  unanswered.push(written.key);
  if (runtime.state() !== "ready") sayHowKept([written.key], spokenWords());
  followChange();
}

/** Something was done that is not one record. */
function followDone(name, isDone = true) {
  say(words(isDone ? name : "not-kept"));
  followChange();
  // That another interview is seen goes without saying: what was done is what counts.
  hasTurned = false;
}

/**
 * "Saved" is said only once a change outlives a browser that is killed.
 *
 * @param {string[]} keys of the records that it is about
 * @param {{ saved: string, kept: string, held: string }} sentences
 */
async function sayHowKept(keys, { saved, kept, held }) {
  spoken += 1;
  const turn = spoken;
  const sayIfLast = (sentence) => turn === spoken && say(sentence);
  if (journal.isMemory()) return sayIfLast(held);
  const isDurable = journal.durable(keys);
  const late = new Promise((settle) => setTimeout(settle, SOON, null));
  const isSoon = await Promise.race([isDurable, late]);
  if (!isSoon) sayIfLast(journal.isRefused() ? words("not-kept") : kept);
  if (isSoon || (await isDurable)) sayIfLast(saved);
  // A store that fell silent, or is back: what stands in the page must not say otherwise.
  showStanding();
  if (journal.isMirrored() !== wasMirrored) refresh();
}

function spokenWords() {
  return { saved: words("saved"), kept: words("kept"), held: words("held") };
}

function followChange() {
  showStanding();
  offerRescue();
  if (interview !== journal.interview() || timesEmptied !== journal.timesEmptied()) turnPage();
  paintSwitches();
  if (runtime.state() === "ready") refresh();
  else settleFocus();
}

/** The page shows another interview: what stands in it of the last one must not go to this one. */
function turnPage() {
  interview = journal.interview();
  timesEmptied = journal.timesEmptied();
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
      // It was kept out of a worker's first question.
      if (text !== null && !isBroughtAsked && toAsk() !== null) isStale = true;
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
  isBroughtAsked = toAsk() !== null;
  wasMirrored = journal.isMirrored();
  return JSON.stringify(question(records));
}

/**
 * What was brought in, if it is to be asked about now. A worker's first question is long without it,
 * and a silence over it could mean either.
 */
function toAsk() {
  const isPlace = document.querySelector("[data-panel=restore]") !== null;
  return isPlace && runtime.hasAnswered() ? incoming.get() : null;
}

function question(records) {
  const panels = marksOf("panel");
  return {
    records: Object.fromEntries(records),
    interview: journal.interview(),
    today: localDay(),
    panels,
    steps: marksOf("tick"),
    messages: marksOf("message"),
    changed: unanswered,
    turned: hasTurned,
    files: files.all(),
    editing: acts.editing(),
    erased: journal.canBringBack(),
    language: navigator.language ?? "",
    incoming: toAsk(),
    site: here("../"),
    offsets: panels.includes("calendar-file") ? offsetsFrom(new Date(), localDay) : [],
    store: storeNow(),
  };
}

/** Show an answer; but one that lacks a file only says which, and is asked for again with it. */
async function take({ needs = [], ...answer }, asked) {
  if (!files.lack(needs)) return show(answer, asked);
  await files.bring(needs);
  isStale = true;
}

function show({ outputs, inputs, announce, take: taken = null, trouble = [] }, asked) {
  for (const line of trouble) console.warn(`Follow Up: not shown: ${line}`);
  offer = taken;
  acts.makeRoom(inputs);
  paint({ outputs, inputs });
  paintSwitches();
  shown = {
    outputs: { ...shown.outputs, ...outputs },
    inputs: { ...shown.inputs, ...inputs },
  };
  const keys = unanswered.slice(0, asked);
  unanswered = unanswered.slice(asked);
  hasTurned = false;
  settleFocus();
  if (announce.kept) sayHowKept(keys, announce);
  waiting?.();
  waiting = null;
  tidyUp();
}

/** @param {() => void} act @returns {boolean} whether nothing need be waited for */
function putOff(act) {
  const isShown = runtime.state() !== "ready" || (unanswered.length === 0 && !isStale);
  if (!isShown) waiting = act;
  return isShown;
}

/** Many records of one interview become a few, when there is time for it. */
async function tidyUp() {
  if (!mayTidy || journal.large() === null) return;
  mayTidy = false;
  await new Promise((settle) => setTimeout(settle, SOON));
  if (!isAsking && runtime.state() === "ready") mayTidy = await compact(journal.large());
}

/**
 * Ask which records of an interview still matter, and keep those as one text.
 *
 * @returns {Promise<boolean>} whether it may be tried again
 */
async function compact(large) {
  isAsking = true;
  try {
    const records = journal.records();
    isBroughtAsked = false;
    const nothing = { panels: [], steps: [], incoming: null };
    const asked = { ...question(records), ...nothing, fold: large };
    const text = await runtime.ask(JSON.stringify(asked));
    return text !== null && (await journal.compact(large, records, JSON.parse(text).kept));
  } finally {
    isAsking = false;
    if (isStale) refresh();
  }
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

async function followState(state) {
  if (state === "failed" && runtime.hasBroken()) putCulpritAside();
  showState(state);
  if (state === "ready") await refresh();
  // Python went away with a question: what it cannot say any more is said without it.
  else if (unanswered.length > 0) sayHowKept(unanswered, spokenWords());
  if (state !== "starting") offline.follow(state);
}

/** Python went down over a question. If something brought in was part of it, that was it. */
function putBroughtAside() {
  if (!isBroughtAsked) return;
  isBroughtAsked = false;
  incoming.refuse();
  say(words("broke"));
}

/** Python went down twice over one question. What was new in it is not asked about again. */
function putCulpritAside() {
  if (unanswered.length > 0) {
    journal.quarantine(unanswered);
    unanswered = [];
    say(words("put-aside"));
    followChange();
  }
}

function showState(state) {
  if (state !== "idle") document.documentElement.dataset.followup = state;
  const showOnly = (mark, isShown) => {
    for (const part of document.querySelectorAll(mark)) part.hidden = !isShown;
  };
  showOnly("[data-loading]", state === "starting");
  showOnly("[data-failed]", state === "failed");
  showStanding();
  isSlow = false;
  clearTimeout(slowness);
  if (state === "starting") slowness = setTimeout(noteSlowness, SLOW);
  offerRescue();
}

function noteSlowness() {
  isSlow = true;
  offerRescue();
}

/** Python does not come, or takes so long that something here may be the reason. */
function offerRescue() {
  showRescue(journal, runtime.state() === "failed" || isSlow);
}

/** What the reader must know as long as it is so. */
function showStanding() {
  const { newer, memory, refused, durable, quarantined, emptied } = storeNow();
  // Only where it is needed: a page with such a listener does not come back as it was left.
  if (memory || journal.isUndoLoose()) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
  const standing = {
    newer,
    memory,
    refused: refused && !durable,
    damaged: quarantined > 0,
    emptied,
    framed: journal.isFramed(),
  };
  for (const part of document.querySelectorAll("[data-standing]")) {
    part.hidden = !standing[part.dataset.standing];
    for (const link of part.querySelectorAll("[data-page]")) {
      const { page } = link.dataset;
      link.href = page ? here(`../${page}`) : location.pathname;
    }
  }
}

function warn(event) {
  if (holdsAlone() || journal.isUndoLoose()) event.preventDefault();
}

/** @returns {boolean} whether something is in this tab and nowhere else */
function holdsAlone() {
  return journal.isMemory() && journal.records().size > 0;
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
say(words(journal.ownNote("said") ?? ""));
journal.putOwnNote("said", "");
addEventListener("hashchange", () => incoming.takeAddress() && followChange());
setInterval(lookAgain, MINUTE);
addEventListener("pagehide", keepViews);
addEventListener("visibilitychange", keepViews);
addEventListener("online", () => {
  if (files.forgetFailures()) refresh();
});
onEachPage(bindPage);
