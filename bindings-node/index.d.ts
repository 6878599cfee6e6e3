/// <reference types="node" />

import type { URLSearchParams } from "node:url";

import type { WechatMessage } from "./messages.js";

export * from "./messages.js";

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
  /** Of a URL check: what to answer with, encrypted on WeCom. `Endpoint` reads it. */
  readonly echostr?: unknown;
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

/**
 * The `msg_signature` of a cipher text: SHA-1 over Token, timestamp, nonce and `encrypt`, sorted byte by byte, in 40
 * lower-case hexadecimal digits.
 *
 * For code that stands in for another library. To compare signatures is `MsgCrypt.decrypt`'s and `verifySignature`'s, in
 * constant time.
 *
 * @param query Its `timestamp` and `nonce` are signed: `{ timestamp, nonce }`, or a request's query as it came.
 *
 * @throws {WxsealError}
 * - `WXSEAL_INVALID_CONFIG`: the Token is empty, or holds white space or a control character.
 * - `WXSEAL_MALFORMED_QUERY`: timestamp or nonce is missing, repeated or outside its grammar.
 */
export function sign(token: string, encrypt: string, query: Query): string;

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

/** Timestamp and nonce of what is sealed or sent. What is `undefined` or `null` is as if left out. */
export interface StampOptions {
  /** Seconds since 1970, 1 to 13 digits without a leading zero; the current second by default. */
  readonly timestamp?: number | string | null | undefined;
  /** 1 to 63 of `A-Z a-z 0-9 _ -`; a reply repeats the request's. 16 fresh hexadecimal digits by default. */
  readonly nonce?: string | null | undefined;
}

/** What a message is sealed with, unless it is given made anew for every message. */
export interface SealOptions extends StampOptions {
  /**
   * 16 bytes, for tests: they stand in for the IV, so that **bytes used twice show that two messages begin alike**. By
   * default they come from the operating system, fresh for every message.
   */
  readonly random?: Uint8Array | null | undefined;
}

/** The same, and the format of the envelope. */
export interface EncryptOptions extends SealOptions {
  /** The format of the push; `"xml"` by default. */
  readonly format?: "xml" | "json" | null | undefined;
}

/** A sealed message in its parts: what an envelope is written from. */
export interface Sealed {
  /** The cipher text, in base64. */
  readonly encrypt: string;
  /** The signature over Token, timestamp, nonce and the cipher text, 40 lower-case hexadecimal digits. */
  readonly msgSignature: string;
  /** The timestamp that was signed. */
  readonly timestamp: string;
  /** The nonce that was signed. */
  readonly nonce: string;
}

/** A message, and the receive id that stood behind it. */
export interface Opened {
  /** The message as the platform wrote it. */
  readonly message: Buffer;
  /**
   * Whom it is addressed to. **Nobody has compared it with anything**: whoever holds the Token and the key can address a
   * message to whom he likes.
   */
  readonly receiveId: string;
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
   * - `WXSEAL_INVALID_CONFIG`: the Token is empty, it or the receive id holds white space or a control character, the
   *   dialect is unknown, or `maxBody` is not a whole number of bytes.
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
   * @throws {WxsealError} Those of `decrypt`; an echostr beyond `maxBody` is `WXSEAL_MALFORMED_ENVELOPE`.
   * `WXSEAL_MALFORMED_MESSAGE`: it is a message or a reply that somebody captured and sends as an echostr.
   */
  verifyUrl(echostr: string | null | undefined, query: Query): Buffer;

  /**
   * Verifies and decrypts the body of a push, XML or JSON, and returns the message as the platform wrote it.
   *
   * Of a compatible-mode body only `Encrypt` is read: its plaintext fields are signed by nobody.
   *
   * The Buffer is made as `Buffer.from` makes one: a small one is a part of Node.js's pool.
   *
   * @param body The request's, byte for byte, before any parser: what a parser made of it is a `TypeError`. A body that a
   * framework left `undefined` is an empty one. A view of a `SharedArrayBuffer` is a `TypeError` too: another thread could
   * change it during the check.
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
   * `decrypt`, with the message as a string, which takes half of what `decrypt` and `toString` take.
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

  /**
   * Encrypts and signs a message, and returns the parts of its envelope: for gateways with an envelope of their own, and for
   * code that stands in for another library. `encrypt` is the one to use where the envelope is the platform's.
   *
   * @throws {WxsealError} Those of `encrypt`.
   */
  seal(message: string | Uint8Array, options?: SealOptions | null): Sealed;

  /**
   * Verifies and decrypts a bare cipher text, and returns the message with the receive id that stood behind it: for a server
   * that cannot know the id beforehand, such as one data callback for all the corps of a suite, and for code that stands in for
   * another library.
   *
   * **The receive id is the caller's to check.** `decrypt` holds it against the one that is set, and is what everybody else
   * wants; the one that is set does not count here.
   *
   * @param encrypt The `Encrypt` of the envelope.
   *
   * @throws {WxsealError} Those of `decrypt` but for the receive id; a cipher text beyond `maxBody` is
   * `WXSEAL_MALFORMED_ENVELOPE`, and a receive id that is not UTF-8 `WXSEAL_MALFORMED_FRAME`.
   */
  open(encrypt: string, query: Query): Opened;
}

