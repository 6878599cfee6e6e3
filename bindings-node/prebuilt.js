"use strict";

const path = require("node:path");

/** Where the package keeps the addon that was built for this platform, if it has one. */
module.exports = () => path.join(__dirname, "prebuilds", `${process.platform}-${process.arch}${libc()}.node`);

function libc() {
  if (process.platform !== "linux") return "";
  return process.report.getReport().header.glibcVersionRuntime ? "-gnu" : "-musl";
}
