/**
 * Parts the data of Pyodide's module: large tables that only some functions read go where these
 * functions go, into the second module.
 */

import { constant, joined, list, number, readOneData } from "./wasm_file.mjs";

/**
 * Tables of Pyodide 0.29.5, from which byte of the data on, to which, and the functions that read
 * them, by number. No other function names a place in them, nor does other data hold an address there.
 */
const TABLES = [
  {
    // What unicodedata knows: names of characters, what they are made of.
    start: 1_217_488,
    end: 1_664_525,
    readers: [6295, 6296, 6297, 6298, 6299, 6300, 6302, 6303, 6304, 6306, 6307, 6308, 6313],
  },
  {
    // What iconv of the C library knows of other encodings.
    start: 2_463_824,
    end: 2_602_944,
    readers: [8720, 8721, 8723, 8726, 8727],
  },
];
const END = 0x0b;
/** It stands where an instruction says. */
const ACTIVE = 0;

/** @typedef {{ count: number, body: Uint8Array }} Pieces how many pieces, and a section with them */

/**
 * @param {Uint8Array} body the section with a prelinked module's data, all in one piece
 * @param {number} base where that begins in memory
 * @param {number[]} hot the functions of the first module, by number
 * @returns {{ hot: Pieces, cold: Pieces }} sections for both modules
 */
export function splitData(body, base, hot) {
  const { bytes } = readOneData(body);
  const readers = new Set(hot);
  const moved = TABLES.filter((table) => !table.readers.some((index) => readers.has(index)));
  const ends = [0, ...moved.flatMap(({ start, end }) => [start, end]), bytes.length];
  const pieces = ends.slice(1).map((end, place) => {
    const head = [ACTIVE, ...constant(base + ends[place]), END, ...number(end - ends[place])];
    return joined([head, bytes.subarray(ends[place], end)]);
  });
  const section = (isHot) => {
    const its = pieces.filter((_, place) => (place % 2 === 0) === isHot);
    return { count: its.length, body: list(its) };
  };
  return { hot: section(true), cold: section(false) };
}
