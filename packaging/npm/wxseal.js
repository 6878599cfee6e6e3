#!/usr/bin/env node
"use strict";

// Runs the program of this platform in its own process, with what it was given, and ends as it ends.

const { spawn } = require("node:child_process");

const { optionalDependencies } = require("./package.json");

const platform = `${process.platform}-${process.arch}`;
const child = spawn(program(), process.argv.slice(2), { stdio: "inherit" });

// Who ends this process means the program.
const signals = ["SIGHUP", "SIGINT", "SIGTERM"];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on("error", ({ message }) => fail(message));
child.on("exit", (status, signal) => {
  for (const signal of signals) process.removeAllListeners(signal);
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = status;
});

function program() {
  try {
    return require.resolve(`@wxseal/cli-${platform}/wxseal${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    const platforms = Object.keys(optionalDependencies).map((name) => name.replace("@wxseal/cli-", ""));
    if (platforms.includes(platform)) {
      fail(
        `the program for ${platform} was left out at install: install wxseal-cli on this platform, without --omit=optional`,
      );
    }
    fail(
      `there is no program for ${platform}, only for ${platforms.join(", ")}: build one with \`cargo install --locked wxseal-cli\``,
    );
  }
}

function fail(reason) {
  console.error(`wxseal-cli: ${reason}`);
  process.exit(1);
}
