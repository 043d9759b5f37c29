/**
 * Loads a packed runtime under Node the way the page's worker loads it, and asks it questions.
 * Packs nothing (pack.mjs does) and compares nothing (pack.py and tests/pyodide do).
 *
 * node ask_runtime.mjs FOLDER START GUIDE ASKS ANSWERS
 *   START is "plain" or "image".
 *   ASKS is a file with a JSON list of texts, ANSWERS the file to write in the same form.
 */

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startFromImage, startPlain, unpack } from "../../../docs/assets/python/start.mjs";
import { answerAll } from "./answer_all.mjs";
import { runScript } from "./node_pyodide.mjs";

/** Start the Pyodide of a folder with its library. */
export async function loadRuntime(folder) {
  const place = path.resolve(folder);
  const loadPyodide = await importPyodide(place);
  return startPlain(loadPyodide, coldOf(place), optionsOf(place, "library.zip"));
}

/** Start it from its memory image. */
export async function loadImage(folder) {
  const place = path.resolve(folder);
  const { memory } = readJson(path.join(place, "runtime.json"));
  const loadPyodide = await importPyodide(place);
  const image = unpack(new Response(readFileSync(path.join(place, "python-image.bin"))));
  const its = { memory, image, loadCold: coldOf(place) };
  return startFromImage(loadPyodide, its, optionsOf(place, "empty.zip"));
}

const optionsOf = (place, library) => ({
  indexURL: place,
  stdLibURL: path.join(place, library),
  lockFileURL: path.join(place, "pyodide-lock.json"),
});

/** Load the scripts of a folder's Pyodide; return what starts it. */
export async function importPyodide(place) {
  const load = (name) => import(pathToFileURL(path.join(place, name)).href);
  await load("pyodide.asm.js");
  return (await load("pyodide.mjs")).loadPyodide;
}

/** Return what gets the second module of a folder's Pyodide. */
export const coldOf = (place) => () => readFileSync(path.join(place, "pyodide.cold.wasm"));

export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

if (import.meta.filename === process.argv[1]) {
  await runScript(async ([folder, start, guide, asks, answers]) => {
    const python = await (start === "image" ? loadImage : loadRuntime)(folder);
    const given = answerAll(python, readFileSync(guide, "utf8"), readJson(asks));
    writeFileSync(answers, JSON.stringify(given));
  });
}
