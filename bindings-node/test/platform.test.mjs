import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Endpoint, MsgCrypt, decryptOpenData, platform, verifyRawData } from "wxseal";

import { vector } from "./corpus.mjs";

const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const invalidConfig = { code: "WXSEAL_INVALID_CONFIG" };
const invalidKey = { code: "WXSEAL_INVALID_KEY" };
const malformedQuery = { code: "WXSEAL_MALFORMED_QUERY" };
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };
const NO_STRINGS = [undefined, null, 0, 1n, true, Symbol("s"), {}, ["a"], () => "a", Buffer.from("a")];

const token = "token";
const crypt = new MsgCrypt(token, "k".repeat(43), "wx1");
const wecom = new MsgCrypt(token, "k".repeat(43), "wx1", { dialect: "wecom" });
const message = '{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi"}';

test("the platform's requests are received", () => {
  const requests = [
    [new Endpoint(crypt), platform.urlCheck(token, "echo")],
    [Endpoint.plain(token), platform.urlCheck(token, "echo")],
    [new Endpoint(wecom), platform.encryptedUrlCheck(wecom, "echo")],
    [new Endpoint(crypt), platform.push(crypt, message)],
    [new Endpoint(crypt), platform.push(crypt, Buffer.from(message), { format: "json" })],
    [new Endpoint(wecom), platform.push(wecom, message, { format: "json" })],
    [new Endpoint(crypt), platform.compatiblePush(crypt, message)],
    [Endpoint.plain(token), platform.plainPush(token, message)],
  ];
  for (const [endpoint, { method, query, body }] of requests) {
    assert.ok(Buffer.isBuffer(body));
    const incoming = endpoint.receive(method, query, body);
    if (method === "GET") {
      assert.deepEqual([incoming.response.body.toString(), body.length], ["echo", 0]);
    } else {
      assert.equal(incoming.messageBytes.toString(), message);
    }
  }
});

test("what is given is used, what is left out is fresh", () => {
  const random = Buffer.from("0123456789abcdef");
  const given = { timestamp: "1714112445", nonce: "415670741", random, format: "json" };
  for (const name of ["push", "compatiblePush", "encryptedUrlCheck"]) {
    const one = platform[name](crypt, message, given);
    assert.deepEqual(platform[name](crypt, message, { ...given, timestamp: 1714112445 }), one);
    assert.match(one.query, /timestamp=1714112445&nonce=415670741/);
    for (const options of [undefined, null, {}, { timestamp: null, nonce: undefined }]) {
      const [two, three] = [platform[name](crypt, message, options), platform[name](crypt, message, options)];
      const parameters = new URLSearchParams(two.query);
      assert.match(parameters.get("nonce"), /^[0-9a-f]{16}$/);
      assert.ok(Math.abs(parameters.get("timestamp") - Date.now() / 1000) < 5);
      assert.notEqual(parameters.get("nonce"), new URLSearchParams(three.query).get("nonce"));
    }
  }
});

test("a server's answer opens", () => {
  const { method, query, body } = platform.push(crypt, message, { nonce: "n1", format: "json" });
  const push = new Endpoint(crypt).receive(method, query, body).sealingWith({ now: 1714112446 });
  const reply = push.replyText("hello").body;
  for (const given of [reply, reply.toString()]) {
    const opened = platform.openReply(crypt, given);
    assert.equal(JSON.parse(opened.message).Content, "hello");
    assert.ok(Buffer.isBuffer(opened.message));
    assert.deepEqual([opened.timestamp, opened.nonce, opened.format], ["1714112446", "n1", "json"]);
  }
  for (const nonsense of ["", "success", "{}", "\ud800", undefined]) {
    assert.throws(() => platform.openReply(crypt, nonsense), { code: "WXSEAL_MALFORMED_ENVELOPE" });
  }
});

