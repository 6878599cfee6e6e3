// The worker for Node.js: `worker.mjs CASES PEERS`, requests and answers as benches/README.md says.
//
// A subject has a method for each operation, which takes a case and returns the call to measure, or nothing for a format that it has not: with the objects that a
// web framework hands over, a Buffer for the body and strings for the rest. Messages come back as strings.

import assert from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

const [casesFolder, peersFolder] = process.argv.slice(2);
const requireHere = createRequire(import.meta.url);
const requirePeer = createRequire(path.resolve(peersFolder, "package.json"));
// wechat-crypto uses `new Buffer`. Until it has warned, Node.js looks at the stack of the first ten thousand calls; a server
// that has run for a while has them behind it.
process.noDeprecation = true;
new Buffer(0);

/** The binding. */
function wxseal({ token, encoding_aes_key, receive_id }) {
  const { MsgCrypt, Endpoint, version } = requireHere("../../bindings-node");
  const crypt = new MsgCrypt(token, encoding_aes_key, receive_id);
  const endpoint = new Endpoint(crypt);
  return {
    version,
    decrypt:
      ({ body, query }) =>
      () =>
        crypt.decryptToString(body, query),
    encrypt:
      ({ message, timestamp, nonce, format }) =>
      () =>
        crypt.encrypt(message, { timestamp, nonce, format }),
    receive:
      ({ query, body, message, now }) =>
      () =>
        endpoint.receive("POST", query, body, { now }).replyRaw(message).body,
  };
}

/** wechat-crypto for the cipher and the signature, xml2js for XML. */
function wechatCrypto({ token, encoding_aes_key, receive_id }) {
  const crypt = new (requirePeer("wechat-crypto"))(token, encoding_aes_key, receive_id);
  const { parseString, Builder } = requirePeer("xml2js");
  const builder = new Builder({ rootName: "xml", cdata: true, headless: true });
  const readXml = (text) => {
    let envelope;
    parseString(text, { trim: true, explicitArray: false }, (error, parsed) => {
      if (error) throw error;
      envelope = parsed.xml;
    });
    return envelope;
  };
  return {
    version: `${versionOf("wechat-crypto")} + ${versionOf("xml2js")}`,
    decrypt:
      ({ body, format, msg_signature, timestamp, nonce }) =>
      () => {
        const { Encrypt } = (format === "xml" ? readXml : JSON.parse)(body.toString());
        if (crypt.getSignature(timestamp, nonce, Encrypt) !== msg_signature) throw new Error("signature");
        const { message, id } = crypt.decrypt(Encrypt);
        if (id !== receive_id) throw new Error("receive id");
        return message;
      },
    encrypt:
      ({ message, timestamp, nonce, format }) =>
      () => {
        const Encrypt = crypt.encrypt(message);
        const MsgSignature = crypt.getSignature(timestamp, nonce, Encrypt);
        const envelope = { Encrypt, MsgSignature, TimeStamp: Number(timestamp), Nonce: nonce };
        return format === "xml" ? builder.buildObject(envelope) : JSON.stringify(envelope);
      },
  };
}

/** @wecom/crypto for the cipher and the signature, fast-xml-parser for XML. */
function wecomCrypto({ token, encoding_aes_key, receive_id }) {
  const { decrypt, encrypt, getSignature } = requirePeer("@wecom/crypto");
  const { XMLParser, XMLBuilder } = requirePeer("fast-xml-parser");
  const parser = new XMLParser({ parseTagValue: false });
  const builder = new XMLBuilder({ cdataPropName: "cdata" });
  return {
    version: `${versionOf("@wecom/crypto")} + ${versionOf("fast-xml-parser")}`,
    decrypt:
      ({ body, format, msg_signature, timestamp, nonce }) =>
      () => {
        const { Encrypt } = format === "xml" ? parser.parse(body).xml : JSON.parse(body.toString());
        if (getSignature(token, timestamp, nonce, Encrypt) !== msg_signature) throw new Error("signature");
        const { message, id } = decrypt(encoding_aes_key, Encrypt);
        if (id !== receive_id) throw new Error("receive id");
        return message;
      },
    encrypt:
      ({ message, timestamp, nonce, format }) =>
      () => {
        const Encrypt = encrypt(encoding_aes_key, message, receive_id);
        const MsgSignature = getSignature(token, timestamp, nonce, Encrypt);
        if (format === "json")
          return JSON.stringify({ Encrypt, MsgSignature, TimeStamp: Number(timestamp), Nonce: nonce });
        return builder.build({
          xml: {
            Encrypt: { cdata: Encrypt },
            MsgSignature: { cdata: MsgSignature },
            TimeStamp: timestamp,
            Nonce: { cdata: nonce },
          },
        });
      },
  };
}

