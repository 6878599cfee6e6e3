const wechat = require("co-wechat");
const Koa = require("koa");

const { TOKEN: token, KEY: encodingAESKey, ID: appid } = process.env;
const app = new Koa();

app.use(
  wechat({ token, appid, encodingAESKey }).middleware(async (message) => {
    return message.MsgType === "text" ? message.Content : "";
  }),
);

const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
