// Calls in the form that each peer documents: names, orders, types and what is left out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { DROP_INS, Encryptor, ID, KEY, N, T, TOKEN, WXBizMsgCrypt, envelope } from "./drop-ins.mjs";
import * as reference from "./reference.mjs";

const TEXT = "<xml><Content>你好</Content></xml>";
const ENCRYPT = reference.seal(KEY, ID, TEXT);
const SIGNATURE = reference.sign(TOKEN, T, N, ENCRYPT);

const crypt = new WXBizMsgCrypt(TOKEN, KEY, ID);
const encryptor = new Encryptor(ID, TOKEN, KEY);

// What is called, and what it must give.
const CALLS = {
  "wechat-crypto: getSignature": [() => crypt.getSignature(T, N, ENCRYPT), SIGNATURE],
  "wechat-crypto: getSignature of numbers": [() => crypt.getSignature(Number(T), Number(N), ENCRYPT), SIGNATURE],
  "wechat-crypto: getSignature of words": [
    () => crypt.getSignature("timestamp", "nonce", "encrypt"),
    reference.sign(TOKEN, "timestamp", "nonce", "encrypt"),
  ],
  "wechat-crypto: getSignature of a URL": [() => crypt.getSignature(T, N), reference.sign(TOKEN, T, N)],
  "wechat-crypto: getSignature under a Token with a blank": [
    () => new WXBizMsgCrypt("some token", KEY, ID).getSignature(T, N, ENCRYPT),
    reference.sign("some token", T, N, ENCRYPT),
  ],
  "wechat-crypto: decrypt": [() => crypt.decrypt(ENCRYPT), { message: TEXT, id: ID }],
  "wechat-crypto: decrypt nothing": [() => crypt.decrypt(reference.seal(KEY, ID, "")), { message: "", id: ID }],
  "wechat-crypto: its id": [() => crypt.id, ID],
  "node-easywechat: decrypt": [() => encryptor.decrypt(ENCRYPT, SIGNATURE, N, T), TEXT],
  "node-easywechat: decrypt with numbers": [() => encryptor.decrypt(ENCRYPT, SIGNATURE, Number(N), Number(T)), TEXT],
  "node-easywechat: decrypt, with a receive id": [
    () => new Encryptor("another", TOKEN, KEY, ID).decrypt(ENCRYPT, SIGNATURE, N, T),
    TEXT,
  ],
  "node-easywechat: decrypt, with the bytes of a key": [
    () => new Encryptor(ID, TOKEN, Buffer.from(`${KEY}=`, "base64")).decrypt(ENCRYPT, SIGNATURE, N, T),
    TEXT,
  ],
  "node-easywechat: getToken": [() => encryptor.getToken(), TOKEN],
  "node-easywechat: createSignature": [() => encryptor.createSignature(TOKEN, T, N, ENCRYPT), SIGNATURE],
  "node-easywechat: createSignature of numbers": [
    () => encryptor.createSignature(TOKEN, Number(T), Number(N)),
    reference.sign(TOKEN, T, N),
  ],
  "node-easywechat: createSignature of nothing": [
    () => encryptor.createSignature(),
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
  ],
};

// What is called, and what stands in the reply: the message, and the timestamp and nonce where they were given.
const REPLIES = {
  "wechat-crypto: text": [() => ({ encrypt: crypt.encrypt(TEXT) }), TEXT],
  "wechat-crypto: bytes": [() => ({ encrypt: crypt.encrypt(Buffer.from(TEXT)) }), TEXT],
  "wechat-crypto: nothing": [() => ({ encrypt: crypt.encrypt("") }), ""],
  "node-easywechat: text": [() => envelope(encryptor.encrypt(TEXT, N, Number(T))), TEXT, T, N],
  "node-easywechat: bytes": [() => envelope(encryptor.encrypt(Buffer.from(TEXT), N, T)), TEXT, T, N],
  "node-easywechat: a nonce that is a number": [() => envelope(encryptor.encrypt(TEXT, Number(N), T)), TEXT, T, N],
  "node-easywechat: text alone": [() => envelope(encryptor.encrypt(TEXT)), TEXT, undefined, ID],
  "node-easywechat: null": [() => envelope(encryptor.encrypt(TEXT, null, null)), TEXT, undefined, ID],
  "node-easywechat: empty": [() => envelope(encryptor.encrypt(TEXT, "", "")), TEXT, undefined, ID],
  "node-easywechat: 0": [() => envelope(encryptor.encrypt(TEXT, 0, 0)), TEXT, undefined, ID],
};

