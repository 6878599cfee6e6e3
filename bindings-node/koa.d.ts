/// <reference types="node" />

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Endpoint } from "./index.js";
import type { Handle, WebhookOptions } from "./webhook.js";

/** What of Koa's context the webhook uses. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly request: object;
  readonly originalUrl: string;
  status: number;
  body: unknown;
  respond?: boolean | undefined;
  set(headers: { [name: string]: string }): unknown;
}

/**
 * The webhook as a middleware of Koa, which answers every request that it is given. Let it stand before `bodyParser()` and its like.
 *
 * @example
 * router.all("/wechat", webhook(endpoint, handle, { recent: new RecentKeys() }));
 */
export function webhook(
  endpoint: Endpoint,
  handle: Handle,
  options?: WebhookOptions | null,
): (ctx: KoaContext) => Promise<void>;
