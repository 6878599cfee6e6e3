// A worker of the fleet, on PORT.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const require = createRequire(`${process.env.ROOT}/bindings-node/package.json`);
const { Endpoint, MsgCrypt } = require("wxseal");
const { webhook } = require("wxseal/node");
const { RecentKeys } = require("wxseal/redis");
const { Queued } = require("wxseal/webhook");
const { Redis } = require("ioredis");

const settings = ["TOKEN", "ENCODING_AES_KEY", "RECEIVE_ID"].map((name) => process.env[`WXSEAL_${name}`]);
const endpoint = new Endpoint(new MsgCrypt(...settings));
const store = new Redis({ host: "127.0.0.1", port: Number(process.env.REDIS_PORT) });
store.on("error", (error) => console.error(`ioredis: ${error.message}`));
const recent = new RecentKeys(store, { claimFor: Number(process.env.CLAIM_FOR) });

async function handle(push) {
  await sleep(Math.random() * Number(process.env.TAKES) * 1000);
  const number = push.text("Content");
  return new Queued(push.replyText(`${number}, by Node.js`), number);
}

createServer(webhook(endpoint, handle, { recent })).listen(Number(process.env.PORT), "127.0.0.1");
