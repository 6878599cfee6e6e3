"use strict";

// wechat-crypto.
const { randomBytes } = require("node:crypto");
const { MsgCrypt, WxsealError, sign } = require("../index.js");
const { keyOf, sha1 } = require("./text.js");

/**
 * wechat-crypto's `decrypt` is handed no signature: comparing is the server's, which asks `getSignature`. A cipher text is signed here
 * under a Token that nobody else has, so that the rest is checked where it always is.
 */
const TOKEN = randomBytes(16).toString("hex");
const FIXED = { timestamp: "1", nonce: "1" };
const STAMP = "timestamp=1&nonce=1";

/**
 * A timestamp and a nonce that can be signed. Words are among them, as in wechat-crypto's own examples; what is longer or has other
 * letters could be a piece of the cipher text, since a signature does not say where one ends and the next begins.
 */
const SIGNABLE = /^timestamp=\w{1,13}&nonce=[\w-]{1,63}$/;

/** Where the cipher text of an envelope begins. */
const HEAD = "<xml>\n<Encrypt><![CDATA[".length;

class WXBizMsgCrypt {
  #token;
  #crypt;

  constructor(token, encodingAESKey, id) {
    if (!token || !encodingAESKey || !id) throw new Error("please check arguments");
    this.id = String(id);
    this.#token = String(token);
    try {
      this.#crypt = new MsgCrypt(TOKEN, keyOf(encodingAESKey), this.id);
    } catch (cause) {
      if (!(cause instanceof WxsealError) || cause.code !== "WXSEAL_INVALID_KEY") throw cause;
      throw new Error("encodingAESKey invalid", { cause });
    }
  }

  getSignature(timestamp, nonce, encrypt) {
    const stamp = `timestamp=${timestamp}&nonce=${nonce}`;
    // wechat asks where nothing catches. So there is a signature for everything: one that nobody can have sent.
    if (!SIGNABLE.test(stamp)) return randomBytes(20).toString("hex");
    try {
      return sign(this.#token, encrypt, stamp);
    } catch {
      // A Token with a blank, or words.
      return sha1([this.#token, timestamp, nonce, encrypt]);
    }
  }

  decrypt(text) {
    const query = `${STAMP}&msg_signature=${sign(TOKEN, text, STAMP)}`;
    const message = this.#crypt.decryptToString(`<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>`, query);
    return { message, id: this.id };
  }

  encrypt(text) {
    // `seal` makes an object of four strings, of which one is wanted: that costs a third more.
    const envelope = this.#crypt.encrypt(text, FIXED);
    return envelope.slice(HEAD, envelope.indexOf("]", HEAD));
  }
}

module.exports = WXBizMsgCrypt;
