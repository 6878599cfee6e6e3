/// <reference types="node" />

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Endpoint } from "./index.js";
import type { Handle, WebhookOptions } from "./webhook.js";

/**
 * The webhook as a function of a request and a response: for `createServer` of node:http, and as middleware of Express, Connect and
 * NestJS. It answers every request that it is given.
 *
 * The body is taken from the stream, or where that was read from `request.rawBody` or `request.body`, if these are its bytes. Let it stand
 * before `express.json()` and other parsers.
 *
 * @example
 * app.all("/wechat", webhook(endpoint, handle, { recent: new RecentKeys() }));
 */
export function webhook(
  endpoint: Endpoint,
  handle: Handle,
  options?: WebhookOptions | null,
): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
