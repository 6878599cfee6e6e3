// What the scenarios and the hostile cases are received with.

import { Endpoint, MsgCrypt } from "wxseal";

/** An endpoint of a scenario's settings. */
export function construct({ crypts, plain, tolerance, account, max_body: maxBody }) {
  if (plain !== undefined) return Endpoint.plain(plain, { tolerance, account, maxBody });
  const [first, ...alsoAccept] = crypts.map(constructCrypt);
  return new Endpoint(first, { alsoAccept, tolerance, account, maxBody });
}

export function constructCrypt({ token, encoding_aes_key, receive_id, dialect }) {
  return new MsgCrypt(token, encoding_aes_key, receive_id, { dialect });
}
