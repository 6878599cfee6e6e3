import assert from "node:assert/strict";
import { test } from "node:test";
import { Message, WxsealError, errorCodes } from "wxseal";

import { scenarios } from "./corpus.mjs";
import { construct } from "./endpoint.mjs";

/** A scenario's call of an answer, whose arguments have their names in Python. */
const call = {
  success: (push) => push.success(),
  empty: (push) => push.empty(),
  reply_text: (push, { content }) => push.replyText(content),
  reply_image: (push, { media_id }) => push.replyImage(media_id),
  reply_voice: (push, { media_id }) => push.replyVoice(media_id),
  reply_video: (push, { media_id, title, description }) => push.replyVideo(media_id, title, description),
  reply_music: (push, { thumb_media_id, music_url: musicUrl, hq_music_url: hqMusicUrl, ...texts }) =>
    push.replyMusic(thumb_media_id, { ...texts, musicUrl, hqMusicUrl }),
  reply_welcome: (push, { content }) => push.replyWelcome(content),
  reply_stream: (push, { id, content, finish, msg_item: msgItem, feedback_id: feedbackId }) =>
    push.replyStream(id, content, finish, { msgItem, feedbackId }),
  reply_template_card: (push, { card }) => push.replyTemplateCard(card),
  reply_stream_with_template_card: (push, arguments_) => {
    const { id, content, finish, card, msg_item: msgItem, feedback_id: feedbackId } = arguments_;
    return push.replyStreamWithTemplateCard(id, content, finish, card, { msgItem, feedbackId });
  },
  update_template_card: (push, { card, userids }) => push.updateTemplateCard(card, { userids }),
  reply_news: (push, { articles }) =>
    push.replyNews(articles.map(({ pic_url: picUrl, ...article }) => ({ ...article, picUrl }))),
  transfer_customer_service: (push, { kf_account: kfAccount }) => push.transferCustomerService({ kfAccount }),
  reply_widget: (push, { lifespan, data, err_code: errCode, err_msg: errMsg }) =>
    push.replyWidget(lifespan, data, { errCode, errMsg }),
  reply_raw: (push, { message }) => push.replyRaw(message),
};

for (const { id, endpoint: settings, request, now, expected, diagnose } of scenarios()) {
  test(id, () => {
    const endpoint = construct(settings);
    const { method, query, body } = request;
    if (diagnose !== undefined) {
      const findings = endpoint.diagnose(method, query, body, { now });
      assert.deepEqual(
        findings.map(({ name }) => name),
        diagnose,
      );
    }
    // The body and the query in each of their shapes.
    const receive = [
      () => endpoint.receive(method, query, body, { now }),
      () => endpoint.receive(method, query.replace(/^\??/, "?"), Buffer.from(body), { now: now + 0.9 }),
    ];
    if (expected.error !== undefined) {
      for (const call of receive) assert.throws(call, failure(expected.error));
      return;
    }
    for (const call of receive) check(call(), expected);
  });
}

function check(incoming, expected) {
  assert.equal(incoming.kind, expected.kind);
  if (expected.kind === "url_check") {
    checkResponse(incoming.response, expected.response);
    return;
  }
  const { message } = expected;
  assert.equal(incoming.format, expected.format);
  assert.deepEqual(incoming.message, message);
  assert.equal(incoming.messageJson, JSON.stringify(message));
  assert.equal(incoming.dedupKey, expected.dedup_key);
  assert.equal(incoming.replayKey, expected.replay_key);
  checkMessage(incoming, expected);
  // The view of a view is itself, so that a cloud function's event says the same.
  checkMessage(Message.fromCloudEvent(incoming.messageJson), expected);
  if (expected.widget_query?.error !== undefined) {
    assert.throws(() => incoming.widgetQuery(), failure(expected.widget_query.error));
  } else if (expected.widget_query !== undefined) {
    const { slots, ...query } = incoming.widgetQuery();
    const missing = Object.entries(query).map(([name, value]) => [name, value ?? null]);
    assert.deepEqual({ ...Object.fromEntries(missing), slots: Object.fromEntries(slots) }, expected.widget_query);
  }
  for (const answer of expected.answers) {
    const push = incoming.sealingWith({ now: answer.now, random: Buffer.from(answer.random) });
    const reply = () => call[answer.call](push, answer.arguments);
    if (answer.error === undefined) {
      checkResponse(reply(), answer.response);
    } else {
      assert.throws(reply, failure(answer.error), JSON.stringify(answer.arguments));
    }
  }
}

/** What a message says of itself, and its fields that are text. */
function checkMessage(found, { message, accessors }) {
  for (const [name, value] of Object.entries({ ...message, nothing: undefined })) {
    const [first] = [value].flat();
    assert.equal(found.text(name), typeof first === "string" ? first : undefined, name);
  }
  const camelCase = (name) => name.replace(/_./g, ([, letter]) => letter.toUpperCase());
  for (const [name, value] of Object.entries(accessors)) assert.equal(found[camelCase(name)], value ?? undefined, name);
}

function checkResponse(response, { status, content_type, body }) {
  assert.deepEqual([response.status, response.contentType, response.body.toString()], [status, content_type, body]);
  assert.deepEqual({ ...response.headers }, { "Content-Type": content_type, "X-Content-Type-Options": "nosniff" });
}

/** The error of a scenario; its HTTP status is not everywhere. */
function failure({ name, code, http_status }) {
  return (error) => {
    assert.ok(error instanceof WxsealError, String(error));
    assert.deepEqual(
      [errorCodes[error.code].name, error.errno, error.httpStatus],
      [name, code, http_status ?? error.httpStatus],
    );
    assert.equal(error.response.status, error.httpStatus);
    return true;
  };
}
