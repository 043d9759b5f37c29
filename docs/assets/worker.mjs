/**
 * The worker: loads Python once, then hands it each question and hands back each answer, as text.
 * Remembers nothing of the reader between two questions, and holds no Python.
 *
 * In:  {open: {runtime}} once, then {id, ask}. Out: {done, total} in bytes while loading, then
 * {ready} or {failed}; {id, answer} or {id, error} for each question.
 */

import "./runtime/pyodide.asm.js";
import guide from "./runtime/guide.json" with { type: "json" };
import { loadPyodide } from "./runtime/pyodide.mjs";
import lock from "./runtime/pyodide-lock.json" with { type: "json" };
import manifest from "./runtime/runtime.json" with { type: "json" };
import { EMPTY_ZIP, startFromImage, startPlain, unpackImage, withoutPackages } from "./start.mjs";

const browserFetch = self.fetch.bind(self);

const MODULE = "pyodide.asm.wasm";
const COLD = "pyodide.cold.wasm";
const IMAGE = "python.image";
/** Milliseconds in which all of the module must come for the image to pay. */
const SOON = 1_000;
/** Milliseconds for which the line is watched. */
const A_MOMENT = 250;
/** Bytes of an answer that says only that the file is still the same. */
const LONGEST_HEAD = 10_000;

/** @type {Map<string, Response>} what was fetched before Pyodide asked for it, by address */
const ahead = new Map();

/** @type {(question: string) => string} Python's one door */
let step;

self.addEventListener("message", ({ data }) => {
  if (data.open) open(data.open.runtime);
  else reply(data.id, data.ask);
});

async function open(indexURL) {
  const at = (name) => new URL(name, indexURL).href;
  try {
    const doesPay = manifest.memory > 0 && (await doesImagePay(at));
    const python =
      (doesPay && (await tryImage(indexURL, at))) || (await startOtherwise(indexURL, at));
    self.fetch = browserFetch;
    step = python.pyimport("followup.app").open_app(JSON.stringify(guide));
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

/**
 * Both ways need the module, so how fast that comes tells which one is better: the image spares a
 * second or so of work, but is larger than what it stands for.
 *
 * @param {(name: string) => string} at where a file of the runtime stands
 * @returns {Promise<boolean>} whether the image is at hand, or soon would be
 */
async function doesImagePay(at) {
  if (!("DecompressionStream" in self)) return false;
  const came = await fetchFile(at(MODULE));
  const watched = came.clone();
  ahead.set(at(MODULE), came);
  const milliseconds = await estimate(watched.body.getReader(), manifest.files.image[MODULE]);
  if (milliseconds > SOON) return false;
  return isFromNetwork(came.url) || isCached(at(IMAGE));
}

/** Return in how many milliseconds all of a file comes, by what comes of it in a moment. */
async function estimate(reader, size) {
  const begun = performance.now();
  let came = 0;
  let passed = 0;
  while (passed < A_MOMENT) {
    const { done, value } = await reader.read();
    if (done) return 0;
    came += value.length;
    passed = performance.now() - begun;
  }
  reader.cancel();
  return (passed / came) * size;
}

function isFromNetwork(url) {
  const [entry] = performance.getEntriesByName(url);
  return (entry?.transferSize ?? 0) > LONGEST_HEAD;
}

/** A module that was kept from an earlier visit tells nothing of the line. */
async function isCached(url) {
  try {
    return (await browserFetch(url, { cache: "only-if-cached", mode: "same-origin" })).ok;
  } catch {
    return false;
  }
}

/** From the memory image; if anything is amiss with that, there is the plain way. */
async function tryImage(indexURL, at) {
  const counted = byteCounter(manifest.files.image, at);
  const stdLibURL = at("empty.zip");
  ahead.set(stdLibURL, new Response(EMPTY_ZIP));
  self.fetch = fetchAloud(counted);
  try {
    const image = fetchFile(at(IMAGE)).then(counted).then(unpackImage);
    image.catch(() => {}); // it is waited for later
    const options = { indexURL, stdLibURL, lockFileContents: withoutPackages(lock) };
    const its = { memory: manifest.memory, image, loadCold: loaderOfCold(at) };
    return await startFromImage(loadPyodide, its, options);
  } catch (error) {
    console.warn(`Follow Up: Python starts without its memory image. ${error}`);
    return null;
  }
}

function startOtherwise(indexURL, at) {
  self.fetch = fetchAloud(byteCounter(manifest.files.plain, at));
  return startPlain(loadPyodide, loaderOfCold(at), {
    indexURL,
    lockFileContents: JSON.stringify(lock),
    packageBaseUrl: indexURL,
    packages: manifest.packages,
  });
}

/**
 * Python waits for the second part of its module in the middle of a call, so it is fetched without
 * a promise. Without it nothing can be relied upon: the page starts another worker, if asked to.
 */
function loaderOfCold(at) {
  return () => {
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
  };
}

function reply(id, ask) {
  try {
    postMessage({ id, answer: step(ask) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
}

/**
 * What Pyodide fetches with: it says so if something does not arrive, where Pyodide waits for ever.
 *
 * @param {(response: Response) => Response} counted
 */
function fetchAloud(counted) {
  return async (resource, options) => {
    try {
      const address = String(resource?.url ?? resource);
      const came = ahead.get(address) ?? (await fetchFile(resource, options));
      ahead.delete(address);
      return counted(came);
    } catch (error) {
      postMessage({ failed: String(error) });
      throw error;
    }
  };
}

/**
 * Report the bytes of responses as they come. They are counted on a clone, as only the browser's own
 * response lets it compile while loading and keep the compiled code for the next visit.
 *
 * @param {Record<string, number>} sizes in bytes, by name
 * @param {(name: string) => string} at where a file stands
 * @returns {(response: Response) => Response}
 */
function byteCounter(sizes, at) {
  const counted = new Set(Object.keys(sizes).map(at));
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let done = 0;
  async function count(body) {
    for (let reader = body.getReader(), chunk = await reader.read(); !chunk.done; ) {
      done += chunk.value.length;
      postMessage({ done: Math.min(done, total), total });
      chunk = await reader.read();
    }
  }
  return (response) => {
    if (counted.has(response.url)) {
      count(response.clone().body).catch((error) => postMessage({ failed: String(error) }));
    }
    return response;
  };
}

async function fetchFile(resource, options) {
  const response = await browserFetch(resource, options);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
