import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import { emptyProject, project, source } from "./project.mjs";

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));

// Both come back to the cargo that has already built the addon.
for (const [how, link] of [
  ["--no-install-links", true],
  ["--install-links", false],
]) {
  test(`npm install ${how} of the folder`, (t) => {
    const folder = emptyProject(t);
    succeed(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", how, source);
    const installed = path.join(folder, "node_modules/wxseal");
    assert.equal(lstatSync(installed).isSymbolicLink(), link);
    assert.ok(existsSync(path.join(installed, "wxseal.node")));
    assert.equal(loaded(folder), `${manifest.version} ${manifest.version}`);
  });
}

test("npm pack takes the files that are needed, and no others", () => {
  const { stdout } = succeed(source, "npm", "pack", "--dry-run", "--json", "--ignore-scripts");
  const packed = Object.values(JSON.parse(stdout))[0].files.map(({ path }) => path);
  const needed = ["README.md", "package.json", ...files()];
  assert.deepEqual(packed.filter((file) => !/^(LICENSE-.*|prebuilds\/.*)$/.test(file)).sort(), needed.sort());
});

test("a prebuilt addon needs neither cargo nor a checkout", (t) => {
  const installed = unpack(t);
  const prebuilt = require(path.join(installed, "prebuilt.js"))();
  mkdirSync(path.dirname(prebuilt));
  renameSync(path.join(installed, "wxseal.node"), prebuilt);
  const { status, stderr } = install(installed);
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.equal(loaded(path.dirname(path.dirname(installed))), `${manifest.version} ${manifest.version}`);
});

test("without an addon and a checkout it says what to do", (t) => {
  const installed = unpack(t);
  renameSync(path.join(installed, "wxseal.node"), path.join(installed, "elsewhere"));
  const { status, stderr } = install(installed);
  assert.equal(status, 1);
  assert.match(stderr, /^wxseal: this package has no addon for .*npm install path\/to\/wxseal\/bindings-node\n$/);
  assert.throws(() => require(installed), /has not been built for .*npm rebuild wxseal/);
});

test("without cargo it says what to do", (t) => {
  const installed = unpack(t);
  const { status, stderr } = install(installed, { npm_package_resolved: `file:${source}` });
  assert.equal(status, 1);
  assert.match(stderr, /^wxseal: cargo is missing\. Building wxseal needs Rust .*rustup/);
});

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

/** The files of the package, as they lie in node_modules of a project that got them from a registry, with the addon. */
function unpack(t) {
  const installed = path.join(emptyProject(t), "node_modules/wxseal");
  for (const file of ["package.json", "wxseal.node", ...files()])
    cpSync(path.join(source, file), path.join(installed, file));
  return installed;
}

function files() {
  return manifest.files.filter((file) => /\.(js|mjs|ts|mts)$/.test(file));
}

/** Runs the install script where there is no cargo. */
function install(installed, environment = {}) {
  const nowhere = path.join(installed, "nowhere");
  const env = { ...environment, PATH: nowhere, HOME: nowhere, USERPROFILE: nowhere };
  return spawnSync(process.execPath, ["install.js"], { cwd: installed, env, encoding: "utf8" });
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
