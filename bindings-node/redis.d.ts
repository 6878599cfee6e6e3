import type { WxsealResponse } from "./index.js";

/** Runs a script, with its keys and arguments, as Redis' `EVAL` does, and gives its reply. */
export type Eval = (script: string, keys: string[], args: string[]) => Promise<unknown>;

/** What is used of ioredis' `Redis` and `Cluster`. */
export interface IoredisClient {
  defineCommand(...given: any[]): unknown;
  eval(...given: any[]): Promise<unknown>;
}

/** What is used of what `createClient`, `createCluster` and `createClientPool` of node-redis give. */
export interface NodeRedisClient {
  EVAL(script: string, options?: { keys?: any; arguments?: any }): Promise<unknown>;
}

/** What is `undefined` or `null` is as if left out. */
export interface RecentKeysOptions {
  /** For how long a claim holds, in seconds: 5 by default. Longer than a handler takes, since a push is handled again after it. */
  readonly claimFor?: number | null | undefined;
  /** For how long an answer is kept, in seconds: 600 by default, twice an endpoint's tolerance. */
  readonly keepFor?: number | null | undefined;
  /** How all keys begin: `{wxseal}:` by default. A Cluster wants what is in braces, or what stands for it. */
  readonly prefix?: string | null | undefined;
}

/**
 * What was handled, by its key, for all workers that share a Redis or Valkey, in whatever language: the states of `RecentKeys` of `wxseal`.
 * Stored are a hash and the sealed answer.
 *
 * A script may take a second; one that fails is run once more, which it notices. A client that keeps commands until it is connected again
 * may send them later than that, which harms nobody; `enableOfflineQueue: false` (ioredis) or `disableOfflineQueue: true` (node-redis)
 * spares the wait. It is for the caller to connect the client, and to listen to its `error` events.
 *
 * @example
 * const recent = new RecentKeys(new Redis("redis://127.0.0.1:6379/0"));
 * app.all("/wechat", webhook(endpoint, handle, { recent }));
 */
export class RecentKeys {
  /**
   * @param client A client of ioredis 5 or node-redis 4 and later, or one function that does what their `eval` does.
   * @throws {TypeError} It is none of these, or an option is not what it must be.
   */
  constructor(client: IoredisClient | NodeRedisClient | Eval, options?: RecentKeysOptions | null);
  /** There is a queue, the stream `{wxseal}:jobs`: see `Queued` of `wxseal/webhook`. */
  readonly queues: true;

  /**
   * Asks for a key, `dedupKey` or `replayKey`, and claims it where nobody else has. Rejects where Redis gives no reply within a
   * second, and again not, or what is stored there is none of wxseal's; a claim that was made by then is given back.
   */
  claim(key: string): Promise<Recent>;
}

/** What is known of a key. */
export type Recent = Claim | Busy | Answered;

/** The right to answer a key: it is the caller's to handle now, and to `answer` or `release`. */
export interface Claim {
  readonly state: "claimed";

  /**
   * Stores the answer for the retries, and puts jobs on the queue in the same step. `false` if the claim is no longer the caller's, since its
   * time was up: nothing is stored or queued then. Where it rejects, nobody knows.
   */
  answer(response: WxsealResponse, ...jobs: string[]): Promise<boolean>;

  /** Gives it back, for a handler that failed: a retry may try at once. `false` as for `answer`. */
  release(): Promise<boolean>;
}

/** Somebody is handling it: wait, or do not answer, and ask again. */
export interface Busy {
  readonly state: "busy";
}

/** It was answered: answer the same. */
export interface Answered {
  readonly state: "answered";
  readonly response: WxsealResponse;
}
