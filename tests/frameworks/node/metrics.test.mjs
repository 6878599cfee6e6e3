// What the examples for Prometheus and OpenTelemetry make of a webhook's requests.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import { project, root } from "./frameworks.mjs";

const require = createRequire(path.join(project, "server.js"));
const { Endpoint, RecentKeys, platform } = require("wxseal");
const { Webhook } = require("wxseal/webhook");

test("Prometheus reads what became of the requests", async (t) => {
  const { onRequest, metrics } = await example("prometheus.mjs");
  await work(onRequest);
  const server = createServer(metrics).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const text = await (await fetch(`http://127.0.0.1:${server.address().port}/metrics`)).text();
  for (const line of [
    'wxseal_requests_total{outcome="reply",format="json",retry="false"} 1',
    'wxseal_requests_total{outcome="reply",format="json",retry="true"} 1',
    'wxseal_requests_total{outcome="SignatureMismatch",format="none",retry="false"} 1',
    'wxseal_seconds_count{part="library"} 3',
    'wxseal_seconds_count{part="handler"} 1',
  ])
    assert.ok(text.includes(`\n${line}\n`), `${line}\n${text}`);
});

test("OpenTelemetry gets what became of the requests", async () => {
  const { metrics } = require("@opentelemetry/api");
  const sdk = require("@opentelemetry/sdk-metrics");
  class Reader extends sdk.MetricReader {
    async onShutdown() {}
    async onForceFlush() {}
  }
  const reader = new Reader();
  metrics.setGlobalMeterProvider(new sdk.MeterProvider({ readers: [reader] }));
  const { onRequest } = await example("opentelemetry.mjs");
  await work(onRequest);
  const { resourceMetrics, errors } = await reader.collect();
  assert.deepEqual(errors, []);
  const [{ metrics: found }] = resourceMetrics.scopeMetrics;
  const points = Object.fromEntries(found.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]));
  assert.deepEqual(
    points["wxseal.requests"].map(({ value, attributes }) => [value, attributes.outcome, attributes.retry]),
    [
      [1, "reply", false],
      [1, "reply", true],
      [1, "SignatureMismatch", false],
    ],
  );
  assert.equal(points["wxseal.duration"].find(({ attributes }) => attributes.part === "handler").value.count, 1);
});

/** An example beside what it needs. */
function example(name) {
  const file = path.join(project, name);
  copyFileSync(path.join(root, "examples/node", name), file);
  return import(file);
}

/** A push, its retry, and one that nobody signed. */
async function work(onRequest) {
  const options = { recent: new RecentKeys(), onRequest, logger: { warn() {}, error() {} } };
  const hook = new Webhook(Endpoint.plain("TokenOfTheTest"), (push) => push.replyText("x"), options);
  const message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"x","MsgId":"1"}';
  for (const token of ["TokenOfTheTest", "TokenOfTheTest", "another"]) {
    const { query, body } = platform.plainPush(token, message);
    await hook.answer("POST", `/?${query}`, () => body);
  }
}
