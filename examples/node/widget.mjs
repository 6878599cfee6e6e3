// A search widget's server (搜索 Widget): stock quotes, within the platform's 300 ms whatever their source does.
//
//     npm install path/to/wxseal/bindings-node
//     export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
//     node widget.mjs
//
//     PORT                 where it listens on 127.0.0.1: 8000
//     WXSEAL_LIFESPAN      for how many seconds a quote is shown, here and by the platform: 60
//     WXSEAL_SLOW_PERCENT  how many of the lookups the stand-in for a source makes slow: 0
//     WXSEAL_SLOW_MS       by how many milliseconds: 2000
//
// What is not known 250 ms after the request has come is answered -3, and the lookup goes on: the next request finds its
// quote in the cache. Requests for the same stock share one lookup.

import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Endpoint, MsgCrypt, WxsealError } from "wxseal";
import { webhook } from "wxseal/node";
import { Router } from "wxseal/webhook";

// In milliseconds. The platform counts 300 until it has the answer; the rest is for its way back.
const DEADLINE = 250;
// A lookup that takes longer has failed.
const GIVE_UP = 5000;
// How long an error is shown before the platform asks again, in seconds.
const ERROR_LIFESPAN = 1;
// What bounds the memory: lookups at once, stocks in the cache, characters in the name of one.
const [MOST_LOOKUPS, MOST_KEPT, LONGEST_NAME] = [1000, 10_000, 32];

function setting(name, otherwise) {
  const value = process.env[name] ?? otherwise;
  if (value !== undefined) return value;
  console.error(`${name} is not set`);
  return process.exit(1);
}

const lifespan = Number(setting("WXSEAL_LIFESPAN", "60"));

/** What lookups have found, by stock: `quote`, none if there is no such stock, and `until` when it holds. */
const kept = new Map();
/** The lookups on their way, by stock: promises of the same, or of nothing where one fails. */
const lookups = new Map();

/** What is known of a stock at the deadline, or nothing. */
async function find(stock, deadline) {
  const key = JSON.stringify(stock);
  const known = kept.get(key);
  if (known && performance.now() < known.until) return known;
  if (!lookups.has(key)) {
    if (lookups.size >= MOST_LOOKUPS) return undefined;
    lookups.set(key, lookUp(stock, key));
  }
  // Who gives up waiting does not stop the lookup.
  const timer = new AbortController();
  const late = sleep(deadline - performance.now(), undefined, { signal: timer.signal }).catch(() => {});
  try {
    return await Promise.race([lookups.get(key), late]);
  } finally {
    timer.abort();
  }
}

/** Asks the source, for all requests that wait and for those to come. */
async function lookUp(stock, key) {
  const began = performance.now();
  try {
    const quote = await source(stock, AbortSignal.timeout(GIVE_UP));
    const took = performance.now() - began;
    if (took > DEADLINE) console.log(`a lookup took ${took.toFixed()} ms`);
    // The one that was put there first goes first.
    kept.delete(key);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
    const found = { quote, until: performance.now() + lifespan * 1000 };
    kept.set(key, found);
    return found;
  } catch (error) {
    console.warn(`a lookup failed: ${error.name}`);
    return undefined;
  } finally {
    lookups.delete(key);
  }
}

const rows = JSON.parse(readFileSync(new URL("../quotes.json", import.meta.url)));
const slow = Number(setting("WXSEAL_SLOW_PERCENT", "0")) / 100;
const slowMs = Number(setting("WXSEAL_SLOW_MS", "2000"));

/** In a source's place: invented quotes, which move every second. */
async function source([market, code], signal) {
  if (Math.random() < slow) await sleep(slowMs, undefined, { signal });
  const row = rows.find((row) => row.market === market && row.code === code);
  if (!row) return undefined;
  const change = ((Math.floor(Date.now() / 1000) * 67) % 200) - 100;
  return {
    stock_market: row.market,
    stock_code: row.code,
    stock_name: row.name,
    price: ((row.close + change) / 100).toFixed(2),
    change: (change < 0 ? "" : "+") + (change / 100).toFixed(2),
    currency: row.currency,
  };
}

/** What was searched for, if it is a stock. */
function stockOf(push) {
  let slots;
  try {
    ({ slots } = push.widgetQuery());
  } catch (error) {
    if (error instanceof WxsealError) return undefined;
    throw error;
  }
  const stock = [slots.get("stock_market") ?? "", slots.get("stock_code") ?? ""];
  return stock.every((name) => name.length > 0 && name.length <= LONGEST_NAME) ? stock : undefined;
}

const arrival = new AsyncLocalStorage();

const handle = new Router().on("event", "wxa_widget_data", async (push) => {
  const stock = stockOf(push);
  if (!stock) return push.replyWidget(lifespan, {}, { errCode: -2, errMsg: "参数不对" });
  const found = await find(stock, arrival.getStore() + DEADLINE);
  if (!found) return push.replyWidget(ERROR_LIFESPAN, {}, { errCode: -3, errMsg: "系统错误" });
  // No longer than it holds here: the platform's cache begins where ours is.
  const left = Math.max(1, Math.round((found.until - performance.now()) / 1000));
  if (!found.quote) return push.replyWidget(left, {}, { errCode: -1, errMsg: "无结果" });
  return push.replyWidget(left, found.quote);
});

const crypt = new MsgCrypt(setting("WXSEAL_TOKEN"), setting("WXSEAL_ENCODING_AES_KEY"), setting("WXSEAL_RECEIVE_ID"));
// Without a memory for retries: to answer a search twice does no harm, and the cache is asked again.
const answer = webhook(new Endpoint(crypt), handle);
// The clock starts before the body has come and the message is open.
const server = createServer((request, response) => arrival.run(performance.now(), answer, request, response));
server.requestTimeout = 5000;
server.listen(Number(setting("PORT", "8000")), "127.0.0.1");
process.once("SIGTERM", () => server.close());
