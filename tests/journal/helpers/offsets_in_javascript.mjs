// Works out the offsets of a zone, as asked for in each line of standard input, once as the page does
// and once by looking at each day; writes both, and how often the page looked at its clock.
import { createInterface } from "node:readline";
import { localDay } from "../../../docs/assets/fields/boxes.mjs";
import { offsetsFrom } from "../../../docs/assets/page/offsets.mjs";

const plain = Date.prototype.getTimezoneOffset;

for await (const line of createInterface({ input: process.stdin })) {
  const { zone, now, days } = JSON.parse(line);
  process.env.TZ = zone;
  let looks = 0;
  Date.prototype.getTimezoneOffset = function counted() {
    looks += 1;
    return plain.call(this);
  };
  const start = new Date(now);
  const found = offsetsFrom(start, localDay);
  Date.prototype.getTimezoneOffset = plain;
  const daily = [];
  for (let count = 0; count < days; count += 1) {
    const time = new Date(start.getFullYear(), start.getMonth(), start.getDate() + count, 10);
    const minutes = 0 - time.getTimezoneOffset();
    if (daily.at(-1)?.[1] !== minutes) daily.push([localDay(time), minutes]);
  }
  console.log(JSON.stringify([found, daily, looks]));
}
