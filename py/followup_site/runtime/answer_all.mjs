/** Asks the program questions, in Node or in a browser. */

/** Answer every question through the program's one door; one that is refused, by its error's name. */
export function answerAll(python, guide, asks) {
  const step = python.pyimport("followup.app").open_app(guide);
  return asks.map((ask) => {
    try {
      return step(ask);
    } catch (error) {
      return `raises ${error.type ?? error}`;
    }
  });
}
