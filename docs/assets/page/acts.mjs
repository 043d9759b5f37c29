/**
 * Acts: what the reader does to the page, made into records by the marks (data-...) that
 * py/followup/view has put there. Listens on the document, as pages come and go under it.
 *
 * What is done with copies, handed out or brought in, stands in copies.mjs, and what with dates that a
 * link brings in link_dates.mjs.
 */

import { localDay, typedIn, watchBoxes } from "../fields/boxes.mjs";
import { holdsDraft, markSaved, setValue } from "../fields/fields.mjs";
import { goTo, reveal, watchPresses } from "../fields/focus.mjs";
import { entryIn, formatOf, ownerOf, rememberForms } from "../fields/forms.mjs";
import { putBackFilled } from "../fields/touched.mjs";
import { randomWord } from "../journal/journal.mjs";
import { say, words } from "../views/status.mjs";
import { actsOnCopies } from "./copies.mjs";
import { actsOnLinkDates } from "./link_dates.mjs";
import { contactOf, selectBlank, showLarge } from "./messages.mjs";

/** What writes, deletes, replaces or brings in, or is about to. */
const WRITING =
  "[data-tick], [data-choice], [data-text], [data-part], [data-pick], [data-fill], [data-choose], " +
  "[data-set-text], [data-aside], [data-remove], [data-edit], [data-add], [data-delete], " +
  "[data-undelete], [data-log], [data-tell], [data-exported-off], [data-incoming], [data-take], " +
  "[data-erase-all], [data-memory], form[data-form], [data-link-dates]:not([data-link-dates=leave])";

/** @typedef {import("../journal/written.mjs").Written} Written */

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {ReturnType<typeof import("../copies/incoming.mjs").openIncoming>} incoming
 * @param {ReturnType<typeof import("../copies/link_dates.mjs").openLinkDates>} linkDates
 * @param {{
 *   written: (written: Written) => void,
 *   changed: () => void,
 *   offer: () => { records: Record<string, string>, deleted: string[] } | null,
 *   done: (words: string, isDone?: boolean) => void,
 *   anew: (words: string) => void,
 *   forget: () => Promise<void>,
 *   retry: () => void,
 *   afterwards: (act: () => void) => boolean,
 * }} page written: a record was; changed: no record was, but the page shall show something else;
 *   offer: what can be taken of what was brought in; done: something else was, to be told in these
 *   words; anew: so much was that the page is loaded anew; forget: what the browser keeps beside the
 *   stores and tells of the reader goes; afterwards: keeps an act for when the page
 *   shows all that was done, unless it does so already, and says whether it does
 */
