"use strict";

// Koa.
const { bodyOf } = require("./body.js");
const { Webhook } = require("./webhook.js");

const ADVICE = "let the webhook stand before bodyParser() and its like";

function webhook(endpoint, handle, options) {
  const hook = new Webhook(endpoint, handle, options);
  return async (ctx) => {
    const answer = await hook.answer(ctx.req.method, ctx.originalUrl, (maxBody) =>
      bodyOf(ctx.req, [ctx.request.rawBody, ctx.request.body, ctx.req.rawBody, ctx.req.body], maxBody, ADVICE),
    );
    if (!answer) {
      ctx.respond = false;
      ctx.res.destroy();
      return;
    }
    ctx.status = answer.status;
    ctx.body = answer.body;
    // Koa guesses a type for a body, so ours comes last.
    ctx.set(answer.headers);
  };
}

module.exports = { webhook };
