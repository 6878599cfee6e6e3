"use strict";

/** A text is JSON already; the addon refuses what becomes none. */
function jsonOf(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

module.exports = { jsonOf };
