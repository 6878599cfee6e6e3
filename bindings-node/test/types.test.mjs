import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as wxseal from "wxseal";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const declarations = path.join(folder, "index.d.ts");
const files = ["index.d.ts", "index.d.mts", "test/types/usage.mts", "test/types/usage.cts"];
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
const checker = program.getTypeChecker();
const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(declarations)));
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

test("the class has the methods that the types declare", () => {
  const native = Object.getPrototypeOf(wxseal.MsgCrypt);
  const there = [wxseal.MsgCrypt, native].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype));
  assert.deepEqual([...new Set(there)].sort(), ["constructor", ...members(values.MsgCrypt)].sort());
  for (const name of members(values.MsgCrypt)) assert.equal(typeof wxseal.MsgCrypt.prototype[name], "function", name);
});

test("an error has the properties that the types declare", () => {
  const own = members(values.WxsealError).filter((name) => !["message", "stack", "cause"].includes(name));
  const optional = ["position", "timestamp", "now"];
  assert.throws(
    () => new wxseal.MsgCrypt("t", "", ""),
    (error) => {
      const there = Object.keys(error).filter((name) => name !== "position");
      assert.deepEqual(["name", ...there].sort(), own.filter((name) => !optional.includes(name)).sort());
      return own.includes("position") && own.includes("timestamp") && own.includes("now");
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

function members(symbol) {
  return checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .map(({ name }) => name);
}
