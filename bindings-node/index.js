"use strict";

// The classes of the language over the addon's functions: they hold its handles, turn its JSON into values, and keep what
// was read. Options of calls that a server makes often are read here, since Node-API takes long for a property.
const addon = require("./addon.js");
const { ApiError, api } = require("./api.js");
const { Incoming, Message } = require("./message.js");
const { OURS, WxsealError, WxsealResponse, checkOurs, storedOf } = require("./response.js");

let cryptOf;

class MsgCrypt {
  #crypt;

  static {
    cryptOf = (crypt) => (crypt instanceof MsgCrypt && #crypt in crypt ? crypt.#crypt : undefined);
  }

  constructor(token, encodingAesKey, receiveId, options) {
    this.#crypt = addon.msgCrypt(token, encodingAesKey, receiveId, options);
  }

  verifyUrl(echostr, query) {
    return addon.verifyUrl(this.#crypt, echostr, query);
  }

  decrypt(body, query) {
    return addon.decrypt(this.#crypt, body, query);
  }

  decryptToString(body, query) {
    return addon.decryptToString(this.#crypt, body, query);
  }

  encrypt(message, options) {
    const { timestamp, nonce, format, random } = options ?? {};
    return addon.encrypt(this.#crypt, message, options, timestamp, nonce, format, random);
  }

  seal(message, options) {
    return addon.seal(this.#crypt, message, options);
  }

  open(encrypt, query) {
    return addon.open(this.#crypt, encrypt, query);
  }
}

class Endpoint {
  #endpoint;

  constructor(crypt, options) {
    if (crypt === OURS) {
      this.#endpoint = options;
      return;
    }
    const further = options?.alsoAccept;
    const accepted = Array.isArray(further) ? further.map(cryptOf) : further;
    this.#endpoint = addon.endpoint(cryptOf(crypt), options, accepted);
  }

  static plain(token, options) {
    return new Endpoint(OURS, addon.plainEndpoint(token, options));
  }

  receive(method, query, body, options) {
    return new Incoming(OURS, addon.receive(this.#endpoint, method, query, body, options, options?.now));
  }

  diagnose(method, query, body, options) {
    return JSON.parse(addon.diagnose(this.#endpoint, method, query, body, options, options?.now));
  }
}

class Claim {
  #keys;
  #claim;

  constructor(key, keys, claim) {
    checkOurs(key);
    this.#keys = keys;
    this.#claim = claim;
    this.state = "claimed";
    Object.freeze(this);
  }

  answer(response, options) {
    return addon.answer(this.#keys, this.#claim, storedOf(response), options, options?.now);
  }

  release() {
    return addon.release(this.#keys, this.#claim);
  }
}

class RecentKeys {
  #keys;

  constructor(options) {
    this.#keys = addon.recentKeys(options);
  }

  get size() {
    return addon.recentSize(this.#keys);
  }

  claim(key, options) {
    const known = addon.claim(this.#keys, key, options, options?.now);
    if (typeof known === "number") return Object.freeze({ state: "busy", until: known });
    if (known instanceof WxsealResponse) return Object.freeze({ state: "answered", response: known });
    return new Claim(OURS, this.#keys, known);
  }
}

const platform = Object.freeze({
  urlCheck: addon.platformUrlCheck,
  encryptedUrlCheck: (crypt, echostr, options) => addon.platformEncryptedUrlCheck(cryptOf(crypt), echostr, options),
  push: (crypt, message, options) => addon.platformPush(cryptOf(crypt), message, options),
  compatiblePush: (crypt, message, options) => addon.platformCompatiblePush(cryptOf(crypt), message, options),
  plainPush: addon.platformPlainPush,
  openReply: (crypt, body) => addon.platformOpenReply(cryptOf(crypt), body),
});

module.exports = {
  verifySignature: addon.verifySignature,
  sign: addon.sign,
  MsgCrypt,
  Endpoint,
  WxsealResponse,
  Message,
  RecentKeys,
  platform,
  api,
  ApiError,
  decryptOpenData: addon.decryptOpenData,
  verifyRawData: addon.verifyRawData,
  WxsealError,
  errorCodes: addon.errorCodes(),
  version: addon.version,
};
