/**
 * The status line: one sentence at a time, said once, that does not stay in the way. Two of one moment
 * are said after each other. What goes well is only heard, as it is seen where it was done; what concerns
 * the whole is seen as well.
 */

const SHOWN_FOR = 8_000;
/** Milliseconds in which a screen reader may not have begun yet: what comes then is said after the last. */
const NOT_HEARD_YET = 1_000;
const LOOK_AGAIN = 1_000;
const DONE_FOR = 4_000;
/** Pixels between the line and what has the focus, for its outline. */
const ROOM = 8;

let timer;
let last = { sentence: "", at: -NOT_HEARD_YET };

/**
 * @param {string} name of a sentence that the build put into the page, for when Python is not there
 *   to say it
 * @returns {string}
 */
export function words(name) {
  const quoted = CSS.escape(name);
  return (
    document.querySelector(`template[data-words="${quoted}"]`)?.content.textContent.trim() ?? ""
  );
}

/**
 * @param {string} sentence
 * @param {{ isSeen?: boolean }} [how] seen: over the end of the page, and not by screen readers alone
 */
export function say(sentence, { isSeen = true } = {}) {
  const status = document.querySelector("[data-status]");
  if (!status || !sentence) return;
  const isLost = performance.now() - last.at < NOT_HEARD_YET && last.sentence !== sentence;
  status.textContent = isLost ? `${last.sentence} ${sentence}` : sentence;
  last = { sentence, at: performance.now() };
  clearTimeout(timer);
  if (!isSeen) {
    status.dataset.past = "";
    return;
  }
  delete status.dataset.past;
  timer = setTimeout(() => letGo(status), SHOWN_FOR);
  uncover(status);
}

/**
 * Say on a button that it has done what it does, in the place of its own words.
 *
 * @param {HTMLElement} button
 * @param {string} sentence a word or two
 */
export function showDone(button, sentence) {
  button.dataset.done = sentence;
  setTimeout(() => delete button.dataset.done, DONE_FOR);
}

/** Out of sight only: a screen reader can still find what was said last. */
function letGo(status) {
  const isRead = status.matches(":hover") || status.contains(document.activeElement);
  if (isRead) timer = setTimeout(() => letGo(status), LOOK_AGAIN);
  else status.dataset.past = "";
}

/** The line stands over the end of what is seen: what has the focus moves out from under it. */
function uncover(status) {
  const block = status.closest(".runtime") ?? status;
  const focused = document.activeElement;
  if (!focused || focused === document.body || block.contains(focused)) return;
  const line = block.getBoundingClientRect();
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom > line.top && top < line.bottom) {
    scrollBy({ top: bottom - line.top + ROOM, behavior: "instant" });
  }
}
