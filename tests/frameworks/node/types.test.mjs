// The types, beside the frameworks' own.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { project, root } from "./frameworks.mjs";

const bindings = path.join(root, "bindings-node");

test("the adapters' types compile under strict, and fit the frameworks'", () => {
  const ts = createRequire(path.join(bindings, "package.json"))("typescript");
  const file = path.join(project, "usage.mts");
  copyFileSync(fileURLToPath(new URL("types/usage.mts", import.meta.url)), file);
  const program = ts.createProgram({
    rootNames: [file],
    options: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
      // wxseal is a link here, and finds the frameworks beside it all the same.
      preserveSymlinks: true,
      types: ["node"],
      typeRoots: [path.join(bindings, "node_modules/@types")],
    },
  });
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  const host = { getCurrentDirectory: () => project, getCanonicalFileName: (name) => name, getNewLine: () => "\n" };
  assert.equal(ts.formatDiagnostics(problems, host), "");
});
