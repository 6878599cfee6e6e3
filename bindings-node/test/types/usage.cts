// The same types, as CommonJS finds them.

import wxseal = require("wxseal");

export function answer(crypt: wxseal.MsgCrypt, body: Buffer, query: wxseal.Query): string {
  try {
    return crypt.encrypt(crypt.decrypt(body, query));
  } catch (error) {
    if (error instanceof wxseal.WxsealError) return String(error.httpStatus);
    throw error;
  }
}
