import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { MsgCrypt, errorCodes, platform } from "wxseal";

import { rawQuery, vector } from "./corpus.mjs";
import { project, source } from "./project.mjs";

const KEY = "DistinctiveKeyDistinctiveKeyDistinctiveKey1";
const SETTINGS = { token: "token", encoding_aes_key: KEY, receive_id: "wx1" };
const crypt = new MsgCrypt("token", KEY, "wx1");
const wecom = new MsgCrypt("token", KEY, "wx1", { dialect: "wecom" });
const TEXT = {
  ToUserName: "gh_1",
  FromUserName: "o1",
  CreateTime: 1714112445,
  MsgType: "text",
  Content: "你好",
  MsgId: "1",
};

/** The two servers that are shown do the same, but that the one in the README remembers nothing. */
for (const [name, start] of [
  ["examples/node/server.mjs", startExample],
  ["the server of the README", startReadme],
]) {
  describe(name, () => {
    test("it answers the URL check", async (t) => {
      const server = await start(t, SETTINGS);
      const { query } = platform.urlCheck("token", "a+b/c= 微");
      const response = await fetch(`${server}/path?${query}`);
      assert.deepEqual([response.status, await response.text()], [200, "a+b/c= 微"]);
      assert.equal(response.headers.get("Content-Type"), "text/plain; charset=utf-8");
      assert.equal(response.headers.get("X-Content-Type-Options"), "nosniff");
      await refused(await fetch(`${server}/?${platform.urlCheck("other", "1").query}`), "SignatureMismatch");
    });

    test("it answers a text with the same text, and everything else with success", async (t) => {
      const server = await start(t, SETTINGS);
      for (const format of ["json", "xml"]) {
        for (const request of [
          platform.push(crypt, JSON.stringify({ ...TEXT, MsgId: format }), { format }),
          platform.push(crypt, xmlOf({ ...TEXT, MsgId: `x${format}` }), { format }),
          platform.compatiblePush(crypt, (format === "xml" ? xmlOf : JSON.stringify)({ ...TEXT, MsgId: `c${format}` })),
        ]) {
          const response = await send(server, request);
          assert.equal(response.status, 200);
          assert.equal(response.headers.get("Content-Type"), `application/${format}`);
          const { message, format: answered } = platform.openReply(crypt, await response.text());
          assert.equal(answered, format);
          assert.deepEqual(
            ["ToUserName", "FromUserName", "Content"].map((name) => field(message, name)),
            ["o1", "gh_1", "你好"],
          );
        }
      }
      const event = { ...TEXT, MsgType: "event", Event: "user_enter_tempsession", SessionFrom: "x" };
      const response = await send(server, platform.push(crypt, JSON.stringify(event)));
      assert.deepEqual([response.status, await response.text()], [200, "success"]);
    });

    test("it refuses what is old, and takes what is new", async (t) => {
      const server = await start(t, SETTINGS);
      const now = Math.floor(Date.now() / 1000);
      for (const [timestamp, status] of [
        [now, 200],
        [now - 200, 200],
        [now - 400, 403],
        [now + 400, 403],
        [now * 1000, 403],
      ]) {
        const request = platform.push(crypt, JSON.stringify({ ...TEXT, MsgId: String(timestamp) }), { timestamp });
        assert.equal((await send(server, request)).status, status, String(timestamp - now));
      }
    });

    test("whatever is wrong gets a status and no reason", async (t) => {
      const server = await start(t, SETTINGS);
      const { query, body } = platform.push(crypt, JSON.stringify(TEXT));
      await refused(await fetch(server), "MalformedQuery");
      await refused(await fetch(`${server}/?`), "MalformedQuery");
      await refused(await post(server, ""), "MalformedQuery");
      await refused(await post(`${server}/?${query}`, ""), "MalformedEnvelope");
      await refused(await post(`${server}/?${query}`, "{"), "MalformedEnvelope");
      await refused(await post(`${server}/?${query}&nonce=1`, body), "MalformedQuery");
      await refused(await post(`${server}/?${query.replace("nonce=", "nonce=%zz")}`, body), "MalformedQuery");
      await refused(await post(`${server}/?${query.replace("nonce=", "nonce=1")}`, body), "SignatureMismatch");
      await refused(await fetch(`${server}/?${query}`), "MalformedQuery", "a URL check without an echostr");
      const put = await fetch(`${server}/?${query}`, { method: "PUT", body });
      assert.deepEqual(
        [put.status, put.headers.get("Allow"), await put.text()],
        [405, "GET, POST", "method not allowed"],
      );
      // The server stops reading, and whether its answer still gets through is up to the operating system.
      const tooLarge = await post(`${server}/?${query}`, "x".repeat(2 << 20)).catch(() => undefined);
      if (tooLarge) assert.equal(tooLarge.status, 413);
      assert.equal((await send(server, { query, body })).status, 200, "it is still there");
    });
  });
}

