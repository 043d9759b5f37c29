// Folds the records of each line of standard input with the journal's own fold, and writes the
// ticks and the steps set aside of one interview, a line each.
import { createInterface } from "node:readline";
import { foldAsides, foldTicks } from "../../docs/assets/journal.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const { records, interview } = JSON.parse(line);
  const texts = new Map(Object.entries(records));
  const sorted = (fold) => [...fold(texts, interview)].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(JSON.stringify({ ticks: sorted(foldTicks), asides: sorted(foldAsides) }));
}
