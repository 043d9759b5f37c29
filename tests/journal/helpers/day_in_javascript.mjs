// Reads moments (years, months, days, as the device's clock shows them; or null for a clock that
// shows none) and writes the day that the page takes for today, a line each.
import { createInterface } from "node:readline";
import { localDay } from "../../../docs/assets/fields/boxes.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const shown = JSON.parse(line);
  const clock = new Date(2026, 0, 1, 12);
  if (shown === null) clock.setTime(Number.NaN);
  else clock.setFullYear(...shown);
  console.log(JSON.stringify(localDay(clock)));
}