for (const [name, [call, expected]] of Object.entries(CALLS)) {
  test(name, () => assert.deepEqual(call(), expected));
}

for (const [name, [call, message, timestamp, nonce]] of Object.entries(REPLIES)) {
  test(`${name}, sealed`, () => {
    const now = Math.floor(Date.now() / 1000);
    const reply = call();
    const opened = reference.open(KEY, reply.encrypt);
    assert.deepEqual([opened.message, opened.id], [message, ID]);
    if (!reply.msg_signature) return;
    if (timestamp) assert.equal(reply.timestamp, timestamp);
    else assert.ok(Number(reply.timestamp) - now <= 5);
    assert.equal(reply.nonce, nonce);
    assert.equal(reply.msg_signature, reference.sign(TOKEN, reply.timestamp, reply.nonce, reply.encrypt));
  });
}

test("node-easywechat's envelope is laid out as it lays it out", () => {
  const reply = encryptor.encrypt(TEXT, N, T);
  const { encrypt, msg_signature } = envelope(reply);
  assert.equal(
    reply,
    `<xml><Encrypt>${encrypt}</Encrypt><MsgSignature>${msg_signature}</MsgSignature>` +
      `<TimeStamp>${T}</TimeStamp><Nonce>${N}</Nonce></xml>`,
  );
});

for (const { name, kind, make, decrypt } of DROP_INS) {
  test(`${name}: a key may be copied with white space and padding`, () => {
    for (const key of [`${KEY}=`, ` ${KEY}\n`, `${KEY.slice(0, 20)}\n${KEY.slice(20)}=\n`]) {
      const request = { encrypt: ENCRYPT, msg_signature: SIGNATURE, timestamp: T, nonce: N };
      assert.equal(decrypt(make(kind, TOKEN, key, ID), request), TEXT);
    }
  });

  test(`${name}: neither key nor Token is shown`, () => {
    const made = make(kind, TOKEN, KEY, ID);
    const names = [...Object.getOwnPropertyNames(made), ...Object.getOwnPropertyNames(kind.prototype)];
    for (const there of ["token", "key", "iv", "aesKey"]) assert.ok(!names.includes(there), there);
    for (const shown of [inspect(made, { showHidden: true, depth: 9 }), JSON.stringify(made)]) {
      for (const secret of [TOKEN, KEY, Buffer.from(KEY, "base64").toString("hex").slice(0, 8)]) {
        assert.ok(!shown.replaceAll(" ", "").includes(secret));
      }
    }
    assert.throws(() => structuredClone(made).decrypt(ENCRYPT));
  });
}

test("wechat-crypto: a setting that cannot be right is told when it is given", () => {
  for (const settings of [
    [],
    [TOKEN],
    [TOKEN, KEY],
    ["", KEY, ID],
    [TOKEN, "", ID],
    [TOKEN, KEY, ""],
    [null, KEY, ID],
  ]) {
    assert.throws(() => new WXBizMsgCrypt(...settings), /^Error: please check arguments$/);
  }
  for (const key of [KEY.slice(1), `${KEY}A`, `*${KEY.slice(1)}`, "encodingAESKey"]) {
    assert.throws(
      () => new WXBizMsgCrypt(TOKEN, key, ID),
      ({ message, cause }) => message === "encodingAESKey invalid" && cause.code === "WXSEAL_INVALID_KEY",
    );
  }
  assert.throws(() => new WXBizMsgCrypt(TOKEN, KEY, "a b"), { code: "WXSEAL_INVALID_CONFIG" });
});

