// A line a test, `ok …`, and how many there were last.

export default async function* report(source) {
  const count = { ok: 0, "not ok": 0 };
  for await (const { type, data } of source) {
    // A file is a test of node's too.
    if (!/^test:(pass|fail)$/.test(type) || data.details.type === "suite" || /\.mjs$/.test(data.name)) continue;
    const said = data.skip ? "skipped" : type === "test:pass" ? "ok" : "not ok";
    if (said in count) count[said] += 1;
    yield `${said} ${data.name}${typeof data.skip === "string" ? `: ${data.skip}` : ""}\n`;
    const { error } = data.details;
    if (error) yield `${String(error.cause?.stack ?? error.cause ?? error).replace(/^/gm, "    ")}\n`;
  }
  yield `${count.ok} passed, ${count["not ok"]} failed\n`;
}
