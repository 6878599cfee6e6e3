// What a server in TypeScript writes, as an ES module.

import type { MiniApp, OfficialAccount, OpenPlatform, OpenWork, Work } from "node-easywechat";
import Encryptor from "wxseal/compat/node-easywechat/Encryptor";
import "wxseal/compat/register";
import WXBizMsgCrypt from "wxseal/compat/wechat-crypto";

declare const apps: [OfficialAccount, MiniApp, OpenPlatform, Work];
declare const openWork: OpenWork;

const encryptor = new Encryptor("appId", "token", Buffer.alloc(32), null);
for (const app of apps) app.setEncryptor(encryptor);
// @ts-expect-error Its receive ids are not known beforehand.
openWork.setEncryptor(encryptor);

const reply: string = encryptor.encrypt(Buffer.from("text"), 1, "2");
const text: string = encryptor.decrypt(reply, encryptor.createSignature(encryptor.getToken(), 1, "2"), 1, "2");
new WXBizMsgCrypt("token", "key", "id").encrypt(new Encryptor("appId", "token", "key").encrypt(text));
