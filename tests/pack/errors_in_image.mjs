/**
 * Lets Python that started from its memory image fail, and prints what it says.
 *
 * node errors_in_image.mjs FOLDER
 */

import { loadImage } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";

await runScript(async ([folder]) => {
  const python = await loadImage(folder);
  for (const call of [
    "import json; json.loads('{')",
    "from followup.app import open_app; open_app('{}')",
  ]) {
    try {
      python.runPython(call);
    } catch (error) {
      console.log(error.message);
    }
  }
});
