/**
 * Seals: a checksum at the end of every stored text, so that one that was damaged is known as such.
 *
 * What is stored is the text, "#" and 8 hexadecimal digits: the CRC-32 (as in zip files) of the name
 * under which it stands, a line end and the text. With the name in it, a text that has got under
 * another name is not taken either.
 */

const SEALED = /^(.*)#([0-9a-f]{8})$/s;
const encoder = new TextEncoder();

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1 ? 0xedb88320 : 0) ^ (value >>> 1);
  return value;
});

/** @param {string} name @param {string} text @returns {string} what is stored under the name */
export function seal(name, text) {
  return `${text}#${checksum(name, text)}`;
}

/** @param {Map<string, string>} texts by name @returns {[string, string][]} */
export function sealedOf(texts) {
  return Array.from(texts, ([name, text]) => [name, seal(name, text)]);
}

/**
 * @param {string} name
 * @param {string} stored
 * @returns {string | null} the text; null if it was damaged. A text of before there were seals has
 *   none, and is taken if it is whole.
 */
export function unseal(name, stored) {
  const [, text, sum] = SEALED.exec(stored) ?? [];
  if (text !== undefined) return sum === checksum(name, text) ? text : null;
  return isObject(stored) ? stored : null;
}

function checksum(name, text) {
  let sum = 0xffffffff;
  for (const byte of encoder.encode(`${name}\n${text}`)) {
    sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

function isObject(text) {
  try {
    return text.startsWith("{") && typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
