"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");

module.exports = require(addonPath());

function addonPath() {
  // The addon that was built on this machine is newer than one that came with the package.
  const built = path.join(__dirname, "wxseal.node");
  if (existsSync(built)) return built;
  const prebuilt = require("./prebuilt.js")();
  if (existsSync(prebuilt)) return prebuilt;
  throw new Error(
    `wxseal has not been built for ${process.platform}-${process.arch}: run \`npm rebuild wxseal\`. ` +
      "If your package manager does not run install scripts, allow wxseal's.",
  );
}
