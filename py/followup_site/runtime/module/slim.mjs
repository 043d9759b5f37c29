/**
 * Makes Pyodide's module and script smaller: what nobody uses is left out, and what is hardly ever
 * called comes in a module of its own.
 *
 * node slim.mjs FOLDER CALLED
 *   FOLDER holds Pyodide as published, and afterwards its smaller script and two modules.
 *   CALLED is hot_functions.txt, or "watch" for one module that notes which functions are called.
 */

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runScript } from "../node_pyodide.mjs";
import { prelink } from "./prelink.mjs";
import { pruneExports } from "./prune_exports.mjs";
import { splitModule, watchedModule } from "./split_module.mjs";
import { trimScript } from "./trim_script.mjs";
import { writeSections } from "./wasm_file.mjs";

const [SCRIPT, LOADER] = ["pyodide.asm.js", "pyodide.mjs"];
const [MODULE, COLD] = ["pyodide.asm.wasm", "pyodide.cold.wasm"];
/** What else uses them: the packer, and the start in the browser. */
const USERS = ["../image.mjs", "../../../../docs/assets/python/start.mjs"];
const HEAD = /^module ([\da-f]{64})\n/;
const REMEDY = "Run make hot-functions.";

/** Read the list of functions; refuse one that was made for another module. */
function readCalled(file, module) {
  const text = readFileSync(file, "utf8");
  const [, hash] = HEAD.exec(text) ?? [];
  if (hash !== hashOf(module)) throw new Error(`${file} is for another Pyodide. ${REMEDY}`);
  const called = new Set();
  for (const range of text.replace(HEAD, "").split(/\s+/).filter(Boolean)) {
    const [first, last = first] = range.split("-").map(Number);
    for (let index = first; index <= last; index += 1) called.add(index);
  }
  return called;
}

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

await runScript(async ([folder, called]) => {
  const at = (name) => path.join(folder, name);
  const published = new Uint8Array(readFileSync(at(MODULE)));
  const users = [at(LOADER), ...USERS.map((name) => path.join(import.meta.dirname, name))];
  const texts = users.map((file) => readFileSync(file, "utf8"));
  const { script, module: pruned } = pruneExports(
    readFileSync(at(SCRIPT), "utf8"),
    published,
    texts,
  );
  writeFileSync(at(SCRIPT), await trimScript(script, published, texts));
  const { module, base } = prelink(pruned, script);
  if (called === "watch") {
    writeFileSync(at(MODULE), watchedModule(module));
    writeFileSync(at(COLD), writeSections([]));
    return;
  }
  const halves = splitModule(module, base, readCalled(called, published));
  writeFileSync(at(MODULE), halves.hot);
  writeFileSync(at(COLD), halves.cold);
});
