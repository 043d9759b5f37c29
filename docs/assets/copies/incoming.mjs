/**
 * What the reader brings in: an opened link, a pasted text, a chosen file. It is held in this page's
 * memory until it is taken or put away, and enters nothing by itself.
 *
 * Size and depth are checked here, before Python sees it. What it says is Python's business.
 */

import { isShallow, LONGEST_TEXT } from "../store/records.mjs";

const RESTORE = "restore=";
const OFFICE = "office=";
/** Characters of what a careers office's link carries. */
const LONGEST_OFFICE = 1_000;
/** How often a link may have been encoded on its way. */
const MOST_LAYERS = 4;

/**
 * @typedef {{ kind: "link" | "text" | "file" | "office", name: string, text?: string, problem?: string }} Incoming
 *   problem: "large", "deep", "not-text" or "broke" (Python went down over it)
 */

/**
 * @param {string} page address of the page that shows what was brought in
 * @param {string} start address of the page that shows what an office offers
 */
export function openIncoming(page, start) {
  /** @type {Incoming | null} */
  let held = null;
  let count = 0;

  /** @param {Incoming | null} incoming */
  function hold(incoming) {
    held = incoming;
    count += 1;
  }

  /**
   * Take what the address carries out of it, so that it stays in no history and no bookmark.
   *
   * @returns {boolean} whether it carried anything
   */
  function takeAddress() {
    if (/^#office(=|%)/i.test(location.hash)) return takeOffice();
    const fragment = unwrapped(location.hash.slice(1));
    if (fragment === "" || !isRestore(fragment)) return false;
    if (document.querySelector("[data-panel=restore]") === null) {
      if (fragment.startsWith(RESTORE)) location.replace(`${page}#${fragment}`);
      return false;
    }
    history.replaceState(history.state, "", location.pathname + location.search);
    takeText("link", "", fragment);
    return true;
  }

  /** What a careers office has set up is offered on the start page. */
  function takeOffice() {
    if (document.querySelector("[data-panel=office-offer]") === null) {
      location.replace(`${start}${location.hash}`);
      return false;
    }
    const text = decoded(location.hash.slice(1));
    history.replaceState(history.state, "", location.pathname + location.search);
    const isLarge = text.length > OFFICE.length + LONGEST_OFFICE;
    hold({ kind: "office", name: "", ...(isLarge ? { problem: "large" } : { text }) });
    return true;
  }

  /** @param {Incoming["kind"]} kind @param {string} name @param {string} text */
  function takeText(kind, name, text) {
    if (text.length > LONGEST_TEXT) hold({ kind, name, problem: "large" });
    else if (!isShallow(text)) hold({ kind, name, problem: "deep" });
    else hold({ kind, name, text });
  }

  /** @param {File} file */
  async function takeFile(file) {
    const name = file.name.slice(0, 120);
    if (file.size > LONGEST_TEXT) return hold({ kind: "file", name, problem: "large" });
    try {
      const bytes = await file.arrayBuffer();
      takeText("file", name, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      hold({ kind: "file", name, problem: "not-text" });
    }
  }

  /** Python went down over it, so it is not shown to Python again. */
  function refuse() {
    if (held) hold({ kind: held.kind, name: held.name, problem: "broke" });
  }

  return {
    takeAddress,
    takeText,
    takeFile,
    refuse,
    clear: () => hold(null),
    get: () => held,
    count: () => count,
  };
}

/**
 * Programs that pass a link on encode its signs, put it into another link or write it in capitals. What
 * is left is what the innermost link carries.
 */
function unwrapped(fragment) {
  let text = fragment;
  for (let layer = 0; layer < MOST_LAYERS && /^restore%|^restore=.*%/is.test(text); layer += 1) {
    const plain = decoded(text);
    if (plain === text) break;
    text = plain;
  }
  const last = text.toLowerCase().lastIndexOf(RESTORE);
  if (last < 0 || !/^restore=/i.test(text)) return text;
  return RESTORE + text.slice(last + RESTORE.length);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A link that was cut may end anywhere, also before there is anything in it. */
function isRestore(fragment) {
  return fragment.startsWith(RESTORE) || RESTORE.startsWith(fragment);
}
