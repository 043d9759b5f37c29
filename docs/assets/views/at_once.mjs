/**
 * What the page shows at once, before Python answers and without it. Ticks and steps set aside are as the
 * records have them, and nothing is left of an interview that was left.
 *
 * Asks nothing, and keeps nothing. Forms that are sent are no part of it: acts.mjs turns them.
 */

import { setChecked, setValue } from "../fields/fields.mjs";
import { ownerOf } from "../fields/forms.mjs";
import { foldAsides, foldTicks } from "../store/records.mjs";

/**
 * Only what the reader ticked or set aside: a step without a record may be Python's to tick.
 *
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 */
export function paintSwitches(journal) {
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

/** What stands in the page of the last interview must not go to this one. */
export function emptyFields() {
  for (const field of document.querySelectorAll("[data-question] [data-part], [data-text]")) {
    if (!ownerOf(field)) setValue(field, "");
  }
  for (const box of document.querySelectorAll("[data-tick], input[data-choice]")) {
    if (!ownerOf(box)) setChecked(box, false);
  }
  for (const button of document.querySelectorAll("[data-aside]")) {
    button.setAttribute("aria-pressed", "false");
  }
}
