/**
 * Forms that are sent as one entry: what stands in one, and the half-filled ones of this visit, which
 * come back when the reader comes back to their page.
 */

import { typedDay, typedIn } from "./boxes.mjs";
import { holdsDraft } from "./fields.mjs";

const FREE_TEXTS = new Set(["text", "tel", "email", "search", "textarea"]);
const CHOICES = "input[type=radio]:checked, select[name]";

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, unknown>} the record's details, without the entry's id
 */
export function entryIn(form) {
  const valuesOf = (fields) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const choices = Array.from(form.querySelectorAll(CHOICES));
  const texts = Array.from(form.querySelectorAll("[name]:not([data-part])"));
  const fieldsets = form.querySelectorAll("[data-date]");
  const dates = Array.from(fieldsets, (it) => [it.dataset.date, typedOrToday(it)]);
  return {
    ...choices.map(formatOf).find(({ format }) => format),
    what: "entry",
    form: form.dataset.form,
    fields: valuesOf(choices.filter(({ value }) => value !== "")),
    // Boxes in which nothing stands would only make links longer.
    dates: Object.fromEntries(dates.filter(([, typed]) => Object.values(typed).some(Boolean))),
    texts: valuesOf(texts.filter(({ type }) => FREE_TEXTS.has(type))),
  };
}

/** What a form is about happened today, unless another day is typed. */
function typedOrToday(fieldset) {
  const typed = typedIn(fieldset);
  const isToday = fieldset.hasAttribute("data-else-today") && !Object.values(typed).some(Boolean);
  return isToday ? typedDay() : typed;
}

/**
 * @param {HTMLElement} element
 * @returns {{ format?: number }} of the record that it makes, if it says that this is not the usual one
 */
export function formatOf({ dataset }) {
  return dataset.format ? { format: Number(dataset.format) } : {};
}

/**
 * Remember what is half filled in, form by form, for as long as the visit lasts.
 *
 * @param {() => string} interview the one that the page shows
 */
export function rememberForms(interview) {
  /** @type {Map<string, { entry: string, held: Map<string, string | boolean> }>} */
  const drafts = new Map();
  const nameOf = (form) => `${ownerOf(form) ?? interview()} ${form.id || form.dataset.form}`;

  /** @param {HTMLFormElement} form */
  function note(form) {
    if (!holdsDraft(form)) return void drafts.delete(nameOf(form));
    drafts.set(nameOf(form), { entry: form.dataset.entry, held: heldIn(form) });
  }

  /** @param {HTMLFormElement} form it was sent, or its draft was thrown away */
  function forget(form) {
    drafts.delete(nameOf(form));
  }

  /** Put back into the page's forms what was half filled in. */
  function putBack() {
    for (const form of document.querySelectorAll("form[data-form]")) {
      const draft = drafts.get(nameOf(form));
      if (!draft) continue;
      form.dataset.entry = draft.entry;
      for (const field of form.elements) {
        const held = draft.held.get(field.id);
        if (typeof held === "boolean") field.checked = held;
        else if (held !== undefined) field.value = held;
      }
    }
  }

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-form]");
    if (form) note(form);
  });

  return { forget, putBack };
}

/**
 * @param {Element} element
 * @returns {string | undefined} whom the records made there belong to, if the page says so
 */
export function ownerOf(element) {
  return element.closest("[data-of]")?.dataset.of;
}

function heldIn(form) {
  const fields = Array.from(form.elements).filter((field) => field.id !== "" && "value" in field);
  const isSwitch = ({ type }) => type === "radio" || type === "checkbox";
  return new Map(fields.map((it) => [it.id, isSwitch(it) ? it.checked : it.value]));
}
