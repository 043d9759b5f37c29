/**
 * What is answered when something was to be written: whether it is kept, and if not, why. Writes nothing
 * itself.
 */

/**
 * @typedef {{ key: string, isKept: boolean, isRefused?: boolean } | null} Written not kept: good until
 *   this page is left; refused: not even that, as newer data must not be touched; null: too long to
 *   be a record, or nothing to do
 */

/** @type {Written} */
export const REFUSED = { key: "", isKept: false, isRefused: true };
