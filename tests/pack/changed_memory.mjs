/**
 * Puts the memory image into modules whose memory was changed in one word, and prints as JSON what came
 * of each: "started", or the error.
 *
 * node changed_memory.mjs FOLDER
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { startFromImage, unpack } from "../../docs/assets/python/start.mjs";
import { coldOf, importPyodide, readJson } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";

/** Bytes before the text at the start of an image, and words of a block. */
const [HEAD, WORDS] = [8, 16];

await runScript(async ([folder]) => {
  const place = path.resolve(folder);
  const { memory } = readJson(path.join(place, "runtime.json"));
  const loadPyodide = await importPyodide(place);
  const packed = readFileSync(path.join(place, "python-image.bin"));
  const image = await unpack(new Response(packed));
  const length = new Uint32Array(image.buffer, 0, 2)[1];
  const text = new TextDecoder().decode(image.subarray(HEAD, HEAD + length));
  const { end, stack, runs } = JSON.parse(text);
  const table = new Uint32Array(image.buffer, HEAD + length, runs * 2);
  const isWrittenOver = (word) =>
    table.some(
      (start, at) =>
        at % 2 === 0 && word >= start * WORDS && word < (start + table[at + 1]) * WORDS,
    );
  let last = end - 1;
  while (isWrittenOver(last)) last -= 1;
  if (last < stack[1]) throw new Error("all is written over that comes after the stack");
  const changes = {
    same: null,
    "written over": table[0] * WORDS,
    left: (table[0] + table[1]) * WORDS,
    "on the stack": stack[0] + WORDS,
    "near the end": last,
  };
  const create = globalThis._createPyodideModule;
  const said = {};
  for (const [name, word] of Object.entries(changes)) {
    globalThis._createPyodideModule = async (settings) => {
      const module = await create(settings);
      if (word !== null) module.HEAPU32[word] ^= 0x5a;
      return module;
    };
    said[name] = await startFromImage(
      loadPyodide,
      { memory, image: Promise.resolve(image), loadCold: coldOf(place) },
      {
        indexURL: place,
        stdLibURL: path.join(place, "empty.zip"),
        lockFileURL: path.join(place, "pyodide-lock.json"),
      },
    ).then(() => "started", String);
  }
  console.log(JSON.stringify(said));
});