/** wechat-crypto alone, with the Encrypt that a server's parser has found, and an envelope that is pasted together. */
function wechatCryptoAlone(module, version) {
  return ({ token, encoding_aes_key, receive_id }) => {
    const crypt = new (requirePeer(module))(token, encoding_aes_key, receive_id);
    return {
      version: version(),
      decrypt({ body, format, msg_signature, timestamp, nonce }) {
        const encrypt = encryptOf(body, format);
        return (
          encrypt &&
          (() => {
            if (crypt.getSignature(timestamp, nonce, encrypt) !== msg_signature) throw new Error("signature");
            const { message, id } = crypt.decrypt(encrypt);
            if (id !== receive_id) throw new Error("receive id");
            return message;
          })
        );
      },
      encrypt: ({ message, timestamp, nonce, format }) =>
        format === "xml" &&
        (() => {
          const encrypt = crypt.encrypt(message);
          const signature = crypt.getSignature(timestamp, nonce, encrypt);
          return (
            `<xml><Encrypt>${encrypt}</Encrypt><MsgSignature>${signature}</MsgSignature>` +
            `<TimeStamp>${timestamp}</TimeStamp><Nonce>${nonce}</Nonce></xml>`
          );
        }),
    };
  };
}

/** node-easywechat's `Encryptor`, with the Encrypt that its server's parser has found; its envelope is XML. */
function easywechat(module, version) {
  return ({ token, encoding_aes_key, receive_id }) => {
    const encryptor = new (requirePeer(module))(receive_id, token, encoding_aes_key, receive_id);
    return {
      version: version(),
      decrypt({ body, format, msg_signature, timestamp, nonce }) {
        const encrypt = encryptOf(body, format);
        return encrypt && (() => encryptor.decrypt(encrypt, msg_signature, nonce, timestamp));
      },
      encrypt: ({ message, timestamp, nonce, format }) =>
        format === "xml" && (() => encryptor.encrypt(message, nonce, timestamp)),
    };
  };
}

/** The cipher text of an envelope in XML, as a parser hands it over. */
function encryptOf(body, format) {
  return format === "xml" && /<Encrypt>(?:<!\[CDATA\[)?([^\]<]*)/.exec(body)[1];
}

function versionOf(name) {
  return JSON.parse(readFileSync(path.join(peersFolder, "node_modules", name, "package.json"))).version;
}

const own = () => requireHere("../../bindings-node").version;
const compat = (name) => requireHere.resolve(`../../bindings-node/compat/${name}`);

// What stands in for a peer has its name, and a word behind it.
const SUBJECTS = {
  wxseal,
  "wechat-crypto + xml2js": wechatCrypto,
  "@wecom/crypto + fast-xml-parser": wecomCrypto,
  "wechat-crypto": wechatCryptoAlone("wechat-crypto", () => versionOf("wechat-crypto")),
  "wechat-crypto, drop-in": wechatCryptoAlone(compat("wechat-crypto"), own),
  "node-easywechat": easywechat("node-easywechat/dist/Core/Encryptor", () => versionOf("node-easywechat")),
  "node-easywechat, drop-in": easywechat(compat("node-easywechat/Encryptor"), own),
};

function readCases() {
  return readdirSync(casesFolder).map((name) => {
    const [format, size] = name.replace(".json", "").split("-");
    const read = JSON.parse(readFileSync(path.join(casesFolder, name)));
    return { ...read, body: Buffer.from(read.body), format, size: Number(size) };
  });
}

/** What was opened is the message, and what was sealed opens again to it. */
function check(subject, operation, given, call) {
  let opened = call();
  if (operation !== "decrypt") {
    const envelope = String(opened);
    const field = (name) => envelope.match(new RegExp(`${name}(?:><!\\[CDATA\\[|>|": ?"?)([^\\]<",\\n]*)`))[1];
    const values = { msg_signature: field("MsgSignature"), timestamp: field("TimeStamp"), nonce: field("Nonce") };
    const query = new URLSearchParams(values).toString();
    opened = subject.decrypt({ ...given, ...values, query, body: Buffer.from(envelope) })();
  }
  assert.ok(opened === given.message, `${operation} ${given.format} ${given.size}: not the message`);
}

const cases = readCases();
const calls = new Map();
const hello = { language: "node", version: `Node.js ${process.versions.node}`, subjects: {}, missing: {} };
for (const [name, make] of Object.entries(SUBJECTS)) {
  let subject;
  try {
    subject = make(cases[0]);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    hello.missing[name] = error.message.split("\n")[0];
    continue;
  }
  hello.subjects[name] = subject.version;
  for (const given of cases) {
    for (const operation of ["decrypt", "encrypt", "receive"].filter((operation) => subject[operation])) {
      const call = subject[operation](given);
      // It has no such format.
      if (!call) continue;
      check(subject, operation, given, call);
      calls.set([name, operation, given.format, given.size].join(), call);
    }
  }
}
console.log(JSON.stringify(hello));

for await (const line of createInterface({ input: process.stdin })) {
  const { subject, op, format, size, iterations } = JSON.parse(line);
  if (op === "stop") break;
  const call = calls.get([subject, op, format, size].join());
  console.log(JSON.stringify(call ? { ns: measure(call, iterations) } : { missing: `no ${op} of ${subject}` }));
}

/** The processor's time that so many calls take, the garbage collector's included, in nanoseconds. */
function measure(call, iterations) {
  const begun = process.cpuUsage();
  for (let count = 0; count < iterations; count++) call();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) * 1000;
}
