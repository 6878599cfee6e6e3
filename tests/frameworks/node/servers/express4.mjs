import express from "express4";
import { webhook } from "wxseal/node";
import { endpoint, handle, options } from "./wechat.mjs";

const app = express();
app.all("/wechat", webhook(endpoint, handle, options));
app.listen(process.env.PORT, "127.0.0.1");
