import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import {
  Endpoint,
  Message,
  MsgCrypt,
  RecentKeys,
  WxsealError,
  WxsealResponse,
  api,
  decryptOpenData,
  errorCodes,
  platform,
  verifySignature,
  version,
} from "wxseal";

import { rawQuery, settings, vector, vectors } from "./corpus.mjs";

// Not to be found in any text that the library makes.
const TOKEN = "DistinctiveToken";
const KEY = "DistinctiveKeyDistinctiveKeyDistinctiveKey1";

/** A call for each failure. */
const FAILURES = {
  WXSEAL_SIGNATURE_MISMATCH: () => verifySignature(TOKEN, "signature=0&timestamp=1&nonce=1"),
  WXSEAL_MALFORMED_QUERY: () => verifySignature(TOKEN, "timestamp=1&nonce=1"),
  WXSEAL_STALE_TIMESTAMP: () => {
    const { method, query } = platform.urlCheck(TOKEN, "e", { timestamp: 1714112445 });
    new Endpoint(construct()).receive(method, query, undefined, { now: 1714112746 });
  },
  WXSEAL_MALFORMED_ENVELOPE: () => construct().decrypt("", "msg_signature=0&timestamp=1&nonce=1"),
  WXSEAL_MALFORMED_MESSAGE: () => {
    const body = construct().encrypt(Buffer.of(0xff), { timestamp: 1, nonce: "1", format: "json" });
    construct().decryptToString(body, { msg_signature: JSON.parse(body).MsgSignature, timestamp: "1", nonce: "1" });
  },
  WXSEAL_INVALID_KEY: () => new MsgCrypt(TOKEN, `${KEY.slice(0, 42)}=`, ""),
  WXSEAL_INVALID_CONFIG: () => new MsgCrypt(`${TOKEN} `, KEY, ""),
  WXSEAL_RECEIVE_ID_MISMATCH: () => open("mp_doc_neg_wrong_appid"),
  WXSEAL_DECRYPT_FAILED: () => open("derived_neg_pad_byte_zero"),
  WXSEAL_MALFORMED_FRAME: () => open("derived_neg_too_short"),
  WXSEAL_INVALID_BASE64: () => construct().verifyUrl("\ud800", "msg_signature=0&timestamp=1&nonce=1"),
  WXSEAL_UNWRITABLE_REPLY: () => construct().encrypt("", { nonce: "" }),
};

