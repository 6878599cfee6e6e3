import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { Endpoint, Message, MsgCrypt, RecentKeys, WxsealError, WxsealResponse, platform } from "wxseal";

// Not to be found in any text that the library makes.
const TOKEN = "DistinctiveToken";
const KEY = "DistinctiveKeyDistinctiveKeyDistinctiveKey1";
const CONTENT = "DistinctiveContent";

const crypt = new MsgCrypt(TOKEN, KEY, "wx1");
const endpoint = new Endpoint(crypt);
const NOW = 1714112445;
const stamp = { timestamp: NOW, nonce: "415670741" };
const options = { now: NOW };
const text = {
  ToUserName: "gh_1",
  FromUserName: "o1",
  CreateTime: NOW,
  MsgType: "text",
  Content: CONTENT,
  MsgId: "6054768590064713728",
};

const typeError = { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" };
const wrongState = { name: "TypeError", code: "ERR_INVALID_STATE" };
const invalidConfig = { code: "WXSEAL_INVALID_CONFIG" };
const malformedQuery = { code: "WXSEAL_MALFORMED_QUERY", httpStatus: 400 };
const malformedEnvelope = { code: "WXSEAL_MALFORMED_ENVELOPE" };
const malformedMessage = { code: "WXSEAL_MALFORMED_MESSAGE" };
const unwritable = { code: "WXSEAL_UNWRITABLE_REPLY" };
const stale = { code: "WXSEAL_STALE_TIMESTAMP" };

const LONE_SURROGATES = ["\ud800", "\udc00\ud800", "a\ud83d"];
const NO_STRINGS = [undefined, null, 0, 1n, true, Symbol("s"), {}, ["a"], () => "a", Buffer.from("a"), new String("a")];
const NO_OBJECTS = [0, "json", true, 1n, Symbol("s"), () => {}];
const NO_TIMES = [-1, NaN, Infinity, -Infinity, 2 ** 53];
const NO_NUMBERS = ["1", 1n, true, {}, [1], new Date(), Symbol("s"), () => 1];

describe("an endpoint", () => {
  test("is made from a MsgCrypt", () => {
    for (const value of [...NO_STRINGS, TOKEN, endpoint, Object.create(MsgCrypt.prototype), new Proxy(crypt, {})]) {
      assert.throws(() => new Endpoint(value), typeError);
      assert.throws(() => new Endpoint(crypt, { alsoAccept: [crypt, value] }), typeError);
    }
    class Derived extends MsgCrypt {}
    new Endpoint(new Derived(TOKEN, KEY, "wx1"));
    for (const value of [crypt, "ab", {}, new Set([crypt]), () => [crypt]]) {
      assert.throws(() => new Endpoint(crypt, { alsoAccept: value }), typeError);
    }
    assert.throws(() => Endpoint(crypt), TypeError);
  });

  test("is not taken for another native object", () => {
    // Whatever its prototype says, only what the package has made of it counts.
    for (const object of [{}, Endpoint.plain(TOKEN), new RecentKeys(), Message.fromCloudEvent("{}")]) {
      const spoofed = Object.setPrototypeOf(object, MsgCrypt.prototype);
      assert.ok(spoofed instanceof MsgCrypt);
      assert.throws(() => new Endpoint(spoofed), typeError);
      assert.throws(() => spoofed.encrypt(""), TypeError);
    }
    // Nor does the addon take one of its handles for another.
    const addon = createRequire(import.meta.url)("../addon.js");
    const handles = [addon.plainEndpoint(TOKEN), addon.recentKeys(), addon.message("{}")];
    for (const handle of [undefined, {}, ...handles]) {
      for (const call of ["decrypt", "encrypt", "replyText", "release"])
        assert.throws(() => addon[call](handle), typeError);
    }
    for (const method of ["receive", "diagnose"]) {
      for (const receiver of [undefined, {}, crypt, Object.create(Endpoint.prototype), new Proxy(endpoint, {})]) {
        assert.throws(() => Endpoint.prototype[method].call(receiver, "GET", ""), TypeError);
      }
    }
  });

  test("has options", () => {
    for (const given of [
      undefined,
      null,
      {},
      { alsoAccept: null, tolerance: undefined, account: null, maxBody: null },
    ]) {
      new Endpoint(crypt, given);
      Endpoint.plain(TOKEN, given);
    }
    for (const make of [(given) => new Endpoint(crypt, given), (given) => Endpoint.plain(TOKEN, given)]) {
      for (const given of NO_OBJECTS) assert.throws(() => make(given), typeError);
      for (const value of NO_NUMBERS) {
        assert.throws(() => make({ tolerance: value }), typeError);
        assert.throws(() => make({ maxBody: value }), typeError);
      }
      for (const value of [...NO_TIMES, 1.5]) {
        assert.throws(() => make({ tolerance: value }), invalidConfig);
        assert.throws(() => make({ maxBody: value }), invalidConfig);
      }
      for (const value of NO_STRINGS.slice(2)) assert.throws(() => make({ account: value }), typeError);
      for (const value of LONE_SURROGATES) assert.throws(() => make({ account: value }), invalidConfig);
    }
  });

  test("made plain has a Token", () => {
    for (const value of NO_STRINGS) assert.throws(() => Endpoint.plain(value), typeError);
    for (const value of ["", " ", "a b", "token\n", "\0", ...LONE_SURROGATES]) {
      assert.throws(() => Endpoint.plain(value), invalidConfig);
    }
  });

  test("checks the time, in seconds", () => {
    const request = sealed(text);
    const receive = (tolerance, now) =>
      new Endpoint(crypt, { tolerance }).receive(request.method, request.query, request.body, { now });
    for (const now of [NOW, NOW + 300, NOW + 300.9, NOW - 300]) receive(undefined, now);
    receive(0, NOW + 0.5);
    for (const now of [undefined, 0, NOW, 2 ** 53 - 1]) receive(null, now);
    for (const now of [NOW + 301, NOW - 300.5, NOW * 1000, 0]) assert.throws(() => receive(undefined, now), stale);
    assert.throws(() => receive(0, NOW + 1), stale);
    assert.throws(
      () => receive(undefined, NOW + 400.5),
      (error) => error.timestamp === NOW && error.now === NOW + 400,
    );
    // The system's time.
    assert.throws(() => receive(), stale);
    const fresh = platform.push(crypt, JSON.stringify(text));
    assert.equal(endpoint.receive(fresh.method, fresh.query, fresh.body).msgType, "text");
    for (const now of NO_TIMES) assert.throws(() => receive(undefined, now), invalidConfig);
    for (const now of NO_NUMBERS) assert.throws(() => receive(undefined, now), typeError);
    for (const given of NO_OBJECTS) {
      assert.throws(() => endpoint.receive(request.method, request.query, request.body, given), typeError);
    }
  });

  test("takes a request as Node.js and its frameworks have it", () => {
    const { method, query, body } = sealed(text);
    const parsed = Object.fromEntries(new URLSearchParams(query));
    const queries = [
      query,
      `?${query}`,
      new URLSearchParams(query),
      parsed,
      Object.assign(Object.create(null), parsed),
    ];
    for (const given of queries) assert.equal(endpoint.receive(method, given, body, options).msgId, text.MsgId);
    const realm = vm.runInNewContext("bytes => Uint8Array.from(bytes)")(body);
    for (const given of [body, body.toString(), new Uint8Array(body), realm]) {
      assert.equal(endpoint.receive(method, query, given, options).msgId, text.MsgId);
    }
    const check = platform.urlCheck(TOKEN, "a+b /=微", stamp);
    const { echostr } = Object.fromEntries(new URLSearchParams(check.query));
    for (const given of [check.query, { ...Object.fromEntries(new URLSearchParams(check.query)), echostr }]) {
      for (const nothing of [undefined, null, "", Buffer.alloc(0)]) {
        assert.equal(endpoint.receive("GET", given, nothing, options).response.body.toString(), "a+b /=微");
      }
    }
  });

  test("refuses other methods", () => {
    const { query, body } = sealed(text);
    for (const method of [
      "",
      "PUT",
      "HEAD",
      "OPTIONS",
      "get",
      "post",
      "POST ",
      "GET\0",
      "POST\0",
      undefined,
      null,
      "\ud800",
    ]) {
      assert.throws(
        () => endpoint.receive(method, query, body, options),
        ({ code, errno, httpStatus, response }) => {
          assert.deepEqual([code, errno, httpStatus], ["WXSEAL_MALFORMED_QUERY", -40001, 405]);
          assert.deepEqual([response.status, response.headers.Allow], [405, "GET, POST"]);
          return true;
        },
      );
    }
    for (const method of NO_STRINGS.slice(2)) assert.throws(() => endpoint.receive(method, query, body), typeError);
  });

  test("refuses what is no query and no body", () => {
    const { method, query, body } = sealed(text);
    for (const nothing of [undefined, null, "", {}, [], new URLSearchParams()]) {
      assert.throws(() => endpoint.receive(method, nothing, body, options), malformedQuery);
      assert.throws(() => endpoint.receive("GET", nothing, undefined, options), malformedQuery);
    }
    for (const value of [0, 1n, true, Symbol("s"), () => query]) {
      assert.throws(() => endpoint.receive(method, value, body, options), typeError);
    }
    const parsed = Object.fromEntries(new URLSearchParams(query));
    for (const name of ["msg_signature", "timestamp", "nonce", "signature"]) {
      const repeated = { ...parsed, [name]: [parsed[name], parsed[name]] };
      assert.throws(() => endpoint.receive(method, repeated, body, options), malformedQuery);
      assert.throws(() => endpoint.receive(method, `${query}&${name}=1`, body, options), malformedQuery);
    }
    for (const value of [0, true, {}, [], JSON.parse(body), body.buffer, new Uint16Array(4), () => body]) {
      assert.throws(() => endpoint.receive(method, query, value, options), typeError);
    }
    const shared = new Uint8Array(new SharedArrayBuffer(8));
    assert.throws(() => endpoint.receive(method, query, shared, options), typeError);
    for (const nonsense of [
      "",
      "x",
      "{}",
      "\0",
      "\ud800",
      Buffer.of(0xff),
      Buffer.alloc(1 << 20, "{"),
      undefined,
      null,
    ]) {
      assert.throws(() => endpoint.receive(method, query, nonsense, options), malformedEnvelope);
    }
    const small = new Endpoint(crypt, { maxBody: body.length });
    small.receive(method, query, body, options);
    assert.throws(() => small.receive(method, query, `${body} `, options), malformedEnvelope);
  });

  test("lets what the caller's own code throws through", () => {
    const mine = new RangeError("mine");
    const trap = new Proxy(
      {},
      {
        get() {
          throw mine;
        },
      },
    );
    const same = (error) => error === mine;
    const { method, query, body } = sealed(text);
    assert.throws(() => endpoint.receive(method, trap, body), same);
    assert.throws(() => endpoint.receive(method, query, body, trap), same);
    assert.throws(() => endpoint.diagnose(method, trap, body), same);
    assert.throws(() => new Endpoint(crypt, trap), same);
    assert.throws(() => receive(text).sealingWith(trap), same);
    assert.throws(() => receive(text).replyNews([trap]), same);
    const within = {
      get now() {
        return endpoint.receive(method, query, body, options) && NOW;
      },
    };
    assert.equal(endpoint.receive(method, query, body, within).kind, "push");
  });

  test("accepts further settings, and answers with those that opened", () => {
    const previous = new MsgCrypt(TOKEN, `a${KEY.slice(1)}`, "wx1");
    const request = platform.push(previous, JSON.stringify(text), stamp);
    assert.throws(() => endpoint.receive(request.method, request.query, request.body, options), WxsealError);
    const both = new Endpoint(crypt, { alsoAccept: [previous] });
    const push = both.receive(request.method, request.query, request.body, options);
    const reply = platform.openReply(previous, push.replyText("hi").body);
    assert.equal(reply.nonce, stamp.nonce);
    assert.throws(() => platform.openReply(crypt, push.replyText("hi").body), WxsealError);
  });

  test("made plain answers in clear", () => {
    const plain = Endpoint.plain(TOKEN, { account: "gh_1" });
    const request = platform.plainPush(TOKEN, JSON.stringify(text), stamp);
    const push = plain.receive(request.method, request.query, request.body, options);
    assert.equal(JSON.parse(push.replyText("hi").body).Content, "hi");
    const elsewhere = platform.plainPush(TOKEN, JSON.stringify({ ...text, ToUserName: "gh_2" }), stamp);
    assert.throws(() => plain.receive("POST", elsewhere.query, elsewhere.body, options), malformedMessage);
  });

  test("says what is wrong with a request", () => {
    const { method, query, body } = sealed(text);
    const names = (...request) => endpoint.diagnose(...request, options).map(({ name }) => name);
    assert.deepEqual(names(method, query, body), []);
    assert.deepEqual(names("PUT", query, body), ["UnknownMethod"]);
    assert.deepEqual(names(undefined, query, body), ["UnknownMethod"]);
    assert.deepEqual(names(method, { nonce: ["1", "2"] }, body), ["BrokenQuery"]);
    assert.deepEqual(names(method, "nonce=\ud800", body), ["BrokenQuery"]);
    assert.deepEqual(names(method, query, "\ud800"), ["NotAnEnvelope"]);
    assert.deepEqual(names(method, undefined, body), ["MissingParameter"]);
    const [missing] = endpoint.diagnose(method, undefined, body);
    assert.deepEqual(Object.keys(missing), ["name", "text", "parameter"]);
    assert.equal(missing.parameter, "timestamp");
    const [late] = endpoint.diagnose(method, query, body, { now: NOW + 1000 });
    assert.deepEqual([late.name, late.seconds], ["StaleTimestamp", 1000]);
    for (const value of NO_STRINGS.slice(2)) assert.throws(() => endpoint.diagnose(value, query, body), typeError);
    assert.throws(() => endpoint.diagnose(method, 1, body), typeError);
    assert.throws(() => endpoint.diagnose(method, query, {}), typeError);
    assert.throws(() => endpoint.diagnose(method, query, body, { now: "1" }), typeError);
  });
});

describe("what came", () => {
  test("is a push or a URL check, and nothing of the other", () => {
    const push = receive(text);
    const { query } = platform.urlCheck(TOKEN, "echo", stamp);
    const check = endpoint.receive("GET", query, undefined, options);
    assert.equal(check.kind, "url_check");
    assert.throws(() => push.response, wrongState);
    const prototypes = [check, Object.getPrototypeOf(check)].map((object) => Object.getPrototypeOf(object));
    const names = prototypes.flatMap((prototype) => Object.getOwnPropertyNames(prototype));
    assert.ok(names.length > 20);
    for (const name of names) {
      if (["constructor", "response"].includes(name)) continue;
      assert.throws(() => check[name](), wrongState, name);
    }
    assert.throws(() => check.replyWidget(1n, 1n), TypeError);
  });

  test("comes from a verification only", () => {
    const push = receive(text);
    for (const { constructor } of [push, push.success(), Object.getPrototypeOf(Object.getPrototypeOf(push))]) {
      for (const key of [undefined, Symbol("wxseal"), push]) {
        assert.throws(() => new constructor(key, push), { name: "TypeError", message: "Illegal constructor" });
      }
      assert.throws(() => constructor(), TypeError);
    }
    assert.throws(() => new Message(), TypeError);
    assert.throws(() => new WxsealResponse(), TypeError);
    for (const object of [push, push.success()]) {
      // What a worker would get.
      const posted = structuredClone(object);
      assert.equal(Object.getPrototypeOf(posted), Object.prototype);
      assert.equal(posted.body ?? posted.message, undefined);
    }
    const borrowed = Object.getOwnPropertyDescriptor(WxsealResponse.prototype, "body").get;
    for (const receiver of [undefined, {}, push, Object.create(WxsealResponse.prototype)]) {
      assert.throws(() => borrowed.call(receiver), TypeError);
    }
  });

  test("never changes", () => {
    "use strict";
    const push = receive(text);
    const response = push.success();
    assert.ok(Object.isFrozen(response) && Object.isFrozen(response.headers));
    for (const name of ["kind", "message", "msgType", "dedupKey"]) assert.throws(() => (push[name] = "x"), TypeError);
    for (const name of ["status", "headers", "body"]) assert.throws(() => (response[name] = "x"), TypeError);
    assert.equal(push.message, push.message);
    assert.equal(response.body, response.body);
    // A handler's changes reach no answer.
    Object.assign(push.message, { FromUserName: "evil", ToUserName: "evil" });
    push.messageBytes.fill(0);
    const reply = JSON.parse(platform.openReply(crypt, push.replyText("hi").body).message);
    assert.deepEqual([reply.ToUserName, reply.FromUserName], ["o1", "gh_1"]);
    assert.equal(push.messageBytes.toString(), JSON.stringify(text));
    assert.equal(push.fromUserName, "o1");
  });

  test("shows neither settings nor message", () => {
    const push = receive(text);
    const all = [endpoint, Endpoint.plain(TOKEN), push, push.replyText(CONTENT), Message.fromCloudEvent(text)];
    assert.deepEqual(
      all.map((object) => inspect(object)),
      [
        "Endpoint {}",
        "Endpoint {}",
        "Incoming { kind: 'push' }",
        "WxsealResponse { status: 200, contentType: 'application/json' }",
        "Message {}",
      ],
    );
    const shown = inspect(all, { showHidden: true, depth: Infinity, showProxy: true });
    const json = JSON.stringify(all);
    for (const secret of [TOKEN, KEY.slice(0, 20), CONTENT, "o1", "gh_1"]) {
      assert.ok(!shown.includes(secret) && !json.includes(secret), `${shown}\n${json}`);
    }
    for (const object of all) assert.deepEqual(Object.getOwnPropertySymbols(object), []);
  });

  test("may be no message after its head", () => {
    const head = `{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text",`;
    const push = receive(head, "json");
    for (const name of ["message", "messageJson", "msgType", "dedupKey", "createTime"]) {
      assert.throws(() => push[name], malformedMessage, name);
    }
    assert.throws(() => push.widgetQuery(), malformedMessage);
    assert.equal(push.messageBytes.toString(), head);
    assert.equal(push.success().body.toString(), "success");
    assert.equal(push.replyText("hi").status, 200);
  });
});

describe("a message", () => {
  test("pollutes no prototype", () => {
    const evil = `{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","__proto__":{"polluted":"1"},"constructor":{"prototype":{"polluted":"1"}},"List":{"__proto__":"x"},"toString":"t","hasOwnProperty":"h"}`;
    const xml =
      "<xml><FromUserName>o1</FromUserName><ToUserName>g</ToUserName><MsgType>text</MsgType><__proto__><polluted>1</polluted></__proto__><a><__proto__>x</__proto__></a></xml>";
    const messages = [receive(evil).message, receive(xml, "xml").message, Message.fromCloudEvent(evil).message];
    messages.push(Message.fromCloudEvent(JSON.parse(evil)).message);
    for (const message of messages) {
      assert.equal(Object.getPrototypeOf(message), Object.prototype);
      assert.ok(Object.hasOwn(message, "__proto__"));
      assert.deepEqual(Object.entries(Object.getOwnPropertyDescriptor(message, "__proto__").value), [
        ["polluted", "1"],
      ]);
      assert.equal(message.polluted, undefined);
      assert.equal({ ...message }.polluted, undefined);
      for (const nested of [message.List?.[0], message.a]) {
        if (nested) assert.deepEqual(Object.getOwnPropertyDescriptor(nested, "__proto__").value, "x");
      }
    }
    assert.equal({}.polluted, undefined);
    assert.equal(Object.polluted, undefined);
    assert.equal({}.toString(), "[object Object]");
  });

  test("keeps its ids digit for digit", () => {
    const json = `{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1,"MsgType":"text","MsgId":9007199254740993,"Other":18446744073709551615,"Pi":1.50}`;
    const push = receive(json);
    assert.deepEqual([push.msgId, push.message.MsgId], ["9007199254740993", "9007199254740993"]);
    assert.deepEqual([push.message.Other, push.message.Pi, push.createTime], ["18446744073709551615", "1.50", 1]);
    assert.equal(push.dedupKey, "1dfdf3528b30b46c82be7181986d39e6ac9c4e1f");
  });

  test("is the same of XML, of JSON and of a cloud function", () => {
    const xml = `<xml>${Object.entries(text)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join("")}</xml>`;
    const views = [
      receive(text),
      receive(xml, "xml"),
      Message.fromCloudEvent(text),
      Message.fromCloudEvent(JSON.stringify(text)),
    ];
    for (const view of views) {
      const { message, messageJson, toUserName, fromUserName, createTime, msgType, event, msgId, infoType, dedupKey } =
        view;
      assert.deepEqual(message, text);
      assert.equal(messageJson, JSON.stringify(text));
      assert.deepEqual([toUserName, fromUserName, createTime, msgType], ["gh_1", "o1", NOW, "text"]);
      assert.deepEqual([event, msgId, infoType], [undefined, text.MsgId, undefined]);
      assert.match(dedupKey, /^[0-9a-f]{40}$/);
      assert.equal(dedupKey, views[0].dedupKey);
    }
    const [push, , event] = views;
    assert.ok(event instanceof Message);
    assert.equal(push.format, "json");
  });

  test("of a cloud function is an object or its JSON", () => {
    for (const value of [undefined, Symbol("s"), () => text]) {
      assert.throws(() => Message.fromCloudEvent(value), typeError);
    }
    assert.throws(() => Message.fromCloudEvent({ id: 1n }), TypeError);
    const circular = {};
    circular.self = circular;
    assert.throws(() => Message.fromCloudEvent(circular), TypeError);
    for (const value of [null, 1, true, [], "", "x", "[]", "{", "\ud800", { a: "\ud800" }, nested(40)]) {
      assert.throws(() => Message.fromCloudEvent(value), malformedMessage);
    }
    for (const receiver of [undefined, {}, Object.create(Message.prototype), receive(text)]) {
      const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Message.prototype), "message");
      if (!(receiver?.kind === "push")) assert.throws(() => get.call(receiver), TypeError);
    }
  });
});

