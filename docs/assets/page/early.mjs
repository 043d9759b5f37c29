/**
 * Runs before everything else on pages with tools, so that Python starts while the page is on its
 * way, and that what is typed meanwhile is known as typed. The published site has it in the page itself, as
 * a script of the old kind, which waits for nothing (py/followup_site/publish/finish.py).
 */

import { watchTouches } from "../fields/touched.mjs";
import { startEarly, workerAddress } from "../python/worker_start.mjs";
import { notePresses } from "../views/press.mjs";
import { awaitTheme } from "./late_theme.mjs";

watchTouches();
notePresses();
noteReturn();
startEarly(workerAddress());
awaitTheme();

/** Whoever has a plan sees the tools with it: they wait for it, for a moment at most. */
function noteReturn() {
  try {
    const isRecord = (name) => /^followup\..*\.[rs]\./.test(name);
    if (Object.keys(localStorage).some(isRecord)) document.documentElement.dataset.returns = "";
  } catch {
    // No local storage, and so nothing to wait for.
  }
}
