/**
 * How far the reader's clock is from world time, now and on the days to come. Only the browser knows;
 * Python needs it for calendar entries.
 */

/**
 * As far as a plan can reach: an interview in three calendar years, the longest waits, all messages,
 * every closed day. The number stands in calendar_file.py too.
 */
const DAYS = 4400;
/** Of days looked at, the next one. No clock is put forward and back again within such a time. */
const STRIDE = 7;
const HOUR = 10;
/** Python knows no later one. */
const LAST_YEAR = 9999;

/** @typedef {[string, number][]} Offsets minutes east of UTC, each from its day on */

/**
 * @param {Date} now
 * @param {(day: Date) => string} dayOf gives a day as YYYY-MM-DD
 * @returns {Offsets} at 10 o'clock, from today on
 */
export function offsetsFrom(now, dayOf) {
  const timeOf = (count) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + count, HOUR);
  // Not -0, which JSON would not tell from 0 but a comparison of texts would.
  const minutesOn = (count) => 0 - timeOf(count).getTimezoneOffset();
  let minutes = minutesOn(0);
  /** @type {Offsets} */
  const offsets = [[dayOf(timeOf(0)), minutes]];
  for (let count = 0; count + 1 < DAYS; count += STRIDE) {
    const last = Math.min(count + STRIDE, DAYS - 1);
    if (timeOf(last).getFullYear() > LAST_YEAR) break;
    if (minutesOn(last) === minutes) continue;
    const first = firstOther(minutesOn, count, last);
    minutes = minutesOn(last);
    offsets.push([dayOf(timeOf(first)), minutes]);
  }
  return offsets;
}

/** @returns {number} the first count after `same` whose offset is not that of `same`; `other`'s is not */
function firstOther(minutesOn, same, other) {
  const minutes = minutesOn(same);
  let [before, after] = [same, other];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (minutesOn(middle) === minutes) before = middle;
    else after = middle;
  }
  return after;
}