test("wechat-crypto: what cannot be signed has a signature that nobody can have sent", () => {
  for (const [timestamp, nonce] of [
    ["1".repeat(14), N],
    [T, "1".repeat(64)],
    [T, "a b"],
    ["", N],
    [T],
    [],
    ["-1", N],
  ]) {
    const found = crypt.getSignature(timestamp, nonce, ENCRYPT);
    assert.match(found, /^[0-9a-f]{40}$/);
    assert.notEqual(found, crypt.getSignature(timestamp, nonce, ENCRYPT));
  }
});

test("wechat-crypto: what is decrypted need not be what was signed", () => {
  for (const token of [TOKEN, "some token"]) {
    const made = new WXBizMsgCrypt(token, KEY, ID);
    const [one, other] = ["one", "other"].map((message) => reference.seal(KEY, ID, message));
    const wrong = reference.seal(KEY, "wx0", "wrong");
    assert.equal(made.decrypt(one).message, "one");
    made.getSignature(T, N, one);
    assert.deepEqual(
      [one, other, one].map((text) => made.decrypt(text).message),
      ["one", "other", "one"],
    );
    made.getSignature(T, N, wrong);
    assert.throws(() => made.decrypt(wrong), { code: "WXSEAL_RECEIVE_ID_MISMATCH" });
    made.getSignature(T, "a b", other);
    assert.equal(made.decrypt(other).message, "other");
    made.getSignature("timestamp", "nonce", other);
    assert.equal(made.decrypt(other).message, "other");
  }
});

test("wechat-crypto: there is a signature for everything", () => {
  for (const encrypt of [undefined, null, "", "\ud800", {}, [], 1]) {
    assert.match(crypt.getSignature(T, N, encrypt), /^[0-9a-f]{40}$/);
  }
});

test("wechat-crypto: a message that is no text is no message", () => {
  for (const wrong of [undefined, null, {}, 1]) {
    assert.throws(() => crypt.encrypt(wrong), TypeError);
    assert.throws(() => new WXBizMsgCrypt(TOKEN, KEY, ID).decrypt(wrong), TypeError);
  }
});

test("a message that is not UTF-8 is refused", () => {
  const encrypt = reference.seal(KEY, ID, Buffer.from([0xff]));
  assert.throws(() => crypt.decrypt(encrypt), { code: "WXSEAL_MALFORMED_MESSAGE" });
  const signature = reference.sign(TOKEN, T, N, encrypt);
  assert.throws(() => encryptor.decrypt(encrypt, signature, N, T), /^Error: Invalid Signature\.$/);
});

test("node-easywechat: settings that cannot be right are told when they are used", () => {
  for (const settings of [[], [ID, TOKEN], [ID, TOKEN, KEY.slice(1)], [ID, "", KEY], [ID, "a b", KEY]]) {
    const made = new Encryptor(...settings);
    assert.throws(
      () => made.encrypt(TEXT),
      ({ message, cause }) => message === "Fail to encrypt data" && /INVALID_(KEY|CONFIG)/.test(cause.code),
    );
    assert.throws(
      () => made.decrypt(ENCRYPT, SIGNATURE, N, T),
      ({ message, cause }) => message === "Invalid Signature." && /INVALID_(KEY|CONFIG)/.test(cause.code),
    );
  }
});

test("node-easywechat: a reply that cannot be written is not", () => {
  for (const [text, nonce, timestamp] of [
    [TEXT, "a b", T],
    [TEXT, N, 1.5],
    [undefined, N, T],
    [1, N, T],
    [{}, N, T],
  ]) {
    assert.throws(() => encryptor.encrypt(text, nonce, timestamp), /^Error: Fail to encrypt data$/);
  }
});
