// The parts of an envelope, beside what interop.test.mjs says of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MsgCrypt, sign } from "wxseal";

const KEY = "k".repeat(43);
const crypt = new MsgCrypt("token", KEY, "wx1");
const stamp = { timestamp: "1714112445", nonce: "n1" };
const random = Buffer.from("0123456789abcdef");
const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const mismatch = { code: "WXSEAL_SIGNATURE_MISMATCH" };
const malformedEnvelope = { code: "WXSEAL_MALFORMED_ENVELOPE" };
const malformedQuery = { code: "WXSEAL_MALFORMED_QUERY" };
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };
const NO_STRINGS = [undefined, null, 0, 1n, true, Symbol("s"), {}, ["a"], () => "a", Buffer.from("a")];

/** The query of a request with these parts. */
function queryOf({ msgSignature, timestamp, nonce }) {
  return { msg_signature: msgSignature, timestamp, nonce };
}

test("what is left out is fresh", () => {
  for (const options of [undefined, null, {}, { timestamp: null, nonce: undefined, random: null }]) {
    const [one, two] = [crypt.seal("微信", options), crypt.seal("微信", options)];
    assert.match(one.nonce, /^[0-9a-f]{16}$/);
    assert.notEqual(one.nonce, two.nonce);
    assert.notEqual(one.encrypt.slice(0, 21), two.encrypt.slice(0, 21));
    assert.ok(Math.abs(one.timestamp - Date.now() / 1000) < 5);
    assert.equal(crypt.open(one.encrypt, queryOf(one)).message.toString(), "微信");
  }
  assert.equal(crypt.seal("", { timestamp: 7 }).timestamp, "7");
});

test("a cipher text is verified before it is opened, and the receive id is not compared", () => {
  const sealed = crypt.seal("{}", { ...stamp, random });
  for (const receiveId of ["wx1", "wx2", ""]) {
    const opened = new MsgCrypt("token", KEY, receiveId).open(sealed.encrypt, queryOf(sealed));
    assert.deepEqual(opened, { message: Buffer.from("{}"), receiveId: "wx1" });
  }
  const forged = { ...queryOf(sealed), msg_signature: "0".repeat(40) };
  assert.throws(() => crypt.open(sealed.encrypt, forged), mismatch);
  assert.throws(() => crypt.open(sealed.encrypt, { ...queryOf(sealed), nonce: "n2" }), mismatch);
  assert.throws(() => crypt.open(sealed.encrypt, stamp), malformedQuery);
  const small = new MsgCrypt("token", KEY, "wx1", { maxBody: sealed.encrypt.length - 1 });
  assert.throws(() => small.open(sealed.encrypt, queryOf(sealed)), malformedEnvelope);
});

test("a signature is over the Token, the stamp and the cipher text", () => {
  const { encrypt, msgSignature } = crypt.seal("{}", { ...stamp, random });
  assert.equal(sign("token", encrypt, stamp), msgSignature);
  assert.equal(sign("token", encrypt, "nonce=n1&timestamp=1714112445"), msgSignature);
  assert.notEqual(sign("tokens", encrypt, stamp), msgSignature);
  for (const query of [undefined, {}, { ...stamp, nonce: "a b" }, { ...stamp, timestamp: ["1"] }]) {
    assert.throws(() => sign("token", encrypt, query), malformedQuery);
  }
  for (const token of ["", " ", "\ud800"]) {
    assert.throws(() => sign(token, encrypt, stamp), { code: "WXSEAL_INVALID_CONFIG", setting: "token" });
  }
});

test("arguments of another type", () => {
  for (const value of NO_STRINGS) {
    assert.throws(() => crypt.open(value, stamp), typeError);
    assert.throws(() => sign(value, "", stamp), typeError);
    assert.throws(() => sign("token", value, stamp), typeError);
    if (!Buffer.isBuffer(value)) assert.throws(() => crypt.seal(value), typeError);
  }
  for (const options of [1, "json", () => {}]) assert.throws(() => crypt.seal("", options), typeError);
  assert.throws(() => crypt.seal("\ud800"), unwritable);
  assert.throws(() => crypt.seal("", { nonce: "a b" }), unwritable);
  assert.throws(() => crypt.open("\ud800", { ...stamp, msg_signature: "0" }), { code: "WXSEAL_INVALID_BASE64" });
});
