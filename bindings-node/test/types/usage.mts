// Compiled under `strict`, never run: what must be accepted, and behind `@ts-expect-error` what must not.

import type { IncomingMessage } from "node:http";
import { MsgCrypt, WxsealError, errorCodes, verifySignature, version } from "wxseal";
import type { EncryptOptions, ErrorCode, MsgCryptOptions, Query, QueryParameters, WxsealErrorCode } from "wxseal";

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
  const echo: string = crypt.verifyUrl(parameters.get("echostr"), parameters);
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
  console.error(version.length, name, errno, code, position, error.stack);
  // @ts-expect-error There is no such code.
  return error.code === "WXSEAL_OK" ? 200 : httpStatus;
}
