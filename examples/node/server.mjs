// A webhook for WeChat's message pushes, with nothing but Node.js and wxseal.
//
//     npm install path/to/wxseal/bindings-node
//     export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
//     node server.mjs
//
// These are the Token, the EncodingAESKey and the AppID (on WeCom the corpid) of the console's message push page, with its
// encryption mode "safe" or "compatible". The others have defaults:
//
//     WXSEAL_DIALECT     wechat, or wecom
//     WXSEAL_TOLERANCE   how far a request's timestamp may be from the clock, in seconds: 300; `off` takes any, so that
//                        recorded requests can be played again
//     WXSEAL_DIAGNOSE    1 logs why a request was refused, which costs more than to refuse it
//     WXSEAL_HOST        127.0.0.1
//     WXSEAL_PORT        8000; 0 is a free one
//
// It answers the URL check, and a text message with the same text; to everything else it says `success`. A request that
// fails gets an HTTP status and no reason, which goes to the log instead.

import { createServer } from "node:http";
import { Endpoint, MsgCrypt, RecentKeys } from "wxseal";
import { webhook } from "wxseal/node";
import { Router } from "wxseal/webhook";

function setting(name, otherwise) {
  const value = process.env[name] ?? otherwise;
  if (value !== undefined) return value;
  console.error(`${name} is not set`);
  return process.exit(1);
}

const tolerance = setting("WXSEAL_TOLERANCE", "300");
// Made once.
const crypt = new MsgCrypt(setting("WXSEAL_TOKEN"), setting("WXSEAL_ENCODING_AES_KEY"), setting("WXSEAL_RECEIVE_ID"), {
  dialect: setting("WXSEAL_DIALECT", "wechat"),
});
const endpoint = new Endpoint(crypt, { tolerance: tolerance === "off" ? null : Number(tolerance) });

// What this server does with a message. A Mini Program accepts no text here, and sends it by the customer-service call instead
// (see `api`); an Official Account and WeCom show it to the user.
const handle = new Router().on("text", (push) => {
  const { Content } = push.message;
  return typeof Content === "string" ? push.replyText(Content) : push.success();
});

const answer = webhook(endpoint, handle, {
  // The platform sends a push up to three times. Several processes need a store that they share instead.
  recent: new RecentKeys(),
  diagnose: setting("WXSEAL_DIAGNOSE", "") === "1",
});
const server = createServer(answer);
// The platform hangs up after five seconds.
server.requestTimeout = 5000;
server.listen(Number(setting("WXSEAL_PORT", "8000")), setting("WXSEAL_HOST", "127.0.0.1"), () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
process.once("SIGTERM", () => server.close());