/** How an `Endpoint` differs from the usual. What is `undefined` or `null` is as if left out, but for `tolerance`. */
export interface PlainEndpointOptions {
  // Written by tools/faces: the endpoint's options.
  /**
   * How far a timestamp may lie from the server's time, in whole seconds; 0 is the same second, `null` leaves it
   * unchecked; by default 300.
   */
  readonly tolerance?: number | null | undefined;
  /**
   * The account (`gh_…`) that messages must be sent to. With it, a reply that somebody captured and sends back as a
   * message is refused.
   */
  readonly account?: string | null | undefined;
  /** How large a body may be, in bytes: a whole number; by default the MsgCrypt's, 4 MiB on a plain endpoint. */
  readonly maxBody?: number | null | undefined;
  // What tools/faces writes ends here.
}

/** How an encrypted `Endpoint` differs from the usual. */
export interface EndpointOptions extends PlainEndpointOptions {
  /**
   * Further settings to accept: the previous Token or key during a rotation, or another receive id. The settings that
   * open a push seal its answer.
   */
  readonly alsoAccept?: readonly MsgCrypt[] | null | undefined;
}

/** What time it is. What is `undefined` or `null` is as if left out. */
export interface TimeOptions {
  /** The server's time in seconds since 1970, a fraction is cut off; the system's by default. For tests. */
  readonly now?: number | null | undefined;
}

/** What answers are sealed with, for tests. What is `undefined` or `null` is as if left out. */
export interface SealingOptions extends TimeOptions {
  /**
   * 16 bytes: they stand in for the IV, so that **bytes used twice show that two messages begin alike**. By default they come
   * from the operating system, fresh for every answer.
   */
  readonly random?: Uint8Array | null | undefined;
}

/**
 * One call for a whole request, GET or POST: the URL check, and pushes in the console's safe, compatible or plain mode.
 *
 * Made from a `MsgCrypt`, it wants a cipher text and a `msg_signature` that holds; safe and compatible mode are read
 * alike, and the plaintext fields of the latter are dropped. What is accepted is the endpoint's to choose, never the
 * request's. The format is told by the body, never by its `Content-Type`.
 *
 * Freshness is checked, replay is not: a request that verified within the tolerance verifies again. See `RecentKeys`.
 *
 * Make one when the server starts and keep it. It never changes and shows none of its settings. It cannot be posted to a
 * worker: each makes its own.
 *
 * @example
 * createServer(async (request, response) => {
 *   let answer;
 *   try {
 *     const incoming = endpoint.receive(request.method, request.url.split("?")[1], await readBody(request));
 *     if (incoming.kind === "url_check") answer = incoming.response;
 *     else if (incoming.message.MsgType === "text") answer = incoming.replyText("收到");
 *     else answer = incoming.success();
 *   } catch (error) {
 *     if (!(error instanceof WxsealError)) throw error;
 *     answer = error.response;
 *   }
 *   response.writeHead(answer.status, answer.headers).end(answer.body);
 * });
 */
export class Endpoint {
  /**
   * An encrypted endpoint, for the console's safe and compatible mode.
   *
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: `tolerance` is not a whole number of seconds, or `maxBody` of bytes, or
   * `account` holds a lone surrogate.
   */
  constructor(crypt: MsgCrypt, options?: EndpointOptions | null);

  /**
   * A plain endpoint, for the console's plain mode. **Nothing signs a plaintext body**: whoever has seen one URL can forge
   * messages until its timestamp is stale.
   *
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: the Token is empty, or holds white space or a control character; or as
   * of the constructor.
   */
  static plain(token: string, options?: PlainEndpointOptions | null): Endpoint;

  /**
   * Verifies a request and, on an encrypted endpoint, decrypts it.
   *
   * @param method `request.method`: `GET` or `POST`.
   * @param body Same as `MsgCrypt.decrypt`; nothing for a GET.
   *
   * @throws {WxsealError} Answer with its `response`, and log its `message`:
   * - `WXSEAL_MALFORMED_QUERY`: another method (405), or a parameter is missing, repeated or outside its grammar.
   * - `WXSEAL_MALFORMED_ENVELOPE`: the body is not XML or JSON with one `Encrypt`, on a plain endpoint not a message in
   *   clear, or is too large or too deep.
   * - `WXSEAL_SIGNATURE_MISMATCH`, `WXSEAL_STALE_TIMESTAMP`: nothing is decrypted before these checks held.
   * - `WXSEAL_INVALID_BASE64`, `WXSEAL_DECRYPT_FAILED`, `WXSEAL_MALFORMED_FRAME`, `WXSEAL_RECEIVE_ID_MISMATCH`: as for
   *   `MsgCrypt.decrypt`. Where several settings are accepted, the error is of the one that got furthest.
   * - `WXSEAL_MALFORMED_MESSAGE`: what was decrypted is no message, is one that only servers send, or is sent to another
   *   `account`.
   * - `WXSEAL_INVALID_CONFIG`: `now` is not a number of seconds.
   */
  receive(
    method: string | null | undefined,
    query: Query,
    body?: Uint8Array | string | null,
    options?: TimeOptions | null,
  ): Incoming;

