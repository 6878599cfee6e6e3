"use strict";

// For servers that don't bring in wechat-crypto themselves: wechat, co-wechat and their like do.
const Module = require("node:module");
const WXBizMsgCrypt = require("./wechat-crypto.js");

const PEER = "wechat-crypto";

if (Object.keys(require.cache).some((file) => /[\\/]node_modules[\\/]wechat-crypto[\\/]/.test(file))) {
  throw new Error(`${PEER} is in use already: wxseal/compat/register must stand before whatever brings it in`);
}

/**
 * wechat decrypts where nothing catches, and what is thrown there ends the process. It answers 500 to a message that is no XML, as
 * does co-wechat.
 */
class Caught extends WXBizMsgCrypt {
  decrypt(text) {
    try {
      return super.decrypt(text);
    } catch {
      return { message: "wxseal refused it", id: "" };
    }
  }
}

const load = Module._load;
Module._load = function (request, ...others) {
  return request === PEER ? Caught : load.call(this, request, ...others);
};
