/**
 * Starts Python from its memory image while the clock does what it hardly ever does, and prints for
 * each clock what Python answers. Without this it takes a thousand starts to see one of them.
 *
 * node start_at_any_time.mjs FOLDER
 */

import { loadImage } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";

const DAY = 86_400_000;

/** How far the clock goes on between two looks at it, in milliseconds. */
const STEPS = { standing: 0, slow: 0.001, leaping: 1, leaping_far: DAY };

await runScript(async ([folder]) => {
  for (const [name, step] of Object.entries(STEPS)) {
    let now = DAY;
    const look = () => {
      now += step;
      return now;
    };
    Date.now = look;
    performance.now = look;
    const python = await loadImage(folder);
    console.log(name, python.runPython("6 * 7"));
  }
});
