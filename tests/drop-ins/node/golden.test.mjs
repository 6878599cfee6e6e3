// The official vectors, through every drop-in.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DROP_INS, readVectors } from "./drop-ins.mjs";
import * as reference from "./reference.mjs";

const published = [...readVectors("decrypt"), ...readVectors("url_verify_encrypted")].filter(
  ({ inputs }) => inputs.encrypt ?? inputs.echostr,
);

function settingsOf({ token, encoding_aes_key, receive_id }) {
  return [token, encoding_aes_key, receive_id];
}

for (const { name, make, kind, decrypt, encrypt, refusal } of DROP_INS) {
  for (const { id, inputs, expected, error } of published) {
    test(`${name}: ${id}`, (t) => {
      // wechat-crypto wants an id.
      if (name === "wechat-crypto" && inputs.receive_id === "") {
        assert.throws(() => make(kind, ...settingsOf(inputs)), /^Error: please check arguments$/);
        return;
      }
      const crypt = make(kind, ...settingsOf(inputs));
      const request = { ...inputs, encrypt: inputs.encrypt ?? inputs.echostr };
      if (error) assert.throws(() => decrypt(crypt, request), refusal(error.name));
      else assert.equal(decrypt(crypt, request), expected.plaintext ?? expected.reply_body);
    });
  }

  for (const { id, inputs, expected } of readVectors("encrypt_reply")) {
    const { plaintext, timestamp, nonce, encoding_aes_key, receive_id } = inputs;
    test(`${name}: ${id}`, () => {
      if (name === "wechat-crypto" && receive_id === "") return;
      const crypt = make(kind, ...settingsOf(inputs));
      // What was published is what this opens, with the signature that this computes.
      assert.equal(decrypt(crypt, { ...expected, timestamp, nonce }), plaintext);
      const sealed = encrypt(crypt, plaintext, timestamp, nonce);
      const opened = reference.open(encoding_aes_key, sealed.encrypt);
      assert.deepEqual([opened.message, opened.id], [plaintext, receive_id]);
      assert.notDeepEqual(
        opened.random,
        reference.open(encoding_aes_key, encrypt(crypt, plaintext, timestamp, nonce).encrypt).random,
      );
      const signature = reference.sign(inputs.token, timestamp, nonce, sealed.encrypt);
      assert.deepEqual(sealed, { encrypt: sealed.encrypt, msg_signature: signature, timestamp, nonce });
    });
  }
}
