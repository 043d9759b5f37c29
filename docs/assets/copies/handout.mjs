/**
 * What the reader takes out of the page: a text copied, or saved as a file. The text stands in the
 * page; nothing is worded or made up here.
 */

const ADDRESS = /^https?:\/\/\S+$/;
const TYPES = /^(text\/(calendar|csv|plain)|application\/json)$/;

/**
 * @param {string} id of the element that holds the text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(id) {
  const element = document.getElementById(id);
  if (!element) return false;
  try {
    await navigator.clipboard.writeText(textOf(element));
    return true;
  } catch {
    // No clipboard here, as on a page that came over plain http: the old way, which also leaves
    // the text selected, so that it can be copied by hand.
    select(element);
    return document.execCommand("copy");
  }
}

/** @returns {boolean} whether this browser hands texts to other programs: messengers, mail, notes */
export function canShare() {
  return typeof navigator.share === "function";
}

/**
 * @param {string} id of the element that holds the text
 * @param {string} title of what is shared
 * @returns {Promise<"shared" | "not-shared" | "">} what became of it; empty if the reader chose no program
 */
export async function share(id, title) {
  const element = document.getElementById(id);
  if (!element) return "";
  const text = textOf(element);
  // An address as such: programs then open it, and cut nothing off.
  const what = ADDRESS.test(text) ? { title, url: text } : { title, text };
  try {
    await navigator.share(what);
    return "shared";
  } catch (error) {
    // The second press of a double click finds the list of programs open.
    return /^(Abort|InvalidState)/.test(error.name) ? "" : "not-shared";
  }
}

/**
 * @param {string} id of the element that holds the text
 * @param {string} name of the file
 * @param {string} type such as "text/csv"
 */
export function download(id, name, type) {
  const element = document.getElementById(id);
  if (element) saveFile(textOf(element), name, type);
}

/**
 * @param {string} text
 * @param {string} name of the file
 * @param {string} type such as "text/csv"
 */
export function saveFile(text, name, type) {
  const kind = TYPES.test(type) ? type : "text/plain";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  link.download = name;
  link.click();
  // A browser may only begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function textOf(element) {
  return element.value ?? element.textContent;
}

function select(element) {
  if (element.select) element.select();
  else getSelection().selectAllChildren(element);
}
