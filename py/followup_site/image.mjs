/**
 * Makes the memory image of a packed runtime; docs/assets/memory.mjs says what that is. The same
 * runtime gives the same bytes: nothing in an image comes from chance, the clock or this machine.
 *
 * node image.mjs FOLDER MODULES
 *   FOLDER holds the packed runtime, and afterwards its image and an empty archive.
 *   MODULES is a file with a JSON list of the names of modules to have imported.
 */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { writeImage } from "../../docs/assets/memory.mjs";
import { EMPTY_ZIP, ENVIRONMENT, withModule, withoutPackages } from "../../docs/assets/start.mjs";
import { readJson } from "./ask_runtime.mjs";
import { importFrom, runScript, unpackWheels } from "./node_pyodide.mjs";

const PACKAGES = "/packages";
const IMAGE = "python.image";
const NO_LIBRARY = "empty.zip";
/** Bytes of memory that Pyodide begins with. */
const MEMORY = 20_971_520;
/** Numbers at the start of Pyodide's own kind of image: where its memory begins, how long its notes are. */
const [NOTES_START, MEMORY_AT, NOTES_LENGTH_AT] = [48, 1, 2];

/** What Python does before its memory is written down: import all, and forget what is found again. */
const tidy = (modules) => `
import gc, linecache, re, sys
${modules.map((name) => `import ${name}`).join("\n")}
linecache.clearcache()
re.purge()
sys.path_importer_cache.clear()
gc.collect()
`;

function withoutChance() {
  const crypto = process.getBuiltinModule("node:crypto");
  crypto.randomFillSync = (bytes) => bytes.fill(0);
  globalThis.crypto.getRandomValues = (bytes) => bytes.fill(0);
  Date.now = () => 0;
  performance.now = () => 0;
}

/** Start Python with everything in it, and return its memory and what Pyodide notes beside it. */
async function memoryOfStarted(loadPyodide, options, folder, modules) {
  const asItIs = () => {};
  const python = await withModule(asItIs, () =>
    loadPyodide({ ...options, env: ENVIRONMENT, _makeSnapshot: true }),
  );
  unpackWheels(python, folder, PACKAGES);
  importFrom(python, PACKAGES);
  python.runPython(tidy(modules));
  const own = python.makeMemorySnapshot();
  const numbers = new Uint32Array(own.buffer, own.byteOffset, NOTES_START / 4);
  const notes = own.subarray(NOTES_START, NOTES_START + numbers[NOTES_LENGTH_AT]);
  return {
    memory: own.slice(numbers[MEMORY_AT]),
    config: JSON.parse(new TextDecoder().decode(notes)),
  };
}

/** Make a module as the browser does, and return its memory before anything is put into it. */
async function memoryOfFresh(loadPyodide, options, size) {
  const seen = new Error("seen");
  let fresh = null;
  const lookAtMemory = (module) => {
    module.API.restoreSnapshot = () => {
      fresh = module.HEAPU8.slice();
      throw seen;
    };
  };
  const room = new Uint8Array(size);
  try {
    await withModule(lookAtMemory, () =>
      loadPyodide({ ...options, env: ENVIRONMENT, _loadSnapshot: room }),
    );
  } catch (error) {
    if (error !== seen) throw error;
  }
  return fresh;
}

await runScript(async ([folder, names]) => {
  const place = path.resolve(folder);
  const modules = readJson(names);
  const { loadPyodide } = await import(pathToFileURL(path.join(place, "pyodide.mjs")).href);
  const lock = readJson(path.join(place, "pyodide-lock.json"));
  const options = { indexURL: place, lockFileContents: withoutPackages(lock) };
  const stdLibURL = path.join(place, NO_LIBRARY);
  writeFileSync(stdLibURL, EMPTY_ZIP);
  await import(pathToFileURL(path.join(place, "pyodide.asm.js")).href);
  const makeFresh = (size) => memoryOfFresh(loadPyodide, { ...options, stdLibURL }, size);
  const withChance = await makeFresh(MEMORY);
  withoutChance();
  const { memory, config } = await memoryOfStarted(loadPyodide, options, place, modules);
  const fresh = [withChance, await makeFresh(memory.length)];
  const image = writeImage(fresh, memory, config);
  writeFileSync(path.join(place, IMAGE), gzipSync(image, { level: 9 }));
});
