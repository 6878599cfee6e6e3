/// <reference types="node" />

import type { URLSearchParams } from "node:url";

/**
 * The query of a request. Best is the raw query string, what stands behind the `?` of the request's URL: there a
 * repeated parameter can be seen. A leading `?` is skipped.
 *
 * `undefined` and `null` are a request without a query. Like a parameter that is missing, repeated (an array) or not a
 * string, that is `WXSEAL_MALFORMED_QUERY`, since a peer can cause it. A query that is neither text nor an object is a
 * `TypeError`.
 */
export type Query = string | URLSearchParams | QueryParameters | null | undefined;

/** A framework's object of parameters, percent-decoded once, under the wire's own names. Others are ignored. */
export interface QueryParameters {
  /** Over Token, timestamp and nonce: what `verifySignature` checks. It covers no body. */
  readonly signature?: unknown;
  /** Over Token, timestamp, nonce and the cipher text: what `MsgCrypt` checks. */
  readonly msg_signature?: unknown;
  /** 1 to 13 digits. */
  readonly timestamp?: unknown;
  /** 1 to 63 of `A-Z a-z 0-9 _ -`. */
  readonly nonce?: unknown;
}

/**
 * Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce. It returns
 * nothing: it throws unless the signature holds.
 *
 * On a URL check of WeChat, answer with the `echostr` exactly as received once this returns. The signature covers **no
 * body**: anybody who has seen one URL can forge plain-mode messages, and for an encrypted message it proves nothing.
 * Neither freshness nor replay is checked here: a request that verified once verifies for ever.
 *
 * @example
 * verifySignature(token, "signature=f464b24f…&timestamp=1714036504&nonce=1514711492");
 *
 * @throws {WxsealError}
 * - `WXSEAL_INVALID_CONFIG`: the Token is empty, or holds white space or a control character.
 * - `WXSEAL_MALFORMED_QUERY`: a parameter is missing, repeated or outside its grammar.
 * - `WXSEAL_SIGNATURE_MISMATCH`: the signature is another.
 */
export function verifySignature(token: string, query: Query): void;

/** How a `MsgCrypt` differs from the usual. What is `undefined` or `null` is as if left out. */
export interface MsgCryptOptions {
  /**
   * Whose names JSON replies have: `"wechat"` (Mini Program, Official Account, open platform) by default, or `"wecom"`.
   * Both are read, whatever the dialect.
   */
  readonly dialect?: "wechat" | "wecom" | null | undefined;
  /** How large a body or an echostr is read, in bytes of UTF-8: a whole number, 4 MiB by default. */
  readonly maxBody?: number | null | undefined;
}

/** What `encrypt` makes by itself unless it is given. What is `undefined` or `null` is as if left out. */
export interface EncryptOptions {
  /** Seconds since 1970, 1 to 13 digits without a leading zero; the current second by default. */
  readonly timestamp?: number | string | null | undefined;
  /** 1 to 63 of `A-Z a-z 0-9 _ -`; repeat the request's. 16 fresh hexadecimal digits by default. */
  readonly nonce?: string | null | undefined;
  /** The format of the push; `"xml"` by default. */
  readonly format?: "xml" | "json" | null | undefined;
  /**
   * 16 bytes, for tests: they stand in for the IV, so that **bytes used twice show that two messages begin alike**. By
   * default they come from the operating system, fresh for every message.
   */
  readonly random?: Uint8Array | null | undefined;
}

/**
 * One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
 *
 * **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the key lives. Hold its
 * timestamp against your clock, and remember what you have answered.
 *
 * Make one when the server starts and keep it: the key schedules are computed once. It never changes, and shows neither
 * Token nor key to `util.inspect`, `JSON.stringify` or a debugger's property list. It cannot be posted to a worker:
 * each makes its own. All methods are synchronous: they take microseconds.
 *
 * Strings are read as UTF-8 text. A lone surrogate is no text: a string that holds one gives the error that its argument
 * gives for nonsense, and is never changed into something that verifies.
 */
export class MsgCrypt {
  /**
   * Takes the settings of the console's message push page.
   *
   * @param encodingAesKey 43 characters.
   * @param receiveId What messages are addressed to: the AppID of a Mini Program or Official Account, the component's
   * AppID on the open platform (for an authorizer's messages too), the corpid or, for suite events, the suiteid on WeCom.
   * `""` means that it must be empty, as for WeCom's smart robots; it does not turn the check off.
   *
   * @throws {WxsealError}
   * - `WXSEAL_INVALID_CONFIG`: the Token is empty, or holds white space or a control character; the dialect is unknown;
   *   `maxBody` is not a whole number of bytes.
   * - `WXSEAL_INVALID_KEY`: the EncodingAESKey is not 43 characters of base64; `position` says where.
   */
  constructor(token: string, encodingAesKey: string, receiveId: string, options?: MsgCryptOptions | null);

  /**
   * Answers WeCom's URL check: verifies and decrypts its `echostr`, and returns what to answer with.
   *
   * **On WeChat the echostr is not encrypted**: call `verifySignature` and answer with the echostr exactly as received.
   *
   * @param echostr The parameter, percent-decoded once. Its `+` are base64's: `URLSearchParams` makes spaces of them
   * where they stand unescaped. Anything but a string is `WXSEAL_MALFORMED_QUERY`, as it is a parameter of the query.
   *
   * @throws {WxsealError} Those of `decryptToString`; an echostr beyond `maxBody` is `WXSEAL_MALFORMED_ENVELOPE`.
   */
  verifyUrl(echostr: string | null | undefined, query: Query): string;

