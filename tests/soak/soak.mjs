// The Node.js package under load for as long as it is told, as README.md beside this says. Run it with --expose-gc: what
// nobody holds any more is no leak, and the collector would come when it likes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Endpoint, MsgCrypt, WxsealError, platform } from "../../bindings-node/index.mjs";

const [inputs, warmUp, rounds] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const [settings, ...requests] = readFileSync(inputs, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));
const [token, key, receiveId, now] = settings;
const crypt = new MsgCrypt(token, key, receiveId);
const endpoint = new Endpoint(crypt);

/** What a call returned, or the code of what it threw. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    if (error instanceof WxsealError) return error.code;
    throw error;
  }
}

function work([expected, msg_signature, timestamp, nonce, body, message = ""]) {
  const query = `msg_signature=${msg_signature}&timestamp=${timestamp}&nonce=${nonce}`;
  const sent = Buffer.from(body);
  const decrypted = outcome(() => crypt.decrypt(sent, query));
  const received = outcome(() => endpoint.receive("POST", query, sent, { now: Number(now) }));
  if (expected !== "ok") {
    const code = `WXSEAL${expected.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    assert.deepEqual([decrypted, received], [code, code]);
    return;
  }
  assert.equal(decrypted.toString(), message);
  assert.equal(platform.openReply(crypt, crypt.encrypt(message)).message.toString(), message);
  assert.equal(received.replyText("received").status, 200);
}

// What is collected as often from the beginning has its shape before it is looked at.
const sample = Math.floor(rounds / 100);
for (let round = -warmUp; round < rounds; round += 1) {
  work(requests[(round + warmUp) % requests.length]);
  if (round % sample === 0) {
    globalThis.gc();
    if (round >= 0) console.log(Math.round(process.memoryUsage.rss() / 1024));
  }
  // The addon's memory is given back between the turns of the event loop.
  if (round % 1000 === 0) await new Promise(setImmediate);
}
