// Each peer and its drop-in, opening what the other sealed, where the peer is to be had.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DROP_INS, Encryptor, ID, KEY, N, T, TOKEN, WXBizMsgCrypt, envelope, peer } from "./drop-ins.mjs";

// wechat-crypto uses `new Buffer`.
process.noDeprecation = true;
const MESSAGES = ["<xml><Content>你好</Content></xml>", "", "a".repeat(26), "你".repeat(5000)];

for (const { name, module, kind, make, decrypt, encrypt } of DROP_INS) {
  const theirs = peer(module);
  const skip = theirs ? false : `${name} is not installed here`;

  test(`${name}: each opens what the other sealed`, { skip }, () => {
    const pair = [theirs, kind].map((each) => make(each, TOKEN, KEY, ID));
    for (const [sealing, opening] of [pair, [...pair].reverse()]) {
      for (const message of MESSAGES) assert.equal(decrypt(opening, encrypt(sealing, message, T, N)), message);
    }
  });

  test(`${name}: it has the members that the peer documents`, { skip }, () => {
    for (const method of Object.getOwnPropertyNames(theirs.prototype)) {
      assert.equal(typeof kind.prototype[method], "function", method);
      if (method !== "constructor")
        assert.equal(kind.prototype[method].length, theirs.prototype[method].length, method);
    }
    assert.equal(kind.name, theirs.name);
  });

  test(`${name}: another receive id came in, and does no longer`, { skip }, () => {
    const [their, our] = [theirs, kind].map((each) => make(each, TOKEN, KEY, ID));
    const request = encrypt(make(theirs, TOKEN, KEY, "wx0"), "hi", T, N);
    assert.equal(decrypt(their, request), "hi");
    assert.throws(() => decrypt(our, request));
  });
}

test("wechat-crypto: the signatures are the peer's", { skip: !peer("wechat-crypto") }, () => {
  for (const token of ["some token", "t", "Z", "你"]) {
    const [their, our] = [peer("wechat-crypto"), WXBizMsgCrypt].map((each) => new each(token, KEY, ID));
    for (const texts of [
      [T, N, "Encrypt+/="],
      [1, 2, "3"],
      ["timestamp", "nonce", "encrypt"],
      [T, "a-Z_0", ""],
      [T, N],
    ]) {
      assert.equal(our.getSignature(...texts), their.getSignature(...texts));
    }
  }
});

test("wechat-crypto: the errors of its settings are the peer's", { skip: !peer("wechat-crypto") }, () => {
  for (const settings of [
    [],
    [TOKEN],
    [TOKEN, KEY],
    [TOKEN, KEY.slice(1), ID],
    [TOKEN, `${KEY}A`, ID],
    ["", KEY, ID],
  ]) {
    const said = [peer("wechat-crypto"), WXBizMsgCrypt].map((each) => errorOf(() => new each(...settings)));
    assert.deepEqual(said[1], said[0]);
  }
});

test("node-easywechat: the errors are the peer's", { skip: !peer("node-easywechat") }, () => {
  const [their, our] = [peer("node-easywechat/dist/Core/Encryptor"), Encryptor].map(
    (each) => new each(ID, TOKEN, KEY, ID),
  );
  const { encrypt, msg_signature, nonce, timestamp } = envelope(their.encrypt("hi", N, T));
  const another = envelope(new Encryptor("wx0", TOKEN, KEY).encrypt("hi", N, T));
  for (const call of [
    (each) => each.decrypt(encrypt, "0".repeat(40), nonce, timestamp),
    (each) => each.decrypt(encrypt, msg_signature, nonce, "1"),
    (each) => each.decrypt(another.encrypt, another.msg_signature, N, T),
    (each) => each.encrypt(undefined),
  ]) {
    assert.deepEqual(
      errorOf(() => call(our)),
      errorOf(() => call(their)),
    );
  }
});

test("node-easywechat: the envelope is the peer's", { skip: !peer("node-easywechat") }, () => {
  const layout = (each) => {
    const reply = new each(ID, TOKEN, KEY).encrypt("hi", N, T);
    const { encrypt, msg_signature } = envelope(reply);
    return reply.replace(encrypt, "").replace(msg_signature, "");
  };
  assert.equal(layout(Encryptor), layout(peer("node-easywechat/dist/Core/Encryptor")));
});

function errorOf(call) {
  try {
    call();
  } catch ({ name, message }) {
    return { name, message };
  }
  throw new Error("nothing was thrown");
}
