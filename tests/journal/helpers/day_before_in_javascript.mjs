// Reads moments (a zone, and the time there without one, as in 2026-03-29T00:00:30) and writes the day that
// the page takes for today, and the one that it takes for yesterday, a line each.
import { createInterface } from "node:readline";
import { dayBefore, localDay } from "../../../docs/assets/fields/boxes.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const { zone, time } = JSON.parse(line);
  process.env.TZ = zone;
  const clock = new Date(time);
  console.log(JSON.stringify([localDay(clock), dayBefore(clock)]));
}