/** Calls with a setting that cannot be right, by its name. */
const SETTINGS = {
  token: [
    () => new MsgCrypt("", KEY, ""),
    () => new MsgCrypt(`${TOKEN}\n`, KEY, "wx 1"),
    () => new MsgCrypt("\ud800", KEY, ""),
    () => Endpoint.plain(`${TOKEN} `),
    () => verifySignature("", "signature=0&timestamp=1&nonce=1"),
    () => platform.urlCheck("", "e"),
    () => platform.plainPush("\ud800", "{}"),
  ],
  receiveId: [" ", "wx1\n", "wx 1", "\u3000wx1", "wx1\0", "\ud800"].map((id) => () => new MsgCrypt(TOKEN, KEY, id)),
  account: [
    () => new Endpoint(construct(), { account: "\ud800" }),
    () => Endpoint.plain(TOKEN, { account: "gh_\udc00" }),
  ],
  format: [() => construct().encrypt("", { format: "yaml" }), () => platform.push(construct(), "{}", { format: "" })],
  dialect: [
    () => new MsgCrypt(TOKEN, KEY, "", { dialect: "dingtalk" }),
    () => new MsgCrypt(TOKEN, KEY, "", { dialect: "\ud800" }),
  ],
  tolerance: [() => new Endpoint(construct(), { tolerance: -1 }), () => Endpoint.plain(TOKEN, { tolerance: 0.5 })],
  maxBody: [
    () => new MsgCrypt(TOKEN, KEY, "", { maxBody: NaN }),
    () => new Endpoint(construct(), { maxBody: -1 }),
    () => Endpoint.plain(TOKEN, { maxBody: 2 ** 53 }),
  ],
  random: [
    () => construct().encrypt("", { random: Buffer.alloc(15) }),
    () => push().sealingWith({ random: Buffer.alloc(17) }),
    () => platform.push(construct(), "{}", { random: Buffer.alloc(0) }),
  ],
  now: [
    () => new Endpoint(construct()).receive("GET", "", "", { now: -1 }),
    () => new Endpoint(construct()).diagnose("GET", "", "", { now: NaN }),
    () => push().sealingWith({ now: Infinity }),
    () => new RecentKeys().claim("k", { now: -1 }),
  ],
  claimFor: [() => new RecentKeys({ claimFor: -1 })],
  keepFor: [() => new RecentKeys({ keepFor: 0.5 })],
  maxEntries: [() => new RecentKeys({ maxEntries: NaN })],
  maxBytes: [() => new RecentKeys({ maxBytes: Infinity })],
  path: [() => api.get("a", {}), () => api.post("/a?b=c", "t", {}), () => api.get("/\ud800", {})],
  argument: [
    () => new RecentKeys().claim("\ud800"),
    () => Message.fromCloudEvent({}).text("\ud800"),
    () => push().text("\ud800"),
    () => decryptOpenData("A".repeat(22) + "==", "", "A".repeat(22) + "==", "\ud800"),
    () => api.get("/a", { a: "\ud800" }),
    () => api.getAccessToken("\ud800", "s"),
    () => api.sendCustomerMessage("t", "o1", { msgtype: "voice" }),
    () => api.msgSecCheck("t", "o1", 1.5, "c"),
    () => api.mediaCheckAsync("t", "o1", 1, "https://example.com", 2 ** 32),
  ],
};

for (const [setting, calls] of Object.entries(SETTINGS)) {
  test(`an error says that the setting is ${setting}`, () => {
    const errors = calls.map(thrown);
    for (const error of errors) {
      assert.ok(error instanceof WxsealError, inspect(error));
      assert.deepEqual([error.code, error.setting], ["WXSEAL_INVALID_CONFIG", setting]);
      assert.ok(!inspect(error).includes(TOKEN), inspect(error));
    }
    assert.equal(new Set(errors.map(({ message }) => message)).size, 1);
  });
}

test("every setting was seen, and has a message of its own", () => {
  assert.deepEqual(Object.keys(SETTINGS), settings());
  const messages = Object.values(SETTINGS).map(([call]) => thrown(call).message);
  assert.equal(new Set(messages).size, messages.length);
});

test("a TypeError names the argument, and says what a body is", () => {
  const [crypt, parsed] = [construct(), { Encrypt: "" }];
  const endpoint = new Endpoint(crypt);
  const rawBody = /^body must be the raw body, before any parser: a Buffer, /;
  for (const [call, message] of [
    [() => endpoint.receive("POST", "", parsed), rawBody],
    [() => endpoint.diagnose("POST", "", parsed), rawBody],
    [() => Endpoint.plain(TOKEN).receive("POST", "", [parsed]), rawBody],
    [() => crypt.decrypt(parsed, ""), rawBody],
    [() => crypt.decryptToString(parsed, ""), rawBody],
    [() => platform.openReply(crypt, parsed), rawBody],
    [() => new MsgCrypt(undefined, KEY, ""), /^token must /],
    [() => new MsgCrypt(TOKEN, undefined, ""), /^encodingAesKey must /],
    [() => new MsgCrypt(TOKEN, KEY, undefined), /^receiveId must /],
    [() => new MsgCrypt(TOKEN, KEY, "", { dialect: 1 }), /^dialect must /],
    [() => new MsgCrypt(TOKEN, KEY, "", { maxBody: "1" }), /^maxBody must /],
    [() => new Endpoint(TOKEN), /^crypt must /],
    [() => new Endpoint(crypt, { alsoAccept: crypt }), /^alsoAccept must /],
    [() => new Endpoint(crypt, { tolerance: "300" }), /^tolerance must /],
    [() => new RecentKeys({ claimFor: "5" }), /^claimFor must /],
    [() => new RecentKeys(5), /^options must /],
    [() => endpoint.receive(1, "", ""), /^method must /],
    [() => endpoint.receive("POST", 1, ""), /^query must /],
    [() => endpoint.receive("POST", "", "", { now: "1" }), /^now must /],
    [() => crypt.encrypt(parsed), /^message must /],
    [() => crypt.encrypt("", { random: "0" }), /^random must /],
  ]) {
    assert.throws(call, { name: "TypeError", code: "ERR_INVALID_ARG_TYPE", message });
  }
});

