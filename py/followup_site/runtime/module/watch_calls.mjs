/**
 * Runs the program in Pyodide with a module that notes which of its functions are called, and tells
 * which these were. In Node or in a browser, with the script pyodide.asm.js loaded.
 */

import { answerAll } from "../answer_all.mjs";

const CALLED = "called";

/**
 * What goes wrong on some day, and what takes much room or work, beside what the questions do. It
 * matters that each is tried, not what comes of it.
 */
const MISHAPS = [
  "1 / 0",
  "{}['missing']",
  "None.missing",
  "def deeper(): deeper()\ndeeper()",
  "import missing",
  "'\\ud800'.encode()",
  "raise ValueError('two') from KeyError('one')",
  "import traceback; traceback.format_stack()",
  "import json; json.loads('{')",
  "import json; json.loads(json.dumps({str(n): [n, n / 3, None, True, 'é'] for n in range(5000)}))",
  "import followup.app; followup.app.open_app('{}')",
  "import gc; ring = [[] for n in range(50_000)]; [one.append(ring) for one in ring]; del ring; gc.collect()",
  "all = {n: str(n) for n in range(50_000)}; [all.pop(n) for n in range(0, 50_000, 2)]; sorted(all.values())",
  "import zlib; zlib.decompress(zlib.compress(bytes(range(256)) * 4000))",
  "import re; re.sub('(a|b)+?c', 'd', 'abac' * 5000)",
  "('a' * 5000 + 'b').find('a' * 300 + 'b')",
  "len(bytearray(40_000_000))",
];

/**
 * @param {() => Promise<object>} start starts Python in one way
 * @param {string} guide
 * @param {string[]} asks questions to the program
 * @returns {Promise<number[]>} the numbers of the functions that were called
 */
export async function callsOf(start, guide, asks) {
  let called = null;
  const create = globalThis._createPyodideModule;
  globalThis._createPyodideModule = (settings) => {
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, receive) =>
      instantiate(imports, (instance, module) => {
        const { [CALLED]: memory, ...exports } = instance.exports;
        called = new Uint8Array(memory.buffer);
        receive({ exports }, module);
      });
    return create(settings);
  };
  const python = await start();
  answerAll(python, guide, asks);
  for (const mishap of MISHAPS) {
    try {
      python.runPython(mishap);
    } catch {
      // That was the point of it.
    }
  }
  python.pyimport("followup.app").destroy(); // what the browser's collector of garbage does some day
  return [...called.keys()].filter((index) => called[index] === 1);
}
