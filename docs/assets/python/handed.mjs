/**
 * Which records the worker holds, so that only what is new is handed over to it. It can lose them at any
 * moment, and says so; then it gets all.
 */

/** The answer to a question that goes over records which are not held. */
const LOST = '{"lost":true}';

/**
 * @param {ReturnType<typeof import("./runtime.mjs").makeRuntime>} runtime
 */
export function handOver(runtime) {
  /** @type {Map<string, string> | null} null if all are to be handed over */
  let held = null;
  let number = 0;

  /**
   * @param {Map<string, string>} records all that the question stands for
   * @param {object} fields the rest of it
   * @param {boolean} [isWhole] see runtime.mjs
   * @returns {Promise<string | null>} the answer; null if there will be none
   */
  async function ask(records, fields, isWhole) {
    if (runtime.isNew()) held = null;
    const answer = await put(records, fields, isWhole);
    if (answer !== LOST) return answer;
    held = null;
    return put(records, fields, isWhole);
  }

  function put(records, fields, isWhole) {
    const asked = JSON.stringify({ ...fields, ...partOf(records) });
    return runtime.ask(asked, isWhole);
  }

  function partOf(records) {
    const over = number;
    const last = held;
    number += 1;
    held = records;
    if (last === null) return { records: Object.fromEntries(records), number };
    const news = Array.from(records).filter(([key, text]) => last.get(key) !== text);
    const dropped = Array.from(last.keys()).filter((key) => !records.has(key));
    return { records: Object.fromEntries(news), number, over, dropped };
  }

  return { ask };
}
