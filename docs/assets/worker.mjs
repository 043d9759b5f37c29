/**
 * The worker: loads Python once, then hands it each question and hands back each answer, as text.
 * Remembers nothing of the reader between two questions, and holds no Python.
 *
 * In:  {open: {runtime}} once, then {id, ask}. Out: {done, total} in bytes while loading, then
 * {ready} or {failed}; {id, answer} or {id, error} for each question.
 */

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
    const [{ packages, files }, guide, { loadPyodide }] = await Promise.all([
      fetchFile(at("runtime.json")).then((response) => response.json()),
      fetchFile(at("guide.json")).then((response) => response.text()),
      import(at("pyodide.mjs")),
    ]);
    reportBytes(new Map(Object.entries(files).map(([name, size]) => [at(name), size])));
    const python = await loadPyodide({
      indexURL: runtime,
      lockFileURL: at("pyodide-lock.json"),
      packageBaseUrl: runtime,
      packages,
    });
    self.fetch = browserFetch;
    step = python.pyimport("followup.app").open_app(guide);
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

function reply(id, ask) {
  try {
    postMessage({ id, answer: step(ask) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
}

/**
 * Watch what Pyodide fetches, to report bytes and breakdowns: it waits for ever, silently, when its
 * module does not arrive. Bytes are counted on a clone, as only the browser's own response lets it
 * compile while loading and keep the compiled code for the next visit.
 *
 * @param {Map<string, number>} sizes in bytes, by address
 */
function reportBytes(sizes) {
  const total = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
  let done = 0;
  self.fetch = async (resource, options) => {
    try {
      const response = await fetchFile(resource, options);
      if (sizes.has(response.url)) count(response.clone().body);
      return response;
    } catch (error) {
      postMessage({ failed: String(error) });
      throw error;
    }
  };
  async function count(body) {
    try {
      for (let reader = body.getReader(), chunk = await reader.read(); !chunk.done; ) {
        done += chunk.value.length;
        postMessage({ done: Math.min(done, total), total });
        chunk = await reader.read();
      }
    } catch (error) {
      postMessage({ failed: String(error) });
    }
  }
}

async function fetchFile(resource, options) {
  const response = await browserFetch(resource, options);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
