import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import { emptyProject, project, source } from "./project.mjs";

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));
const addon = readdirSync(source).find((file) => file.endsWith(".node"));

// npm 9 copies a folder, later ones link it. Neither may run a script: npm 12 would not.
for (const [how, link] of [
  ["--no-install-links", true],
  ["--install-links", false],
]) {
  test(`npm install --ignore-scripts ${how} of the folder`, (t) => {
    const folder = emptyProject(t);
    succeed(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", how, source);
    assert.equal(lstatSync(path.join(folder, "node_modules/wxseal")).isSymbolicLink(), link);
    assert.equal(loaded(folder), `${manifest.version} ${manifest.version}`);
  });
}

test("npm pack takes the files that are needed, and no others", () => {
  const { stdout } = succeed(source, "npm", "pack", "--dry-run", "--json", "--ignore-scripts");
  const packed = Object.values(JSON.parse(stdout))[0].files.map(({ path }) => path);
  const needed = ["README.md", "package.json", ...files()];
  assert.deepEqual(packed.filter((file) => !/^LICENSE-.*$|\.node$/.test(file)).sort(), needed.sort());
});

test("without an addon it says what to do", (t) => {
  assert.throws(
    () => require(unpack(t)),
    /^Error: wxseal has no addon for \w+-\w+: build one .*bindings-node\/build`, then `npm install path\/to\/wxseal\/bindings-node`$/,
  );
});

test("an addon that does not load is named with the reason", (t) => {
  const installed = unpack(t);
  writeFileSync(path.join(installed, addon), "not one");
  assert.throws(() => require(installed), /^Error: wxseal's addon does not load: .*\bwxseal\.[\w-]+\.node: \S/);
});

test("an addon of another version is refused", (t) => {
  const installed = unpack(t, { version: "99.0.0" });
  cpSync(path.join(source, addon), path.join(installed, addon));
  assert.throws(() => require(installed), {
    message: `wxseal 99.0.0 found an addon of ${manifest.version}: install or build that of 99.0.0`,
  });
});

for (const [version, found] of [
  ["", "none"],
  ["1.63.0", "1.63"],
]) {
  test(`with ${found === "none" ? "no cargo" : `cargo ${found}`} it says which Rust it needs`, (t) => {
    const bin = emptyProject(t);
    if (version) writeFileSync(path.join(bin, "cargo"), `#!/bin/sh\necho "cargo ${version}"\n`, { mode: 0o755 });
    const { status, stderr } = spawnSync(process.execPath, [path.join(source, "build")], {
      env: { PATH: bin, HOME: bin, USERPROFILE: bin },
      encoding: "utf8",
    });
    assert.equal(status, 1);
    const told = `^wxseal: Rust 1\\.\\d+ or later is needed, and here is ${found}: .*rustup.*rustc-web cargo-web\`\n$`;
    assert.match(stderr, new RegExp(told));
  });
}

test("the example of the README runs", (t) => {
  const [, example] = /```js\n(import \{ readFileSync.*?)```/s.exec(
    readFileSync(path.join(source, "README.md"), "utf8"),
  );
  const folder = project(t, "examples/push.json");
  const { stdout } = succeed(folder, process.execPath, "--input-type=module", "--eval", example);
  const [message, ...reply] = stdout.trim().split("\n");
  assert.equal(JSON.parse(message).debug_str, "hello world");
  assert.equal(JSON.parse(reply.join("\n")).Nonce, "415670741");
});

/** The files of the package without an addon, as they lie in node_modules of a project. */
function unpack(t, changes) {
  const installed = path.join(emptyProject(t), "node_modules/wxseal");
  for (const file of files()) cpSync(path.join(source, file), path.join(installed, file));
  writeFileSync(path.join(installed, "package.json"), JSON.stringify({ ...manifest, ...changes }));
  return installed;
}

function files() {
  return manifest.files.filter((file) => /\.(js|mjs|ts|mts)$/.test(file));
}

/** The version of the addon, by `require` and by `import`. */
function loaded(folder) {
  const required = succeed(folder, process.execPath, "--print", "require('wxseal').version");
  const imported = succeed(
    folder,
    process.execPath,
    "--input-type=module",
    "--eval",
    "import { version } from 'wxseal'; console.log(version)",
  );
  return `${required.stdout.trim()} ${imported.stdout.trim()}`;
}

function succeed(cwd, command, ...args) {
  const result = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(result.status, 0, `${command} ${args.join(" ")}\n${result.error ?? ""}${result.stdout}${result.stderr}`);
  return result;
}
