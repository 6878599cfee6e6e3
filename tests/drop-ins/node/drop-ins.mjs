// The drop-ins and the peers as a table: how each is made, how it opens and seals, and what it says of an error.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const project = path.join(root, "target/drop-ins/node");
/** As a server has it that lies beside wxseal and the peers. */
export const require = createRequire(path.join(project, "server.js"));

export const TOKEN = "TokenOfTheTest";
export const KEY = "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3";
export const ID = "wx0123456789abcdef";
export const T = "1714112445";
export const N = "415670741";

/** A peer as it is, or `undefined` where it is not to be had. */
export function peer(name) {
  return existsSync(path.join(project, "node_modules", name.split("/")[0], "package.json")) ? require(name) : undefined;
}

export const WXBizMsgCrypt = require("wxseal/compat/wechat-crypto");
export const Encryptor = require("wxseal/compat/node-easywechat/Encryptor");

/** wechat-crypto's class, as its servers call it: they compare the signatures. */
const wechatCrypto = {
  make: (kind, token, key, id) => new kind(token, key, id),
  decrypt(crypt, { msg_signature, timestamp, nonce, encrypt }) {
    if (crypt.getSignature(timestamp, nonce, encrypt) !== msg_signature) throw new Error("Invalid signature");
    return crypt.decrypt(encrypt).message;
  },
  encrypt(crypt, message, timestamp, nonce) {
    const encrypt = crypt.encrypt(message);
    return { encrypt, msg_signature: crypt.getSignature(timestamp, nonce, encrypt), timestamp, nonce };
  },
  /** What an error must be: wxseal's own, unless the signature did not hold. */
  refusal: (name) =>
    /^(SignatureMismatch|MalformedQuery)$/.test(name) ? /^Error: Invalid signature$/ : { code: codeOf(name) },
};

/** node-easywechat's class. */
const easywechat = {
  make: (kind, token, key, id) => new kind(id, token, key),
  decrypt: (crypt, { msg_signature, timestamp, nonce, encrypt }) =>
    crypt.decrypt(encrypt, msg_signature, nonce, timestamp),
  encrypt: (crypt, message, timestamp, nonce) => envelope(crypt.encrypt(message, nonce, timestamp)),
  refusal: (name) => (error) =>
    error.message === (name === "ReceiveIdMismatch" ? "Invalid appId." : "Invalid Signature.") &&
    error.cause.code === codeOf(name),
};

export const DROP_INS = [
  { name: "wechat-crypto", module: "wechat-crypto", kind: WXBizMsgCrypt, ...wechatCrypto },
  { name: "node-easywechat", module: "node-easywechat/dist/Core/Encryptor", kind: Encryptor, ...easywechat },
];

/** The hostile calls, and the settings that they are made for. */
export function readCases() {
  const file = path.join(root, "target/drop-ins/cases.json");
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`make cases\` first`);
  return JSON.parse(readFileSync(file, "utf8"));
}

export function readVectors(kind) {
  return JSON.parse(readFileSync(path.join(root, `tests/vectors/${kind}.json`), "utf8")).vectors;
}

/** An error's name in Node.js. */
function codeOf(name) {
  return `WXSEAL${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** The parts of a reply in XML. */
export function envelope(xml) {
  const field = (name) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)`).exec(xml)[1];
  const [encrypt, msg_signature] = [field("Encrypt"), field("MsgSignature")];
  return { encrypt, msg_signature, timestamp: field("TimeStamp"), nonce: field("Nonce") };
}
