//! Every mistake that `diagnose` knows, made the way it is made.
#![cfg(test)]

mod forger;

use forger::{KEY, NONCE, NOW, RECEIVE_ID, Request, TEXT_JSON, TEXT_XML, TIMESTAMP, TOKEN, crypt};
use wxseal::{Dialect, Endpoint, Finding, Format, MsgCrypt, platform};

/// A push whose cipher text begins with `+`.
fn push_with_leading_plus(format: Format) -> Request {
    let push = |first: u16| {
        let random = std::array::from_fn(|index| first.to_le_bytes()[index % 2]);
        platform::push(&crypt(), TEXT_JSON.as_bytes(), forger::stamp(TIMESTAMP, NONCE), format, &random).unwrap().into()
    };
    (0..=u16::MAX)
        .map(push)
        .find(|request: &Request| ["\"+", "[+"].iter().any(|start| request.body.contains(start)))
        .unwrap()
}

type Case = (&'static str, Endpoint, Request, Vec<Finding>);

const WECOM_ID: &str = "ww0123456789abcdef";

fn crypt_for(receive_id: &str) -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, receive_id).unwrap()
}

fn encrypted() -> Endpoint {
    Endpoint::new(crypt())
}

fn plain() -> Endpoint {
    Endpoint::plain(TOKEN).unwrap()
}

fn wecom() -> Endpoint {
    Endpoint::new(crypt().dialect(Dialect::Wecom))
}

fn wecom_check(echostr: &str) -> Request {
    let crypt = crypt().dialect(Dialect::Wecom);
    platform::encrypted_url_check(&crypt, forger::stamp(TIMESTAMP, NONCE), echostr, &[1; 16]).unwrap().into()
}

fn wecom_check_with_plus() -> Request {
    (10..99).map(|echo| wecom_check(&echo.to_string())).find(|request| request.query.contains("%2B")).unwrap()
}

fn wechat_check() -> Request {
    platform::url_check(TOKEN, forger::stamp(TIMESTAMP, NONCE), "echo").unwrap().into()
}

fn right() -> Request {
    Request::push(&crypt(), TEXT_JSON, Format::Json)
}

/// Of the query as it comes over the wire.
fn broken_queries() -> Vec<Case> {
    let missing = |name| vec![Finding::MissingParameter { name }];
    vec![
        ("a router that answers PUT", encrypted(), Request { method: "PUT", ..right() }, vec![Finding::UnknownMethod]),
        (
            "proxy_pass that appends $args",
            encrypted(),
            right().query(|query| format!("{query}&{query}")),
            vec![Finding::BrokenQuery],
        ),
        (
            "a query cut in the middle of %2B",
            wecom(),
            wecom_check("1").query(|query| query.split_inclusive("%3").next().unwrap().into()),
            vec![Finding::BrokenQuery],
        ),
        ("a proxy that drops the query", encrypted(), right().query(|_| String::new()), missing("timestamp")),
        ("a URL out of HTML", encrypted(), right().query(|query| query.replace('&', "&amp;")), missing("timestamp")),
        ("a nonce that was left out", encrypted(), right().without("nonce"), missing("nonce")),
        ("msg_signature left out", encrypted(), right().without("msg_signature"), missing("msg_signature")),
        (
            "signature left out, in plain mode",
            plain(),
            Request::plain(TEXT_JSON).without("signature"),
            missing("signature"),
        ),
        ("a URL check opened in the browser", encrypted(), wechat_check().without("echostr"), missing("echostr")),
        (
            "a timestamp that became a float",
            encrypted(),
            right().with("timestamp", "1714112445.0"),
            vec![Finding::MalformedStamp],
        ),
        ("a nonce that became null", encrypted(), right().with("nonce", ""), vec![Finding::MalformedStamp]),
        (
            "a query encoded as a whole",
            encrypted(),
            right().with("nonce", "4156%252D70741"),
            vec![Finding::PercentEncodedTwice],
        ),
        (
            "an echostr encoded twice",
            wecom(),
            wecom_check("1").query(|query| query.replace('%', "%25")),
            vec![Finding::PercentEncodedTwice],
        ),
        (
            "an echostr decoded as a form",
            wecom(),
            wecom_check_with_plus().query(|query| query.replace("%2B", "%20")),
            vec![Finding::PlusBecameSpace],
        ),
        (
            "signature passed as msg_signature",
            encrypted(),
            right().with("msg_signature", &right().parameter("signature")),
            vec![Finding::SignatureForMsgSignature],
        ),
        (
            "msg_signature passed as signature",
            plain(),
            Request::compatible(TEXT_XML).with("signature", &Request::compatible(TEXT_XML).parameter("msg_signature")),
            vec![Finding::MsgSignatureForSignature],
        ),
        (
            "upper-case digits",
            encrypted(),
            right().with("msg_signature", &right().parameter("msg_signature").to_uppercase()),
            vec![Finding::UpperCaseSignature],
        ),
        (
            "upper-case digits of a URL check",
            encrypted(),
            wechat_check().with("signature", &wechat_check().parameter("signature").to_uppercase()),
            vec![Finding::UpperCaseSignature],
        ),
    ]
}

