/// <reference types="node" />

import type { Endpoint, OtherEvent, OtherMessage, Push, WechatEvents, WechatMessage, WxsealResponse } from "./index.js";

/** How large a body may be unless `maxBody` is given, in bytes: 1 MiB. */
export const MAX_BODY: number;

/** What a handler gives: what a method of the push gave, or nothing for `success`; with jobs, a `Queued` of these. */
export type Answer = WxsealResponse | Queued | null | undefined | void;

/**
 * An answer, and the jobs that the push sets off. A memory that `queues` puts them on its queue in the step that stores the answer, so that
 * each is there once, whatever worker dies when. Where `recent` has no queue, that is the developer's mistake: 500, and nothing is done.
 *
 * @example
 * return new Queued(push.replyText("on its way"), JSON.stringify({ send: push.message.Content }));
 */
export class Queued {
  /**
   * @param answer As a handler gives it.
   * @throws {TypeError} The answer is none, or a job is no text.
   */
  constructor(answer: WxsealResponse | null | undefined | void, ...jobs: string[]);
  readonly answer: WxsealResponse | undefined;
  readonly jobs: readonly string[];
}

/**
 * Gets each push that verified, and gives its answer.
 *
 * What it throws is answered with 500, and the log says which kind of error it was and where, without its message, which may
 * quote what was decrypted. An error that is to be seen whole is caught in the handler. A `WxsealError` is answered as it says itself.
 */
export type Handler<Of extends Push = Push> = (push: Of) => Answer | Promise<Answer>;

/** A handler, or what has one: a `Router`. */
export type Handle = Handler | { handle(push: Push): Answer | Promise<Answer> };

/** A push whose message is known. */
export interface PushOf<Message extends WechatMessage> extends Push {
  readonly message: Message;
}

/** A push of that `MsgType`, or of that `msgtype` where only a smart robot has it. */
export type PushOfType<Type extends string> = string extends Type
  ? Push
  : PushOf<
      FirstOf<[Extract<WechatMessage, { MsgType: Type }>, Extract<WechatMessage, { msgtype: Type }>, OtherMessage]>
    >;

/** A push of that `Event`; `ChangeType` tells some of one name apart. */
export type PushOfEvent<Name extends string> = Name extends keyof WechatEvents
  ? PushOf<WechatEvents[Name]>
  : string extends Name
    ? PushOfType<"event">
    : PushOf<OtherEvent>;

/** The first that there is. */
type FirstOf<Types extends unknown[]> = Types extends [infer First, ...infer Rest]
  ? [First] extends [never]
    ? FirstOf<Rest>
    : First
  : never;

/**
 * Hands a push to the handler for its `MsgType` or, of an event, its `Event`. The names are the wire's: `text`, `event`, `subscribe`,
 * `CLICK`. What nobody is registered for is answered `success`. A notice has no `MsgType`: `otherwise` gets it, and `InfoType` tells which
 * it is.
 *
 * @example
 * const handle = new Router()
 *   .on("text", (push) => push.replyText(push.message.Content))
 *   .on("event", "subscribe", (push) => push.replyText("welcome"))
 *   .otherwise((push) => {
 *     if (push.message.InfoType === "component_verify_ticket") keep(push.message.ComponentVerifyTicket);
 *   });
 */
export class Router {
  /** Registers a handler for a `MsgType`; of `event` it gets every one that has none of its own. Throws where there is one already. */
  on<Type extends string>(msgType: Type, handler: Handler<PushOfType<Type>>): this;
  /** Registers a handler for an `Event`. Throws where there is one already. */
  on<Name extends string>(msgType: "event", event: Name, handler: Handler<PushOfEvent<Name>>): this;
  /** Registers the handler for whatever has none. Throws where there is one already. */
  otherwise(handler: Handler): this;
  /** Hands a push on. */
  handle(push: Push): Answer | Promise<Answer>;
}

/** What remembers answers: a `RecentKeys` of one process, or that of `wxseal/redis` for many, or a store with the same states. */
export interface Memory {
  claim(key: string): Known | Promise<Known>;
  /** Whether a claim's `answer` takes jobs behind the answer, for a queue. */
  readonly queues?: boolean | undefined;
}

/** What is known of a key, as `Recent` of `RecentKeys`. */
export type Known =
  | {
      readonly state: "claimed";
      answer(response: WxsealResponse, ...jobs: any[]): boolean | Promise<boolean>;
      release(): boolean | Promise<boolean>;
    }
  | { readonly state: "busy" }
  | { readonly state: "answered"; readonly response: WxsealResponse };

