/**
 * Runs before everything else on pages with tools, so that Python starts while the page is on its
 * way. The published site has it as a script of the old kind, which does not wait for the page.
 */

import { startEarly } from "./worker_start.mjs";

const own = document.querySelector("script[data-early]").src;
startEarly(new URL("worker.mjs", own).href);
