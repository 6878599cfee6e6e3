/// <reference types="node" />

import type { Endpoint } from "./index.js";
import type { Handle, WebhookOptions } from "./webhook.js";

/**
 * The webhook as a function from `Request` to `Response`: for Hono, Next.js and others that speak `fetch`, where they run on Node.js. Let it
 * have the request before its body is read.
 *
 * A push that is to go unanswered is held until the platform has hung up, and answered with 503 then.
 *
 * @example
 * app.all("/wechat", (c) => receive(c.req.raw)); // Hono, with receive = webhook(endpoint, handle)
 * export const POST = webhook(endpoint, handle); // Next.js, in app/wechat/route.ts
 */
export function webhook(
  endpoint: Endpoint,
  handle: Handle,
  options?: WebhookOptions | null,
): (request: Request) => Promise<Response>;