describe("an answer", () => {
  const push = receive(text);
  const random = Buffer.from("0123456789abcdef");
  const answers = {
    replyText: ["hi"],
    replyImage: ["m"],
    replyVoice: ["m"],
    replyVideo: ["m", "t", "d"],
    replyMusic: ["m"],
    replyNews: [[{ title: "t", description: "d", picUrl: "p", url: "u" }]],
    transferCustomerService: [],
    replyRaw: ["{}"],
  };

  test("is complete", () => {
    for (const [name, values] of Object.entries(answers)) {
      const response = push.sealingWith({ now: NOW, random })[name](...values);
      assert.ok(response instanceof WxsealResponse);
      assert.equal(response.status, 200);
      assert.deepEqual(Object.keys(response.headers), ["Content-Type", "X-Content-Type-Options"]);
      assert.ok(Buffer.isBuffer(response.body));
      const reply = platform.openReply(crypt, response.body);
      assert.deepEqual([reply.timestamp, reply.nonce, reply.format], [String(NOW), stamp.nonce, "json"]);
      const again = push.sealingWith({ now: NOW + 0.9, random: new Uint8Array(random) });
      assert.ok(again[name](...values).body.equals(response.body));
    }
    for (const [name, body] of [
      ["success", "success"],
      ["empty", ""],
    ]) {
      assert.equal(push[name]().body.toString(), body);
    }
  });

  test("becomes a Response of fetch", async () => {
    const response = push.replyText("hi");
    const fetched = new Response(response.body, response);
    assert.deepEqual([fetched.status, fetched.headers.get("Content-Type")], [200, "application/json"]);
    assert.ok(Buffer.from(await fetched.arrayBuffer()).equals(response.body));
  });

  test("has fresh random bytes and the system's time", () => {
    const given = [undefined, null, {}, { now: null, random: undefined }].map((options) => push.sealingWith(options));
    const once = push.sealingWith({ now: NOW, random });
    for (const fresh of [push, ...given, once.sealingWith()]) {
      const now = Math.floor(Date.now() / 1000);
      const replies = Array.from({ length: 20 }, () => JSON.parse(fresh.replyText("hi").body));
      assert.equal(new Set(replies.map(({ Encrypt }) => Encrypt.slice(0, 21))).size, 20);
      for (const { TimeStamp } of replies) assert.ok(TimeStamp - now < 5);
    }
  });

  test("wants strings", () => {
    for (const value of NO_STRINGS) {
      assert.throws(() => push.replyText(value), typeError);
      assert.throws(() => push.replyImage(value), typeError);
      assert.throws(() => push.replyVoice(value), typeError);
      assert.throws(() => push.replyVideo(value, "t", "d"), typeError);
      assert.throws(() => push.replyVideo("m", value, "d"), typeError);
      assert.throws(() => push.replyVideo("m", "t", value), typeError);
      for (const name of ["title", "description", "picUrl", "url"]) {
        assert.throws(() => push.replyNews([{ ...answers.replyNews[0][0], [name]: value }]), typeError);
      }
      if (value !== undefined && value !== null) {
        assert.throws(() => push.transferCustomerService({ kfAccount: value }), typeError);
        for (const name of ["title", "description", "musicUrl", "hqMusicUrl"]) {
          assert.throws(() => push.replyMusic("m", { [name]: value }), typeError);
        }
        assert.throws(() => widget().replyWidget(1, {}, { errMsg: value }), typeError);
      }
      if (!Buffer.isBuffer(value)) assert.throws(() => push.replyRaw(value), typeError);
    }
    for (const value of [undefined, null, {}, "ab", 1, [1], [null], [undefined], ["a"], [[]]]) {
      assert.throws(() => push.replyNews(value), typeError);
    }
    for (const value of LONE_SURROGATES) {
      assert.throws(() => push.replyText(value), unwritable);
      assert.throws(() => push.replyRaw(value), unwritable);
      assert.throws(() => push.replyNews([{ ...answers.replyNews[0][0], url: value }]), unwritable);
      assert.throws(() => push.transferCustomerService({ kfAccount: value }), unwritable);
    }
    assert.throws(() => push.replyNews([]), unwritable);
    const reply = (content) => JSON.parse(platform.openReply(crypt, push.replyText(content).body).message).Content;
    for (const content of ["", "a\0b", "\0", "微信 🙂", "\u0141", "]]>", "x".repeat(1 << 20)]) {
      assert.equal(reply(content), content);
    }
    assert.throws(() => receive(xmlOf(text), "xml").replyText("a\0b"), unwritable);
  });

  test("wants options of the right types", () => {
    for (const given of NO_OBJECTS) {
      assert.throws(() => push.replyMusic("m", given), typeError);
      assert.throws(() => push.transferCustomerService(given), typeError);
      assert.throws(() => push.sealingWith(given), typeError);
    }
    for (const now of NO_NUMBERS) assert.throws(() => push.sealingWith({ now }), typeError);
    for (const now of NO_TIMES) assert.throws(() => push.sealingWith({ now }), invalidConfig);
    for (const value of [1, true, "0123456789abcdef", {}, [...random], random.buffer]) {
      assert.throws(() => push.sealingWith({ random: value }), typeError);
    }
    for (const length of [0, 15, 17]) {
      assert.throws(() => push.sealingWith({ random: Buffer.alloc(length) }), invalidConfig);
    }
    const late = push.sealingWith({ now: 1e13 });
    for (const [name, values] of Object.entries(answers)) assert.throws(() => late[name](...values), unwritable);
  });

  test("of a push with a time of its own is that push's", () => {
    const late = push.sealingWith({ now: NOW + 7 });
    assert.notEqual(late, push);
    assert.deepEqual(late.message, push.message);
    assert.equal(late.replayKey, push.replayKey);
    assert.equal(platform.openReply(crypt, late.replyText("hi").body).timestamp, String(NOW + 7));
    assert.notEqual(platform.openReply(crypt, push.replyText("hi").body).timestamp, String(NOW + 7));
  });

  test("to a widget has data of any JSON", () => {
    const reply = (lifespan, data, given) => {
      const { body } = widget().replyWidget(lifespan, data, given);
      const { Content } = JSON.parse(platform.openReply(crypt, body).message);
      const content = JSON.parse(Content);
      return { ...content, data: JSON.parse(content.data) };
    };
    const data = { name: "腾讯", price: 350.2, items: [1, null, { a: "\n" }] };
    const right = { err_code: 0, err_msg: "" };
    for (const given of [data, JSON.stringify(data), { toJSON: () => data }]) {
      assert.deepEqual(reply(60, given), { lifespan: 60, query: QUERY, scene: 1, data: { ...right, ...data } });
    }
    assert.deepEqual(reply(0, {}, { errCode: -2, errMsg: "坏" }).data, { err_code: -2, err_msg: "坏" });
    assert.deepEqual(reply(2 ** 32 - 1, "{}", { errCode: null, errMsg: undefined }).data, right);
    for (const value of [undefined, Symbol("s"), () => data]) {
      assert.throws(() => widget().replyWidget(1, value), typeError);
    }
    for (const value of [null, [], 1, true, "", "[]", "{", "\ud800"]) {
      assert.throws(() => widget().replyWidget(1, value), unwritable, String(value));
    }
    assert.throws(() => widget().replyWidget(1, { id: 1n }), TypeError);
    for (const value of [-1, 1.5, 2 ** 32, NaN, Infinity]) {
      assert.throws(() => widget().replyWidget(value, {}), unwritable);
    }
    for (const errCode of [1, -4, 0.5, NaN, 2 ** 40]) {
      assert.throws(() => widget().replyWidget(1, {}, { errCode }), unwritable);
    }
    for (const value of NO_NUMBERS) {
      assert.throws(() => widget().replyWidget(value, {}), typeError);
      assert.throws(() => widget().replyWidget(1, {}, { errCode: value }), typeError);
    }
    assert.throws(() => push.replyWidget(1, {}), unwritable, "not a widget's push");
  });
});

