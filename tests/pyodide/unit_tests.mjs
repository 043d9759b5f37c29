/**
 * Runs tests/unit with pytest inside Pyodide: our wheels as the browser gets them, the standard
 * library whole, since pytest needs more of it than the program does.
 *
 * node unit_tests.mjs ROOT RUNTIME TOOLS
 *   ROOT is the repository, RUNTIME holds our packed wheels, TOOLS the wheels of pytest.
 */

import { loadPyodide } from "pyodide";
import {
  importFrom,
  mount,
  runScript,
  unpackWheels,
} from "../../py/followup_site/node_pyodide.mjs";

const to = (stream) => ({ write: (bytes) => stream.write(bytes) && bytes.length });

await runScript(async ([root, runtime, tools]) => {
  const python = await loadPyodide({ env: { HOME: "/home", PYTHONDONTWRITEBYTECODE: "1" } });
  python.setStdout(to(process.stdout));
  python.setStderr(to(process.stderr));
  unpackWheels(python, tools, "/packages");
  unpackWheels(python, runtime, "/packages");
  mount(python, root, "/repository");
  importFrom(python, "/packages");
  importFrom(python, "/repository/tests/pyodide");
  return python.pyimport("unit_tests_inside").run("/repository");
});
