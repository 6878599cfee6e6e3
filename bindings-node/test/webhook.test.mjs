// What all adapters share. In their frameworks, tests/frameworks runs them.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Endpoint, MsgCrypt, RecentKeys, platform } from "wxseal";
import { webhook } from "wxseal/fetch";
import { MAX_BODY, Router, Webhook, once } from "wxseal/webhook";

const KEY = "DistinctiveKeyDistinctiveKeyDistinctiveKey1";
const crypt = new MsgCrypt("TokenOfTheTest", KEY, "wx1");
const endpoint = new Endpoint(crypt);

test("a router asks the event's handler, then the type's, then the one for the rest", () => {
  const router = new Router()
    .on("text", (push) => push.replyText("text"))
    .on("event", "subscribe", () => "subscribe")
    .on("event", () => "event")
    .otherwise(() => "otherwise");
  assert.equal(router.handle(push({ MsgType: "event", Event: "subscribe" })), "subscribe");
  assert.equal(router.handle(push({ MsgType: "event", Event: "CLICK" })), "event");
  assert.equal(router.handle(push({ MsgType: "event" })), "event");
  assert.equal(router.handle(push({ MsgType: "image" })), "otherwise");
  assert.equal(router.handle(push({ MsgType: undefined, InfoType: "authorized" })), "otherwise");
  assert.equal(router.handle(push({ MsgType: "__proto__", Event: "constructor" })), "otherwise");
  assert.equal(router.handle(push({ MsgType: "text" })).status, 200);
  assert.equal(new Router().handle(push({ MsgType: "text" })), undefined);
});

test("a router takes each name once, and functions only", () => {
  const router = new Router()
    .on("text", () => {})
    .on("event", "subscribe", () => {})
    .otherwise(() => {});
  assert.throws(() => router.on("text", () => {}), /^Error: text has a handler already$/);
  assert.throws(() => router.on("event", "subscribe", () => {}), /^Error: event subscribe has a handler already$/);
  assert.throws(() => router.otherwise(() => {}), /^Error: otherwise has a handler already$/);
  for (const wrong of [
    () => router.on("image"),
    () => router.on("image", "x"),
    () => router.on(undefined, () => {}),
    () => router.on("event", undefined, () => {}),
    () => router.on("image", "subscribe", () => {}),
    () => router.otherwise(),
  ])
    assert.throws(wrong, TypeError);
});

test("a push is handled once, and its retries get the first answer", async () => {
  const recent = new RecentKeys();
  let calls = 0;
  const handle = async (given) => {
    await sleep(20);
    return given.replyText(String((calls += 1)));
  };
  const answers = await Promise.all([push(), push(), push()].map((each) => once(recent, each, handle)));
  answers.push(await once(recent, push(), handle));
  assert.equal(calls, 1);
  for (const answer of answers) assert.deepEqual(answer.body, answers[0].body);
});

test("a handler that throws has its claim released, and the error goes on", async () => {
  const recent = new RecentKeys();
  const failure = new Error("no");
  for (const handle of [() => Promise.reject(failure), { handle: () => Promise.reject(failure) }])
    await assert.rejects(once(recent, push(), handle), (error) => error === failure);
  await assert.rejects(
    once(recent, push(), () => "text"),
    /^TypeError: a handler returns what/,
  );
  const answer = await once(recent, push(), () => undefined);
  assert.equal(String(answer.body), "success");
});

test("a retry waits no longer than its patience, and may handle what another left", async () => {
  const recent = new RecentKeys();
  recent.claim(push().dedupKey);
  const began = performance.now();
  assert.equal(await once(recent, push(), assert.fail, { patience: 0.1 }), undefined);
  assert.ok(performance.now() - began < 1000);
  const short = new RecentKeys({ claimFor: 1 });
  short.claim(push().dedupKey);
  assert.equal(String((await once(short, push(), () => null)).body), "success");
});

