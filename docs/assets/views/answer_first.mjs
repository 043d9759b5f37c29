/**
 * The answer first: whoever comes to a page with a plan finds the answer before the questions. Somebody
 * new finds the questions, and the answer fills in below them: nothing changes its place under a finger.
 */

const ACTS = ["pointerdown", "keydown", "input"];

export function watchAnswerFirst() {
  /** Whether the reader has done anything here since the page came. */
  let isTouched = false;

  /** Another page has come, or the page shows another interview. */
  function arrive() {
    isTouched = false;
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
  return { arrive, arrange };
}
