"use strict";

// From the parts of a request to what is answered: what all adapters share. They know their framework, and nothing else.
const addon = require("./addon.js");
const { Unreadable } = require("./body.js");
const { errorCodes } = require("./index.js");
const { log, nameOf } = require("./log.js");
const { MemoryFailed, Queued, once, saidBy } = require("./once.js");
const { WxsealError } = require("./response.js");
const { Router } = require("./router.js");

const MAX_BODY = 1 << 20;
/** The one refusal that the library has no need of. */
const TOO_LARGE = Object.freeze({
  status: 413,
  headers: addon.refusal(400).headers,
  body: Buffer.from("content too large"),
});
/** The bodies that are never sealed, and what they are called. */
const SAYS_NOTHING = new Map([
  ["success", "success"],
  ["", "empty"],
]);

class Webhook {
  #endpoint;
  #handle;
  #recent;
  #maxBody;
  #logger;
  #diagnose;
  #onRequest;

  constructor(endpoint, handle, options) {
    this.#endpoint = endpoint;
    this.#handle = handle;
    this.#recent = options?.recent ?? undefined;
    this.#maxBody = options?.maxBody ?? MAX_BODY;
    this.#logger = options?.logger ?? console;
    this.#diagnose = options?.diagnose ?? false;
    this.#onRequest = options?.onRequest ?? undefined;
    check(typeof endpoint?.receive === "function", "endpoint is an Endpoint");
    check(typeof handle === "function" || typeof handle?.handle === "function", "handle is a function or a Router");
    check(!this.#recent || typeof this.#recent.claim === "function", "recent has a method claim");
    check(Number.isSafeInteger(this.#maxBody) && this.#maxBody >= 0, "maxBody is a whole number of bytes");
    check(
      ["warn", "error"].every((level) => typeof this.#logger[level] === "function"),
      "logger has warn and error",
    );
    check(!this.#onRequest || typeof this.#onRequest === "function", "onRequest is a function");
  }

  async answer(method, url, read) {
    const request = { method, query: queryOf(url), body: "" };
    const handled = { outcome: "", format: undefined, bytes: 0, libraryUs: 0, handlerUs: 0, retry: false };
    let answer;
    try {
      // The body of a GET is none of the protocol's.
      if (method === "POST") request.body = await read(this.#maxBody);
      handled.bytes = Buffer.byteLength(request.body);
      answer = await this.#answerTo(request, handled);
    } catch (error) {
      answer = this.#refuse(error, request, handled);
    }
    this.#tell(handled);
    return answer;
  }

  async #answerTo({ method, query, body }, handled) {
    const began = performance.now();
    let incoming;
    try {
      incoming = this.#endpoint.receive(method, query, body);
    } finally {
      handled.libraryUs = microsecondsSince(began);
    }
    if (incoming.kind === "url_check") {
      handled.outcome = "url_check";
      return incoming.response;
    }
    handled.format = incoming.format;
    const answer = await this.#once(incoming, handled);
    if (!answer) throw new Busy("another try is worked on and has no answer yet");
    handled.outcome = SAYS_NOTHING.get(answer.body.toString("latin1", 0, 8)) ?? "reply";
    return answer;
  }

  async #once(push, handled) {
    const handle = () => this.#call(push, handled);
    if (!this.#recent) return (await handle()).answer;
    const { queues } = this.#recent;
    const claim = async (key) => {
      const known = await this.#recent.claim(key);
      handled.retry ||= known.state !== "claimed";
      return known;
    };
    return once({ queues, claim }, push, handle, { logger: this.#logger });
  }

  /** Calls the handler. What it throws may quote the message, and is told apart from what we throw. */
  async #call(push, handled) {
    const began = performance.now();
    try {
      return await saidBy(this.#handle, push, this.#recent);
    } catch (error) {
      throw error instanceof WxsealError ? error : new HandlerFailed(nameOf(error));
    } finally {
      handled.handlerUs = microsecondsSince(began);
    }
  }

  /** Says in one line why, and returns what to answer. */
  #refuse(error, { method, query, body }, handled) {
    if (error instanceof WxsealError) {
      const { name } = errorCodes[error.code];
      const findings = this.#diagnose ? this.#endpoint.diagnose(method, query, body) : [];
      const told = [error.message, ...findings.map((finding) => `${finding.name}: ${finding.text}`)];
      handled.outcome = name;
      this.#log("warn", `${name}: ${told.join("; ")}`);
      return error.response;
    }
    const ours = [Unreadable, Busy, MemoryFailed, HandlerFailed].some((kind) => error instanceof kind);
    const { outcome, status, message } = ours ? error : { outcome: "Failed", status: 500, message: nameOf(error) };
    handled.outcome = outcome;
    this.#log(status < 500 ? "warn" : "error", `${outcome}: ${message}`);
    return status === 413 ? TOO_LARGE : status && addon.refusal(status);
  }

  #log(level, line) {
    log(this.#logger, level, line);
  }

  /** Told beside the answer: what goes wrong there is no matter of the request's. */
  #tell(handled) {
    if (!this.#onRequest) return;
    Promise.resolve(Object.freeze(handled))
      .then(this.#onRequest)
      .catch((error) => this.#log("error", `onRequest: ${nameOf(error)}`));
  }
}

module.exports = { MAX_BODY, Queued, Router, Webhook, once };

/** Goes unanswered, as does what a memory fails at: the platform is to ask again. */
class Busy extends Error {
  outcome = "Busy";
}

class HandlerFailed extends Error {
  outcome = "HandlerFailed";
  status = 500;
}

/** What stands behind the `?`, as it came over the wire. */
function queryOf(url) {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}

function microsecondsSince(began) {
  return Math.round((performance.now() - began) * 1000);
}

function check(holds, text) {
  if (!holds) throw new TypeError(text);
}