test("a memory may be asynchronous", async () => {
  const recent = new RecentKeys();
  const asked = [];
  const later = {
    async claim(key) {
      const known = recent.claim(key);
      asked.push(known.state);
      if (known.state !== "claimed") return known;
      return { state: "claimed", answer: async (answer) => known.answer(answer), release: async () => known.release() };
    },
  };
  const first = await once(later, push(), (given) => given.replyText("x"));
  const second = await once(later, push(), assert.fail);
  assert.deepEqual(second.body, first.body);
  assert.deepEqual(asked, ["claimed", "answered"]);
});

test("a push that another works on goes unanswered before the platform hangs up", async () => {
  const began = performance.now();
  const { answer, lines, handled } = await asked(assert.fail, { recent: { claim: () => ({ state: "busy" }) } });
  assert.equal(answer, undefined);
  assert.deepEqual([handled.outcome, handled.retry, handled.handlerUs], ["Busy", true, 0]);
  assert.match(lines.join(), /^error wxseal: Busy: [^\n]+$/);
  assert.ok(performance.now() - began < 4900);
});

test("what was done is answered, also where its answer cannot be stored", async () => {
  const claim = () => ({
    state: "claimed",
    answer: () => Promise.reject(new Error("the store\nis gone")),
    release: () => Promise.reject(new Error("the store is gone")),
  });
  const { answer, lines, handled } = await asked((given) => given.replyText("x"), { recent: { claim } });
  assert.equal(answer.status, 200);
  assert.match(lines.join("\n"), /^error wxseal: MemoryFailed: answer: Error at \S+: the store is gone$/);
  assert.equal(handled.outcome, "reply");
  const failed = await asked(() => Promise.reject(new RangeError("x")), { recent: { claim } });
  assert.equal(failed.answer.status, 500);
  assert.equal(failed.lines.length, 2);
  assert.equal(failed.handled.outcome, "HandlerFailed");
});

test("an outcome has a name of the table of errors, or of the answer", async () => {
  const outcome = async (handle) => (await asked(handle)).handled.outcome;
  assert.equal(await outcome(() => undefined), "success");
  assert.equal(await outcome((given) => given.success()), "success");
  assert.equal(await outcome((given) => given.empty()), "empty");
  assert.equal(await outcome((given) => given.replyText("success")), "reply");
  assert.equal(await outcome((given) => given.replyText("\ud800")), "UnwritableReply");
  assert.equal(await outcome((given) => given.widgetQuery()), "MalformedMessage");
  assert.equal(await outcome(() => Promise.reject(null)), "HandlerFailed");
  const { answer, handled } = await asked(() => {}, {}, { url: "/?timestamp=1" });
  assert.deepEqual([answer.status, handled.outcome, handled.format], [400, "MalformedQuery", undefined]);
  assert.ok(Object.isFrozen(handled));
});

test("a refusal is one line, with what diagnose finds only if that is asked for", async () => {
  const url = `/?${platform.push(new MsgCrypt("another", KEY, "wx1"), "{}").query}`;
  const plain = await asked(() => {}, {}, { url });
  assert.equal(plain.lines.length, 1);
  assert.match(plain.lines[0], /^warn wxseal: SignatureMismatch: [^;]+$/);
  const diagnosed = await asked(() => {}, { diagnose: true }, { url });
  assert.equal(diagnosed.lines.length, 1);
  assert.match(diagnosed.lines[0], /^warn wxseal: SignatureMismatch: .*; \w+: /);
});

test("what a handler throws is named by its kind and place, and never quoted", async () => {
  class QuotingError extends Error {}
  const thrown = [
    new QuotingError("secret"),
    new QuotingError("secret\n    at secret (secret.js:1:1)"),
    Object.assign(new QuotingError("secret.js:1:1"), { message: "" }),
    Object.assign(new QuotingError("x"), { name: "secret", message: "secret", stack: "secret" }),
    Object.assign(new QuotingError("secret\n    at x (secret.js:1:1)"), { constructor: null, message: 1 }),
    new AggregateError([new Error("secret")], "secret"),
    "secret",
    { secret: "secret" },
    null,
  ];
  for (const error of thrown) {
    const { answer, lines } = await asked(() => Promise.reject(error));
    assert.equal(answer.status, 500);
    assert.equal(lines.length, 1);
    assert.match(lines[0], /^error wxseal: HandlerFailed: /);
    assert.doesNotMatch(lines[0], /secret/);
  }
  assert.match((await asked(() => null.x)).lines[0], /TypeError at webhook\.test\.mjs:\d+:\d+$/);
});