  /**
   * Why `receive` refuses a request: tries the known mistakes and names those that explain it, the likeliest first. Empty
   * for a request that is right in all. For logs and people, never for the peer; it hashes and decrypts several times.
   *
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: `now` is not a number of seconds.
   */
  diagnose(
    method: string | null | undefined,
    query: Query,
    body?: Uint8Array | string | null,
    options?: TimeOptions | null,
  ): Finding[];
}

/** One thing that is wrong with a request, or worth knowing of one that is right. It holds nothing decrypted. */
export interface Finding {
  /** The same in every language: `AnotherToken`, `PlusBecameSpace` … */
  readonly name: string;
  /** What it means and what to do, in a sentence. */
  readonly text: string;
  /** Of `MissingParameter`: which. */
  readonly parameter?: string;
  /** Of `StaleTimestamp`: how much earlier than the server's time the request's is, in seconds; negative if later. */
  readonly seconds?: number;
}

/**
 * A request that verified; `kind` says what it was. Only `Endpoint.receive` makes them. To read of one kind what only the
 * other has is a `TypeError` with the code `ERR_INVALID_STATE`.
 */
export type Incoming = UrlCheck | Push;

/** The platform checks the URL, when it is saved in the console. */
export interface UrlCheck {
  readonly kind: "url_check";
  /** What to answer: the echostr, decrypted on WeCom. */
  readonly response: WxsealResponse;
}

/**
 * What a push and a cloud function's event have in common. All but `messageJson` is read once and kept. Where a push turns
 * out to be no message when it is first read, its properties throw `WXSEAL_MALFORMED_MESSAGE`.
 */
export interface MessageView {
  /**
   * The message, the same of XML and JSON. It is the caller's own: a change to it changes no answer.
   *
   * A field of any name, `__proto__` too, is a property of its own; use `Object.hasOwn` or a `Map` where names come from
   * the message, and don't merge it into other objects.
   */
  readonly message: WechatMessage;
  /** The message as compact JSON, in the order of the wire. */
  readonly messageJson: string;
  /** A field that is text, by the wire's own name; the first of a repeated name. */
  text(name: string): string | undefined;
  /** The account that it was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the receive id. */
  readonly toUserName: string | undefined;
  /** The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`. */
  readonly fromUserName: string | undefined;
  /** When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a robot's `create_time`. */
  readonly createTime: number | undefined;
  /** `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`. */
  readonly msgType: string | undefined;
  /** Which event it is: `Event`, or the `eventtype` in a robot's `event`. A name can hold a space. */
  readonly event: string | undefined;
  /** Its id: `MsgId`, `MsgID` or a robot's `msgid`. Events have none, but for a robot's. */
  readonly msgId: string | undefined;
  /** What the open platform tells a third party; such messages have no `toUserName` and `fromUserName`. */
  readonly infoType: string | undefined;
  /** What it is known by when it is delivered again, for `RecentKeys` or a store: a hash, which holds no openid. */
  readonly dedupKey: string;
}

/**
 * A message or event, and the ways to answer it.
 *
 * Every answer is complete: in the push's own format, From and To swapped, sealed by the settings that opened the push. A
 * Mini Program takes `success`, `empty`, `transferCustomerService` and `replyWidget`; the others are an Official Account's.
 * A smart robot of WeCom takes `success`, `empty`, and JSON without From and To: `replyWelcome`, `replyStream`,
 * `replyTemplateCard`, `replyStreamWithTemplateCard` and `updateTemplateCard`. A card is an object, written with
 * `JSON.stringify`, or the JSON text of one, which is sent as it is given.
 *
 * @throws {WxsealError} All answers but `success` and `empty`: `WXSEAL_UNWRITABLE_REPLY` where the message has no From and To,
 * or is a robot's and the answer is not one that robots take; and where a text holds a lone surrogate or, on XML, a
 * character that XML lacks.
 */
export interface Push extends MessageView {
  readonly kind: "push";
  /** The message as the platform wrote it, in a new Buffer each time. */
  readonly messageBytes: Buffer;
  /** The format of the request's body, which the answer has too. */
  readonly format: "xml" | "json";
  /** What this very request is known by, its signature: a replay has the same, the platform's own retry another. */
  readonly replayKey: string;

  /**
   * What a user searched for, of a `wxa_widget_data` event.
   *
   * @throws {WxsealError} `WXSEAL_MALFORMED_MESSAGE`: the message has no `Query`, or it is not a JSON object. Answer with
   * `replyWidget` and an `errCode` of -2 then.
   */
  widgetQuery(): WidgetQuery;

