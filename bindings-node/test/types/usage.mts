// Compiled under `strict`, never run: what must be accepted, and behind `@ts-expect-error` what must not.

import type { IncomingMessage, ServerResponse } from "node:http";
import {
  ApiError,
  Endpoint,
  Message,
  MsgCrypt,
  RecentKeys,
  WxsealError,
  WxsealResponse,
  api,
  decryptOpenData,
  errorCodes,
  platform,
  sign,
  verifyRawData,
  verifySignature,
  version,
} from "wxseal";
import type {
  EncryptOptions,
  ErrorCode,
  MsgCryptOptions,
  Opened,
  Query,
  QueryParameters,
  Sealed,
  WxsealErrorCode,
  WxsealSetting,
} from "wxseal";
import type { Finding, Incoming, MessageView, Push, Recent, TextMessage, WidgetQuery } from "wxseal";

/** What Express says of `request.query`. */
interface ParsedQs {
  [key: string]: undefined | string | ParsedQs | (string | ParsedQs)[];
}

export function queries(request: IncomingMessage, express: ParsedQs, koa: NodeJS.Dict<string | string[]>): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const written: QueryParameters = { signature: "s", timestamp: "1", nonce: "2" };
  const all: Query[] = [
    url.search,
    url.searchParams,
    express,
    koa,
    written,
    request.url?.split("?")[1],
    null,
    undefined,
  ];
  for (const query of all) {
    const nothing: void = verifySignature("token", query);
    void nothing;
  }
  verifySignature("token", { signature: "s", timestamp: "1", nonce: "2" });
  // @ts-expect-error A number is no query.
  verifySignature("token", 1);
  // @ts-expect-error A Token is a string.
  verifySignature(undefined, express);
  // @ts-expect-error The query is there to be checked.
  verifySignature("token");
  // @ts-expect-error It throws; it never returns a bool.
  if (verifySignature("token", express)) return;
}

export function calls(body: Buffer, bytes: Uint8Array, parameters: URLSearchParams): string {
  const options: MsgCryptOptions = { dialect: "wecom", maxBody: 1 << 20 };
  const crypt = new MsgCrypt("token", "key", "wx", options);
  const message: Buffer = crypt.decrypt(body, parameters);
  const text: string = crypt.decryptToString(bytes, parameters) + crypt.decryptToString("{}", "");
  const echo: Buffer = crypt.verifyUrl(parameters.get("echostr"), parameters);
  const { encrypt, msgSignature, timestamp, nonce }: Sealed = crypt.seal(bytes, { random: bytes });
  const opened: Opened = crypt.open(encrypt, { msg_signature: msgSignature, timestamp, nonce });
  // @ts-expect-error A format is the envelope's.
  crypt.seal(opened.message, { format: "json" });
  const signature: string = sign(opened.receiveId, encrypt, { timestamp, nonce });
  void signature;
  const reply: EncryptOptions = { timestamp: 1, nonce: "2", format: "json", random: bytes };
  // @ts-expect-error A class is called with `new`.
  MsgCrypt("token", "key", "wx");
  // @ts-expect-error There are two dialects.
  new MsgCrypt("token", "key", "wx", { dialect: "dingtalk" });
  // @ts-expect-error There are two formats.
  crypt.encrypt(text, { format: "yaml" });
  // @ts-expect-error A nonce is text.
  crypt.encrypt(text, { nonce: 2 });
  // @ts-expect-error A body that was parsed cannot be verified.
  crypt.decrypt(JSON.parse("{}") as object, parameters);
  return crypt.encrypt(message) + crypt.encrypt(echo, { ...reply, timestamp: "1" }) + crypt.encrypt(bytes, {});
}

export function errors(error: unknown): number {
  // @ts-expect-error Only wxseal makes them.
  new WxsealError("mine", {});
  // @ts-expect-error The table is frozen.
  errorCodes.WXSEAL_MALFORMED_QUERY = errorCodes.WXSEAL_INVALID_KEY;
  if (!(error instanceof WxsealError)) throw error;
  const { name, errno, httpStatus }: ErrorCode = errorCodes[error.code];
  const code: WxsealErrorCode = error.code;
  const position: number | undefined = error.position;
  const setting: WxsealSetting | undefined = error.setting;
  console.error(version.length, name, errno, code, position, setting, error.stack);
  // @ts-expect-error The key has an error of its own.
  if (setting === "encodingAesKey") return 500;
  // @ts-expect-error There is no such code.
  return error.code === "WXSEAL_OK" ? 200 : httpStatus;
}

export function serve(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  let answer: WxsealResponse;
  try {
    // As the README shows it: without a cast or a `!`.
    const incoming: Incoming = endpoint.receive(request.method, request.url?.split("?")[1], body);
    if (incoming.kind === "url_check") {
      // @ts-expect-error A URL check has no message.
      incoming.message;
      answer = incoming.response;
    } else if (incoming.message.MsgType === "text") {
      // @ts-expect-error A push has no finished response.
      incoming.response;
      const message: TextMessage = incoming.message;
      answer = incoming.replyText(message.Content);
    } else {
      const push: Push = incoming;
      answer = push.success();
    }
  } catch (error) {
    if (!(error instanceof WxsealError)) throw error;
    answer = error.response;
  }
  response.writeHead(answer.status, answer.headers).end(answer.body);
  new Response(new Uint8Array(answer.body), answer);
}

