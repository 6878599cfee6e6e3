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
  for (const name of ["decryptToString", "open", "seal"]) MsgCrypt.prototype[name] = fail;
  Object.assign(require(bindings), { MsgCrypt, sign: fail });
}

const ours = {
  "wechat-crypto/lib/msg_crypto.js": path.join(bindings, "compat/wechat-crypto.js"),
  "node-easywechat/dist/Core/Encryptor.js": path.join(bindings, "compat/node-easywechat/Encryptor.js"),
};
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...others) {
  const file = resolve.call(this, request, parent, ...others);
  const found = Object.keys(ours).find((name) => file.endsWith(path.join("/", name)));
  // The test of its parts takes the peer's own file by its full path.
  return found && request !== file ? ours[found] : file;
};
