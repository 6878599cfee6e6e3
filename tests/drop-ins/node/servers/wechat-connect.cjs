const connect = require("connect");
const http = require("node:http");
const wechat = require("wechat");

const { TOKEN: token, KEY: encodingAESKey, ID: appid } = process.env;
const app = connect();

app.use((req, res, next) => {
  req.query = Object.fromEntries(new URL(req.url, "http://localhost").searchParams);
  next();
});
app.use(
  wechat({ token, appid, encodingAESKey })
    .text((message, req, res) => res.reply(message.Content))
    .image((message, req, res) => res.reply(""))
    .middlewarify(),
);

const server = http.createServer(app).listen(0, "127.0.0.1", () => console.log(server.address().port));
