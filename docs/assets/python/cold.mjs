/**
 * Pyodide's module comes in two: functions that the program calls, and all others. This loads the
 * second when one of the others is called, in the middle of that call. py/followup_site/
 * runtime/module/split_module.mjs makes the two, and says how they reach one another.
 */

/** What the first module exports for the second begins so. */
const FOR_COLD = "hot:";
const TABLE = "hot:between";
/** The place in the table that holds what loads the second module. */
const LOADER = 0;

/**
 * Have the second module loaded when it is needed. A module that is whole needs none.
 *
 * @param {{ instantiateWasm: Function }} settings of Pyodide's module that is about to be made
 * @param {() => BufferSource} loadCold gets the second module at once, or throws
 */
export function linkCold(settings, loadCold) {
  const instantiate = settings.instantiateWasm;
  settings.instantiateWasm = (imports, receive) =>
    instantiate(imports, (instance, module) => {
      const all = Object.entries(instance.exports);
      const exports = Object.fromEntries(all.filter(([name]) => !name.startsWith(FOR_COLD)));
      const link = () => {
        const cold = new WebAssembly.Module(loadCold());
        new WebAssembly.Instance(cold, { ...imports, hot: instance.exports });
      };
      instance.exports[TABLE]?.set(LOADER, callable(link));
      receive({ exports }, module);
    });
}

/** Return a function that takes and gives nothing as a table of functions can hold it. */
function callable(work) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(PASSED_ON), { on: { work } });
  return exports.work;
}

/** A module that imports on.work and exports it as work. */
const PASSED_ON = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[0x01, 4, 1, 0x60, 0, 0],
  ...[0x02, 11, 1, 2, 0x6f, 0x6e, 4, 0x77, 0x6f, 0x72, 0x6b, 0, 0],
  ...[0x07, 8, 1, 4, 0x77, 0x6f, 0x72, 0x6b, 0, 0],
]);