describe("an answer to a robot", () => {
  const robots = '{"msgid":"m1","aibotid":"r1","from":{"userid":"u1"},"msgtype":"text","text":{"content":"hi"}}';
  const push = receive(robots);
  const opened = ({ body }) => JSON.parse(platform.openReply(crypt, body).message);

  test("has what JavaScript writes as JSON", () => {
    const card = { card_type: "text_notice", main_title: { title: "微信 🙂" } };
    const msgItem = [{ msgtype: "image", image: { base64: "", md5: "" } }];
    for (const given of [card, JSON.stringify(card), { toJSON: () => card }]) {
      assert.deepEqual(opened(push.replyTemplateCard(given)), { msgtype: "template_card", template_card: card });
      const { template_card } = opened(push.replyStreamWithTemplateCard("s", "c", true, given));
      assert.deepEqual(template_card, card);
      const updated = { response_type: "update_template_card", userids: ["u1"], template_card: card };
      assert.deepEqual(opened(push.updateTemplateCard(given, { userids: ["u1"] })), updated);
    }
    for (const given of [msgItem, JSON.stringify(msgItem)]) {
      const { stream } = opened(push.replyStream("s", "c", true, { msgItem: given, feedbackId: "f" }));
      assert.deepEqual(stream, { id: "s", finish: true, content: "c", msg_item: msgItem, feedback: { id: "f" } });
    }
    for (const left of [undefined, null]) {
      const options = { msgItem: left, feedbackId: left };
      const reply = opened(push.replyStreamWithTemplateCard("s", "c", false, left, options));
      assert.deepEqual(Object.keys(reply.stream), ["id", "finish", "content"]);
      assert.ok(!("template_card" in reply));
      assert.ok(!("userids" in opened(push.updateTemplateCard({}, { userids: left }))));
    }
  });

  test("wants strings, a boolean, an array and objects", () => {
    for (const value of NO_STRINGS) {
      assert.throws(() => push.replyWelcome(value), typeError);
      assert.throws(() => push.replyStream(value, "c", true), typeError);
      assert.throws(() => push.replyStream("s", value, true), typeError);
      assert.throws(() => push.updateTemplateCard({}, { userids: [value] }), typeError);
      if (value !== undefined && value !== null) {
        assert.throws(() => push.replyStream("s", "c", true, { feedbackId: value }), typeError);
        if (!Array.isArray(value)) assert.throws(() => push.updateTemplateCard({}, { userids: value }), typeError);
      }
    }
    for (const value of [undefined, null, 0, 1, "true", {}, new Boolean(true)]) {
      assert.throws(() => push.replyStream("s", "c", value), typeError);
      assert.throws(() => push.replyStreamWithTemplateCard("s", "c", value, {}), typeError);
    }
    for (const value of [Symbol("s"), () => {}]) {
      assert.throws(() => push.replyTemplateCard(value), typeError);
      assert.throws(() => push.updateTemplateCard(value), typeError);
      assert.throws(() => push.replyStreamWithTemplateCard("s", "c", true, value), typeError);
      assert.throws(() => push.replyStream("s", "c", true, { msgItem: value }), typeError);
    }
    for (const value of [[], 1, true, "", "[]", "{", "\ud800", { a: "\ud800" }]) {
      assert.throws(() => push.replyTemplateCard(value), unwritable, String(value));
      assert.throws(() => push.updateTemplateCard(value), unwritable);
      assert.throws(() => push.replyStreamWithTemplateCard("s", "c", true, value), unwritable);
    }
    for (const value of [{}, 1, "", "{}", "["]) {
      assert.throws(() => push.replyStream("s", "c", true, { msgItem: value }), unwritable);
    }
    assert.throws(() => push.updateTemplateCard({}, { userids: [] }), unwritable);
    for (const given of NO_OBJECTS) assert.throws(() => push.replyStream("s", "c", true, given), typeError);
    assert.throws(() => push.replyText("hi"), unwritable);
    assert.throws(() => receive(text).replyWelcome("hi"), unwritable);
  });
});

