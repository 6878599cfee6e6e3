"use strict";

// Fastify.
const { bodyOf } = require("./body.js");
const { Webhook } = require("./webhook.js");

const ADVICE = "no hook that runs before the webhook may read `request.raw`";

function webhook(endpoint, handle, options) {
  const hook = new Webhook(endpoint, handle, options);
  return async (app) => {
    // What a plugin changes is changed for its own routes only.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (request, payload, done) => done(null));
    app.all("/", async (request, reply) => {
      const answer = await hook.answer(request.raw.method, request.originalUrl, (maxBody) =>
        bodyOf(request.raw, [request.rawBody, request.body], maxBody, ADVICE),
      );
      if (!answer) {
        reply.hijack();
        reply.raw.destroy();
        return reply;
      }
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    });
  };
}

module.exports = { webhook };
