// The server for Node.js: `server.mjs PEERS SUBJECT`, Express; it echoes texts, on the port in `PORT`.
//
// `nothing` takes the query and the body as the others do, answers `success`, and looks at neither.

import { createRequire } from "node:module";
import path from "node:path";

const [peersFolder, subject] = process.argv.slice(2);
const requireHere = createRequire(import.meta.url);
const requirePeer = createRequire(path.resolve(peersFolder, "package.json"));
const express = requirePeer("express");
const settings = ["WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"].map((name) => process.env[name]);

/** What reads the body for a server that has nothing of its own for that. */
const raw = express.raw({ type: () => true, limit: "1mb" });

/** As the README of Node.js does. */
function wxseal() {
  const { Endpoint, MsgCrypt } = requireHere("../../bindings-node");
  const { webhook } = requireHere("../../bindings-node/node.js");
  const endpoint = new Endpoint(new MsgCrypt(...settings));
  return [webhook(endpoint, (push) => (push.msgType === "text" ? push.replyText(push.message.Content) : undefined))];
}

/** wechat-crypto for the cipher and the signature, xml2js for the envelope and the message. */
function wechatCrypto() {
  const [token, encodingAesKey, receiveId] = settings;
  const crypt = new (requirePeer("wechat-crypto"))(token, encodingAesKey, receiveId);
  const { parseString, Builder } = requirePeer("xml2js");
  const builder = new Builder({ rootName: "xml", cdata: true, headless: true });
  const readXml = (text) => {
    let read;
    parseString(text, { trim: true, explicitArray: false }, (error, parsed) => {
      if (error) throw error;
      read = parsed.xml;
    });
    return read;
  };
  const answer = (req, res) => {
    const { msg_signature, timestamp, nonce } = req.query;
    const { Encrypt } = readXml(req.body.toString());
    if (crypt.getSignature(timestamp, nonce, Encrypt) !== msg_signature) return res.sendStatus(403);
    const { message, id } = crypt.decrypt(Encrypt);
    if (id !== receiveId) return res.sendStatus(403);
    const { ToUserName, FromUserName, MsgType, Content } = readXml(message);
    if (MsgType !== "text") return res.send("success");
    const CreateTime = Math.floor(Date.now() / 1000);
    const reply = { ToUserName: FromUserName, FromUserName: ToUserName, CreateTime, MsgType, Content };
    const sealed = crypt.encrypt(builder.buildObject(reply));
    const MsgSignature = crypt.getSignature(timestamp, nonce, sealed);
    const envelope = { Encrypt: sealed, MsgSignature, TimeStamp: Number(timestamp), Nonce: nonce };
    res.type("application/xml").send(builder.buildObject(envelope));
  };
  return [raw, answer];
}

/** The server alone. */
function nothing() {
  return [raw, (req, res) => res.send("success")];
}

// wechat-crypto's `new Buffer` warns, once.
process.noDeprecation = true;
const handlers = { wxseal, "wechat-crypto + xml2js": wechatCrypto, nothing }[subject]();
const app = express();
app.all("/", ...handlers);
app.listen(Number(process.env.PORT), "127.0.0.1");
