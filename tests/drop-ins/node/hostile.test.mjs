// What a peer could send to break a server, through every drop-in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { DROP_INS, readCases } from "./drop-ins.mjs";
import { sign } from "./reference.mjs";

const { token, encoding_aes_key, receive_id, cases } = readCases();
// A parser of the server's own has found the cipher text in the body, and one `decrypt` serves pushes and URL checks.
const found = cases.filter(({ encrypt, error }) => encrypt !== null && error?.name !== "MalformedMessage");
const [push] = found;
/** What frameworks and parsers make of missing, repeated and nested values. */
const odd = {
  undefined: () => undefined,
  null: () => null,
  empty: () => "",
  "an empty list": () => [],
  "a list": (value) => [value, value],
  "an object": (value) => ({ _: value }),
  "a number": () => 1,
  true: () => true,
};
const made = ["encrypt", "msg_signature", "timestamp", "nonce"].flatMap((name) =>
  Object.entries(odd).map(([what, make]) => ({
    id: `${name} is ${what}`,
    request: { ...push, [name]: make(push[name]) },
  })),
);
// What signs a URL, and no body.
const plain = sign(token, push.timestamp, push.nonce);
for (const encrypt of [undefined, null, ""]) {
  made.push({
    id: `the signature of a URL, Encrypt is ${encrypt}`,
    request: { ...push, encrypt, msg_signature: plain },
  });
}

for (const { name, make, kind, decrypt, refusal } of DROP_INS) {
  const crypt = make(kind, token, encoding_aes_key, receive_id);

  function refuses(request, refusal) {
    assert.throws(
      () => decrypt(crypt, request),
      (error) => {
        for (const secret of [token, encoding_aes_key]) assert.ok(!inspect(error).includes(secret));
        assert.throws(() => {
          throw error;
        }, refusal);
        return true;
      },
    );
  }

  for (const request of found) {
    test(`${name}: ${request.id}`, () => {
      if (request.error) refuses(request, refusal(request.error.name));
      else assert.equal(decrypt(crypt, request), Buffer.from(request.message, "base64").toString());
    });
  }

  for (const { id, request } of made) {
    test(`${name}: ${id}`, () => refuses(request, Error));
  }
}

test("there are forty hostile calls", () => {
  assert.ok(found.filter(({ error }) => error).length + made.length >= 40);
});
