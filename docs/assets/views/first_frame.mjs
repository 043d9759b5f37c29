/**
 * The first frame of a return visit: the panel that shows the date stands in it as it was last seen, before
 * the page's own script has come. All else follows when that has looked at the records
 * (last_views.mjs), and it has the last word.
 *
 * No record is read here. Their names tell enough, as a record never changes.
 */

import { localDay } from "../fields/boxes.mjs";
import { isPlain, parse } from "./plain.mjs";

/** Characters of the note that holds the last views. */
export const LARGEST_SHOWN = 400_000;
const DATE = "[data-panel=plan], [data-panel=next-step]";
/** Addresses that bring something in, or the demo: that is no part of what was seen. */
const BRINGS = /=|%3d|^#demo$/i;

/**
 * What stands in each panel, as it was written. Found by a name that all scripts know, as each script
 * of the published site has a copy of this module.
 *
 * @type {WeakMap<Element, string>}
 */
globalThis.followupPainted ??= new WeakMap();
export const painted = globalThis.followupPainted;

/**
 * What the date hangs on, as far as it can be told without reading a record.
 *
 * @param {string} worker address of the worker, which names the version
 * @param {string} [interview] the one that is shown; without it, the one that would be
 * @returns {string} another one if there are other records, or it is another day, life or version
 * @throws {Error} if storage is out of reach
 */
export function outlineOf(worker, interview) {
  const prefix = prefixOf(worker);
  const isCounted = (name) => name.startsWith(prefix) && name !== `${prefix}shown`;
  const names = Object.keys(localStorage).filter(isCounted).sort().join(" ");
  let sum = 0;
  for (const sign of names) sum = (Math.imul(sum, 31) + sign.codePointAt(0)) | 0;
  const { [`${prefix}interview`]: own, [`${prefix}undo`]: undo } = sessionStorage;
  const { [`${prefix}interview`]: last, [`${prefix}life`]: life } = localStorage;
  const shown = interview ?? own ?? last;
  return [localDay(), worker, shown, undo?.length, life, names.length, sum].join(" ");
}

/**
 * Paint the date and what stands above it as soon as that is there.
 *
 * @param {string} worker address of the worker
 */
export function paintFirstFrame(worker) {
  const shown = lastShown(worker);
  if (!shown) return;
  const watch = new MutationObserver(() => {
    const date = document.querySelector(DATE);
    if (!date || !isParsed(date)) return;
    watch.disconnect();
    paintTo(date, shown);
  });
  watch.observe(document, { childList: true, subtree: true });
}

function lastShown(worker) {
  const prefix = prefixOf(worker);
  try {
    if (BRINGS.test(location.hash) || sessionStorage[`${prefix}demo`]) return null;
    const text = localStorage[`${prefix}shown`];
    const shown = text.length > LARGEST_SHOWN ? null : JSON.parse(text);
    return shown.outline === outlineOf(worker) ? shown : null;
  } catch {
    return null; // Nothing was shown before, or storage is out of reach.
  }
}

function prefixOf(worker) {
  return `followup.${new URL("../../", worker).pathname}.`;
}

/** While its end has not come, the browser would put into it what is still to come. */
function isParsed(element) {
  return element !== null && (element.nextSibling !== null || isParsed(element.parentElement));
}

function paintTo(date, { outputs, inputs }) {
  const questions = document.querySelector("[data-panel=ask]");
  // The answer takes its place before the questions, as answer_first.mjs will have it.
  if (questions && !inputs?.["answer-first"]?.attributes?.["data-known"]) return;
  const isAbove = (panel) =>
    panel !== questions &&
    !(date.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING);
  const ahead = Array.from(document.querySelectorAll("[data-panel]"))
    .filter(isAbove)
    .map((panel) => ({ panel, html: outputs?.[panel.dataset.panel] }))
    .filter(({ html }) => typeof html === "string")
    .map((one) => ({ ...one, view: parse(one.html) }));
  if (!ahead.every(({ view }) => isPlain(view))) return;
  for (const { panel, html, view } of ahead) {
    panel.replaceChildren(view);
    painted.set(panel, html);
    panel.dataset.ahead = "";
  }
  questions?.before(date);
}
