/**
 * Acts on dates that a link brings: they become answers of an interview, or go out of the address. What
 * is pressed says which days, so nothing is written but what stands in the page.
 */

import { localDay, typedDay } from "../fields/boxes.mjs";
import { goTo } from "../fields/focus.mjs";
import { randomWord } from "../journal/journal.mjs";

/** The questions by what names their days on a button. */
const QUESTIONS = { interview: "interviewDay", decision: "decisionDay" };

/**
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {ReturnType<typeof import("../copies/link_dates.mjs").openLinkDates>} linkDates
 * @param {{
 *   saveTyped: () => void,
 *   written: (written: import("../journal/written.mjs").Written) => void,
 *   done: (words: string) => void,
 * }} page as in `watchActs`
 */
export function actsOnLinkDates(journal, linkDates, page) {
  /** The second press of a double click would add a second interview. */
  function take({ dataset }, { detail }) {
    if (detail > 1) return;
    page.saveTyped();
    if (dataset.linkDates === "leave") return leave();
    const isNew = dataset.linkDates === "new";
    const id = isNew ? randomWord(12) : journal.interview();
    const answers = Object.entries(QUESTIONS)
      .filter(([, name]) => dataset[name])
      .map(([question, name]) => answerTo(question, dataset[name]));
    const written = journal.writeTogether(answers, id);
    if (written.every((one) => one && !one.isRefused)) {
      linkDates.clear();
      if (isNew) journal.switchTo(id);
      goTo(() => document.querySelector(".next-card[tabindex]"));
    }
    for (const one of written) page.written(one);
  }

  function leave() {
    linkDates.clear();
    page.done("left-out");
  }

  return { take };
}

function answerTo(question, day) {
  return { what: "answer", written: localDay(), question, typed: typedDay(day) };
}
