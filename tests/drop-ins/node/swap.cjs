// Runs a peer's own suite, unchanged, on the drop-in, in the peer's checkout:
//
//     node_modules/.bin/mocha -r path/to/wxseal/tests/drop-ins/node/swap.cjs test/*.test.js
//
// What the suite brings in by name or by a path of its own is ours then. With `BROKEN=1` whatever is below the drop-in only throws: the
// tests that still pass do not touch it.

const Module = require("node:module");
const path = require("node:path");

const bindings = path.join(__dirname, "../../../bindings-node");

if (process.env.BROKEN) {
  const fail = () => {
    throw new Error("there is nothing below the drop-in");
  };
  // Can be made, and nothing else.
  class MsgCrypt {}
  for (const name of ["decryptToString", "encrypt", "open", "seal"]) MsgCrypt.prototype[name] = fail;
  Object.assign(require(bindings), { MsgCrypt, sign: fail });
}

require(path.join(bindings, "compat/register.js"));

const OURS = {
  "wechat-crypto/lib/msg_crypto.js": "compat/wechat-crypto.js",
  "node-easywechat/dist/Core/Encryptor.js": "compat/node-easywechat/Encryptor.js",
};
const load = Module._load;
Module._load = function (request, parent, ...others) {
  const file = request === "wechat-crypto" ? "" : Module._resolveFilename(request, parent);
  const found = Object.keys(OURS).find((name) => file.endsWith(path.join("/", name)));
  return load.call(this, found ? path.join(bindings, OURS[found]) : request, parent, ...others);
};
