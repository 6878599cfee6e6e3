import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { ApiError, Endpoint, MsgCrypt, WxsealError, api, platform } from "wxseal";

const SECRET = "DistinctiveSecret";
const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const invalidConfig = { code: "WXSEAL_INVALID_CONFIG" };
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };
const NO_STRINGS = [undefined, null, 0, 1n, true, Symbol("s"), {}, ["a"], () => "a", Buffer.from("a")];

test("the server API's requests", () => {
  assert.ok(Object.isFrozen(api));
  const host = "https://api.weixin.qq.com";
  const request = api.getAccessToken("wx1", "s&1");
  assert.deepEqual(
    [request.method, request.url, request.body],
    ["GET", `${host}/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s%261`, undefined],
  );
  assert.equal(
    api.code2session("wx1", "s", "c").url,
    `${host}/sns/jscode2session?appid=wx1&secret=s&js_code=c&grant_type=authorization_code`,
  );
  for (const [message, fields] of [
    [{ msgtype: "text", content: '你好\n"😀"' }, { content: '你好\n"😀"' }],
    [{ msgtype: "image", mediaId: "m" }, { media_id: "m" }],
    [
      { msgtype: "link", title: "t", description: "d", url: "u", thumbUrl: "p" },
      { title: "t", description: "d", url: "u", thumb_url: "p" },
    ],
    [
      { msgtype: "miniprogrampage", title: "t", pagepath: "p", thumbMediaId: "m" },
      { title: "t", pagepath: "p", thumb_media_id: "m" },
    ],
  ]) {
    const { method, url, body } = api.sendCustomerMessage("a b", "o1", message);
    assert.deepEqual([method, url], ["POST", `${host}/cgi-bin/message/custom/send?access_token=a%20b`]);
    assert.equal(body, JSON.stringify({ touser: "o1", msgtype: message.msgtype, [message.msgtype]: fields }));
  }
});

test("the server API's arguments", () => {
  const text = { msgtype: "text", content: "hi" };
  for (const value of NO_STRINGS) {
    assert.throws(() => api.getAccessToken(value, "s"), typeError);
    assert.throws(() => api.getAccessToken("wx1", value), typeError);
    assert.throws(() => api.code2session("wx1", "s", value), typeError);
    assert.throws(() => api.sendCustomerMessage(value, "o1", text), typeError);
    assert.throws(() => api.sendCustomerMessage("t", value, text), typeError);
    assert.throws(() => api.sendCustomerMessage("t", "o1", { ...text, content: value }), typeError);
    assert.throws(() => api.sendCustomerMessage("t", "o1", { ...text, msgtype: value }), typeError);
    assert.throws(() => api.sendCustomerMessage("t", "o1", value), typeError);
  }
  assert.throws(() => api.sendCustomerMessage("t", "o1", { msgtype: "voice" }), invalidConfig);
  assert.throws(() => api.sendCustomerMessage("t", "o1", { ...text, content: "\ud800" }), unwritable);
  assert.throws(() => api.getAccessToken("wx1", "\ud800"), invalidConfig);
});

test("the server API's answers", () => {
  assert.deepEqual(api.read('{"access_token":"A","expires_in":7200}'), { access_token: "A", expires_in: 7200 });
  assert.deepEqual(api.read(Buffer.from(' {"errcode":0,"errmsg":"ok","名":"值"} ')), {
    errcode: 0,
    errmsg: "ok",
    名: "值",
  });
  for (const [body, errcode, errmsg] of [
    ['{"errcode":40013,"errmsg":"invalid appid"}', 40013, "invalid appid"],
    ['{"errcode":"-1","errmsg":"system error"}', -1, "system error"],
    ['{"errcode":-1}', -1, ""],
  ]) {
    assert.throws(
      () => api.read(body),
      (error) => {
        assert.ok(error instanceof ApiError && error instanceof Error && !(error instanceof WxsealError));
        assert.deepEqual([error.name, error.errcode, error.errmsg], ["ApiError", errcode, errmsg]);
        assert.equal(error.message, `${errmsg} (${errcode})`);
        return true;
      },
    );
  }
  for (const body of ["", "[]", "<html>", "null", '{"errcode":null}', "\ud800", Buffer.of(0xff), undefined, null]) {
    assert.throws(
      () => api.read(body),
      (error) => error instanceof ApiError && error.errcode === undefined && error.errmsg === undefined,
    );
  }
  for (const body of [1, {}, [], () => "{}"]) assert.throws(() => api.read(body), typeError);
});

