// What becomes of a webhook's requests, for Prometheus.
//
//     npm install prom-client
//
//     import { onRequest } from "./prometheus.mjs";
//     webhook(endpoint, handle, { onRequest });
//
// `metrics(request, response)` answers Prometheus; let it listen where only Prometheus can reach it:
//
//     createServer(metrics).listen(9464, "127.0.0.1");

import { Counter, Histogram, Registry } from "prom-client";

const register = new Registry();
const registers = [register];
const requests = new Counter({
  name: "wxseal_requests_total",
  help: "Requests, by what became of them",
  labelNames: ["outcome", "format", "retry"],
  registers,
});
const bytes = new Counter({ name: "wxseal_body_bytes_total", help: "Bytes of their bodies", registers });
const seconds = new Histogram({
  name: "wxseal_seconds",
  help: "How long the library and the handler took",
  labelNames: ["part"],
  // The library takes microseconds, and the platform waits for five seconds.
  buckets: [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers,
});

export function onRequest(handled) {
  requests.inc({ outcome: handled.outcome, format: handled.format ?? "none", retry: String(handled.retry) });
  bytes.inc(handled.bytes);
  seconds.observe({ part: "library" }, handled.libraryUs / 1e6);
  // A retry, or what was refused, does not get that far.
  if (handled.handlerUs) seconds.observe({ part: "handler" }, handled.handlerUs / 1e6);
}

export async function metrics(request, response) {
  response.setHeader("Content-Type", register.contentType).end(await register.metrics());
}
