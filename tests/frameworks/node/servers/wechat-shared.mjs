// Beside README's servers in place of its own wechat.mjs: what workers share over Redis, with a handler that takes its time and says
// which of them it was.

import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { Endpoint, MsgCrypt } from "wxseal";
import { RecentKeys } from "wxseal/redis";
import { Queued } from "wxseal/webhook";

const { WXSEAL_TOKEN, WXSEAL_ENCODING_AES_KEY, WXSEAL_RECEIVE_ID, REDIS, CLIENT, TAKES } = process.env;
const client =
  CLIENT === "redis"
    ? createClient({ socket: { path: REDIS } })
    : new Redis({ path: REDIS, enableOfflineQueue: false });
client.on("error", () => {});
if (CLIENT === "redis") await client.connect();

export const endpoint = new Endpoint(new MsgCrypt(WXSEAL_TOKEN, WXSEAL_ENCODING_AES_KEY, WXSEAL_RECEIVE_ID));
export const handle = async (push) => {
  process.send({ handling: push.message.MsgId });
  await sleep(Number(TAKES ?? 50));
  return new Queued(push.replyText(`by ${process.pid}`), push.message.MsgId);
};
export const options = { recent: new RecentKeys(client), onRequest: (handled) => process.send(handled) };
