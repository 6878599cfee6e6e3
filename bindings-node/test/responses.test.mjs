// Responses that are stored, as every language stores them; and the defaults, which are the library's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Endpoint, MsgCrypt, RecentKeys, WxsealResponse, platform } from "wxseal";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const bytes = (hexadecimal) => Buffer.from(hexadecimal.replace(/^-$/, ""), "hex");
const rows = read("tests/responses/stored.txt")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t"));

for (const [name, stored, status, contentType, body] of rows.filter((row) => row.length === 5)) {
  test(`${name} is read as it was stored`, () => {
    const response = WxsealResponse.fromBytes(bytes(stored));
    assert.ok(response instanceof WxsealResponse);
    assert.deepEqual([response.status, response.contentType], [Number(status), contentType]);
    assert.deepEqual(response.body, bytes(body));
    assert.equal(response.headers["Content-Type"], contentType);
    assert.equal(response.headers.Allow, response.status === 405 ? "GET, POST" : undefined);
    assert.deepEqual(response.toBytes(), bytes(stored));
  });
}

test("what is not stored so is refused", () => {
  const refused = rows.filter((row) => row.length === 2);
  assert.ok(refused.length > 50 && rows.length - refused.length > 10);
  for (const [name, stored] of refused) {
    assert.throws(
      () => WxsealResponse.fromBytes(bytes(stored)),
      { code: "WXSEAL_UNWRITABLE_REPLY", httpStatus: 500 },
      name,
    );
  }
});

test("bytes are read, and nothing else", () => {
  const [, stored] = rows[0];
  const like = Uint8Array.from(bytes(stored));
  assert.deepEqual(WxsealResponse.fromBytes(like).toBytes(), bytes(stored));
  assert.deepEqual(WxsealResponse.fromBytes(Buffer.concat([Buffer.of(0), like]).subarray(1)).toBytes(), bytes(stored));
  const shared = new Uint8Array(new SharedArrayBuffer(like.length));
  shared.set(like);
  const others = [undefined, null, 1, stored, [...like], like.buffer, new DataView(like.buffer), shared, {}];
  for (const other of others) {
    assert.throws(() => WxsealResponse.fromBytes(other), { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" });
  }
});

test("what is done with the bytes changes no response", () => {
  const response = WxsealResponse.fromBytes(bytes(rows[0][1]));
  response.toBytes().fill(0);
  assert.deepEqual(response.toBytes(), bytes(rows[0][1]));
  assert.throws(() => WxsealResponse.prototype.toBytes.call({}), TypeError);
});

test("a response that was stored is remembered", () => {
  const recent = new RecentKeys();
  const response = WxsealResponse.fromBytes(bytes(rows[0][1]));
  assert.equal(recent.claim("k", { now: 0 }).answer(response, { now: 0 }), true);
  assert.deepEqual(recent.claim("k", { now: 1 }).response.toBytes(), response.toBytes());
});

const library = Object.fromEntries(
  [...read("include/wxseal.h").matchAll(/^#define WXSEAL_DEFAULT_(\w+) (\w+)$/gm)].map(([, name, value]) => [
    name,
    /^\d+$/.test(value) ? Number(value) : value,
  ]),
);

test("what is left out is the library's default", () => {
  assert.equal(Object.keys(library).length, 7);
  const recent = new RecentKeys();
  const claim = recent.claim("k", { now: 0 });
  assert.equal(recent.claim("k", { now: 0 }).until, library.CLAIM_FOR);
  claim.answer(WxsealResponse.fromBytes(bytes(rows[0][1])), { now: 0 });
  assert.equal(recent.claim("k", { now: library.KEEP_FOR - 1 }).state, "answered");
  assert.equal(recent.claim("k", { now: library.KEEP_FOR }).state, "claimed");
  for (let index = 0; index <= library.MAX_ENTRIES; index += 1) recent.claim(String(index), { now: library.KEEP_FOR });
  assert.equal(recent.size, library.MAX_ENTRIES);
  const large = new RecentKeys();
  for (let index = 0; index < 5; index += 1) large.claim("k".repeat(library.MAX_BYTES / 4) + index, { now: 0 });
  assert.equal(large.size, 3);

  const crypt = new MsgCrypt("t", "A".repeat(43), "wx1");
  assert.match(crypt.encrypt("{}", { format: "json" }), /"MsgSignature"/);
  assert.equal(library.DIALECT, "WXSEAL_DIALECT_WECHAT");

  const now = 1714112445;
  const endpoint = Endpoint.plain("t");
  const push = platform.plainPush("t", "{}", { timestamp: now, nonce: "1" });
  const receive = (body, at) => endpoint.receive(push.method, push.query, body, { now: at });
  for (const sign of [-1, 1]) {
    receive(push.body, now + sign * library.TOLERANCE);
    assert.throws(() => receive(push.body, now + sign * (library.TOLERANCE + 1)), { code: "WXSEAL_STALE_TIMESTAMP" });
  }
  receive("{}".padEnd(library.MAX_BODY), now);
  assert.throws(() => receive("{}".padEnd(library.MAX_BODY + 1), now), { code: "WXSEAL_MALFORMED_ENVELOPE" });
});

test("the types say the library's defaults", () => {
  const types = read("bindings-node/index.d.ts");
  const mebibytes = (name) => `${library[name] / 2 ** 20} MiB`;
  for (const said of [
    `another may try, in seconds: ${library.CLAIM_FOR} by default`,
    `an answer is kept, in seconds: ${library.KEEP_FOR} by default`,
    `remembered at most: ${library.MAX_ENTRIES.toLocaleString("en")} by default`,
    `for the rest; ${mebibytes("MAX_BYTES")} by default`,
    `a whole number, ${mebibytes("MAX_BODY")} by default`,
    `by default, ${mebibytes("MAX_BODY")} on a plain endpoint`,
    `in whole seconds: ${library.TOLERANCE} by default`,
    `JSON replies have: \`"${library.DIALECT.replace("WXSEAL_DIALECT_", "").toLowerCase()}"\``,
  ]) {
    assert.ok(types.includes(said), said);
  }
});
