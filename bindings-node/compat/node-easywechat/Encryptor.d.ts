import PeersEncryptor = require("node-easywechat/dist/Work/Encryptor");

/**
 * node-easywechat's `Core/Encryptor`, with wxseal behind it. `docs/drop-in.md` of the repository says what is kept and what is not.
 *
 * To TypeScript it is one of node-easywechat's, so that `setEncryptor` takes it; it is none when the program runs. It is not for
 * `OpenWork`, whose receive ids are not known beforehand.
 *
 * @example
 * app.setEncryptor(new Encryptor(appId, token, aesKey));
 */
declare class Encryptor extends PeersEncryptor {
  /**
   * Settings that cannot be right are told when they are first used.
   *
   * @param aesKey 43 characters, or the 32 bytes that they stand for. White space and the `=` of base64 are skipped.
   * @param receiveId What messages must be addressed to: the appId unless another is given. There is no way to leave it unchecked.
   */
  constructor(appId?: string, token?: string, aesKey?: string | Buffer, receiveId?: string | null);

  /** The Token. */
  getToken(): string;

  /** SHA-1 over what is given, sorted as text, in 40 lower-case hexadecimal digits. */
  createSignature(...texts: (string | number)[]): string;

  /**
   * Encrypts and signs a reply, and returns its envelope in XML. Without a nonce that is the appId, without a timestamp the current
   * second.
   *
   * @throws {Error} `Fail to encrypt data`; its `cause` says why.
   */
  encrypt(text: string | Uint8Array, nonce?: string | number | null, timestamp?: string | number | null): string;

  /**
   * Verifies and decrypts the `Encrypt` of a body.
   *
   * @throws {Error} `Invalid appId.` where it is addressed to another receive id, `Invalid Signature.` where it is not to be believed for any
   * other reason; its `cause` is wxseal's.
   */
  decrypt(text: string, msgSignature: string, nonce: string | number, timestamp: string | number): string;
}

export = Encryptor;
