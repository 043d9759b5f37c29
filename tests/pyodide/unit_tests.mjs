/**
 * Runs unit tests with pytest inside Pyodide: the program as the browser gets it, the standard
 * library whole, since pytest needs more of it than the program does.
 *
 * node unit_tests.mjs ROOT RUNTIME TOOLS FOLDER...
 *   ROOT is the repository, RUNTIME holds the packed library, TOOLS the wheels of pytest, and the
 *   folders below ROOT hold the tests.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import {
  importFrom,
  mount,
  runScript,
  unpackWheels,
} from "../../py/followup_site/runtime/node_pyodide.mjs";

const to = (stream) => ({ write: (bytes) => stream.write(bytes) && bytes.length });

await runScript(async ([root, runtime, tools, ...folders]) => {
  const python = await loadPyodide({ env: { HOME: "/home", PYTHONDONTWRITEBYTECODE: "1" } });
  python.setStdout(to(process.stdout));
  python.setStderr(to(process.stderr));
  unpackWheels(python, tools, "/packages");
  const library = new Uint8Array(readFileSync(path.join(runtime, "library.zip")));
  python.unpackArchive(library, "zip", { extractDir: "/library" });
  python.pyimport("sys").path.append("/library"); // behind the whole one
  mount(python, root, "/repository");
  importFrom(python, "/packages");
  importFrom(python, "/repository/tests/pyodide");
  return python.pyimport("unit_tests_inside").run("/repository", folders);
});
