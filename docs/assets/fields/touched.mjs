/**
 * What the reader touched. Browsers fill fields back by themselves, on a reload and on the way back: that
 * was typed once, perhaps before everything was deleted. It is not the reader's doing now, so what
 * nobody touched is put back to what the page was built with.
 *
 * Watched from the head of the page on, before there is a field. Found by a name that all scripts
 * know, as each script of the published site has a copy of this module.
 */

const FIELDS =
  "[data-tick], [data-choice], [data-text], [data-part], [data-pick], form[data-form] *";
const CHECKED = "[type=radio], [type=checkbox]";

/** @typedef {{ fields: WeakSet<EventTarget>, sinceStart: boolean }} Watch */

/** @returns {Watch} */
export function watchTouches() {
  globalThis.followupTouched ??= watch();
  return globalThis.followupTouched;
}

function watch() {
  const fields = new WeakSet();
  const note = ({ target, isTrusted }) => isTrusted && target && fields.add(target);
  for (const type of ["input", "change"]) addEventListener(type, note, true);
  return { fields, sinceStart: document.body === null };
}

/** Put back what the browser filled in, now and as long as the page is still coming. */
export function putBackFilled(then = () => {}) {
  putBack();
  const again = ({ persisted = false }) => {
    if (!persisted && putBack() > 0) then();
  };
  document.addEventListener("DOMContentLoaded", again, { once: true });
  for (const type of ["load", "pageshow"]) addEventListener(type, again, { once: true });
}

/** @returns {number} how many fields were */
function putBack() {
  const { fields, sinceStart } = watchTouches();
  // A page that is opened for the first time holds nothing of old, so all that was done is the reader's.
  if (!sinceStart && isOpenedAnew()) return 0;
  const filled = Array.from(document.querySelectorAll(FIELDS)).filter(
    (field) => isField(field) && isOther(field) && !groupOf(field).some((one) => fields.has(one)),
  );
  for (const field of filled) reset(field);
  return filled.length;
}

function isOpenedAnew() {
  const [entry] = performance.getEntriesByType?.("navigation") ?? [];
  return /** @type {any} */ (entry)?.type === "navigate";
}

function isField(field) {
  return field.matches("input, textarea, select");
}

/** @returns {Element[]} whoever presses one radio button changes the others of its group as well */
function groupOf(field) {
  if (field.type !== "radio") return [field];
  const group = document.querySelectorAll(`input[type=radio][name="${CSS.escape(field.name)}"]`);
  return Array.from(group).filter((/** @type {any} */ one) => one.form === field.form);
}

function isOther(field) {
  if (field.matches(CHECKED)) return field.checked !== field.defaultChecked;
  if (field.localName === "select") return field.selectedIndex !== builtChoice(field);
  return field.value !== field.defaultValue;
}

function reset(field) {
  if (field.matches(CHECKED)) field.checked = field.defaultChecked;
  else if (field.localName === "select") field.selectedIndex = builtChoice(field);
  else field.value = field.defaultValue;
}

function builtChoice(select) {
  const chosen = Array.from(select.options).findIndex((option) => option.defaultSelected);
  return Math.max(chosen, select.options.length > 0 ? 0 : -1);
}
