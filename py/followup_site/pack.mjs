/**
 * The half of the packer that needs Node: it starts Pyodide and hands over to pack_in_pyodide.py.
 *
 * node pack.mjs FOLDER TOOLS GUIDE ASKS IMAGE_PARTS
 *   FOLDER holds Pyodide and our source wheels; afterwards it holds what the browser loads.
 *   TOOLS holds the wheels of pyodide-lock and pyodide-build and of what they need.
 *   GUIDE and ASKS are what the program is run with, to see which library files it needs.
 *   IMAGE_PARTS is a folder for what image.mjs needs: an archive of modules, and their names.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import { answerAll } from "./answer_all.mjs";
import { loadRuntime, readJson } from "./ask_runtime.mjs";
import { importFrom, mount, runScript, unpackWheels } from "./node_pyodide.mjs";

const SOURCES = path.dirname(import.meta.dirname);
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

await runScript(async ([folder, tools, guide, asks, parts]) => {
  mkdirSync(parts, { recursive: true });
  const packer = await startPacker({ folder, tools, parts });
  const { info } = readJson(path.join(folder, "pyodide-lock.json"));
  packer.gather_image_library("/runtime/python_stdlib.zip", "/runtime", "/parts/library.zip");
  packer.lock_and_compile("/runtime", JSON.stringify(info));
  // The libraries are still whole here, so the program finds whatever it asks for.
  const text = readFileSync(guide, "utf8");
  const forImage = await loadPyodide({ stdLibURL: path.resolve(parts, "library.zip") });
  answerAll(forImage, text, readJson(asks));
  const inImage = libraryFilesInUse(forImage);
  const modules = packer.compile_image_library("/parts/library.zip", JSON.stringify(inImage));
  writeFileSync(path.join(parts, "modules.json"), modules);
  const plain = await loadRuntime(folder);
  answerAll(plain, text, []);
  const inLibrary = [...inImage, ...libraryFilesInUse(plain)];
  packer.cut_library("/runtime/python_stdlib.zip", JSON.stringify(inLibrary));
});
