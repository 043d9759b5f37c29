// Answers each line of standard input with what the page's own code makes of it: whether a text is
// shallow, whether another is the same record and more, the keys that are set back, what a merge
// leaves, or how long a check takes of a text that is repeated.
import { createInterface } from "node:readline";
import { openJournal } from "../../../docs/assets/journal/journal.mjs";
import { isMore, isShallow, setBack } from "../../../docs/assets/store/records.mjs";
import { unseal } from "../../../docs/assets/store/seal.mjs";
import { FakeStorage } from "./storage.mjs";

const CHECKS = { shallow: isShallow, seal: (text) => unseal("r.1.a.1", text) };

const answers = {
  shallow: ({ text }) => isShallow(text),
  more: ({ own, other }) => isMore(own, other),
  setBack: ({ keys }) => Object.fromEntries(setBack(keys)),
  merge: ({ here, incoming }) => {
    const local = new FakeStorage().handle();
    for (const [key, text] of Object.entries(here)) local.setItem(`followup./.r.${key}`, text);
    const journal = openJournal("/", { local, session: null, mirror: null });
    journal.merge(new Map(Object.entries(incoming)), [], "2026-11-24");
    return Object.fromEntries(journal.records());
  },
  time: ({ check, start, piece, count }) => {
    const text = start + piece.repeat(count);
    let best = Number.POSITIVE_INFINITY;
    for (let time = 0; time < 5; time += 1) {
      const before = process.cpuUsage().user;
      for (let number = 0; number < 5; number += 1) CHECKS[check](text);
      best = Math.min(best, process.cpuUsage().user - before);
    }
    return best;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  console.log(JSON.stringify(answers[question.asked](question)));
}