test("a field is asked for by its name", () => {
  for (const message of [receive(text), Message.fromCloudEvent(text)]) {
    assert.equal(message.text("MsgType"), "text");
    assert.equal(message.text("__proto__"), undefined);
    for (const value of NO_STRINGS) assert.throws(() => message.text(value), typeError);
    for (const value of LONE_SURROGATES) assert.throws(() => message.text(value), invalidConfig);
  }
});

test("a widget's slots are a Map", () => {
  const query = widget().widgetQuery();
  assert.ok(query.slots instanceof Map && Object.isFrozen(query));
  assert.deepEqual(
    [...query.slots],
    [
      ["__proto__", "x"],
      ["10", "ten"],
      ["9", "nine"],
    ],
  );
  const { type, longitude, latitude, raw } = query;
  assert.deepEqual([type, longitude, latitude, raw], [7, 1.5, undefined, QUERY]);
  assert.throws(() => receive(text).widgetQuery(), malformedMessage);
});

const QUERY = `{"type":7,"slot_list":[{"key":"__proto__","value":"x"},{"key":"10","value":"ten"},{"key":"9","value":"nine"}],"longitude":1.5}`;

function widget() {
  return receive({ ...text, MsgType: "event", Event: "wxa_widget_data", Query: QUERY, Scene: 1 });
}

function sealed(message, format = "json") {
  return platform.push(crypt, typeof message === "string" ? message : JSON.stringify(message), { ...stamp, format });
}

function receive(message, format) {
  const { method, query, body } = sealed(message, format);
  return endpoint.receive(method, query, body, options);
}

function xmlOf(fields) {
  return `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("")}</xml>`;
}

function nested(depth) {
  return depth === 0 ? 1 : { a: nested(depth - 1) };
}
