/**
 * Starts Python with the program in it: from the memory image of the build, or the plain way. For
 * the worker in the reader's browser, and under Node for the packer and the tests.
 */

import { restoreImage } from "./memory.mjs";

/** What an interpreter is told at its start; the same for all, as an image holds it. */
export const ENVIRONMENT = { HOME: "/home/pyodide", PYTHONHASHSEED: "0" };

/**
 * Make Pyodide put an image where it would otherwise run Python's own start. Everything is fetched at
 * the same time, so the image is a promise.
 *
 * @param {typeof import("pyodide").loadPyodide} loadPyodide
 * @param {() => Promise<unknown>} loadScript loads pyodide.asm.js, which has not been loaded before
 * @param {{ memory: number, image: Promise<Uint8Array> }} its memory: in bytes; image: unpacked
 * @param {object} options indexURL; stdLibURL: of an empty zip file, as the library is in the image;
 *   lockFileContents: of a lock without packages, as they are in it too
 * @throws {Error} if Python cannot be had from this image here
 */
export function startFromImage(loadPyodide, loadScript, { memory, image }, options) {
  // Pyodide calls this to make its module, and the script puts its own in this place.
  globalThis._createPyodideModule = async (settings) => {
    await loadScript();
    const module = await globalThis._createPyodideModule(settings);
    const bytes = await image;
    module.API.restoreSnapshot = () => restoreImage(module.HEAPU8, bytes);
    return module;
  };
  const room = new Uint8Array(memory);
  return loadPyodide({ ...options, env: ENVIRONMENT, _loadSnapshot: room });
}

/**
 * @param {string} lock text of pyodide-lock.json
 * @returns {string} the same without packages
 */
export function withoutPackages(lock) {
  return JSON.stringify({ ...JSON.parse(lock), packages: {} });
}

/**
 * @param {Response} response with an image, packed
 * @returns {Promise<Uint8Array>} the image, unpacked
 */
export async function unpackImage(response) {
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
