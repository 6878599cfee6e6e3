import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { MsgCrypt } from "wxseal";

import { vector } from "./corpus.mjs";

const { inputs, expected } = vector("mp_doc_safe_json_decrypt");
const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

test("many workers at once", async () => {
  const workers = Array.from({ length: 8 }, () => new Worker(worker, { workerData: { inputs, calls: 500 } }));
  const ends = workers.map((worker) => once(worker, "exit"));
  const results = await Promise.all(workers.map(async (worker) => (await once(worker, "message"))[0]));
  for (const { plaintext, error } of results) {
    assert.equal(plaintext, expected.plaintext);
    assert.deepEqual(error, { ofClass: true, code: "WXSEAL_SIGNATURE_MISMATCH" });
  }
  different(results, 4000);
  for (const [exitCode] of await Promise.all(ends)) assert.equal(exitCode, 0);
});

test("workers that are ended in the middle of a call", async () => {
  for (let round = 0; round < 20; round += 1) {
    const endless = new Worker(worker, { workerData: { inputs, calls: Infinity } });
    await once(endless, "online");
    await new Promise((resolve) => setTimeout(resolve, 15 + 3 * round));
    assert.equal(await endless.terminate(), 1);
  }
  const crypt = new MsgCrypt(inputs.token, inputs.encoding_aes_key, inputs.receive_id);
  assert.equal(crypt.decryptToString(inputs.body, inputs), expected.plaintext);
});

test("a MsgCrypt stays in its thread", async () => {
  // What arrives is a plain object, which no method takes.
  const crypt = new MsgCrypt(inputs.token, inputs.encoding_aes_key, inputs.receive_id);
  const posted = structuredClone({ crypt }).crypt;
  assert.throws(() => MsgCrypt.prototype.encrypt.call(posted, ""), TypeError);
});

test("two processes draw other nonces and random bytes", async () => {
  const children = [fork(worker), fork(worker)];
  const results = await Promise.all(
    children.map(async (child) => {
      const message = once(child, "message");
      child.send({ inputs, calls: 20 });
      const [result] = await message;
      await once(child, "exit");
      return result;
    }),
  );
  different(results, 40);
});

/** Nobody draws what another has drawn. */
function different(results, count) {
  for (const drawn of [results.flatMap(({ nonces }) => nonces), results.flatMap(({ prefixes }) => prefixes)]) {
    assert.equal(drawn.length, count);
    assert.equal(new Set(drawn).size, count);
  }
}
