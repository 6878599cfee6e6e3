// `require("wechat-crypto")`, from whoever asks.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { ID, KEY, TOKEN, peer, project } from "./drop-ins.mjs";

const skip = peer("wechat") ? false : "the peers are not installed here";

test("it is ours, whether or not the peer is installed", () => {
  const source = `
    require("wxseal/compat/register");
    const WXBizMsgCrypt = require("wechat-crypto");
    const crypt = new WXBizMsgCrypt("${TOKEN}", "${KEY}", "${ID}");
    console.log(crypt instanceof require("wxseal/compat/wechat-crypto"), crypt.decrypt(crypt.encrypt("hi")).message);`;
  assert.equal(run(source).stdout, "true hi\n");
});

test("what cannot be decrypted is no XML, and addressed to nobody", () => {
  const source = `
    require("wxseal/compat/register");
    const WXBizMsgCrypt = require("wechat-crypto");
    const crypt = new WXBizMsgCrypt("${TOKEN}", "${KEY}", "${ID}");
    for (const text of [new WXBizMsgCrypt("t", "${KEY}", "wx0").encrypt("hi"), "", undefined]) {
      console.log(JSON.stringify(crypt.decrypt(text)));
    }`;
  assert.equal(run(source).stdout, '{"message":"wxseal refused it","id":""}\n'.repeat(3));
});

test("what was brought in before it is not forgotten", { skip }, () => {
  const { status, stderr } = run('require("wechat"); require("wxseal/compat/register");');
  assert.notEqual(status, 0);
  assert.match(stderr, /wechat-crypto is in use already: wxseal\/compat\/register must stand before/);
});

test("Node.js can bring it in itself", { skip }, () => {
  const asked = 'console.log(require("wechat-crypto") !== undefined && Object.keys(require.cache).join());';
  const { stdout } = run(`require("wechat"); ${asked}`, "--require", "wxseal/compat/register");
  assert.match(stdout, /compat.wechat-crypto\.js/);
  assert.doesNotMatch(stdout, /node_modules.wechat-crypto/);
});

/** A program in a project that has wxseal, and the peers where they are to be had. */
function run(source, ...options) {
  return spawnSync(process.execPath, [...options, "--eval", source], { cwd: project, encoding: "utf8" });
}
