/**
 * Acts on copies: a text is handed out, or something is brought in, looked at, taken or put away.
 *
 * acts.mjs listens and keeps the records; the texts themselves are handed out by handout.mjs, and what
 * is brought in is held by incoming.mjs.
 */

import { canShare, copy, download, saveFile, savePicture, share } from "../copies/handout.mjs";
import { localDay } from "../fields/boxes.mjs";
import { goTo } from "../fields/focus.mjs";
import { say, showDone, words } from "../views/status.mjs";
import { copiedWords } from "./messages.mjs";

const RAW_EXPORT = "follow-up-records.json";

/** @typedef {import("../journal/journal.mjs").Written} Written */

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {ReturnType<typeof import("../copies/incoming.mjs").openIncoming>} incoming
 * @param {{
 *   keep: (details: Record<string, unknown>, element?: Element) => Written,
 *   saveTyped: () => void,
 *   written: (written: Written) => void,
 *   changed: () => void,
 *   offer: () => { records: Record<string, string>, deleted: string[] } | null,
 *   done: (words: string, isDone?: boolean) => void,
 * }} page keep: writes a record of what was done at an element; saveTyped: saves now what was typed and
 *   has waited till now; the others as in `watchActs`
 */
export function actsOnCopies(journal, incoming, page) {
  document.documentElement.toggleAttribute("data-can-share", canShare());

  /** Only what was really handed out is noted. One button may hand out several, each with its day. */
  function noteExports(element) {
    const { dataset } = element;
    const days = (dataset.day ?? "").split(" ");
    for (const [index, name] of dataset.exports.split(" ").entries()) {
      page.keep({ what: "exported", name, day: days[index] ?? "", on: true }, element);
    }
  }

  async function copyText(button) {
    const isCopied = await copy(button.dataset.copy);
    if (!isCopied) return say(words("not-copied"));
    say(copiedWords(document.getElementById(button.dataset.copy)), { isSeen: false });
    showDone(button, words("done-copied"));
    if (button.dataset.exports) noteExports(button);
  }

  async function shareText(button) {
    const said = await share(button.dataset.share, button.dataset.title);
    say(words(said));
    if (said === "shared" && button.dataset.exports) noteExports(button);
  }

  function downloadText(button) {
    const { download: id, name, type, exports } = button.dataset;
    download(id, name, type);
    if (exports) noteExports(button);
  }

  async function downloadPicture({ dataset }) {
    const isSaved = await savePicture(dataset.picture, dataset.name);
    if (!isSaved) say(words("no-picture"));
  }

  function noteDropped(button) {
    page.keep({ what: "exported", name: button.dataset.exportedOff, day: "", on: false }, button);
  }

  async function bringIn(element) {
    if (element.dataset.incoming === "file") {
      const [file] = element.files;
      if (!file) return;
      await incoming.takeFile(file);
      element.value = "";
    } else {
      const field = document.getElementById(element.dataset.from);
      incoming.takeText("text", "", field?.value.trim() ?? "");
    }
    goTo(() => document.querySelector("[data-preview]"));
    page.changed();
  }

  async function take({ dataset }) {
    const offer = page.offer();
    goTo(() => document.querySelector("[data-preview]"));
    if (dataset.take === "undo") page.done("taken-back", await journal.undo());
    else if (dataset.take === "cancel") incoming.clear();
    else if (offer) await takeOffer(offer, dataset);
    page.changed();
  }

  async function takeOffer({ records, deleted }, { take: how, back }) {
    page.saveTyped();
    const texts = new Map(Object.entries(records));
    incoming.clear();
    if (how === "replace") return page.done("replaced", await journal.replace(texts));
    const written = journal.merge(texts, back === "yes" ? deleted : [], localDay());
    if (written?.isRefused) page.written(written);
    else page.done(journal.undoKind() === "back" ? "back" : "taken", written?.isKept);
  }

  /** Everything as it is stored, also what nothing here can read. */
  function saveRaw() {
    saveFile(journal.rawExport(), RAW_EXPORT, "application/json");
  }

  return {
    noteExports,
    copyText,
    shareText,
    downloadText,
    downloadPicture,
    noteDropped,
    bringIn,
    take,
    saveRaw,
  };
}
