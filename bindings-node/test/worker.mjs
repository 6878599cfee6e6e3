// What workers.test.mjs runs in other threads and processes.

import { once } from "node:events";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { Endpoint, MsgCrypt, WxsealError, platform } from "wxseal";

const [{ inputs, calls }] = isMainThread ? await once(process, "message") : [workerData];
const crypt = new MsgCrypt(inputs.token, inputs.encoding_aes_key, inputs.receive_id);
const { msg_signature, timestamp, nonce } = inputs;
const query = { msg_signature, timestamp, nonce };

const endpoint = new Endpoint(crypt);
const message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}';

let plaintext;
let error;
const nonces = [];
/** What the random bytes of answers become: the first blocks of their cipher texts. */
const prefixes = [];
for (let call = 0; call < calls; call += 1) {
  plaintext = crypt.decrypt(inputs.body, query).toString();
  const { Nonce } = JSON.parse(crypt.encrypt(plaintext, { format: "json" }));
  const request = platform.push(crypt, message, { format: "json" });
  const push = endpoint.receive(request.method, request.query, request.body);
  const { Encrypt } = JSON.parse(push.replyText(push.message.Content).body);
  if (calls < Infinity) {
    nonces.push(Nonce);
    prefixes.push(Encrypt.slice(0, 21));
  }
  try {
    crypt.decrypt(inputs.body, { ...query, msg_signature: "" });
  } catch (thrown) {
    error = { ofClass: thrown instanceof WxsealError, code: thrown.code };
  }
}
if (isMainThread) {
  process.send({ plaintext, error, nonces, prefixes }, () => process.disconnect());
} else {
  parentPort.postMessage({ plaintext, error, nonces, prefixes });
}
