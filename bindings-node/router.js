"use strict";

/** What stands for the handler of all events of no name of their own: no event is named by the empty text. */
const ANY = "";

class Router {
  #handlers = new Map();
  #otherwise;

  on(msgType, ...rest) {
    const [event, handler] = rest.length === 1 ? [ANY, rest[0]] : rest;
    if (typeof msgType !== "string" || typeof event !== "string")
      throw new TypeError("a type and an event are strings");
    if (event !== ANY && msgType !== "event") throw new TypeError("only an `event` has a name beside its type");
    checkFunction(handler);
    const names = this.#handlers.get(msgType) ?? new Map();
    if (names.has(event)) throw new Error(`${[msgType, event].join(" ").trim()} has a handler already`);
    this.#handlers.set(msgType, names.set(event, handler));
    return this;
  }

  otherwise(handler) {
    checkFunction(handler);
    if (this.#otherwise) throw new Error("otherwise has a handler already");
    this.#otherwise = handler;
    return this;
  }

  handle(push) {
    const names = this.#handlers.get(push.msgType);
    const handler = names?.get(push.event ?? ANY) ?? names?.get(ANY) ?? this.#otherwise;
    return handler?.(push);
  }
}

function checkFunction(handler) {
  if (typeof handler !== "function") throw new TypeError("a handler is a function");
}

module.exports = { Router };
