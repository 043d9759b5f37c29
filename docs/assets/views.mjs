/**
 * Views: puts an answer into the page, and keeps the last one so that the next page is right before
 * Python is up. Decides nothing about what a view says.
 *
 * An answer's HTML is parsed into an inert document and then morphed, never written as text, so no
 * script in it can run and the focus and the caret stay where they are.
 */

import { isDraft } from "./boxes.mjs";

const LARGEST_SHOWN = 400_000;
const INPUT_ATTRIBUTE = /^(aria-[a-z]+|data-[a-z-]+|disabled|hidden|max|min|value)$/;

// The last views come out of storage that other pages of this host can write, and the content
// policy is only a second fence. So they are painted only if they hold nothing but these: no
// script, no frame, no style, no on... attribute, no address that is more than a page's.
const PLAIN_TAGS = new Set(
  (
    "a abbr b br button caption code dd details div dl dt em fieldset h2 h3 h4 h5 h6 hr i input " +
    "label legend li ol p progress section small span strong summary table tbody td th thead " +
    "time tr ul"
  ).split(" "),
);
const PLAIN_ATTRIBUTE =
  /^(abbr|aria-[a-z]+|data-(?!md-)[a-z-]+|autocomplete|checked|class|colspan|datetime|disabled|for|hidden|id|inputmode|lang|max|maxlength|min|name|open|role|rowspan|scope|start|tabindex|title|type|value)$/;
const PLAIN_ADDRESS = /^(#|\.{0,2}\/(?!\/)|[\w-]+(\/|$|#))/;

/**
 * @typedef {{ value?: string, checked?: boolean, attributes?: Record<string, string | null> }} Input
 * @typedef {{ outputs: Record<string, string>, inputs: Record<string, Input> }} Views
 */

let morph = (element, nodes) => element.replaceChildren(...nodes);
const painted = new WeakMap();

/** Fetch the library that keeps focus and caret; without it views are replaced as a whole. */
export async function loadMorph() {
  try {
    const { Idiomorph } = await import("./runtime/idiomorph.esm.js");
    // Without ignoreActiveValue, which would leave a button that has the focus with its old words.
    // Boxes are never part of an output: they are set, not morphed.
    morph = (element, nodes) => Idiomorph.morph(element, nodes, { morphStyle: "innerHTML" });
  } catch {
    // Nothing is lost but the caret, so this is no reason to stop.
  }
}

/** @param {Views} views */
export function paint({ outputs, inputs }) {
  for (const [name, html] of Object.entries(outputs)) {
    for (const element of elementsOf(name)) {
      if (painted.get(element) === html) continue;
      morph(element, Array.from(parse(html).childNodes));
      painted.set(element, html);
    }
  }
  for (const [id, input] of Object.entries(inputs)) {
    const element = document.getElementById(id);
    if (element) setInput(element, input);
  }
}

/**
 * Read the last views out of what storage held, unless they are of another day, program or set of
 * records, or hold anything that a view of ours never holds.
 *
 * @param {string | null} text
 * @param {string} fingerprint of now
 * @returns {Views | null}
 */
export function readShown(text, fingerprint) {
  try {
    if (text === null || text.length > LARGEST_SHOWN) return null;
    const shown = JSON.parse(text);
    const isOurs = shown.fingerprint === fingerprint && areOutputs(shown.outputs);
    return isOurs && areInputs(shown.inputs) ? shown : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} fingerprint
 * @param {Views} views
 * @returns {string} what readShown will read; empty if it would be too long
 */
export function writeShown(fingerprint, { outputs, inputs }) {
  const text = JSON.stringify({ fingerprint, outputs, inputs });
  return text.length > LARGEST_SHOWN ? "" : text;
}

function elementsOf(name) {
  const quoted = CSS.escape(name);
  return document.querySelectorAll(`[data-panel="${quoted}"], [data-output="${quoted}"]`);
}

/** Parse as Python wrote it, in a document without scripts; a template takes table rows as well. */
function parse(html) {
  const inert = new DOMParser().parseFromString(`<template>${html}</template>`, "text/html");
  return inert.querySelector("template").content;
}

/** @param {Element} element @param {Input} input */
function setInput(element, { value, checked, attributes = {} }) {
  for (const [name, text] of Object.entries(attributes)) {
    if (!INPUT_ATTRIBUTE.test(name)) continue;
    if (text === null) element.removeAttribute(name);
    else element.setAttribute(name, text);
  }
  // What is being typed, or was and is not saved yet, is the reader's; Python's answer is older.
  if (!(element instanceof HTMLInputElement) || isDraft(element)) return;
  if (typeof value === "string" && element !== document.activeElement) {
    element.defaultValue = value;
    element.value = value;
  }
  if (typeof checked === "boolean") {
    element.defaultChecked = checked;
    element.checked = checked;
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

function isPlain(fragment) {
  const isPlainAttribute = ({ name, value }) =>
    name === "href" ? PLAIN_ADDRESS.test(value) : PLAIN_ATTRIBUTE.test(name);
  return Array.from(fragment.querySelectorAll("*")).every(
    (element) =>
      PLAIN_TAGS.has(element.localName) && Array.from(element.attributes).every(isPlainAttribute),
  );
}
