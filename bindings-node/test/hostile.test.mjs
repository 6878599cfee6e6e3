// The hostile cases of tests/hostile: one test a case.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { WxsealError, errorCodes } from "wxseal";

import { hostile, rawQuery, root } from "./corpus.mjs";
import { construct, constructCrypt } from "./endpoint.mjs";

/** How many of each family passed, for the table of tests/hostile/run. */
const passed = {};

for (const { id, family, expected, seconds, ...input } of hostile()) {
  test(id, () => {
    const begun = performance.now();
    assert.deepEqual(outcome(input), expected);
    assert.ok(performance.now() - begun < 1000 * seconds);
    passed[family] = (passed[family] ?? 0) + 1;
  });
}

after(() => {
  const folder = path.join(root, "target/hostile/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "node.json"), JSON.stringify(passed));
});

function outcome(input) {
  try {
    const found = receive(input);
    return Buffer.isBuffer(found)
      ? { sha256: createHash("sha256").update(found).digest("hex") }
      : { widget_query: found };
  } catch (error) {
    if (!(error instanceof WxsealError)) throw error;
    const { name } = errorCodes[error.code];
    return { error: { name, code: error.errno, http_status: error.response.status } };
  }
}

function receive({ call, endpoint, method, now, ...input }) {
  const body = written(input.body);
  if (call === "decrypt" || call === "verify_url") {
    const { msg_signature, timestamp, nonce } = input;
    const crypt = constructCrypt(endpoint.crypts[0]);
    return call === "decrypt"
      ? crypt.decrypt(body, rawQuery({ msg_signature, timestamp, nonce }))
      : crypt.verifyUrl(body.toString(), rawQuery({ msg_signature, timestamp, nonce }));
  }
  // What is not UTF-8 in a request's line becomes a string of Latin-1 in Node.js.
  const bytes = written(input.query);
  const query = Buffer.from(bytes.toString()).equals(bytes) ? bytes.toString() : bytes.toString("latin1");
  const incoming = construct(endpoint).receive(method, query, body, { now });
  if (incoming.kind === "url_check") return incoming.response.body;
  if (call === "message") {
    assert.deepEqual(incoming.message, JSON.parse(incoming.messageJson));
    return Buffer.from(incoming.messageJson);
  }
  if (call === "widget") {
    const { type = null, slots, longitude = null, latitude = null, raw } = incoming.widgetQuery();
    return { type, slots: Object.fromEntries(slots), longitude, latitude, raw };
  }
  return incoming.messageBytes;
}

/** The bytes of pieces, each with how often it stands there. */
function written(pieces) {
  return Buffer.concat(
    pieces.map(([piece, times]) => {
      const bytes = Buffer.from(piece, "base64");
      return times === 1 || bytes.length === 0 ? bytes : Buffer.alloc(bytes.length * times, bytes);
    }),
  );
}