export function watchActs(journal, incoming, linkDates, page) {
  const boxes = watchBoxes(keepAnswer);
  const forms = rememberForms(journal.interview);
  const copies = actsOnCopies(journal, incoming, { ...page, keep, saveTyped });
  const datesOfLink = actsOnLinkDates(journal, linkDates, { ...page, saveTyped });
  /** @type {Set<any>} text fields typed in since they were last saved */
  const typing = new Set();
  /** The form last sent, as long as nobody touched it: sent twice by a double click, it is one entry. */
  let lastSent = { form: null, text: "", entry: "", isKept: false };
  /** The entry that the reader loaded into its form to change it. */
  let editing = "";

  /**
   * @param {Record<string, unknown>} details
   * @param {Element} [element] where it was done
   * @returns {Written}
   */
  function keep(details, element) {
    const of = element && ownerOf(element);
    const written = journal.write({ written: localDay(), ...details }, of);
    page.written(written);
    return written;
  }

  // --- Boxes, choices and texts ---

  function keepTick(box) {
    const { tick, round } = box.dataset;
    keep({ what: "tick", step: tick, round: Number(round), on: box.checked }, box);
  }

  function keepAside(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    keep({ what: "aside", step: button.dataset.aside, on }, button);
  }

  function keepChoice(field) {
    const { dataset, type, checked, value } = field;
    const chosen = type === "checkbox" ? (checked ? "yes" : "no") : value;
    keep({ ...formatOf(field), what: "choice", name: dataset.choice, value: chosen }, field);
  }

  function keepAnswer(fieldset) {
    const typed = typedIn(fieldset);
    return keep({ what: "answer", question: fieldset.dataset.question, typed }, fieldset);
  }

  function keepText(field) {
    typing.delete(field);
    if (!holdsDraft(field)) return;
    const written = keep({ what: "text", name: field.dataset.text, text: field.value }, field);
    if (written) markSaved(field);
  }

  /** A button that writes into a text field: the button goes, so the focus moves to the field, or to
   * where it is shown what has become of it. */
  function setText(button) {
    const { setText: name, value } = button.dataset;
    goTo(() => document.querySelector(`[data-text="${name}"], [data-preview]`));
    keep({ what: "text", name, text: value }, button);
  }

  /** Save now what was typed and has waited till now. */
  function saveTyped(isDue = () => true) {
    boxes.saveTyped(isDue);
    for (const field of typing) if (isDue(field)) keepText(field);
  }

  /** Another page has taken the place of the one in which something was typed. */
  function leavePage() {
    saveTyped((unit) => !unit.isConnected);
  }

  // --- Forms ---

  function send(form) {
    // Python may have emptied the form between the two clicks of a double click.
    if (lastSent.form === form && lastSent.isKept) return;
    const details = entryIn(form);
    const text = JSON.stringify(details);
    const isAgain = lastSent.form === form && lastSent.text === text;
    const entry = form.dataset.entry || (isAgain ? lastSent.entry : randomWord(8));
    editing = "";
    goTo(() => afterSending(form));
    const written = keep({ ...details, entry }, form);
    if (!written) return;
    lastSent = { form, text, entry, isKept: written.isKept || journal.isMemory() };
    markSaved(form);
    forms.forget(form);
  }

  function edit({ dataset }) {
    throwAway(editing);
    editing = dataset.edit;
    if (editing) goTo(() => firstField(editing));
    page.changed();
  }

  function remove(button) {
    const { remove: entry, on } = button.dataset;
    throwAway(entry);
    keep({ what: "removed", entry, on: on === "true" }, button);
  }

  /** The reader is done with an entry: whichever form holds it holds no draft of it any more. */
  function throwAway(entry) {
    lastSent.form = null;
    if (editing === entry) editing = "";
    for (const form of entry ? document.querySelectorAll(formOf(entry)) : []) {
      form.reset();
      forms.forget(form);
    }
  }

  /** An answer loads the entry to change into its form: what was half filled in there makes room. */
  function makeRoom(inputs) {
    for (const form of editing ? document.querySelectorAll("form[data-form]") : []) {
      const entry = inputs[form.id]?.attributes?.["data-entry"];
      if (entry !== editing || form.dataset.entry === editing) continue;
      form.reset();
      forms.forget(form);
    }
  }

  // --- Messages ---

  /** One press is one contact: Python takes the button away, and till then it cannot be pressed. */
  function logMessage(button) {
    saveTyped();
    goTo(() => document.getElementById(button.dataset.goto));
    const written = keep(contactOf(button, randomWord(8)), button);
    button.disabled = written !== null && !written.isRefused;
  }

  /** What happened is asked in the form of this page, with the answer that was pressed in it. */
  function tell({ dataset }, event) {
    const form = document.querySelector("form[data-form=contact]");
    const kind = form?.querySelector(`[name=kind][value="${dataset.tell}"]`);
    if (!(kind instanceof HTMLInputElement)) return;
    event.preventDefault();
    // Before the theme takes a link for one to another page.
    if (event.eventPhase === Event.CAPTURING_PHASE) event.stopPropagation();
    kind.checked = true;
    if (dataset.who) form.querySelector("[name=who]").value = dataset.who;
    kind.dispatchEvent(new Event("input", { bubbles: true }));
    reveal(kind);
    kind.focus();
  }

  /** The link may be older than what was just typed or chosen: then it opens once it is new. */
  function openLink({ id }, event) {
    const isOpened = page.afterwards(() => document.getElementById(id)?.click());
    if (!isOpened) event.preventDefault();
  }

  // --- Interviews ---

  function add({ dataset }) {
    saveTyped();
    journal.switchTo(randomWord(12));
    const first = () =>
      document.querySelector("#employer") ?? document.querySelector("#interview-day");
    goTo(first);
    keep({ what: "choice", name: "archived", value: "no" });
    if (dataset.follows) keep({ what: "text", name: "follows", text: dataset.follows });
  }

  function switchTo({ dataset }) {
    saveTyped();
    journal.switchTo(dataset.switch);
    if (dataset.goto) goTo(() => document.getElementById(dataset.goto));
    page.changed();
  }

  function erase({ dataset }) {
    saveTyped();
    goTo(() => document.querySelector(`[data-undelete="${CSS.escape(dataset.delete)}"]`));
    page.written(journal.erase(dataset.delete, localDay()));
  }

  function bringBack({ dataset }) {
    if (!journal.canBringBack().includes(dataset.undelete)) return;
    saveTyped();
    page.written(journal.bringBack(dataset.undelete, localDay()));
  }

  /** The page shows another interview: forms that are the interview's own start anew. */
  function turnForms() {
    editing = "";
    lastSent.form = null;
    for (const form of document.querySelectorAll("form[data-form]")) {
      if (ownerOf(form)) continue;
      form.reset();
      form.dataset.entry = "";
    }
    forms.putBack();
  }

  // --- Shared computers ---

  async function eraseAll() {
    const isGone = await journal.eraseAll();
    await page.forget();
    page.anew(isGone ? "erased" : "not-erased");
  }

  async function setMemory({ dataset }) {
    saveTyped();
    const isOn = dataset.memory === "on";
    const isDone = await journal.setMemory(isOn);
    if (isOn) await page.forget();
    if (isDone) page.done(isOn ? "memory-on" : "memory-off");
    else page.done("not-erased");
    page.changed();
  }

  async function putBack() {
    page.done("put-back", await journal.putBack());
  }

  // --- What was done before this script had come ---

  /** @param {() => void} paintLast shows what is known of old, and so to which round a tick belongs */
  function adoptEarly(paintLast) {
    putBackFilled(paintLast);
    const early = Array.from(document.querySelectorAll("input[data-tick], input[data-choice]"))
      .filter((box) => box.checked !== box.defaultChecked)
      .map((box) => ({ box, checked: box.checked }));
    boxes.adopt();
    for (const field of document.querySelectorAll("[data-text]")) {
      if (field === document.activeElement) typing.add(field);
      else keepText(field);
    }
    paintLast();
    for (const { box, checked } of early) {
      box.checked = checked;
      if (box.dataset.tick) keepTick(box);
      else if (checked || box.type === "checkbox") keepChoice(box);
    }
  }

  if (journal.isFramed()) refuseActs(() => say(words("framed")));
  watchPresses();
  on("change", "[data-tick]", keepTick);
  on("change", "[data-choice]", keepChoice);
  on("input", "[data-text]", (field) => typing.add(field));
  on("change", "[data-text]", keepText);
  on("click", "button[data-choose]", (button) =>
    keep({ what: "choice", name: button.dataset.choose, value: button.dataset.value }, button),
  );
  on("click", "button[data-set-text]", setText);
  on("click", "button[data-aside]", keepAside);
  on("click", "button[data-remove]", remove);
  on("click", "[data-edit]", edit);
  // The second press of a double click would add a second interview.
  on("click", "[data-add]", (button, { detail }) => detail < 2 && add(button));
  on("click", "[data-switch]", switchTo);
  on("click", "button[data-delete]", erase);
  on("click", "button[data-undelete]", bringBack);
  on("click", "[data-copy]", copies.copyText);
  on("click", "[data-share]", copies.shareText);
  on("click", "[data-download]", copies.downloadText);
  on("click", "button[data-picture]", copies.downloadPicture);
  on("click", "[data-log]", logMessage);
  on("click", "[data-mail], a[data-exports]", openLink);
  on("click", "button[data-tell]", tell);
  on("click", "a[data-tell]", tell, true);
  on("click", "[data-blank]", selectBlank);
  on("click", "[data-large]", showLarge);
  on(
    "click",
    "[data-exports]:not([data-copy], [data-share], [data-download])",
    (element, event) => {
      if (!event.defaultPrevented) copies.noteExports(element);
    },
  );
  on("click", "[data-exported-off]", copies.noteDropped);
  on("click", "button[data-incoming]", copies.bringIn);
  on("change", "input[data-incoming]", copies.bringIn);
  on("click", "button[data-take]", copies.take);
  on("click", "button[data-link-dates]", datesOfLink.take);
  on("click", "button[data-erase-all]", eraseAll);
  on("click", "button[data-memory]", setMemory);
  on("click", "button[data-put-back]", putBack);
  on("click", "button[data-raw-export]", copies.saveRaw);
  on("click", "[data-print]", ({ dataset }) => printAs(dataset.print));
  on("click", "[data-retry]", page.retry);
  on("input", "form[data-form]", () => {
    lastSent.form = null;
  });
  on("submit", "form[data-form]", (form, event) => {
    event.preventDefault();
    // Enter leaves the focus in a box, which would then keep its text when the form is emptied.
    event.submitter?.focus();
    send(form);
  });
  for (const going of ["pagehide", "visibilitychange"]) addEventListener(going, () => saveTyped());

  return {
    leavePage,
    adoptEarly,
    turnForms,
    makeRoom,
    putBack: forms.putBack,
    editing: () => editing,
  };
}

