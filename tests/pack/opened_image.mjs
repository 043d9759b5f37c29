/**
 * Starts Python from its memory image, and prints as JSON what it holds: `kept`, the names of functions that
 * have kept results; `calls`, how many functions of the program are called as it is opened with
 * the guide of the build, and with another; `warm`, how many steps of bytecode have been made faster ones, as
 * an interpreter does with what it runs often.
 *
 * node opened_image.mjs FOLDER
 */

import path from "node:path";
import { loadImage, readJson } from "../../py/followup_site/runtime/ask_runtime.mjs";
import { runScript } from "../../py/followup_site/runtime/node_pyodide.mjs";
import { COUNT_CALLS } from "./count_calls.mjs";

const look = (guide) => `${COUNT_CALLS}
import functools, gc, json
from followup import app

gc.unfreeze()
objects = gc.get_objects()
caches = [one for one in objects if isinstance(one, functools._lru_cache_wrapper)]
kept = sorted({one.__name__ for one in caches if one.cache_info().currsize})
codes = [one.__code__ for one in objects if type(one) is type(calls)]
def other_steps(code):
    pairs = zip(code.co_code[::2], code._co_code_adaptive[::2])
    return sum(step != CACHE and step != now for step, now in pairs)

CACHE = 0
warm = sum(other_steps(one) for one in codes if "/followup/" in one.co_filename)
guide = ${JSON.stringify(guide)}
json.dumps({"kept": kept, "warm": warm, "calls": {"opened": calls(lambda: app.open_app(guide)), "anew": calls(lambda: app.open_app(guide + " "))}})
`;

await runScript(async ([folder]) => {
  const guide = JSON.stringify(readJson(path.join(folder, "guide.json")));
  const python = await loadImage(folder);
  console.log(python.runPython(look(guide)));
});
