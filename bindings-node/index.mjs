// One set of classes for both module systems, so that `instanceof WxsealError` holds across them.
import wxseal from "./index.js";

export const {
  verifySignature,
  sign,
  MsgCrypt,
  Endpoint,
  WxsealResponse,
  Message,
  RecentKeys,
  platform,
  api,
  ApiError,
  decryptOpenData,
  verifyRawData,
  WxsealError,
  errorCodes,
  version,
} = wxseal;
