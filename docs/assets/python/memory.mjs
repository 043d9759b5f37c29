/**
 * The memory image: the memory of Python once it is up and has imported the program, as what differs
 * in it from the memory of a module that was only just made. It is made when the site is built
 * (py/followup_site/runtime/image.mjs) and spares the reader's browser the whole start of Python.
 *
 * A text at its start holds the numbers, then come runs of blocks: where each begins, how long it is,
 * and at last the bytes of all. Pyodide calls such images experimental, so nothing is taken on trust:
 * the sum of the whole memory must be the one noted at the build, or Python is started the plain way.
 */

const MAGIC = 0x4d495546;
const HEAD = 8;
const BLOCK = 64;
const WORDS = BLOCK / 4;
/** Words that are added up in one call. */
const PORTION = 8192;

/**
 * @param {Uint8Array[]} fresh memories of modules that were only just made, as unlike as they come
 * @param {Uint8Array} started memory of such a module with Python up
 * @param {object} config what Pyodide notes beside its memory
 * @returns {Uint8Array} the image
 */
export function writeImage(fresh, started, config) {
  const runs = differingRuns(fresh.map(wordsOf), wordsOf(started));
  const sum = sumOf(started);
  const head = new TextEncoder().encode(
    JSON.stringify({ memory: started.length, sum, runs: runs.length, config }).padEnd(4, " "),
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
 * @param {Uint8Array} image
 * @returns {{ memory: number, sum: number, runs: number, config: object }} memory in bytes
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
 * @throws {Error} if the memory does not become what it was at the build
 */
export function restoreImage(memory, image) {
  const { memory: size, sum, runs, config } = readHead(image);
  if (memory.length !== size) throw new Error(`memory of ${memory.length} bytes, not ${size}`);
  const tableStart = HEAD + new Uint32Array(image.buffer, image.byteOffset, 2)[1];
  const table = new Uint32Array(image.buffer, image.byteOffset + tableStart, runs * 2);
  let place = tableStart + runs * 8;
  for (let index = 0; index < table.length; index += 2) {
    const length = table[index + 1] * BLOCK;
    memory.set(image.subarray(place, place + length), table[index] * BLOCK);
    place += length;
  }
  if (sumOf(memory) !== sum) throw new Error("the memory differs from that of the build");
  return config;
}

/** Two sums, of the words and of the sums of them, so that the order counts too. */
function sumOf(memory) {
  const words = wordsOf(memory);
  const so = { sum: 0, sums: 0 };
  for (let start = 0; start < words.length; start += PORTION) {
    addTo(so, words, start, Math.min(start + PORTION, words.length));
  }
  return (so.sum ^ so.sums) >>> 0;
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
