import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { MsgCrypt, errorCodes } from "wxseal";

import { rawQuery, vector, vectors } from "./corpus.mjs";
import { project } from "./project.mjs";

const QUERY = ["signature", "msg_signature", "timestamp", "nonce", "openid", "encrypt_type", "echostr"];
const KEY = "A".repeat(43);

test("it answers the official URL checks", async (t) => {
  const checks = vectors.filter(({ kind }) => kind.startsWith("url_verify"));
  for (const { id, dialect, inputs, expected, error } of checks) {
    const server = await start(t, { ...inputs, dialect, tolerance: "off" });
    const echostr = inputs.echostr ?? "a+b/c=";
    const response = await fetch(`${server}/?${rawQuery(query({ ...inputs, echostr }))}`);
    if (error === undefined) {
      assert.equal(await response.text(), expected.reply_body ?? echostr, id);
      assert.equal(response.status, 200, id);
      assert.match(response.headers.get("Content-Type"), /^text\/plain/);
    } else {
      await refused(response, error.name, id);
    }
  }
});

test("it answers the official pushes", async (t) => {
  const servers = new Map();
  let sealed = 0;
  for (const { id, kind, dialect, inputs, expected, error } of vectors) {
    if (kind !== "decrypt") continue;
    const settings = JSON.stringify([inputs.token, inputs.encoding_aes_key, inputs.receive_id, dialect]);
    if (!servers.has(settings)) servers.set(settings, await start(t, { ...inputs, dialect, tolerance: "off" }));
    const response = await post(`${servers.get(settings)}/path?${rawQuery(query(inputs))}`, inputs.body);
    if (error !== undefined) {
      await refused(response, error.name, id);
      continue;
    }
    assert.equal(response.status, 200, id);
    const answer = await response.text();
    if (answer === "success") {
      assert.doesNotMatch(expected.plaintext, /ToUserName.*MsgType.*text/s, id);
      continue;
    }
    sealed += 1;
    const reply = open(inputs, dialect, answer);
    for (const name of ["ToUserName", "FromUserName"]) {
      const other = name === "ToUserName" ? "FromUserName" : "ToUserName";
      assert.equal(field(reply, name), field(expected.plaintext, other), id);
    }
    assert.equal(field(reply, "Content"), "收到", id);
  }
  assert.ok(sealed >= 3, "text messages are answered with a text");
});

test("it refuses what is old, and takes what is new", async (t) => {
  const settings = { token: "token", encoding_aes_key: KEY, receive_id: "wx1" };
  const server = await start(t, settings);
  const { inputs } = vector("mp_doc_safe_json_decrypt");
  const official = await start(t, inputs);
  await refused(await post(`${official}/?${rawQuery(query(inputs))}`, inputs.body), "StaleTimestamp");

  const now = Math.floor(Date.now() / 1000);
  for (const [timestamp, status] of [
    [now, 200],
    [now - 200, 200],
    [now - 400, 403],
    [now + 400, 403],
    [now * 1000, 403],
  ]) {
    const body = new MsgCrypt("token", KEY, "wx1").encrypt("{}", { timestamp, nonce: "1", format: "json" });
    const response = await post(
      `${server}/?${rawQuery({ msg_signature: JSON.parse(body).MsgSignature, timestamp, nonce: "1" })}`,
      body,
    );
    assert.equal(response.status, status, String(timestamp - now));
  }
});

test("whatever is wrong gets a status and no reason", async (t) => {
  const { inputs } = vector("mp_doc_safe_json_decrypt");
  const server = await start(t, { ...inputs, tolerance: "off" });
  const raw = rawQuery(query(inputs));
  await refused(await fetch(server), "MalformedQuery");
  await refused(await fetch(`${server}/?`), "MalformedQuery");
  await refused(await post(server, ""), "MalformedQuery");
  await refused(await post(`${server}/?${raw}`, ""), "MalformedEnvelope");
  await refused(await post(`${server}/?${raw}`, "{"), "MalformedEnvelope");
  await refused(await post(`${server}/?${raw}&nonce=1`, inputs.body), "MalformedQuery");
  await refused(await post(`${server}/?${raw.replace("nonce=", "nonce=%zz")}`, inputs.body), "MalformedQuery");
  await refused(await fetch(`${server}/?${raw}`), "MalformedQuery", "a URL check without an echostr");
  await refused(await fetch(`${server}/?${raw.replace("nonce=", "nonce=1")}&echostr=1`), "SignatureMismatch");
  const put = await fetch(`${server}/?${raw}`, { method: "PUT", body: inputs.body });
  assert.deepEqual([put.status, put.headers.get("Allow"), await put.text()], [405, "GET, POST", ""]);
  // The server stops reading, and whether its answer still gets through is up to the operating system.
  const tooLarge = await post(`${server}/?${raw}`, "x".repeat(2 << 20)).catch(() => undefined);
  if (tooLarge) await refused(tooLarge, "MalformedEnvelope");
  assert.equal((await post(`${server}/?${raw}`, inputs.body)).status, 200, "it is still there");
});

test("it does not start without its settings", async (t) => {
  for (const missing of ["WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY"]) {
    const child = run(t, { token: "token", encoding_aes_key: KEY, receive_id: "wx1" }, missing);
    child.stderr.resume();
    const [exitCode] = await once(child, "exit");
    assert.equal(exitCode, 1);
  }
});

/** Starts the example on a free port of the loopback interface, and returns its address. */
async function start(t, settings) {
  const child = run(t, settings);
  child.stderr.resume();
  for await (const line of createInterface(child.stdout)) {
    const [, address] = /^listening on (.*)$/.exec(line);
    return address;
  }
  return assert.fail("the server did not start");
}

function run(t, { token, encoding_aes_key, receive_id, dialect = "wechat", tolerance = "300" }, missing) {
  const env = {
    ...process.env,
    WXSEAL_TOKEN: token,
    WXSEAL_ENCODING_AES_KEY: encoding_aes_key ?? KEY,
    WXSEAL_RECEIVE_ID: receive_id ?? "",
    WXSEAL_DIALECT: dialect,
    WXSEAL_TOLERANCE: tolerance,
    WXSEAL_PORT: "0",
  };
  delete env[missing];
  const server = path.join(project(t, "examples/node/server.mjs"), "server.mjs");
  const child = spawn(process.execPath, [server], { env, stdio: ["ignore", "pipe", "pipe"] });
  t.after(async () => {
    if (child.exitCode !== null) return;
    const exit = once(child, "exit");
    child.kill();
    await exit;
  });
  return child;
}

function query(inputs) {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => QUERY.includes(name)));
}

function post(url, body) {
  return fetch(url, { method: "POST", body, headers: { "Content-Type": "text/xml" } });
}

async function refused(response, name, id) {
  const { httpStatus } = Object.values(errorCodes).find((row) => row.name === name);
  assert.deepEqual([response.status, await response.text()], [httpStatus, ""], id);
}

/** Opens a reply as the platform does: with what stands in the envelope. */
function open({ token, encoding_aes_key, receive_id }, dialect, answer) {
  const [msg_signature, timestamp, nonce] = ["MsgSignature", "TimeStamp", "Nonce"].map((name) => field(answer, name));
  const crypt = new MsgCrypt(token, encoding_aes_key, receive_id, { dialect });
  return crypt.decryptToString(answer, { msg_signature, timestamp, nonce });
}

/** A field of a JSON or XML text, whatever the case of its name is. */
function field(text, name) {
  const pattern = new RegExp(`"${name}":\\s*"?([^",}\\n]*)|<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)`, "i");
  const [, json, xml] = pattern.exec(text);
  return json ?? xml;
}
