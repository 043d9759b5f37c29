/**
 * Starts the worker that runs Python, and may do so before the page's other scripts have come: what
 * the worker says meanwhile is kept for the one who takes it. While the worker is being made, the
 * browser fetches and compiles for it the largest file of all.
 */

/** Where it stands from the worker's script. */
const MODULE = "../made/runtime/pyodide.asm.wasm";

/**
 * @typedef {{ data: any } | { isBroken: true }} Heard
 * @typedef {{ terminate: () => void, post: (message: unknown) => void,
 *   hear: (listener: (heard: Heard) => void) => void }} Started
 */

/**
 * Workers that nobody has taken yet, by address. They are found by a name that all scripts know, as
 * each script of the published site has a copy of this module.
 *
 * @type {Map<string, Started>}
 */
globalThis.followupWorkers ??= new Map();
const early = globalThis.followupWorkers;

/**
 * Start a worker now, for whoever takes it later.
 *
 * @param {string} workerUrl absolute address of worker.mjs
 */
export function startEarly(workerUrl) {
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
  const started = early.get(workerUrl) ?? start(workerUrl);
  early.delete(workerUrl);
  return started;
}

function start(workerUrl) {
  const worker = new Worker(blobThatImports(workerUrl), { type: "module" });
  sendModule(worker, new URL(MODULE, workerUrl).href);
  /** @type {Heard[]} */
  const kept = [];
  let tell = (heard) => kept.push(heard);
  worker.onmessage = ({ data }) => tell({ data });
  worker.onerror = () => tell({ isBroken: true });
  worker.onmessageerror = () => tell({ isBroken: true });
  return {
    terminate: () => worker.terminate(),
    post: (message) => worker.postMessage(message),
    hear: (listener) => {
      tell = listener;
      for (const heard of kept.splice(0)) listener(heard);
    },
  };
}

/**
 * The worker is told how many bytes came, and is given the module at last: null with the reason why
 * there is none, as it may know another way. Compiling is no work of the page's own thread.
 */
async function sendModule(worker, address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    tellBytes(worker, response.clone().body).catch(() => {}); // compiling fails as well
    worker.postMessage({ module: await compiled(response) });
  } catch (error) {
    worker.postMessage({ module: null, reason: String(error) });
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
async function tellBytes(worker, body) {
  for (let reader = body.getReader(), chunk = await reader.read(); !chunk.done; ) {
    worker.postMessage({ came: chunk.value.length });
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
