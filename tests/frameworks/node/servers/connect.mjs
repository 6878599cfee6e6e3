import connect from "connect";
import { webhook } from "wxseal/node";
import { endpoint, handle, options } from "./wechat.mjs";

const app = connect();
app.use("/wechat", webhook(endpoint, handle, options));
app.listen(process.env.PORT, "127.0.0.1");
