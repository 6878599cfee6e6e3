"use strict";

const { setTimeout: sleep } = require("node:timers/promises");

const { WxsealResponse } = require("./response.js");

/** How long a retry waits for the first try's answer, in seconds: the platform hangs up after five. */
const PATIENCE = 4.5;
const POLL_MILLISECONDS = 25;

/** What the developer has to mend. Its message is fixed text: it stands in the log. */
class Mistake extends TypeError {}

async function once(recent, push, handle, options) {
  const deadline = performance.now() + (options?.patience ?? PATIENCE) * 1000;
  for (;;) {
    const known = await recent.claim(push.dedupKey);
    if (known.state === "answered") return known.response;
    if (known.state === "claimed") return handleClaimed(known, push, handle);
    if (performance.now() + POLL_MILLISECONDS > deadline) return undefined;
    await sleep(POLL_MILLISECONDS);
  }
}

async function handleClaimed(claim, push, handle) {
  let answer;
  try {
    answer = await answerOf(push, handle);
  } catch (error) {
    await claim.release();
    throw error;
  }
  await claim.answer(answer);
  return answer;
}

/** What a handler says to a push: `success` where it says nothing. */
async function answerOf(push, handle) {
  const answer = await (typeof handle === "function" ? handle(push) : handle.handle(push));
  if (answer === undefined || answer === null) return push.success();
  if (answer instanceof WxsealResponse) return answer;
  throw new Mistake("a handler returns what a method of the push gives, such as push.replyText(…), or nothing");
}

module.exports = { Mistake, once, answerOf };
