import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as wxseal from "wxseal";

import { settings } from "./corpus.mjs";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const declarations = path.join(folder, "index.d.ts");
const files = [
  "index.d.ts",
  "index.d.mts",
  ...["webhook", "node", "koa", "fastify", "fetch", "redis"].map((name) => `${name}.d.ts`),
  ...["usage.mts", "messages.mts", "webhook.mts", "usage.cts"].map((name) => `test/types/${name}`),
];
const program = ts.createProgram({
  rootNames: files.map((file) => path.join(folder, file)),
  options: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ["node"],
    typeRoots: [path.join(folder, "node_modules/@types")],
  },
});
const KEY = "A".repeat(43);
const WIDGET = '{"MsgType":"event","Event":"wxa_widget_data","Query":"{}"}';
/** What every error has. */
const inherited = ["message", "stack", "cause", "toString"];
const checker = program.getTypeChecker();
const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(declarations)));
const types = Object.fromEntries(declared.map((symbol) => [symbol.name, symbol]));
/** Those that exist when the program runs, other than interfaces. */
const values = Object.fromEntries(
  declared.filter(({ flags }) => flags & ts.SymbolFlags.Value).map((symbol) => [symbol.name, symbol]),
);

test("the types compile under strict, as ES modules and as CommonJS see them", () => {
  // Of these files alone: the types of Node.js take seconds.
  const problems = files.flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path.join(folder, file))),
  );
  const host = { getCurrentDirectory: () => folder, getCanonicalFileName: (name) => name, getNewLine: () => "\n" };
  assert.equal(ts.formatDiagnostics(problems, host), "");
});

test("the module exports what the types declare", () => {
  assert.deepEqual(Object.keys(wxseal).sort(), Object.keys(values).sort());
  assert.deepEqual(Object.keys(createRequire(import.meta.url)("wxseal")).sort(), Object.keys(values).sort());
  for (const [name, { flags }] of Object.entries(values)) {
    const callable = Boolean(flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class));
    assert.equal(typeof wxseal[name] === "function", callable, name);
  }
  assert.equal(typeof wxseal.version, "string");
});

test("the adapters export what their types declare", async () => {
  for (const name of ["webhook", "node", "koa", "fastify", "fetch", "redis"]) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(folder, `${name}.d.ts`)));
    const declared = checker.getExportsOfModule(module).filter(({ flags }) => flags & ts.SymbolFlags.Value);
    const found = createRequire(import.meta.url)(`wxseal/${name}`);
    assert.deepEqual(Object.keys(found).sort(), declared.map((symbol) => symbol.name).sort(), name);
    for (const symbol of declared.filter(({ flags }) => flags & ts.SymbolFlags.Class)) {
      const own = Object.getOwnPropertyNames(found[symbol.name].prototype).filter((member) => member !== "constructor");
      assert.deepEqual(own.sort(), members(symbol), symbol.name);
    }
  }
});

test("the classes have the members that the types declare", () => {
  const { prototype } = wxseal.MsgCrypt;
  const classes = { MsgCrypt: new wxseal.MsgCrypt("t", KEY, ""), Endpoint: wxseal.Endpoint.plain("t") };
  Object.assign(classes, { Message: wxseal.Message.fromCloudEvent({}), RecentKeys: new wxseal.RecentKeys() });
  classes.WxsealResponse = push().success();
  for (const [name, object] of Object.entries(classes)) assert.deepEqual(there(object), members(values[name]), name);
  for (const name of members(values.MsgCrypt)) assert.equal(typeof prototype[name], "function", name);
  for (const [name, statics] of Object.entries({ Message: ["fromCloudEvent"], Endpoint: ["plain"], RecentKeys: [] })) {
    const found = Object.getOwnPropertyNames(wxseal[name]).filter(
      (own) => !["length", "name", "prototype"].includes(own),
    );
    assert.deepEqual(found, statics);
    const constructor = checker.getTypeOfSymbol(values[name]);
    const named = checker.getPropertiesOfType(constructor).map(({ name }) => name);
    assert.deepEqual(
      named.filter((own) => own !== "prototype"),
      statics,
    );
  }
});

