/**
 * What a view of ours may hold. One that was kept comes out of storage that other pages of this host can
 * write, so it is painted only if it holds nothing else.
 */

// The content policy is only a second fence. So there is no script here, no frame, no style, no on...
// attribute, no address that is more than a page's.
const PLAIN_TAGS = new Set(
  (
    "a abbr b br button caption code dd details div dl dt em fieldset form h2 h3 h4 h5 h6 hr i input " +
    "kbd label legend li ol optgroup option output p pre progress section select small span strong " +
    "summary table tbody td textarea th thead time tr ul " +
    "circle desc g line path polyline rect svg text title tspan"
  ).split(" "),
);
const PLAIN_ATTRIBUTE = new RegExp(
  "^(abbr|aria-[a-z]+|data-(?!md-)[a-z-]+|autocomplete|checked|class|cols|colspan|datetime|dir|" +
    "disabled|for|hidden|id|inputmode|label|lang|max|maxlength|min|novalidate|open|placeholder|" +
    "readonly|role|rows|rowspan|scope|selected|size|spellcheck|start|tabindex|title|type|value|" +
    "cx|cy|d|dx|dy|focusable|height|points|r|rx|ry|text-anchor|transform|viewBox|width|x|x1|x2|y|y1|y2)$",
);
/** Browsers take a backslash for a slash and drop tabs, line ends and leading controls: none is let in. */
const PLAIN_ADDRESS = /^((?!\/\/)[\w./#~-]+|tel:\+?\d{5,15}|mailto:[\w.+-]+@[\w.-]+)$/;
/**
 * What a mark makes an element do when it is used, by the tags on which our views have it. The last have
 * it on none that is kept: they bring in, replace, erase or hand out all there is.
 */
const ACTS = new Map(
  [
    ["input", "tick round part pick"],
    ["input select", "choice"],
    ["input textarea", "text"],
    ["form", "form"],
    ["a button", "switch exports tell"],
    [
      "button",
      "choose set-text aside remove edit add delete undelete copy download log blank large " +
        "exported-off print fill picture",
    ],
    [
      "",
      "take erase-all memory raw-export reload retry incoming mail share keep-all take-over page " +
        "words early link-dates",
    ],
  ].flatMap(([tags, acts]) => acts.split(" ").map((act) => [act, tags.split(" ")])),
);

/** Parse as Python wrote it, in a document without scripts; a template takes table rows as well. */
export function parse(html) {
  const inert = new DOMParser().parseFromString(`<template>${html}</template>`, "text/html");
  return inert.querySelector("template").content;
}

/** @param {DocumentFragment} fragment @returns {boolean} whether a view of ours could be so */
export function isPlain(fragment) {
  return Array.from(fragment.querySelectorAll("*")).every(
    (element) =>
      PLAIN_TAGS.has(element.localName) &&
      Array.from(element.attributes).every((it) => isPlainAttribute(element.localName, it)) &&
      // A press on a label is a press on what it names, which may be any button of the page.
      (!element.hasAttribute("for") || namesOwn(fragment, element.getAttribute("for"))),
  );
}

function namesOwn(fragment, ids) {
  return ids.split(/\s+/).every((id) => fragment.getElementById(id) !== null);
}

function isPlainAttribute(tag, { name, value }) {
  if (name === "href") return PLAIN_ADDRESS.test(value);
  if (name === "method") return value === "dialog";
  // A form's name would stand for a property of the document.
  if (name === "name") return tag !== "form";
  if (name.startsWith("data-") && !(ACTS.get(name.slice(5))?.includes(tag) ?? true)) return false;
  return PLAIN_ATTRIBUTE.test(name);
}
