/**
 * The worker: loads Python once, then hands it each question and hands back each answer, as text.
 * Remembers nothing of the reader between two questions, and holds no Python.
 *
 * Out: {done, total} in bytes while loading, then {ready} or {failed}. In: {id, ask} for each
 * question. Out: {id, answer} or {id, error}.
 */

import guide from "./runtime/guide.json" with { type: "json" };
import lock from "./runtime/pyodide-lock.json" with { type: "json" };
import manifest from "./runtime/runtime.json" with { type: "json" };
import { EMPTY_ZIP, startFromImage, startPlain, unpackImage, withoutPackages } from "./start.mjs";

/** Not named in an import, as one script would then have to come as a whole before anything begins. */
const pyodide = import(new URL("python.mjs", import.meta.url).href);
pyodide.catch(() => {}); // it is waited for later

const indexURL = new URL("runtime/", import.meta.url).href;
const at = (name) => new URL(name, indexURL).href;
const sizeOf = (files) => Object.values(files).reduce((sum, size) => sum + size, 0);

const MODULE = "pyodide.asm.wasm";
const COLD = "pyodide.cold.wasm";
const IMAGE = "python.image";
/** Milliseconds of work that the image spares; so much longer it may take to come. */
const SPARED = 800;
/** Milliseconds for which the line is watched: shorter, and every line looks slow, as all begin so. */
const A_MOMENT = 750;

const browserFetch = self.fetch.bind(self);
const noImage = new AbortController();

/** @type {(question: string) => string} Python's one door */
let step;

self.addEventListener("message", ({ data }) => reply(data.id, data.ask));
open();

async function open() {
  try {
    const counter = byteCounter(manifest.files.image);
    const compiled = fetchFile(at(MODULE)).then(counter.count).then(WebAssembly.compileStreaming);
    const image = fetchImage(counter);
    compiled.catch(() => {}); // both are waited for later
    image.catch(() => {});
    if (!(await doesImagePay(counter))) noImage.abort();
    const { loadPyodide } = await pyodide;
    const module = await compiled;
    const python =
      (await tryImage(loadPyodide, module, image)) ?? (await startOtherwise(loadPyodide, module));
    step = python.pyimport("followup.app").open_app(JSON.stringify(guide));
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

/** @returns {Promise<Uint8Array>} the image, unpacked */
async function fetchImage(counter) {
  if (manifest.memory === 0) throw new Error("there is none");
  return unpackImage(counter.count(await fetchFile(at(IMAGE), { signal: noImage.signal })));
}

/**
 * The image spares much work, but is larger than what it stands for. What comes in a moment tells how
 * long those bytes would take.
 *
 * @param {{ rate: () => number, all: Promise<void> }} counter of bytes
 * @returns {Promise<boolean>}
 */
async function doesImagePay({ rate, all }) {
  const moment = new Promise((settle) => setTimeout(settle, A_MOMENT));
  await Promise.race([all, moment]);
  const more = sizeOf(manifest.files.image) - sizeOf(manifest.files.plain);
  return more <= SPARED * rate();
}

/** From the memory image; if that is amiss or comes too slowly, there is the plain way. */
async function tryImage(loadPyodide, module, image) {
  const stdLibURL = at("empty.zip");
  const atHand = { [stdLibURL]: EMPTY_ZIP };
  const options = { indexURL, stdLibURL, lockFileContents: withoutPackages(lock) };
  try {
    return await withModule(module, atHand, () =>
      startFromImage(loadPyodide, { memory: manifest.memory, image, loadCold }, options),
    );
  } catch (error) {
    if (noImage.signal.aborted) return null;
    console.warn(`Follow Up: Python starts without its memory image. ${error}`);
    return null;
  }
}

function startOtherwise(loadPyodide, module) {
  const options = {
    indexURL,
    lockFileContents: JSON.stringify(lock),
    packageBaseUrl: indexURL,
    packages: manifest.packages,
  };
  return withModule(module, {}, () => startPlain(loadPyodide, loadCold, options));
}

/**
 * Load Pyodide with the module that has been compiled since the worker began, in place of the one
 * that it would fetch, and with files that are at hand.
 *
 * @param {WebAssembly.Module} module
 * @param {Record<string, Uint8Array>} atHand by address
 * @param {() => Promise<object>} load
 */
async function withModule(module, atHand, load) {
  const { instantiateStreaming } = WebAssembly;
  const counter = byteCounter(manifest.files.plain);
  WebAssembly.instantiateStreaming = async (_response, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  self.fetch = async (resource, options) => {
    const address = String(resource?.url ?? resource);
    if (address === at(MODULE)) return new Response();
    if (address in atHand) return new Response(atHand[address]);
    return counter.count(await fetchAloud(resource, options));
  };
  try {
    return await load();
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    self.fetch = browserFetch;
  }
}

/**
 * Python waits for the second part of its module in the middle of a call, so it is fetched without
 * a promise. Without it nothing can be relied upon: the page starts another worker, if asked to.
 */
function loadCold() {
  try {
    const request = new XMLHttpRequest();
    request.open("GET", at(COLD), false);
    request.responseType = "arraybuffer";
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} for ${at(COLD)}`);
    return request.response;
  } catch (error) {
    postMessage({ failed: String(error) });
    throw error;
  }
}

function reply(id, ask) {
  try {
    postMessage({ id, answer: step(ask) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
}

/** Say so if something does not arrive, where Pyodide would wait for ever. */
async function fetchAloud(resource, options) {
  try {
    return await fetchFile(resource, options);
  } catch (error) {
    postMessage({ failed: String(error) });
    throw error;
  }
}

/**
 * Counts and reports the bytes of files as they come. They are counted on a clone, as only the
 * browser's own response lets it compile while loading and keep the compiled code for the next visit.
 *
 * @param {Record<string, number>} sizes in bytes, by name
 */
function byteCounter(sizes) {
  const total = sizeOf(sizes);
  let done = sizes === manifest.files.plain ? sizes[MODULE] : 0;
  let begun = Number.POSITIVE_INFINITY;
  let finish;
  const all = new Promise((settle) => {
    finish = settle;
  });
  async function read(body) {
    for (let reader = body.getReader(), chunk = await reader.read(); !chunk.done; ) {
      begun = Math.min(begun, performance.now());
      done += chunk.value.length;
      postMessage({ done: Math.min(done, total), total });
      if (done >= total) finish();
      chunk = await reader.read();
    }
  }
  return {
    /** @param {Response} response @returns {Response} the same */
    count(response) {
      read(response.clone().body).catch(() => {}); // whoever waits for the file hears of it too
      return response;
    },
    /** @returns {number} bytes in a millisecond since the first came */
    rate: () => done / Math.max(1, performance.now() - begun),
    /** @type {Promise<void>} */
    all,
  };
}

async function fetchFile(resource, options) {
  const response = await browserFetch(resource, options);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