/// Of the body as it comes over the wire.
fn broken_bodies() -> Vec<Case> {
    let xml = || Request::push(&crypt(), TEXT_XML, Format::Xml);
    let wrapped = |body: &str| {
        let encrypt = body.split("CDATA[").last().unwrap().split(']').next().unwrap();
        let lines: Vec<&str> = encrypt.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
        body.replace(encrypt, &lines.join("\n"))
    };
    vec![
        (
            "a body encoded as a form",
            encrypted(),
            right().body(|body| body.replace('+', "%2B").replace('=', "%3D")),
            vec![Finding::PercentEncodedTwice],
        ),
        (
            "a body decoded as a form",
            encrypted(),
            right().body(|body| body.replace('+', " ")),
            vec![Finding::PlusBecameSpace],
        ),
        (
            "the same where the first + is lost",
            encrypted(),
            push_with_leading_plus(Format::Xml).body(|body| body.replace('+', " ")),
            vec![Finding::PlusBecameSpace],
        ),
        (
            "the same in JSON",
            encrypted(),
            push_with_leading_plus(Format::Json).body(|body| body.replace('+', " ")),
            vec![Finding::PlusBecameSpace],
        ),
        ("an empty body", encrypted(), right().body(|_| String::new()), vec![Finding::NotAnEnvelope]),
        (
            "a body that a parser has read",
            encrypted(),
            right().body(|_| "[object Object]".into()),
            vec![Finding::NotAnEnvelope],
        ),
        ("a form", plain(), Request::plain(TEXT_XML).body(|_| "xml=1".into()), vec![Finding::NotAnEnvelope]),
        ("a limit that is too low", encrypted().max_body(64), right(), vec![Finding::BodyTooLarge]),
        ("base64 in lines of 76", encrypted(), xml().body(wrapped), vec![Finding::BodyReserialised]),
        (
            "JSON escaped once more",
            encrypted(),
            right().body(|body| body.replace('/', "\\\\/")),
            vec![Finding::BodyReserialised],
        ),
        ("another request's body", encrypted(), right().body(|_| xml().body), vec![Finding::BodyChanged]),
        (
            "the same without signature to tell",
            encrypted(),
            right().without("signature").body(|_| xml().body),
            vec![Finding::AnotherToken],
        ),
        (
            "seconds and milliseconds",
            encrypted(),
            Request::from(
                platform::push(&crypt(), b"{}", forger::stamp("1714112445000", NONCE), Format::Json, &[1; 16]).unwrap(),
            ),
            vec![Finding::StaleTimestamp { seconds: 1_714_112_445 - 1_714_112_445_000 }],
        ),
    ]
}

