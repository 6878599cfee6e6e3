import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import vm from "node:vm";
import { MsgCrypt, WxsealError, verifySignature } from "wxseal";

import { rawQuery, vector } from "./corpus.mjs";

const { inputs: url } = vector("mp_doc_url_verify");
const { inputs: push, expected } = vector("mp_doc_safe_json_decrypt");
const crypt = new MsgCrypt(push.token, push.encoding_aes_key, push.receive_id);
const signed = { signature: url.signature, timestamp: url.timestamp, nonce: url.nonce };
const pushed = { msg_signature: push.msg_signature, timestamp: push.timestamp, nonce: push.nonce };

const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const malformedQuery = { code: "WXSEAL_MALFORMED_QUERY" };
const malformedEnvelope = { code: "WXSEAL_MALFORMED_ENVELOPE" };
const mismatch = { code: "WXSEAL_SIGNATURE_MISMATCH" };
const invalidConfig = { code: "WXSEAL_INVALID_CONFIG" };
const invalidKey = { code: "WXSEAL_INVALID_KEY" };
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };

const LONE_SURROGATES = ["\ud800", "\udc00", "\udc00\ud800", "a\ud83d", "\ude42b"];
const NO_STRINGS = [
  undefined,
  null,
  0,
  1n,
  true,
  Symbol("s"),
  {},
  [],
  ["a"],
  () => "a",
  Buffer.from("a"),
  new String("a"),
];

describe("settings", () => {
  test("other types are TypeErrors", () => {
    for (const value of NO_STRINGS) {
      assert.throws(() => verifySignature(value, signed), typeError);
      assert.throws(() => new MsgCrypt(value, push.encoding_aes_key, ""), typeError);
      assert.throws(() => new MsgCrypt("t", value, ""), typeError);
      assert.throws(() => new MsgCrypt("t", push.encoding_aes_key, value), typeError);
    }
    assert.throws(() => new MsgCrypt(), typeError);
    for (const options of [0, "wecom", true, 1n, Symbol("s"), () => {}]) {
      assert.throws(() => new MsgCrypt("t", push.encoding_aes_key, "", options), typeError);
    }
    for (const dialect of NO_STRINGS.slice(2)) assert.throws(() => construct({ dialect }), typeError);
    for (const maxBody of ["1", 1n, {}, [1], true]) assert.throws(() => construct({ maxBody }), typeError);
  });

  test("a Token that was never set opens no door", () => {
    for (const token of ["", " ", "a b", "token\n", "\u3000token", "to\0ken", "\0", ...LONE_SURROGATES]) {
      assert.throws(() => verifySignature(token, signed), invalidConfig, JSON.stringify(token));
      assert.throws(() => new MsgCrypt(token, push.encoding_aes_key, ""), invalidConfig, JSON.stringify(token));
    }
  });

  test("a key has 43 characters of base64", () => {
    const key = push.encoding_aes_key;
    for (const wrong of [
      "",
      key.slice(1),
      `${key}A`,
      `${key}=`,
      `${key}\0`,
      `\0${key}`,
      `${key.slice(1)}-`,
      `${key}\ud800`,
    ]) {
      assert.throws(() => new MsgCrypt("t", wrong, ""), invalidKey, wrong);
    }
    // Cut to latin1, U+0141 is an A.
    assert.throws(() => new MsgCrypt("t", "\u0141".repeat(43), ""), invalidKey);
    assert.throws(() => new MsgCrypt("t", "A".repeat(1 << 20), ""), invalidKey);
  });

  test("a receive id is any text without white space, whole", () => {
    const seal = (id) =>
      new MsgCrypt("t", push.encoding_aes_key, id).encrypt("{}", { timestamp: 1, nonce: "1", format: "json" });
    const open = (id, body) => {
      const query = { msg_signature: JSON.parse(body).MsgSignature, timestamp: "1", nonce: "1" };
      return new MsgCrypt("t", push.encoding_aes_key, id).decryptToString(body, query);
    };
    for (const id of ["", "wx", "微信", "\u0141", "🙂", "x".repeat(300)]) assert.equal(open(id, seal(id)), "{}");
    for (const [one, other] of [
      ["wx", "wxwx"],
      ["A", "\u0141"],
      ["", "wx"],
    ]) {
      assert.throws(() => open(one, seal(other)), { code: "WXSEAL_RECEIVE_ID_MISMATCH" });
      assert.throws(() => open(other, seal(one)), { code: "WXSEAL_RECEIVE_ID_MISMATCH" });
    }
    for (const id of ["\0", "wx\0", "wx\0wx", " ", "wx\n", ...LONE_SURROGATES]) {
      assert.throws(() => new MsgCrypt("t", push.encoding_aes_key, id), { ...invalidConfig, setting: "receiveId" });
    }
  });

  test("options", () => {
    for (const options of [undefined, null, {}, { dialect: undefined, maxBody: null }, { other: 1 }])
      construct(options);
    for (const dialect of ["", "WeCom", "wecom\0", "wecom ", "xml", "\ud800"]) {
      assert.throws(() => construct({ dialect }), invalidConfig, dialect);
    }
    for (const maxBody of [-1, 1.5, NaN, Infinity, -Infinity, 2 ** 53]) {
      assert.throws(() => construct({ maxBody }), invalidConfig, String(maxBody));
    }
  });

  test("maxBody is in bytes, and included", () => {
    const length = Buffer.byteLength(push.body);
    assert.equal(construct({ maxBody: length }).decryptToString(push.body, pushed), expected.plaintext);
    assert.throws(() => construct({ maxBody: length - 1 }).decrypt(push.body, pushed), malformedEnvelope);
    assert.throws(() => construct({ maxBody: 0 }).decrypt("{", pushed), malformedEnvelope);
    assert.throws(() => construct({ maxBody: 8 }).verifyUrl("A".repeat(9), pushed), malformedEnvelope);
    assert.equal(
      construct({ maxBody: Number.MAX_SAFE_INTEGER }).decryptToString(push.body, pushed),
      expected.plaintext,
    );
    const padded = `${push.body}${" ".repeat((4 << 20) - length)}`;
    assert.equal(crypt.decryptToString(padded, pushed), expected.plaintext);
    assert.throws(() => crypt.decrypt(`${padded} `, pushed), malformedEnvelope);
    assert.throws(() => crypt.decrypt(Buffer.from(`${padded} `), pushed), malformedEnvelope);
  });

  test("a class is called with new", () => {
    assert.throws(() => MsgCrypt("t", push.encoding_aes_key, ""), TypeError);
    assert.throws(() => MsgCrypt.call({}, "t", push.encoding_aes_key, ""), TypeError);
    class Derived extends MsgCrypt {}
    assert.equal(
      new Derived(push.token, push.encoding_aes_key, push.receive_id).decryptToString(push.body, pushed),
      expected.plaintext,
    );
  });

  test("a method wants a MsgCrypt", () => {
    for (const name of ["verifyUrl", "decrypt", "decryptToString", "encrypt", "seal", "open"]) {
      for (const receiver of [
        undefined,
        null,
        1,
        {},
        new Map(),
        Object.create(MsgCrypt.prototype),
        new Proxy(crypt, {}),
      ]) {
        assert.throws(() => MsgCrypt.prototype[name].call(receiver, push.body, pushed), TypeError);
      }
    }
  });
});

