/**
 * wechat-crypto's class, with wxseal behind it. `docs/drop-in.md` of the repository says what is kept and what is not.
 *
 * **Comparing signatures is the server's work**, as it is with wechat-crypto: nothing that `decrypt` returns is to be believed unless
 * `getSignature` of the same cipher text was the request's `msg_signature`. `Endpoint` does both.
 */
declare class WXBizMsgCrypt {
  /**
   * @param encodingAESKey 43 characters. White space and the `=` of base64 are skipped.
   * @param id The AppID or corpid that messages must be addressed to.
   *
   * @throws {Error} `please check arguments` where one is missing, `encodingAESKey invalid` where that is none.
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: the id holds white space or a control character.
   */
  constructor(token: string, encodingAESKey: string, id: string);

  /** The AppID or corpid. */
  readonly id: string;

  /**
   * SHA-1 over Token, timestamp, nonce and cipher text, 40 lower-case hexadecimal digits.
   *
   * The digits are random, so that nobody can have sent them, unless the timestamp is 1 to 13 of `A-Z a-z 0-9 _` and the nonce 1 to 63 of
   * `A-Z a-z 0-9 _ -`.
   */
  getSignature(timestamp: string | number, nonce: string | number, encrypt: string): string;

  /**
   * Decrypts the `Encrypt` of a body.
   *
   * @throws {WxsealError} Those of `MsgCrypt.decryptToString`, another receive id among them, which wechat-crypto lets in.
   */
  decrypt(text: string): { message: string; id: string };

  /** Encrypts a reply: the `Encrypt` of its envelope. */
  encrypt(text: string | Uint8Array): string;
}

export = WXBizMsgCrypt;
