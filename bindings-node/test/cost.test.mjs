// What a forged body of 4 MiB costs: less than three times its size, whatever it is made of.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { Endpoint, MsgCrypt, WxsealError } from "wxseal";

const SIZE = 4 << 20;
const NOW = 1714112445;

const filled = (head, unit, tail) =>
  Buffer.from(head + unit.repeat((SIZE - head.length - tail.length) / unit.length) + tail);

const bodies = {
  arrays: filled('{"a":[', "[],", "[]]}"),
  members: filled("{", '"a":0,', '"a":0}'),
  elements: filled("<xml>", "<a/>", "</xml>"),
  sealed: filled('{"Encrypt":"', "\\/", '"}'),
};

/** The most memory that the process has had since `forgetPeak`, in bytes. */
const peak = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "latin1"))[1]) * 1024;
const forgetPeak = () => writeFileSync("/proc/self/clear_refs", "5");

const endpoints = {
  encrypted: new Endpoint(new MsgCrypt("token", "k".repeat(43), "wx1")),
  plain: Endpoint.plain("token"),
};
// Whoever has seen a URL has its `signature`, and can put it before any body.
const signatures = {
  unsigned: "0".repeat(40),
  signed: createHash("sha1").update(`${NOW}n1token`).digest("hex"),
};

const skip = !existsSync("/proc/self/clear_refs") && "needs Linux";
for (const [kind, endpoint] of Object.entries(endpoints)) {
  for (const [how, signature] of Object.entries(signatures)) {
    for (const [madeOf, body] of Object.entries(bodies)) {
      test(`a forged body of ${madeOf}, ${how}, costs a ${kind} endpoint little`, { skip }, () => {
        const query = `signature=${signature}&msg_signature=${"0".repeat(40)}&timestamp=${NOW}&nonce=n1`;
        for (const call of ["receive", "diagnose"]) {
          forgetPeak();
          const before = peak();
          try {
            endpoint[call]("POST", query, body, { now: NOW });
          } catch (error) {
            assert.ok(error instanceof WxsealError, String(error));
          }
          assert.ok(peak() - before <= 12 << 20, `${call}: ${peak() - before}`);
        }
      });
    }
  }
}
