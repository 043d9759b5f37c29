/**
 * What the reader takes out of the page: a text copied, or saved as a file. The text stands in the
 * page; nothing is worded or made up here.
 */

/** Pixels of a picture's side: a code on a poster that fills a hand. */
const PIXELS = 1_024;
const ADDRESS = /^https?:\/\/\S+$/;
const TYPES = /^(text\/(calendar|csv|plain)|application\/json|image\/svg\+xml)$/;

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
  saveBlob(new Blob([text], { type: `${kind};charset=utf-8` }), name);
}

/** @param {Blob} blob @param {string} name */
function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A browser may only begin to read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {string} id of a drawing on the page
 * @param {string} name of the file that it is saved as, a PNG
 * @returns {Promise<boolean>} whether this browser could make it
 */
export async function savePicture(id, name) {
  const drawing = document.getElementById(id);
  if (!(drawing instanceof SVGSVGElement)) return false;
  const picture = new Image(PIXELS, PIXELS);
  picture.src = `data:image/svg+xml,${encodeURIComponent(standingAlone(drawing))}`;
  const canvas = document.createElement("canvas");
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  try {
    await picture.decode();
    canvas.getContext("2d").drawImage(picture, 0, 0, PIXELS, PIXELS);
    const made = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (made) saveBlob(made, name);
    return made !== null;
  } catch {
    return false;
  }
}

/** Outside of a page a drawing must say how large it is. */
function standingAlone(drawing) {
  const copied = drawing.cloneNode(true);
  copied.setAttribute("width", `${PIXELS}`);
  copied.setAttribute("height", `${PIXELS}`);
  return new XMLSerializer().serializeToString(copied);
}

function textOf(element) {
  return element.value ?? element.textContent;
}

function select(element) {
  if (element.select) element.select();
  else getSelection().selectAllChildren(element);
}
