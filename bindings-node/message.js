"use strict";

// What came, and its answers.
const addon = require("./addon.js");
const { jsonOf } = require("./json.js");
const { OURS, WxsealResponse, checkOurs } = require("./response.js");

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
    return (this.#header ??= addon.header(pushOf(this.#native)));
  }

  get message() {
    return (this.#message ??= JSON.parse(this.messageJson));
  }

  get messageJson() {
    return addon.messageJson(pushOf(this.#native));
  }

  text(name) {
    // The addon has null for what is not there.
    return addon.messageText(pushOf(this.#native), name) ?? undefined;
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
    return new Message(OURS, addon.message(jsonOf(event)));
  }
}

class Incoming extends MessageView {
  #push;
  #response;

  constructor(key, received) {
    const check = received instanceof WxsealResponse;
    super(key, check ? undefined : received);
    if (check) this.#response = received;
    else this.#push = received;
    this.kind = check ? "url_check" : "push";
    Object.freeze(this);
  }

  get response() {
    if (!this.#response) throw wrongState("this is a push: answer with one of its methods");
    return this.#response;
  }

  get messageBytes() {
    return addon.messageBytes(pushOf(this.#push));
  }

  get format() {
    return addon.format(pushOf(this.#push));
  }

  get replayKey() {
    return addon.replayKey(pushOf(this.#push));
  }

  widgetQuery() {
    const { type, slots, longitude, latitude, raw } = addon.widgetQuery(pushOf(this.#push));
    // Slots are named by whoever designed the widget: in a Map no name is special, and their order stays.
    return Object.freeze({ type, slots: new Map(slots), longitude, latitude, raw });
  }

  sealingWith(options) {
    return new Incoming(OURS, addon.sealingWith(pushOf(this.#push), options));
  }

  success() {
    return addon.success(pushOf(this.#push));
  }

  empty() {
    return addon.empty(pushOf(this.#push));
  }

  replyText(content) {
    return addon.replyText(pushOf(this.#push), content);
  }

  replyImage(mediaId) {
    return addon.replyImage(pushOf(this.#push), mediaId);
  }

  replyVoice(mediaId) {
    return addon.replyVoice(pushOf(this.#push), mediaId);
  }

  replyVideo(mediaId, title, description) {
    return addon.replyVideo(pushOf(this.#push), mediaId, title, description);
  }

  replyMusic(thumbMediaId, options) {
    return addon.replyMusic(pushOf(this.#push), thumbMediaId, options);
  }

  replyNews(articles) {
    return addon.replyNews(pushOf(this.#push), articles);
  }

  transferCustomerService(options) {
    return addon.transferCustomerService(pushOf(this.#push), options);
  }

  replyWidget(lifespan, data, options) {
    return addon.replyWidget(pushOf(this.#push), lifespan, jsonOf(data), options);
  }

  replyWelcome(content) {
    return addon.replyWelcome(pushOf(this.#push), content);
  }

  replyStream(id, content, finish, options) {
    const items = optionalJsonOf(options?.msgItem);
    return addon.replyStream(pushOf(this.#push), id, content, finish, items, options);
  }

  replyTemplateCard(card) {
    return addon.replyTemplateCard(pushOf(this.#push), jsonOf(card));
  }

  replyStreamWithTemplateCard(id, content, finish, card, options) {
    const push = pushOf(this.#push);
    const [cardJson, items] = [optionalJsonOf(card), optionalJsonOf(options?.msgItem)];
    return addon.replyStreamWithTemplateCard(push, id, content, finish, cardJson, items, options);
  }

  updateTemplateCard(card, options) {
    return addon.updateTemplateCard(pushOf(this.#push), jsonOf(card), options);
  }

  replyRaw(message) {
    return addon.replyRaw(pushOf(this.#push), message);
  }
}

module.exports = { Message, Incoming };

function pushOf(native) {
  if (!native) throw wrongState("this is a URL check: answer with its response");
  return native;
}

function wrongState(message) {
  return Object.assign(new TypeError(message), { code: "ERR_INVALID_STATE" });
}

/** What may be left out. What has no JSON goes to the addon as it is, which refuses it. */
function optionalJsonOf(value) {
  return value === undefined || value === null ? undefined : (jsonOf(value) ?? value);
}
