"use strict";

// node-easywechat's `Core/Encryptor`.
const { MsgCrypt, WxsealError } = require("../../index.js");
const { keyOf, sha1 } = require("../text.js");

class Encryptor {
  #token;
  #key;
  #crypt;

  constructor(appId = "", token = "", aesKey = "", receiveId = null) {
    this.appId = appId;
    this.receiveId = receiveId;
    this.#token = token;
    this.#key = keyOf(aesKey);
  }

  /** Made when it is first asked for: in plain mode the settings may be empty. */
  get #settings() {
    return (this.#crypt ??= new MsgCrypt(this.#token, this.#key, this.receiveId ?? this.appId));
  }

  getToken() {
    return this.#token;
  }

  createSignature(...texts) {
    return sha1(texts);
  }

  encrypt(text, nonce = null, timestamp = null) {
    try {
      const stamp = { nonce: String(nonce || this.appId) || undefined, timestamp: timestamp || undefined };
      const sealed = this.#settings.seal(text, stamp);
      return (
        `<xml><Encrypt>${sealed.encrypt}</Encrypt><MsgSignature>${sealed.msgSignature}</MsgSignature>` +
        `<TimeStamp>${sealed.timestamp}</TimeStamp><Nonce>${sealed.nonce}</Nonce></xml>`
      );
    } catch (cause) {
      throw new Error("Fail to encrypt data", { cause });
    }
  }

  decrypt(text, msgSignature, nonce, timestamp) {
    const query = { msg_signature: msgSignature, nonce: textOf(nonce), timestamp: textOf(timestamp) };
    try {
      return this.#settings.decryptToString(`<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>`, query);
    } catch (cause) {
      if (!(cause instanceof WxsealError)) throw cause;
      const mismatch = cause.code === "WXSEAL_RECEIVE_ID_MISMATCH";
      throw new Error(mismatch ? "Invalid appId." : "Invalid Signature.", { cause });
    }
  }
}

function textOf(value) {
  return typeof value === "number" ? String(value) : value;
}

module.exports = Encryptor;
