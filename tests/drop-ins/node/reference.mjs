// What a cipher text is, written with Node.js's own functions, without the code under test.

import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

export function sign(...texts) {
  return createHash("sha1").update(texts.sort().join("")).digest("hex");
}

export function seal(key, id, message, random = Buffer.alloc(16)) {
  const [text, length] = [Buffer.from(message), Buffer.alloc(4)];
  length.writeUInt32BE(text.length);
  const frame = Buffer.concat([random, length, text, Buffer.from(id)]);
  const count = 32 - (frame.length % 32);
  const cipher = createCipheriv("aes-256-cbc", bytes(key), bytes(key).subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(frame), cipher.update(Buffer.alloc(count, count)), cipher.final()]).toString(
    "base64",
  );
}

/** The 16 random bytes, the message, and whom it is addressed to. */
export function open(key, encrypt) {
  const cipher = createDecipheriv("aes-256-cbc", bytes(key), bytes(key).subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([cipher.update(encrypt, "base64"), cipher.final()]);
  const frame = padded.subarray(0, -padded.at(-1));
  const end = 20 + frame.readUInt32BE(16);
  return { random: frame.subarray(0, 16), message: frame.toString("utf8", 20, end), id: frame.toString("utf8", end) };
}

function bytes(key) {
  return Buffer.from(`${key}=`, "base64");
}
