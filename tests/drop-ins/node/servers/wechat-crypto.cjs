const http = require("node:http");
const { text } = require("node:stream/consumers");
const { parseStringPromise, Builder } = require("xml2js");
const WXBizMsgCrypt = require("wechat-crypto");

const { TOKEN, KEY, ID } = process.env;
const crypt = new WXBizMsgCrypt(TOKEN, KEY, ID);
const builder = new Builder({ rootName: "xml", cdata: true, headless: true });
const read = async (xml) => (await parseStringPromise(xml, { explicitArray: false })).xml;

async function answer(method, { msg_signature, timestamp, nonce, echostr }, body) {
  const encrypt = method === "GET" ? echostr : (await read(body)).Encrypt;
  if (crypt.getSignature(timestamp, nonce, encrypt) !== msg_signature) throw new Error("Invalid signature");
  const { message, id } = crypt.decrypt(encrypt);
  if (id !== ID) throw new Error("Invalid id");
  if (method === "GET") return message;
  const { ToUserName, FromUserName, CreateTime, MsgType, Content } = await read(message);
  if (MsgType !== "text") return "success";
  const reply = { ToUserName: FromUserName, FromUserName: ToUserName, CreateTime, MsgType, Content };
  const Encrypt = crypt.encrypt(builder.buildObject(reply));
  const MsgSignature = crypt.getSignature(timestamp, nonce, Encrypt);
  return builder.buildObject({ Encrypt, MsgSignature, TimeStamp: timestamp, Nonce: nonce });
}

const server = http.createServer(async (req, res) => {
  const query = Object.fromEntries(new URL(req.url, "http://localhost").searchParams);
  try {
    res.end(await answer(req.method, query, await text(req)));
  } catch {
    res.writeHead(403).end();
  }
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
