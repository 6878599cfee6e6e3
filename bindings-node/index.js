"use strict";

// The classes of the language over the addon's: they turn its JSON into values, and keep what was read.
const addon = require("./addon.js");

/** Nobody else has it, so that responses, messages and claims are made here only. */
const OURS = Symbol("wxseal");

class WxsealError extends Error {
  constructor(message, details) {
    super(message);
    Object.assign(this, details);
  }

  get response() {
    return new WxsealResponse(OURS, addon.refusal(this.httpStatus));
  }
}
// Like those of the language's own classes: inherited, and not shown beside the code.
Object.defineProperty(WxsealError.prototype, "name", { value: "WxsealError", configurable: true, writable: true });
addon.setErrorClass(WxsealError);

// A class of the language's own, so that a call without `new` is refused.
class MsgCrypt extends addon.MsgCrypt {
  encrypt(message, options) {
    // Properties are read here in no time, and slowly through Node-API.
    const { timestamp, nonce, format, random } = options ?? {};
    return super.encrypt(message, options, timestamp, nonce, format, random);
  }
}

let nativeResponse;

class WxsealResponse {
  #native;
  #headers;
  #body;

  static {
    nativeResponse = (response) => (response instanceof WxsealResponse ? response.#native : undefined);
  }

  constructor(key, native) {
    checkOurs(key);
    this.#native = native;
    this.status = native.status();
    this.contentType = native.contentType();
    Object.freeze(this);
  }

  get headers() {
    return (this.#headers ??= this.#native.headers());
  }

  get body() {
    return (this.#body ??= this.#native.body());
  }

  toBytes() {
    return this.#native.toBytes();
  }

  static fromBytes(stored) {
    return new WxsealResponse(OURS, addon.responseFromBytes(stored));
  }
}

/** What a push and a cloud function's event have in common. */
class MessageView {
  #native;
  #header;
  #message;

  constructor(key, native) {
    checkOurs(key);
    this.#native = native;
  }

  get #read() {
    // The header's fields are read at once: most callers want several.
    return (this.#header ??= pushOf(this.#native).header());
  }

  get message() {
    return (this.#message ??= JSON.parse(this.messageJson));
  }

  get messageJson() {
    return pushOf(this.#native).messageJson();
  }

  text(name) {
    // The addon has null for what is not there.
    return pushOf(this.#native).text(name) ?? undefined;
  }

  get toUserName() {
    return this.#read.toUserName;
  }

  get fromUserName() {
    return this.#read.fromUserName;
  }

  get createTime() {
    return this.#read.createTime;
  }

  get msgType() {
    return this.#read.msgType;
  }

  get event() {
    return this.#read.event;
  }

  get msgId() {
    return this.#read.msgId;
  }

  get infoType() {
    return this.#read.infoType;
  }

  get dedupKey() {
    return this.#read.dedupKey;
  }
}

class Message extends MessageView {
  static fromCloudEvent(event) {
    return new Message(OURS, new addon.Message(jsonOf(event)));
  }
}

class Incoming extends MessageView {
  #push;
  #response;

  constructor(key, native) {
    const push = native instanceof addon.Push ? native : undefined;
    super(key, push);
    this.#push = push;
    if (!push) this.#response = new WxsealResponse(key, native);
    Object.defineProperty(this, "kind", { value: push ? "push" : "url_check", enumerable: true });
  }

  get response() {
    if (!this.#response) throw wrongState("this is a push: answer with one of its methods");
    return this.#response;
  }

  get messageBytes() {
    return pushOf(this.#push).messageBytes();
  }

  get format() {
    return pushOf(this.#push).format();
  }

  get replayKey() {
    return pushOf(this.#push).replayKey();
  }

  widgetQuery() {
    const { type, slots, longitude, latitude, raw } = pushOf(this.#push).widgetQuery();
    // Slots are named by whoever designed the widget: in a Map no name is special, and their order stays.
    return Object.freeze({ type, slots: new Map(slots), longitude, latitude, raw });
  }

  sealingWith(options) {
    return new Incoming(OURS, pushOf(this.#push).sealingWith(options));
  }

  success() {
    return new WxsealResponse(OURS, pushOf(this.#push).success());
  }

  empty() {
    return new WxsealResponse(OURS, pushOf(this.#push).empty());
  }

  replyText(content) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyText(content));
  }

  replyImage(mediaId) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyImage(mediaId));
  }

  replyVoice(mediaId) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyVoice(mediaId));
  }

  replyVideo(mediaId, title, description) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyVideo(mediaId, title, description));
  }

  replyMusic(thumbMediaId, options) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyMusic(thumbMediaId, options));
  }

  replyNews(articles) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyNews(articles));
  }

  transferCustomerService(options) {
    return new WxsealResponse(OURS, pushOf(this.#push).transferCustomerService(options));
  }

  replyWidget(lifespan, data, options) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyWidget(lifespan, jsonOf(data), options));
  }

  replyWelcome(content) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyWelcome(content));
  }

  replyStream(id, content, finish, options) {
    const items = optionalJsonOf(options?.msgItem);
    return new WxsealResponse(OURS, pushOf(this.#push).replyStream(id, content, finish, items, options));
  }

  replyTemplateCard(card) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyTemplateCard(jsonOf(card)));
  }

  replyStreamWithTemplateCard(id, content, finish, card, options) {
    const push = pushOf(this.#push);
    const [cardJson, items] = [optionalJsonOf(card), optionalJsonOf(options?.msgItem)];
    return new WxsealResponse(OURS, push.replyStreamWithTemplateCard(id, content, finish, cardJson, items, options));
  }

  updateTemplateCard(card, options) {
    return new WxsealResponse(OURS, pushOf(this.#push).updateTemplateCard(jsonOf(card), options));
  }

  replyRaw(message) {
    return new WxsealResponse(OURS, pushOf(this.#push).replyRaw(message));
  }
}

class Endpoint {
  #native;

  constructor(crypt, options) {
    this.#native = crypt === OURS ? options : new addon.Endpoint(crypt, options);
  }

  static plain(token, options) {
    return new Endpoint(OURS, addon.Endpoint.plain(token, options));
  }

  receive(method, query, body, options) {
    return new Incoming(OURS, this.#native.receive(method, query, body, options));
  }

  diagnose(method, query, body, options) {
    return JSON.parse(this.#native.diagnose(method, query, body, options));
  }
}

let nativeClaim;

class Claim {
  #native;

  static {
    nativeClaim = (claim) => (claim instanceof Claim ? claim.#native : undefined);
  }

  constructor(key, native) {
    checkOurs(key);
    this.#native = native;
    this.state = "claimed";
    Object.freeze(this);
  }
}

class RecentKeys {
  #native;

  constructor(options) {
    this.#native = new addon.RecentKeys(options);
  }

  get size() {
    return this.#native.size();
  }

  claim(key, options) {
    const known = this.#native.claim(key, options);
    if (known instanceof addon.Claim) return new Claim(OURS, known);
    if (typeof known === "number") return Object.freeze({ state: "busy", until: known });
    return Object.freeze({ state: "answered", response: new WxsealResponse(OURS, known) });
  }

  answer(claim, response, options) {
    return this.#native.answer(nativeClaim(claim), nativeResponse(response), options);
  }

  release(claim) {
    return this.#native.release(nativeClaim(claim));
  }
}

const platform = Object.freeze({
  urlCheck: addon.platformUrlCheck,
  encryptedUrlCheck: addon.platformEncryptedUrlCheck,
  push: addon.platformPush,
  compatiblePush: addon.platformCompatiblePush,
  plainPush: addon.platformPlainPush,
  openReply: addon.platformOpenReply,
});

/** Shows its method only: the URL holds a secret or a token. */
class ApiRequest {
  #url;
  #body;

  constructor({ method, url, body }) {
    this.method = method;
    this.#url = url;
    this.#body = body;
    Object.freeze(this);
  }

  get url() {
    return this.#url;
  }

  get body() {
    return this.#body;
  }
}

class ApiError extends Error {
  constructor({ message, errcode, errmsg }) {
    super(message);
    this.errcode = errcode;
    this.errmsg = errmsg;
  }
}
Object.defineProperty(ApiError.prototype, "name", { value: "ApiError", configurable: true, writable: true });

const api = Object.freeze({
  get: (path, parameters) => new ApiRequest(addon.apiGet(path, pairsOf(parameters))),
  post: (path, accessToken, body) => new ApiRequest(addon.apiPost(path, accessToken, jsonOf(body))),
  getAccessToken: (appId, secret) => new ApiRequest(addon.apiGetAccessToken(appId, secret)),
  getStableAccessToken: (appId, secret, options) =>
    new ApiRequest(addon.apiGetStableAccessToken(appId, secret, options)),
  code2session: (appId, secret, jsCode) => new ApiRequest(addon.apiCode2Session(appId, secret, jsCode)),
  getPhoneNumber: (accessToken, code) => new ApiRequest(addon.apiGetPhoneNumber(accessToken, code)),
  sendCustomerMessage: (accessToken, toUser, message) =>
    new ApiRequest(addon.apiSendCustomerMessage(accessToken, toUser, message)),
  sendSubscribeMessage: (accessToken, toUser, templateId, data, options) =>
    new ApiRequest(addon.apiSendSubscribeMessage(accessToken, toUser, templateId, jsonOf(data), options)),
  msgSecCheck: (accessToken, openid, scene, content, options) =>
    new ApiRequest(addon.apiMsgSecCheck(accessToken, openid, scene, content, options)),
  mediaCheckAsync: (accessToken, openid, scene, mediaUrl, mediaType) =>
    new ApiRequest(addon.apiMediaCheckAsync(accessToken, openid, scene, mediaUrl, mediaType)),
  read(body) {
    const answer = addon.apiRead(body);
    if (typeof answer !== "string") throw new ApiError(answer);
    return JSON.parse(answer);
  },
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
  version: addon.version(),
};

function checkOurs(key) {
  if (key !== OURS) throw new TypeError("Illegal constructor");
}

function pushOf(native) {
  if (!native) throw wrongState("this is a URL check: answer with its response");
  return native;
}

function wrongState(message) {
  return Object.assign(new TypeError(message), { code: "ERR_INVALID_STATE" });
}

/** A text is JSON already; the addon refuses what becomes none. */
function jsonOf(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What is iterated over, such as a URLSearchParams, has pairs already; the addon refuses what has none. */
function pairsOf(parameters) {
  if (Object(parameters) !== parameters) return parameters;
  return Symbol.iterator in parameters ? [...parameters] : Object.entries(parameters);
}

/** What may be left out. What has no JSON goes to the addon as it is, which refuses it. */
function optionalJsonOf(value) {
  return value === undefined || value === null ? undefined : (jsonOf(value) ?? value);
}