/** What `once` takes beside the rest. What is `undefined` or `null` is as if left out. */
export interface OnceOptions {
  /** How long to wait for another try's answer, in seconds: 4.5 at most and by default, since the platform hangs up after 5. */
  readonly patience?: number | null | undefined;
  /** What gets a line where an answer could not be stored, or a claim not be given back. `console` by default. */
  readonly logger?: { error(line: string): unknown } | null | undefined;
}

/**
 * Handles a push that is new, and stores the answer; gives the answer that is known to one that is not. While another try is being
 * worked on it waits for that one's answer, and gives nothing where that takes too long: then don't answer, and the platform asks
 * again. All that is not the handler's own time ends within 4.8 seconds, however slow `recent` is.
 *
 * A handler that throws has its claim released, and the error goes on. Where `recent` throws, an error does whose `cause` is that one:
 * don't answer then. What was handled is answered, also where that cannot be stored, unless it has jobs: these may not be queued.
 */
export function once(
  recent: Memory,
  push: Push,
  handle: Handle,
  options?: OnceOptions | null,
): Promise<WxsealResponse | undefined>;

/** What every adapter takes beside the endpoint and the handler. What is `undefined` or `null` is as if left out. */
export interface WebhookOptions {
  /**
   * What remembers the answers, so that a retry gets the first one and nothing is done twice: see `once`. By default nothing, and a
   * retry is handled again.
   */
  readonly recent?: Memory | null | undefined;
  /**
   * How large a body may be, in bytes; `MAX_BODY` by default. A larger one is answered with 413 before it is read whole. The endpoint
   * has a limit of its own, 4 MiB by default.
   */
  readonly maxBody?: number | null | undefined;
  /**
   * What gets one line for each request that is refused: `warn` where the request is at fault, `error` where the server is. `console`
   * by default.
   */
  readonly logger?: { warn(line: string): unknown; error(line: string): unknown } | null | undefined;
  /** Whether that line also has what `Endpoint.diagnose` finds, which costs more than to refuse the request; `false` by default. */
  readonly diagnose?: boolean | null | undefined;
  /** Called once a request, when its answer is known, for measuring. What it throws goes to the log. */
  readonly onRequest?: ((handled: Handled) => unknown) | null | undefined;
}

/** What became of a request: nothing that was decrypted, and no secret. Frozen. */
export interface Handled {
  /**
   * `url_check`, `success`, `empty` or `reply`; of a request that was refused the name of the error in `errorCodes`, such as
   * `SignatureMismatch`, or one of the adapters' own:
   *
   * - `BodyTooLarge`, 413;
   * - `BodyCut`, 400: the peer hung up before its body was complete;
   * - `BodyTaken`, 500: something read the body before the adapter could, and left no bytes;
   * - `HandlerFailed`, 500: the handler threw, or gave what is no answer;
   * - `Busy`, unanswered: another try has been worked on for too long to wait;
   * - `MemoryFailed`, unanswered: `recent` threw, or took too long;
   * - `Failed`, 500: an error of the adapter's.
   */
  readonly outcome: string;
  /** The format of the push; `undefined` where there is none. */
  readonly format: "xml" | "json" | undefined;
  /** How long the body was; 0 where there was none, or it was not read to its end. */
  readonly bytes: number;
  /** How long it took to verify and decrypt the request, in microseconds. */
  readonly libraryUs: number;
  /** How long the handler took, in microseconds, sealing its answer too. */
  readonly handlerUs: number;
  /** Whether the push was known already: it got the first answer, or waited for it. */
  readonly retry: boolean;
}

/** What an adapter sends: a `WxsealResponse`, or a 413. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An endpoint, a handler and the options, without a framework: what the adapters are made of. Make one when the server starts. */
export class Webhook {
  /** @throws {TypeError} An argument or an option is not what it must be. */
  constructor(endpoint: Endpoint, handle: Handle, options?: WebhookOptions | null);

  /**
   * Answers a request. Nothing that goes wrong is thrown: it is logged, and answered with a status.
   *
   * @param url As it came, with its query, which is what stands behind the first `?`.
   * @param read Reads the body of a POST, and may throw at more than `maxBody` bytes.
   * @returns What to answer; nothing where the platform is to ask again: close the connection then.
   */
  answer(
    method: string,
    url: string,
    read: (maxBody: number) => Uint8Array | string | Promise<Uint8Array | string>,
  ): Promise<HttpAnswer | undefined>;
}
