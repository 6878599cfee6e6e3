"use strict";

// One memory for many workers, in Redis or Valkey; see the project's folder redis.
const { randomBytes } = require("node:crypto");
const { setTimeout: sleep } = require("node:timers/promises");

const { ANSWER, CLAIM, RELEASE } = require("./redis-scripts.js");
const { WxsealResponse, storedOf } = require("./response.js");
const { within } = require("./within.js");

/** How long Redis may take for a script, in milliseconds. */
const PATIENCE = 1000;
/** In this time a client connects again: node-redis waits for up to a quarter of a second, ioredis for less. In milliseconds. */
const PAUSE = 300;

class RecentKeys {
  #run;
  #claimFor;
  #keepFor;
  #prefix;

  constructor(client, options) {
    this.#run = evalOf(client);
    this.#claimFor = milliseconds("claimFor", options?.claimFor ?? 5);
    this.#keepFor = milliseconds("keepFor", options?.keepFor ?? 600);
    this.#prefix = options?.prefix ?? "{wxseal}:";
    check(typeof this.#prefix === "string", "prefix is a string");
  }

  get queues() {
    return true;
  }

  async claim(key) {
    check(typeof key === "string", "key is a string");
    const push = `${this.#prefix}push:${key}`;
    const id = `?${randomBytes(16).toString("hex")}`;
    let wanted = true;
    const giveBack = async () => {
      wanted = false;
      return Number(await this.#run(RELEASE, [push], [id])) === 1;
    };
    const ask = async () => {
      const found = (await this.#run(CLAIM, [push], [id, this.#claimFor])) ?? undefined;
      // Where a client kept this for when Redis is back, nobody waits for it any longer.
      if (found === undefined && !wanted) giveBack().catch(() => {});
      return found;
    };
    let found;
    try {
      found = await twice(ask);
    } catch (error) {
      // It may be ours, without a reply that says so.
      giveBack().catch(() => {});
      throw error;
    }
    if (found !== undefined) return known(String(found));
    return Object.freeze({
      state: "claimed",
      answer: (response, ...jobs) => this.#answer(push, id, response, jobs),
      release: () => twice(giveBack),
    });
  }

  async #answer(push, id, response, jobs) {
    const stored = storedOf(response);
    check(stored !== undefined, "response is a WxsealResponse");
    check(
      jobs.every((job) => typeof job === "string"),
      "a job is a string",
    );
    const given = [id, `=${stored.toString("base64")}`, this.#keepFor, ...jobs];
    const answer = async () => this.#run(ANSWER, [push, `${this.#prefix}jobs`], given);
    return Number(await twice(answer)) === 1;
  }
}

module.exports = { RecentKeys };

/** The one function that is needed of a client. */
function evalOf(client) {
  if (typeof client === "function") return client;
  // ioredis, whose `eval` takes all in one row; then node-redis.
  if (typeof client?.defineCommand === "function")
    return (script, keys, args) => client.eval(script, keys.length, ...keys, ...args);
  if (typeof client?.EVAL === "function") return (script, keys, args) => client.EVAL(script, { keys, arguments: args });
  throw new TypeError(
    "client is one of ioredis or node-redis, or a function that gets a script, its keys and arguments",
  );
}

/** Asks once more where no reply came, or an error. The scripts know who asks again. */
async function twice(ask) {
  try {
    return await within(PATIENCE, ask());
  } catch {
    await sleep(PAUSE);
    return within(PATIENCE, ask());
  }
}

/** What is known of a push, as a script says it. */
function known(found) {
  if (found.startsWith("?")) return Object.freeze({ state: "busy" });
  if (!found.startsWith("=")) throw new Error("what is stored there is none of wxseal's");
  const response = WxsealResponse.fromBytes(Buffer.from(found.slice(1), "base64"));
  return Object.freeze({ state: "answered", response });
}

/** Seconds, as Redis wants them. */
function milliseconds(name, seconds) {
  const rounded = typeof seconds === "number" ? Math.round(seconds * 1000) : NaN;
  check(Number.isSafeInteger(rounded) && rounded > 0, `${name} is a number of seconds`);
  return String(rounded);
}

function check(holds, text) {
  if (!holds) throw new TypeError(text);
}
