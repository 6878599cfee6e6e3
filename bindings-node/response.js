"use strict";

// Responses and errors: what the addon has JavaScript make.
const addon = require("./addon.js");

/** Nobody else has it, so that responses, messages and claims are made by the package only. */
const OURS = Symbol("wxseal");

function checkOurs(key) {
  if (key !== OURS) throw new TypeError("Illegal constructor");
}

/** The headers follow from status and type, so there are few: each is made once. */
const HEADERS = new Map();
let storedOf;

class WxsealResponse {
  /** As `toBytes` writes it: its end is the body. */
  #stored;
  #offset;
  #body;

  static {
    storedOf = (response) => (response instanceof WxsealResponse && #stored in response ? response.#stored : undefined);
  }

  constructor(key, status, contentType, stored, offset) {
    checkOurs(key);
    this.#stored = stored;
    this.#offset = offset;
    this.status = status;
    this.contentType = contentType;
    Object.freeze(this);
  }

  get headers() {
    const key = `${this.status} ${this.contentType}`;
    if (!HEADERS.has(key)) HEADERS.set(key, addon.responseHeaders(this.#stored));
    return HEADERS.get(key);
  }

  get body() {
    return (this.#body ??= this.#stored.subarray(this.#offset));
  }

  toBytes() {
    return Buffer.from(this.#stored);
  }

  static fromBytes(stored) {
    return addon.responseFromBytes(stored);
  }
}

class WxsealError extends Error {
  constructor(message, details) {
    super(message);
    Object.assign(this, details);
  }

  get response() {
    return addon.refusal(this.httpStatus);
  }
}
// Like those of the language's own classes: inherited, and not shown beside the code.
Object.defineProperty(WxsealError.prototype, "name", { value: "WxsealError", configurable: true, writable: true });

addon.setUp(
  (message, details) => new WxsealError(message, details),
  (status, contentType, stored, offset) => new WxsealResponse(OURS, status, contentType, stored, offset),
  Buffer.allocUnsafe,
);

module.exports = { OURS, checkOurs, WxsealResponse, storedOf, WxsealError };
