// A redis-server of the test's own, and a way to it that cuts.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Why there is none; `false` where there is. */
export const noRedis = spawnSync("redis-server", ["--version"]).status !== 0 && "redis-server is not to be had here";

/** Starts one at a socket, `path`, which goes away with the test, after what `clients` has to end. `stop` and `start` take it away and bring it back. */
export async function redisServer(t, ...settings) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "wxseal-redis-"));
  const server = { path: path.join(folder, "redis"), child: undefined, clients: [] };
  server.start = async () => {
    const given = ["--port", "0", "--unixsocket", server.path, "--save", "", "--dir", folder, ...settings];
    server.child = spawn("redis-server", given, { stdio: "ignore" });
    while (!(await answers(server.path))) await sleep(20);
  };
  server.stop = async () => {
    const { child } = server;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  t.after(async () => {
    // A client whose server is gone tries to connect for ever.
    for (const end of server.clients) await end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.start();
  return server;
}

/**
 * A way to a server, with a `path` of its own, which cuts what `cuts` says: each `{ script, when, times }` is for the connections whose
 * request has the text `script`, and hangs up `before` it went through or `after` its reply came.
 */
export async function proxy(t, server) {
  const way = { ...server, path: `${server.path}-proxy`, cuts: [] };
  const sockets = new Set();
  const listening = createServer((client) => {
    const upstream = connect(server.path);
    let cutting = false;
    const end = () => [client, upstream].forEach((socket) => socket.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", end).on("close", end);
    }
    client.on("data", (data) => {
      const cut = way.cuts.find(({ script, times = 1 }) => times > 0 && data.includes(script));
      if (cut) cut.times = (cut.times ?? 1) - 1;
      if (cut?.when === "before") return end();
      cutting ||= cut !== undefined;
      return upstream.write(data);
    });
    upstream.on("data", (data) => (cutting ? end() : client.write(data)));
  }).listen(way.path);
  await once(listening, "listening");
  t.after(() => {
    listening.close();
    for (const socket of sockets) socket.destroy();
  });
  return way;
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(at) {
  const socket = connect(at);
  try {
    await once(socket, "connect");
    socket.write("PING\r\n");
    const [data] = await once(socket, "data");
    return String(data).startsWith("+PONG");
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
