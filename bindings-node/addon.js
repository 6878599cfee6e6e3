"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");

const addon = require("./prebuilt.js")();

if (!existsSync(addon)) {
  throw new Error(
    `wxseal has no addon for ${path.basename(addon, ".node")}. Build one in a checkout of the repository, with ` +
      "`path/to/wxseal/bindings-node/build`, then `npm install path/to/wxseal/bindings-node`.",
  );
}

module.exports = require(addon);
