/**
 * What works without Python when Python does not come: an import is taken back, an interview deleted.
 * Rows are copies of one that the build put into the page.
 */

import { foldEmployers, interviewsOf } from "../store/records.mjs";
import { words } from "./status.mjs";

/** @type {WeakMap<Element, string>} what the rows of a list tell of */
const filled = new WeakMap();

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {boolean} isNeeded whether Python is away
 */
export function showRescue(journal, isNeeded) {
  for (const block of document.querySelectorAll("[data-rescue]")) {
    if (isNeeded) fill(block, journal);
    const has = block.querySelector("[data-rescue-undo]:not([hidden]), [data-rescue-rows] > *");
    block.hidden = !isNeeded || !has;
  }
}

function fill(block, journal) {
  block.querySelector("[data-rescue-undo]").hidden = journal.undoKind() === "";
  const list = block.querySelector("[data-rescue-rows]");
  const records = journal.records();
  const employers = foldEmployers(records);
  const ids = interviewsOf(records);
  const names = ids.map((id) => nameOf(employers.get(id)));
  const rows = ids.map((id, index) => [id, toldApart(names, index)]);
  const gone = journal.canBringBack();
  const told = JSON.stringify([rows, gone]);
  // A row that is open stays so.
  if (filled.get(list) === told) return;
  filled.set(list, told);
  list.replaceChildren(
    ...gone.map((id) => rowOf(block, "gone", "undelete", id)),
    ...rows.map(([id, name]) => rowOf(block, "one", "delete", id, name)),
  );
}

function nameOf(employer) {
  return (employer ?? "").split(/\s+/).filter(Boolean).join(" ").slice(0, 200);
}

/** No day is known without Python, so what tells two of one employer apart is their number. */
function toldApart(names, index) {
  const name = names[index];
  const number = words("nameless").replace("{number}", String(index + 1));
  if (!name) return number;
  return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}, ${number}`;
}

function rowOf(block, kind, act, id, name = "") {
  const row = block.querySelector(`template[data-rescue-row=${kind}]`).content.cloneNode(true);
  for (const place of row.querySelectorAll("[data-rescue-name]")) place.textContent = name;
  row.querySelector(`[data-${act}]`).dataset[act] = id;
  return row;
}