describe("query", () => {
  test("all three shapes", () => {
    for (const query of [rawQuery(signed), `?${rawQuery(signed)}`, signed, new URLSearchParams(signed)]) {
      assert.equal(verifySignature(url.token, query), undefined);
    }
    for (const query of [rawQuery(pushed), `?${rawQuery(pushed)}`, pushed, new URLSearchParams(pushed)]) {
      assert.equal(crypt.decryptToString(push.body, query), expected.plaintext);
    }
  });

  test("objects of any kind", () => {
    const inherited = Object.create(signed);
    const bare = Object.assign(Object.create(null), signed);
    class Getters {
      get signature() {
        return signed.signature;
      }
      get timestamp() {
        return signed.timestamp;
      }
      get nonce() {
        return signed.nonce;
      }
    }
    const realm = vm.runInNewContext("query => ({ ...query })")(signed);
    for (const query of [inherited, bare, new Getters(), new Proxy(signed, {}), realm, Object.freeze({ ...signed })]) {
      verifySignature(url.token, query);
    }
  });

  test("no query is a request without one", () => {
    for (const query of [
      undefined,
      null,
      "",
      "?",
      {},
      [],
      new URLSearchParams(),
      new Map(),
      new Date(),
      Buffer.from("a"),
    ]) {
      assert.throws(() => verifySignature(url.token, query), malformedQuery);
      assert.throws(() => crypt.decrypt(push.body, query), malformedQuery);
      assert.throws(() => crypt.verifyUrl("", query), malformedQuery);
    }
    assert.throws(() => verifySignature(url.token), malformedQuery);
    assert.throws(() => crypt.decrypt(push.body), malformedQuery);
  });

  test("other types are TypeErrors", () => {
    for (const query of [0, 1n, true, Symbol("s"), () => signed, URLSearchParams]) {
      assert.throws(() => verifySignature(url.token, query), typeError);
      assert.throws(() => crypt.decrypt(push.body, query), typeError);
      assert.throws(() => crypt.decryptToString(push.body, query), typeError);
      assert.throws(() => crypt.verifyUrl("", query), typeError);
    }
  });

  test("a parameter is one string", () => {
    for (const name of Object.keys(signed)) {
      const values = [...NO_STRINGS.slice(0, -1), [signed[name]], [signed[name], signed[name]], Number(signed[name])];
      for (const value of values)
        assert.throws(() => verifySignature(url.token, { ...signed, [name]: value }), malformedQuery);
    }
    for (const name of Object.keys(pushed)) {
      for (const value of NO_STRINGS)
        assert.throws(() => crypt.decrypt(push.body, { ...pushed, [name]: value }), malformedQuery);
    }
  });

  test("repeats are seen", () => {
    const names = ["signature", "msg_signature", "timestamp", "nonce", "echostr", "encrypt_type"];
    for (const name of names) {
      const once = rawQuery({ ...signed, ...pushed, echostr: "e", encrypt_type: "aes" });
      const value = new URLSearchParams(once).get(name);
      for (const twice of [
        `${once}&${name}=${value}`,
        `${name}=&${once}`,
        `${once}&%${name.charCodeAt().toString(16)}${name.slice(1)}=1`,
      ]) {
        assert.throws(() => crypt.decrypt(push.body, twice), malformedQuery, twice);
        assert.throws(() => crypt.decrypt(push.body, new URLSearchParams(twice)), malformedQuery, twice);
      }
      assert.throws(() => crypt.decrypt(push.body, { ...pushed, [name]: [value, value] }), malformedQuery, name);
    }
    assert.equal(crypt.decryptToString(push.body, `${rawQuery(pushed)}&openid=1&openid=2`), expected.plaintext);
    assert.equal(crypt.decryptToString(push.body, { ...pushed, openid: ["1", "2"] }), expected.plaintext);
  });

  test("nothing is cut, changed or folded into a valid value", () => {
    for (const name of Object.keys(signed)) {
      const value = signed[name];
      const wide = String.fromCharCode(value.charCodeAt(0) + 0x100) + value.slice(1);
      const fullWidth = String.fromCharCode(value.charCodeAt(0) + 0xfee0) + value.slice(1);
      for (const wrong of [
        `${value}\0`,
        `${value}\0x`,
        `\0${value}`,
        ` ${value}`,
        `${value} `,
        wide,
        fullWidth,
        `${value}é`,
      ]) {
        for (const query of [
          { ...signed, [name]: wrong },
          rawQuery({ ...signed, [name]: wrong }),
          new URLSearchParams({ ...signed, [name]: wrong }),
        ]) {
          const error = name === "signature" ? mismatch : malformedQuery;
          assert.throws(() => verifySignature(url.token, query), error, JSON.stringify(wrong));
        }
      }
    }
  });

  test("a lone surrogate verifies nothing, not even as U+FFFD", () => {
    // The Token is the only part of a signature that can hold U+FFFD at all.
    const signature = createHash("sha1").update("11\ufffd").digest("hex");
    verifySignature("\ufffd", { signature, timestamp: "1", nonce: "1" });
    for (const token of LONE_SURROGATES) {
      assert.throws(() => verifySignature(token, { signature, timestamp: "1", nonce: "1" }), invalidConfig);
    }
    for (const name of Object.keys(signed)) {
      for (const value of LONE_SURROGATES) {
        assert.throws(() => verifySignature(url.token, { ...signed, [name]: value }), malformedQuery);
        const raw = rawQuery(signed).replace(`${name}=${signed[name]}`, `${name}=${value}`);
        assert.throws(() => verifySignature(url.token, raw), malformedQuery);
        // What is no parameter of the protocol's is ignored, whatever it is.
        verifySignature(url.token, `${rawQuery(signed)}&openid=${value}`);
      }
    }
  });

  test("a query of any length", () => {
    // Around the length up to which it is read in one go.
    for (let length = 1010; length < 1040; length += 1) {
      const raw = `${rawQuery(signed)}&openid=`;
      verifySignature(url.token, raw.padEnd(length, "x"));
      verifySignature(url.token, `openid=${"x".repeat(length)}&${rawQuery(signed)}`);
      verifySignature(url.token, `openid=${"微".repeat(length)}&${rawQuery(signed)}`);
    }
    verifySignature(url.token, `openid=${"x".repeat(1 << 20)}&${rawQuery(signed)}`);
    assert.throws(() => verifySignature(url.token, { ...signed, nonce: "1".repeat(1 << 20) }), malformedQuery);
  });

  test("what the caller's own code throws comes through", () => {
    const mine = new RangeError("mine");
    const fail = () => {
      throw mine;
    };
    const same = (error) => error === mine;
    assert.throws(
      () =>
        verifySignature(url.token, {
          get signature() {
            return fail();
          },
        }),
      same,
    );
    assert.throws(() => crypt.decrypt(push.body, new Proxy({}, { get: fail })), same);
    assert.throws(() => crypt.decrypt(push.body, { getAll() {}, toString: fail }), same);
    assert.throws(
      () =>
        crypt.encrypt("", {
          get nonce() {
            return fail();
          },
        }),
      same,
    );
    assert.throws(
      () =>
        construct({
          get dialect() {
            return fail();
          },
        }),
      same,
    );
    for (const toString of [undefined, 1, () => 1, () => signed, () => null]) {
      assert.throws(() => verifySignature(url.token, { getAll() {}, toString }), malformedQuery);
    }
  });

  test("a call within a call", () => {
    const query = {
      ...pushed,
      get nonce() {
        return crypt.decryptToString(push.body, pushed) && pushed.nonce;
      },
    };
    assert.equal(crypt.decryptToString(push.body, query), expected.plaintext);
    assert.throws(
      () =>
        crypt.decrypt(push.body, {
          get nonce() {
            return crypt.decrypt("", pushed);
          },
        }),
      malformedEnvelope,
    );
  });
});

