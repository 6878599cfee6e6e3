"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");

const addon = require(addonPath());

class WxsealError extends Error {
  constructor(message, details) {
    super(message);
    Object.assign(this, details);
  }
}
// As of the classes of the language: inherited, and not shown beside the code.
Object.defineProperty(WxsealError.prototype, "name", { value: "WxsealError", configurable: true, writable: true });
addon.setErrorClass(WxsealError);

// A class of the language's own, so that a call without `new` is refused.
class MsgCrypt extends addon.MsgCrypt {}

module.exports = {
  verifySignature: addon.verifySignature,
  MsgCrypt,
  WxsealError,
  errorCodes: addon.errorCodes(),
  version: addon.version(),
};

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
