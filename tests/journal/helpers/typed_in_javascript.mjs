// Reads what stands in the three boxes of a date, and the browser's language; writes what the page
// puts into the record, a line each.
import { createInterface } from "node:readline";
import { typedIn } from "../../../docs/assets/fields/boxes.mjs";

const PLACES = ["day", "month", "year"];

for await (const line of createInterface({ input: process.stdin })) {
  const { boxes, language } = JSON.parse(line);
  Object.defineProperty(globalThis, "navigator", { value: { language }, configurable: true });
  const placeOf = (selector) => PLACES.findIndex((part) => selector.includes(`"${part}"`));
  const fieldset = { querySelector: (selector) => ({ value: boxes[placeOf(selector)] }) };
  console.log(JSON.stringify(typedIn(/** @type {any} */ (fieldset))));
}
