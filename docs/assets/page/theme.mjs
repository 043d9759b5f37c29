// What the theme needs beyond its style sheet, so that keyboards and screen readers can use it:
// real buttons for the menu, the search and the colours, and a place to read on after a page
// has been fetched without a full load. It holds nothing about steps, dates or storage.
//
// It runs once for all pages. Only clicks and keys on the document are watched, so that parts of
// the page can come and go. Without it, the menu opens by its label, as Material made it.

import { onEachPage } from "../views/pages.mjs";

const NARROW = {
  drawer: matchMedia("(max-width: 76.234375em)"), // below this the menu is a drawer
  search: matchMedia("(max-width: 59.984375em)"), // below this the search covers the page
};

// What must not be reached while the drawer or the search covers it.
const COVERED = {
  drawer:
    "[data-md-component=skip], .md-header, .site-tabs, .md-content, .md-sidebar--secondary, .site-top, .md-footer",
  search:
    "[data-md-component=skip], .md-container, .site-brand, .site-button--menu, .site-button--search, .md-header__option",
};

const FIRST_INSIDE = {
  drawer: "#site-menu [data-closes], #site-menu a",
  search: ".md-search__input",
};

// Milliseconds after which a search that somebody waits for is not expected any more.
const SEARCH_PATIENCE = 15_000;

// Material's shortcuts of one letter act on dictated words too, and nobody can turn them off.
const SHORTCUTS = new Set(["f", "s", "/", "p", ",", "n", "."]);

watchClicks();
watchKeys();
watchStates();
watchPages();
watchSearch();
speakOfCopies();
unmarkCopyButtons();

function watchClicks() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-opens], [data-closes], [data-chooses]");
    if (!button) return;
    const { opens, closes, chooses } = button.dataset;
    if (opens) set(opens, true);
    if (closes) set(closes, false);
    if (chooses) choose(button, chooses);
  });
}

function watchKeys() {
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape" && toggle("drawer")?.checked) set("drawer", false);
    const modified = event.altKey || event.ctrlKey || event.metaKey;
    const searching = toggle("search")?.checked;
    if (SHORTCUTS.has(key) && !modified && !searching) event.stopPropagation();
  });
  // Material takes Enter on a colour button for a second choice, before it bubbles up here.
  const stopSecond = (event) => {
    if (event.key === "Enter" && event.target.closest?.("[data-chooses]")) event.stopPropagation();
  };
  document.addEventListener("keydown", stopSecond, { capture: true });
}

function watchStates() {
  for (const name of Object.keys(NARROW)) {
    toggle(name)?.addEventListener("change", () => follow(name));
    NARROW[name].addEventListener("change", () => show(name));
    show(name);
  }
}

function watchPages() {
  onEachPage((isFirst) => {
    for (const name of Object.keys(NARROW)) {
      if (!isFirst) set(name, false);
      show(name);
    }
    if (!isFirst) readOn();
  });
}

// Material says that the search begins, and for ever so if a part of it does not come.
function watchSearch() {
  const said = document.querySelector("[data-late]");
  const box = document.querySelector(".md-search__input");
  const atFirst = said?.textContent;
  const tell = () => {
    if (said.textContent !== atFirst) return;
    said.textContent = said.dataset.late;
    if (box.value) set("search", true);
  };
  const begin = () => {
    // Not before: as it is made ready on each page, it would tell everybody that one may type.
    said.setAttribute("aria-live", "polite");
    setTimeout(tell, SEARCH_PATIENCE);
  };
  box?.addEventListener("focus", begin, { once: true });
}

// Material says "Copied to clipboard" in a corner; let it be heard as well.
function speakOfCopies() {
  document.querySelector(".md-dialog__inner")?.setAttribute("aria-live", "polite");
}

// Material puts each copy button into a landmark of its own, all without a name.
function unmarkCopyButtons() {
  const unmark = () => {
    for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) {
      nav.setAttribute("role", "presentation");
    }
  };
  new MutationObserver(unmark).observe(document.body, { childList: true, subtree: true });
  unmark();
}

function toggle(name) {
  return document.querySelector(`[data-md-toggle="${name}"]`);
}

function set(name, open) {
  if (toggle(name)?.checked !== open) toggle(name)?.click();
}

// Say in the page whether the drawer or the search is open, and keep what it covers out of reach.
function show(name) {
  const open = Boolean(toggle(name)?.checked && NARROW[name].matches);
  for (const button of document.querySelectorAll(`[data-opens="${name}"]`)) {
    button.setAttribute("aria-expanded", String(open));
  }
  for (const part of document.querySelectorAll(COVERED[name])) part.inert = open;
  return open;
}

// The state has changed: move the focus in, or back to the button that opened it.
function follow(name) {
  const inside = name === "drawer" ? "#site-menu" : "#site-search";
  const focused = document.activeElement;
  const wasInside = focused === document.body || focused?.closest(inside);
  if (show(name)) document.querySelector(FIRST_INSIDE[name])?.focus();
  else if (wasInside && NARROW[name].matches) {
    document.querySelector(`button[data-opens="${name}"]`)?.focus();
  } else if (!wasInside && name === "search") {
    // Someone who tabs fast has left the box before Material opens the results below it.
    set("search", false);
  }
}

function choose(button, id) {
  document.getElementById(id)?.click();
  button.form?.querySelector("button:not([hidden])")?.focus();
}

// A new page has taken the place of the old one without a load: start at its heading, which is
// also what tells a screen reader that the page is another one.
function readOn() {
  const target = document.getElementById(location.hash.slice(1));
  const start = target ?? document.querySelector(".md-content h1");
  if (!start) return;
  if (start.tabIndex < 0) start.tabIndex = -1;
  start.focus({ preventScroll: true });
}
