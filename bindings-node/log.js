"use strict";

// The lines of the log, and what was thrown in words for it.

function log(logger, level, line) {
  try {
    logger[level](`wxseal: ${line}`);
  } catch {
    // A log that fails costs nobody the answer.
  }
}

/** What the developer has to mend. Its message is fixed text: it stands in the log. */
class Mistake extends TypeError {}

/** The kind of an error, and where it was thrown: its message may quote what was decrypted. */
function nameOf(error) {
  if (error instanceof Mistake) return error.message;
  if (!(error instanceof Error)) return `threw a value that is no Error, but ${typeof error}`;
  const name = error.constructor?.name ?? "Error";
  const [message, stack] = [String(error.message), String(error.stack)];
  // The places stand below the message.
  const at = stack.lastIndexOf(message);
  const place = at < 0 ? null : /^ {4}at .*?([\w.-]+:\d+:\d+)\)?$/m.exec(stack.slice(at + message.length));
  return place ? `${name} at ${place[1]}` : name;
}

/** An error of a store's, which has seen nothing but what is hashed or sealed, in one line. */
function wordsOf(error) {
  return `${nameOf(error)}: ${String(error?.message).replace(/\s+/g, " ")}`;
}

module.exports = { Mistake, log, nameOf, wordsOf };
