/**
 * Writes down which functions of a watched module are called under Node.
 *
 * node watch_in_node.mjs FOLDER START GUIDE ASKS CALLED
 *   FOLDER is a runtime with a watched module (slim.mjs makes it), START is "plain" or "image".
 *   ASKS is a file with a JSON list of questions, CALLED the file to write a list of numbers into.
 */

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { importPyodide, loadImage, loadRuntime, readJson } from "../ask_runtime.mjs";
import { runScript } from "../node_pyodide.mjs";
import { callsOf } from "./watch_calls.mjs";

await runScript(async ([folder, start, guide, asks, called]) => {
  await importPyodide(path.resolve(folder));
  const load = () => (start === "image" ? loadImage : loadRuntime)(folder);
  const calls = await callsOf(load, readFileSync(guide, "utf8"), readJson(asks));
  writeFileSync(called, JSON.stringify(calls));
});
