"use strict";

const { optionalDependencies, version } = require("./package.json");

// What is published names the platforms' packages; a checkout has none, and builds.
const PACKAGES = Object.keys(optionalDependencies ?? {});
const BUILD =
  "build one in a checkout of the repository, with `path/to/wxseal/bindings-node/build`, then " +
  "`npm install path/to/wxseal/bindings-node`";

module.exports = load();

function load() {
  let addon;
  try {
    addon = require("./binding.js");
  } catch (cause) {
    throw new Error(reason(cause), { cause });
  }
  if (addon.version === version) return addon;
  throw new Error(`wxseal ${version} found an addon of ${addon.version}: install or build that of ${version}`);
}

/** One sentence in place of the loader's, which tells everybody of a bug in npm. */
function reason(error) {
  for (let { cause } = error; cause; cause = cause.cause) {
    if (cause.code === "ERR_DLOPEN_FAILED") return `wxseal's addon does not load: ${cause.message}`;
  }
  const platform = `${process.platform}-${process.arch}`;
  const names = PACKAGES.map((name) => name.replace("@wxseal/", ""));
  if (names.some((name) => name === platform || name.startsWith(`${platform}-`))) {
    return `wxseal's addon for ${platform} was left out at install: install wxseal on this platform, without --omit=optional`;
  }
  const others = names.length ? `, only for ${names.join(", ")}` : "";
  return `wxseal has no addon for ${platform}${others}: ${BUILD}`;
}