  /**
   * The same push, whose answers are sealed with the time and the random bytes that are given, each of them the system's
   * where it is left out. For tests, which want the same answer twice.
   *
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: `now` is not a number of seconds, or `random` has not 16 bytes.
   */
  sealingWith(options?: SealingOptions | null): Push;

  // Written by tools/faces: the answers.
  /** Answers `success`: received, and nothing to say. Never sealed. */
  success(): WxsealResponse;
  /** Answers with the empty body: received, and nothing to say. Never sealed. */
  empty(): WxsealResponse;
  /** Answers with a text. */
  replyText(content: string): WxsealResponse;
  /** Answers with an image that was uploaded before. */
  replyImage(mediaId: string): WxsealResponse;
  /** Answers with a voice message that was uploaded before. */
  replyVoice(mediaId: string): WxsealResponse;
  /** Answers with a video that was uploaded before. */
  replyVideo(mediaId: string, title: string, description: string): WxsealResponse;
  /**
   * Answers with music. What is not given is left out.
   *
   * @param thumbMediaId The picture: an image that was uploaded before.
   */
  replyMusic(thumbMediaId: string, options?: MusicOptions | null): WxsealResponse;
  /** Answers with articles, at least one. */
  replyNews(articles: readonly Article[]): WxsealResponse;
  /**
   * Hands the user over to the customer-service console.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for an event: only what a user sent can be handed over.
   */
  transferCustomerService(options?: TransferOptions | null): WxsealResponse;
  /**
   * Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
   *
   * @param lifespan For how many seconds the platform shows the answer before it asks again: a whole number below 2^32.
   * @param data The template's own data: an object, written with `JSON.stringify`, or the JSON text of one.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for another `lifespan`, a message without a `Query`, another
   * `errCode`, and data that is not a JSON object.
   */
  replyWidget(lifespan: number, data: object | string, options?: WidgetAnswerOptions | null): WxsealResponse;
  /**
   * Answers a robot's `enter_chat` event with a text, which a robot takes nowhere else; `replyTemplateCard` with a
   * card.
   */
  replyWelcome(content: string): WxsealResponse;
  /**
   * Answers a robot's message with a text, all of it or so far.
   *
   * @param id How the stream is named: at first as the server likes, then by the `id` in the `stream` of the message.
   * @param content The whole text so far, as Markdown; WeCom takes 20480 bytes.
   * @param finish Whether this is all of it. Until then, WeCom asks for more by messages whose `msgType` is `stream`,
   * for up to six minutes.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for a `msgItem` that is not a JSON array.
   */
  replyStream(id: string, content: string, finish: boolean, options?: StreamOptions | null): WxsealResponse;
  /**
   * Answers a robot's message or `enter_chat` event with a card.
   *
   * @param card An object, written with `JSON.stringify`, or the JSON text of one.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for a card that is not a JSON object.
   */
  replyTemplateCard(card: object | string): WxsealResponse;
  /**
   * Answers a robot's message with a text and, once in its stream, a card.
   *
   * @param id How the stream is named: at first as the server likes, then by the `id` in the `stream` of the message.
   * @param content The whole text so far, as Markdown; WeCom takes 20480 bytes.
   * @param finish Whether this is all of it. Until then, WeCom asks for more by messages whose `msgType` is `stream`,
   * for up to six minutes.
   * @param card An object, written with `JSON.stringify`, or the JSON text of one.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for a card that is not a JSON object, and a `msgItem` that is
   * not a JSON array.
   */
  replyStreamWithTemplateCard(
    id: string,
    content: string,
    finish: boolean,
    card?: object | string | null,
    options?: StreamOptions | null,
  ): WxsealResponse;
  /**
   * Answers a robot's `template_card_event` with what the card is to be from now on; its `task_id` must be the event's.
   *
   * @param card An object, written with `JSON.stringify`, or the JSON text of one.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: also for a card that is not a JSON object, and `userids` that name
   * nobody.
   */
  updateTemplateCard(card: object | string, options?: UpdateCardOptions | null): WxsealResponse;
  /** Answers with a document of the caller's own, XML or JSON as the push is: sealed, but otherwise as it is given. */
  replyRaw(message: string | Uint8Array): WxsealResponse;
  // What tools/faces writes ends here.
}

// Written by tools/faces: their options.
/** What stands beside the picture of `replyMusic`. What is `undefined` or `null` is left out. */
export interface MusicOptions {
  /** The headline. */
  readonly title?: string | null | undefined;
  /** What stands below it. */
  readonly description?: string | null | undefined;
  /** The URL of the music. */
  readonly musicUrl?: string | null | undefined;
  /** The same in higher quality, which is played over Wi-Fi. */
  readonly hqMusicUrl?: string | null | undefined;
}

/** To whom `transferCustomerService` hands a user over. */
export interface TransferOptions {
  /** The account of the console, `name@account`, that is to take over; by default any. */
  readonly kfAccount?: string | null | undefined;
}

