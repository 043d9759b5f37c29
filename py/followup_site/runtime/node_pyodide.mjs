/**
 * Pyodide under Node: what the packer and the tests inside Pyodide share. Holds no Python; Python
 * that runs inside stands in .py files and is imported from there.
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const LONGEST_REPORT = 4000;

/** Run a script's work. Of an error only the end is printed: before it stands a megabyte of code. */
export async function runScript(work) {
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(String(error?.message ?? error).slice(-LONGEST_REPORT));
    process.exitCode = 1;
  }
}

/** Show a folder of this machine at a place inside Pyodide. */
export function mount(python, folder, place) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.resolve(folder) }, place);
}

/** Unpack all wheels of a folder of this machine into a folder inside Pyodide. */
export function unpackWheels(python, folder, place) {
  python.FS.mkdirTree(place);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".whl"))) {
    // Pyodide does not take Node's own kind of bytes.
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    python.unpackArchive(bytes, "wheel", { extractDir: place });
  }
}

/** Let Python import from a folder inside Pyodide, before everything else. */
export function importFrom(python, place) {
  python.pyimport("sys").path.insert(0, place);
  python.pyimport("importlib").invalidate_caches();
}
