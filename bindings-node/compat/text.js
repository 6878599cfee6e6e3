"use strict";

// What servers hand to other libraries, as the text that wxseal takes, and the hash that those let servers make themselves.
const { createHash, hash } = require("node:crypto");

/** The 43 characters of a key that was copied with white space, or with the `=` of base64, or decoded. */
function keyOf(encodingAesKey) {
  const key = Buffer.isBuffer(encodingAesKey) ? encodingAesKey.toString("base64") : String(encodingAesKey ?? "");
  return key.replace(/\s/g, "").replace(/=+$/, "");
}

/** SHA-1 over texts and numbers that are sorted first, in hexadecimal digits; what is undefined is empty. */
function sha1(texts) {
  const text = texts.sort().join("");
  // It is the quicker one, and Node.js 18 has it not.
  return hash ? hash("sha1", text) : createHash("sha1").update(text).digest("hex");
}

module.exports = { keyOf, sha1 };