/** What went wrong with a widget's query. */
export interface WidgetAnswerOptions {
  /** 0 right, -1 no result, -2 bad parameters, -3 system error; by default 0. */
  readonly errCode?: 0 | -1 | -2 | -3 | null | undefined;
  /** What went wrong, in words; by default none. */
  readonly errMsg?: string | null | undefined;
}

/** What a robot says beside its text. */
export interface StreamOptions {
  /** Pictures, which WeCom takes when the stream finishes: an array, or the JSON text of one. */
  readonly msgItem?: readonly object[] | string | null | undefined;
  /** How a `feedback_event` will name the answer; of the first answer alone. */
  readonly feedbackId?: string | null | undefined;
}

/** For whom `updateTemplateCard` changes a card. */
export interface UpdateCardOptions {
  /** In a group, the users for whom it is, at least one; by default everybody. */
  readonly userids?: readonly string[] | null | undefined;
}
// What tools/faces writes ends here.

/** One article of `replyNews`. */
export interface Article {
  /** The headline. */
  readonly title: string;
  /** What stands below it. */
  readonly description: string;
  /** The URL of a picture. */
  readonly picUrl: string;
  /** Where it leads. */
  readonly url: string;
}

/** What a user searched for, as the platform understood it. */
export interface WidgetQuery {
  /** Which of the developer's intents it is. */
  readonly type: number | undefined;
  /** The words that were recognised, by the names that the developer gave them, in their order. */
  readonly slots: ReadonlyMap<string, string>;
  /** Where the user is, in degrees east. */
  readonly longitude: number | undefined;
  /** Where the user is, in degrees north. */
  readonly latitude: number | undefined;
  /** The text of the query as it came. */
  readonly raw: string;
}

/**
 * What to answer over HTTP, complete. Only wxseal makes them. Shows neither headers nor body to `util.inspect`.
 *
 * It is no `Response` of `fetch`, whence its name, but becomes one: `new Response(new Uint8Array(answer.body), answer)`.
 *
 * @example
 * response.writeHead(answer.status, answer.headers).end(answer.body);
 */
export class WxsealResponse {
  private constructor();
  #ours;
  /** 200; of a refusal 400, 403, 405 or 500. */
  readonly status: number;
  /** `text/plain; charset=utf-8`, `application/xml` or `application/json`. */
  readonly contentType: string;
  /**
   * By name, frozen: `Content-Type`, `X-Content-Type-Options`, since an echostr is a stranger's text, and `Allow` with a
   * 405.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** Byte for byte: nothing may be added to it. */
  readonly body: Buffer;

  /**
   * The response as bytes, for a store that processes share: `fromBytes` of every language reads them. Their format is that
   * of `wxseal_response_to_bytes` in `wxseal.h`.
   */
  toBytes(): Buffer;

  /**
   * Reads what `toBytes` has written, in any language and by any version of this library that is not newer.
   *
   * @throws {WxsealError} `WXSEAL_UNWRITABLE_REPLY`: the bytes are another's, cut short, too long, or of a later version.
   */
  static fromBytes(stored: Uint8Array): WxsealResponse;
}

/** A message as a cloud function receives it, so that one handler serves both ways of receiving. */
export class Message implements MessageView {
  private constructor();
  #ours;

  /**
   * Reads the `event` object of a cloud function, or its JSON. Nothing is verified, since the platform calls a cloud
   * function itself: what comes over HTTP is `Endpoint.receive`'s.
   *
   * @throws {WxsealError} `WXSEAL_MALFORMED_MESSAGE`: it is not a JSON object, holds a lone surrogate, or is nested deeper
   * than 32.
   */
  static fromCloudEvent(event: object | string): Message;

  readonly message: WechatMessage;
  readonly messageJson: string;
  text(name: string): string | undefined;
  readonly toUserName: string | undefined;
  readonly fromUserName: string | undefined;
  readonly createTime: number | undefined;
  readonly msgType: string | undefined;
  readonly event: string | undefined;
  readonly msgId: string | undefined;
  readonly infoType: string | undefined;
  readonly dedupKey: string;
}

/** How much `RecentKeys` remembers. All are whole numbers; what is `undefined` or `null` is as if left out. */
export interface RecentKeysOptions {
  /** How long a handler may take before another may try, in seconds: 5 by default, for which the platform waits. */
  readonly claimFor?: number | null | undefined;
  /**
   * How long an answer is kept, in seconds: 600 by default. Longer than the platform's three tries and, against replays,
   * than twice the endpoint's tolerance.
   */
  readonly keepFor?: number | null | undefined;
  /** How many keys are remembered at most: 100,000 by default. */
  readonly maxEntries?: number | null | undefined;
  /** How many bytes they may take: of each the key, the body of its answer and 320 bytes for the rest; 64 MiB by default. */
  readonly maxBytes?: number | null | undefined;
}

