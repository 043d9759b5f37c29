/**
 * Date boxes: three typed boxes in a fieldset, filled by buttons and by the browser's own picker,
 * and saved by themselves where the fieldset asks a question.
 *
 * Reckons no date and judges none: what was typed is handed on as typed.
 */

import { holdsDraft, markSaved } from "./fields.mjs";

const PARTS = ["day", "month", "year"];
/** Milliseconds without a key after which a date counts as typed; longer while a year may follow. */
const PAUSE = 400;
const PAUSE_BEFORE_YEAR = 900;
/** While somebody types 2026 into it, a picker passes through the years 2, 20 and 202. */
const PICKED = /^(19|[2-9]\d)\d\d-\d\d-\d\d$/;

/** A box that holds more than one number or word may hold a whole date. */
const SEVERAL = /[^\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}]+/gu;
/** The one language in whose dates of numbers the month comes first. */
const MONTH_FIRST = /^en-us\b/i;

/**
 * @typedef {{ day: string, month: string, year: string, first?: "day" | "month" }} Typed first: what
 *   comes first in a date of numbers. It is settled as it is written, so that the same record is the
 *   same date in a browser of any other language.
 */

/** The first and the last day that a clock is believed. Python has the same; a test holds them equal. */
const EARLIEST = "2000-01-01";
const LATEST = "2199-12-31";

/**
 * @param {Date} [now]
 * @returns {string} the reader's own day, as YYYY-MM-DD (toISOString would give the day in London); the
 *   nearest that is believed, whatever the clock says
 */
export function localDay(now = new Date()) {
  const year = now.getFullYear();
  if (!(year >= Number(EARLIEST.slice(0, 4)))) return EARLIEST;
  if (year > Number(LATEST.slice(0, 4))) return LATEST;
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * @param {Date} [now]
 * @returns {string} the reader's own day before today, whatever the clocks did in that night
 */
export function dayBefore(now = new Date()) {
  const noon = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
  return localDay(noon);
}

/**
 * @param {string} [day] YYYY-MM-DD; today, if none is given
 * @returns {Typed} what somebody types for it
 */
export function typedDay(day = localDay()) {
  const [year = "", month = "", date = ""] = day.match(/\d+/g) ?? [];
  const plain = (digits) => digits.replace(/^0+/, "");
  return { day: plain(date), month: plain(month), year };
}

/** Days that a page may know by itself; all others are Python's. */
const OWN_DAYS = { today: () => localDay(), yesterday: () => dayBefore() };

/**
 * @param {Element} fieldset
 * @returns {Typed} what stands in its boxes
 */
export function typedIn(fieldset) {
  const text = (part) => boxOf(fieldset, part)?.value.trim() ?? "";
  const typed = { day: text("day"), month: text("month"), year: text("year") };
  if (!Object.values(typed).some((it) => SEVERAL.test(it))) return typed;
  return { ...typed, first: MONTH_FIRST.test(navigator.language ?? "") ? "month" : "day" };
}

/**
 * Listen for typing, filling and picking on every date fieldset of this and later pages.
 *
 * @param {(fieldset: HTMLElement) => unknown} save gives nothing if it could not
 * @returns {{ saveTyped: (isDue?: (unit: Element) => boolean) => void, adopt: () => void }} saveTyped:
 *   save now what was typed and has waited till now; adopt: take over what was typed before anybody
 *   listened
 */
export function watchBoxes(save) {
  /** @type {Set<HTMLElement>} fieldsets typed in since they were last saved */
  const typing = new Set();
  let pause;

  function saveOne(fieldset) {
    typing.delete(fieldset);
    if (!fieldset.dataset.question || !holdsDraft(fieldset)) return;
    if (save(fieldset)) markSaved(fieldset);
  }

  function saveTyped(isDue = () => true) {
    for (const fieldset of typing) if (isDue(fieldset)) saveOne(fieldset);
  }

  function noteTyping(fieldset, isPasted = false) {
    typing.add(fieldset);
    clearTimeout(pause);
    const wait = typedIn(fieldset).year ? PAUSE : PAUSE_BEFORE_YEAR;
    if (isWhole(fieldset) || isPasted) pause = setTimeout(() => saveTyped(), wait);
  }

  function adopt() {
    for (const fieldset of document.querySelectorAll("[data-question]")) {
      if (!holdsDraft(fieldset)) continue;
      if (fieldset.contains(document.activeElement)) noteTyping(fieldset);
      else saveOne(fieldset);
    }
  }

  /** @param {HTMLElement} fieldset @param {string} day YYYY-MM-DD; empty to empty the boxes */
  function fill(fieldset, day) {
    for (const [part, text] of Object.entries(typedDay(day))) {
      const box = boxOf(fieldset, part);
      if (!box) continue;
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // That there is no day is an answer too, also where none was typed before.
    if (day === "" && fieldset.dataset.question && !holdsDraft(fieldset)) save(fieldset);
    else saveOne(fieldset);
  }

  document.addEventListener("input", ({ target, inputType }) => {
    const fieldset = fieldsetOf(target);
    const isPasted = inputType === "insertFromPaste" && target.value.match(WORDS)?.length > 2;
    if (fieldset && target.matches("[data-part]")) noteTyping(fieldset, isPasted);
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const fieldset = fieldsetOf(target);
    if (!fieldset) return;
    // It has filled the boxes, which may change without it from now on.
    if (target.matches("[data-pick]")) target.value = "";
    if (fieldset !== fieldsetOf(relatedTarget)) saveOne(fieldset);
  });
  document.addEventListener("click", ({ target }) => {
    const fieldset = fieldsetOf(target);
    const day = fieldset && target.closest("[data-fill]")?.dataset.fill;
    if (typeof day === "string") fill(fieldset, OWN_DAYS[day]?.() ?? day);
  });
  document.addEventListener("change", ({ target }) => {
    const fieldset = fieldsetOf(target);
    if (fieldset && target.matches("[data-pick]") && PICKED.test(target.value)) {
      fill(fieldset, target.value);
    }
  });
  return { saveTyped, adopt };
}

/** @returns {HTMLElement | null} */
function fieldsetOf(target) {
  return target instanceof Element ? target.closest("[data-date]") : null;
}

/** @returns {HTMLInputElement | null} */
function boxOf(fieldset, part) {
  return fieldset.querySelector(`[data-part="${part}"]`);
}

/**
 * A year is not complete before its fourth digit: saving "20" would only raise an error. It can be left
 * out. A month of one letter or two is on its way.
 */
function isWhole(fieldset) {
  const { day, month, year } = typedIn(fieldset);
  const isEmpty = PARTS.every((part) => typedIn(fieldset)[part] === "");
  const isMonth = month !== "" && !/^\p{L}{1,2}$/u.test(month);
  return isEmpty || (day !== "" && isMonth && (year === "" || year.length >= 4));
}
