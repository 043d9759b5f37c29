/** Pyodide: the larger part of the worker's script, which comes while the first files are on their way. */

import "../made/runtime/pyodide.asm.js";

export { loadPyodide } from "../made/runtime/pyodide.mjs";
