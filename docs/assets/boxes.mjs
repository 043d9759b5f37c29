/**
 * Date boxes: three typed boxes in a fieldset, filled by buttons and by the browser's own picker,
 * and saved by themselves where the fieldset asks a question.
 *
 * Reckons no date and judges none: what was typed is handed on as typed. A box's `defaultValue` is
 * what was last saved, so a box whose value differs from it holds a draft.
 */

const PARTS = ["day", "month", "year"];
const LONGEST_TYPED = 40;
const PAUSE = 400;

/** @typedef {{ day: string, month: string, year: string }} Typed */

/**
 * @param {Date} [now]
 * @returns {string} the reader's own day, as YYYY-MM-DD (toISOString would give the day in London)
 */
export function localDay(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * @param {Element} fieldset
 * @returns {Typed} what stands in its boxes
 */
export function typedIn(fieldset) {
  const text = (part) => boxOf(fieldset, part)?.value.trim().slice(0, LONGEST_TYPED) ?? "";
  return { day: text("day"), month: text("month"), year: text("year") };
}

/**
 * @param {Element} field
 * @returns {boolean} whether the reader changed it since it was last saved
 */
export function isDraft(field) {
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === "radio" || field.type === "checkbox") {
    return field.form !== null && field.checked !== field.defaultChecked;
  }
  return field.matches("[data-part]") && field.value !== field.defaultValue;
}

/** @param {Iterable<Element>} fields what they hold now counts as saved */
export function markSaved(fields) {
  for (const field of fields) {
    if (!(field instanceof HTMLInputElement)) continue;
    field.defaultValue = field.value;
    field.defaultChecked = field.checked;
  }
}

/** Empty the boxes that a browser refilled after a reload: they are older than what was saved. */
export function forgetRefilled() {
  for (const box of document.querySelectorAll("[data-question] [data-part]")) {
    box.value = box.defaultValue;
  }
}

/**
 * Listen for typing, filling and picking on every date fieldset of this and later pages.
 *
 * @param {(question: string, typed: Typed) => void} save
 * @returns {{ saveTyped: () => void }} save now what was typed and has waited till now
 */
export function watchBoxes(save) {
  /** @type {Set<Element>} fieldsets typed in since they were last saved */
  const typing = new Set();
  let pause;

  function saveOne(fieldset) {
    typing.delete(fieldset);
    const boxes = boxesOf(fieldset);
    if (!fieldset.dataset.question || !boxes.some(isDraft)) return;
    markSaved(boxes);
    save(fieldset.dataset.question, typedIn(fieldset));
  }

  function saveTyped() {
    for (const fieldset of typing) saveOne(fieldset);
  }

  function fill(fieldset, day) {
    const [year, month, date] = day.split("-").map((part) => String(Number(part)));
    for (const [part, text] of Object.entries({ day: date, month, year })) {
      const box = boxOf(fieldset, part);
      if (!box) continue;
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    saveOne(fieldset);
  }

  document.addEventListener("input", ({ target }) => {
    const fieldset = fieldsetOf(target);
    if (!fieldset || !target.matches("[data-part]")) return;
    typing.add(fieldset);
    clearTimeout(pause);
    if (isFilled(fieldset)) pause = setTimeout(saveTyped, PAUSE);
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const fieldset = fieldsetOf(target);
    if (fieldset && fieldset !== fieldsetOf(relatedTarget)) saveOne(fieldset);
  });
  document.addEventListener("click", ({ target }) => {
    const fieldset = fieldsetOf(target);
    const day = fieldset && target.closest("[data-fill]")?.dataset.fill;
    if (day) fill(fieldset, day === "today" ? localDay() : day);
  });
  document.addEventListener("change", ({ target }) => {
    const fieldset = fieldsetOf(target);
    if (fieldset && target.matches("[data-pick]") && target.value) fill(fieldset, target.value);
  });
  addEventListener("pagehide", saveTyped);
  addEventListener("visibilitychange", saveTyped);

  return { saveTyped };
}

function fieldsetOf(target) {
  return target instanceof Element ? target.closest("[data-date]") : null;
}

/** @returns {HTMLInputElement | null} */
function boxOf(fieldset, part) {
  return fieldset.querySelector(`[data-part="${part}"]`);
}

function boxesOf(fieldset) {
  return PARTS.map((part) => boxOf(fieldset, part)).filter((box) => box !== null);
}

/** A year is not complete before its fourth digit: saving "20" would only raise an error. */
function isFilled(fieldset) {
  const { day, month, year } = typedIn(fieldset);
  return day !== "" && month !== "" && year.length >= 4;
}
