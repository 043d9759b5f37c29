/**
 * Fields: what the reader typed or chose and has not saved yet is a draft, and drafts are the
 * reader's. What stood in a field when it was last saved is its default.
 *
 * Fields that belong together are one unit: a form to send, the boxes of a date. A unit that holds a
 * draft is left alone as a whole, or half of it would be the reader's and half of it another tab's.
 */

const FIELDS = "input, textarea, select";
const CHECKED = "[type=radio], [type=checkbox]";
const SAVED = "[data-part], [data-text], form[data-form] [name]";

/**
 * @param {Element} element
 * @returns {Element | null} the form or the date boxes that it belongs to, else a field itself
 */
export function unitOf(element) {
  const own = element.matches(FIELDS) ? element : null;
  return element.closest("form[data-form]") ?? element.closest("[data-date]") ?? own;
}

/** @param {Element} unit @returns {boolean} whether anything in it changed since it was saved */
export function holdsDraft(unit) {
  return fieldsOf(unit).some(isDraft);
}

/** @param {Element} unit @returns {boolean} whether the reader is at one of its typed fields */
export function isTypedIn(unit) {
  const active = document.activeElement;
  if (!document.hasFocus() || !active?.matches(FIELDS) || !unit.contains(active)) return false;
  // A picker only fills the boxes beside it.
  return !active.matches(CHECKED) && !active.matches("[data-pick]");
}

/** @param {Element} element @returns {boolean} */
export function isField(element) {
  return element.matches(FIELDS);
}

/** @param {Element} unit what its fields hold now counts as saved */
export function markSaved(unit) {
  for (const field of fieldsOf(unit)) {
    if (field.matches(CHECKED)) setChecked(field, field.checked);
    else setValue(field, field.value);
  }
}

/** @param {any} field @param {string} value what it shall hold, as saved */
export function setValue(field, value) {
  if (field.localName === "select") {
    field.value = value;
    if (field.selectedIndex < 0) field.selectedIndex = 0;
    for (const option of field.options) option.defaultSelected = option.selected;
    return;
  }
  field.defaultValue = value;
  // A value that is the same is not set again: that would move the caret.
  if (field.value !== value) field.value = value;
}

/** @param {any} field @param {boolean} checked */
export function setChecked(field, checked) {
  field.defaultChecked = checked;
  field.checked = checked;
  // The browser unchecks the others of its group: that is no draft of the reader's.
  if (checked && field.type === "radio")
    for (const it of othersOf(field)) it.defaultChecked = false;
}

/** @param {HTMLInputElement} radio @returns {HTMLInputElement[]} the others of its group */
function othersOf(radio) {
  const group = `input[type=radio][name="${CSS.escape(radio.name)}"]`;
  const inSameForm = (other) => other !== radio && other.form === radio.form;
  return Array.from(document.querySelectorAll(group)).filter(inSameForm);
}

/** @param {Element} unit @returns {any[]} */
function fieldsOf(unit) {
  return unit.matches(FIELDS) ? [unit] : Array.from(unit.querySelectorAll(FIELDS));
}

/** @param {any} field */
function isDraft(field) {
  if (field.matches(CHECKED)) {
    return field.matches("form[data-form] *") && field.checked !== field.defaultChecked;
  }
  if (!field.matches(SAVED)) return false;
  if (field.localName !== "select") return field.value !== field.defaultValue;
  const saved = Array.from(field.options).findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(saved, 0);
}