/**
 * In a page of somebody else's nobody sees what is pressed: there nothing that writes does anything.
 * The journal refuses too; this is so that nothing looks as if it had been done.
 *
 * @param {() => void} tell that it is so
 */
function refuseActs(tell) {
  const refuse = (event) => {
    if (!event.target.closest?.(WRITING)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // What is chosen or picked is so already.
    if (event.type === "change") putBackChoice(event.target);
    tell();
  };
  for (const type of ["click", "change", "submit", "beforeinput"]) {
    addEventListener(type, refuse, true);
  }
}

function putBackChoice(field) {
  if (field.localName === "select") setValue(field, savedChoice(field));
  else if (field.matches("[type=file], [data-pick]")) field.value = "";
  else field.checked = field.defaultChecked;
}

function savedChoice({ options }) {
  return (Array.from(options).find(({ defaultSelected }) => defaultSelected) ?? options[0]).value;
}

/** @param {(element: any, event: any) => void} act on the element that carries the mark */
function on(type, mark, act, capture = false) {
  const listener = (event) => {
    const element = event.target.closest?.(mark);
    if (element) act(element, event);
  };
  document.addEventListener(type, listener, { capture });
}

/** @param {string} paper which of the page's papers is printed; the style sheet has the rest */
function printAs(paper) {
  document.documentElement.dataset.paper = paper;
  addEventListener("afterprint", () => delete document.documentElement.dataset.paper, {
    once: true,
  });
  print();
}

/**
 * Where the reader goes on once a form is sent: to what is wrong in it, else to the new answer. Whoever
 * has gone on already is left there.
 */
function afterSending(form) {
  const active = document.activeElement;
  if (active && active !== document.body && !form.contains(active)) return null;
  const wrong = wrongIn(form);
  if (!wrong) return document.querySelector(".next-card[tabindex]");
  reveal(wrong);
  return wrong;
}

/** @returns {HTMLElement | null} the first field of a form that is refused */
function wrongIn(form) {
  const marked = form.querySelector("[aria-invalid=true]");
  if (marked) return marked;
  const said = Array.from(form.querySelectorAll(".problem")).find((it) => it.textContent.trim());
  return said?.closest("fieldset")?.querySelector("input") ?? null;
}

function formOf(entry) {
  return `form[data-entry="${CSS.escape(entry)}"]`;
}

function firstField(entry) {
  const form = document.querySelector(formOf(entry));
  return form?.querySelector("input:checked") ?? form?.querySelector("input, textarea, select");
}
