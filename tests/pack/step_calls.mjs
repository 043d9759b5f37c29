/**
 * Starts Python from its memory image, puts a question twice, and prints as JSON how many functions of the
 * program each takes. The second time all records are held.
 *
 * node step_calls.mjs FOLDER QUESTIONS
 *   QUESTIONS is a file with a JSON list of two texts.
 */

import path from "node:path";
import { loadImage, readJson } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";
import { COUNT_CALLS } from "./count_calls.mjs";

const count = (guide, questions) => `${COUNT_CALLS}
import json
from followup.app import open_app

step = open_app(${JSON.stringify(guide)})

json.dumps([calls(lambda: step(one)) for one in json.loads(${JSON.stringify(JSON.stringify(questions))})])
`;

await runScript(async ([folder, questions]) => {
  const guide = JSON.stringify(readJson(path.join(folder, "guide.json")));
  const python = await loadImage(folder);
  console.log(python.runPython(count(guide, readJson(questions))));
});
