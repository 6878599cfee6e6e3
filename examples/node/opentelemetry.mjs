// What becomes of a webhook's requests, for OpenTelemetry: to wherever the server's own SDK sends its metrics.
//
//     npm install @opentelemetry/api
//
//     import { onRequest } from "./opentelemetry.mjs";
//     webhook(endpoint, handle, { onRequest });

import { metrics } from "@opentelemetry/api";

const meter = metrics.getMeter("wxseal");
const requests = meter.createCounter("wxseal.requests", { description: "Requests, by what became of them" });
const bytes = meter.createCounter("wxseal.body", { unit: "By", description: "Bytes of their bodies" });
const duration = meter.createHistogram("wxseal.duration", {
  unit: "s",
  description: "How long the library and the handler took",
  // The library takes microseconds, and the platform waits for five seconds.
  advice: { explicitBucketBoundaries: [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.25, 0.5, 1, 2.5, 5] },
});

export function onRequest(handled) {
  requests.add(1, { outcome: handled.outcome, format: handled.format ?? "none", retry: handled.retry });
  bytes.add(handled.bytes);
  duration.record(handled.libraryUs / 1e6, { part: "library" });
  // A retry, or what was refused, does not get that far.
  if (handled.handlerUs) duration.record(handled.handlerUs / 1e6, { part: "handler" });
}
