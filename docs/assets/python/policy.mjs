/**
 * What the content policy of this page's host has forbidden of what Python needs. Watched from the head
 * of the page on. Found by a name that all scripts know, as each script of the published site has a copy
 * of this module.
 */

/** What browsers call a worker that was started from a blob, and the compiling of WebAssembly. */
const BLOB = "blob";
const COMPILING = "wasm-eval";
/** One of this site's own files. */
const FILE = "file";

/** @returns {Set<string>} grows while the page lives */
export function watchPolicy() {
  globalThis.followupForbidden ??= watch();
  return globalThis.followupForbidden;
}

/** @returns {boolean} whether no worker may be started from a blob */
export function isBlobForbidden() {
  return watchPolicy().has(BLOB);
}

/** @returns {boolean} whether the policy is a reason why Python does not start */
export function isPythonForbidden() {
  return watchPolicy().size > 0;
}

/** A worker that was started otherwise works. */
export function forgetBlob() {
  watchPolicy().delete(BLOB);
}

function watch() {
  const forbidden = new Set();
  document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
    if (disposition !== "report") forbidden.add(kindOf(blockedURI));
    forbidden.delete("");
  });
  return forbidden;
}

/** Extensions of the browser cause violations as well: those say nothing of Python. */
function kindOf(blocked) {
  if (blocked === BLOB || blocked.startsWith("blob:")) return BLOB;
  if (blocked === COMPILING) return COMPILING;
  return blocked.startsWith(location.origin) ? FILE : "";
}
