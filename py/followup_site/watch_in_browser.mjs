/**
 * A worker that tells which functions of a watched module are called in a browser.
 *
 * In: {start, guide, asks}, with "plain" or "image" as the start. Out: {called} or {failed}. The
 * watched runtime is in the folder runtime/ beside this file.
 */

import "./runtime/pyodide.asm.js";
import { loadPyodide } from "./runtime/pyodide.mjs";
import { startFromImage, startPlain, unpackImage, withoutPackages } from "./start.mjs";
import { callsOf } from "./watch_calls.mjs";

const indexURL = new URL("runtime/", import.meta.url).href;
const at = (name) => new URL(name, indexURL).href;
const json = (name) => fetch(at(name)).then((response) => response.json());
const noCold = () => {
  throw new Error("a watched module is whole");
};

const starts = {
  image: async () => {
    const { memory } = await json("runtime.json");
    const its = { memory, image: unpackImage(await fetch(at("python.image"))), loadCold: noCold };
    const lockFileContents = withoutPackages(await json("pyodide-lock.json"));
    return startFromImage(loadPyodide, its, {
      indexURL,
      stdLibURL: at("empty.zip"),
      lockFileContents,
    });
  },
  plain: async () => {
    const { packages } = await json("runtime.json");
    const lockFileURL = at("pyodide-lock.json");
    return startPlain(loadPyodide, noCold, {
      indexURL,
      lockFileURL,
      packageBaseUrl: indexURL,
      packages,
    });
  },
};

self.addEventListener("message", async ({ data: { start, guide, asks } }) => {
  try {
    postMessage({ called: await callsOf(starts[start], guide, asks) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