/// Of the console and of the server's settings.
fn wrong_settings() -> Vec<Case> {
    let of = |crypt: MsgCrypt| Request::push(&crypt, TEXT_JSON, Format::Json);
    let other_token = || MsgCrypt::new("OtherToken", KEY, RECEIVE_ID).unwrap();
    let other_key = || MsgCrypt::new(TOKEN, "A".repeat(43), RECEIVE_ID).unwrap();
    let robot = || Request::push(&crypt_for("").dialect(Dialect::Wecom), TEXT_JSON, Format::Json);
    let to_16 = || {
        Request::sealed(&forger::encrypt(
            KEY,
            &forger::padded(forger::frame_of(b"{\"MsgType\":\"event\",\"Event\":\"a\"}"), 16),
        ))
    };
    vec![
        ("the console in plain mode", encrypted(), Request::plain(TEXT_XML), vec![Finding::PlaintextBody]),
        (
            "the same of the open platform",
            encrypted(),
            Request::plain(r#"{"AppId":"wx1","InfoType":"authorized"}"#),
            vec![Finding::PlaintextBody],
        ),
        ("the console in safe mode", plain(), right(), vec![Finding::EncryptedBody]),
        ("the Token of another app", encrypted(), of(other_token()), vec![Finding::AnotherToken]),
        (
            "the same of a plain endpoint",
            Endpoint::plain("OtherToken").unwrap(),
            Request::plain(TEXT_XML),
            vec![Finding::AnotherToken],
        ),
        ("WeCom's URL check", encrypted(), wecom_check("1616140317555161061"), vec![Finding::DialectIsWecom]),
        ("WeChat's URL check", wecom(), wechat_check(), vec![Finding::DialectIsWechat]),
        ("a key that was not copied", encrypted(), of(other_key()), vec![Finding::AnotherKey]),
        (
            "a pair that was mixed up",
            Endpoint::new(other_token()).also_accept(other_key()),
            of(MsgCrypt::new("OtherToken", "A".repeat(43), RECEIVE_ID).unwrap()),
            vec![Finding::KeyOfOtherSettings],
        ),
        (
            "a rotation",
            Endpoint::new(other_key()).also_accept(crypt()),
            right(),
            vec![Finding::OpenedByFurtherSettings],
        ),
        (
            "the same of the URL check",
            Endpoint::new(other_token()).also_accept(crypt()),
            wechat_check(),
            vec![Finding::OpenedByFurtherSettings],
        ),
        ("an authorizer's AppID", Endpoint::new(crypt_for("wxfedcba9876543210")), right(), vec![Finding::AnotherAppId]),
        (
            "the same during a rotation",
            Endpoint::new(other_key()).also_accept(crypt_for("wxfedcba9876543210")),
            right(),
            vec![Finding::AnotherAppId, Finding::AnotherKey],
        ),
        (
            "a suite's event",
            Endpoint::new(crypt_for(WECOM_ID)),
            of(crypt_for("suite4xxxxxxxxxxxxxxx")),
            vec![Finding::AnotherCorpOrSuite],
        ),
        ("a smart robot", Endpoint::new(crypt_for(WECOM_ID)), robot(), vec![Finding::EmptyReceiveId]),
        ("a gh_ id as the receive id", Endpoint::new(crypt_for("gh_1")), right(), vec![Finding::AnotherReceiveId]),
        ("a sender of one's own", encrypted(), to_16(), vec![Finding::PaddedTo16]),
        (
            "a reply that came back",
            encrypted(),
            Request::sealed(&forger::seal(r#"{"MsgType":"widget_data"}"#)),
            vec![Finding::ReflectedReply],
        ),
        (
            "the same in clear",
            plain(),
            Request::plain(r#"{"MsgType":"transfer_customer_service"}"#),
            vec![Finding::ReflectedReply],
        ),
        ("a reply to a user", encrypted().account("gh_2").unwrap(), right(), vec![Finding::AnotherAccount]),
        (
            "a message that is no document",
            encrypted(),
            Request::sealed(&forger::seal("hello")),
            vec![Finding::MalformedMessage],
        ),
        ("a message as an echostr", wecom(), wecom_check(TEXT_JSON), vec![Finding::MessageAsEchostr]),
    ]
}

fn cases() -> Vec<Case> {
    broken_queries().into_iter().chain(broken_bodies()).chain(wrong_settings()).collect()
}

#[test]
fn every_mistake_is_named() {
    for (name, endpoint, Request { method, query, body }, expected) in cases() {
        let findings = endpoint.diagnose(method, &query, body.as_bytes(), NOW);
        assert_eq!(findings, expected, "{name}: {query} {body}");
        let received = endpoint.receive(method, &query, body.as_bytes(), NOW);
        assert_eq!(
            received.is_ok(),
            findings.iter().all(|finding| matches!(finding, Finding::OpenedByFurtherSettings | Finding::PaddedTo16)),
            "{name}: {received:?}"
        );
    }
}

#[test]
fn every_finding_has_a_case() {
    let made: Vec<&str> = cases().into_iter().flat_map(|case| case.3).map(Finding::name).collect();
    for finding in Finding::ALL {
        assert!(made.contains(&finding.name()), "{finding:?}");
    }
}

#[test]
fn the_clock() {
    let request = Request::push(&crypt(), TEXT_JSON, Format::Json);
    let diagnose = |endpoint: Endpoint, now| endpoint.diagnose("POST", &request.query, request.body.as_bytes(), now);
    for (now, seconds) in [(NOW + 301, 301), (NOW - 301, -301), (0, -1_714_112_445), (NOW + 8 * 3600, 28_800)] {
        assert_eq!(diagnose(encrypted(), now), [Finding::StaleTimestamp { seconds }]);
        assert_eq!(diagnose(encrypted().tolerance(None), now), []);
    }
    assert_eq!(diagnose(encrypted(), NOW + 300), []);
    assert!(matches!(diagnose(encrypted(), u64::MAX)[..], [Finding::StaleTimestamp { .. }]));
}

#[test]
fn right_requests() {
    let rights = [
        (encrypted(), Request::push(&crypt(), TEXT_XML, Format::Xml)),
        (encrypted(), Request::push(&crypt(), TEXT_JSON, Format::Json).without("signature")),
        (encrypted().account("gh_1").unwrap(), Request::compatible(TEXT_XML)),
        (wecom(), Request::push(&crypt().dialect(Dialect::Wecom), TEXT_JSON, Format::Json)),
        (plain(), Request::plain(TEXT_XML)),
        (plain(), Request::compatible(r#"{"AppId":"wx1","InfoType":"authorized"}"#)),
        (plain(), wechat_check()),
        (encrypted(), wechat_check()),
        (wecom(), wecom_check("1616140317555161061")),
        (encrypted().also_accept(crypt().dialect(Dialect::Wecom)), wechat_check()),
    ];
    for (endpoint, Request { method, query, body }) in rights {
        assert_eq!(endpoint.diagnose(method, &query, body.as_bytes(), NOW), [], "{query} {body}");
    }
}

#[test]
fn findings_hold_no_secrets() {
    let secrets = [TOKEN, KEY, "OtherToken", "plaintextThatNobodyMaySee", RECEIVE_ID];
    for (name, endpoint, Request { method, query, body }, _) in cases() {
        for finding in endpoint.diagnose(method, &query, body.as_bytes(), NOW) {
            let shown = format!("{finding:?} {}", finding.text());
            assert!(!secrets.iter().any(|secret| shown.contains(secret)), "{name}: {shown}");
            assert!(finding.text().len() > 30 && finding.text().ends_with(['.', ')']), "{shown}");
        }
        let shown = format!("{endpoint:?} {:?}", endpoint.receive(method, &query, body.as_bytes(), NOW).err());
        assert!(!secrets[..4].iter().any(|secret| shown.contains(secret)), "{shown}");
    }
}
