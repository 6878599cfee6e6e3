import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import { root } from "./corpus.mjs";
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

test("what goes to npm installs offline, without a script, and has its types", (t) => {
  const folder = emptyProject(t);
  install(folder, ...archives(t).filter((file) => !file.includes("cli")));
  const installed = path.join(folder, "node_modules/wxseal");
  assert.deepEqual(
    readdirSync(installed).filter((file) => file.endsWith(".node")),
    [],
  );
  assert.equal(JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")).scripts, undefined);
  assert.equal(loaded(folder), `${manifest.version} ${manifest.version}`);

  cpSync(path.join(source, "test/types"), path.join(folder, "types"), { recursive: true });
  symlinkSync(path.join(source, "node_modules/@types"), path.join(folder, "node_modules/@types"), "junction");
  const tsc = path.join(source, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--types", "node"];
  succeed(folder, process.execPath, tsc, ...options, "types/usage.mts", "types/usage.cts");
});

test("without the package of its platform it says why, and which platforms have one", (t) => {
  const folder = emptyProject(t);
  install(
    folder,
    archives(t).find((file) => /wxseal-\d/.test(file)),
  );
  const on = (platform) => {
    const script = `Object.defineProperty(process, "platform", { value: "${platform}" }); require("wxseal")`;
    return spawnSync(process.execPath, ["--eval", script], { cwd: folder, encoding: "utf8" }).stderr;
  };
  assert.match(on(process.platform), /^Error: wxseal's addon for \w+-\w+ was left out at install: .*--omit=optional$/m);
  assert.match(
    on("sunos"),
    /^Error: wxseal has no addon for sunos-\w+, only for linux-x64-gnu, .*, win32-arm64-msvc: build one .*bindings-node`$/m,
  );
});

test("wxseal-cli runs the program of its platform, and ends as it ends", async (t) => {
  const folder = emptyProject(t);
  install(
    folder,
    archives(t).find((file) => file.includes("cli")),
  );
  const shim = path.join(folder, "node_modules/wxseal-cli/wxseal.js");
  const { status, stderr } = spawnSync(process.execPath, [shim, "demo"], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /^wxseal-cli: the program for \w+-\w+ was left out at install: .*--omit=optional\n$/);

  const program = path.join(folder, `node_modules/@wxseal/cli-${process.platform}-${process.arch}/wxseal`);
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, '#!/bin/sh\necho "$@"\n[ "$1" = wait ] || exit 3\nread -r line\n', { mode: 0o755 });
  const ended = spawnSync(process.execPath, [shim, "a b", "--c"], { encoding: "utf8" });
  assert.deepEqual([ended.status, ended.stdout], [3, "a b --c\n"]);

  const waiting = spawn(process.execPath, [shim, "wait"], { stdio: "pipe" });
  await once(waiting.stdout, "data");
  waiting.kill("SIGTERM");
  assert.deepEqual(await once(waiting, "exit"), [null, "SIGTERM"]);
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

/** What a release would send to npm, of what can be packed here. */
function archives(t) {
  const folder = emptyProject(t);
  succeed(path.join(root, "packaging"), "python3", "-m", "parts.npm", folder);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tgz"))
    .map((file) => path.join(folder, file));
}

function install(folder, ...files) {
  succeed(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", ...files);
}

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