test("an answer's large integers stay what they are", () => {
  const numbers =
    "[9007199254740991,9007199254740992,-18446744073709551615,1.50,-0.5e-3,1e30,0,12345678901234567890.5]";
  assert.deepEqual(
    api.read(`{"msgid":1594000000000000001,"a":${numbers},"12345678901234567890":"1\\"234567890123456789\\\\","t":"\\\\",
    "n" : -9007199254740993}`),
    {
      msgid: "1594000000000000001",
      a: [9007199254740991, "9007199254740992", "-18446744073709551615", 1.5, -0.0005, 1e30, 0, 12345678901234567890.5],
      "12345678901234567890": '1"234567890123456789\\',
      t: "\\",
      n: "-9007199254740993",
    },
  );
  const polluted = api.read('{"__proto__":{"polluted":1}}');
  assert.equal(polluted.polluted ?? {}.polluted, undefined);
  const long = "\\n".repeat(1 << 20);
  assert.equal(api.read(`{"a":"${long}"}`).a.length, 1 << 20);
});

test("an answer of 8 MB is read", () => {
  const item = '9007199254740993,"\\"1\\"",[1.50],';
  const body = `{"list":[${item.repeat(300_000)}0],"next":"N"}`;
  assert.ok(body.length > 8_000_000);
  for (const given of [body, Buffer.from(body)]) {
    const { list, next } = api.read(given);
    assert.deepEqual([next, list.length, list.slice(-4)], ["N", 900_001, ["9007199254740993", '"1"', [1.5], 0]]);
  }
});

test("any call of the server API", () => {
  const host = "https://api.weixin.qq.com";
  const parameters = { access_token: "a+b", 名: "%2B &" };
  const pairs = Object.entries(parameters);
  for (const given of [parameters, pairs, new Map(pairs), new URLSearchParams(parameters)]) {
    const { method, url, body } = api.get("/cgi-bin/user/info", given);
    const expected = `${host}/cgi-bin/user/info?access_token=a%2Bb&%E5%90%8D=%252B%20%26`;
    assert.deepEqual([method, url, body], ["GET", expected, undefined]);
  }
  assert.equal(api.get("/a", {}).url, `${host}/a`);
  for (const [given, written] of [
    [{ a: ["你", 1.5, null] }, '{"a":["你",1.5,null]}'],
    [{}, "{}"],
    ['{ "a" : "\\u4f60", "b":1.50 }', '{ "a" : "\\u4f60", "b":1.50 }'],
  ]) {
    const { method, url, body } = api.post("/wxa/x", "a+b", given);
    assert.deepEqual([method, url, body], ["POST", `${host}/wxa/x?access_token=a%2Bb`, written]);
  }
  for (const path of ["", "a", "/", "//evil.example/a", "/../a", "/a?b=c", "/a#b", "/a b", "/%2e", "\ud800"]) {
    assert.throws(() => api.get(path, {}), invalidConfig, path);
    assert.throws(() => api.post(path, "t", {}), invalidConfig, path);
  }
  for (const body of ["", "[]", "hi", [1], true, 1, null, "\ud800"]) {
    assert.throws(() => api.post("/a", "t", body), unwritable);
  }
  for (const body of [undefined, () => ({}), Symbol("s")]) assert.throws(() => api.post("/a", "t", body), typeError);
  for (const wrong of [
    undefined,
    null,
    1,
    "ab",
    ["ab"],
    [["a"]],
    [["a", "b", "c"]],
    { a: 1 },
    { a: null },
    [[1, "a"]],
  ]) {
    assert.throws(() => api.get("/a", wrong), typeError);
  }
  assert.throws(() => api.get("/a", { a: "\ud800" }), invalidConfig);
});

