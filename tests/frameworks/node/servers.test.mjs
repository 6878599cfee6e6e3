// Each server with the tool as the platform, and with what traps a server.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { sign } from "../../drop-ins/node/reference.mjs";
import { SETTINGS, TOKEN, readme, root, start } from "./frameworks.mjs";
import { opened, push, send, text } from "./platform.mjs";

const TOOL = path.join(root, "target/release/wxseal");
const skip = !existsSync(TOOL) && "target/release/wxseal is not built";
const OURS = "wechat-of-the-test.mjs";
const PROGRAMS = {
  "node:http": "http.mjs",
  "Express 5": "express.mjs",
  "Express 4": "express4.mjs",
  Connect: "connect.mjs",
  NestJS: "nest.mjs",
  "NestJS on Fastify": "nest-fastify.mjs",
  Koa: "koa.mjs",
  Fastify: "fastify.mjs",
  Hono: "hono.mjs",
  "Next.js": "route.mjs",
};

test("README's programs are 12 lines at most, from the settings to the route", () => {
  const { "wechat.mjs": settings, "server.mjs": alone, ...programs } = readme();
  const lines = (program) => program.split("\n").filter((line) => line && !/wechat\.mjs"|^export \{/.test(line)).length;
  for (const [name, program] of Object.entries(programs)) {
    const written = lines(settings) + lines(program);
    assert.ok(written <= 12, `${name}: ${written}`);
  }
  assert.ok(Object.keys(programs).length >= 7);
});

test("docs/frameworks.md has a row of each", () => {
  const table = readFileSync(path.join(root, "docs/frameworks.md"), "utf8");
  const rows = [...table.matchAll(/^\| (.+?) \| (?:Node\.js|@hono)/gm)].map(([, name]) => name);
  assert.deepEqual(rows, Object.keys(PROGRAMS));
});

for (const [framework, program] of Object.entries(PROGRAMS)) {
  test(`${framework}: the tool is content in safe and compatible mode, XML and JSON`, { skip }, async (t) => {
    const { url } = await start(t, program);
    for (const mode of ["safe", "compatible"]) {
      await tool("check", url, "--mode", mode);
      for (const format of ["xml", "json"])
        for (const event of ["text", "subscribe"]) await tool("push", url, event, "--format", format, "--mode", mode);
    }
  });

  test(`${framework}: the tool is content in plain mode`, { skip }, async (t) => {
    const { url } = await start(t, program, { wechat: OURS, environment: { MODE: "plain" } });
    await tool("check", url, "--mode", "plain");
    for (const format of ["xml", "json"]) await tool("push", url, "text", "--format", format, "--mode", "plain");
  });

  test(`${framework}: a slash too many is no redirect`, { skip }, async (t) => {
    const { url } = await start(t, program);
    await tool("check", `${url}/`);
    await tool("push", `${url}/`, "text");
  });

  test(`${framework}: a GET without a query is refused, as is another method`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    assert.deepEqual(await said(await fetch(server.url)), [400, "bad request"]);
    assert.equal((await fetch(server.url, { method: "PUT", body: "x" })).status, 405);
    assert.equal((await fetch(`${server.url}?${query("e")}`)).status, 400, "a URL check without an echostr");
    // Next.js answers other methods itself.
    const count = framework === "Next.js" ? 2 : 3;
    const handled = await server.measured(count);
    assert.deepEqual(outcomes(handled), Array(count).fill("MalformedQuery"));
    assert.match(server.log, new RegExp(`^(wxseal: MalformedQuery: [^\n]+\n){${count}}$`));
  });

  test(`${framework}: a body of 3 MB is answered with 413, and taken where it may be that large`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    const message = text({ Content: "x".repeat(2_200_000) });
    const large = push(message);
    assert.ok(large.body.length > 2.9e6);
    assert.deepEqual(await said(await send(server, large)), [413, "content too large"]);
    // Nobody says here how long it is.
    assert.deepEqual(await said(await send(server, large, { length: false })), [413, "content too large"]);
    assert.deepEqual(outcomes(await server.measured(2)), ["BodyTooLarge", "BodyTooLarge"]);
    assert.match((await opened(await send(server, push(text({ MsgId: "2" }))))).message, /你好/);
    const larger = await start(t, program, { wechat: OURS, environment: { MAX_BODY: String(4 << 20) } });
    assert.match((await opened(await send(larger, large))).message, /x{1000}/);
  });

  test(`${framework}: a peer that sends a body without end is answered before it ends`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    for (const length of ["Content-Length: 100000000", "Transfer-Encoding: chunked"]) {
      const socket = connect(server.port, "127.0.0.1").on("error", () => {});
      socket.write(`POST /wechat?${query("x")} HTTP/1.1\r\nHost: h\r\n${length}\r\n\r\n`);
      const answered = once(socket, "data");
      const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
      if (length.startsWith("T")) for (let sent = 0; sent < 40; sent += 1) socket.write(chunk);
      assert.match(String((await answered)[0]), /^HTTP\/1\.1 413 /, length);
      socket.destroy();
    }
    assert.equal((await send(server, push(text()))).status, 200);
  });

  test(`${framework}: a peer that hangs up in its body harms nobody`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    const socket = connect(server.port, "127.0.0.1").on("error", () => {});
    socket.write(`POST /wechat?${query("x")} HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n<xml>`, () =>
      setTimeout(() => socket.destroy(), 50),
    );
    await once(socket, "close");
    assert.equal((await send(server, push(text()))).status, 200);
    assert.deepEqual(outcomes(await server.measured(2)), ["BodyCut", "reply"]);
  });

  test(`${framework}: HTTP/1.0 gets its length and no chunks`, async (t) => {
    const server = await start(t, program);
    const check = `${query("")}&signature=${plainSignature()}&echostr=4375120948345356249`;
    const answer = await raw(server, `GET /wechat?${check} HTTP/1.0\r\nHost: h\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.[01] 200 /);
    assert.match(answer, /\r\ncontent-length: 19\r\n/i);
    assert.match(answer, /\r\ncontent-type: text\/plain; ?charset=utf-8\r\n/i);
    assert.match(answer, /\r\nx-content-type-options: nosniff\r\n/i);
    assert.doesNotMatch(answer, /transfer-encoding/i);
    assert.ok(answer.endsWith("\r\n\r\n4375120948345356249"));
    const { query: signed, body } = push(text());
    const length = `Content-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}`;
    const reply = await raw(server, `POST /wechat?${signed} HTTP/1.0\r\nHost: h\r\n${length}\r\n\r\n${body}`);
    assert.doesNotMatch(reply, /transfer-encoding/i);
    assert.equal(Number(/content-length: (\d+)/i.exec(reply)[1]), reply.split("\r\n\r\n")[1].length);
  });

  test(`${framework}: whatever the Content-Type says, the body is read`, async (t) => {
    const server = await start(t, program);
    const types = ["text/xml", "application/json", "application/x-www-form-urlencoded", "text/plain", ""];
    types.push("multipart/form-data; boundary=x");
    for (const [id, type] of types.entries()) {
      const response = await send(server, push(text({ MsgId: String(id) })), { type });
      assert.match((await opened(response)).message, /你好/, type);
    }
  });

  test(`${framework}: a retry gets the first answer, also while that is made`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    const answers = await Promise.all([push(text()), push(text())].map((each) => send(server, each)));
    answers.push(await send(server, push(text())));
    const [first, ...others] = await Promise.all(answers.map((answer) => answer.text()));
    for (const other of others) assert.equal(other, first);
    const handled = await server.measured(3);
    assert.deepEqual(handled.map(({ retry }) => retry).sort(), [false, true, true]);
    const { outcome, format, bytes, libraryUs, handlerUs } = handled.find(({ retry }) => !retry);
    assert.deepEqual([outcome, format], ["reply", "xml"]);
    assert.ok(bytes > 300 && libraryUs > 0 && handlerUs >= 49_000, JSON.stringify(handled));
  });

  test(`${framework}: a handler that fails is a 500 that quotes nothing, and a retry is handled again`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    const secret = "decrypted\n    at secret (decrypted:1:1)";
    for (const message of [text({ MsgType: "link", Title: secret }), text({ MsgType: "location" })]) {
      for (let tries = 0; tries < 2; tries += 1)
        assert.deepEqual(await said(await send(server, push(message))), [500, "internal server error"]);
    }
    assert.deepEqual(
      (await server.measured(4)).map(({ outcome, retry }) => [outcome, retry]),
      Array(4).fill(["HandlerFailed", false]),
    );
    const lines = server.log.trim().split("\n");
    assert.equal(lines.length, 4, server.log);
    assert.match(lines[0], /^wxseal: HandlerFailed: TypeError at wechat\.mjs:\d+:\d+$/);
    assert.match(lines[3], /^wxseal: HandlerFailed: a handler returns what a method of the push gives/);
    assert.doesNotMatch(server.log, /decrypted/);
  });

  test(`${framework}: a memory that fails leaves the push unanswered, and says so`, async (t) => {
    const server = await start(t, program, { wechat: OURS });
    await told(server, "break");
    if (["Hono", "Next.js"].includes(framework)) {
      // Nothing can be left unanswered there: the platform has hung up before.
      await assert.rejects(send(server, push(text()), { signal: AbortSignal.timeout(500) }));
    } else {
      await assert.rejects(send(server, push(text())));
    }
    assert.deepEqual(outcomes(await server.measured(1)), ["MemoryFailed"]);
    assert.match(server.log, /^wxseal: MemoryFailed: claim: Error at wechat\.mjs:\d+:\d+: the store is gone\n$/);
    await told(server, "mend");
    assert.equal((await send(server, push(text()))).status, 200);
  });

  // Nothing stands before a route of Next.js.
  if (framework === "Next.js") continue;
  test(`${framework}: a body that was parsed before is the developer's mistake, and kept bytes are read`, async (t) => {
    const environment = { FRAMEWORK: framework };
    const taken = await start(t, "parsed.mjs", { wechat: OURS, environment });
    const [sent, type] = [push(text(), "json"), "application/json"];
    assert.deepEqual(await said(await send(taken, sent, { type })), [500, "internal server error"]);
    assert.deepEqual(outcomes(await taken.measured(1)), ["BodyTaken"]);
    assert.match(taken.log, /^wxseal: BodyTaken: the body was read before wxseal had it: [^\n]+\n$/);
    const kept = await start(t, "parsed.mjs", { wechat: OURS, environment: { ...environment, KEEP: "1" } });
    assert.match((await opened(await send(kept, sent, { type }))).message, /你好/);
  });
}

