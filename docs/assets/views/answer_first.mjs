/**
 * The answer first: whoever comes to a page with a plan finds the answer before the questions. Somebody
 * new finds the questions, and the answer fills in below them: nothing changes its place under a finger.
 */

import { interviewOf } from "../store/records.mjs";
import { isInUse } from "./folds.mjs";

const ACTS = ["pointerdown", "keydown", "input"];
/** How a record says that the interview date was answered. */
const ANSWER = '"question":"interview"';

export function watchAnswerFirst() {
  /** Whether the reader has done anything here since the page came. */
  let isTouched = false;

  /** Another page has come, or the page shows another interview. */
  function arrive() {
    isTouched = false;
  }

  /**
   * Before anything is known of old, as after a new version: whoever has answered will have an answer.
   *
   * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
   */
  function expect(journal) {
    const questions = document.getElementById("answer-first");
    const isOwn = (text) => text.includes(ANSWER) && interviewOf(text) === journal.interview();
    if (!Array.from(journal.records().values()).some(isOwn)) return;
    if (questions) questions.dataset.known = "";
    const question = document.getElementById("interview-question");
    if (question instanceof HTMLDetailsElement && !isInUse(question)) question.open = false;
  }

  /** Put them in order, unless the reader is at them already. */
  function arrange() {
    const isKnown = document.getElementById("answer-first")?.dataset.known !== undefined;
    const [questions, answer] = ["ask", "next-step"].map((name) =>
      document.querySelector(`[data-panel="${name}"]`),
    );
    if (!questions || !answer || isTouched || isIn(questions) || isIn(answer)) return;
    const [first, second] = isKnown ? [answer, questions] : [questions, answer];
    if (first.nextElementSibling !== second) second.before(first);
  }

  const isIn = (panel) => panel.contains(document.activeElement);
  for (const act of ACTS) {
    addEventListener(act, () => (isTouched = true), { capture: true, passive: true });
  }
  return { arrive, expect, arrange };
}
