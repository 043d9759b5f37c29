/**
 * Makes the memory image of a packed runtime; docs/assets/python/memory.mjs says what that is. The same
 * runtime gives the same bytes: nothing in an image comes from chance, the clock or this machine.
 *
 * node image.mjs FOLDER PARTS
 *   FOLDER holds the packed runtime, and afterwards its image and an empty archive.
 *   PARTS is a folder with three files of JSON: modules.json, the names of the modules to import;
 *   guide.json, with which the program is opened; and typical.json, questions that it answers before.
 */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { writeImage } from "../../../docs/assets/python/memory.mjs";
import { EMPTY_ZIP, ENVIRONMENT, withModule } from "../../../docs/assets/python/start.mjs";
import { coldOf, importPyodide, readJson } from "./ask_runtime.mjs";
import { readDataPlaces, readSections, SECTION } from "./module/wasm_file.mjs";
import { runScript } from "./node_pyodide.mjs";

const IMAGE = "python-image.bin";
const NO_LIBRARY = "empty.zip";
/** Bytes of memory that Pyodide begins with. */
const MEMORY = 20_971_520;
/** Numbers at the start of Pyodide's own kind of image: where its memory begins, how long its notes are. */
const [NOTES_START, MEMORY_AT, NOTES_LENGTH_AT] = [48, 1, 2];

/** Bytes of the largest and the smallest piece of memory that is asked for to overwrite it. */
const [LARGEST_PIECE, SMALLEST_PIECE] = [1 << 20, 12];

/** Milliseconds. */
const LEAP = 7.3;

/** A text as Python writes it. */
const quoted = (text) => JSON.stringify(text);

/** One question at a time, as memory never becomes smaller again. */
const answer = (guide, ask) => `
from followup.app import open_app
open_app(${quoted(guide)})(${quoted(ask)})
None
`;

/**
 * What Python does before its memory is written down: import all, forget whatever it was asked and
 * what is found again, and open the program. What is frozen is not looked through by the collector of
 * garbage ever after.
 */
const tidy = (modules, guide) => `
import functools, gc, json, linecache, re, sys
${modules.map((name) => `import ${name}`).join("\n")}
from followup.app import open_app

def forget():
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            one.cache_clear()
    gc.collect()

forget()
del forget
open_app(${quoted(guide)})
linecache.clearcache()
re.purge()
sys.path_importer_cache.clear()
sys._clear_type_cache()
gc.collect()
gc.freeze()
`;

/**
 * Write zeros over all memory that is free, as they pack well. There is no list of it, so it is asked
 * for in pieces, the largest first, until none comes out of what the program has had already.
 */
function clearFree(module) {
  const { _PyMem_RawMalloc, _free, _sbrk } = module;
  const end = _sbrk(0);
  const taken = [];
  for (let size = LARGEST_PIECE; size >= SMALLEST_PIECE; size = smaller(size)) {
    let place = _PyMem_RawMalloc(size);
    for (; place + size <= end; place = _PyMem_RawMalloc(size)) {
      module.HEAPU8.fill(0, place, place + size);
      taken.push(place);
    }
    _free(place);
  }
  for (const place of taken) _free(place);
}

const smaller = (size) => (size > 256 ? Math.floor((size * 3) / 32) * 8 : size - 8);

/**
 * Let the clock leap whenever it is looked at. The allocator notes how long two looks take, which is
 * nothing, but for one start in a thousand.
 */
function withLeaps() {
  let now = 0;
  const leap = () => {
    now += LEAP;
    return now;
  };
  Date.now = leap;
  performance.now = leap;
}

function withoutChance() {
  const crypto = process.getBuiltinModule("node:crypto");
  crypto.randomFillSync = (bytes) => bytes.fill(0);
  globalThis.crypto.getRandomValues = (bytes) => bytes.fill(0);
  Date.now = () => 0;
  performance.now = () => 0;
}

/**
 * Return what takes out of memory all that the second module of Pyodide brought. It brings it again,
 * to the same places, if a reader needs it; nothing ever changes it.
 */
function forgetterOf(cold) {
  const data = readSections(cold).find(({ id }) => id === SECTION.data);
  const pieces = data ? readDataPlaces(data.body) : [];
  return (memory) => {
    for (const { start, length } of pieces) memory.fill(0, start, start + length);
  };
}

/** Start Python with everything in it, and return its memory and what Pyodide notes beside it. */
async function memoryOfStarted(load, stdLibURL, work, forget) {
  const asItIs = () => {};
  const python = await load(asItIs, { stdLibURL, _makeSnapshot: true });
  for (const one of work) python.runPython(one);
  clearFree(python._module);
  forget(python._module.HEAPU8);
  const own = python.makeMemorySnapshot();
  const numbers = new Uint32Array(own.buffer, own.byteOffset, NOTES_START / 4);
  const notes = own.subarray(NOTES_START, NOTES_START + numbers[NOTES_LENGTH_AT]);
  return {
    memory: own.slice(numbers[MEMORY_AT]),
    config: JSON.parse(new TextDecoder().decode(notes)),
  };
}

/** Make a module as the browser does, and return its memory before anything is put into it. */
async function memoryOfFresh(load, stdLibURL, size) {
  const seen = new Error("seen");
  let fresh = null;
  const lookAtMemory = (module) => {
    module.API.restoreSnapshot = () => {
      fresh = module.HEAPU8.slice();
      throw seen;
    };
  };
  try {
    await load(lookAtMemory, { stdLibURL, _loadSnapshot: new Uint8Array(size) });
  } catch (error) {
    if (error !== seen) throw error;
  }
  return fresh;
}

await runScript(async ([folder, parts]) => {
  const place = path.resolve(folder);
  const part = (name) => readJson(path.join(parts, `${name}.json`));
  // As the worker hands it over, letter by letter: by that the program knows it again.
  const guide = JSON.stringify(part("guide"));
  // An interpreter makes faster code of what it runs often, and that stays.
  const warmUp = part("typical").map((ask) => answer(guide, ask));
  const work = [...warmUp, tidy(part("modules"), guide)];
  const library = path.join(place, "library.zip");
  const loadPyodide = await importPyodide(place);
  const options = {
    indexURL: place,
    lockFileURL: path.join(place, "pyodide-lock.json"),
    env: ENVIRONMENT,
  };
  const load = (change, its) =>
    withModule(change, coldOf(place), () => loadPyodide({ ...options, ...its }));
  const stdLibURL = path.join(place, NO_LIBRARY);
  writeFileSync(stdLibURL, EMPTY_ZIP);
  const makeFresh = (size) => memoryOfFresh(load, stdLibURL, size);
  withLeaps();
  const withChance = await makeFresh(MEMORY);
  const forget = forgetterOf(new Uint8Array(coldOf(place)()));
  withoutChance();
  const { memory, config } = await memoryOfStarted(load, library, work, forget);
  const fresh = [withChance, await makeFresh(memory.length)];
  const image = writeImage(fresh, memory, config);
  writeFileSync(path.join(place, IMAGE), gzipSync(image, { level: 9 }));
});
