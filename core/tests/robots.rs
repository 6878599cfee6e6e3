//! The answers that WeCom's smart robots take, beside the scenarios that every language runs.
#![cfg(test)]

mod forger;

use forger::{KEY, NONCE, NOW, TIMESTAMP, TOKEN};
use wxseal::{Dialect, Endpoint, Error, Format, MsgCrypt, Push, Response, StreamAnswer, platform};

const MESSAGE: &str = r#"{"msgid":"m1","aibotid":"r1","chattype":"single","from":{"userid":"u1"},"msgtype":"text","text":{"content":"hi"}}"#;

type Answer = fn(&Push, u64, &[u8; 16]) -> Result<Response, Error>;

const ANSWERS: [(Answer, &str); 5] = [
    (
        |push, now, random| push.reply_welcome("\"]]>\r\n😀").and_then(|answer| answer.seal(now, random)),
        r#"{"msgtype":"text","text":{"content":"\"]]>\r\n😀"}}"#,
    ),
    (
        |push, now, random| push.reply_stream(&StreamAnswer::default()).and_then(|answer| answer.seal(now, random)),
        r#"{"msgtype":"stream","stream":{"id":"","finish":false,"content":""}}"#,
    ),
    (
        |push, now, random| push.reply_template_card("{}").and_then(|answer| answer.seal(now, random)),
        r#"{"msgtype":"template_card","template_card":{}}"#,
    ),
    (
        |push, now, random| {
            push.reply_stream_with_template_card(&StreamAnswer::default(), None)
                .and_then(|answer| answer.seal(now, random))
        },
        r#"{"msgtype":"stream_with_template_card","stream":{"id":"","finish":false,"content":""}}"#,
    ),
    (
        |push, now, random| {
            push.update_template_card("{}", Some(&["u\"1", "u2"])).and_then(|answer| answer.seal(now, random))
        },
        r#"{"response_type":"update_template_card","userids":["u\"1","u2"],"template_card":{}}"#,
    ),
];

fn crypt() -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, "").unwrap().dialect(Dialect::Wecom)
}

fn sealed(message: &str, format: Format) -> Push {
    let request =
        platform::push(&crypt(), message.as_bytes(), forger::stamp(TIMESTAMP, NONCE), format, &[1; 16]).unwrap();
    forger::receive(&Endpoint::new(crypt()), &request.query, &request.body).unwrap()
}

fn plain(message: &str) -> Push {
    let request = platform::plain_push(TOKEN, message.as_bytes(), forger::stamp(TIMESTAMP, NONCE)).unwrap();
    forger::receive(&Endpoint::plain(TOKEN).unwrap(), &request.query, &request.body).unwrap()
}

#[test]
fn each_is_json_without_from_and_to() {
    for (answer, json) in ANSWERS {
        let response = answer(&sealed(MESSAGE, Format::Json), NOW, &[2; 16]).unwrap();
        assert_eq!(response.content_type(), "application/json");
        assert_eq!(platform::open_reply(&crypt(), response.body()).unwrap().message, json.as_bytes());
        assert_eq!(answer(&plain(MESSAGE), NOW, &[2; 16]).unwrap().body(), json.as_bytes());
        let later = answer(&sealed(MESSAGE, Format::Json), 10_000_000_000_000, &[2; 16]);
        assert_eq!(later.unwrap_err(), Error::UnwritableReply);
    }
}

