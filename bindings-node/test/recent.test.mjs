import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Endpoint, RecentKeys, WxsealResponse, platform } from "wxseal";

const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const invalidConfig = { code: "WXSEAL_INVALID_CONFIG" };

const response = answer("first");

test("a key is claimed, then answered, then forgotten", () => {
  const recent = new RecentKeys({ claimFor: 5, keepFor: 60 });
  const claim = recent.claim("k", { now: 100 });
  assert.equal(claim.state, "claimed");
  assert.deepEqual(recent.claim("k", { now: 104.9 }), { state: "busy", until: 105 });
  assert.equal(claim.answer(response, { now: 103 }), true);
  const known = recent.claim("k", { now: 162 });
  assert.equal(known.state, "answered");
  assert.ok(known.response instanceof WxsealResponse);
  assert.deepEqual([known.response.status, known.response.body], [response.status, response.body]);
  assert.deepEqual(known.response.headers, response.headers);
  assert.equal(claim.answer(response, { now: 162 }), false);
  assert.equal(recent.claim("k", { now: 163 }).state, "claimed");
});

test("a claim that ran out is another's", () => {
  const recent = new RecentKeys();
  const first = recent.claim("k", { now: 0 });
  const second = recent.claim("k", { now: 5 });
  assert.equal(second.state, "claimed");
  assert.equal(first.answer(response, { now: 6 }), false);
  assert.equal(first.release(), false);
  assert.equal(second.release(), true);
  assert.equal(second.release(), false);
  assert.equal(recent.claim("k", { now: 6 }).state, "claimed");
});

test("a claim is of the object that gave it", () => {
  const [one, other] = [new RecentKeys(), new RecentKeys()];
  const claim = one.claim("k", { now: 0 });
  other.claim("k", { now: 0 });
  assert.equal(claim.answer(response, { now: 0 }), true);
  assert.equal(one.claim("k", { now: 0 }).state, "answered");
  assert.equal(other.claim("k", { now: 0 }).state, "busy");
});

test("its own answers are not the caller's to change", () => {
  const recent = new RecentKeys();
  const own = answer("second");
  recent.claim("k", { now: 0 }).answer(own, { now: 0 });
  own.body.fill(0);
  recent.claim("k", { now: 1 }).response.body.fill(0);
  assert.equal(recent.claim("k", { now: 1 }).response.body.toString(), "second");
});

test("the system's time", () => {
  const recent = new RecentKeys();
  const now = Date.now() / 1000;
  const claim = recent.claim("k");
  const { until } = recent.claim("k", {});
  assert.ok(Number.isInteger(until) && Math.abs(until - now - 5) < 3, String(until - now));
  assert.equal(claim.answer(response, null), true);
  assert.equal(recent.claim("k").state, "answered");
});

test("it is bounded", () => {
  const entries = new RecentKeys({ maxEntries: 10 });
  for (let index = 0; index < 100; index += 1) entries.claim(String(index), { now: 0 });
  assert.equal(entries.size, 10);
  const bytes = new RecentKeys({ maxBytes: 3300 });
  for (let index = 0; index < 100; index += 1) bytes.claim(String(index).padStart(10), { now: 0 });
  assert.equal(bytes.size, 10);
});

test("keys are whole texts", () => {
  const recent = new RecentKeys();
  for (const key of ["", "k", "k\0", "k\0k", "微", "\u0141", "x".repeat(1000), "__proto__"]) {
    assert.equal(recent.claim(key, { now: 0 }).state, "claimed", key);
    assert.equal(recent.claim(key, { now: 0 }).state, "busy", key);
  }
  for (const key of ["\ud800", "\udc00k"]) assert.throws(() => recent.claim(key), invalidConfig);
  for (const key of [undefined, null, 1, 1n, {}, ["k"], Symbol("k"), Buffer.from("k")]) {
    assert.throws(() => recent.claim(key), typeError);
  }
});

test("only its own objects", () => {
  const recent = new RecentKeys();
  const claim = recent.claim("k");
  const copies = [{ ...claim }, structuredClone(claim), Object.create(claim), new Proxy(claim, {})];
  for (const receiver of [undefined, null, 1, "k", {}, recent, response, ...copies]) {
    assert.throws(() => claim.answer.call(receiver, response), TypeError);
    assert.throws(() => claim.release.call(receiver), TypeError);
  }
  for (const value of [undefined, null, "success", {}, claim, { ...response }, new Response("")]) {
    assert.throws(() => claim.answer(value), typeError);
  }
  assert.throws(() => new claim.constructor(), { name: "TypeError", message: "Illegal constructor" });
  assert.throws(() => RecentKeys(), TypeError);
  for (const receiver of [undefined, {}, claim, Object.create(RecentKeys.prototype)]) {
    assert.throws(() => RecentKeys.prototype.claim.call(receiver, "k"), TypeError);
  }
  assert.equal(claim.answer(response), true);
});

test("options", () => {
  for (const options of [undefined, null, {}, { claimFor: null, keepFor: undefined }]) new RecentKeys(options);
  for (const options of [1, "1", true, 1n, () => {}]) assert.throws(() => new RecentKeys(options), typeError);
  for (const name of ["claimFor", "keepFor", "maxEntries", "maxBytes"]) {
    for (const value of [-1, 0.5, NaN, Infinity]) {
      assert.throws(() => new RecentKeys({ [name]: value }), invalidConfig, name);
    }
    for (const value of ["1", 1n, {}, true]) assert.throws(() => new RecentKeys({ [name]: value }), typeError, name);
  }
  const recent = new RecentKeys();
  for (const now of [-1, NaN, Infinity]) assert.throws(() => recent.claim("k", { now }), invalidConfig);
  assert.throws(() => recent.claim("k", { now: "1" }), typeError);
  // A claim within a claim, by way of a getter.
  const within = {
    get now() {
      return recent.claim("k", { now: 7 }).state === "claimed" ? 7 : 0;
    },
  };
  assert.equal(recent.claim("k", within).state, "busy");
});

test("it shows nothing", () => {
  const recent = new RecentKeys();
  const claim = recent.claim("key");
  claim.answer(response);
  assert.equal(inspect([recent, claim]), "[ RecentKeys {}, Claim { state: 'claimed' } ]");
  const shown = inspect([recent, claim, recent.claim("key")], { showHidden: true, depth: Infinity });
  assert.ok(!shown.includes("key") && !shown.includes("first"), shown);
});

function answer(text) {
  const { query, body } = platform.plainPush("t", '{"MsgType":"text"}', { timestamp: 1714112445 });
  return Endpoint.plain("t").receive("POST", query, body, { now: 1714112445 }).replyRaw(text);
}
