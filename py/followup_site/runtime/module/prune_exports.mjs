/**
 * Leaves out what Pyodide's module exports for other modules: nothing else is ever loaded beside it.
 * Pyodide's script would give each of them a variable and a place in a table, at every start.
 */

import {
  list,
  readExports,
  readImports,
  readSections,
  SECTION,
  sectionOf,
  writeSections,
} from "./wasm_file.mjs";

/** The script's statement for a function of the module: its variable, its property, its name there. */
const FUNCTION = /var ([\w$]+)=(?:Module\["([\w$]+)"\]=)?wasmExports\["([\w$]+)"\];/g;
/** The same for the place of data in memory. */
const DATA = /var ([\w$]+)=Module\["([\w$]+)"\]=\d[\de]*;/g;
const NAMED = /wasmExports(?:\["([\w$]+)"\]|\.([\w$]+))/g;
const NAME = /[\w$]+/g;
/** Statements that Pyodide 0.29.5 has of both kinds. Another number means another kind of script. */
const STATEMENTS = { functions: 3633, data: 296 };
/** What the script looks up by a name that is put together. */
const LOOKED_UP = ["main", "__main_argc_argv"];
/** What begins a table of the module's functions that imported numbers stand for. */
const TABLE_OF_FUNCTIONS = "GOT.";

/**
 * @param {string} script Pyodide's script, pyodide.asm.js
 * @param {Uint8Array} module its module
 * @param {string[]} others the other scripts that use the module
 * @returns {{ script: string, module: Uint8Array }}
 */
export function pruneExports(script, module, others) {
  const functions = [...script.matchAll(FUNCTION)];
  const data = [...script.matchAll(DATA)];
  if (functions.length !== STATEMENTS.functions || data.length !== STATEMENTS.data)
    throw new Error(`${functions.length} and ${data.length} statements: another script`);
  const rest = script.replace(FUNCTION, "").replace(DATA, "");
  const used = new Set([rest, ...others].flatMap((text) => text.match(NAME)));
  const isUsed = ([, variable, property]) => used.has(variable) || used.has(property);
  const sections = readSections(module);
  const imports = readImports(sectionOf(sections, SECTION.imports));
  const kept = new Set([
    ...LOOKED_UP,
    ...imports.filter((one) => one.module.startsWith(TABLE_OF_FUNCTIONS)).map(({ name }) => name),
    ...[...rest.matchAll(NAMED)].map(([, name, property]) => name ?? property),
    ...functions.filter(isUsed).map(([, , , name]) => name),
  ]);
  const keepUsed = (statement, ...its) => (isUsed([statement, ...its]) ? statement : "");
  const prune = (body) =>
    list(
      readExports(body)
        .filter((one) => kept.has(one.name))
        .map(({ raw }) => raw),
    );
  return {
    script: script.replace(FUNCTION, keepUsed).replace(DATA, keepUsed),
    module: writeSections(
      sections.map(({ id, body }) => ({ id, body: id === SECTION.exports ? prune(body) : body })),
    ),
  };
}
