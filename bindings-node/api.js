"use strict";

// Calls of the server API.
const addon = require("./addon.js");
const { jsonOf } = require("./json.js");

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

module.exports = { api, ApiError };

/** What is iterated over, such as a URLSearchParams, has pairs already; the addon refuses what has none. */
function pairsOf(parameters) {
  if (Object(parameters) !== parameters) return parameters;
  return Symbol.iterator in parameters ? [...parameters] : Object.entries(parameters);
}
