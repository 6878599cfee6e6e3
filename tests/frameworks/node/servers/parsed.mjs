// What servers do that parse every body before anybody else sees it. `FRAMEWORK` says which, `KEEP` that the
// bytes are kept, and `TYPED` that a parser reads what has its own type and leaves the rest.

import { createServer } from "node:http";
import { bodyParser } from "@koa/bodyparser";
import { serve } from "@hono/node-server";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import connect from "connect";
import express from "express";
import express4 from "express4";
import Fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import "reflect-metadata";
import { webhook as fetching } from "wxseal/fetch";
import { webhook as fastify } from "wxseal/fastify";
import { webhook as koa } from "wxseal/koa";
import { webhook } from "wxseal/node";
import { endpoint, handle, options } from "./wechat.mjs";

const { FRAMEWORK, KEEP, TYPED } = process.env;
const port = Number(process.env.PORT);
const hostname = "127.0.0.1";
const given = [endpoint, handle, options];

function expressOf(express) {
  const app = express();
  app.use(KEEP ? express.raw({ type: () => true }) : express.json(TYPED ? {} : { type: () => true }));
  app.all("/wechat", webhook(...given));
  return app.listen(port, hostname);
}

function readFirst(app) {
  app.addHook("onRequest", async (request) => {
    const chunks = [];
    for await (const chunk of request.raw) chunks.push(chunk);
    if (KEEP) request.rawBody = Buffer.concat(chunks);
  });
}

class AppModule {
  configure(consumer) {
    // Behind the parsers of NestJS, unlike what app.use brings in.
    consumer.apply(webhook(...given)).forRoutes("wechat");
  }
}
Module({})(AppModule);
class Bare {}
Module({})(Bare);

const frameworks = {
  "node:http": () =>
    createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      if (KEEP) request.rawBody = Buffer.concat(chunks);
      await webhook(...given)(request, response);
    }).listen(port, hostname),
  "Express 5": () => expressOf(express),
  "Express 4": () => expressOf(express4),
  Connect: () =>
    connect()
      .use(KEEP ? express.text({ type: () => true }) : express.urlencoded({ type: () => true, extended: false }))
      .use("/wechat", webhook(...given))
      .listen(port, hostname),
  NestJS: async () => {
    const app = await NestFactory.create(AppModule, { rawBody: Boolean(KEEP), logger: false });
    await app.listen(port, hostname);
  },
  Koa: () =>
    new Koa()
      .use(bodyParser({ enableTypes: ["json"] }))
      .use((ctx, next) => {
        if (!KEEP) delete ctx.request.rawBody;
        return next();
      })
      .use(koa(...given))
      .listen(port, hostname),
  "NestJS on Fastify": async () => {
    const app = await NestFactory.create(Bare, new FastifyAdapter(), { logger: false });
    readFirst(app.getHttpAdapter().getInstance());
    await app.register(fastify(...given), { prefix: "/wechat" });
    await app.listen({ port, host: hostname });
  },
  Fastify: async () => {
    const app = Fastify();
    readFirst(app);
    app.register(fastify(...given), { prefix: "/wechat" });
    await app.listen({ port, host: hostname });
  },
  Hono: () => {
    const receive = fetching(...given);
    const app = new Hono().all("/wechat", async (c) => {
      const request = KEEP ? c.req.raw.clone() : c.req.raw;
      await c.req.raw.text();
      return receive(request);
    });
    serve({ fetch: app.fetch, port, hostname });
  },
};
await frameworks[FRAMEWORK]();
