// Two events of one sender and one second are both handled, and a retry gets the first answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Endpoint, RecentKeys } from "wxseal";

import { pairs } from "./corpus.mjs";
import { constructCrypt } from "./endpoint.mjs";

for (const { id, crypt, now, ...requests } of pairs()) {
  test(`${id}: both reach the handler`, () => {
    const endpoint = new Endpoint(constructCrypt(crypt));
    const recent = new RecentKeys();
    const handled = [];
    for (const role of ["first", "other", "retry"]) {
      const { method, query, body } = requests[role];
      const push = endpoint.receive(method, query, body, { now });
      const known = recent.claim(push.dedupKey, { now });
      if (known.state === "claimed") {
        handled.push(role);
        // Each of the two has an answer of its own.
        assert.ok(known.answer(role === "first" ? push.success() : push.empty(), { now }));
      } else {
        assert.equal(known.state, "answered");
        assert.equal(known.response.body.toString(), "success");
      }
    }
    assert.deepEqual(handled, ["first", "other"]);
  });
}
