// One memory for many workers, on a real Redis, by the clients that people have.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Cluster, Redis } from "ioredis";
import * as redis5 from "redis";
import * as redis4 from "redis4";
import { Endpoint, MsgCrypt, RecentKeys as InProcess, WxsealResponse, platform } from "wxseal";
import { RecentKeys } from "wxseal/redis";
import { Queued, Webhook, once } from "wxseal/webhook";

import { freePort, noRedis as skip, proxy, redisServer } from "./redis-server.mjs";

/** What each of the three scripts has, and the others have not. */
const SCRIPTS = { claim: "'PX', ARGV[2]", answer: "XADD", release: "DEL" };
const STREAM = "{wxseal}:jobs";
const crypt = new MsgCrypt("TokenOfTheTest", "DistinctiveKeyDistinctiveKeyDistinctiveKey1", "wx1");
const endpoint = new Endpoint(crypt);
const response = push().replyText("first");

/** Clients of a server, which end with it. */
const CLIENTS = {
  ioredis: (server) => ioredis(server),
  "ioredis without a queue of its own": (server) =>
    ioredis(server, { enableOfflineQueue: false, autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 1 }),
  "node-redis 5": (server) => nodeRedis(redis5.createClient, server),
  "node-redis 5 without a queue, by RESP3": (server) =>
    nodeRedis(redis5.createClient, server, { disableOfflineQueue: true, RESP: 3 }, { reconnectStrategy: 20 }),
  "node-redis 5, a pool": (server) => nodeRedis(redis5.createClientPool, server),
  "node-redis 4": (server) => nodeRedis(redis4.createClient, server),
  "a function": async (server) => {
    const client = await ioredis(server);
    return (script, keys, args) => client.evalBuffer(script, keys.length, ...keys, ...args);
  },
};

// Most of their time is waiting.
describe("the clients", { concurrency: 4 }, () => Object.keys(CLIENTS).forEach(shares));

function shares(name) {
  test(`${name}: a push is claimed, then answered, then forgotten, for all who share a Redis`, { skip }, async (t) => {
    const server = await redisServer(t);
    const [one, other] = [
      await memory(name, server, { keepFor: 0.3 }),
      await memory("ioredis", server, { keepFor: 0.3 }),
    ];
    const claim = await one.claim("k");
    assert.equal(claim.state, "claimed");
    assert.deepEqual([(await one.claim("k")).state, (await other.claim("k")).state], ["busy", "busy"]);
    assert.equal(await claim.release(), true);
    assert.equal(await claim.release(), false);
    const again = await other.claim("k");
    assert.equal(again.state, "claimed");
    assert.equal(await claim.answer(response), false);
    assert.equal(await again.answer(response), true);
    assert.equal(await again.answer(response), true, "answered twice, as after a reply that was lost");
    const known = await one.claim("k");
    assert.equal(known.state, "answered");
    assert.deepEqual(known.response.toBytes(), response.toBytes());
    await sleep(350);
    assert.equal((await one.claim("k")).state, "claimed");
  });

  // A client of the pool's that is about to connect does not end with it.
  if (name === "node-redis 5, a pool") return;
  for (const when of ["before", "after"]) {
    test(`${name}: a connection that is cut ${when} a script ran costs nothing`, { skip }, async (t) => {
      const server = await redisServer(t);
      const way = await proxy(t, server);
      const recent = await memory(name, way);
      const cut = (script) => way.cuts.push({ script: SCRIPTS[script], when });
      cut("claim");
      const claim = await recent.claim("k");
      assert.equal(claim.state, "claimed");
      assert.equal((await recent.claim("k")).state, "busy");
      cut("answer");
      assert.equal(await claim.answer(response, "job 1", "job 2"), true);
      assert.deepEqual((await recent.claim("k")).response.body, response.body);
      assert.deepEqual(await jobs(server), [
        ["push", "{wxseal}:push:k", "job", "job 1"],
        ["push", "{wxseal}:push:k", "job", "job 2"],
      ]);
      cut("claim");
      assert.equal((await recent.claim("k")).state, "answered");
      const failed = await recent.claim("failed");
      cut("release");
      await failed.release();
      assert.equal((await recent.claim("failed")).state, "claimed");
      assert.ok(way.cuts.every(({ times }) => times === 0));
    });
  }

  test(
    `${name}: a Redis that is away or says nothing is told in time, and no claim is left of it`,
    { skip },
    async (t) => {
      const server = await redisServer(t);
      const recent = await memory(name, server);
      await recent.claim("warm");
      server.child.kill("SIGSTOP");
      await failsInTime(recent);
      server.child.kill("SIGCONT");
      await free(server);
      await server.stop();
      await failsInTime(recent);
      await server.start();
      // Until then a client may have kept what it was to send.
      for (let tries = 0; ; tries += 1) {
        const known = await recent.claim("k").catch(() => undefined);
        if (known?.state === "claimed") break;
        assert.ok(tries < 10, known?.state);
        await sleep(200);
      }
    },
  );
}

