/**
 * Starts the worker that runs Python, and may do so before the page's other scripts have come: what
 * the worker says meanwhile is kept for the one who takes it. While the worker is being made, the
 * browser fetches and compiles for it the largest file of all.
 */

import { forgetBlob, isBlobForbidden, watchPolicy } from "./policy.mjs";

/** Where it stands from the worker's script. */
const MODULE = "../made/runtime/pyodide.asm.wasm";
/** Milliseconds within which a browser tells what a policy has forbidden. */
const A_MOMENT = 200;

/**
 * @typedef {{ data: any } | { isBroken: true }} Heard
 * @typedef {{ terminate: () => void, post: (message: unknown) => void,
 *   hear: (listener: (heard: Heard) => void) => void }} Started
 */

/**
 * Workers that nobody has taken yet, by address. They are found by a name that all scripts know, as
 * each script of the published site has a copy of this module.
 *
 * @type {Map<string, Started | null>} null for one that was taken
 */
globalThis.followupWorkers ??= new Map();
const early = globalThis.followupWorkers;

/** @returns {string} whole address of worker.mjs, as the head of a page with tools names it */
export function workerAddress() {
  const script = /** @type {HTMLElement} */ (document.querySelector("script[data-early]"));
  return new URL(script.dataset.worker, document.baseURI).href;
}

/**
 * Start a worker now, for whoever takes it later.
 *
 * @param {string} workerUrl absolute address of worker.mjs
 */
export function startEarly(workerUrl) {
  // The page's own script may have run before the early one, and has taken a worker then.
  if (early.has(workerUrl)) return;
  try {
    early.set(workerUrl, start(workerUrl));
  } catch {
    // Whoever wants it will try again, and say what is wrong.
  }
}

/**
 * @param {string} workerUrl absolute address of worker.mjs
 * @returns {Started} the worker that was started early, or a new one
 * @throws {Error} if this browser has no such workers
 */
export function takeWorker(workerUrl) {
  const started = early.get(workerUrl);
  early.set(workerUrl, null);
  return started ?? start(workerUrl);
}

/**
 * From a blob, so that the policy of this page binds it as well. Where that policy forbids it, and only
 * there, from its ordinary address: it puts up its own fence (fence.mjs).
 */
function start(workerUrl) {
  if (door()) throw new Error("this browser is too old");
  watchPolicy();
  /** @type {Heard[]} */
  const kept = [];
  let tell = (heard) => kept.push(heard);
  /** What was sent while no worker had spoken: another one may take its place. */
  let sent = [];
  let hasSpoken = false;
  let isOver = false;
  let isOrdinary = false;
  let worker = beginFirst();

  /** Older browsers throw where others tell of a violation. */
  function beginFirst() {
    try {
      return begin();
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
      isOrdinary = true;
      return begin();
    }
  }

  function begin() {
    const begun = newWorker(isOrdinary ? workerUrl : blobThatImports(workerUrl));
    begun.onmessage = ({ data }) => {
      hasSpoken = true;
      sent = [];
      if (isOrdinary) forgetBlob();
      tell({ data });
    };
    begun.onerror = () => (hasSpoken ? tell({ isBroken: true }) : tryOtherwise());
    begun.onmessageerror = () => tell({ isBroken: true });
    return begun;
  }

  /** Browsers tell of a violation a moment after the worker's end. */
  async function tryOtherwise() {
    if (!isOrdinary) await new Promise((settle) => setTimeout(settle, A_MOMENT));
    if (isOver) return;
    if (isOrdinary || !isBlobForbidden()) return tell({ isBroken: true });
    isOrdinary = true;
    worker = begin();
    for (const message of sent) worker.postMessage(message);
  }

  function post(message) {
    if (!hasSpoken) sent.push(message);
    worker.postMessage(message);
  }

  sendModule(post, new URL(MODULE, workerUrl).href);
  return {
    terminate: () => {
      isOver = true;
      worker.terminate();
    },
    post,
    hear: (listener) => {
      tell = listener;
      for (const heard of kept.splice(0)) listener(heard);
    },
  };
}

/** @returns {string} what the door (door.html) found this browser to lack, or "" */
function door() {
  return document.documentElement.dataset.door ?? "";
}

/** A browser that does not ask which type the worker has would run it as a script of the old kind. */
function newWorker(address) {
  let isAsked = false;
  const options = {
    get type() {
      isAsked = true;
      return /** @type {const} */ ("module");
    },
  };
  const worker = new Worker(address, options);
  if (isAsked) return worker;
  worker.terminate();
  document.documentElement.dataset.door = "tools";
  throw new Error("this browser has no workers that are modules");
}

/**
 * The worker is told how many bytes came, and is given the module at last: null with the reason why
 * there is none, as it may know another way. Compiling is no work of the page's own thread.
 */
async function sendModule(post, address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    tellBytes(post, response.clone().body).catch(() => {}); // compiling fails as well
    post({ module: await compiled(response) });
  } catch (error) {
    post({ module: null, reason: String(error) });
  }
}

/** While it comes, if the host calls it what it is; else when all of it is here. */
async function compiled(response) {
  const isNamed = response.headers.get("content-type") === "application/wasm";
  if (isNamed) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * They are counted on a clone, as only the browser's own response lets it compile while loading and
 * keep the compiled code for the next visit.
 */
async function tellBytes(post, body) {
  for (let reader = body.getReader(), chunk = await reader.read(); !chunk.done; ) {
    post({ came: chunk.value.length });
    chunk = await reader.read();
  }
}

/**
 * A page's content policy does not bind a worker started from an ordinary address, but it does bind
 * one started from a blob: so nothing in the worker, Python included, can call out.
 */
function blobThatImports(url) {
  const source = `import ${JSON.stringify(url)};`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}
