// Beside README's servers in place of its own wechat.mjs: it takes what the mode is, tells the test what was measured, and can fail.

import { setTimeout as sleep } from "node:timers/promises";
import { Endpoint, MsgCrypt, RecentKeys } from "wxseal";
import { Router } from "wxseal/webhook";

const { WXSEAL_TOKEN, WXSEAL_ENCODING_AES_KEY, WXSEAL_RECEIVE_ID, MODE, MAX_BODY } = process.env;
let broken = false;
process.on("message", (message) => {
  broken = message === "break";
  process.send("done");
});

export const endpoint =
  MODE === "plain"
    ? Endpoint.plain(WXSEAL_TOKEN)
    : new Endpoint(new MsgCrypt(WXSEAL_TOKEN, WXSEAL_ENCODING_AES_KEY, WXSEAL_RECEIVE_ID));
let calls = 0;
export const handle = new Router()
  .on("text", async (push) => {
    await sleep(50);
    return push.replyText(`${push.message.Content} ${(calls += 1)}`);
  })
  .on("event", "subscribe", (push) => push.replyText("welcome"))
  .on("link", (push) => {
    throw new TypeError(push.message.Title);
  })
  .on("location", () => "no answer");
const recent = new RecentKeys();
const claim = (key) => {
  if (broken) throw new Error("the store is gone");
  return recent.claim(key);
};
export const options = {
  recent: { claim },
  maxBody: MAX_BODY ? Number(MAX_BODY) : undefined,
  onRequest: (handled) => process.send(handled),
};
