/**
 * Starts Python with the program in it: from the memory image of the build, or the plain way. For
 * the worker in the reader's browser, and under Node for the packer and the tests.
 */

import { linkCold } from "./cold.mjs";
import { restoreImage } from "./memory.mjs";

/** What an interpreter is told at its start, the same for all: an image holds it, lengths included. */
export const ENVIRONMENT = { HOME: "/home/pyodide", PYTHONHASHSEED: "0", LANG: "en_GB.UTF-8" };
const PROGRAM = "python";

/**
 * Have Pyodide make its module so that its memory is the same everywhere, and change it before use.
 *
 * @template T
 * @param {(module: object) => void | Promise<void>} change
 * @param {() => BufferSource} loadCold gets the module's second part at once, or throws
 * @param {() => Promise<T>} load calls loadPyodide, with the script pyodide.asm.js loaded
 * @returns {Promise<T>}
 */
export async function withModule(change, loadCold, load) {
  const create = globalThis._createPyodideModule;
  globalThis._createPyodideModule = async (settings) => {
    settings.thisProgram = PROGRAM;
    linkCold(settings, loadCold);
    const module = await create(settings);
    await change(module);
    return module;
  };
  try {
    return await load();
  } finally {
    globalThis._createPyodideModule = create;
  }
}

/**
 * Make Pyodide put an image where it would otherwise run Python's own start. The module is made while
 * the image is on its way, so the image is a promise.
 *
 * @param {typeof import("pyodide").loadPyodide} loadPyodide with the script pyodide.asm.js loaded
 * @param {{ memory: number, image: Promise<Uint8Array>, loadCold: () => BufferSource }} its memory:
 *   in bytes; image: unpacked; loadCold: gets the module's second part at once, or throws
 * @param {object} options indexURL; stdLibURL: of an empty zip file, as the library is in the image;
 *   lockFileURL or lockFileContents: of a lock without packages, as the library holds them
 * @throws {Error} if Python cannot be had from this image here
 */
export async function startFromImage(loadPyodide, { memory, image, loadCold }, options) {
  const restoreFrom = async (module) => {
    const bytes = await image;
    module.API.restoreSnapshot = () => restoreImage(module.HEAPU8, bytes);
  };
  const room = new Uint8Array(memory);
  return withModule(restoreFrom, loadCold, () =>
    loadPyodide({ ...options, env: ENVIRONMENT, _loadSnapshot: room }),
  );
}

/**
 * Have Python run its own start, with the program in its library.
 *
 * @param {typeof import("pyodide").loadPyodide} loadPyodide with the script pyodide.asm.js loaded
 * @param {() => BufferSource} loadCold gets the module's second part at once, or throws
 * @param {object} options as above, with the stdLibURL of the library
 */
export function startPlain(loadPyodide, loadCold, options) {
  return withModule(
    () => {},
    loadCold,
    () => loadPyodide(options),
  );
}

/** A zip file with nothing in it, in place of Python's library: an image holds that already. */
export const EMPTY_ZIP = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);

/** How what is packed by gzip begins. */
const PACKED = [0x1f, 0x8b];

/**
 * A host may say itself that such a file is packed: then the browser has unpacked it already, and only
 * its first bytes can tell.
 *
 * @param {Response} response with an image or a library, packed or not
 * @returns {Promise<Uint8Array>} the same, unpacked
 */
export async function unpack(response) {
  const [beginning, whole] = response.body.tee();
  const isPacked = await beginsWith(beginning, PACKED);
  const unpacked = isPacked ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** @param {ReadableStream<Uint8Array>} body @param {number[]} bytes @returns {Promise<boolean>} */
async function beginsWith(body, bytes) {
  const reader = body.getReader();
  const first = [];
  while (first.length < bytes.length) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(...value.subarray(0, bytes.length - first.length));
  }
  // Not waited for: the whole of a body is given up only once the other half of it is read.
  reader.cancel();
  return bytes.every((byte, index) => first[index] === byte);
}
