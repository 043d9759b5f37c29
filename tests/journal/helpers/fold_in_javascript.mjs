// Folds the records of each line of standard input with the page's own folds, after the journal has
// read them out of a storage, and writes what came out, a line each.
import { createInterface } from "node:readline";
import { openJournal } from "../../../docs/assets/journal/journal.mjs";
import {
  foldAsides,
  foldDeleted,
  foldEmployers,
  foldTicks,
} from "../../../docs/assets/store/records.mjs";
import { FakeStorage } from "./storage.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const { records, interview } = JSON.parse(line);
  const local = new FakeStorage().handle();
  for (const [key, text] of Object.entries(records)) local.setItem(`followup./.r.${key}`, text);
  const read = openJournal("/", { local, session: null, mirror: null }).records();
  const sorted = (folded) => [...folded].sort(([a], [b]) => (a < b ? -1 : 1));
  const folds = {
    ticks: sorted(foldTicks(read, interview)),
    asides: sorted(foldAsides(read, interview)),
    deleted: sorted(foldDeleted(read)),
    employers: sorted(foldEmployers(read)),
  };
  console.log(JSON.stringify(folds));
}
