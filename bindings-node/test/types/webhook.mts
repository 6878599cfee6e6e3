// What a server in TypeScript writes around a webhook.

import { createServer } from "node:http";
import { type Endpoint, type Push, RecentKeys, type TextMessage, WxsealResponse } from "wxseal";
import { webhook as fetching } from "wxseal/fetch";
import { webhook } from "wxseal/node";
import { type Handled, type Handler, type Memory, Router, Webhook, once } from "wxseal/webhook";

declare const endpoint: Endpoint;
declare const push: Push;
declare const store: Memory;

const router: Router = new Router()
  .on("text", (push) => push.replyText(push.message.Content))
  .on("image", async (push) => push.replyImage(push.message.MediaId))
  .on("event", "subscribe", (push) => {
    const key: string | undefined = push.message.EventKey;
    console.log(key);
  })
  .on("event", "TEMPLATESENDJOBFINISH", (push) => void push.message.Status.trim())
  .on("event", "an_event_of_tomorrow", (push) => (push.message.MsgType === "event" ? push.empty() : null))
  .on("event", (push) => push.success())
  .on("a_type_of_tomorrow", (push) => push.replyRaw(push.messageBytes))
  .otherwise((push) => {
    if (push.message.MsgType === "link") console.log(push.message.Url);
  });

// @ts-expect-error A text has no such field.
new Router().on("text", (push) => push.replyText(push.message.MediaId));
// @ts-expect-error Only an event has a name beside its type.
new Router().on("text", "subscribe", () => undefined);
// @ts-expect-error A handler gives an answer, and no text.
new Router().otherwise(() => "text");

const texts = (message: TextMessage) => message.Content.length;
new Router().on("text", (push) => void texts(push.message));

const handle: Handler = async (push) => (push.msgType === "text" ? push.replyText("x") : undefined);
const measure = ({ outcome, format, bytes, libraryUs, handlerUs, retry }: Handled) =>
  console.log(outcome, format ?? "", bytes + libraryUs + handlerUs, retry);
createServer(webhook(endpoint, handle, { recent: new RecentKeys(), maxBody: 1 << 20, onRequest: measure })).listen(0);
export const POST = fetching(endpoint, router, { recent: store, logger: console, diagnose: true });
export const answer: Response = await POST(new Request("http://localhost/"));
// @ts-expect-error It wants an endpoint.
webhook(handle);
// @ts-expect-error Nothing is called so.
webhook(endpoint, handle, { recents: store });

export const known: WxsealResponse | undefined = await once(new RecentKeys(), push, router, { patience: 1 });
const answered = await new Webhook(endpoint, router, null).answer("POST", "/?x", () => Buffer.alloc(0));
export const status: number | undefined = answered?.status;
