// Workers that share one Redis, by their frameworks, and the examples of a fleet and of its queue's worker.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort, noRedis as skip, redisServer } from "../../../bindings-node/test/redis-server.mjs";
import { SETTINGS, project, root, start } from "./frameworks.mjs";
import { opened, push, send, text } from "./platform.mjs";

const wechat = "wechat-shared.mjs";

test("two workers share one Redis: a push is handled by one, and both give its answer", { skip }, async (t) => {
  const redis = await redisServer(t);
  const [one, other] = [
    await worker(t, "express.mjs", redis),
    await worker(t, "fastify.mjs", redis, { CLIENT: "redis" }),
  ];
  for (let id = 0; id < 20; id += 1) {
    const tries = [one, other, one].map((server) => send(server, push(text({ MsgId: String(id) }))));
    const said = await Promise.all(tries.map(async (answer) => (await opened(await answer)).message));
    assert.equal(new Set(said).size, 1);
    assert.match(said[0], /by \d+/);
  }
  const handled = [...one.handled, ...other.handled].filter(({ handling }) => handling !== undefined);
  assert.equal(handled.length, 20);
});

test("a worker that is killed with a claim in its hand leaves the push to the next try", { skip }, async (t) => {
  const redis = await redisServer(t);
  const one = await worker(t, "http.mjs", redis, { TAKES: "60000" });
  const other = await worker(t, "http.mjs", redis, { CLIENT: "redis" });
  const began = performance.now();
  const first = send(one, push(text())).catch(() => "cut");
  while (!one.handled.some(({ handling }) => handling)) await sleep(10);
  one.child.kill("SIGKILL");
  assert.equal(await first, "cut");
  // The platform's second try comes while the claim holds, and its third one at the latest is answered.
  const second = await send(other, push(text()), { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  const answer = second ?? (await send(other, push(text()), { signal: AbortSignal.timeout(5000) }));
  assert.match((await opened(answer)).message, new RegExp(`by ${other.child.pid}`));
  assert.ok(performance.now() - began < 10_000);
});

// By a server that can hang up, and by one that cannot.
for (const [program, hangsUp] of [
  ["http.mjs", true],
  ["koa.mjs", true],
  ["fastify.mjs", true],
  ["hono.mjs", false],
])
  for (const [how, CLIENT] of [
    ["stopped", "ioredis"],
    ["silent", "redis"],
  ]) {
    test(
      `${program}: a Redis that is ${how} leaves a push unanswered within 5 seconds, with one line`,
      { skip },
      async (t) => {
        const redis = await redisServer(t);
        const server = await worker(t, program, redis, { CLIENT });
        assert.equal((await send(server, push(text()))).status, 200);
        if (how === "stopped") await redis.stop();
        else redis.child.kill("SIGSTOP");
        server.handled.length = 0;
        const began = performance.now();
        const sent = send(server, push(text({ MsgId: "2" })), { signal: AbortSignal.timeout(5000) });
        await assert.rejects(sent, hangsUp ? { code: "ECONNRESET" } : { name: "AbortError" });
        if (hangsUp) assert.ok(performance.now() - began < 4900);
        assert.deepEqual(
          (await server.measured(1)).map(({ outcome }) => outcome),
          ["MemoryFailed"],
        );
        assert.match(server.log, /^wxseal: MemoryFailed: claim: [^\n]+\n$/);
        if (how === "stopped") await redis.start();
        else redis.child.kill("SIGCONT");
        for (let tries = 0; ; tries += 1) {
          const status = await send(server, push(text({ MsgId: "2" })), { signal: AbortSignal.timeout(5000) }).then(
            (answer) => answer.status,
            () => undefined,
          );
          if (status === 200) break;
          assert.ok(tries < 3, `try ${tries} failed too`);
        }
      },
    );
  }

test("the fleet of the examples queues what its worker does once, and acknowledges", { skip }, async (t) => {
  const redis = await redisServer(t);
  const { Redis } = await import(path.join(project, "node_modules/ioredis/built/index.js"));
  const client = new Redis(redis.path).on("error", () => {});
  redis.clients.push(() => client.disconnect());
  for (const file of ["fleet.mjs", "worker.mjs"])
    copyFileSync(path.join(root, "examples/node", file), path.join(project, file));
  const environment = { WXSEAL_REDIS: redis.path };
  const ports = [await example(t, "fleet.mjs", environment), await example(t, "fleet.mjs", environment)];
  for (let id = 0; id < 5; id += 1)
    for (const port of ports)
      assert.match((await opened(await send({ port }, push(text({ MsgId: String(id) }))))).message, /你好/);
  assert.equal(await client.xlen("{wxseal}:jobs"), 5);
  // Somebody has taken one, and died.
  await client.xgroup("CREATE", "{wxseal}:jobs", "workers", "0");
  await client.xreadgroup("GROUP", "workers", "dead", "COUNT", 1, "STREAMS", "{wxseal}:jobs", ">");
  const done = [];
  const worker = spawn(process.execPath, ["worker.mjs", "one"], {
    cwd: project,
    env: { ...process.env, ...environment, WXSEAL_LEFT_MS: "200" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => worker.kill());
  worker.stdout.on("data", (data) => done.push(...String(data).trim().split("\n")));
  for (let tries = 0; (await client.xlen("{wxseal}:jobs")) > 0 && tries < 200; tries += 1) await sleep(50);
  assert.equal(new Set(done).size, 5, done.join("\n"));
  assert.equal(done.length, 5);
  assert.match(done[0], /^\{wxseal\}:push:\S+ \{"from":"o1","length":2\}$/);
  assert.equal((await client.xpending("{wxseal}:jobs", "workers"))[0], 0);
});

function worker(t, program, redis, environment) {
  return start(t, program, { wechat, environment: { REDIS: redis.path, ...environment } });
}

/** Starts a server of `examples`, and gives its port. */
async function example(t, file, environment) {
  const port = await freePort();
  const env = { ...process.env, ...SETTINGS, ...environment, WXSEAL_PORT: String(port) };
  const child = spawn(process.execPath, [file], { cwd: project, env, stdio: "inherit" });
  t.after(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, "exit");
  });
  while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined))) await sleep(20);
  return port;
}