test("what came has the members that the types declare", () => {
  const { method, query } = wxseal.platform.urlCheck("t", "e");
  const check = wxseal.Endpoint.plain("t").receive(method, query);
  const both = [...new Set([...members(types.Push), ...members(types.UrlCheck)])].sort();
  assert.deepEqual(there(push()), both);
  assert.deepEqual(there(check), both);
  assert.deepEqual(Object.keys(push(WIDGET).widgetQuery()).sort(), members(types.WidgetQuery));
  const recent = new wxseal.RecentKeys();
  const claim = recent.claim("k");
  const states = { Busy: recent.claim("k"), Answered: claim.answer(check.response) && recent.claim("k") };
  for (const [name, state] of Object.entries(states)) assert.deepEqual(there(state), members(types[name]), name);
  assert.deepEqual(there(claim), members(types.Claim));
});

test("the namespaces have the functions that the types declare", () => {
  for (const name of ["platform", "api"]) {
    const declared = checker.getPropertiesOfType(checker.getTypeOfSymbol(values[name])).map(({ name }) => name);
    assert.deepEqual(Object.keys(wxseal[name]).sort(), declared.sort(), name);
    for (const callable of Object.values(wxseal[name])) assert.equal(typeof callable, "function", name);
  }
  const crypt = new wxseal.MsgCrypt("t", KEY, "");
  const request = wxseal.platform.push(crypt, WIDGET);
  assert.deepEqual(there(request), members(types.PlatformRequest));
  const reply = wxseal.platform.openReply(crypt, crypt.encrypt("{}"));
  assert.deepEqual(there(reply), members(types.PlatformReply));
  const sealed = crypt.seal("{}");
  assert.deepEqual(there(sealed), members(types.Sealed));
  const query = { ...sealed, msg_signature: sealed.msgSignature };
  assert.deepEqual(there(crypt.open(sealed.encrypt, query)), members(types.Opened));
  assert.deepEqual(there(wxseal.api.getAccessToken("a", "s")), members(types.ApiRequest));
});

test("an error has the properties that the types declare", () => {
  const optional = ["position", "setting", "timestamp", "now"];
  assert.throws(
    () => new wxseal.MsgCrypt("t", "", ""),
    (error) => {
      const own = members(values.WxsealError).filter((name) => !inherited.includes(name));
      const found = there(error).filter((name) => !inherited.includes(name) && !optional.includes(name));
      assert.deepEqual(found, own.filter((name) => !optional.includes(name)).sort());
      return optional.every((name) => own.includes(name));
    },
  );
  assert.throws(
    () => wxseal.api.read("{"),
    (error) => {
      const own = members(values.ApiError).filter((name) => !inherited.includes(name));
      assert.deepEqual(
        there(error).filter((name) => !inherited.includes(name)),
        own,
      );
      return true;
    },
  );
});

test("the codes are those that the types declare", () => {
  const union = checker.getDeclaredTypeOfSymbol(declared.find(({ name }) => name === "WxsealErrorCode"));
  assert.deepEqual(union.types.map(({ value }) => value).sort(), Object.keys(wxseal.errorCodes).sort());
  const row = checker.getDeclaredTypeOfSymbol(declared.find(({ name }) => name === "ErrorCode"));
  const columns = row.getProperties().map(({ name }) => name);
  for (const there of Object.values(wxseal.errorCodes)) assert.deepEqual(Object.keys(there).sort(), columns.sort());
});

test("the settings are those that the types declare", () => {
  const union = checker.getDeclaredTypeOfSymbol(declared.find(({ name }) => name === "WxsealSetting"));
  assert.deepEqual(union.types.map(({ value }) => value).sort(), settings().sort());
});

/** A push, of a plain endpoint. */
function push(message = "{}") {
  const { method, query, body } = wxseal.platform.plainPush("t", message);
  return wxseal.Endpoint.plain("t").receive(method, query, body);
}

/** The names of an object's public members, its own and inherited ones. */
function there(object) {
  const names = new Set();
  for (let at = object; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  names.delete("constructor");
  return [...names].sort();
}

function members(symbol) {
  const names = checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .map(({ name }) => name);
  // Private names, and the name of a symbol: what keeps objects of another origin out.
  return names.filter((name) => !/^(#|__@)/.test(name)).sort();
}
