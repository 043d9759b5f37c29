/**
 * Focus: where the reader goes on when the button that was pressed is gone once the answer is shown.
 */

import { isField } from "./fields.mjs";

const VANISHING =
  "[data-remove], [data-edit], [data-delete], [data-undelete], [data-switch], [data-choose], [data-fill], " +
  "[data-exports], [data-exported-off], [data-take], [data-memory], [data-link-dates]";

/** @type {{ id: string, panel: Element | null } | null} */
let pressed = null;
/** @type {{ find: () => Element | null, from: Element | null } | null} */
let goal = null;

/** Remember each button that its own answer may take away. */
export function watchPresses() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.(VANISHING);
    // Where a press does not bring the focus, it cannot be lost either.
    const isFocused = button && button === document.activeElement;
    pressed = isFocused ? { id: button.id, panel: button.closest("[data-panel]") } : null;
  });
}

/**
 * @param {() => Element | null} find what shall get the focus once the next answer is shown, unless the
 *   reader is at another field by then
 */
export function goTo(find) {
  goal = { find, from: document.activeElement };
}

/** @param {Element} element that is to be seen: whatever is folded around it, or is it, opens */
export function reveal(element) {
  for (let it = element.closest("details"); it; it = it.parentElement?.closest("details") ?? null) {
    it.open = true;
  }
}

/** An answer was painted: bring the focus to where it was asked to be, or back from nowhere. */
export function settleFocus() {
  const asked = goal && !isElsewhere(goal.from) ? goal.find() : null;
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (asked) asked.focus();
  else if (pressed && isLost) bringBack(pressed);
  goal = null;
  pressed = null;
}

/** What is typed meanwhile would go on in another field. */
function isElsewhere(from) {
  const active = document.activeElement;
  return active !== null && active !== from && isField(active);
}

function bringBack({ id, panel }) {
  const again = id === "" ? null : document.getElementById(id);
  again?.focus({ preventScroll: true });
  if (again && document.activeElement === again) return;
  const start = panel && (headingBefore(panel) ?? panel);
  if (!start) return;
  if (start.tabIndex < 0) start.tabIndex = -1;
  start.focus();
}

function headingBefore(panel) {
  const headings = Array.from(document.querySelectorAll("h1, h2, h3, h4"));
  const isBefore = (it) => panel.compareDocumentPosition(it) === Node.DOCUMENT_POSITION_PRECEDING;
  return headings.filter(isBefore).pop() ?? null;
}
