/**
 * Makes of Pyodide's module one with the functions that the program calls, and one with all others.
 *
 * In the first module, each function of the second is a few bytes: they have the second module loaded,
 * unless that has happened, and call the function there. In the second, the same few bytes stand for
 * the functions of the first. So each can be called from everywhere, under the number that it had.
 * The modules reach one another through a table of their own, whose first place holds what loads the
 * second (docs/assets/python/cold.mjs). They share tables and changing globals; memory is Pyodide's already.
 */

import { splitData } from "./split_data.mjs";
import {
  changed,
  constant,
  endOfLocals,
  exportOf,
  importOf,
  joined,
  KIND,
  list,
  longer,
  measuredList,
  number,
  readCode,
  readFunctions,
  readGlobals,
  readImports,
  readSections,
  readStart,
  readTables,
  readTypes,
  SECTION,
  sectionOf,
  writeSections,
} from "./wasm_file.mjs";

/** The first module, as the second one knows it, and what Pyodide's script is not shown. */
const FIRST = "hot";
const OWN_TABLE = "hot:between";
const TABLE = "hot:table";
const GLOBAL = "hot:global";
/** Where a watched module writes down which functions were called. */
export const CALLED = "called";
/** The place in the modules' own table that holds what loads the second. */
const LOADER = 0;
/** Bytes of a function that is kept though nobody was seen to call it: most look a value up. */
const SHORT = 64;

const [LOCAL_GET, CALL_INDIRECT, END] = [0x20, 0x11, 0x0b];
const [I32_CONST, I32_STORE_8, OF_ANOTHER_MEMORY] = [0x41, 0x3a, 0x40];
const FUNCTION_REFERENCES = 0x70;
const NO_LOCALS = 0;
const IN_TABLE = 2;

/**
 * @param {Uint8Array} module with its addresses in its data
 * @param {number} base where in memory its data begins
 * @param {Set<number>} called which functions the program calls, by number, imports not counted
 * @returns {{ hot: Uint8Array, cold: Uint8Array }} the first module and the second
 */
export function splitModule(module, base, called) {
  const its = takeApart(module);
  const numbers = [...its.code.keys()];
  const isHot = its.code.map(
    (code, index) => called.has(index) || index === its.start || code.length <= SHORT,
  );
  const hot = numbers.filter((index) => isHot[index]);
  const cold = numbers.filter((index) => !isHot[index]);
  const places = new Map([...hot, ...cold].map((index, place) => [index, LOADER + 1 + place]));
  const call = (index) => [
    ...Array.from({ length: its.parametersOf(index) }, (_, place) => [LOCAL_GET, ...number(place)]),
    constant(places.get(index)),
    [CALL_INDIRECT, ...number(its.functions[index].type), ...number(its.table)],
  ];
  const load = [
    constant(LOADER),
    [CALL_INDIRECT, ...number(its.typeOfLoader), ...number(its.table)],
  ];
  const toCold = (index) => joined([[NO_LOCALS], ...load, ...call(index), [END]]);
  const toHot = (index) => joined([[NO_LOCALS], ...call(index), [END]]);
  const inHot = its.code.map((code, index) => (isHot[index] ? code : toCold(index)));
  const inCold = its.code.map((code, index) => (isHot[index] ? toHot(index) : code));
  const elements = (indexes) => its.elements(places.get(indexes[0]), indexes);
  const data = splitData(sectionOf(its.sections, SECTION.data), base, hot);
  const between = [FUNCTION_REFERENCES, 0, ...number(places.size + 1)];
  const shared = [...its.shared, its.share(KIND.table, OWN_TABLE, its.table, between)];
  return {
    hot: writeSections(
      changed(its.sections, {
        [SECTION.tables]: (body) => longer(body, [between]),
        [SECTION.exports]: (body) =>
          longer(
            body,
            shared.map(({ exported }) => exported),
          ),
        [SECTION.elements]: (body) => longer(body, [elements(hot)]),
        [SECTION.code]: () => measuredList(inHot),
        [SECTION.data]: () => data.hot.body,
        [SECTION.dataCount]: () => number(data.hot.count),
      }),
    ),
    cold: writeSections([
      { id: SECTION.types, body: sectionOf(its.sections, SECTION.types) },
      {
        id: SECTION.imports,
        body: list([
          ...its.imports.map(({ raw }) => raw),
          ...shared.map(({ imported }) => imported),
        ]),
      },
      {
        id: SECTION.functions,
        body: list([...its.functions.map(({ raw }) => raw), number(its.typeOfLoader)]),
      },
      { id: SECTION.globals, body: list(its.constants.map(({ raw }) => raw)) },
      {
        id: SECTION.elements,
        body: list([elements(cold), its.elements(LOADER, [its.code.length])]),
      },
      { id: SECTION.code, body: measuredList([...inCold, [NO_LOCALS, END]]) },
      { id: SECTION.data, body: data.cold.body },
    ]),
  };
}

