/**
 * The memory image: the memory of Python once it is up and has opened the program, as what differs in it
 * from the memory of a module that was only just made. It is made when the site is built
 * (py/followup_site/runtime/image.mjs) and spares the reader's browser the whole start of Python.
 *
 * A text at its start holds the numbers, then come runs of blocks: where each begins, how long it is,
 * and at last the bytes of all. Pyodide calls such images experimental, so nothing is taken on trust: what
 * the image leaves of the module's memory must be as it was at the build, or Python is started the plain
 * way. That the image is whole, gzip tells as it is unpacked.
 */

const MAGIC = 0x4d495546;
const HEAD = 8;
const BLOCK = 64;
const WORDS = BLOCK / 4;
/** Words that are added up in one call. */
const PORTION = 8192;
/** Words after the last that a module writes at its start: more is written there first of all. */
const BEYOND = 16_384;

/**
 * @param {Uint8Array[]} fresh memories of modules that were only just made, as unlike as they come
 * @param {Uint8Array} started memory of such a module with Python up
 * @param {object} config what Pyodide notes beside its memory
 * @returns {Uint8Array} the image
 */
export function writeImage(fresh, started, config) {
  const runs = differingRuns(fresh.map(wordsOf), wordsOf(started));
  const begun = beginningOf(fresh.map(wordsOf));
  const sum = sumOfLeft(wordsOf(fresh[0]), runs, begun);
  const head = new TextEncoder().encode(
    JSON.stringify({ memory: started.length, ...begun, sum, runs: runs.length, config }).padEnd(
      4,
      " ",
    ),
  );
  const headLength = Math.ceil(head.length / 4) * 4;
  const blocks = runs.reduce((total, { length }) => total + length, 0);
  const image = new Uint8Array(HEAD + headLength + runs.length * 8 + blocks * BLOCK);
  new Uint32Array(image.buffer, 0, 2).set([MAGIC, headLength]);
  image.fill(0x20, HEAD, HEAD + headLength).set(head, HEAD);
  const table = new Uint32Array(image.buffer, HEAD + headLength, runs.length * 2);
  let place = HEAD + headLength + runs.length * 8;
  for (const [index, { start, length }] of runs.entries()) {
    table.set([start, length], index * 2);
    image.set(started.subarray(start * BLOCK, (start + length) * BLOCK), place);
    place += length * BLOCK;
  }
  return image;
}

/**
 * @typedef {{ end: number, stack: [number, number] }} Beginning of a module's memory, in words: up to
 *   where a module that was only just made writes, and what of that is its stack
 *
 * @param {Uint8Array} image
 * @returns {Beginning & { memory: number, sum: string, runs: number, config: object }} memory in bytes
 */
function readHead(image) {
  const [magic, length] = new Uint32Array(image.buffer, image.byteOffset, 2);
  if (magic !== MAGIC) throw new Error("no memory image");
  return JSON.parse(new TextDecoder().decode(image.subarray(HEAD, HEAD + length)));
}

/**
 * Write an image into the memory of a module that was only just made.
 *
 * @param {Uint8Array} memory
 * @param {Uint8Array} image
 * @returns {object} what Pyodide noted beside its memory
 * @throws {Error} if the memory is not what it was at the build
 */
export function restoreImage(memory, image) {
  const { memory: size, sum, runs: count, config, ...begun } = readHead(image);
  if (memory.length !== size) throw new Error(`memory of ${memory.length} bytes, not ${size}`);
  const tableStart = HEAD + new Uint32Array(image.buffer, image.byteOffset, 2)[1];
  const table = new Uint32Array(image.buffer, image.byteOffset + tableStart, count * 2);
  const runs = Array.from({ length: count }, (_, index) => ({
    start: table[index * 2],
    length: table[index * 2 + 1],
  }));
  if (sumOfLeft(wordsOf(memory), runs, begun) !== sum) {
    throw new Error("the memory begins otherwise than at the build");
  }
  let place = tableStart + count * 8;
  for (const { start, length } of runs) {
    memory.set(image.subarray(place, place + length * BLOCK), start * BLOCK);
    place += length * BLOCK;
  }
  return config;
}

/**
 * @param {Uint32Array[]} fresh memories of modules that were only just made
 * @returns {Beginning} nothing has been called in them, so their longest stretch of zeros is the stack
 */
function beginningOf(fresh) {
  const isZero = (word) => fresh.every((words) => words[word] === 0);
  let end = fresh[0].length;
  while (isZero(end - 1)) end -= 1;
  let stack = [0, 0];
  for (let word = 0, start = 0; word < end; word += 1) {
    if (!isZero(word)) start = word + 1;
    else if (word - start >= stack[1] - stack[0]) stack = [start, word + 1];
  }
  return { end: end + BEYOND, stack: [stack[0], stack[1]] };
}

/** Return two sums of what no run writes over: of the words, and of the sums of them, so that the order
 * counts too. */
function sumOfLeft(words, runs, { end, stack }) {
  const so = { sum: 0, sums: 0 };
  const add = (from, to) => {
    for (let start = from; start < to; start += PORTION) {
      addTo(so, words, start, Math.min(start + PORTION, to));
    }
  };
  let left = 0;
  for (const { start, length } of [...runs, { start: Math.ceil(end / WORDS), length: 0 }]) {
    const right = Math.min(start * WORDS, end);
    add(left, Math.min(right, stack[0]));
    add(Math.max(left, stack[1]), right);
    left = (start + length) * WORDS;
  }
  return `${so.sum} ${so.sums}`;
}

/** A short loop that is called often: engines make fast code of that soon, but not of one long loop. */
function addTo(so, words, start, end) {
  let { sum, sums } = so;
  for (let index = start; index < end; index += 1) {
    sum = (sum + words[index]) | 0;
    sums = (sums + sum) | 0;
  }
  so.sum = sum;
  so.sums = sums;
}

function differingRuns(fresh, started) {
  const runs = [];
  for (let block = 0; block * WORDS < started.length; block += 1) {
    if (fresh.every((one) => isSame(one, started, block * WORDS))) continue;
    const last = runs.at(-1);
    if (last && last.start + last.length === block) last.length += 1;
    else runs.push({ start: block, length: 1 });
  }
  return runs;
}

function isSame(fresh, started, first) {
  for (let word = first; word < first + WORDS; word += 1) {
    if ((fresh[word] ?? 0) !== started[word]) return false;
  }
  return true;
}

function wordsOf(memory) {
  return new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
}
