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
import { Endpoint, MsgCrypt, RecentKeys, WxsealError } from "wxseal";

const MAX_BODY = 1 << 20;

function setting(name, otherwise) {
  const value = process.env[name] ?? otherwise;
  if (value !== undefined) return value;
  console.error(`${name} is not set`);
  return process.exit(1);
}

const tolerance = setting("WXSEAL_TOLERANCE", "300");
const diagnoses = setting("WXSEAL_DIAGNOSE", "") === "1";
// Made once.
const crypt = new MsgCrypt(setting("WXSEAL_TOKEN"), setting("WXSEAL_ENCODING_AES_KEY"), setting("WXSEAL_RECEIVE_ID"), {
  dialect: setting("WXSEAL_DIALECT", "wechat"),
});
const endpoint = new Endpoint(crypt, { tolerance: tolerance === "off" ? null : Number(tolerance), maxBody: MAX_BODY });
// The platform sends a push up to three times. Several processes need a store that they share instead.
const recent = new RecentKeys();

const server = createServer(async (request, response) => {
  const answer = await receive(request);
  if (answer) {
    const { status, headers, body = "" } = answer;
    // Without a length Node.js would answer in chunks, which the platform's URL check does not understand.
    response.writeHead(status, { ...headers, "Content-Length": body.length }).end(body);
  } else {
    response.destroy();
  }
});
// The platform hangs up after five seconds.
server.requestTimeout = 5000;
server.listen(Number(setting("WXSEAL_PORT", "8000")), setting("WXSEAL_HOST", "127.0.0.1"), () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
process.once("SIGTERM", () => server.close());

async function receive(request) {
  // The query as it came over the wire: what has been parsed may hide a repeated parameter.
  const query = request.url.split("?")[1];
  let body;
  try {
    body = await readBody(request);
    const incoming = endpoint.receive(request.method, query, body);
    return incoming.kind === "url_check" ? incoming.response : await handleOnce(incoming);
  } catch (error) {
    // The log says what was wrong; the peer learns no more than the status.
    console.error(error.response ? error.message : error);
    if (diagnoses && error instanceof WxsealError) {
      for (const { name, text } of endpoint.diagnose(request.method, query, body)) console.error(`${name}: ${text}`);
    }
    return error.response ?? { status: 500 };
  }
}

/** Handles a push, or gives the answer that it got before; no answer while an earlier try is being worked on. */
async function handleOnce(push) {
  const known = recent.claim(push.dedupKey);
  if (known.state === "answered") return known.response;
  if (known.state === "busy") return undefined;
  try {
    const answer = await handle(push);
    known.answer(answer);
    return answer;
  } catch (error) {
    known.release();
    throw error;
  }
}

/** What this server does with a message. */
async function handle(push) {
  // A Mini Program accepts no text here, and sends it by the customer-service call instead (see `api`); an Official Account
  // and WeCom show it to the user.
  const isText = push.msgType === "text" && typeof push.message.Content === "string";
  return isText ? push.replyText(push.message.Content) : push.success();
}

async function readBody(request) {
  const tooLarge = () => Object.assign(new Error("the body is over 1 MiB"), { response: { status: 413 } });
  if (request.headers["content-length"] > MAX_BODY) throw tooLarge();
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    // Who leaves the loop closes the connection.
    if (length > MAX_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