test("the usual calls of the server API", () => {
  const host = "https://api.weixin.qq.com";
  const token = "?access_token=a%2Bb";
  for (const [{ method, url, body }, path, expected] of [
    [
      api.getStableAccessToken("wx1", 's"'),
      "/cgi-bin/stable_token",
      { grant_type: "client_credential", appid: "wx1", secret: 's"', force_refresh: false },
    ],
    [
      api.getStableAccessToken("wx1", "s", { forceRefresh: true }),
      "/cgi-bin/stable_token",
      { grant_type: "client_credential", appid: "wx1", secret: "s", force_refresh: true },
    ],
    [api.getPhoneNumber("a+b", "c"), `/wxa/business/getuserphonenumber${token}`, { code: "c" }],
    [
      api.sendSubscribeMessage("a+b", "o1", "t1", { thing1: { value: "你好/" } }),
      `/cgi-bin/message/subscribe/send${token}`,
      { touser: "o1", template_id: "t1", data: { thing1: { value: "你好/" } } },
    ],
    [
      api.sendSubscribeMessage("a+b", "o1", "t1", '{"a":1}', {
        page: "i?a=b",
        miniprogramState: "trial",
        lang: "zh_TW",
      }),
      `/cgi-bin/message/subscribe/send${token}`,
      { touser: "o1", template_id: "t1", page: "i?a=b", data: { a: 1 }, miniprogram_state: "trial", lang: "zh_TW" },
    ],
    [
      api.msgSecCheck("a+b", "o1", 2, "你好", null),
      `/wxa/msg_sec_check${token}`,
      { openid: "o1", scene: 2, version: 2, content: "你好" },
    ],
    [
      api.msgSecCheck("a+b", "o1", 1, "c", { title: "t", nickname: "n", signature: "s" }),
      `/wxa/msg_sec_check${token}`,
      { openid: "o1", scene: 1, version: 2, content: "c", title: "t", nickname: "n", signature: "s" },
    ],
    [
      api.mediaCheckAsync("a+b", "o1", 4, "https://example.com/a.png", 2),
      `/wxa/media_check_async${token}`,
      { openid: "o1", scene: 4, version: 2, media_url: "https://example.com/a.png", media_type: 2 },
    ],
  ]) {
    assert.deepEqual([method, url, body], ["POST", host + path, JSON.stringify(expected)]);
  }
  for (const value of NO_STRINGS) {
    assert.throws(() => api.getStableAccessToken("wx1", value), typeError);
    assert.throws(() => api.getPhoneNumber("t", value), typeError);
    assert.throws(() => api.sendSubscribeMessage("t", "o1", value, {}), typeError);
    assert.throws(() => api.msgSecCheck("t", "o1", 1, value), typeError);
    assert.throws(() => api.mediaCheckAsync("t", "o1", 1, value, 1), typeError);
    if (value === undefined || value === null) continue;
    assert.throws(() => api.sendSubscribeMessage("t", "o1", "t1", {}, { page: value }), typeError);
    assert.throws(() => api.msgSecCheck("t", "o1", 1, "c", { title: value }), typeError);
    if (value !== true) {
      assert.throws(() => api.getStableAccessToken("wx1", "s", { forceRefresh: value }), typeError);
    }
  }
  for (const [value, error] of [
    [-1, invalidConfig],
    [1.5, invalidConfig],
    [2 ** 32, invalidConfig],
    [NaN, invalidConfig],
    ["1", typeError],
  ]) {
    assert.throws(() => api.msgSecCheck("t", "o1", value, "c"), error);
    assert.throws(() => api.mediaCheckAsync("t", "o1", 1, "u", value), error);
  }
  assert.throws(() => api.sendSubscribeMessage("t", "o1", "t1", "hi"), unwritable);
  assert.throws(() => api.msgSecCheck("t", "o1", 1, "\ud800"), unwritable);
});

test("a gateway's HTML refuses no request", () => {
  const crypt = new MsgCrypt("token", "k".repeat(43), "wx1");
  const message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}';
  const { method, query, body } = platform.push(crypt, message);
  // As the README's server does.
  const statusOf = (query, came) => {
    try {
      const incoming = new Endpoint(crypt).receive(method, query, body);
      return incoming.replyText(api.read(came).access_token).status;
    } catch (error) {
      return (error.response ?? { status: 500 }).status;
    }
  };
  assert.equal(statusOf(query, '{"access_token":"A"}'), 200);
  for (const came of ["<html><h1>502 Bad Gateway</h1></html>", "", '{"errcode":-1,"errmsg":"system error"}']) {
    assert.equal(statusOf(query, came), 500);
    assert.throws(
      () => api.read(came),
      (error) => error instanceof ApiError && !(error instanceof WxsealError) && !("response" in error),
    );
  }
  assert.equal(statusOf(query.replace("msg_signature=", "msg_signature=0"), "{}"), 403);
});

test("the example of the types runs", async () => {
  const types = readFileSync(new URL("../index.d.ts", import.meta.url), "utf8");
  const [, example] = /@example\n((?: \* [^@].*\n)*? \* .*api\.read.*\n)/.exec(types);
  const asked = [];
  const fetch = async (url, { method }) => {
    asked.push(`${method} ${url}`);
    return new Response('{"access_token":"A","expires_in":7200}');
  };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const program = `${example.replaceAll(/^ \* /gm, "")} return [access_token, expires_in];`;
  const read = await new AsyncFunction("api", "fetch", "appId", "secret", program)(api, fetch, "wx1", "s");
  assert.deepEqual(read, ["A", 7200]);
  assert.deepEqual(asked, [`GET ${api.getAccessToken("wx1", "s").url}`]);
});

test("nothing secret is shown", () => {
  const requests = [
    api.getAccessToken("wx1", SECRET),
    api.code2session("wx1", SECRET, SECRET),
    api.sendCustomerMessage(SECRET, "o1", { msgtype: "text", content: SECRET }),
    api.getStableAccessToken("wx1", SECRET),
    api.get("/a", { access_token: SECRET }),
    api.post("/a", SECRET, { a: SECRET }),
  ];
  const shown = inspect(requests, { showHidden: true, depth: Infinity }) + JSON.stringify(requests) + String(requests);
  assert.ok(shown.includes("ApiRequest { method: 'GET'") && !shown.includes(SECRET), shown);
  assert.deepEqual(structuredClone(requests[0]), { method: "GET" });
});
