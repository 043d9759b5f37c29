/**
 * A worker that tells which functions of a watched module are called in a browser.
 *
 * In: {start, guide, asks}, with "plain" or "image" as the start. Out: {called} or {failed}. The
 * watched runtime is in the folder runtime/ beside the folder of this file.
 */

import "../runtime/pyodide.asm.js";
import { loadPyodide } from "../runtime/pyodide.mjs";
import { startFromImage, startPlain, unpack } from "../start.mjs";
import { callsOf } from "./watch_calls.mjs";

const indexURL = new URL("../runtime/", import.meta.url).href;
const at = (name) => new URL(name, indexURL).href;
const json = (name) => fetch(at(name)).then((response) => response.json());
const noCold = () => {
  throw new Error("a watched module is whole");
};

const optionsOf = (library) => ({
  indexURL,
  stdLibURL: at(library),
  lockFileURL: at("pyodide-lock.json"),
});

const starts = {
  image: async () => {
    const { memory } = await json("runtime.json");
    const its = { memory, image: unpack(await fetch(at("python-image.bin"))), loadCold: noCold };
    return startFromImage(loadPyodide, its, optionsOf("empty.zip"));
  },
  plain: () => startPlain(loadPyodide, noCold, optionsOf("library.zip")),
};

self.addEventListener("message", async ({ data: { start, guide, asks } }) => {
  try {
    postMessage({ called: await callsOf(starts[start], guide, asks) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
