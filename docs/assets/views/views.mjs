/**
 * Views: puts an answer into the page, and keeps the last one so that the next page is right before
 * Python is up. Decides nothing about what a view says.
 *
 * An answer's HTML is parsed into an inert document and then morphed, never written as text, so no
 * script in it can run and the focus and the caret stay where they are.
 */

import { holdsDraft, isField, isTypedIn, setChecked, setValue, unitOf } from "../fields/fields.mjs";
import { LARGEST_SHOWN, painted } from "./first_frame.mjs";
import { isInUse } from "./folds.mjs";
import { isPlain, parse } from "./plain.mjs";

/** Pixels. */
const MOST_RESERVED = 4_000;
const INPUT_ATTRIBUTE =
  /^(aria-[a-z]+|data-[a-z-]+|disabled|hidden|max|maxlength|min|open|placeholder|rows|value)$/;

/** What claims something about the reader in a page as built: not before it is known. */
const CLAIMING =
  "plan next-step calendar calendar.answer timeline due log people-list closed-list messages-next".split(
    " ",
  );
/** What does too, in the middle of a text: there nothing stands meanwhile. */
const CLAIMING_IN_TEXT = "day-first day-later day-close".split(" ");
/** Outputs that stay true on a later day. */
const LASTING =
  /^(log|people-list|closed-list|people-names|countries|parts|promised-on-paper|whose|own-numbers|(echo|line|names|number|switcher|trouble)\..+)$/;

/**
 * Outputs that hold a copy of the plan, or one that was brought in: they are not kept once more. Nor
 * are addresses of mails, and whole ones of pages, which readShown would refuse.
 */
const PASSING = /^(keep\.|office\.|restore|copy-reminder|calendar[-.]|message-mail\.)/;

/**
 * @typedef {{ value?: string, checked?: boolean, attributes?: Record<string, string | null> }} Input
 * @typedef {{ outputs: Record<string, string>, inputs: Record<string, Input> }} Views
 */

let morph = (element, nodes) => element.replaceChildren(...nodes);
/** Panels for which room is kept. */
const reserved = new WeakSet();
/**
 * What a field shall hold once the reader is no longer at it, and what it held meanwhile.
 *
 * @type {Map<any, { value: string, held: string }>}
 */
const postponed = new Map();

/** Fetch the library that keeps focus and caret; without it views are replaced as a whole. */
export async function loadMorph() {
  document.addEventListener("focusout", setPostponed);
  try {
    const { Idiomorph } = await import("../made/runtime/idiomorph.esm.js");
    // Without ignoreActiveValue, which would leave a button that has the focus with its old words.
    const isLeft = (old) => old instanceof Element && unitOf(old) === old && holdsDraft(old);
    const callbacks = {
      beforeNodeMorphed: (old) => !isLeft(old),
      // What the reader has opened or closed stays so.
      beforeAttributeUpdated: (name, element) =>
        !(name === "open" && element instanceof HTMLDetailsElement),
    };
    const settings = { morphStyle: "innerHTML", callbacks };
    morph = (element, nodes) => Idiomorph.morph(element, nodes, settings);
  } catch {
    // Nothing is lost but the caret, so this is no reason to stop.
  }
}

/**
 * Keep room for what is waited for, so that it pushes nothing away when it comes.
 *
 * @param {Record<string, number>} heights of panels when they were last seen, in pixels
 */
export function reserve(heights) {
  for (const name of CLAIMING) {
    const height = heights[name];
    if (!(height > 0 && height < MOST_RESERVED)) continue;
    for (const element of elementsOf(name)) {
      element.style.minHeight = `${height}px`;
      reserved.add(element);
    }
  }
}

/** @returns {Record<string, number>} heights of the panels that `reserve` knows */
export function heightsNow() {
  const found = CLAIMING.map((name) => [name, elementsOf(name)[0]?.offsetHeight ?? 0]);
  return Object.fromEntries(found.filter(([, height]) => height > 0));
}

/** @param {Views} views */
export function paint({ outputs, inputs }) {
  for (const [name, html] of Object.entries(outputs)) {
    for (const element of elementsOf(name)) {
      if (isBesideDraft(element, name)) continue;
      if (reserved.delete(element)) element.style.minHeight = "";
      if (painted.get(element) === html) continue;
      const { value } = element;
      morph(element, Array.from(parse(html).childNodes));
      // New options make a select forget which one was chosen.
      if (isField(element)) setValue(element, value);
      painted.set(element, html);
    }
  }
  for (const [id, input] of Object.entries(inputs)) {
    const element = document.getElementById(id);
    if (element) setInput(element, input);
  }
}

