/**
 * The demo: a plan of somebody made up, for whoever wants to see the tools before they enter anything. It
 * is in this tab's memory alone: nothing of it gets into the reader's own stores, nothing of theirs into
 * it, and no copy of it is handed out.
 *
 * It begins with a link that ends in #demo. The tab stays in it, over its pages and reloads, until it is
 * left, or a link comes that carries something of the reader's.
 */

import { MEMORY } from "../store/mending.mjs";
import { openStorage, ownStorage } from "../store/storage.mjs";

const MARK = /^#demo$/i;
/** How a place on the page is told from what is brought in. */
const BRINGS = /=|%3D/i;
/** The note in which the tab keeps that it is in the demo. */
const NOTE = "demo";
/** What would hand out a copy, bring one in, or change how things are kept. */
const REFUSED =
  "[data-exports], [data-incoming], [data-take], [data-memory], [data-raw-export], [data-put-back]";

/** @param {string} base such as "/careers/follow-up/" */
export function openDemo(base) {
  const tab = openStorage(ownStorage("sessionStorage"), `followup.${base}.`);
  const isOn = isAsked() || (tab.read(NOTE) !== null && !BRINGS.test(location.hash));
  if (isOn) tab.put(NOTE, "on");
  else tab.drop(NOTE);

  /** @returns {boolean} whether the reader has followed a link to the demo, on a page that is none */
  function mustBegin() {
    return !isOn && isAsked();
  }

  function leave() {
    tab.drop(NOTE);
    location.replace(location.pathname);
  }

  /** @param {() => void} tell that something is not done here */
  function watch(tell) {
    document.addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest("[data-leave-demo]")) leave();
    });
    const refuse = (event) => {
      if (!event.target.closest?.(REFUSED)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === "change") event.target.value = "";
      tell();
    };
    for (const type of isOn ? ["click", "change"] : []) addEventListener(type, refuse, true);
  }

  return { isOn, mustBegin, watch, storages: () => (isOn ? storagesFor(base) : {}) };
}

function isAsked() {
  return MARK.test(location.hash);
}

/** What the journal has in the place of the browser's stores: nothing that outlives the page. */
function storagesFor(base) {
  const local = memoryStorage();
  local.setItem(`followup.${base}.${MEMORY}`, "on");
  return { local, session: memoryStorage(), mirror: null, isFramed: false };
}

/** @returns {Storage} */
function memoryStorage() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => Array.from(texts.keys())[index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
  };
}