/**
 * @param {Uint8Array} module
 * @returns {Uint8Array} one whose n-th function sets the n-th byte of an exported memory to 1
 */
export function watchedModule(module) {
  const { sections, code } = takeApart(module);
  const watched = code.map((bytes, index) => {
    const start = endOfLocals(bytes);
    const note = [I32_CONST, 1, I32_STORE_8, OF_ANOTHER_MEMORY, 1, 0];
    return joined([bytes.subarray(0, start), constant(index), note, bytes.subarray(start)]);
  });
  const memory = {
    id: SECTION.memories,
    body: list([[0, ...number(Math.ceil(code.length / 65_536))]]),
  };
  const withExport = changed(sections, {
    [SECTION.exports]: (body) => longer(body, [exportOf(CALLED, KIND.memory, 1)]),
    [SECTION.code]: () => measuredList(watched),
  });
  const place = withExport.findIndex(({ id }) => id === SECTION.globals);
  return writeSections(withExport.toSpliced(place, 0, memory));
}

/** Read a module, and how its halves are to reach one another. */
function takeApart(module) {
  const sections = readSections(module);
  const read = (id, reader) => reader(sectionOf(sections, id));
  const types = read(SECTION.types, readTypes);
  const imports = read(SECTION.imports, readImports);
  const functions = read(SECTION.functions, readFunctions);
  const tables = read(SECTION.tables, readTables);
  const globals = read(SECTION.globals, readGlobals);
  const count = (kind) => imports.filter((one) => one.kind === kind).length;
  const firstConstant = globals.findIndex(({ isMutable }) => !isMutable);
  const constants = globals.slice(firstConstant);
  if (constants.some(({ isMutable }) => isMutable)) throw new Error("globals in another order");
  const share = (kind, name, index, description) => ({
    exported: exportOf(name, kind, index),
    imported: importOf(FIRST, name, kind, description),
  });
  const shareAll = (kind, name, all) =>
    all.map(({ description }, place) =>
      share(kind, `${name}${place}`, count(kind) + place, description),
    );
  const table = count(KIND.table) + tables.length;
  return {
    sections,
    imports,
    functions,
    constants,
    share,
    table,
    code: read(SECTION.code, readCode),
    // It runs before anything could load the second module.
    start: read(SECTION.start, readStart) - count(KIND.function),
    typeOfLoader: types.findIndex(({ parameters, results }) => parameters + results === 0),
    parametersOf: (index) => types[functions[index].type].parameters,
    shared: [
      ...shareAll(KIND.table, TABLE, tables),
      ...shareAll(KIND.global, GLOBAL, globals.slice(0, firstConstant)),
    ],
    elements: (place, indexes) =>
      joined([
        [IN_TABLE, ...number(table), ...constant(place), END, KIND.function],
        list(indexes.map((index) => number(count(KIND.function) + index))),
      ]),
  };
}