test("what measures and what logs is in nobody's way", async () => {
  const fails = () => {
    throw new TypeError("secret");
  };
  const { answer, lines } = await asked((given) => given.replyText("x"), { onRequest: fails });
  assert.equal(answer.status, 200);
  assert.match(lines.join(), /^error wxseal: onRequest: TypeError at webhook\.test\.mjs:\d+:\d+$/);
  const silent = new Webhook(endpoint, fails, { logger: { warn: fails, error: fails } });
  const { query, body } = request();
  assert.equal((await silent.answer("POST", `/?${query}`, () => body)).status, 500);
});

test("a body is asked for by POST alone, with its limit", async () => {
  const limits = [];
  const read = (maxBody) => {
    limits.push(maxBody);
    return "";
  };
  for (const options of [undefined, null, { maxBody: null }, { maxBody: 7 }]) {
    const hook = new Webhook(endpoint, () => {}, { ...options, logger: { warn() {}, error() {} } });
    for (const method of ["GET", "PUT", "POST"]) await hook.answer(method, "/", read);
  }
  assert.deepEqual(limits, [MAX_BODY, MAX_BODY, MAX_BODY, 7]);
  assert.equal(MAX_BODY, 1 << 20);
});

test("a mistake in the options is seen at the start", () => {
  const handle = () => {};
  for (const [given, name] of [
    [[undefined, handle], "endpoint"],
    [[crypt, handle], "endpoint"],
    [[endpoint], "handle"],
    [[endpoint, {}], "handle"],
    [[endpoint, handle, { recent: {} }], "recent"],
    [[endpoint, handle, { maxBody: 1.5 }], "maxBody"],
    [[endpoint, handle, { maxBody: "1mb" }], "maxBody"],
    [[endpoint, handle, { logger: {} }], "logger"],
    [[endpoint, handle, { onRequest: "x" }], "onRequest"],
  ])
    assert.throws(() => new Webhook(...given), { name: "TypeError", message: new RegExp(`^${name} `) });
});

test("where nothing can be left unanswered, the platform is let go first", async () => {
  const claim = () => {
    throw new Error("the store is gone");
  };
  const receive = webhook(endpoint, () => {}, { recent: { claim }, logger: { warn() {}, error() {} } });
  const peer = new AbortController();
  const { query, body } = request();
  const waiting = receive(new Request(`http://h/?${query}`, { method: "POST", body, signal: peer.signal }));
  assert.equal(await Promise.race([waiting, sleep(100, "waiting")]), "waiting");
  peer.abort();
  assert.equal((await waiting).status, 503);
});

test("each module is the same by require and by import", async () => {
  const require = createRequire(import.meta.url);
  for (const name of ["node", "koa", "fastify", "fetch", "webhook", "redis"]) {
    const [required, imported] = [require(`wxseal/${name}`), await import(`wxseal/${name}`)];
    for (const key of Object.keys(required)) assert.equal(imported[key], required[key], `${name} ${key}`);
  }
});

/** Hands a push to a webhook, and returns its answer, what it logs and what it measures. */
async function asked(handle, options, { url, body } = {}) {
  const lines = [];
  const logger = { warn: (line) => lines.push(`warn ${line}`), error: (line) => lines.push(`error ${line}`) };
  let handled;
  const hook = new Webhook(endpoint, handle, { onRequest: (seen) => (handled = seen), logger, ...options });
  const sent = request();
  const answer = await hook.answer("POST", url ?? `/?${sent.query}`, () => body ?? sent.body);
  await sleep(1);
  return { answer, lines, handled };
}

function request(changes) {
  const fields = { ToUserName: "gh_1", FromUserName: "o1", CreateTime: 1, MsgType: "text", MsgId: "1", ...changes };
  return platform.push(crypt, JSON.stringify(fields));
}

function push(changes) {
  const { method, query, body } = request(changes);
  return endpoint.receive(method, query, body);
}
