/**
 * Starts Python from its memory image, and prints how many modules of WebAssembly are compiled meanwhile. Each
 * function of the script whose number the module is given takes one.
 *
 * node start_work.mjs FOLDER
 */

import { loadImage } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";

await runScript(async ([folder]) => {
  let modules = 0;
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(made, its) {
      modules += 1;
      return Reflect.construct(made, its);
    },
  });
  await loadImage(folder);
  console.log(modules);
});
