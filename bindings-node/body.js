"use strict";

// Bodies, byte for byte and never larger than they may be, from wherever a framework keeps them.

const EMPTY = Buffer.alloc(0);

/** Why there is no body. Its message is fixed text: it stands in the log. */
class Unreadable extends Error {
  constructor(outcome, status, message) {
    super(message);
    this.outcome = outcome;
    this.status = status;
  }
}

const tooLarge = (maxBody) => new Unreadable("BodyTooLarge", 413, `the body is over ${maxBody} bytes`);
const cut = () => new Unreadable("BodyCut", 400, "the peer hung up before its body was complete");
const taken = (advice) => new Unreadable("BodyTaken", 500, `the body was read before wxseal had it: ${advice}`);

/**
 * The body of a request of node:http.
 *
 * @param kept Where whoever read the body before may have left its bytes.
 * @param advice What the developer is to do where somebody has read the body and left no bytes.
 */
async function bodyOf(request, kept, maxBody, advice) {
  const bytes = kept.find((body) => (body instanceof Uint8Array || typeof body === "string") && body.length > 0);
  const length = bytes === undefined ? request.headers["content-length"] : Buffer.byteLength(bytes);
  if (Number(length) > maxBody) {
    // Thrown away as it comes: a peer that is cut off while it sends may not see the answer.
    request.resume();
    throw tooLarge(maxBody);
  }
  if (bytes !== undefined) return bytes;
  if (request.readableDidRead) throw taken(advice);
  if (request.readableEnded) return EMPTY;
  if (request.destroyed) throw cut();
  return readStream(request, maxBody);
}

function readStream(stream, maxBody) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    const take = (chunk) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= maxBody) return;
      stream.off("data", take);
      chunks.length = 0;
      reject(tooLarge(maxBody));
      // As above.
      stream.resume();
    };
    stream.on("data", take);
    stream.once("end", () => resolve(Buffer.concat(chunks)));
    stream.once("error", () => reject(cut()));
    stream.once("close", () => reject(cut()));
  });
}

/** The body of a `Request` of fetch. */
async function bodyOfFetch(request, maxBody, advice) {
  if (request.bodyUsed || request.body?.locked) throw taken(advice);
  if (Number(request.headers.get("content-length")) > maxBody) throw tooLarge(maxBody);
  if (!request.body) return EMPTY;
  const reader = request.body.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw cut();
    });
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > maxBody) {
      drain(reader).catch(() => {});
      throw tooLarge(maxBody);
    }
    chunks.push(value);
  }
}

/** Throws away what is still to come, as `readStream` does. */
async function drain(reader) {
  while (!(await reader.read()).done);
}

module.exports = { Unreadable, bodyOf, bodyOfFetch };
