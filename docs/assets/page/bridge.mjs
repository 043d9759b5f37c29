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

import "./door.mjs";
import "./theme.mjs";
import { openIncoming } from "../copies/incoming.mjs";
import { openLinkDates } from "../copies/link_dates.mjs";
import { localDay } from "../fields/boxes.mjs";
import { goTo, settleFocus } from "../fields/focus.mjs";
import { openJournal } from "../journal/journal.mjs";
import { isOtherVersion, isSuperseded, openOffline } from "../offline/offline.mjs";
import { handOver } from "../python/handed.mjs";
import { makeRuntime } from "../python/runtime.mjs";
import { ALL, interviewOf } from "../store/records.mjs";
import { watchAnswerFirst } from "../views/answer_first.mjs";
import { emptyFields, paintSwitches } from "../views/at_once.mjs";
import { foldAnew, watchFolds } from "../views/folds.mjs";
import { openKeeping, storeNow } from "../views/keeping.mjs";
import { openLastViews } from "../views/last_views.mjs";
import { onEachPage } from "../views/pages.mjs";
import { press, pressAgain, watchPress } from "../views/press.mjs";
import { openStanding, showProgress } from "../views/standing.mjs";
import { say, words } from "../views/status.mjs";
import { watchTarget } from "../views/target.mjs";
import { loadMorph, paint, waitingViews } from "../views/views.mjs";
import { watchActs } from "./acts.mjs";
import { openDemo } from "./demo.mjs";
import { openFiles } from "./files.mjs";
import { bringTheme } from "./late_theme.mjs";
import { offsetsFrom } from "./offsets.mjs";
import { openTidying } from "./tidying.mjs";

const MINUTE = 60_000;
/** The panel of dates hangs on the interview that is shown; the start page tells of all. */
const OWN_DATE = "plan";
const DATE_PANELS = [OWN_DATE, "next-step"];

const here = (name) => new URL(name, import.meta.url).href;
const base = new URL("../../", import.meta.url).pathname;
const demo = openDemo(base);
const journal = openJournal(base, demo.storages());
const offline = openOffline(here("../../"), () => !journal.isMemory());
const files = openFiles((name) => here(`../made/${name}`), offline.noteUse);
const incoming = openIncoming(new URL("../../plan/restore/", import.meta.url).pathname, base);
const linkDates = openLinkDates(new URL("../../plan/dates/", import.meta.url).pathname);
const worker = here("../python/worker.mjs");
const runtime = makeRuntime(worker, {
  onState: followState,
  onProgress: showProgress,
  onBroken: putBroughtAside,
});
const { ask } = handOver(runtime);
const acts = watchActs(journal, incoming, linkDates, {
  written: followRecord,
  changed: followChange,
  offer: () => offer,
  done: followDone,
  anew: loadAnew,
  forget: offline.forget,
  retry,
  afterwards: putOff,
});
const lastViews = openLastViews(journal, {
  editing: acts.editing,
  brought: incoming.count,
  worker,
});
const target = watchTarget();
const answerFirst = watchAnswerFirst();
const standing = openStanding(here, journal, {
  hasFailed: () => runtime.state() === "failed",
  isOld: () => isOld,
  isDemo: demo.isOn,
});
const { sayHowKept } = openKeeping(journal, followKeeping);
const { tidyUp } = openTidying(journal, { isFree, alone, askToFold });

/** Keys of this tab's records that no answer has spoken of yet. @type {string[]} */
let unanswered = [];
let isAsking = false;
/** Whether the last question was a worker's first, and asked for the date alone. */
let isDateAlone = false;
/** Whether the last question carries what was brought in. */
let isBroughtAsked = false;
/** What the reader did that must wait for an answer. @type {(() => void) | null} */
let waiting = null;
/** Whether anything changed since the last question was put together. */
let isStale = false;
/** The interview that the page shows. */
let interview = "";
/** What of the things brought in Python says can be taken. */
let offer = null;
/** Whether the reader has turned to it since the last answer. */
let hasTurned = false;
/** How often both stores were found to be empty, as far as the page shows it. */
let timesEmptied = 0;
/** Whether the last question said that both stores have all. */
let wasMirrored = false;
/** Whether something could not be fetched, as a newer version of the site is published. */
let isOld = false;

// --- A page comes, a page goes ---

