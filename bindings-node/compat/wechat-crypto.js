"use strict";

// wechat-crypto.
const { randomBytes } = require("node:crypto");
const { MsgCrypt, WxsealError, sign } = require("../index.js");
const { keyOf, sha1 } = require("./text.js");

/** In place of a Token with a blank, which wechat-crypto takes and wxseal does not. */
const TOKEN = randomBytes(16).toString("hex");

/**
 * A timestamp and a nonce that can be signed. Words are among them, as in wechat-crypto's own examples; what is longer or has other
 * letters could be a piece of the cipher text, since a signature does not say where one ends and the next begins.
 */
const SIGNABLE = /^timestamp=\w{1,13}&nonce=[\w-]{1,63}$/;

/** For a signature that is made and checked here alone. */
const STAMP = { timestamp: "1", nonce: "1" };
const QUERY = "timestamp=1&nonce=1";

/** Where the cipher text of an envelope begins. */
const HEAD = "<xml>\n<Encrypt><![CDATA[".length;

class WXBizMsgCrypt {
  #token;
  /** The `MsgCrypt`'s. */
  #own;
  #crypt;
  /** The cipher text that was signed last, and the query that goes with it. */
  #signed = [];

  constructor(token, encodingAESKey, id) {
    if (!token || !encodingAESKey || !id) throw new Error("please check arguments");
    this.id = String(id);
    this.#token = String(token);
    this.#own = /[\s\p{Cc}]/u.test(this.#token) ? TOKEN : this.#token;
    try {
      this.#crypt = new MsgCrypt(this.#own, keyOf(encodingAESKey), this.id);
    } catch (cause) {
      if (!(cause instanceof WxsealError) || cause.code !== "WXSEAL_INVALID_KEY") throw cause;
      throw new Error("encodingAESKey invalid", { cause });
    }
  }

  getSignature(timestamp, nonce, encrypt) {
    const stamp = `timestamp=${timestamp ?? ""}&nonce=${nonce ?? ""}`;
    // wechat asks where nothing catches. So there is a signature for everything: one that nobody can have sent.
    if (!SIGNABLE.test(stamp)) return randomBytes(20).toString("hex");
    return this.#sign(encrypt, stamp) ?? sha1([this.#token, timestamp, nonce, encrypt]);
  }

  /** `undefined` where wxseal signs nothing: under a Token with a blank, or words. */
  #sign(encrypt, stamp) {
    if (this.#own !== this.#token) return undefined;
    try {
      const signature = sign(this.#token, encrypt, stamp);
      this.#signed = [encrypt, `${stamp}&msg_signature=${signature}`];
      return signature;
    } catch {
      return undefined;
    }
  }

  decrypt(text) {
    // No signature is handed over, since comparing is the server's. The one that it has just asked for saves making one.
    const [encrypt, signed] = this.#signed;
    const query = (encrypt === text && signed) || `${QUERY}&msg_signature=${sign(this.#own, text, QUERY)}`;
    const message = this.#crypt.decryptToString(`<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>`, query);
    return { message, id: this.id };
  }

  encrypt(text) {
    // `seal` makes an object of four strings, of which one is wanted: that costs a third more.
    const envelope = this.#crypt.encrypt(text, STAMP);
    return envelope.slice(HEAD, envelope.indexOf("]", HEAD));
  }
}

module.exports = WXBizMsgCrypt;