/**
 * Remembers what was handled, so that a retry gets the first answer and nothing is done twice. What is kept are finished
 * answers, nothing decrypted; when a bound is reached, the oldest is forgotten.
 *
 * It is the memory of one thread. Several processes keep the same states in a store of theirs, for instance Redis's
 * `SET key claimed NX EX 5`. `once` of `wxseal/webhook` claims, answers and releases, on either.
 *
 * @example
 * const answer = await once(recent, push, handle);
 */
export class RecentKeys {
  /** @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: an option is not a whole number. */
  constructor(options?: RecentKeysOptions | null);
  /** How many keys are remembered. */
  readonly size: number;

  /**
   * Asks for a key, `dedupKey` or `replayKey`, and claims it where nobody else has.
   *
   * @throws {WxsealError} `WXSEAL_INVALID_CONFIG`: the key holds a lone surrogate, or `now` is not a number of seconds.
   */
  claim(key: string, options?: TimeOptions | null): Recent;
}

/** What is known of a key. */
export type Recent = Claim | Busy | Answered;

/** The right to answer a key: it is the caller's to handle now, and to `answer` or `release`. */
export interface Claim {
  readonly state: "claimed";
  readonly [ours]: never;

  /**
   * Stores the answer for the retries. `false` if the claim is no longer the caller's, since its time was up and another
   * took it over, or it was answered or given back: the answer is not stored then, and may be sent all the same.
   */
  answer(response: WxsealResponse, options?: TimeOptions | null): boolean;

  /** Gives it back, for a handler that failed: a retry may try at once. `false` as for `answer`. */
  release(): boolean;
}

/** Somebody is handling it: wait, or do not answer, and ask again. */
export interface Busy {
  readonly state: "busy";
  /** From when on it can be claimed again, in seconds since 1970. */
  readonly until: number;
}

/** It was answered: answer the same. */
export interface Answered {
  readonly state: "answered";
  readonly response: WxsealResponse;
}

declare const ours: unique symbol;

/** A request as the platform makes it. */
export interface PlatformRequest {
  readonly method: "GET" | "POST";
  /** What stands behind the `?` of the URL. */
  readonly query: string;
  /** Empty for a URL check. */
  readonly body: Buffer;
}

/**
 * The platform's side, for tests: makes requests as the platform makes them, and opens what a server answers. Frozen.
 *
 * @example
 * const request = platform.push(crypt, '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}');
 * const push = endpoint.receive(request.method, request.query, request.body);
 * const { message } = platform.openReply(crypt, push.replyText("hello").body);
 *
 * @throws {WxsealError}
 * - `WXSEAL_UNWRITABLE_REPLY`: timestamp or nonce of what is sealed is outside its grammar, the message holds a lone
 *   surrogate or, sealed, is neither XML nor JSON.
 * - `WXSEAL_MALFORMED_QUERY`: timestamp or nonce of what is only signed is outside its grammar, or the echostr holds a lone
 *   surrogate.
 * - `WXSEAL_INVALID_CONFIG`: the Token is none, the format is unknown, or `random` has not 16 bytes.
 */
export const platform: {
  /** The URL check of WeChat: the echostr comes in clear. */
  urlCheck(token: string, echostr: string, options?: StampOptions | null): PlatformRequest;
  /** The URL check of WeCom: the echostr comes encrypted. */
  encryptedUrlCheck(crypt: MsgCrypt, echostr: string, options?: SealOptions | null): PlatformRequest;
  /** A message in safe mode: the cipher text only. */
  push(crypt: MsgCrypt, message: string | Uint8Array, options?: EncryptOptions | null): PlatformRequest;
  /** A message in compatible mode: in clear, with the cipher text beside it, in the message's own format. */
  compatiblePush(crypt: MsgCrypt, message: string | Uint8Array, options?: SealOptions | null): PlatformRequest;
  /** A message in plain mode: no signature covers the body. */
  plainPush(token: string, message: string | Uint8Array, options?: StampOptions | null): PlatformRequest;
  /**
   * Verifies and decrypts a server's sealed answer.
   *
   * @throws {WxsealError} `WXSEAL_MALFORMED_ENVELOPE`: it is not a reply's envelope. Then those of `MsgCrypt.decrypt`.
   */
  openReply(crypt: MsgCrypt, body: Uint8Array | string): PlatformReply;
};

/** What a sealed answer says. */
export interface PlatformReply {
  /** The message inside. */
  readonly message: Buffer;
  /** The answer's own timestamp. */
  readonly timestamp: string;
  /** The request's nonce, repeated. */
  readonly nonce: string;
  /** The format of the envelope. */
  readonly format: "xml" | "json";
}