function bindPage() {
  acts.leavePage();
  if (demo.mustBegin()) return location.reload();
  // Published since this page was loaded: its own scripts go with it. What this tab alone holds stays.
  if (isOtherVersion() && !standing.holdsAlone()) return location.reload();
  incoming.takeAddress();
  linkDates.arrive();
  standing.showState(runtime.state());
  offline.show();
  if (!isOurs()) return void offline.follow(runtime.state());
  interview = journal.interview();
  acts.putBack();
  target.arrive();
  answerFirst.arrive();
  target.keep(paintLast);
  runtime.start();
  refresh();
}

function paintLast() {
  answerFirst.expect(journal);
  lastViews.paintLast();
  answerFirst.arrange();
  document.documentElement.dataset.painted = "";
}

/** @returns {boolean} whether there is anything on this page for Python to fill */
function isOurs() {
  return document.querySelector("[data-tick], [data-panel], [data-output]") !== null;
}

/** Another tab may have written, or the day may have changed. */
function lookAgain() {
  // Another tab deleted or replaced everything: nothing that stands in this page may outlive that.
  if (journal.isPast()) return loadAnew("");
  if (isOurs() && !lastViews.areCurrent()) followChange();
}

/** Load the page as if it were new, with nothing left of what this tab remembers. */
function loadAnew(name) {
  journal.putOwnNote("said", name);
  location.replace(location.pathname + location.search);
}

// --- What the reader did ---

/** @param {import("../journal/written.mjs").Written} written */
function followRecord(written) {
  if (written === null) return say(words("too-long"));
  if (journal.isFramed()) return say(words("framed"));
  if (written.isRefused) return journal.isPast() ? loadAnew("") : say(words("newer"));
  unanswered.push(written.key);
  if (runtime.state() !== "ready") sayHowKept([written.key]);
  followChange();
}

/** Something was done that is not one record. */
function followDone(name, isDone = true) {
  say(words(isDone ? name : "not-kept"));
  followChange();
  // That another interview is seen goes without saying: what was done is what counts.
  hasTurned = false;
}

/** A store that fell silent, or is back: what stands in the page must not say otherwise. */
function followKeeping() {
  standing.showStanding();
  if (journal.isMirrored() !== wasMirrored) refresh();
}

function followChange() {
  standing.showStanding();
  standing.offerRescue();
  if (interview !== journal.interview() || timesEmptied !== journal.timesEmptied()) turnPage();
  paintSwitches(journal);
  if (runtime.state() === "ready") refresh();
  else settleFocus();
}

/** The page shows another interview, or both stores were found to be empty. */
function turnPage() {
  interview = journal.interview();
  timesEmptied = journal.timesEmptied();
  hasTurned = true;
  foldAnew();
  answerFirst.arrive();
  emptyFields();
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
    if (demo.isOn && runtime.state() === "ready") await fillDemo();
    while (isStale && isOurs() && runtime.state() === "ready") {
      isStale = false;
      const asked = unanswered.length;
      const { records, fields } = putQuestion();
      const text = await ask(records, fields, !isDateAlone);
      // An answer that came too late would put back what the reader has changed meanwhile.
      if (text !== null && !isStale) await take(JSON.parse(text), asked);
      // Both were kept out of a worker's first question.
      if (text !== null && (isDateAlone || (!isBroughtAsked && toAsk() !== null))) isStale = true;
    }
  } finally {
    isAsking = false;
  }
}

/** Python makes what somebody in the demo has entered, as its days are counted from today. */
async function fillDemo() {
  if (journal.records().size > 0) return;
  const text = await runtime.ask(JSON.stringify({ sample: localDay() }));
  const sample = text === null ? [] : JSON.parse(text).sample;
  for (const { interview: of, ...details } of sample) journal.write(details, of);
  if (sample.length > 0) journal.switchTo(sample[0].interview);
  interview = journal.interview();
}

function putQuestion() {
  const records = journal.records();
  lastViews.dropOld(records);
  isBroughtAsked = toAsk() !== null;
  wasMirrored = journal.isMirrored();
  const panel = runtime.isNew() ? datePanel() : null;
  isDateAlone = panel !== null;
  return panel ? dateQuestion(panel, records) : { records, fields: question() };
}

/** @returns {string | null} the panel of this page that shows the date; null if it has none */
function datePanel() {
  return DATE_PANELS.find((name) => document.querySelector(`[data-panel=${name}]`)) ?? null;
}

/**
 * A worker's first question is short, so that the date is shown as soon as it can be. All else is asked
 * for right after it, and nothing is said or done before.
 */