/**
 * Read the last views out of what storage held, unless they hold anything that a view of ours never
 * holds.
 *
 * @param {string | null} text
 * @returns {(Views & { fingerprint: string, heights?: Record<string, number> }) | null}
 */
export function readShown(text) {
  try {
    if (!text || text.length > LARGEST_SHOWN) return null;
    const shown = JSON.parse(text);
    const isWhole = typeof shown.fingerprint === "string" && areOutputs(shown.outputs);
    return isWhole && areInputs(shown.inputs) ? shown : null;
  } catch {
    return null;
  }
}

/**
 * @param {{ fingerprint: string, outline: string }} hangsOn what the views hang on, and what can be told of it
 *   without reading a record: empty if that is not enough
 * @param {Views} views
 * @param {Record<string, number>} heights of panels
 * @returns {string} what readShown will read; empty if it would be too long
 */
export function writeShown(hangsOn, views, heights) {
  const kept = Object.entries(views.outputs).filter(([name]) => !PASSING.test(name));
  const outputs = Object.fromEntries(kept);
  const text = JSON.stringify({ ...hangsOn, outputs, inputs: views.inputs, heights });
  return text.length > LARGEST_SHOWN ? "" : text;
}

/**
 * @param {Views} views of an earlier day
 * @returns {Views} what of them is true on any day
 */
export function lastingOf({ outputs, inputs }) {
  const lasting = Object.entries(outputs).filter(([name]) => LASTING.test(name));
  return { outputs: Object.fromEntries(lasting), inputs };
}

/**
 * @param {string} sentence that claims nothing
 * @param {Record<string, string>} [outputs] what is known and needs no waiting for
 * @returns {Views} the sentence, in every other panel that would claim something
 */
export function waitingViews(sentence, outputs = {}) {
  const said = [
    ...CLAIMING.map((name) => [name, waitingFor(name, sentence)]),
    ...CLAIMING_IN_TEXT.map((name) => [name, ""]),
  ];
  return {
    outputs: Object.fromEntries(said.filter(([name]) => !(name in outputs))),
    inputs: {},
  };
}

/** With an id of its own, so that no paragraph of the answer is taken for it, and seen to jump. */
function waitingFor(name, sentence) {
  const paragraph = document.createElement("p");
  paragraph.className = "answer";
  paragraph.id = `waiting-${name}`;
  paragraph.textContent = sentence;
  return paragraph.outerHTML;
}

function elementsOf(name) {
  const quoted = CSS.escape(name);
  return document.querySelectorAll(`[data-panel="${quoted}"], [data-output="${quoted}"]`);
}

/** The problems of a form tell of an entry; one that is half filled in is another entry. */
function isBesideDraft(element, name) {
  const form = element.closest("form[data-form]");
  return form !== null && !name.startsWith("fills.") && holdsDraft(form);
}

/** @param {Element} element @param {Input} input */
function setInput(element, { value, checked, attributes = {} }) {
  const unit = unitOf(element);
  // What was typed and is not saved yet is the reader's; Python's answer is older.
  if (unit && holdsDraft(unit)) return;
  for (const [name, text] of Object.entries(attributes)) {
    if (!INPUT_ATTRIBUTE.test(name)) continue;
    if (name === "open" && isInUse(element)) continue;
    if (text === null) element.removeAttribute(name);
    else element.setAttribute(name, text);
  }
  if (!isField(element)) return;
  if (typeof checked === "boolean") setChecked(element, checked);
  if (typeof value !== "string") return;
  const mustWait = element.value !== value && isTypedIn(unit);
  if (mustWait) postponed.set(element, { value, held: element.value });
  else {
    postponed.delete(element);
    setValue(element, value);
  }
}

/** The reader has left the fields of a unit, or the window: now they may show what changed. */
function setPostponed({ relatedTarget }) {
  for (const [element, { value, held }] of postponed) {
    const unit = unitOf(element);
    if (relatedTarget && isField(relatedTarget) && unit.contains(relatedTarget)) continue;
    postponed.delete(element);
    if (!holdsDraft(unit) && element.value === held) setValue(element, value);
  }
}

function areOutputs(outputs) {
  const isPlainText = (html) => typeof html === "string" && isPlain(parse(html));
  return isObject(outputs) && Object.values(outputs).every(isPlainText);
}

function areInputs(inputs) {
  const isInput = (input) =>
    isObject(input) && (input.attributes === undefined || isObject(input.attributes));
  return isObject(inputs) && Object.values(inputs).every(isInput);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
