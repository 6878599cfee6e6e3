// What a server in TypeScript writes, as CommonJS.

import "wxseal/compat/register";
import WXBizMsgCrypt = require("wxseal/compat/wechat-crypto");

const crypt = new WXBizMsgCrypt("token", "key", "id");
const { message, id }: { message: string; id: string } = crypt.decrypt(crypt.encrypt("text"));
const signatures: string[] = [crypt.getSignature("1", "2", message), crypt.getSignature(1, 2, id), crypt.id];
class Subclass extends WXBizMsgCrypt {}
new Subclass("token", "key", "id").encrypt(Buffer.from(signatures.join()));

// @ts-expect-error It has no attribute that shows the key.
crypt.key;
// @ts-expect-error All three are wanted.
new WXBizMsgCrypt("token", "key");
