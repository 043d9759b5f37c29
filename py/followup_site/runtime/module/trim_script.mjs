/**
 * Leaves out of Pyodide's script what no call can reach. It has drawing, sound and windows for modules
 * that are loaded beside its own, and makes a function of WebAssembly for each of hundreds at every
 * start. Here no module is ever loaded beside it.
 */

import { minify } from "terser";
import { readImports, readSections, SECTION, sectionOf } from "./wasm_file.mjs";

/** The script's table of all that a module could import from it. */
const TABLE = /\bvar wasmImports=\{([^{}]*)\};/;
/** Of these functions the module imports the number alone, so that it could hand them on: nobody asks. */
const HANDED_ON = "GOT.func";
/** What stands for all of that. */
const ABSENT = "absent";
const ABSENCE = `var ${ABSENT}=()=>abort("a function that was left out");${ABSENT}.sig="v";`;
/** The script's statement for how a function is called from WebAssembly. */
const SIGNATURE = /(?<=[;}])([\w$]+)\.sig="\w+";/g;
/** The script's statement for a property of its module, which others may use. */
const PROPERTY = /(?<=[;}])Module(?:\.([\w$]+)|\["([\w$]+)"\])=[\w$]+;/g;
/** A name in use as a property, in either way of writing it. */
const IN_USE = /\.([\w$]+)|\["([\w$]+)"\]/g;
/** What could reach everything by its name, and makes whoever reads the script keep all of it. */
const EVAL = /(?<![.\w$])eval\b(?=\()/g;
/** What Pyodide 0.29.5 has of each. Other numbers mean another kind of script. */
const EXPECTED = { table: 1367, signatures: 1281, properties: 1671 };

/**
 * @param {string} script Pyodide's script, pyodide.asm.js
 * @param {Uint8Array} module its module
 * @param {string[]} others the other scripts that use it
 * @returns {Promise<string>} the script without what nobody reaches
 */
export async function trimScript(script, module, others) {
  const imports = readImports(sectionOf(readSections(module), SECTION.imports));
  const namesOf = (its) => new Set(its.map(({ name }) => name));
  const called = namesOf(imports.filter((one) => one.module !== HANDED_ON));
  const handedOn = namesOf(imports.filter((one) => one.module === HANDED_ON));
  const [whole, body] = TABLE.exec(script) ?? ["", ""];
  const entries = body.split(",").map(readEntry);
  check({
    table: entries.length,
    signatures: script.match(SIGNATURE)?.length,
    properties: script.match(PROPERTY)?.length,
  });
  const kept = entries.filter(({ name }) => called.has(name));
  const absent = entries.filter(({ name }) => handedOn.has(name) && !called.has(name));
  const table = [...kept.map(({ raw }) => raw), ...absent.map(({ name }) => `${name}:${ABSENT}`)];
  const variables = new Set([ABSENT, ...kept.map(({ variable }) => variable)]);
  const bare = script
    .replace(whole, () => `${ABSENCE}var wasmImports={${table}};`)
    .replace(SIGNATURE, (statement, name) => (variables.has(name) ? statement : ""))
    .replace(EVAL, "globalThis.eval");
  return withoutUnused(withoutProperties(bare, others));
}

/** An entry is a name, or a name and the variable that holds its function. */
function readEntry(raw) {
  const [name, variable = name] = raw.split(":");
  return { raw, name, variable };
}

function withoutProperties(script, others) {
  const texts = [script.replace(PROPERTY, ""), ...others];
  const used = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(IN_USE), ([, one, other]) => one ?? other)),
  );
  return script.replace(PROPERTY, (statement, one, other) =>
    used.has(one ?? other) ? statement : "",
  );
}

/** Names stay as they are, for whoever looks for a fault: they are made short with all other scripts. */
async function withoutUnused(script) {
  const compress = {
    defaults: false,
    unused: true,
    dead_code: true,
    side_effects: true,
    pure_getters: true,
    passes: 2,
  };
  const { code } = await minify(script, { compress, mangle: false, ecma: 2020 });
  return code;
}

function check(found) {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    if (found[name] !== expected) throw new Error(`${found[name]} ${name}: another script`);
  }
}
