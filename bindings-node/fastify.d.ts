/// <reference types="node" />

import type { Endpoint } from "./index.js";
import type { Handle, WebhookOptions } from "./webhook.js";

/** What of Fastify's instance the webhook uses. */
export interface FastifyApp {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(contentType: string, parser: (...given: any[]) => any): unknown;
  all(path: string, handler: (...given: any[]) => Promise<unknown>): unknown;
}

/**
 * The webhook as a plugin of Fastify, with a route for its prefix. Its parser, which leaves bodies as they are, is the plugin's own.
 *
 * @example
 * app.register(webhook(endpoint, handle, { recent: new RecentKeys() }), { prefix: "/wechat" });
 */
export function webhook(
  endpoint: Endpoint,
  handle: Handle,
  options?: WebhookOptions | null,
): (app: FastifyApp) => Promise<void>;
