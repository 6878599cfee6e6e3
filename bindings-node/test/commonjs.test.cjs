"use strict";

const assert = require("node:assert/strict");
const path = require("node:path");
const { test } = require("node:test");
const wxseal = require("wxseal");

test("both module systems have the same names, and the same classes", async () => {
  const module = await import("wxseal");
  assert.deepEqual(Object.keys(module).sort(), Object.keys(wxseal).sort());
  for (const [name, value] of Object.entries(wxseal)) assert.equal(module[name], value, name);
});

test("a file that is loaded anew has errors of its own class", () => {
  const folder = path.dirname(require.resolve("wxseal"));
  const before = { ...require.cache };
  // As a test runner does; the addon itself stays.
  const files = Object.keys(before).filter((file) => path.dirname(file) === folder);
  for (const file of files) delete require.cache[file];
  const anew = require("wxseal");
  assert.notEqual(anew.WxsealError, wxseal.WxsealError);
  assert.throws(() => anew.verifySignature("t", ""), anew.WxsealError);
  assert.ok(anew.Endpoint.plain("t").diagnose("GET", "").length > 0);
  Object.assign(require.cache, before);
});