const CLUSTERS = {
  ioredis: async (port) => new Cluster([{ port, host: "127.0.0.1" }]),
  "node-redis 5": (port) => redis5.createCluster({ rootNodes: [{ url: `redis://127.0.0.1:${port}` }] }).connect(),
};
for (const [name, made] of Object.entries(CLUSTERS)) {
  test(`${name}: a Cluster has the keys of a script in one slot`, { skip }, async (t) => {
    const port = await freePort();
    const cluster = ["--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"];
    const server = await redisServer(t, "--port", String(port), "--bind", "127.0.0.1", ...cluster);
    const node = await ioredis(server);
    await node.call("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
    while (!/cluster_state:ok/.test(await node.call("CLUSTER", "INFO"))) await sleep(50);
    const client = await made(port);
    server.clients.push(() => (client.destroy ?? client.disconnect).call(client));
    const recent = new RecentKeys(client);
    assert.equal(await (await recent.claim("k")).answer(response, "job"), true);
    assert.equal((await recent.claim("k")).state, "answered");
    assert.equal((await jobs(server)).length, 1);
  });
}

test("what another language stored is answered, and ours is stored as theirs", { skip }, async (t) => {
  const server = await redisServer(t);
  const client = await ioredis(server);
  const recent = new RecentKeys(client);
  const rows = readFileSync(new URL("../../tests/responses/stored.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  for (const [name, hexadecimal, status] of rows) {
    const stored = Buffer.from(hexadecimal.replace(/^-$/, ""), "hex");
    const written = `=${stored.toString("base64")}`;
    await client.set(`{wxseal}:push:${name}`, written);
    if (status === undefined) {
      await assert.rejects(recent.claim(name), { code: "WXSEAL_UNWRITABLE_REPLY" }, name);
      continue;
    }
    const known = await recent.claim(name);
    assert.equal(known.response.status, Number(status));
    await (await recent.claim(`ours ${name}`)).answer(known.response);
    assert.equal(await client.get(`{wxseal}:push:ours ${name}`), written);
  }
  await client.set("{wxseal}:push:odd", "odd");
  await assert.rejects(recent.claim("odd"), /^Error: what is stored there is none of wxseal's$/);
});

test("a claim and an answer are kept as long as in the process, and under the prefix", { skip }, async (t) => {
  const server = await redisServer(t);
  const client = await ioredis(server);
  const recent = new RecentKeys(client, { prefix: "{mine}:", claimFor: null, keepFor: undefined });
  const left = async () => Math.ceil((await client.pttl("{mine}:push:k")) / 1000);
  const process = new InProcess();
  const [claim, claimed] = [await recent.claim("k"), process.claim("k", { now: 0 })];
  assert.equal(await left(), process.claim("k", { now: 0 }).until);
  await claim.answer(response, "job");
  claimed.answer(response, { now: 0 });
  const keptFor = await left();
  assert.equal(process.claim("k", { now: keptFor - 1 }).state, "answered");
  assert.equal(process.claim("k", { now: keptFor }).state, "claimed");
  assert.deepEqual((await client.keys("*")).sort(), ["{mine}:jobs", "{mine}:push:k"]);
});

test("what is no client, option or job is said at once", async () => {
  const run = async () => 1;
  for (const [given, name] of [
    [[], "client"],
    [["redis://127.0.0.1"], "client"],
    [[{ eval: run }], "client"],
    [[run, { claimFor: "5" }], "claimFor"],
    [[run, { keepFor: 0 }], "keepFor"],
    [[run, { keepFor: Infinity }], "keepFor"],
    [[run, { prefix: 1 }], "prefix"],
  ])
    assert.throws(() => new RecentKeys(...given), { name: "TypeError", message: new RegExp(`^${name} `) });
  const recent = new RecentKeys(async (script) => (script.includes("PX', ARGV[2]") ? null : 1));
  await assert.rejects(recent.claim(1), /^TypeError: key is a string$/);
  const claim = await recent.claim("k");
  await assert.rejects(claim.answer({ status: 200 }), /^TypeError: response is a WxsealResponse$/);
  await assert.rejects(claim.answer(response, 1), /^TypeError: a job is a string$/);
  for (const wrong of [() => new Queued("text"), () => new Queued(null, 1), () => new Queued(null, "\ud800")])
    assert.throws(wrong, TypeError);
});

test("a client that fails without a promise is as one that fails with it", async () => {
  const asked = [];
  const recent = new RecentKeys((script, keys, args) => {
    asked.push([script.includes("DEL"), keys, args[0]]);
    throw new Error("not connected");
  });
  await assert.rejects(recent.claim("k"), /^Error: not connected$/);
  const [first, second, third, ...more] = asked;
  assert.deepEqual([first, more], [second, []], "once more, as the same");
  assert.deepEqual(third, [true, first[1], first[2]], "and given back");
});

test("once: a push is handled once, its jobs are queued once, and every try gets one answer", { skip }, async (t) => {
  const server = await redisServer(t);
  const [one, other] = [await memory("ioredis", server), await memory("node-redis 4", server)];
  let calls = 0;
  const handle = async (given) => {
    await sleep(50);
    return new Queued(given.replyText(String((calls += 1))), "job 1", "job 2");
  };
  const answers = await Promise.all([one, other, one, other].map((recent) => once(recent, push(), handle)));
  answers.push(await once(other, push(), handle));
  assert.equal(calls, 1);
  for (const answer of answers) assert.deepEqual(answer.body, answers[0].body);
  assert.equal((await jobs(server)).length, 2);
  const quiet = await once(one, push({ MsgId: "2" }), () => new Queued(null, "job 3"));
  assert.equal(String(quiet.body), "success");
  assert.equal((await jobs(server)).length, 3);
});

test("once: a handler that throws leaves the push to the next try", { skip }, async (t) => {
  const server = await redisServer(t);
  const recent = await memory("ioredis", server);
  await assert.rejects(
    once(recent, push(), () => Promise.reject(new RangeError("x"))),
    RangeError,
  );
  const answer = await once(recent, push(), (given) => given.replyText("x"), { patience: 0 });
  assert.ok(answer instanceof WxsealResponse);
});

test(
  "once: where a claim ran out, the other's answer is given, or what was said is queued after all",
  { skip },
  async (t) => {
    const server = await redisServer(t);
    const recent = await memory("ioredis", server, { claimFor: 0.1 });
    const late = (said) => async (given) => {
      await sleep(150);
      return said(given);
    };
    // Without jobs, what was done is answered.
    const spoken = await once(
      recent,
      push({ MsgId: "1" }),
      late((given) => given.empty()),
    );
    assert.equal(spoken.body.length, 0);
    // Nobody else came: it is claimed again.
    let calls = 0;
    const queued = await once(
      recent,
      push({ MsgId: "2" }),
      late((given) => new Queued(given.empty(), `job ${(calls += 1)}`)),
    );
    assert.equal(queued.body.length, 0);
    assert.equal(calls, 1);
    // Somebody else was quicker.
    const [slow, quick] = await Promise.all([
      once(
        recent,
        push({ MsgId: "3" }),
        late((given) => new Queued(given.empty(), "job of the slow")),
      ),
      sleep(110).then(() => once(recent, push({ MsgId: "3" }), () => new Queued(null, "job of the quick"))),
    ]);
    assert.deepEqual([String(slow.body), String(quick.body)], ["success", "success"]);
    assert.deepEqual(
      (await jobs(server)).map((entry) => entry[3]),
      ["job 1", "job of the quick"],
    );
  },
);

test("once: what was done is answered though it cannot be stored; with jobs it is not", { skip }, async (t) => {
  const server = await redisServer(t);
  const way = await proxy(t, server);
  const recent = await memory("ioredis without a queue of its own", way);
  const lines = [];
  const logger = { error: (line) => lines.push(line) };
  way.cuts.push({ script: SCRIPTS.answer, when: "before", times: 2 });
  const answer = await once(recent, push(), (given) => given.replyText("x"), { logger });
  assert.ok(answer instanceof WxsealResponse);
  assert.equal(lines.length, 1);
  assert.match(lines[0], /^wxseal: MemoryFailed: answer: [^\n]+$/);
  way.cuts.push({ script: SCRIPTS.answer, when: "after", times: 2 });
  const handle = () => new Queued(null, "job");
  await assert.rejects(once(recent, push({ MsgId: "2" }), handle, { logger }), (error) => {
    assert.match(error.message, /^answer: /);
    return error.cause instanceof Error;
  });
  assert.equal(lines.length, 1);
  // It went through, so the retry gets it.
  const retry = await once(recent, push({ MsgId: "2" }), assert.fail);
  assert.equal(String(retry.body), "success");
  assert.equal((await jobs(server)).length, 1);
});

test("once: all but the handler ends in time, whatever a memory does", async () => {
  const given = [];
  let late;
  const claim = { state: "claimed", answer: () => new Promise(() => {}), release: () => given.push("back") };
  const never = { claim: () => new Promise((resolve) => (late = () => resolve(claim))) };
  const stuck = { claim: () => claim, queues: true };
  const logger = { error() {} };
  const began = performance.now();
  const ended = () => performance.now() - began;
  const took = await Promise.all([
    assert.rejects(once(never, push(), assert.fail), /claim: TimedOut .*no answer within/).then(ended),
    once(stuck, push(), (given) => given.empty(), { logger, patience: 60 }).then(ended),
    assert.rejects(once(stuck, push(), () => new Queued(null, "job"))).then(ended),
    once({ claim: () => ({ state: "busy" }) }, push(), assert.fail, { patience: 60 }).then(ended),
  ]);
  for (const milliseconds of took) assert.ok(milliseconds < 4900, String(took));
  late();
  await sleep(10);
  assert.deepEqual(given, ["back"], "a claim that came too late");
});

test("a Queued where there is no queue is the developer's mistake, and the push is free again", async () => {
  const recent = new InProcess();
  const answered = [];
  const claim = (key) => {
    const known = recent.claim(key);
    if (known.state !== "claimed") return known;
    return { state: "claimed", answer: (...given) => answered.push(given), release: () => known.release() };
  };
  for (const memory of [undefined, recent, { claim }]) {
    const lines = [];
    const logger = { warn: assert.fail, error: (line) => lines.push(line) };
    const handle = (given) => new Queued(given.replyText("x"), "job");
    const hook = new Webhook(endpoint, handle, { recent: memory, logger });
    const { query, body } = request({ MsgId: "1" });
    const { status } = await hook.answer("POST", `/?${query}`, () => body);
    assert.equal(status, 500);
    assert.deepEqual(lines, ["wxseal: HandlerFailed: a Queued needs a `recent` that has a queue, as wxseal/redis has"]);
  }
  assert.deepEqual(answered, []);
  assert.equal(recent.claim(push({ MsgId: "1" }).dedupKey).state, "claimed");
  const without = await once(recent, push({ MsgId: "2" }), (given) => new Queued(given.empty()));
  assert.equal(without.body.length, 0);
});

async function memory(name, server, options) {
  return new RecentKeys(await CLIENTS[name](server), options);
}

async function ioredis({ path, clients }, options) {
  const client = new Redis({ path, lazyConnect: true, ...options }).on("error", () => {});
  await client.connect();
  clients.push(() => client.disconnect());
  return client;
}

async function nodeRedis(create, { path, clients }, options, socket) {
  const client = create({ socket: { path, ...socket }, ...options }).on("error", () => {});
  await client.connect();
  clients.push(() => (client.destroy ?? client.disconnect).call(client));
  return client;
}

/** What stands on the stream of jobs. */
async function jobs(server) {
  const client = await ioredis(server);
  return (await client.xrange(STREAM, "-", "+")).map(([, fields]) => fields);
}

async function failsInTime(recent) {
  const began = performance.now();
  await assert.rejects(once(recent, push({ MsgId: "lost" }), assert.fail), { outcome: "MemoryFailed" });
  const took = performance.now() - began;
  assert.ok(took < 4900, String(took));
}

/** Waits until nobody has a claim on what `failsInTime` asks for. */
async function free(server) {
  const client = await ioredis(server);
  const key = `{wxseal}:push:${push({ MsgId: "lost" }).dedupKey}`;
  for (let tries = 0; (await client.exists(key)) === 1; tries += 1) {
    assert.ok(tries < 20, "a claim that nobody has is left");
    await sleep(50);
  }
}

function request(changes) {
  const fields = { ToUserName: "gh_1", FromUserName: "o1", CreateTime: 1, MsgType: "text", MsgId: "1", ...changes };
  return platform.push(crypt, JSON.stringify(fields));
}

function push(changes) {
  const { method, query, body } = request(changes);
  return endpoint.receive(method, query, body);
}
