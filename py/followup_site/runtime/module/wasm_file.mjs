/**
 * Takes WebAssembly modules apart and puts them together again. Knows the sections and what stands
 * in them, not the instructions of functions, whose bytes are handed on as they are.
 */

export const SECTION = {
  types: 1,
  imports: 2,
  functions: 3,
  tables: 4,
  memories: 5,
  globals: 6,
  exports: 7,
  start: 8,
  elements: 9,
  code: 10,
  data: 11,
  dataCount: 12,
};
/** What an import or an export is. */
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const [I32_CONST, GLOBAL_GET, END] = [0x41, 0x23, 0x0b];
const FUNCTION_TYPE = 0x60;

/** Reads numbers and names one after the other. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, place = 0) {
    this.bytes = bytes;
    this.place = place;
  }

  byte() {
    return this.bytes[this.place++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return shift < 25 && byte & 0x40 ? value | (-1 << (shift + 7)) : value;
    }
  }

  take(length) {
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }

  name() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  /** Read a list, each entry with its own bytes as `raw`. */
  list(readEntry) {
    return Array.from({ length: this.number() }, () => {
      const start = this.place;
      const entry = readEntry(this);
      return { ...entry, raw: this.bytes.subarray(start, this.place) };
    });
  }

  limits() {
    const hasMaximum = this.number() & 1;
    this.number();
    if (hasMaximum) this.number();
  }
}

/**
 * @param {Uint8Array} bytes a module
 * @returns {{ id: number, body: Uint8Array }[]} its sections
 */
export function readSections(bytes) {
  if (MAGIC.some((byte, place) => bytes[place] !== byte)) throw new Error("no WebAssembly module");
  const reader = new Reader(bytes, MAGIC.length);
  const sections = [];
  while (reader.place < bytes.length) {
    const id = reader.byte();
    sections.push({ id, body: reader.take(reader.number()) });
  }
  return sections;
}

/** @returns {Uint8Array} the module with these sections */
export function writeSections(sections) {
  return joined([MAGIC, ...sections.flatMap(({ id, body }) => [[id], number(body.length), body])]);
}

/** @returns {Uint8Array} the body of a module's only section of a kind */
export function sectionOf(sections, id) {
  const [section, ...more] = sections.filter((one) => one.id === id);
  if (!section || more.length > 0) throw new Error(`not one section ${id}`);
  return section.body;
}

/** @returns {{ parameters: number, results: number, raw: Uint8Array }[]} how many of each */
export function readTypes(body) {
  return new Reader(body).list((reader) => {
    if (reader.byte() !== FUNCTION_TYPE) throw new Error("not the type of a function");
    return {
      parameters: reader.take(reader.number()).length,
      results: reader.take(reader.number()).length,
    };
  });
}

/** @returns {{ module: string, name: string, kind: number, raw: Uint8Array }[]} */
export function readImports(body) {
  return new Reader(body).list((reader) => {
    const its = { module: reader.name(), name: reader.name(), kind: reader.byte() };
    if (its.kind === KIND.tag || its.kind === KIND.table) reader.byte();
    if (its.kind === KIND.table || its.kind === KIND.memory) reader.limits();
    else reader.number();
    if (its.kind === KIND.global) reader.byte();
    return its;
  });
}

/** @returns {{ name: string, kind: number, index: number, raw: Uint8Array }[]} */
export function readExports(body) {
  return new Reader(body).list((reader) => ({
    name: reader.name(),
    kind: reader.byte(),
    index: reader.number(),
  }));
}

/** @returns {{ type: number, raw: Uint8Array }[]} the type of each function */
export function readFunctions(body) {
  return new Reader(body).list((reader) => ({ type: reader.number() }));
}

/** @returns {{ description: Uint8Array }[]} as an import describes each */
export function readTables(body) {
  const tables = new Reader(body).list((reader) => {
    reader.byte();
    reader.limits();
  });
  return tables.map(({ raw }) => ({ description: raw }));
}

/** @returns {{ description: Uint8Array, isMutable: boolean, raw: Uint8Array }[]} */
export function readGlobals(body) {
  return new Reader(body).list((reader) => {
    const description = reader.take(2);
    const its = { description, isMutable: description[1] === 1 };
    const instruction = reader.byte();
    if (instruction !== I32_CONST && instruction !== GLOBAL_GET) throw new Error("another global");
    reader.number();
    if (reader.byte() !== END) throw new Error("a longer global");
    return its;
  });
}

/** @returns {number} the number of the function that runs when the module is made */
export function readStart(body) {
  return new Reader(body).number();
}

/** @returns {Uint8Array[]} the bytes of each function */
export function readCode(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

/**
 * Read data that is in one piece.
 *
 * @returns {{ base: number, start: number, bytes: Uint8Array }} which global says where it begins in
 *   memory; where it begins in the body; the data
 */
export function readOneData(body) {
  const reader = new Reader(body);
  const head = [reader.number(), reader.number(), reader.byte()];
  const base = reader.number();
  if ([...head, reader.byte()].join() !== [1, 0, GLOBAL_GET, END].join())
    throw new Error("data in other pieces");
  const length = reader.number();
  return { base, start: reader.place, bytes: reader.take(length) };
}

/** @returns {{ start: number, length: number }[]} where in memory data goes whose place is a number */
export function readDataPlaces(body) {
  return new Reader(body).list((reader) => {
    if (reader.number() !== 0 || reader.byte() !== I32_CONST)
      throw new Error("data in other pieces");
    const start = reader.signed();
    if (reader.byte() !== END) throw new Error("data in another place");
    const length = reader.number();
    reader.take(length);
    return { start, length };
  });
}

/** Change the bodies of some sections. */
export function changed(sections, changes) {
  return sections.map(({ id, body }) => ({ id, body: changes[id]?.(body) ?? body }));
}

/** @returns {number} where a function's instructions begin, after its local variables */
export function endOfLocals(code) {
  const reader = new Reader(code);
  reader.list(() => ({ count: reader.number(), type: reader.byte() }));
  return reader.place;
}

/** @returns {Uint8Array} a section body of these entries */
export function list(entries) {
  return joined([number(entries.length), ...entries]);
}

/** @returns {Uint8Array} a section body with more entries */
export function longer(body, entries) {
  const reader = new Reader(body);
  const count = reader.number() + entries.length;
  return joined([number(count), body.subarray(reader.place), ...entries]);
}

/** @returns {Uint8Array} the same, each with its length before it */
export function measuredList(entries) {
  return list(entries.map((entry) => joined([number(entry.length), entry])));
}

/** @returns {Uint8Array} */
export function exportOf(name, kind, index) {
  return joined([text(name), [kind], number(index)]);
}

/** @returns {Uint8Array} an import; its description as the format has it */
export function importOf(module, name, kind, description) {
  return joined([text(module), text(name), [kind], description]);
}

/** @returns {Uint8Array} a text with its length before it */
export function text(value) {
  const bytes = new TextEncoder().encode(value);
  return joined([number(bytes.length), bytes]);
}

/** @returns {number[]} a number from 0 on */
export function number(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** @returns {number[]} the instruction that pushes a number from 0 on */
export function constant(value) {
  const bytes = [];
  let rest = value;
  for (; rest > 0x3f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [I32_CONST, ...bytes, rest];
}

/** @returns {Uint8Array} */
export function joined(parts) {
  return Uint8Array.from(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}