/**
 * Decrypts the `encryptedData` that `wx.getUserInfo` and its like hand to a Mini Program, and checks that it is meant for
 * this one: returns its JSON. All but `appId` are base64, as they came.
 *
 * **It proves nothing against the Mini Program's own user**, through whose hands `encryptedData` and `iv` go: nothing signs
 * the data, and another `iv` changes its first 16 bytes unnoticed. What must be true, such as a phone number, is asked from
 * the platform: see `api`.
 *
 * @param appId What `watermark.appid` must be. When the data was made stands in `watermark.timestamp`.
 *
 * @throws {WxsealError}
 * - `WXSEAL_INVALID_KEY`: the `sessionKey` is not the base64 of 16 bytes.
 * - `WXSEAL_INVALID_BASE64`: the data is not base64, or the `iv` not that of 16 bytes.
 * - `WXSEAL_DECRYPT_FAILED`: probably a `sessionKey` that is out of date: each `wx.login` makes a new one.
 * - `WXSEAL_RECEIVE_ID_MISMATCH`: `watermark.appid` is another, or missing.
 * - `WXSEAL_INVALID_CONFIG`: `appId` holds a lone surrogate.
 */
export function decryptOpenData(sessionKey: string, encryptedData: string, iv: string, appId: string): Buffer;

/**
 * Checks the `signature` that stands beside `rawData`. It returns nothing: it throws unless the signature holds.
 *
 * @param rawData The text as it came, byte for byte.
 *
 * @throws {WxsealError}
 * - `WXSEAL_INVALID_KEY`: the `sessionKey` is not the base64 of 16 bytes.
 * - `WXSEAL_SIGNATURE_MISMATCH`: the signature is another.
 */
export function verifyRawData(sessionKey: string, rawData: string, signature: string): void;

/**
 * What to send to the server API. **Its URL holds a secret or a token**: `util.inspect` and `JSON.stringify` show the
 * method only, and so should a log.
 */
export interface ApiRequest {
  readonly method: "GET" | "POST";
  /** The whole URL. */
  readonly url: string;
  /** The JSON to send, with `Content-Type: application/json`; nothing for a GET. */
  readonly body: string | undefined;
}

/** What a customer-service message says. */
export type CustomerMessage =
  | {
      readonly msgtype: "text";
      /** May hold links to pages of the Mini Program. */
      readonly content: string;
    }
  | {
      readonly msgtype: "image";
      /** What the upload returned. */
      readonly mediaId: string;
    }
  | {
      readonly msgtype: "link";
      readonly title: string;
      readonly description: string;
      readonly url: string;
      /** The URL of a picture. */
      readonly thumbUrl: string;
    }
  | {
      readonly msgtype: "miniprogrampage";
      readonly title: string;
      /** The page, with its query. */
      readonly pagepath: string;
      /** A picture that was uploaded before. */
      readonly thumbMediaId: string;
    };

/** What a subscription message has beside its data. */
export interface SubscribeMessageOptions {
  /** The page that a tap on the message leads to, with its query; without one it leads nowhere. */
  readonly page?: string | null | undefined;
  /** Which version of the Mini Program it leads to; `formal` by the platform's default. */
  readonly miniprogramState?: "developer" | "trial" | "formal" | null | undefined;
  /** `zh_CN` by the platform's default. */
  readonly lang?: "zh_CN" | "en_US" | "zh_HK" | "zh_TW" | null | undefined;
}

/** What stands beside a text that is checked. */
export interface MsgSecCheckOptions {
  /** The text's headline. */
  readonly title?: string | null | undefined;
  /** The user's nickname. */
  readonly nickname?: string | null | undefined;
  /** The user's own motto, of a profile only. */
  readonly signature?: string | null | undefined;
}

/**
 * Server API calls without I/O: what to send with the HTTP client of your choice, and what the answer says. Frozen.
 *
 * `get` and `post` make any call of `api.weixin.qq.com`; the others are the usual ones by name.
 *
 * @example
 * const request = api.getAccessToken(appId, secret);
 * const answer = await fetch(request.url, { method: request.method });
 * const { access_token, expires_in } = api.read(await answer.text());
 *
 * @throws {WxsealError}
 * - `WXSEAL_INVALID_CONFIG`: the path of `get` or `post` is not `/` and words of `A-Z a-z 0-9 . _ -`: no query, no host, no
 *   `..`; a number is not a whole one of 32 bits, or the `msgtype` is unknown; or one of the other arguments but for a
 *   message's content holds a lone surrogate.
 * - `WXSEAL_UNWRITABLE_REPLY`: a message's content holds a lone surrogate, or a body or data is not a JSON object.
 */
