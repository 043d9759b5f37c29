/**
 * How far the reader's clock is from world time, now and on the days to come. Only the browser knows;
 * Python needs it for calendar entries.
 */

const DAYS = 760;
const HOUR = 10;

/** @typedef {[string, number][]} Offsets minutes east of UTC, each from its day on */

/**
 * @param {Date} now
 * @param {(day: Date) => string} dayOf gives a day as YYYY-MM-DD
 * @returns {Offsets} at 10 o'clock, from today on
 */
export function offsetsFrom(now, dayOf) {
  /** @type {Offsets} */
  const offsets = [];
  for (let count = 0; count < DAYS; count += 1) {
    const time = new Date(now.getFullYear(), now.getMonth(), now.getDate() + count, HOUR);
    // Not -0, which JSON would not tell from 0 but a comparison of texts would.
    const minutes = 0 - time.getTimezoneOffset();
    if (offsets.at(-1)?.[1] !== minutes) offsets.push([dayOf(time), minutes]);
  }
  return offsets;
}
