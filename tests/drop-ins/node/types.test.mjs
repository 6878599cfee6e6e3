// The types, beside the peer's own.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { peer, project, root } from "./drop-ins.mjs";

const bindings = path.join(root, "bindings-node");
const compat = ["wechat-crypto", "register", "node-easywechat/Encryptor"].map(
  (name) => `node_modules/wxseal/compat/${name}.d.ts`,
);

test("they compile under strict, and fit what takes them", { skip: !peer("node-easywechat") }, () => {
  const ts = createRequire(path.join(bindings, "package.json"))("typescript");
  const usages = ["usage.cts", "usage.mts"];
  for (const name of usages)
    copyFileSync(fileURLToPath(new URL(`types/${name}`, import.meta.url)), path.join(project, name));
  const files = [...usages, ...compat].map((file) => path.join(project, file));
  const program = ts.createProgram({
    rootNames: files,
    options: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
      // wxseal is a link here, and finds the peer beside it all the same.
      preserveSymlinks: true,
      types: ["node"],
      typeRoots: [path.join(bindings, "node_modules/@types")],
    },
  });
  // Of these files alone: node-easywechat's own do not hold.
  const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  const host = { getCurrentDirectory: () => project, getCanonicalFileName: (name) => name, getNewLine: () => "\n" };
  assert.equal(ts.formatDiagnostics(problems, host), "");
});
