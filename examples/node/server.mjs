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
//     WXSEAL_REPLY       what a text message is answered with: 收到
//     WXSEAL_TOLERANCE   how far a request's timestamp may be from the clock, in seconds: 300; `off` takes any, so that
//                        recorded requests can be played again
//     WXSEAL_HOST        127.0.0.1
//     WXSEAL_PORT        8000; 0 is a free one
//
// It answers the URL check, and a text message with a text; to everything else it says `success`. A request that fails
// gets an HTTP status and no reason, which goes to the log instead.
//
// One thing is left out: the platform sends a push up to three times, so a server that does more than answer remembers, by
// FromUserName and MsgId, what it has answered.

import { createServer } from "node:http";
import { MsgCrypt, errorCodes, verifySignature } from "wxseal";

const MAX_BODY = 1 << 20;

const setting = (name, otherwise = "") => process.env[name] ?? otherwise;
const token = setting("WXSEAL_TOKEN");
const dialect = setting("WXSEAL_DIALECT", "wechat");
const tolerance = setting("WXSEAL_TOLERANCE", "300") === "off" ? Infinity : Number(setting("WXSEAL_TOLERANCE", "300"));
// Made once. A setting that is missing is empty, which it refuses.
const crypt = new MsgCrypt(token, setting("WXSEAL_ENCODING_AES_KEY"), setting("WXSEAL_RECEIVE_ID"), {
  dialect,
  maxBody: MAX_BODY,
});

const server = createServer(async (request, response) => {
  try {
    await answer(request, response);
  } catch (error) {
    // The log says what was wrong; the peer learns no more than the status.
    console.error(`${error.code ?? error.name}: ${error.message}`);
    response.writeHead(error.httpStatus ?? 500).end();
  }
});
// The platform hangs up after five seconds.
server.requestTimeout = 5000;
server.listen(Number(setting("WXSEAL_PORT", "8000")), setting("WXSEAL_HOST", "127.0.0.1"), () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
process.once("SIGTERM", () => server.close());

async function answer(request, response) {
  // The query as it came over the wire: what has been parsed may hide a repeated parameter.
  const query = request.url.replace(/^[^?]*\??/, "");
  // `URLSearchParams` takes a `+` for a space, but here it is base64's.
  const parameters = new URLSearchParams(query.replaceAll("+", "%2B"));
  if (request.method === "GET") {
    send(response, checkUrl(query, parameters));
  } else if (request.method === "POST") {
    send(response, receive(await readBody(request), query, parameters));
  } else {
    response.writeHead(405, { Allow: "GET, POST" }).end();
  }
}

/** The platform asks whether this URL is ours, when it is saved in the console. Returns what to answer. */
function checkUrl(query, parameters) {
  const echostr = parameters.get("echostr");
  if (dialect === "wecom") {
    const echo = crypt.verifyUrl(echostr, query);
    checkFreshness(parameters);
    return echo;
  }
  verifySignature(token, query);
  checkFreshness(parameters);
  if (echostr === null) throw refusal("WXSEAL_MALFORMED_QUERY", "there is no echostr");
  return echostr;
}

/** Decrypts a push and returns what to answer. */
function receive(body, query, parameters) {
  const message = crypt.decryptToString(body, query);
  checkFreshness(parameters);
  const format = message.trimStart().startsWith("{") ? "json" : "xml";
  const { to, from } = (format === "json" ? readJson : readXml)(message);
  if (to === undefined) return "success";
  // A Mini Program accepts no text here, and sends it by the customer-service call instead; an Official Account and WeCom
  // show it to the user.
  const reply = {
    ToUserName: from,
    FromUserName: to,
    CreateTime: Math.floor(Date.now() / 1000),
    MsgType: "text",
    Content: setting("WXSEAL_REPLY", "收到"),
  };
  const text = format === "json" ? JSON.stringify(reply) : writeXml(reply);
  return crypt.encrypt(text, { nonce: parameters.get("nonce"), format });
}

/** Refuses what was recorded long ago; called when the signature has held. */
function checkFreshness(parameters) {
  if (tolerance === Infinity) return;
  const timestamp = parameters.get("timestamp");
  // Seconds have ten digits; with more, digits of the nonce could pass as the end of the time.
  const fresh = timestamp.length === 10 && Math.abs(Date.now() / 1000 - Number(timestamp)) <= tolerance;
  if (!fresh) throw refusal("WXSEAL_STALE_TIMESTAMP", "the timestamp is too far from the clock");
}

/** Who wrote a text message to whom; nobody, where it is another message. */
function readJson(message) {
  const { MsgType, ToUserName, FromUserName } = JSON.parse(message);
  return MsgType === "text" ? { to: ToUserName, from: FromUserName } : {};
}

/**
 * The same of XML, read from the head, which the platform writes, and no further: what users write comes behind it. A
 * server that needs more of a message takes an XML parser.
 */
function readXml(message) {
  const head =
    /^\s*<xml>\s*<ToUserName><!\[CDATA\[([\w.@-]+)\]\]><\/ToUserName>\s*<FromUserName><!\[CDATA\[([\w.@-]+)\]\]><\/FromUserName>\s*<CreateTime>\d+<\/CreateTime>\s*<MsgType><!\[CDATA\[text\]\]>/;
  const [, to, from] = head.exec(message) ?? [];
  return { to, from };
}

function writeXml(fields) {
  const escape = (value) => String(value).replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
    .join("")}</xml>`;
}

async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    // Who leaves the loop reads no more of it.
    if (length > MAX_BODY) throw refusal("WXSEAL_MALFORMED_ENVELOPE", "the body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response, text) {
  // An echostr is whatever the peer wrote; a browser must not take it for a page.
  response
    .writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" })
    .end(text);
}

function refusal(code, message) {
  return Object.assign(new Error(message), { code, httpStatus: errorCodes[code].httpStatus });
}
