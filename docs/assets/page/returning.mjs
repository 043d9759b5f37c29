/**
 * Runs in the head of the pages that show the date, for whoever comes back: the first frame shows what they
 * saw last. The published site has it in the page itself, like early.mjs.
 */

import { workerAddress } from "../python/worker_start.mjs";
import { paintFirstFrame } from "../views/first_frame.mjs";

paintFirstFrame(workerAddress());