for (const [code, fail] of Object.entries(FAILURES)) {
  test(`${code} says what the table says`, () => {
    const error = thrown(fail);
    const { errno, httpStatus } = errorCodes[code];
    assert.ok(error instanceof WxsealError && error instanceof Error, inspect(error));
    assert.deepEqual(
      { code: error.code, errno: error.errno, httpStatus: error.httpStatus },
      { code, errno, httpStatus },
    );
    assert.equal(error.name, "WxsealError");
    assert.ok(error.message.endsWith(` (${errno})`), error.message);
    assert.ok(error.stack.startsWith(`WxsealError: ${error.message}\n`), "the stack begins with the class");
    assert.ok(error.stack.includes("errors.test.mjs"), "the stack leads to the caller");
    const more = ["position", "setting", "timestamp", "now"].filter((name) => name in error);
    const own = {
      WXSEAL_INVALID_KEY: ["position"],
      WXSEAL_INVALID_CONFIG: ["setting"],
      WXSEAL_STALE_TIMESTAMP: ["timestamp", "now"],
    };
    assert.deepEqual(more, own[code] ?? []);
    const { response } = error;
    assert.ok(response instanceof WxsealResponse);
    assert.deepEqual([response.status, response.contentType], [httpStatus, "text/plain; charset=utf-8"]);
  });
}

test("every code was seen", () => {
  assert.deepEqual(Object.keys(FAILURES).sort(), Object.keys(errorCodes).sort());
});

test("errors of one status have one answer", () => {
  const answers = new Map();
  for (const fail of [...Object.values(FAILURES), () => new Endpoint(construct()).receive("PUT", "")]) {
    const { httpStatus, response } = thrown(fail);
    const answer = [response.status, { ...response.headers }, response.body.toString()];
    if (!answers.has(httpStatus)) answers.set(httpStatus, answer);
    assert.deepEqual(answer, answers.get(httpStatus));
  }
  assert.deepEqual([...answers.keys()].sort(), [400, 403, 405, 500]);
});

test("another method is a malformed query with a status of its own", () => {
  const error = thrown(() => new Endpoint(construct()).receive("PUT", ""));
  assert.deepEqual([error.code, error.errno, error.httpStatus], ["WXSEAL_MALFORMED_QUERY", -40001, 405]);
  assert.equal(error.response.headers.Allow, "GET, POST");
  assert.equal(errorCodes.WXSEAL_MALFORMED_QUERY.httpStatus, 400);
});

test("codes are the shared names, as Node.js writes codes", () => {
  assert.equal(Object.keys(errorCodes).length, 12);
  for (const [code, { name, errno, httpStatus }] of Object.entries(errorCodes)) {
    assert.equal(code, `WXSEAL${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`);
    assert.ok(errno <= -40001 && errno >= -40011, code);
    assert.ok([400, 403, 500].includes(httpStatus), code);
  }
});

test("the numbers are those of the vectors", () => {
  const numbers = Object.fromEntries(Object.values(errorCodes).map(({ name, errno }) => [name, errno]));
  const negative = vectors.filter(({ error }) => error !== undefined);
  assert.ok(negative.length > 10);
  for (const { id, error } of negative) assert.equal(numbers[error.name], error.code, id);
});

