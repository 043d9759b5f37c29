/**
 * The half of the packer that needs Node: it starts Pyodide and hands over to pack_in_pyodide.py.
 *
 * node pack.mjs FOLDER TOOLS GUIDE ASKS MODULES
 *   FOLDER holds Pyodide and our source wheels; afterwards it holds what the browser loads.
 *   TOOLS holds the wheels of pyodide-lock and pyodide-build and of what they need.
 *   GUIDE and ASKS are what the program is run with, to see which library files it needs.
 *   MODULES is where the names of all modules go that were imported then.
 */

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import { answerAll, loadRuntime, readJson } from "./ask_runtime.mjs";
import { importFrom, mount, runScript, unpackWheels } from "./node_pyodide.mjs";

/** Modules that Pyodide makes itself. */
const MADE_AT_START = /^(__main__|_pyodide_core|js|pyodide_js)(\.|$)|^pyodide_js/;
const SOURCES = path.dirname(import.meta.dirname);

async function startPacker(folder, tools) {
  const python = await loadPyodide();
  unpackWheels(python, tools, "/tools");
  mount(python, SOURCES, "/sources");
  mount(python, folder, "/runtime");
  importFrom(python, "/tools");
  importFrom(python, "/sources");
  return python.pyimport("followup_site.pack_in_pyodide");
}

/** Name the library files that an interpreter has read so far; frozen modules are in Pyodide itself. */
function libraryFilesInUse(python) {
  const { version_info: version, modules } = python.pyimport("sys");
  const library = `/lib/python${version.major}${version.minor}.zip/`;
  const found = [];
  for (const module of modules.values()) {
    const file = module?.__spec__?.origin;
    if (file?.startsWith(library)) found.push(file.slice(library.length));
  }
  return found;
}

/** Name the modules that an interpreter has imported, so that an image can hold them from the start. */
function modulesInUse(python) {
  const names = Array.from(python.pyimport("sys").modules.keys());
  return names.filter((name) => !MADE_AT_START.test(name)).sort();
}

await runScript(async ([folder, tools, guide, asks, modules]) => {
  const packer = await startPacker(folder, tools);
  const { info } = readJson(path.join(folder, "pyodide-lock.json"));
  packer.lock_and_compile("/runtime", JSON.stringify(info));
  // The library is still whole here, so the program finds whatever it asks for.
  const python = await loadRuntime(folder);
  answerAll(python, readFileSync(guide, "utf8"), readJson(asks));
  packer.cut_library("/runtime/python_stdlib.zip", JSON.stringify(libraryFilesInUse(python)));
  writeFileSync(modules, JSON.stringify(modulesInUse(python)));
});
