/**
 * The last views: what was answered about things as they are. It is painted again on the next page, and
 * kept for the next visit. A fingerprint of what views depend on tells whether things still are so.
 *
 * How views are painted, read and written, and which stay true for longer, is told in views.mjs.
 */

import { localDay } from "../fields/boxes.mjs";
import { newestKey } from "../store/records.mjs";
import { paintSwitches } from "./at_once.mjs";
import { outlineOf } from "./first_frame.mjs";
import { storeNow } from "./keeping.mjs";
import { words } from "./status.mjs";
import {
  heightsNow,
  lastingOf,
  paint,
  readShown,
  reserve,
  waitingViews,
  writeShown,
} from "./views.mjs";

const NOTHING = { outputs: {}, inputs: {} };

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {{ editing: () => string, brought: () => number, worker: string }} page editing: the entry in its
 *   form; brought: how often something was brought in or put away; worker: its address, which names
 *   the version
 */
export function openLastViews(journal, { editing, brought, worker }) {
  /** Of the program that built the pages. */
  let version = "";
  /** Fingerprint of what `shown` tells of, or what a question on its way does. */
  let known = "";
  /** @type {import("./views.mjs").Views} all that was answered about things as they are */
  let shown = NOTHING;
  /** @type {import("./views.mjs").Views} what of an earlier day's answers is still true */
  let lasting = NOTHING;
  /** @type {Record<string, number>} how high panels were when they were last seen */
  let heights = {};

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
      heights = { ...(isObject(last?.heights) ? last.heights : {}), ...heights };
    }
    if (records.size > 0) {
      paint(waitingViews(words("waiting"), { ...lasting.outputs, ...shown.outputs }));
      reserve(heights);
    }
    paint(lasting);
    paint(shown);
    paintSwitches(journal);
  }

  function keepViews() {
    const isTrue = withoutDay(known) === withoutDay(fingerprint());
    if (isTrue && !journal.isFramed() && Object.keys(shown.outputs).length > 0) {
      const hangsOn = { fingerprint: known, outline: outline() };
      journal.putNote("shown", writeShown(hangsOn, shown, heights));
    }
  }

  /** What is true of this page's time alone is told by no key: then the first frame has to wait. */
  function outline() {
    const passes = editing() !== "" || journal.canBringBack().length > 0 || brought() > 0;
    if (passes || journal.isRefused() || journal.canPutBack()) return "";
    try {
      return outlineOf(worker, journal.interview());
    } catch {
      return ""; // Storage is out of reach.
    }
  }

  /** A question goes out: what was answered when things were otherwise is not shown again. */
  function dropOld(records) {
    const now = fingerprint(records);
    if (now !== known) shown = NOTHING;
    known = now;
  }

  /** @param {import("./views.mjs").Views} views an answer about things as they are */
  function add({ outputs, inputs }) {
    shown = {
      outputs: { ...shown.outputs, ...outputs },
      inputs: { ...shown.inputs, ...inputs },
    };
    heights = { ...heights, ...heightsNow() };
  }

  /** What the views depend on. Records never change, so their number and the newest key tell all. */
  function fingerprint(records = journal.records()) {
    version = document.querySelector("[data-version]")?.dataset.version ?? version;
    const own = [journal.interview(), editing(), journal.canBringBack(), brought()];
    const { durable: _, ...lasts } = storeNow(journal);
    const kept = JSON.stringify(lasts);
    return [localDay(), version, ...own, kept, records.size, newestKey(records)].join(" ");
  }

  return { paintLast, keepViews, dropOld, add, areCurrent: () => fingerprint() === known };
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

function withoutDay(text) {
  return text?.replace(/^\S+/, "");
}
