// Strings become UTF-8 and UTF-8 strings as `TextEncoder` and `TextDecoder` have it, wherever a run of ASCII ends.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MsgCrypt } from "wxseal";

const crypt = new MsgCrypt("token", "A".repeat(43), "wx1");
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };
const malformedMessage = { code: "WXSEAL_MALFORMED_MESSAGE" };

/** The arguments that open a message. */
function sealed(message) {
  const body = crypt.encrypt(message, { timestamp: "1", nonce: "n", format: "json" });
  return [body, { msg_signature: JSON.parse(body).MsgSignature, timestamp: "1", nonce: "n" }];
}

/** `text`, or that there is none. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkText(text) {
  const request = sealed(text);
  assert.deepEqual(crypt.decrypt(...request), Buffer.from(new TextEncoder().encode(text)));
  assert.ok(crypt.decryptToString(...request) === text);
}

function checkBytes(bytes) {
  const request = sealed(bytes);
  const text = decoded(bytes);
  if (text === undefined) assert.throws(() => crypt.decryptToString(...request), malformedMessage);
  else assert.ok(crypt.decryptToString(...request) === text);
}

describe("a message of text", () => {
  test("holds any character", () => {
    for (let first = 0; first < 0x110000; first += 0x800) {
      if (first === 0xd800) continue;
      checkText(String.fromCodePoint(...Array.from({ length: 0x800 }, (_, offset) => first + offset)));
    }
  });

  test("changes between one and four bytes anywhere", () => {
    for (const character of ["a", "é", "微", "🙂"]) {
      for (let before = 0; before < 40; before++) {
        for (const behind of [0, 1, 15, 16, 17, 40]) {
          checkText("0".repeat(before) + character.repeat(before % 3) + character + "0".repeat(behind));
        }
      }
    }
  });

  test("is of any length", () => {
    // Around what is converted, and around what is sealed, without memory of its own.
    for (const character of ["a", "é", "微", "🙂"]) {
      const size = Buffer.byteLength(character);
      for (const around of [1024 / character.length, 1024 / size, 1360 / size]) {
        for (let count = Math.floor(around) - 4; count < around + 4; count += 1) checkText(character.repeat(count));
      }
    }
  });

  test("has no lone surrogate", () => {
    for (const half of ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "\ud800\ud800", "\ud83da"]) {
      for (const before of [0, 1, 15, 16, 17, 40]) {
        assert.throws(() => crypt.encrypt("0".repeat(before) + half), unwritable);
        assert.throws(() => crypt.encrypt(`微${"0".repeat(before)}${half}0`), unwritable);
      }
    }
  });
});

test("a message of bytes is text where it is UTF-8", () => {
  // The ends of every range that UTF-8 gives a meaning to.
  const ends = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf];
  const leads = [...ends, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];
  for (const lead of leads) {
    for (const one of ends) {
      checkBytes(Buffer.of(lead, one));
      for (const two of ends) {
        checkBytes(Buffer.of(lead, one, two));
        checkBytes(Buffer.concat([Buffer.alloc(17, "0"), Buffer.of(lead, one, two), Buffer.alloc(17, "0")]));
        if (lead >= 0xf0) for (const three of ends) checkBytes(Buffer.of(lead, one, two, three));
      }
    }
  }
});