function dateQuestion(panel, records) {
  const isNeeded = (text) => [journal.interview(), ALL].includes(interviewOf(text));
  const own =
    panel === OWN_DATE ? new Map([...records].filter(([, text]) => isNeeded(text))) : records;
  const nothing = { panels: [panel], steps: [], messages: [], changed: [], turned: false };
  return { records: own, fields: { ...question(), ...nothing } };
}

/**
 * What was brought in, if it is to be asked about now. A worker's first question is long without it,
 * and a silence over it could mean either.
 */
function toAsk() {
  const panel = incoming.get()?.kind === "office" ? "office-offer" : "restore";
  const isPlace = document.querySelector(`[data-panel=${panel}]`) !== null;
  return isPlace && runtime.hasAnswered() ? incoming.get() : null;
}

function question() {
  const panels = marksOf("panel");
  return {
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
    dates: linkDates.get(),
    superseded: isOld,
    site: here("../../"),
    offsets: panels.includes("calendar-file") ? offsetsFrom(new Date(), localDay) : [],
    store: storeNow(journal),
  };
}

/** Show an answer; but one that lacks a file only says which, and is asked for again with it. */
async function take({ needs = [], ...answer }, asked) {
  if (!files.lack(needs)) {
    await press();
    // What was pressed may be older news already.
    if (isStale) return;
    return isDateAlone ? showDate(answer) : show(answer, asked);
  }
  await files.bring(needs);
  if (files.hasFailed()) await lookForNewer();
  isStale = true;
}

async function lookForNewer() {
  isOld ||= await isSuperseded(here("../../"));
  standing.showStanding();
}

/** Show what a worker's first question brought. Notices hang on records that it did not hold. */
function showDate({ outputs, inputs, trouble = [] }) {
  for (const line of trouble) console.warn(`Follow Up: not shown: ${line}`);
  const { notice: _, ...date } = outputs;
  target.keep(() => paint({ outputs: date, inputs }));
  answerFirst.arrange();
  if (linkDates.get() === null) lastViews.add({ outputs: date, inputs });
}

function show({ outputs, inputs, announce, take: taken = null, trouble = [] }, asked) {
  for (const line of trouble) console.warn(`Follow Up: not shown: ${line}`);
  offer = taken;
  acts.makeRoom(inputs);
  target.keep(() => paint({ outputs, inputs }), true);
  answerFirst.arrange();
  paintSwitches(journal);
  // Dates that a link brings stand in it, and are not to be kept.
  if (linkDates.get() === null) lastViews.add({ outputs, inputs });
  const keys = unanswered.slice(0, asked);
  unanswered = unanswered.slice(asked);
  hasTurned = false;
  settleFocus();
  bringTheme();
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

/** @returns {boolean} whether Python is up and nothing is asked */
function isFree() {
  return !isAsking && runtime.state() === "ready";
}

/** Ask which records of an interview still matter. */
function askToFold(large, records) {
  isBroughtAsked = false;
  const nothing = { panels: [], steps: [], incoming: null };
  return ask(records, { ...question(), ...nothing, fold: large });
}

/** Do something while nothing else is asked; what has changed meanwhile is asked about afterwards. */
async function alone(act) {
  isAsking = true;
  try {
    return await act();
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

async function followState(state) {
  if (state === "failed" && runtime.hasBroken()) putCulpritAside();
  standing.showState(state);
  if (state === "failed") {
    bringTheme();
    lookForNewer();
  }
  if (state === "ready") await refresh();
  // Python went away with a question: what it cannot say any more is said without it.
  else if (unanswered.length > 0) sayHowKept(unanswered);
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

loadMorph();
acts.adoptEarly(lastViews.paintLast);
journal.watch(lookAgain);
say(words(journal.ownNote("said") ?? ""));
journal.putOwnNote("said", "");
watchFolds();
watchPress();
demo.watch(() => say(words("not-in-demo")));
addEventListener("hashchange", () => {
  if (demo.mustBegin()) location.reload();
  else if (incoming.takeAddress()) followChange();
});
linkDates.watch(() => {
  goTo(() => document.getElementById("dates-of-link"));
  followChange();
});
setInterval(lookAgain, MINUTE);
addEventListener("pagehide", lastViews.keepViews);
addEventListener("visibilitychange", lastViews.keepViews);
addEventListener("online", () => {
  if (files.forgetFailures()) refresh();
});
onEachPage(bindPage);
pressAgain();
