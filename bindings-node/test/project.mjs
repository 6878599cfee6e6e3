// Temporary folders that are projects of a user's.

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { root } from "./corpus.mjs";

/** The folder of the package. */
export const source = path.join(root, "bindings-node");

/** An empty project, which goes away with the test. */
export function emptyProject(t) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "wxseal-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "project", version: "1.0.0", private: true }),
  );
  return folder;
}

/** A project that has wxseal installed, and copies of some of the repository's files. */
export function project(t, ...files) {
  const folder = emptyProject(t);
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(source, path.join(folder, "node_modules/wxseal"), "junction");
  for (const file of files) cpSync(path.join(root, file), path.join(folder, path.basename(file)));
  return folder;
}
