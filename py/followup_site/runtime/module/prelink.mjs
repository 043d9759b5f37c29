/**
 * Puts the addresses into the data of Pyodide's module that it would otherwise write there at every
 * start. It could stand anywhere in memory, but its script always has it in the same place.
 */

import {
  changed,
  joined,
  KIND,
  measuredList,
  Reader,
  readCode,
  readExports,
  readImports,
  readOneData,
  readSections,
  SECTION,
  sectionOf,
  writeSections,
} from "./wasm_file.mjs";

/** The function that writes them: nothing but [base + place] = base + number, one after the other. */
const RELOCATE = "__wasm_apply_data_relocs";
/** Where the script says that the module's data and its functions begin. */
const BASES = ["__memory_base", "__table_base"];
const [GLOBAL_GET, I32_CONST, I32_ADD, I32_SUB] = [0x23, 0x41, 0x6a, 0x6b];
const [I32_STORE, OF_FOUR_BYTES, NO_LOCALS, END] = [0x36, 2, 0, 0x0b];
/** Addresses that Pyodide 0.29.5 writes. Another number means that this is not that function. */
const ADDRESSES = 27_879;

/**
 * @param {Uint8Array} module
 * @param {string} script Pyodide's script, pyodide.asm.js
 * @returns {{ module: Uint8Array, base: number }} the module, and where in memory its data begins
 */
export function prelink(module, script) {
  const sections = readSections(module);
  const imports = readImports(sectionOf(sections, SECTION.imports));
  const globals = imports.filter(({ kind }) => kind === KIND.global).map(({ name }) => name);
  const bases = new Map(BASES.map((name) => [globals.indexOf(name), baseIn(script, name)]));
  const exports = readExports(sectionOf(sections, SECTION.exports));
  const { index } = exports.find(({ name }) => name === RELOCATE);
  const code = readCode(sectionOf(sections, SECTION.code));
  const place = index - imports.filter(({ kind }) => kind === KIND.function).length;
  const stores = readStores(code[place]);
  if (stores.length !== ADDRESSES) throw new Error(`${stores.length} addresses: another module`);
  const isKnown = ({ to, of }) => globals[to.base] === BASES[0] && bases.has(of.base);
  const data = sectionOf(sections, SECTION.data).slice();
  const { base, start } = readOneData(data);
  if (globals[base] !== BASES[0]) throw new Error("data in another place");
  const words = new DataView(data.buffer, start);
  for (const { to, of } of stores.filter(isKnown)) {
    words.setUint32(to.plus, bases.get(of.base) + of.plus, true);
  }
  const rest = stores.filter((store) => !isKnown(store)).map(({ raw }) => raw);
  const relocate = joined([[NO_LOCALS], ...rest, [END]]);
  const linked = changed(sections, {
    [SECTION.code]: () => measuredList(code.with(place, relocate)),
    [SECTION.data]: () => data,
  });
  return { module: writeSections(linked), base: bases.get(base) };
}

/** Return where the script has something begin. */
function baseIn(script, name) {
  const pattern = `_${name}=new WebAssembly\\.Global\\(\\{value:"i32",mutable:false\\},(\\d+)\\)`;
  const [found, ...more] = script.matchAll(new RegExp(pattern, "g"));
  if (!found || more.length > 0) throw new Error(`${name} is not said once`);
  return Number(found[1]);
}

/** Read [base + place] = base + number, one after the other; a base is the number of a global. */
function readStores(code) {
  const reader = new Reader(code);
  const expect = (...bytes) => {
    for (const byte of bytes) if (reader.byte() !== byte) throw new Error("not an address");
  };
  const address = () => {
    expect(GLOBAL_GET);
    const base = reader.number();
    if (reader.bytes[reader.place] !== I32_CONST) return { base, plus: 0 };
    expect(I32_CONST);
    const number = reader.signed();
    const operation = reader.byte();
    if (operation !== I32_ADD && operation !== I32_SUB) throw new Error("not an address");
    return { base, plus: operation === I32_SUB ? -number : number };
  };
  expect(NO_LOCALS);
  const stores = [];
  while (reader.place < code.length - 1) {
    const start = reader.place;
    const to = address();
    const of = address();
    expect(I32_STORE, OF_FOUR_BYTES);
    to.plus += reader.number();
    stores.push({ to, of, raw: code.subarray(start, reader.place) });
  }
  expect(END);
  return stores;
}
