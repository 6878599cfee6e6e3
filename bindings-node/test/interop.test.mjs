import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { MsgCrypt, sign } from "wxseal";

import { cases, rawQuery, root } from "./corpus.mjs";

test("what the reference sealed opens", () => {
  for (const { id, msg_signature, timestamp, nonce, body, ...settings } of cases()) {
    const query = rawQuery({ msg_signature, timestamp, nonce });
    const message = Buffer.from(settings.message, "base64");
    assert.ok(construct(settings).decrypt(Buffer.from(body), query).equals(message), id);
    assert.ok(construct(settings).decrypt(body, query).equals(message), id);
  }
});

test("what the reference sealed opens to the same text, or not at all", () => {
  let texts = 0;
  for (const { id, msg_signature, timestamp, nonce, body, ...settings } of cases()) {
    const message = Buffer.from(settings.message, "base64");
    const open = () => construct(settings).decryptToString(body, { msg_signature, timestamp, nonce });
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(message);
      texts += 1;
    } catch {
      assert.throws(open, { code: "WXSEAL_MALFORMED_MESSAGE" }, id);
      continue;
    }
    assert.equal(open(), text, id);
  }
  assert.ok(texts > 700);
});

test("with the same random bytes the same is sealed", () => {
  for (const { id, timestamp, nonce, format, body, ...settings } of cases()) {
    const message = Buffer.from(settings.message, "base64");
    const random = Buffer.from(settings.random);
    assert.equal(construct(settings).encrypt(message, { timestamp, nonce, random, format }), body, id);
    const text = message.toString();
    if (Buffer.from(text).equals(message)) {
      assert.equal(construct(settings).encrypt(text, { timestamp, nonce, random, format }), body, id);
    }
  }
});

test("the parts are those of the reference", () => {
  for (const { id, msg_signature, timestamp, nonce, format, body, ...settings } of cases()) {
    const message = Buffer.from(settings.message, "base64");
    const random = Buffer.from(settings.random);
    const encrypt = /Encrypt(?:><!\[CDATA\[|":\s*"|>)([A-Za-z0-9+/=]+)/i.exec(body)[1];
    // Each has its own receive id, which nobody but the caller holds against another.
    const crypt = construct({ ...settings, receive_id: "another" });
    const opened = crypt.open(encrypt, rawQuery({ msg_signature, timestamp, nonce }));
    assert.ok(opened.message.equals(message), id);
    assert.equal(opened.receiveId, settings.receive_id, id);
    const parts = { encrypt, msgSignature: msg_signature, timestamp, nonce };
    assert.deepEqual(construct(settings).seal(message, { timestamp, nonce, random }), parts, id);
    assert.equal(sign(settings.token, encrypt, { timestamp, nonce }), msg_signature, id);
  }
});

// The reference opens what this writes: tests/reference/cases.py check.
test("the reference gets something to open", () => {
  const answers = cases().map(({ id, timestamp, nonce, format, ...settings }) => {
    const message = Buffer.from(settings.message, "base64");
    return JSON.stringify({ id, body: construct(settings).encrypt(message, { timestamp, nonce, format }) });
  });
  const folder = path.join(root, "target/interop/answers");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "node.jsonl"), `${answers.join("\n")}\n`);
});

function construct({ token, encoding_aes_key, receive_id, dialect }) {
  return new MsgCrypt(token, encoding_aes_key, receive_id, { dialect });
}
