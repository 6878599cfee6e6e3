// What workers.test.mjs runs in other threads and processes.

import { once } from "node:events";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { MsgCrypt, WxsealError } from "wxseal";

const [{ inputs, calls }] = isMainThread ? await once(process, "message") : [workerData];
const crypt = new MsgCrypt(inputs.token, inputs.encoding_aes_key, inputs.receive_id);
const { msg_signature, timestamp, nonce } = inputs;
const query = { msg_signature, timestamp, nonce };

let plaintext;
let error;
const nonces = [];
for (let call = 0; call < calls; call += 1) {
  plaintext = crypt.decrypt(inputs.body, query).toString();
  const { Nonce } = JSON.parse(crypt.encrypt(plaintext, { format: "json" }));
  if (calls < Infinity) nonces.push(Nonce);
  try {
    crypt.decrypt(inputs.body, { ...query, msg_signature: "" });
  } catch (thrown) {
    error = { ofClass: thrown instanceof WxsealError, code: thrown.code };
  }
}
if (isMainThread) {
  process.send({ plaintext, error, nonces }, () => process.disconnect());
} else {
  parentPort.postMessage({ plaintext, error, nonces });
}
