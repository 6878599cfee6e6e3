"use strict";

// Runs when the package is installed. A package with an addon for this platform needs nothing; a checkout of the
// repository is built with cargo. Nothing is downloaded by this script.
// `node install.js --build` builds even where there is a prebuilt addon.

const { spawnSync } = require("node:child_process");
const { copyFileSync, existsSync, renameSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const prebuilt = require("./prebuilt.js");

install();

function install() {
  if (!process.argv.includes("--build") && existsSync(prebuilt())) return;
  const checkout = findCheckout();
  if (!checkout) {
    fail(
      `this package has no addon for ${process.platform}-${process.arch}. Install it from a checkout of the repository, ` +
        "which builds it: npm install path/to/wxseal/bindings-node",
    );
  }
  // A process that has loaded the old addon keeps it: the new one takes its name, not its place.
  const target = path.join(__dirname, "wxseal.node");
  copyFileSync(build(checkout), `${target}.${process.pid}`);
  renameSync(`${target}.${process.pid}`, target);
}

/** npm 11 links a folder; npm 9, and `--install-links`, copy it and say from where. */
function findCheckout() {
  const candidates = [__dirname];
  const resolved = process.env.npm_package_resolved ?? "";
  if (resolved.startsWith("file:")) {
    candidates.push(path.resolve(process.env.npm_config_local_prefix ?? "", resolved.slice("file:".length)));
  }
  return candidates
    .map((folder) => path.dirname(folder))
    .find((root) => existsSync(path.join(root, "bindings-node", "Cargo.toml")));
}

/** Builds the addon and returns its path, which cargo says: the target folder is the user's to choose. */
function build(checkout) {
  const cargo = spawnSync(
    "cargo",
    ["build", "--release", "-p", "wxseal-node", "--locked", "--message-format=json-render-diagnostics"],
    {
      cwd: checkout,
      // rustup's own place, which a login shell adds and others don't.
      env: { ...process.env, PATH: [process.env.PATH, path.join(os.homedir(), ".cargo", "bin")].join(path.delimiter) },
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      maxBuffer: Infinity,
    },
  );
  if (cargo.error?.code === "ENOENT") {
    fail("cargo is missing. Building wxseal needs Rust 1.95 or later: https://rustup.rs");
  }
  if (cargo.error) fail(cargo.error.message);
  if (cargo.status !== 0) fail("cargo could not build the addon; it says why above");
  const addon = cargo.stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .find((message) => message.reason === "compiler-artifact" && message.target.name === "wxseal_node");
  return addon.filenames.find((file) => /\.(so|dylib|dll)$/.test(file));
}

function fail(reason) {
  console.error(`wxseal: ${reason}`);
  process.exit(1);
}
