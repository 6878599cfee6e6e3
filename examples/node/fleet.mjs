// A webhook in many processes, on one machine or several, with one memory: Redis or Valkey.
//
//     npm install path/to/wxseal/bindings-node ioredis
//     export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=… WXSEAL_REDIS=redis://127.0.0.1:6379/0
//     WXSEAL_PORT=8001 node fleet.mjs &
//     WXSEAL_PORT=8002 node fleet.mjs &
//
// The platform sends a push up to three times, and a load balancer hands each try to another process: one handles it, and all give its
// answer. What a text sets off is put on a queue in the step that stores the answer; worker.mjs does it.

import { createServer } from "node:http";
import { Redis } from "ioredis";
import { Endpoint, MsgCrypt } from "wxseal";
import { webhook } from "wxseal/node";
import { RecentKeys } from "wxseal/redis";
import { Queued, Router } from "wxseal/webhook";

const { WXSEAL_REDIS, WXSEAL_PORT } = process.env;
const settings = ["WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"].map((name) => {
  if (process.env[name] === undefined) process.exit(console.error(`${name} is not set`) ?? 1);
  return process.env[name];
});
const endpoint = new Endpoint(new MsgCrypt(...settings));
const redis = new Redis(WXSEAL_REDIS ?? "redis://127.0.0.1:6379/0", { enableOfflineQueue: false });
// Each push that goes unanswered for it has a line already.
redis.on("error", () => {});

const handle = new Router().on("text", (push) => {
  const { Content } = push.message;
  if (typeof Content !== "string") return undefined;
  // Only who may read the messages may reach this Redis: a job is not sealed.
  return new Queued(push.replyText(Content), JSON.stringify({ from: push.fromUserName, length: Content.length }));
});

const server = createServer(webhook(endpoint, handle, { recent: new RecentKeys(redis) }));
// The platform hangs up after five seconds.
server.requestTimeout = 5000;
server.listen(Number(WXSEAL_PORT ?? 8000), "127.0.0.1");
