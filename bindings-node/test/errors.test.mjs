import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import {
  Endpoint,
  MsgCrypt,
  WxsealError,
  WxsealResponse,
  errorCodes,
  platform,
  verifySignature,
  version,
} from "wxseal";

import { rawQuery, vector, vectors } from "./corpus.mjs";

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
    const more = ["position", "timestamp", "now"].filter((name) => name in error);
    const expected = { WXSEAL_INVALID_KEY: ["position"], WXSEAL_STALE_TIMESTAMP: ["timestamp", "now"] }[code] ?? [];
    assert.deepEqual(more, expected);
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