describe("body", () => {
  const bytes = Buffer.from(push.body);

  test("a Buffer, a Uint8Array or a string", () => {
    const within = Buffer.concat([Buffer.from("<xml>"), bytes, Buffer.from("<xml>")]).subarray(5, -5);
    const realm = vm.runInNewContext("bytes => Uint8Array.from(bytes)")(bytes);
    const resizable = new Uint8Array(new ArrayBuffer(bytes.length, { maxByteLength: 1 << 16 }));
    resizable.set(bytes);
    for (const body of [push.body, bytes, new Uint8Array(bytes), within, realm, resizable]) {
      assert.equal(crypt.decryptToString(body, pushed), expected.plaintext);
      const message = crypt.decrypt(body, pushed);
      assert.ok(Buffer.isBuffer(message));
      assert.equal(message.toString(), expected.plaintext);
    }
  });

  test("each Buffer is the caller's own", () => {
    const one = crypt.decrypt(bytes, pushed);
    const two = crypt.decrypt(bytes, pushed);
    one.fill(0);
    assert.equal(two.toString(), expected.plaintext);
    assert.equal(bytes.toString(), push.body);
  });

  test("other types are TypeErrors", () => {
    const wrong = [
      0,
      1n,
      true,
      Symbol("s"),
      {},
      [],
      [...bytes],
      JSON.parse(push.body),
      bytes.buffer,
      new DataView(bytes.buffer),
    ];
    wrong.push(new Uint8ClampedArray(bytes), new Int8Array(bytes), new Uint16Array(4), new Blob([bytes]), () => bytes);
    for (const body of wrong) {
      assert.throws(() => crypt.decrypt(body, pushed), typeError);
      assert.throws(() => crypt.decryptToString(body, pushed), typeError);
      assert.throws(() => crypt.encrypt(body), typeError);
    }
    for (const message of [undefined, null]) assert.throws(() => crypt.encrypt(message), typeError);
  });

  test("a type is wrong before a value is", () => {
    assert.throws(() => crypt.decrypt({}, {}), typeError);
    assert.throws(() => crypt.encrypt({}, { nonce: "" }), typeError);
  });

  test("bytes that another thread can change are refused", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    assert.throws(() => crypt.decrypt(shared, pushed), typeError);
    assert.throws(() => crypt.encrypt(shared), typeError);
    assert.throws(() => crypt.encrypt("", { random: shared.subarray(0, 16) }), typeError);
  });

  test("no body, an empty one, one that is gone", () => {
    const detached = new Uint8Array(bytes);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    const shrunk = new Uint8Array(new ArrayBuffer(16, { maxByteLength: 16 }), 8);
    shrunk.buffer.resize?.(4);
    for (const body of [undefined, null, "", "\0", Buffer.alloc(0), new Uint8Array(), detached, shrunk]) {
      assert.throws(() => crypt.decrypt(body, pushed), malformedEnvelope);
    }
    assert.equal(typeof crypt.encrypt(detached), "string");
  });

  test("a body that goes away while the query is read", () => {
    const body = new Uint8Array(bytes);
    const query = {
      ...pushed,
      get nonce() {
        structuredClone(body.buffer, { transfer: [body.buffer] });
        return pushed.nonce;
      },
    };
    assert.throws(() => crypt.decrypt(body, query), malformedEnvelope);
    const random = Buffer.alloc(16);
    const message = new Uint8Array(bytes);
    const options = {
      get random() {
        structuredClone(message.buffer, { transfer: [message.buffer] });
        return random;
      },
      timestamp: 1,
      nonce: "1",
    };
    assert.equal(crypt.encrypt(message, options), crypt.encrypt("", { random, timestamp: 1, nonce: "1" }));
  });

  test("nonsense", () => {
    for (const body of [
      "x",
      "{}",
      "<xml/>",
      "null",
      "[]",
      `${push.body}x`,
      `x${push.body}`,
      "\ufffe",
      "{".repeat(1 << 20),
    ]) {
      assert.throws(() => crypt.decrypt(body, pushed), malformedEnvelope, body.slice(0, 20));
      assert.throws(() => crypt.decrypt(Buffer.from(body), pushed), malformedEnvelope, body.slice(0, 20));
    }
    assert.throws(() => crypt.decrypt(bytes.toString("utf16le"), pushed), malformedEnvelope);
    assert.throws(() => crypt.decrypt(Buffer.from([...bytes.subarray(0, -2), 0xff, 0x7d]), pushed), malformedEnvelope);
  });

  test("a cipher text is not cut to latin1", () => {
    const wide = push.encrypt.replace(/[A-Z]/, (letter) => String.fromCharCode(letter.charCodeAt() + 0x100));
    assert.throws(() => crypt.decrypt(push.body.replace(push.encrypt, wide), pushed), WxsealError);
  });

  test("a lone surrogate makes a body no text", () => {
    for (const text of LONE_SURROGATES) {
      const body = (field) => push.body.replace("{", `{"Field": "${field}",`);
      assert.equal(crypt.decryptToString(body("\ufffd"), pushed), expected.plaintext);
      assert.throws(() => crypt.decrypt(body(text), pushed), malformedEnvelope);
    }
  });
});