for (const framework of ["Express 5", "Express 4", "NestJS", "Koa"]) {
  test(`${framework}: a parser in front that reads JSON alone leaves what the platform sends`, { skip }, async (t) => {
    const server = await start(t, "parsed.mjs", { wechat: OURS, environment: { FRAMEWORK: framework, TYPED: "1" } });
    await tool("check", server.url);
    for (const format of ["xml", "json"]) await tool("push", server.url, "text", "--format", format);
  });
}

test("Express 5: what is told a log says why a request was refused, and nothing of the request's", async (t) => {
  const server = await start(t, "express.mjs", { wechat: OURS });
  const { query: signed, body } = push(text());
  const wrong = { query: signed.replace(/msg_signature=\w{4}/, "msg_signature=0000"), body };
  assert.deepEqual(await said(await send(server, wrong)), [403, "forbidden"]);
  assert.deepEqual(outcomes(await server.measured(1)), ["SignatureMismatch"]);
  assert.match(server.log, /^wxseal: SignatureMismatch: [^\n]+\n$/);
  assert.doesNotMatch(server.log, /0000|TokenOfTheTest|Wj8y/);
});

function query(what) {
  return `timestamp=${Math.floor(Date.now() / 1000)}&nonce=415670741${what ? `&x=${what}` : ""}`;
}

function plainSignature() {
  return sign(TOKEN, String(Math.floor(Date.now() / 1000)), "415670741");
}

async function said(response) {
  return [response.status, await response.text()];
}

function raw({ port }, request) {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.on("data", (data) => (answer += data.toString("latin1"))).on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

function outcomes(handled) {
  return handled.map(({ outcome }) => outcome);
}

async function told({ child }, message) {
  child.send(message);
  await once(child, "message");
}

async function tool(...command) {
  const env = { ...process.env, ...SETTINGS };
  const ran = promisify(execFile)(TOOL, [...command, "--json", "--lang", "en"], { env });
  const { stdout } = await ran.catch((error) => assert.fail(`${command.join(" ")}\n${error.stdout}${error.stderr}`));
  assert.ok(JSON.parse(stdout).passed, stdout);
}
