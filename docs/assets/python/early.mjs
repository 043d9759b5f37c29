/**
 * Runs before everything else on pages with tools, so that Python starts while the page is on its
 * way, and that what is typed meanwhile is known as typed. The published site has it as a script of the old kind, which does not wait for the page.
 */

import { watchTouches } from "../fields/touched.mjs";
import { startEarly } from "./worker_start.mjs";

watchTouches();
const own = document.querySelector("script[data-early]").src;
startEarly(new URL("worker.mjs", own).href);
