"use strict";

// From the parts of a request to what is answered: what all adapters share. They know their framework, and nothing else.
const addon = require("./addon.js");
const { Unreadable } = require("./body.js");
const { errorCodes } = require("./index.js");
const { Mistake, answerOf, once } = require("./once.js");
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
    const handle = () => this.#call(incoming, handled);
    const answer = await (this.#recent ? once(this.#memory(handled), incoming, handle) : handle());
    if (!answer) throw new Unanswered("Busy", "another try is worked on and has no answer yet");
    handled.outcome = SAYS_NOTHING.get(answer.body.toString("latin1", 0, 8)) ?? "reply";
    return answer;
  }

  /** Calls the handler. What it throws may quote the message, and is told apart from what we throw. */
  async #call(push, handled) {
    const began = performance.now();
    try {
      return await answerOf(push, this.#handle);
    } catch (error) {
      throw error instanceof WxsealError ? error : new HandlerFailed(nameOf(error));
    } finally {
      handled.handlerUs = microsecondsSince(began);
    }
  }

  /** `recent`, as `once` takes it. */
  #memory(handled) {
    return {
      claim: async (key) => {
        let known;
        try {
          known = await this.#recent.claim(key);
        } catch (error) {
          throw new Unanswered("MemoryFailed", `claim: ${wordsOf(error)}`);
        }
        if (known.state === "claimed") return this.#claimed(known);
        handled.retry = true;
        return known;
      },
    };
  }

  /** A claim whose store may fail: what was done is answered, also where a retry will not know of it. */
  #claimed(claim) {
    const tell = async (what, work) => {
      try {
        return await work();
      } catch (error) {
        this.#log("error", `MemoryFailed: ${what}: ${wordsOf(error)}`);
        return false;
      }
    };
    return {
      state: "claimed",
      answer: (response) => tell("answer", () => claim.answer(response)),
      release: () => tell("release", () => claim.release()),
    };
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
    const ours = [Unreadable, Unanswered, HandlerFailed].some((kind) => error instanceof kind);
    const { outcome, status, message } = ours ? error : { outcome: "Failed", status: 500, message: nameOf(error) };
    handled.outcome = outcome;
    this.#log(status === 413 ? "warn" : "error", `${outcome}: ${message}`);
    return status === 413 ? TOO_LARGE : status && addon.refusal(status);
  }

  #log(level, line) {
    try {
      this.#logger[level](`wxseal: ${line}`);
    } catch {
      // A log that fails costs nobody the answer.
    }
  }

  /** Told beside the answer: what goes wrong there is no matter of the request's. */
  #tell(handled) {
    if (!this.#onRequest) return;
    Promise.resolve(Object.freeze(handled))
      .then(this.#onRequest)
      .catch((error) => this.#log("error", `onRequest: ${nameOf(error)}`));
  }
}

module.exports = { MAX_BODY, Router, Webhook, once };

/** The platform is to ask again, as it does where there is no answer. */
class Unanswered extends Error {
  constructor(outcome, message) {
    super(message);
    this.outcome = outcome;
  }
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

/** The kind of an error, and where it was thrown: its message may quote what was decrypted. */
function nameOf(error) {
  if (error instanceof Mistake) return error.message;
  if (!(error instanceof Error)) return `threw a value that is no Error, but ${typeof error}`;
  const name = error.constructor?.name ?? "Error";
  const [message, stack] = [String(error.message), String(error.stack)];
  // The places stand below the message.
  const at = stack.lastIndexOf(message);
  const place = at < 0 ? null : /^ {4}at .*?([\w.-]+:\d+:\d+)\)?$/m.exec(stack.slice(at + message.length));
  return place ? `${name} at ${place[1]}` : name;
}

/** An error of a store's, which has seen nothing but what is hashed or sealed, in one line. */
function wordsOf(error) {
  return `${nameOf(error)}: ${String(error?.message).replace(/\s+/g, " ")}`;
}

function microsecondsSince(began) {
  return Math.round((performance.now() - began) * 1000);
}

function check(holds, text) {
  if (!holds) throw new TypeError(text);
}
