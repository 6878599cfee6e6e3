import assert from "node:assert/strict";
import { test } from "node:test";
import { MsgCrypt, WxsealError, decryptOpenData, errorCodes, verifyRawData, verifySignature } from "wxseal";

import { rawQuery, vectors } from "./corpus.mjs";

/** What the query of a request has, beside `echostr`. */
const PARAMETERS = ["signature", "msg_signature", "timestamp", "nonce", "openid", "encrypt_type"];

const run = {
  url_verify({ token, ...inputs }) {
    each(inputs, (query) => verifySignature(token, query));
    return inputs.echostr === undefined ? {} : { reply_body: inputs.echostr };
  },
  sign({ token, ...inputs }) {
    each(inputs, (query) => verifySignature(token, query));
    return {};
  },
  url_verify_encrypted(inputs, dialect) {
    const crypt = construct(inputs, dialect);
    const reply_body = each(inputs, (query) => crypt.verifyUrl(inputs.echostr, query).toString());
    const echo = crypt.verifyUrl(inputs.echostr, inputs.query);
    assert.equal(echo.toString(), reply_body, "the query as it stands on the wire");
    return { reply_body };
  },
  key({ encoding_aes_key }) {
    return new MsgCrypt("t", encoding_aes_key, "");
  },
  decrypt(inputs, dialect) {
    const crypt = construct(inputs, dialect);
    const plaintext = each(inputs, (query) => crypt.decryptToString(inputs.body, query));
    const bytes = crypt.decrypt(Buffer.from(inputs.body), rawQuery(parameters(inputs)));
    assert.ok(Buffer.isBuffer(bytes));
    assert.equal(bytes.toString(), plaintext);
    return { plaintext };
  },
  encrypt_reply({ plaintext, formats, ...inputs }, dialect, expected) {
    const crypt = construct(inputs, dialect);
    const { timestamp, nonce } = inputs;
    for (const format of formats) {
      const options = { timestamp, nonce, format, random: Buffer.from(inputs.random) };
      const body = crypt.encrypt(plaintext, options);
      assert.equal(crypt.encrypt(Buffer.from(plaintext), { ...options, timestamp: Number(timestamp) }), body);
      if (expected.body !== undefined) assert.equal(body, expected.body);
      assert.ok(body.includes(expected.encrypt), "the cipher text");
      assert.ok(body.includes(expected.msg_signature), "the signature");
    }
    return {};
  },
  open_data({ session_key, encrypted_data, iv, appid }) {
    return { plaintext: decryptOpenData(session_key, encrypted_data, iv, appid).toString() };
  },
  rawdata_signature({ session_key, raw_data, signature }) {
    assert.equal(verifyRawData(session_key, raw_data, signature), undefined);
    return {};
  },
};

/** It is for the core and the reference. */
const SKIPPED = ["envelope"];

for (const { id, kind, dialect, inputs, expected, error } of vectors) {
  if (SKIPPED.includes(kind)) continue;
  test(`${kind}: ${id}`, () => {
    assert.ok(kind in run, `no runner for the kind ${kind}`);
    if (error === undefined) {
      const outcome = run[kind](inputs, dialect, expected);
      for (const [name, value] of Object.entries(outcome)) assert.equal(value, expected[name], name);
    } else {
      assert.throws(
        () => run[kind](inputs, dialect),
        (thrown) => {
          assert.ok(thrown instanceof WxsealError, String(thrown));
          assert.equal(errorCodes[thrown.code].name, error.name);
          assert.equal(thrown.errno, error.code);
          return true;
        },
      );
    }
  });
}

function construct({ token, encoding_aes_key, receive_id }, dialect) {
  return new MsgCrypt(token, encoding_aes_key, receive_id, { dialect });
}

function parameters(inputs) {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => PARAMETERS.includes(name)));
}

/** Calls with the query in each of its shapes, and makes sure that they agree. */
function each(inputs, call) {
  const object = parameters(inputs);
  const raw = rawQuery(object);
  const outcomes = [raw, `?${raw}`, object, new URLSearchParams(object)].map((query) => outcome(() => call(query)));
  for (const other of outcomes) assert.deepEqual(other, outcomes[0]);
  if (outcomes[0].thrown) throw outcomes[0].thrown;
  return outcomes[0].returned;
}

function outcome(call) {
  try {
    return { returned: call() };
  } catch (thrown) {
    return { thrown };
  }
}
