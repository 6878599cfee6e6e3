const express = require("express");
const wechat = require("wechat");

const { TOKEN: token, KEY: encodingAESKey, ID: appid } = process.env;
const app = express();

app.use(express.query());
app.use(
  "/",
  wechat({ token, appid, encodingAESKey }, (req, res) => {
    const message = req.weixin;
    res.reply(message.MsgType === "text" ? message.Content : "");
  }),
);

const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
