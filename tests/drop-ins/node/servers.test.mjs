// The tool plays the platform against servers in each peer's documented form, before and after one line is changed.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { ID, KEY, N, TOKEN, peer, project, root } from "./drop-ins.mjs";
import * as reference from "./reference.mjs";

const TOOL = path.join(root, "target/release/wxseal");
const WECHAT = [[], ["--mode", "compatible"]];
const WECOM = [
  ["--dialect", "wecom"],
  ["--dialect", "wecom", "--mode", "compatible"],
];
const skip = !peer("wechat")
  ? "the peers are not installed here"
  : !existsSync(TOOL) && "target/release/wxseal is not built";

// A server, its modes, and the line that is changed: what it is, and what it becomes.
const SERVERS = {
  "wechat-express.cjs": [WECHAT, /^/, 'require("wxseal/compat/register");\n'],
  "wechat-connect.cjs": [WECHAT, /^/, 'require("wxseal/compat/register");\n'],
  "co-wechat.cjs": [WECHAT, /^/, 'require("wxseal/compat/register");\n'],
  "co-wechat.mjs": [WECHAT, /^/, 'import "wxseal/compat/register";\n'],
  "wechat-crypto.cjs": [WECOM, 'require("wechat-crypto")', 'require("wxseal/compat/wechat-crypto")'],
  "node-easywechat.cjs": [
    WECHAT,
    /(?<= +)app\.setRequest/,
    'app.setEncryptor(new (require("wxseal/compat/node-easywechat/Encryptor"))(app_id, token, aes_key)); $&',
  ],
  "node-easywechat-work.cjs": [
    WECOM,
    /(?<= +)app\.setRequest/,
    'app.setEncryptor(new (require("wxseal/compat/node-easywechat/Encryptor"))(corp_id, token, aes_key)); $&',
  ],
};

for (const [name, [modes, was, is]] of Object.entries(SERVERS)) {
  for (const changed of [false, true]) {
    const which = changed ? name : `${name}, unchanged`;
    test(`the tool is content with ${which}`, { skip }, async (t) => {
      const { url } = await served(t, name, changed ? [was, is] : []);
      for (const mode of modes) {
        tool("check", url, ...mode);
        for (const event of ["text", "image"]) tool("push", url, event, "--format", "xml", ...mode);
      }
    });
  }

  test(`${name} refuses what is not for it, and lives on`, { skip }, async (t) => {
    const { url, exited } = await served(t, name, [was, is]);
    const message =
      "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>你好</Content></xml>";
    const hostile = {
      "another receive id": [reference.seal(KEY, "wx0", message)],
      "another key": [reference.seal("A".repeat(43), ID, message)],
      "16 bytes": [Buffer.alloc(16).toString("base64")],
      "no base64": ["你好"],
      "a nonce with a space": [reference.seal(KEY, ID, message), { nonce: "a b" }],
      "no Encrypt": [undefined],
      "two of them": [reference.seal(KEY, ID, message), {}, 2],
      "another signature": [reference.seal(KEY, ID, message), { msg_signature: "0".repeat(40) }],
    };
    for (const [what, [encrypt, changes, count = 1]] of Object.entries(hostile)) {
      const response = await push(url, encrypt, changes, count);
      assert.ok(response.status >= 400, `${what}: ${response.status}`);
      assert.doesNotMatch(await response.text(), /Encrypt>|你好/, what);
    }
    const right = await push(url, reference.seal(KEY, ID, message));
    assert.equal(right.status, 200);
    assert.match(await right.text(), /MsgSignature/);
    assert.equal(exited(), false);
  });
}

/** The server in a process of its own, with the line changed or not. */
async function served(t, name, change) {
  const folder = path.join(project, "servers");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${change.length ? "changed" : "unchanged"}-${name}`);
  const source = readFileSync(new URL(`servers/${name}`, import.meta.url), "utf8");
  const written = change.length ? source.replace(...change) : source;
  assert.equal(written === source, change.length === 0);
  writeFileSync(file, written);
  const env = { ...process.env, TOKEN, KEY, ID, NODE_NO_WARNINGS: "1", NODE_ENV: "test" };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "ignore"] });
  t.after(() => child.kill());
  const [port] = await once(createInterface({ input: child.stdout }), "line");
  return { url: `http://127.0.0.1:${port}/`, exited: () => child.exitCode !== null };
}

/** Sends a push, signed in full. */
function push(url, encrypt, changes = {}, count = 1) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const query = { timestamp, nonce: N, encrypt_type: "aes", ...changes };
  query.signature = reference.sign(TOKEN, query.timestamp, query.nonce);
  query.msg_signature ??= reference.sign(TOKEN, query.timestamp, query.nonce, encrypt ?? "");
  const element = encrypt === undefined ? "" : `<Encrypt><![CDATA[${encrypt}]]></Encrypt>`.repeat(count);
  const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName>${element}</xml>`;
  return fetch(`${url}?${new URLSearchParams(query)}`, {
    method: "POST",
    body,
    headers: { "Content-Type": "text/xml" },
  });
}

function tool(...command) {
  const env = { ...process.env, WXSEAL_TOKEN: TOKEN, WXSEAL_ENCODING_AES_KEY: KEY, WXSEAL_RECEIVE_ID: ID };
  const { status, stdout, stderr } = spawnSync(TOOL, [...command, "--json", "--lang", "en"], { env, encoding: "utf8" });
  assert.equal(status, 0, `${command.join(" ")}\n${stdout}${stderr}`);
  assert.ok(JSON.parse(stdout).passed);
}
