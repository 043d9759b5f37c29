/** Loaded first on pages with tools: Python then starts while the rest of the page is on its way. */

import { startEarly } from "./worker_start.mjs";

const here = (name) => new URL(name, import.meta.url).href;
startEarly(here("worker.mjs"), here("runtime/"));
