// The servers: programs of bindings-node/README.md, and what stands in `servers`, each in a process of its own.

import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const project = path.join(root, "target/frameworks/node");

export const TOKEN = "TokenOfTheTest";
export const KEY = "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3";
export const ID = "wx0123456789abcdef";
export const SETTINGS = { WXSEAL_TOKEN: TOKEN, WXSEAL_ENCODING_AES_KEY: KEY, WXSEAL_RECEIVE_ID: ID };

const servers = fileURLToPath(new URL("servers/", import.meta.url));

/** The programs of the README, by name. */
export function readme() {
  const text = readFileSync(path.join(root, "bindings-node/README.md"), "utf8");
  return Object.fromEntries(
    [...text.matchAll(/^```js (\S+)\n(.*?)^```$/gms)].map(([, name, program]) => [name, program]),
  );
}

/**
 * Starts a program of the README, or of `servers`, and gives its address.
 *
 * @param wechat What stands beside it: `wechat.mjs` of the README, or ours, which can do more.
 */
export async function start(t, name, { wechat = "wechat.mjs", environment } = {}) {
  const folder = path.join(project, "servers", wechat.replace(".mjs", ""));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(servers)) copyFileSync(path.join(servers, file), path.join(folder, file));
  for (const [file, program] of Object.entries(readme())) writeFileSync(path.join(folder, file), changed(program));
  if (wechat !== "wechat.mjs") copyFileSync(path.join(servers, wechat), path.join(folder, "wechat.mjs"));
  const port = String(await freePort());
  const env = { ...process.env, ...SETTINGS, PORT: port, NODE_ENV: "test", ...environment };
  const program = existsSync(path.join(servers, `serve-${name}`)) ? `serve-${name}` : name;
  const child = fork(path.join(folder, program), { cwd: folder, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const server = { url: `http://127.0.0.1:${port}/wechat`, port: Number(port), child, log: "", handled: [] };
  /** What was measured of so many requests, which comes on its own way, as does the log. */
  server.measured = async (count) => {
    for (let tries = 0; server.handled.length < count && tries < 100; tries += 1) await sleep(20);
    await sleep(20);
    return server.handled;
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (server.log += data));
  child.on("message", (handled) => handled === "done" || server.handled.push(handled));
  t.after(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, "exit");
  });
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) break;
    if (await fetch(server.url).catch(() => undefined)) {
      // Only what is asked from now on is a test's.
      await sleep(20);
      Object.assign(server, { log: "", handled: [] });
      return server;
    }
    await sleep(20);
  }
  throw new Error(`${name} did not start: ${server.log}`);
}

/** A program of the README on a port of the test's, which only this machine reaches. */
function changed(program) {
  return program
    .replace("listen(8000)", 'listen(process.env.PORT, "127.0.0.1")')
    .replace("port: 8000", 'port: Number(process.env.PORT), hostname: "127.0.0.1", host: "127.0.0.1"');
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
