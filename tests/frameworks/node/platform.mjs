// The platform's side, made without the library.

import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";

import { open, seal, sign } from "../../drop-ins/node/reference.mjs";
import { ID, KEY, TOKEN } from "./frameworks.mjs";

export function text(changes) {
  const fields = {
    ToUserName: "gh_1",
    FromUserName: "o1",
    CreateTime: "1714112445",
    MsgType: "text",
    Content: "你好",
    MsgId: "1",
    ...changes,
  };
  const elements = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${elements.join("")}</xml>`;
}

/** A push in safe mode. */
export function push(message, format = "xml") {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const encrypt = seal(KEY, ID, message);
  const signature = sign(TOKEN, timestamp, "415670741", encrypt);
  const body =
    format === "json"
      ? JSON.stringify({ ToUserName: "gh_1", Encrypt: encrypt })
      : `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
  return { query: `timestamp=${timestamp}&nonce=415670741&msg_signature=${signature}`, body };
}

/** Sends a push on a connection of its own, as the platform does. A body without a length goes in chunks. */
export async function send({ port }, { query, body }, { type = "text/xml", length = true, signal } = {}) {
  const headers = {
    ...(type && { "Content-Type": type }),
    ...(length && { "Content-Length": Buffer.byteLength(body) }),
  };
  const options = { port, host: "127.0.0.1", path: `/wechat?${query}`, method: "POST", agent: false, headers, signal };
  const sent = request(options);
  sent.write(body);
  sent.end();
  const [response] = await once(sent, "response");
  const chunks = await response.toArray();
  return new Response(Buffer.concat(chunks), { status: response.statusCode });
}

/** What a sealed answer says. */
export async function opened(response) {
  const body = await response.text();
  assert.equal(response.status, 200, body);
  return open(KEY, /Encrypt(?:>(?:<!\[CDATA\[)?|": ?")([A-Za-z0-9+/=]+)/.exec(body)[1]);
}
