import { NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { webhook } from "wxseal/fastify";
import { AppModule } from "./app.module.js";
import { endpoint, handle, options } from "./wechat.mjs";

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false });
await app.register(webhook(endpoint, handle, options), { prefix: "/wechat" });
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
