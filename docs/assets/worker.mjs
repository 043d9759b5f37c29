/**
 * The worker: loads Python once, then hands it each question and hands back each answer, as text.
 * Remembers nothing of the reader between two questions, and holds no Python.
 *
 * In:  {open: {runtime}} once, then {id, ask}. Out: {done, total} in bytes while loading, then
 * {ready} or {failed}; {id, answer} or {id, error} for each question.
 */

import { startFromImage, unpackImage, withoutPackages } from "./start.mjs";

const browserFetch = self.fetch.bind(self);

/** @type {(question: string) => string} Python's one door */
let step;

self.addEventListener("message", ({ data }) => {
  if (data.open) open(data.open.runtime);
  else reply(data.id, data.ask);
});

async function open(runtime) {
  const at = (name) => new URL(name, runtime).href;
  try {
    const [manifest, guide, { loadPyodide }] = await Promise.all([
      fetchFile(at("runtime.json")).then((response) => response.json()),
      fetchFile(at("guide.json")).then((response) => response.text()),
      import(at("pyodide.mjs")),
    ]);
    const start = { at, manifest, loadPyodide, indexURL: runtime };
    const python = (await tryImage(start)) ?? (await startPlain(start));
    self.fetch = browserFetch;
    step = python.pyimport("followup.app").open_app(guide);
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

/** From the memory image; if anything is amiss with that, there is the plain way. */
async function tryImage({ at, manifest: { files, memory }, loadPyodide, indexURL }) {
  if (memory === 0 || !("DecompressionStream" in self)) return null;
  const counted = byteCounter(files.image, at);
  self.fetch = fetchAloud(counted);
  try {
    const image = fetchFile(at("python.image")).then(counted).then(unpackImage);
    image.catch(() => {}); // it is waited for later
    const lock = await fetchFile(at("pyodide-lock.json")).then((response) => response.text());
    const loadScript = () => import(at("pyodide.asm.js"));
    return await startFromImage(
      loadPyodide,
      loadScript,
      { memory, image },
      { indexURL, stdLibURL: at("empty.zip"), lockFileContents: withoutPackages(lock) },
    );
  } catch (error) {
    console.warn(`Follow Up: Python starts without its memory image. ${error}`);
    return null;
  }
}

function startPlain({ at, manifest: { files, packages }, loadPyodide, indexURL }) {
  self.fetch = fetchAloud(byteCounter(files.plain, at));
  return loadPyodide({
    indexURL,
    lockFileURL: at("pyodide-lock.json"),
    packageBaseUrl: indexURL,
    packages,
  });
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
      return counted(await fetchFile(resource, options));
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
