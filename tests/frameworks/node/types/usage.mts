// The adapters where the frameworks' own types want something of theirs.

import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import KoaRouter from "@koa/router";
import { type INestApplication, type MiddlewareConsumer } from "@nestjs/common";
import connect from "connect";
import express from "express";
import Fastify from "fastify";
import { Hono } from "hono";
import { Cluster, Redis } from "ioredis";
import Koa from "koa";
import { createClient, createClientPool, createCluster } from "redis";
import { type Endpoint, RecentKeys } from "wxseal";
import { webhook as fastify } from "wxseal/fastify";
import { webhook as fetching } from "wxseal/fetch";
import { webhook as koa } from "wxseal/koa";
import { webhook } from "wxseal/node";
import { RecentKeys as SharedKeys } from "wxseal/redis";
import { Router } from "wxseal/webhook";

declare const endpoint: Endpoint;
declare const nest: INestApplication;
declare const consumer: MiddlewareConsumer;

const handle = new Router().on("text", (push) => push.replyText(push.message.Content));
const receive = webhook(endpoint, handle, { recent: new RecentKeys() });

createServer(receive).listen(8000);
express().all("/wechat", receive);
connect().use("/wechat", receive);
nest.use("/wechat", receive);
consumer.apply(receive).forRoutes("wechat");

const router = new KoaRouter().all("/wechat", koa(endpoint, handle));
new Koa().use(router.routes()).use(koa(endpoint, handle));

const logged = Fastify({ logger: true });
logged.register(fastify(endpoint, handle, { logger: logged.log }), { prefix: "/wechat" });
Fastify().register(fastify(endpoint, handle), { prefix: "/wechat" });

const fetched = fetching(endpoint, handle);
const app = new Hono().all("/wechat", (c) => fetched(c.req.raw));
serve({ fetch: app.fetch, port: 8000 });

/** Next.js hands over a `Request` of its own kind, and more beside it. */
interface NextRequest extends Request {
  readonly nextUrl: URL;
}
export const POST: (request: NextRequest, context: { params: Promise<object> }) => Promise<Response> = fetched;

new SharedKeys(new Redis());
new SharedKeys(new Cluster([]));
new SharedKeys(createClient());
new SharedKeys(createClient({ RESP: 3, disableOfflineQueue: true }));
new SharedKeys(createCluster({ rootNodes: [] }));
webhook(endpoint, handle, { recent: new SharedKeys(createClientPool()) });