test("it answers the official push", async (t) => {
  const { inputs } = vector("mp_doc_safe_json_decrypt");
  const { msg_signature, timestamp, nonce, body } = inputs;
  const query = rawQuery({ msg_signature, timestamp, nonce });
  await refused(await send(await startExample(t, inputs), { query, body }), "StaleTimestamp");
  const response = await send(await startExample(t, inputs, { WXSEAL_TOLERANCE: "off" }), { query, body });
  assert.deepEqual([response.status, await response.text()], [200, "success"]);
});

test("it speaks WeCom's dialect", async (t) => {
  const server = await startExample(t, SETTINGS, { WXSEAL_DIALECT: "wecom" });
  const { query } = platform.encryptedUrlCheck(wecom, "1616140317555161061");
  const check = await fetch(`${server}/?${query}`);
  assert.deepEqual([check.status, await check.text()], [200, "1616140317555161061"]);
  const response = await send(server, platform.push(wecom, JSON.stringify(TEXT), { format: "json" }));
  const answer = await response.text();
  assert.match(answer, /"msgsignature"/);
  assert.equal(JSON.parse(platform.openReply(wecom, answer).message).Content, "你好");
});

test("it answers a retry with the first answer", async (t) => {
  const server = await startExample(t, SETTINGS);
  const push = (message) => platform.push(crypt, JSON.stringify(message), { format: "json" });
  const [first, second] = [await send(server, push(TEXT)), await send(server, push(TEXT))];
  assert.equal(await second.text(), await first.text());
  const other = await send(server, push({ ...TEXT, MsgId: "2", Content: "other" }));
  assert.equal(field(platform.openReply(crypt, await other.text()).message, "Content"), "other");
});

test("it does not start without its settings", async (t) => {
  for (const missing of ["WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY"]) {
    const child = run(t, exampleIn(t), SETTINGS, { [missing]: undefined });
    child.stderr.resume();
    const [exitCode] = await once(child, "exit");
    assert.equal(exitCode, 1);
  }
});

/** Starts the example on a free port of the loopback interface, and returns its address. */
async function startExample(t, settings, environment) {
  const child = run(t, exampleIn(t), settings, { WXSEAL_PORT: "0", ...environment });
  child.stderr.resume();
  for await (const line of createInterface(child.stdout)) {
    const [, address] = /^listening on (.*)$/.exec(line);
    return address;
  }
  return assert.fail("the server did not start");
}

/** The server of the README says nothing, so it gets a port that was free, and is asked until it answers. */
async function startReadme(t, settings) {
  const [, program] = /```js server.mjs\n(.*?)```/s.exec(readFileSync(path.join(source, "README.md"), "utf8"));
  const file = path.join(project(t), "server.mjs");
  writeFileSync(file, program);
  const port = await freePort();
  run(t, file, settings, { PORT: String(port) }).stderr.resume();
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(address).catch(() => undefined)) return address;
    await setTimeout(20);
  }
  return assert.fail("the server did not start");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function exampleIn(t) {
  return path.join(project(t, "examples/node/server.mjs"), "server.mjs");
}

function run(t, file, { token, encoding_aes_key, receive_id }, environment) {
  const settings = { WXSEAL_TOKEN: token, WXSEAL_ENCODING_AES_KEY: encoding_aes_key, WXSEAL_RECEIVE_ID: receive_id };
  const env = { ...process.env, ...settings, ...environment };
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name];
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "pipe"] });
  t.after(async () => {
    if (child.exitCode !== null) return;
    const exit = once(child, "exit");
    child.kill();
    await exit;
  });
  return child;
}

function send(server, { query, body }) {
  return post(`${server}/path?${query}`, body);
}

function post(url, body) {
  return fetch(url, { method: "POST", body, headers: { "Content-Type": "text/xml" } });
}

async function refused(response, name, id) {
  const { httpStatus } = Object.values(errorCodes).find((row) => row.name === name);
  const phrase = { 400: "bad request", 403: "forbidden" }[httpStatus];
  assert.deepEqual([response.status, await response.text()], [httpStatus, phrase], id);
}

function xmlOf(fields) {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${elements.join("")}</xml>`;
}

/** A field of a JSON or XML text. */
function field(text, name) {
  const pattern = new RegExp(`"${name}":\\s*"?([^",}\\n]*)|<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)`);
  const [, json, xml] = pattern.exec(text);
  return json ?? xml;
}
