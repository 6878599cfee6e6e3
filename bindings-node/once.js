"use strict";

const { setTimeout: sleep } = require("node:timers/promises");

const { Mistake, log, wordsOf } = require("./log.js");
const { WxsealResponse } = require("./response.js");
const { within } = require("./within.js");

/** How long a retry waits for the first try's answer, in seconds: the platform hangs up after five. */
const PATIENCE = 4.5;
/** When all has ended that is not the handler's, in milliseconds. */
const END = 4800;
const POLL = 50;

class Queued {
  #answer;
  #jobs;

  constructor(answer, ...jobs) {
    if (!isAnswer(answer)) throw new Mistake(`a Queued has ${AN_ANSWER}, and jobs behind it`);
    if (!jobs.every((job) => typeof job === "string" && !/\p{Surrogate}/u.test(job)))
      throw new Mistake("a job is a string without lone surrogates");
    this.#answer = answer ?? undefined;
    this.#jobs = Object.freeze(jobs);
  }

  get answer() {
    return this.#answer;
  }

  get jobs() {
    return this.#jobs;
  }
}

/** The memory threw, or took too long. */
class MemoryFailed extends Error {
  outcome = "MemoryFailed";

  constructor(what, cause) {
    super(`${what}: ${wordsOf(cause)}`, { cause });
  }
}

async function once(recent, push, handle, options) {
  const key = push.dedupKey;
  const patience = Math.min(options?.patience ?? PATIENCE, PATIENCE) * 1000;
  const tell = (failed) => log(options?.logger ?? console, "error", `${failed.outcome}: ${failed.message}`);
  // Put off by what the handler takes.
  let began = performance.now();
  const left = () => began + END - performance.now();
  let said;
  for (;;) {
    const known = await asked("claim", () => recent.claim(key), left(), giveBack);
    if (known.state === "answered") return known.response;
    if (known.state === "claimed") {
      const called = performance.now();
      try {
        // Where a claim ran out and nobody else has answered since, what was said still holds.
        said ??= await saidBy(handle, push, recent);
      } catch (error) {
        began += performance.now() - called;
        await asked("release", () => known.release(), left()).catch(tell);
        throw error;
      }
      began += performance.now() - called;
      const { answer, jobs } = said;
      const stored = asked("answer", () => known.answer(answer, ...jobs), left());
      // What was done is answered, also where a retry will not know of it. Whether a job is queued must be known.
      if (!jobs.length) await stored.catch(tell);
      if (!jobs.length || (await stored)) return answer;
    }
    if (performance.now() - began + POLL > patience) return undefined;
    await sleep(POLL);
  }
}

/** What a memory gives, which may be a promise. */
async function asked(what, ask, milliseconds, late) {
  try {
    const given = ask();
    return typeof given?.then === "function" ? await within(milliseconds, Promise.resolve(given), late) : given;
  } catch (error) {
    throw new MemoryFailed(what, error);
  }
}

/** A claim that came when nobody waited for it any longer. */
function giveBack(known) {
  if (known.state === "claimed") Promise.resolve(known.release()).catch(() => {});
}

/** What a handler says to a push: `success` where it says nothing. */
async function saidBy(handle, push, recent) {
  const said = await (typeof handle === "function" ? handle(push) : handle.handle(push));
  const { answer, jobs } = said instanceof Queued ? said : { answer: said, jobs: [] };
  if (!isAnswer(answer)) throw new Mistake(`a handler returns ${AN_ANSWER}, or a Queued of these`);
  if (jobs.length && !recent?.queues)
    throw new Mistake("a Queued needs a `recent` that has a queue, as wxseal/redis has");
  return new Queued(answer ?? push.success(), ...jobs);
}

const AN_ANSWER = "what a method of the push gives, such as push.replyText(…), or nothing";

function isAnswer(answer) {
  return answer === undefined || answer === null || answer instanceof WxsealResponse;
}

module.exports = { MemoryFailed, Queued, once, saidBy };