#[test]
fn only_a_robots_push_takes_them() {
    let others = [
        plain(r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","aibotid":"r1"}"#),
        plain(r#"{"from":{"userid":"u1"},"msgtype":"text"}"#),
        plain(r#"{"aibotid":{"id":"r1"},"msgtype":"text"}"#),
        plain("<xml><aibotid>r1</aibotid><msgtype>text</msgtype></xml>"),
        sealed(MESSAGE, Format::Xml),
    ];
    for push in &others {
        for (answer, _) in ANSWERS {
            assert_eq!(answer(push, NOW, &[2; 16]).unwrap_err(), Error::UnwritableReply);
        }
    }
}

#[test]
fn a_robots_push_takes_no_other() {
    for push in [sealed(MESSAGE, Format::Json), plain(MESSAGE)] {
        assert_eq!(
            push.reply_text("x").and_then(|answer| answer.seal(NOW, &[2; 16])).unwrap_err(),
            Error::UnwritableReply
        );
        assert_eq!(
            push.transfer_customer_service(None).and_then(|answer| answer.seal(NOW, &[2; 16])).unwrap_err(),
            Error::UnwritableReply
        );
        assert!(push.reply_raw(b"{}").seal(NOW, &[2; 16]).is_ok());
    }
}

#[test]
fn a_card_is_sent_as_it_was_written() {
    let card = " {\n \"card_type\" : \"text_notice\", \"n\": 12345678901234567890, \"名\": \"\\u817e讯\", \"a\":1, \"a\":2 }\n";
    let response = plain(MESSAGE).reply_template_card(card).and_then(|answer| answer.seal(NOW, &[2; 16])).unwrap();
    assert_eq!(
        str::from_utf8(response.body()).unwrap(),
        format!("{{\"msgtype\":\"template_card\",\"template_card\":{card}}}")
    );
}

#[test]
fn what_is_no_json_object_is_no_card() {
    let push = plain(MESSAGE);
    let stream = StreamAnswer { id: "s", content: "c", ..StreamAnswer::default() };
    for card in
        ["", "[]", "1", "null", "\"{}\"", "{", "{} x", "{}{}", "{\"a\":\"\\ud800\"}", "\u{feff}{}", "{\"a\":01}"]
    {
        for answer in [
            push.reply_template_card(card).and_then(|answer| answer.seal(NOW, &[2; 16])),
            push.reply_stream_with_template_card(&stream, Some(card)).and_then(|answer| answer.seal(NOW, &[2; 16])),
            push.update_template_card(card, None).and_then(|answer| answer.seal(NOW, &[2; 16])),
        ] {
            assert_eq!(answer.unwrap_err(), Error::UnwritableReply, "{card}");
        }
    }
    for msg_item in ["", "{}", "[", "[]]", "[\"\\ud800\"]"] {
        let stream = StreamAnswer { msg_item: Some(msg_item), ..stream };
        for answer in [
            push.reply_stream(&stream).and_then(|answer| answer.seal(NOW, &[2; 16])),
            push.reply_stream_with_template_card(&stream, None).and_then(|answer| answer.seal(NOW, &[2; 16])),
        ] {
            assert_eq!(answer.unwrap_err(), Error::UnwritableReply, "{msg_item}");
        }
    }
    assert_eq!(
        push.update_template_card("{}", Some(&[])).and_then(|answer| answer.seal(NOW, &[2; 16])).unwrap_err(),
        Error::UnwritableReply
    );
}

#[test]
fn a_card_that_comes_back_is_no_message() {
    for kind in ["template_card", "stream_with_template_card"] {
        let message = format!("{{\"msgtype\":\"{kind}\",\"template_card\":{{}}}}");
        let request =
            platform::push(&crypt(), message.as_bytes(), forger::stamp(TIMESTAMP, NONCE), Format::Json, &[1; 16])
                .unwrap();
        let found = forger::receive(&Endpoint::new(crypt()), &request.query, &request.body);
        assert_eq!(found.unwrap_err(), Error::MalformedMessage, "{kind}");
    }
}

#[test]
fn a_robot_is_an_account() {
    let request =
        platform::push(&crypt(), MESSAGE.as_bytes(), forger::stamp(TIMESTAMP, NONCE), Format::Json, &[1; 16]).unwrap();
    let received = |account: &str| {
        forger::receive(&Endpoint::new(crypt()).account(account).unwrap(), &request.query, &request.body).map(drop)
    };
    assert_eq!(received("r1"), Ok(()));
    assert_eq!(received("r2"), Err(Error::MalformedMessage));
}
