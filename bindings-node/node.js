"use strict";

// node:http, Express, Connect, NestJS.
const { bodyOf } = require("./body.js");
const { Webhook } = require("./webhook.js");

const ADVICE =
  "let the webhook stand before express.json() and other body parsers, or keep the bytes, with `rawBody: true` in NestJS, " +
  "or express.raw({ type: () => true }) on the route";

function webhook(endpoint, handle, options) {
  const hook = new Webhook(endpoint, handle, options);
  return async (request, response) => {
    // A router cuts off its own path from `url`.
    const answer = await hook.answer(request.method, request.originalUrl ?? request.url, (maxBody) =>
      bodyOf(request, [request.rawBody, request.body], maxBody, ADVICE),
    );
    if (response.headersSent) return;
    if (!answer) {
      response.destroy();
      return;
    }
    // Without a length Node.js would answer in chunks, which the platform's URL check does not understand.
    response.writeHead(answer.status, { ...answer.headers, "Content-Length": answer.body.length }).end(answer.body);
  };
}

module.exports = { webhook };