  /**
   * Verifies and decrypts the body of a push, XML or JSON, and returns the message as the platform wrote it.
   *
   * Of a compatible-mode body only `Encrypt` is read: its plaintext fields are signed by nobody.
   *
   * @param body The request's, byte for byte, before any parser. A body that a framework left `undefined` is an empty
   * one. A view of a `SharedArrayBuffer` is refused with a `TypeError`: another thread could change it during the check.
   *
   * @example
   * const message = crypt.decrypt(body, request.url.split("?")[1]);
   *
   * @throws {WxsealError} In the order of the checks:
   * - `WXSEAL_MALFORMED_QUERY`: a parameter is missing, repeated or outside its grammar.
   * - `WXSEAL_MALFORMED_ENVELOPE`: the body is not XML or JSON with one `Encrypt`, or is too large or too deep.
   * - `WXSEAL_SIGNATURE_MISMATCH`: the signature is another. Nothing is decrypted before this check held.
   * - `WXSEAL_INVALID_BASE64`: `Encrypt` is not canonical base64.
   * - `WXSEAL_DECRYPT_FAILED`: length or padding of the cipher text; probably another EncodingAESKey.
   * - `WXSEAL_MALFORMED_FRAME`: the inner length does not fit.
   * - `WXSEAL_RECEIVE_ID_MISMATCH`: the message is addressed to another receive id.
   */
  decrypt(body: Uint8Array | string, query: Query): Buffer;

  /**
   * `decrypt`, with the message as a string; the quicker of the two.
   *
   * @throws {WxsealError} Those of `decrypt`, and `WXSEAL_MALFORMED_MESSAGE` where the message is not UTF-8.
   */
  decryptToString(body: Uint8Array | string, query: Query): string;

  /**
   * Encrypts and signs a reply, and returns the finished envelope: the body to answer with.
   *
   * The bodies `success` and empty are never encrypted: answer with them as they are.
   *
   * @param message The reply's XML or JSON.
   *
   * @example
   * response.end(crypt.encrypt('{"demo_resp":"good luck"}', { nonce: query.nonce, format: "json" }));
   *
   * @throws {WxsealError}
   * - `WXSEAL_UNWRITABLE_REPLY`: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
   *   `A-Z a-z 0-9 _ -`, the message holds a lone surrogate or is 4 GiB or longer, or the operating system has no random
   *   bytes to give.
   * - `WXSEAL_INVALID_CONFIG`: the format is unknown, or `random` has not 16 bytes.
   */
  encrypt(message: string | Uint8Array, options?: EncryptOptions | null): string;
}

/** The codes of `WxsealError`, one for each row of the table that all of wxseal's languages share. */
export type WxsealErrorCode =
  | "WXSEAL_SIGNATURE_MISMATCH"
  | "WXSEAL_MALFORMED_QUERY"
  | "WXSEAL_STALE_TIMESTAMP"
  | "WXSEAL_MALFORMED_ENVELOPE"
  | "WXSEAL_MALFORMED_MESSAGE"
  | "WXSEAL_INVALID_KEY"
  | "WXSEAL_INVALID_CONFIG"
  | "WXSEAL_RECEIVE_ID_MISMATCH"
  | "WXSEAL_DECRYPT_FAILED"
  | "WXSEAL_MALFORMED_FRAME"
  | "WXSEAL_INVALID_BASE64"
  | "WXSEAL_UNWRITABLE_REPLY";

/**
 * What can go wrong with what a peer sent or with a setting. Wrong JavaScript types are `TypeError`s instead.
 *
 * The message says what happened and what to look at. It is fixed text, so that it holds no secret and nothing of the
 * peer's. Answer a peer with `httpStatus` and nothing else.
 */
export class WxsealError extends Error {
  private constructor();
  readonly name: "WxsealError";
  /** Which failure it is; it never changes. */
  readonly code: WxsealErrorCode;
  /** The number that every official sample uses for it, -40001 to -40011; some codes share one. */
  readonly errno: number;
  /** The HTTP status to answer with: 400 or 403 where the request is at fault, 500 where the server is. */
  readonly httpStatus: number;
  /**
   * Of `WXSEAL_INVALID_KEY`: where the first bad character is, in bytes of UTF-8 from the start, counted from 0; the key's
   * length if it is too short.
   */
  readonly position?: number;
  /** Of `WXSEAL_STALE_TIMESTAMP`: the request's timestamp, in seconds since 1970. */
  readonly timestamp?: number;
  /** Of `WXSEAL_STALE_TIMESTAMP`: the server's time, in seconds since 1970. */
  readonly now?: number;
}

/** What `errorCodes` says about a code. */
export interface ErrorCode {
  /** The name of the failure in wxseal's other languages: `SignatureMismatch`, `MalformedQuery` … */
  readonly name: string;
  /** The official number. */
  readonly errno: number;
  /** The HTTP status to answer with. */
  readonly httpStatus: number;
}

/** Every code that a `WxsealError` can have, frozen. */
export const errorCodes: Readonly<Record<WxsealErrorCode, ErrorCode>>;

/** The version of the running library, as `major.minor.patch`. */
export const version: string;