test("the platform's arguments", () => {
  assert.ok(Object.isFrozen(platform));
  const lone = "\ud800";
  for (const value of NO_STRINGS) {
    assert.throws(() => platform.urlCheck(value, "e"), typeError);
    assert.throws(() => platform.urlCheck(token, value), typeError);
    assert.throws(() => platform.plainPush(value, message), typeError);
    assert.throws(() => platform.encryptedUrlCheck(crypt, value), typeError);
    for (const name of ["push", "compatiblePush", "encryptedUrlCheck", "openReply"]) {
      assert.throws(() => platform[name](value, message), typeError);
    }
    if (Buffer.isBuffer(value)) continue;
    for (const name of ["push", "compatiblePush"]) assert.throws(() => platform[name](crypt, value), typeError);
    assert.throws(() => platform.plainPush(token, value), typeError);
    if (value === undefined || value === null) continue;
    assert.throws(() => platform.openReply(crypt, value), typeError);
    assert.throws(() => platform.push(crypt, message, { format: value }), typeError);
    assert.throws(() => platform.push(crypt, message, { nonce: value }), typeError);
  }
  for (const value of ["", "a b", "t\n", lone]) {
    assert.throws(() => platform.urlCheck(value, "e"), invalidConfig);
    assert.throws(() => platform.plainPush(value, message), invalidConfig);
  }
  for (const options of [{ nonce: "a b" }, { timestamp: "x" }, { timestamp: 1.5 }]) {
    assert.throws(() => platform.urlCheck(token, "e", options), malformedQuery);
    assert.throws(() => platform.plainPush(token, message, options), malformedQuery);
    assert.throws(() => platform.push(crypt, message, options), unwritable);
    assert.throws(() => platform.encryptedUrlCheck(crypt, "e", options), unwritable);
  }
  assert.throws(() => platform.urlCheck(token, lone), malformedQuery);
  assert.throws(() => platform.encryptedUrlCheck(crypt, lone), malformedQuery);
  for (const bad of ["", "hello", lone, "[]"]) {
    assert.throws(() => platform.push(crypt, bad), unwritable);
    assert.throws(() => platform.compatiblePush(crypt, bad), unwritable);
  }
  assert.throws(() => platform.push(crypt, message, { format: "yaml" }), invalidConfig);
  assert.throws(() => platform.push(crypt, message, { random: Buffer.alloc(15) }), invalidConfig);
  for (const options of [1, "json", () => {}]) assert.throws(() => platform.push(crypt, message, options), typeError);
});

test("open data has four strings", () => {
  const { inputs, expected } = vector("mp_doc_open_data_band");
  const values = [inputs.session_key, inputs.encrypted_data, inputs.iv, inputs.appid];
  const data = decryptOpenData(...values);
  assert.ok(Buffer.isBuffer(data));
  assert.equal(data.toString(), expected.plaintext);
  const errors = ["WXSEAL_INVALID_KEY", "WXSEAL_INVALID_BASE64", "WXSEAL_INVALID_BASE64", "WXSEAL_RECEIVE_ID_MISMATCH"];
  for (let index = 0; index < 4; index += 1) {
    const replaced = (value) => values.map((old, at) => (at === index ? value : old));
    for (const value of NO_STRINGS) assert.throws(() => decryptOpenData(...replaced(value)), typeError);
    for (const value of ["", "\0", `${values[index]}\0`, "微", "\u0141"]) {
      const code = index === 1 && value === "" ? "WXSEAL_DECRYPT_FAILED" : errors[index];
      assert.throws(() => decryptOpenData(...replaced(value)), { code }, `${index} ${value}`);
    }
    const lone = index === 3 ? "WXSEAL_INVALID_CONFIG" : errors[index];
    assert.throws(() => decryptOpenData(...replaced("\ud800")), { code: lone });
  }
  const stale = Buffer.alloc(16, "DistinctiveSecret").toString("base64");
  assert.throws(
    () => decryptOpenData(stale, inputs.encrypted_data, inputs.iv, inputs.appid),
    (error) => error.code === "WXSEAL_DECRYPT_FAILED" && !inspect(error, { showHidden: true }).includes(stale),
  );
});

test("raw data has three strings", () => {
  const { inputs } = vector("mp_doc_rawdata_signature");
  const values = [inputs.session_key, inputs.raw_data, inputs.signature];
  assert.equal(verifyRawData(...values), undefined);
  for (let index = 0; index < 3; index += 1) {
    const replaced = (value) => values.map((old, at) => (at === index ? value : old));
    for (const value of NO_STRINGS) assert.throws(() => verifyRawData(...replaced(value)), typeError);
    const error = index === 0 ? invalidKey : { code: "WXSEAL_SIGNATURE_MISMATCH" };
    for (const value of ["", "\0", `${values[index]}\0`, "\ud800"]) {
      assert.throws(() => verifyRawData(...replaced(value)), error, `${index} ${value}`);
    }
  }
});