export const api: {
  /** Any call that is a GET. All its parameters stand in the query, `access_token` among them; they are percent-encoded here. */
  get(
    path: string,
    parameters: { readonly [name: string]: string } | Iterable<readonly [name: string, value: string]>,
  ): ApiRequest;
  /**
   * Any call that is a POST of JSON.
   *
   * @param body What becomes a JSON object, or the text of one, which is sent as it stands: write it in raw UTF-8, since some
   * calls show `\u` escapes to the user.
   */
  post(path: string, accessToken: string, body: object | string): ApiRequest;
  /** The token that all other calls need. Its answer has `access_token` and `expires_in`, in seconds. */
  getAccessToken(appId: string, secret: string): ApiRequest;
  /**
   * The same, but asked for again it gives the same token for as long as that is valid, so that several servers need not
   * agree on who asks. `forceRefresh` makes a new one at once, for when a token has leaked.
   */
  getStableAccessToken(
    appId: string,
    secret: string,
    options?: { readonly forceRefresh?: boolean | null | undefined } | null,
  ): ApiRequest;
  /** The user behind the code of `wx.login`. Its answer has `openid`, `session_key` and perhaps `unionid`. */
  code2session(appId: string, secret: string, jsCode: string): ApiRequest;
  /**
   * The number behind the code of the button `getPhoneNumber`. Its answer has `phone_info`, with `phoneNumber`,
   * `purePhoneNumber` and `countryCode`.
   */
  getPhoneNumber(accessToken: string, code: string): ApiRequest;
  /** The customer-service send call: a message to a user who wrote within the last 48 hours. */
  sendCustomerMessage(accessToken: string, toUser: string, message: CustomerMessage): ApiRequest;
  /**
   * `subscribeMessage.send`: a message to a user who subscribed to its template.
   *
   * @param data What the template's keys say: `{ thing1: { value: "…" } }`, or the same as JSON, which is sent as it stands.
   */
  sendSubscribeMessage(
    accessToken: string,
    toUser: string,
    templateId: string,
    data: object | string,
    options?: SubscribeMessageOptions | null,
  ): ApiRequest;
  /**
   * Whether a text may be shown, by version 2 of the check. Its answer has `result`, with `suggest` (`pass`, `review` or
   * `risky`) and `label`.
   *
   * @param openid The user, who must have visited the Mini Program within the last two hours.
   * @param scene 1 for a profile, 2 a comment, 3 a forum, 4 a social log.
   * @param content Of at most 2500 characters.
   */
  msgSecCheck(
    accessToken: string,
    openid: string,
    scene: number,
    content: string,
    options?: MsgSecCheckOptions | null,
  ): ApiRequest;
  /**
   * Whether a sound (`mediaType` 1) or a picture (2) may be shown, by version 2 of the check. Its answer has `trace_id`; the
   * result comes as the event `wxa_media_check`, within half an hour.
   */
  mediaCheckAsync(accessToken: string, openid: string, scene: number, mediaUrl: string, mediaType: number): ApiRequest;
  /**
   * Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0. An integer
   * beyond ±(2^53 − 1), which a number does not hold exactly, comes as the string of its digits.
   *
   * @throws {ApiError} The `errcode` is not 0; or the body is not a JSON object, or nested deeper than 32: a gateway's HTML,
   * for one.
   */
  read(body: string | Uint8Array): Record<string, any>;
};

/**
 * A call of the server API that did not succeed. It is no `WxsealError` and has no `response`, since no request was refused:
 * nothing of it is for the platform to be answered with.
 */
export class ApiError extends Error {
  private constructor();
  readonly name: "ApiError";
  /** The platform's number for it; `undefined` where what came is not a JSON object. */
  readonly errcode: number | undefined;
  /** The platform's words for it. */
  readonly errmsg: string | undefined;
}

/** The codes of `WxsealError`, one for each row of the table that all of wxseal's languages share. */
// Written by tools/faces: the codes.
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
// What tools/faces writes ends here.

/**
 * What a `WXSEAL_INVALID_CONFIG` is about: an argument or an option by its name, `"path"` being that of `api.get` and
 * `api.post`; `"argument"` is any other: a name, a key, a text, a number.
 */
// Written by tools/faces: the settings.
export type WxsealSetting =
  | "token"
  | "receiveId"
  | "account"
  | "format"
  | "dialect"
  | "tolerance"
  | "maxBody"
  | "random"
  | "now"
  | "claimFor"
  | "keepFor"
  | "maxEntries"
  | "maxBytes"
  | "path"
  | "argument";
// What tools/faces writes ends here.

/**
 * What can go wrong with what a peer sent or with a setting. Wrong JavaScript types are `TypeError`s instead.
 *
 * The message says what happened and what to look at. It is fixed text, so that it holds no secret and nothing of the
 * peer's. Answer a peer with `response` and nothing else.
 */
export class WxsealError extends Error {
  private constructor();
  readonly name: "WxsealError";
  /** Which failure it is; it never changes. */
  readonly code: WxsealErrorCode;
  /** The number that every official sample uses for it, -40001 to -40011; some codes share one. */
  readonly errno: number;
  /**
   * The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is. It is the
   * code's, but for `WXSEAL_MALFORMED_QUERY` of a method other than GET and POST: that is 405.
   */
  readonly httpStatus: number;
  /** What to answer: the status and its phrase. Errors of one status have one answer, which tells a peer nothing more. */
  readonly response: WxsealResponse;
  /**
   * Of `WXSEAL_INVALID_KEY`: where the first bad character is, in bytes of UTF-8 from the start, counted from 0; the key's
   * length if it is too short.
   */
  readonly position?: number;
  /** Of `WXSEAL_INVALID_CONFIG`: which setting, or other argument of the server's own, cannot be right. */
  readonly setting?: WxsealSetting;
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

export {};
