/**
 * Messages: finds what is left to fill in, shows a script large, makes a contact of one that was sent.
 */

import { typedDay } from "../fields/boxes.mjs";
import { words } from "../views/status.mjs";

/** As `followup.messages` finds them. */
const BLANK = /\[[^[\]\n]{1,60}\]/g;

/**
 * @param {any} field that was copied
 * @returns {string} what to say of it
 */
export function copiedWords(field) {
  const isMessage = field?.closest("[data-message]") || field?.matches("[data-message-text]");
  const left = isMessage ? new Set((field.value ?? field.textContent).match(BLANK)).size : 0;
  if (left === 0) return words("copied");
  return left === 1 ? words("copied-blank") : words("copied-blanks").replace("{count}", `${left}`);
}

/**
 * Select a blank, so that what is typed takes its place. One that is the same in all messages has a box
 * beside the message: it opens, and stays, as nothing may move while the reader is at it.
 */
export function selectBlank({ dataset }) {
  const box = document.getElementById(dataset.mine ?? "");
  if (box) {
    /** @type {HTMLElement} */ (box.closest(".message-mine")).hidden = false;
    return box.focus();
  }
  /** @type {any} */
  const field = document.getElementById(dataset.blank);
  const start = field?.value.indexOf(dataset.value) ?? -1;
  if (start < 0) return;
  field.focus();
  field.setSelectionRange(start, start + dataset.value.length);
}

/** Show a script as it stands now; Escape and the button close it, and the focus comes back. */
export function showLarge({ dataset }) {
  /** @type {any} */
  const dialog = document.getElementById(dataset.large);
  const place = dialog?.querySelector("[data-large-text]");
  if (!place) return;
  place.textContent = /** @type {any} */ (document.getElementById(place.dataset.largeText)).value;
  dialog.showModal();
}

/**
 * @param {HTMLElement} button that says what was sent
 * @param {string} entry an id
 * @returns {Record<string, unknown>} the record's details: a contact of today, as the form sends it
 */
export function contactOf({ dataset }, entry) {
  return {
    what: "entry",
    form: "contact",
    fields: { kind: dataset.log, purpose: dataset.purpose },
    dates: {
      contact: typedDay(),
      "new-decision": { day: "", month: "", year: "" },
    },
    texts: { who: dataset.who, note: "" },
    entry,
  };
}
