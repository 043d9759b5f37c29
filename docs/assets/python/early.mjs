/**
 * Runs before everything else on pages with tools, so that Python starts while the page is on its
 * way, and that what is typed meanwhile is known as typed. The published site has it as a script of the old kind, which does not wait for the page.
 */

import { watchTouches } from "../fields/touched.mjs";
import { startEarly } from "./worker_start.mjs";

watchTouches();
noteReturn();
const own = document.querySelector("script[data-early]").src;
startEarly(new URL("worker.mjs", own).href);

/** Whoever has a plan sees the tools with it: they wait for it, for a moment at most. */
function noteReturn() {
  try {
    const isRecord = (name) => /^followup\..*\.[rs]\./.test(name);
    if (Object.keys(localStorage).some(isRecord)) document.documentElement.dataset.returns = "";
  } catch {
    // No local storage, and so nothing to wait for.
  }
}
