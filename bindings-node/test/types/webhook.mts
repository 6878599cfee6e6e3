// What a server in TypeScript writes around a webhook.

import { createServer } from "node:http";
import { type Endpoint, type Push, RecentKeys, type TextMessage, WxsealResponse } from "wxseal";
import { webhook as fetching } from "wxseal/fetch";
import { webhook } from "wxseal/node";
import { type IoredisClient, type NodeRedisClient, RecentKeys as SharedKeys } from "wxseal/redis";
import { type Handled, type Handler, type Memory, Queued, Router, Webhook, once } from "wxseal/webhook";

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

// What a handler is told of its messages: each by its own type, and what is declared nowhere as such.
new Router()
  .on("event", "change_contact", (push) => {
    if (push.message.ChangeType === "create_user") console.log(push.message.UserID.trim());
    // @ts-expect-error Not every change has one.
    push.message.NewUserID;
  })
  .on("event", "subscribe_msg_popup_event", (push) => void push.message.List[0]?.TemplateId.trim())
  .on("event", "an_event_of_tomorrow", (push) => {
    const field: unknown = push.message["Whatever"];
    // @ts-expect-error Nobody knows what it is.
    return push.replyText(push.message["Whatever"] ?? field);
  })
  .on("device_event", (push) => void push.message.DeviceID.trim())
  .on("mixed", (push) => void push.message.mixed.msg_item[0]?.msgtype)
  .on("a_type_of_tomorrow", (push) => {
    const field: unknown = push.message["Whatever"];
    console.log(field);
  })
  .on("event", (push) => {
    if (push.message.Event === "CLICK") console.log(push.message.EventKey.trim());
    // @ts-expect-error An event has no text.
    push.message.Content;
  })
  .otherwise((push) => {
    const { message } = push;
    if (message.InfoType === "component_verify_ticket") console.log(message.ComponentVerifyTicket.trim());
    if (message.InfoType === "change_contact" && message.ChangeType === "create_user")
      console.log(message.UserID.trim());
    // @ts-expect-error Another notice has no ticket.
    if (message.InfoType === "unauthorized") message.ComponentVerifyTicket;
  });
declare const anyName: string;
new Router().on(anyName, (push) => (push.message.MsgType === "text" ? push.replyText(push.message.Content) : null));
// @ts-expect-error An event has no such field.
new Router().on("event", "subscribe", (push) => push.replyText(push.message.Content));

// One memory for many workers, and jobs.
declare const client: NodeRedisClient;
declare const redis: IoredisClient;
const shared = new SharedKeys(redis, { claimFor: 5, keepFor: 600, prefix: "{mine}:" });
new SharedKeys(client);
new SharedKeys(async (script: string, keys: string[], args: string[]) => script + keys[0] + args[0]);
// @ts-expect-error That is no client.
new SharedKeys("redis://127.0.0.1");
const queueing: Handler = (push) => new Queued(push.replyText("on its way"), "a job", "another");
const quiet: Handler = () => new Queued(undefined, "a job");
// @ts-expect-error A job is a text.
new Queued(undefined, { job: 1 });
fetching(endpoint, queueing, { recent: shared });
export const fromMany: WxsealResponse | undefined = await once(shared, push, quiet, { logger: console });
export const state: "claimed" | "busy" | "answered" = (await shared.claim(push.dedupKey)).state;