test("the table is frozen", () => {
  assert.ok(Object.isFrozen(errorCodes));
  for (const row of Object.values(errorCodes)) assert.ok(Object.isFrozen(row));
});

test("StaleTimestamp says when", () => {
  const { timestamp, now, message } = thrown(FAILURES.WXSEAL_STALE_TIMESTAMP);
  assert.deepEqual([timestamp, now], [1714112445, 1714112746]);
  assert.match(message, /timestamp 1714112445, server 1714112746 /);
});

test("InvalidKey says where, in bytes", () => {
  const position = (key) => thrown(() => new MsgCrypt(TOKEN, key, "")).position;
  assert.equal(position(""), 0);
  assert.equal(position(KEY.slice(0, 42)), 42);
  assert.equal(position(`${KEY}A`), 43);
  assert.equal(position(`${KEY.slice(0, 9)}-${KEY.slice(10)}`), 9);
  assert.equal(position(`${KEY.slice(0, 9)}\0${KEY.slice(10)}`), 9);
  assert.equal(position(`${KEY.slice(0, 9)}\ud800${KEY.slice(10)}`), 9);
  assert.equal(position(`微${KEY.slice(1)}`), 0);
  assert.match(thrown(() => new MsgCrypt(TOKEN, "", "")).message, /look at offset 0 /);
});

test("no error shows the Token, the key or what the peer sent", () => {
  const errors = Object.values(FAILURES).map(thrown);
  const crypt = construct();
  errors.push(
    thrown(() => new MsgCrypt(`${TOKEN}\n`, KEY, "")),
    thrown(() => new MsgCrypt(TOKEN, `${KEY}${KEY}`, "")),
    thrown(() => new MsgCrypt({ TOKEN }, KEY, "")),
    thrown(() => new MsgCrypt(TOKEN, [KEY], "")),
    thrown(() => new MsgCrypt(TOKEN, KEY, "", { dialect: TOKEN })),
    thrown(() => crypt.decrypt(`<xml>${TOKEN}</xml>`, `msg_signature=${TOKEN}&timestamp=1&nonce=${TOKEN}`)),
    thrown(() => crypt.decrypt({ TOKEN }, "")),
    thrown(() => crypt.encrypt(TOKEN, { nonce: ` ${TOKEN}` })),
    thrown(() => Endpoint.plain(`${TOKEN} `)),
    thrown(() => new Endpoint(crypt, { account: { TOKEN } })),
    thrown(() => new Endpoint(crypt).receive(TOKEN, `nonce=${TOKEN}`, TOKEN)),
    thrown(() => new Endpoint(crypt).receive("POST", `nonce=${TOKEN}`, TOKEN)),
  );
  for (const error of errors) {
    const shown = inspect(error, { showHidden: true, depth: Infinity, getters: true });
    assert.ok(!shown.includes(TOKEN) && !shown.includes(KEY.slice(0, 20)), shown);
  }
});

test("a MsgCrypt shows nothing", () => {
  const crypt = construct();
  assert.deepEqual(Reflect.ownKeys(crypt), []);
  assert.equal(JSON.stringify(crypt), "{}");
  assert.equal(inspect(crypt, { showHidden: true, depth: Infinity, showProxy: true, getters: true }), "MsgCrypt {}");
  assert.equal(String(crypt), "[object Object]");
  assert.deepEqual(structuredClone(crypt), {});
});

test("the version is a version", () => assert.match(version, /^\d+\.\d+\.\d+$/));

function construct() {
  return new MsgCrypt(TOKEN, KEY, "");
}

function push() {
  const { method, query, body } = platform.plainPush(TOKEN, "{}");
  return Endpoint.plain(TOKEN).receive(method, query, body);
}

function open(id) {
  const { inputs } = vector(id);
  const { msg_signature, timestamp, nonce } = inputs;
  return new MsgCrypt(inputs.token, inputs.encoding_aes_key, inputs.receive_id).decrypt(
    inputs.body,
    rawQuery({ msg_signature, timestamp, nonce }),
  );
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}