describe("echostr", () => {
  test("it is a parameter of the query", () => {
    for (const echostr of NO_STRINGS) assert.throws(() => crypt.verifyUrl(echostr, pushed), malformedQuery);
    for (const echostr of ["", "x", "\0", push.encrypt.slice(1), `${push.encrypt}\0`]) {
      assert.throws(() => crypt.verifyUrl(echostr, pushed), mismatch);
    }
    for (const echostr of LONE_SURROGATES)
      assert.throws(() => crypt.verifyUrl(echostr, pushed), { code: "WXSEAL_INVALID_BASE64" });
    // It is sealed as a message is, so a message that somebody captured could be one: it is not shown.
    assert.throws(() => crypt.verifyUrl(push.encrypt, pushed), { code: "WXSEAL_MALFORMED_MESSAGE" });
  });
});

describe("reply", () => {
  const random = Buffer.from("0123456789abcdef");

  test("what is left out is fresh", () => {
    const now = Date.now() / 1000;
    const replies = Array.from({ length: 50 }, () => read(crypt.encrypt("{}", { format: "json" })));
    for (const { TimeStamp, Nonce } of replies) {
      assert.ok(Math.abs(TimeStamp - now) < 10);
      assert.match(Nonce, /^[0-9a-f]{16}$/);
    }
    assert.equal(new Set(replies.map(({ Nonce }) => Nonce)).size, replies.length);
    assert.equal(new Set(replies.map(({ Encrypt }) => Encrypt.slice(0, 21))).size, replies.length);
    for (const options of [
      undefined,
      null,
      {},
      { timestamp: null, nonce: undefined, format: null, random: undefined },
    ]) {
      assert.match(crypt.encrypt("{}", options), /^<xml>\n<Encrypt>/);
    }
  });

  test("what is given is used", () => {
    const given = { timestamp: 1714112445, nonce: "415670741", random, format: "json" };
    const { TimeStamp, Nonce, MsgSignature } = read(crypt.encrypt("{}", given));
    assert.deepEqual([TimeStamp, Nonce], [given.timestamp, given.nonce]);
    for (const other of [
      { timestamp: "1714112445" },
      { random: new Uint8Array(random) },
      { random: Buffer.concat([random, random]).subarray(16) },
    ]) {
      assert.equal(read(crypt.encrypt("{}", { ...given, ...other })).MsgSignature, MsgSignature);
    }
  });

  test("a message is any bytes or any text", () => {
    for (const message of [
      "",
      "\0",
      "a\0b",
      "微信",
      "\u0141",
      "🙂",
      "\ufffd",
      "\ufeff",
      "é".repeat(1000),
      "🙂".repeat(1 << 18),
    ]) {
      assert.equal(roundTrip(message).toString(), message);
      assert.equal(crypt.decryptToString(...sealed(message)), message);
      assert.equal(roundTrip(Buffer.from(message)).toString(), message);
    }
    assert.deepEqual([...roundTrip(Uint8Array.of(0, 255, 128))], [0, 255, 128]);
    for (const message of LONE_SURROGATES) assert.throws(() => crypt.encrypt(message), unwritable);
  });

  test("a message that is not UTF-8 becomes no string", () => {
    for (const message of [[0xff], [0xe5, 0xbe], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      const [body, query] = sealed(Buffer.from(message));
      assert.deepEqual([...crypt.decrypt(body, query)], message);
      assert.throws(() => crypt.decryptToString(body, query), { code: "WXSEAL_MALFORMED_MESSAGE" });
    }
  });

  test("options of other types are TypeErrors", () => {
    for (const options of [0, "json", true, 1n, Symbol("s"), () => {}])
      assert.throws(() => crypt.encrypt("", options), typeError);
    for (const timestamp of [1n, true, {}, [1], new Date(), Symbol("s")])
      assert.throws(() => crypt.encrypt("", { timestamp }), typeError);
    for (const nonce of [1, 1n, true, {}, ["1"], Symbol("s")])
      assert.throws(() => crypt.encrypt("", { nonce }), typeError);
    for (const format of [1, true, {}, ["xml"]]) assert.throws(() => crypt.encrypt("", { format }), typeError);
    for (const bytes of [1, true, "0123456789abcdef", {}, [...random], random.buffer, new Uint16Array(16)]) {
      assert.throws(() => crypt.encrypt("", { random: bytes }), typeError);
    }
  });

  test("options of other values", () => {
    const timestamps = ["", "01", "-1", "1.5", "1e3", " 1", "1\0", "12345678901234", "\u0661", "\ud800"];
    timestamps.push(-1, 1.5, NaN, Infinity, -Infinity, 1e13, 1e21, 1e-7, Number.MAX_VALUE);
    for (const timestamp of timestamps)
      assert.throws(() => crypt.encrypt("", { timestamp }), unwritable, String(timestamp));
    for (const nonce of ["", "a b", "a\0", "\0", "a+b", "微", "\u0141", "n".repeat(64), "]]>", "\ud800"]) {
      assert.throws(() => crypt.encrypt("", { nonce }), unwritable, nonce);
    }
    for (const format of ["", "XML", "xml\0", "yaml", "wecom", "\ud800"])
      assert.throws(() => crypt.encrypt("", { format }), invalidConfig);
    for (const length of [0, 15, 17, 32])
      assert.throws(() => crypt.encrypt("", { random: Buffer.alloc(length) }), invalidConfig);
  });
});

function construct(options) {
  return new MsgCrypt(push.token, push.encoding_aes_key, push.receive_id, options);
}

function read(reply) {
  return JSON.parse(reply);
}

function sealed(message) {
  const body = crypt.encrypt(message, { format: "json" });
  const { MsgSignature, TimeStamp, Nonce } = read(body);
  return [body, { msg_signature: MsgSignature, timestamp: String(TimeStamp), nonce: Nonce }];
}

function roundTrip(message) {
  return crypt.decrypt(...sealed(message));
}
