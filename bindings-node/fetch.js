"use strict";

// Hono, Next.js and whatever else hands over a `Request` and wants a `Response`.
const { setTimeout: sleep } = require("node:timers/promises");

const { bodyOfFetch } = require("./body.js");
const { Webhook } = require("./webhook.js");

const ADVICE = "let the webhook have the request first, or hand it a clone() that was made before the body was read";
/** How long after its request the platform has hung up, in milliseconds. */
const HUNG_UP = 6000;

function webhook(endpoint, handle, options) {
  const hook = new Webhook(endpoint, handle, options);
  return async (request) => {
    const came = performance.now();
    const answer = await hook.answer(request.method, request.url, (maxBody) => bodyOfFetch(request, maxBody, ADVICE));
    if (answer) {
      const headers = { ...answer.headers, "Content-Length": String(answer.body.length) };
      return new Response(new Uint8Array(answer.body), { status: answer.status, headers });
    }
    // Nobody can leave a request unanswered here, so the platform is let go first.
    const left = HUNG_UP - (performance.now() - came);
    await sleep(Math.max(left, 0), undefined, { signal: request.signal }).catch(() => {});
    return new Response(null, { status: 503 });
  };
}

module.exports = { webhook };