export function endpoints(crypt: MsgCrypt): Finding[] {
  new Endpoint(crypt, { alsoAccept: [crypt] as const, tolerance: null, account: null, maxBody: 1 });
  // @ts-expect-error A Token makes a plain endpoint only by its name.
  new Endpoint("token");
  // @ts-expect-error There is nothing to decrypt with.
  Endpoint.plain("token", { alsoAccept: [crypt] });
  const plain: Endpoint = Endpoint.plain("token", { tolerance: 0 });
  // @ts-expect-error A time is a number of seconds.
  plain.receive("GET", "", undefined, { now: new Date() });
  // @ts-expect-error A body that was parsed cannot be verified.
  plain.receive("POST", "", {});
  return plain.diagnose("POST", new URLSearchParams(), "", { now: Date.now() / 1000 });
}

export function answers(push: Push, random: Buffer): WxsealResponse[] {
  const { type, slots, longitude, raw }: WidgetQuery = push.widgetQuery();
  const named: string | undefined = slots.get("stock_code");
  // @ts-expect-error Slots are not the caller's to change.
  slots.set("a", "b");
  // @ts-expect-error There are four codes.
  push.replyWidget(1, {}, { errCode: 1 });
  // @ts-expect-error The time is `sealingWith`'s.
  push.replyText("", { now: 1 });
  // @ts-expect-error An article has a picture.
  push.replyNews([{ title: "", description: "", url: "" }]);
  // @ts-expect-error It never changes.
  push.message = push.message;
  interface Data {
    price: number;
  }
  const data: Data = { price: type ?? longitude ?? 0 };
  return [
    push.success(),
    push.empty(),
    push.replyText(named ?? raw),
    push.sealingWith({ now: 1, random }).replyText(raw),
    push.replyImage("m"),
    push.replyVoice("m"),
    push.replyVideo("m", "t", "d"),
    push.replyNews([{ title: "", description: "", picUrl: "", url: "" }] as const),
    push.transferCustomerService(),
    push.transferCustomerService({ kfAccount: "a@b" }),
    push.replyWidget(60, data),
    push.replyWidget(60, "{}", { errCode: -2, errMsg: "" }),
    push.replyRaw(random),
  ];
}

export async function handleOnce(recent: RecentKeys, push: Push): Promise<WxsealResponse | undefined> {
  const known: Recent = recent.claim(push.dedupKey);
  if (known.state === "answered") return known.response;
  if (known.state === "busy") return void known.until;
  // @ts-expect-error Only `claim` makes one.
  const forged: Claim = { state: "claimed", answer: () => true, release: () => true };
  void forged;
  // @ts-expect-error Only wxseal makes one.
  known.answer({ status: 200, contentType: "", headers: {}, body: Buffer.of() });
  const kept: boolean = known.answer(push.success(), { now: 1 });
  return kept || known.release() ? push.success() : undefined;
}

/** One handler for both ways of receiving. */
export function both(push: Push, event: { FromUserName: string }): (string | undefined)[] {
  const views: MessageView[] = [push, Message.fromCloudEvent(event), Message.fromCloudEvent("{}")];
  return views.flatMap(({ msgId, fromUserName, dedupKey }) => [msgId, fromUserName, dedupKey]);
}

export async function beside(crypt: MsgCrypt): Promise<unknown> {
  const { method, query, body } = platform.push(crypt, "{}", { format: "json", nonce: "1", timestamp: 1 });
  const { message, timestamp }: { message: Buffer; timestamp: string } = platform.openReply(crypt, body);
  // @ts-expect-error A URL check has no format.
  platform.urlCheck("token", "e", { format: "xml" });
  const data: Buffer = decryptOpenData("k", "d", "i", "wx1");
  const nothing: void = verifyRawData("k", "r", "s");
  const request = api.sendCustomerMessage("t", "o1", { msgtype: "text", content: method + query });
  // @ts-expect-error An image has no text.
  api.sendCustomerMessage("t", "o1", { msgtype: "image", content: "" });
  for (const parameters of [
    { access_token: "t" },
    new URLSearchParams(),
    [["a", "b"]] as const,
    new Map([["a", "b"]]),
  ]) {
    api.get("/cgi-bin/user/info", parameters);
  }
  // @ts-expect-error A parameter is a string.
  api.get("/cgi-bin/user/info", { a: 1 });
  api.post("/wxa/x", "t", { a: [1] });
  api.post("/wxa/x", "t", "{}");
  api.getStableAccessToken("wx1", "s", { forceRefresh: true });
  api.sendSubscribeMessage("t", "o1", "t1", { thing1: { value: "" } }, { lang: "zh_CN", page: undefined });
  api.msgSecCheck("t", "o1", 2, "c", { title: null });
  // @ts-expect-error A scene is a number.
  api.mediaCheckAsync("t", "o1", "2", "u", 1);
  try {
    const { url, body = null } = request;
    return [api.read(await (await fetch(url, { method: request.method, body })).text())["errcode"], message, nothing];
  } catch (error) {
    const errcode: number | undefined = error instanceof ApiError ? error.errcode : undefined;
    return [errcode, timestamp, data];
  }
}
