/**
 * The half of the packer that needs Node: it starts Pyodide and hands over to pack_in_pyodide.py.
 *
 * node pack.mjs FOLDER TOOLS GUIDE ASKS PARTS
 *   FOLDER holds Pyodide; afterwards it also holds the library, as Node and as the browser load it.
 *   TOOLS holds the wheels of pyodide-build and of what it needs.
 *   GUIDE and ASKS are what the program is run with, to see which library files it needs.
 *   PARTS holds Pyodide's whole library and our source wheels, and afterwards what image.mjs needs:
 *   the names of the library's modules.
 */

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";
import { answerAll } from "./answer_all.mjs";
import { readJson } from "./ask_runtime.mjs";
import { importFrom, mount, runScript, unpackWheels } from "./node_pyodide.mjs";

const LIBRARY = "library.zip";
const PACKED_LIBRARY = "python-library.bin";
const SOURCES = path.resolve(import.meta.dirname, "../..");
/** Code then does not tell columns, which nobody can see who has no sources. */
const LINES_ONLY = { PYTHONNODEBUGRANGES: "1" };

async function startPacker(places) {
  const python = await loadPyodide({ env: LINES_ONLY });
  unpackWheels(python, places.tools, "/tools");
  mount(python, SOURCES, "/sources");
  mount(python, places.folder, "/runtime");
  mount(python, places.parts, "/parts");
  importFrom(python, "/tools");
  importFrom(python, "/sources");
  return python.pyimport("followup_site.runtime.pack_in_pyodide");
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

await runScript(async ([folder, tools, guide, asks, parts]) => {
  const packer = await startPacker({ folder, tools, parts });
  packer.gather_library("/parts/python_stdlib.zip", "/parts", `/runtime/${LIBRARY}`);
  // The library is still whole here, so the program finds whatever it asks for.
  const library = path.resolve(folder, LIBRARY);
  const python = await loadPyodide({ stdLibURL: library });
  answerAll(python, readFileSync(guide, "utf8"), readJson(asks));
  const inUse = JSON.stringify(libraryFilesInUse(python));
  const modules = packer.compile_library(`/runtime/${LIBRARY}`, inUse);
  writeFileSync(path.join(parts, "modules.json"), modules);
  writeFileSync(path.join(folder, PACKED_LIBRARY), gzipSync(readFileSync(library), { level: 9 }));
});
