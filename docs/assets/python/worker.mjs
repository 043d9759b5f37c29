/**
 * The worker: loads Python once, then hands it each question and hands back each answer, as text.
 * Can lose all that Python holds of the reader at any moment, and holds no Python.
 *
 * In: {came} for bytes of Python's module that the page has got, then {module}, compiled, or null with
 * a {reason}. Out: {done, total} in bytes while loading, then {ready} or {failed}. In: {id, ask} for
 * each question. Out: {id, answer} or {id, error}.
 */

import guide from "../made/runtime/guide.json" with { type: "json" };
import lock from "../made/runtime/pyodide-lock.json" with { type: "json" };
import manifest from "../made/runtime/runtime.json" with { type: "json" };
import { fenceOff } from "./fence.mjs";
import { EMPTY_ZIP, startFromImage, startPlain, unpack } from "./start.mjs";

/** Not named in an import, as one script would then have to come as a whole before anything begins. */
const pyodide = import(new URL("python.mjs", import.meta.url).href);
pyodide.catch(() => {}); // it is waited for later

const indexURL = new URL("../made/runtime/", import.meta.url).href;
const at = (name) => new URL(name, indexURL).href;
const yes = () => true;
const sizeOf = (files) => Object.values(files).reduce((sum, size) => sum + size, 0);

const MODULE = "pyodide.asm.wasm";
const COLD = "pyodide.cold.wasm";
const IMAGE = "python-image.bin";
const LIBRARY = "python-library.bin";
/** Milliseconds of work that the image spares on a telephone; so much longer it may take to come. */
const SPARED = 1_600;
/** Milliseconds for which the line is watched: shorter, and every line looks slow, as all begin so. */
const A_MOMENT = 750;

/** From here on nothing else in this worker reaches any host. */
const network = fenceOff();
const noImage = new AbortController();
/** Bytes that are to come and have come, of Python's module and of other files; since when, by the clock. */
const loading = { total: 0, module: 0, others: 0, since: Number.POSITIVE_INFINITY };

/** @type {(question: string) => string} Python's one door */
let step;
let takeModule;
const fromPage = new Promise((settle) => {
  takeModule = settle;
});

self.addEventListener("message", ({ data }) => {
  if (data.came) {
    loading.module += data.came;
    report();
  } else if (data.module !== undefined) takeModule(data);
  else reply(data.id, data.ask);
});
self.addEventListener("messageerror", () => takeModule({ module: null, reason: "not received" }));
open();

async function open() {
  try {
    const compiled = compiledModule();
    compiled.catch((error) => postMessage({ failed: String(error) }));
    expectFiles(manifest.files.image);
    const response = imageResponse();
    const came = response.then(count);
    const image = response.then(unpack);
    image.catch(() => {}); // it is waited for later
    if (!(await doesImagePay(response, came))) noImage.abort();
    const { loadPyodide } = await pyodide;
    const python =
      (await tryImage(loadPyodide, compiled, image)) ??
      (await startOtherwise(loadPyodide, compiled));
    step = python.pyimport("followup.app").open_app(JSON.stringify(guide));
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

/** The page compiles it while this worker is being made. If it cannot, the worker tries for itself. */
async function compiledModule() {
  const { module, reason } = await fromPage;
  if (module) return module;
  console.warn(`Follow Up: the worker compiles for itself. ${reason}`);
  const response = await fetchFile(at(MODULE));
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @returns {Promise<Response>} with the image */
async function imageResponse() {
  if (await isImageTooDear()) noImage.abort();
  return fetchFile(at(IMAGE), { signal: noImage.signal });
}

/**
 * The reader wants few bytes. Or an earlier visit has found the line slow: of the two, the service
 * worker has kept the library alone.
 */
async function isImageTooDear() {
  if (navigator.connection?.saveData) return true;
  return (await isKept(LIBRARY)) && !(await isKept(IMAGE));
}

async function isKept(name) {
  try {
    return (await network.caches.match(at(name))) !== undefined;
  } catch {
    return false; // no cache here, so nothing is in it
  }
}

/**
 * The image spares much work, but is larger than what it stands for. What comes of it in a moment
 * tells how long those bytes would take.
 *
 * @param {Promise<Response>} response with the image
 * @param {Promise<void>} came all of it
 * @returns {Promise<boolean>} true for one that cannot be had: that is found out when it is used
 */
async function doesImagePay(response, came) {
  const isHere = came.then(yes, yes);
  await response.catch(() => {});
  const moment = new Promise((settle) => setTimeout(() => settle(false), A_MOMENT));
  if (await Promise.race([isHere, moment])) return true;
  const more = sizeOf(manifest.files.image) - sizeOf(manifest.files.plain);
  const bytesPerMillisecond = loading.others / Math.max(1, performance.now() - loading.since);
  return more <= SPARED * bytesPerMillisecond;
}

/** From the memory image; if that is amiss or comes too slowly, there is the plain way. */
async function tryImage(loadPyodide, compiled, image) {
  if (noImage.signal.aborted) return null;
  try {
    return await withAtHand(compiled, EMPTY_ZIP, (options) =>
      startFromImage(loadPyodide, { memory: manifest.memory, image, loadCold }, options),
    );
  } catch (error) {
    console.warn(`Follow Up: Python starts without its memory image. ${error}`);
    return null;
  }
}

/** Python's own start, with the library that the image was made of. */
async function startOtherwise(loadPyodide, compiled) {
  expectFiles(manifest.files.plain);
  const response = await fetchFile(at(LIBRARY));
  count(response).catch(() => {}); // unpacking fails as well
  const library = await unpack(response);
  return withAtHand(compiled, library, (options) => startPlain(loadPyodide, loadCold, options));
}

/**
 * Load Pyodide with the module that is being compiled, in place of the one that it would fetch, and
 * with a library that is here.
 *
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {Uint8Array} library a zip file
 * @param {(options: object) => Promise<object>} load given options of loadPyodide
 */
async function withAtHand(compiled, library, load) {
  const { instantiateStreaming } = WebAssembly;
  const { stackTraceLimit } = Error;
  // Pyodide tries files that are not there. To tell where, V8 would read its whole script once more.
  Error.stackTraceLimit = 0;
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  const stdLibURL = at("library.zip");
  self.fetch = async (resource) =>
    new Response(String(resource?.url ?? resource) === stdLibURL ? library : null);
  try {
    return await load({ indexURL, stdLibURL, lockFileContents: JSON.stringify(lock) });
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    Error.stackTraceLimit = stackTraceLimit;
    delete self.fetch;
  }
}

/**
 * Python waits for the second part of its module in the middle of a call, so it is fetched without
 * a promise. Without it nothing can be relied upon: the page starts another worker, if asked to.
 */
function loadCold() {
  try {
    const request = new network.XMLHttpRequest();
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

/** Begin to count the bytes of other files than before, beside those of the module. */
function expectFiles(sizes) {
  loading.total = sizeOf(sizes);
  loading.others = 0;
}

function report() {
  const done = Math.min(loading.module + loading.others, loading.total);
  postMessage({ done, total: loading.total });
}

/** @param {Response} response whose bytes are counted as they come, on a copy */
async function count(response) {
  const reader = response.clone().body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    loading.since = Math.min(loading.since, performance.now());
    loading.others += chunk.value.length;
    report();
  }
}

async function fetchFile(resource, options) {
  const response = await network.fetch(resource, options);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
