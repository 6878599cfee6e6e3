//! What an endpoint accepts is its own to choose, never the request's (protocol.md, "Envelopes"): every combination of
//! endpoint, body, `encrypt_type` and signatures.
#![cfg(test)]

mod forger;

use forger::{KEY, NONCE, NOW, RECEIVE_ID, TIMESTAMP, TOKEN, query, seal, sign};
use wxseal::{Dialect, Endpoint, Error, Format, Incoming, MsgCrypt};

/// Which of the two signatures is right, and what becomes of the request where the others are wrong and where they are
/// absent. `sealed` is the message of the cipher text, `clear` the plaintext of the body, the rest is errors.
///
/// A body that is `both` is compatible mode's. `encrypt_type` and the format stand in no row: they change nothing.
const PUSHES: &str = "
    endpoint   body       right          others wrong       others absent

    encrypted  plain      none           MalformedEnvelope  MalformedQuery
    encrypted  plain      signature      MalformedEnvelope  MalformedQuery
    encrypted  plain      msg_signature  MalformedEnvelope  MalformedEnvelope
    encrypted  plain      both           MalformedEnvelope  MalformedEnvelope
    encrypted  encrypted  none           SignatureMismatch  MalformedQuery
    encrypted  encrypted  signature      SignatureMismatch  MalformedQuery
    encrypted  encrypted  msg_signature  sealed             sealed
    encrypted  encrypted  both           sealed             sealed
    encrypted  both       none           SignatureMismatch  MalformedQuery
    encrypted  both       signature      SignatureMismatch  MalformedQuery
    encrypted  both       msg_signature  sealed             sealed
    encrypted  both       both           sealed             sealed

    plain      plain      none           SignatureMismatch  MalformedQuery
    plain      plain      signature      clear              clear
    plain      plain      msg_signature  SignatureMismatch  MalformedQuery
    plain      plain      both           clear              clear
    plain      encrypted  none           SignatureMismatch  MalformedQuery
    plain      encrypted  signature      MalformedEnvelope  MalformedEnvelope
    plain      encrypted  msg_signature  SignatureMismatch  MalformedQuery
    plain      encrypted  both           MalformedEnvelope  MalformedEnvelope
    plain      both       none           SignatureMismatch  MalformedQuery
    plain      both       signature      clear              clear
    plain      both       msg_signature  SignatureMismatch  MalformedQuery
    plain      both       both           clear              clear
";

/// The same of the URL check. `echo` is the echostr as it came, `opened` what it was decrypted to.
const URL_CHECKS: &str = "
    endpoint   dialect    right          others wrong       others absent

    plain      wechat     none           SignatureMismatch  MalformedQuery
    plain      wechat     signature      echo               echo
    plain      wechat     msg_signature  SignatureMismatch  MalformedQuery
    plain      wechat     both           echo               echo
    encrypted  wechat     none           SignatureMismatch  MalformedQuery
    encrypted  wechat     signature      echo               echo
    encrypted  wechat     msg_signature  SignatureMismatch  MalformedQuery
    encrypted  wechat     both           echo               echo
    encrypted  wecom      none           SignatureMismatch  MalformedQuery
    encrypted  wecom      signature      SignatureMismatch  MalformedQuery
    encrypted  wecom      msg_signature  opened             opened
    encrypted  wecom      both           opened             opened
";

fn rows(table: &str) -> Vec<[String; 5]> {
    let row = |line: &str| -> [String; 5] {
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().try_into().expect("five columns")
    };
    table.lines().filter(|line| !line.trim().is_empty()).skip(1).map(row).collect()
}

/// One of the two messages of a body, with a field that says which it is.
fn message(format: Format, by: &str, from: &str) -> String {
    match (format, by) {
        (Format::Xml, "MsgType") => format!(
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>7</CreateTime><MsgType>text</MsgType><Content>{from}</Content></xml>"
        ),
        (Format::Json, "MsgType") => {
            format!(r#"{{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"{from}"}}"#)
        }
        (Format::Xml, _) => {
            format!("<xml><AppId>wx1</AppId><InfoType>authorized</InfoType><Content>{from}</Content></xml>")
        }
        (Format::Json, _) => format!(r#"{{"AppId":"wx1","InfoType":"authorized","Content":"{from}"}}"#),
    }
}

fn body(kind: &str, format: Format, clear: &str, encrypt: &str) -> String {
    let to = |fields: &str| match format {
        Format::Xml => format!("<xml>{fields}<Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>"),
        Format::Json => format!(r#"{{{fields},"Encrypt":"{encrypt}"}}"#),
    };
    match (kind, format) {
        ("plain", _) => clear.to_owned(),
        ("both", Format::Xml) => to(clear.strip_prefix("<xml>").unwrap().strip_suffix("</xml>").unwrap()),
        ("both", Format::Json) => to(clear.strip_prefix('{').unwrap().strip_suffix('}').unwrap()),
        (_, Format::Xml) => to("<ToUserName><![CDATA[gh_1]]></ToUserName>"),
        (_, Format::Json) => to(r#""ToUserName":"gh_1""#),
    }
}

/// The query, with right values for the signatures that `right` names and `other` for the rest.
fn request_query(right: &str, other: Option<&str>, encrypt: &str, further: &[(&str, &str)]) -> String {
    let (three_parts, four_parts) = (sign(&[TOKEN, TIMESTAMP, NONCE]), sign(&[TOKEN, TIMESTAMP, NONCE, encrypt]));
    let mut pairs = vec![("timestamp", TIMESTAMP), ("nonce", NONCE)];
    for (name, value) in [("signature", &*three_parts), ("msg_signature", &*four_parts)] {
        let value = if right == name || right == "both" { Some(value) } else { other };
        pairs.extend(value.map(|value| (name, value)));
    }
    pairs.extend(further);
    query(&pairs)
}

fn endpoint(kind: &str, dialect: &str) -> Endpoint {
    match kind {
        "plain" => Endpoint::plain(TOKEN).unwrap(),
        _ => Endpoint::new(MsgCrypt::new(TOKEN, KEY, RECEIVE_ID).unwrap().dialect(dialect.parse::<Dialect>().unwrap())),
    }
}

/// What the table calls it.
fn outcome(endpoint: &Endpoint, query: &str, body: &str) -> String {
    match forger::receive(endpoint, query, body.as_bytes()) {
        Ok(push) => push.message().unwrap().text("Content").unwrap().to_owned(),
        Err(error) => error.name().to_owned(),
    }
}

#[test]
fn every_cell() {
    let wrong = "0123456789abcdef0123456789abcdef01234567";
    let mut cells = 0;
    for [kind, body_kind, right, where_wrong, where_absent] in rows(PUSHES) {
        for (other, expected) in [(Some(wrong), where_wrong), (None, where_absent)] {
            for format in [Format::Xml, Format::Json] {
                for by in ["MsgType", "InfoType"] {
                    for encrypt_type in [None, Some("raw"), Some("aes")] {
                        let further: Vec<_> = encrypt_type.map(|name| ("encrypt_type", name)).into_iter().collect();
                        let encrypt = seal(&message(format, by, "sealed"));
                        let query = request_query(&right, other, &encrypt, &further);
                        let body = body(&body_kind, format, &message(format, by, "clear"), &encrypt);
                        let found = outcome(&endpoint(&kind, "wechat"), &query, &body);
                        assert_eq!(found, expected, "{kind}, {body_kind}, {right}, {query}, {body}");
                        cells += 1;
                    }
                }
            }
        }
    }
    assert_eq!(cells, 24 * 2 * 2 * 2 * 3);
}

#[test]
fn neither_signature_stands_in_for_the_other() {
    for format in [Format::Xml, Format::Json] {
        let encrypt = seal(&message(format, "MsgType", "sealed"));
        let [three_parts, four_parts] = [sign(&[TOKEN, TIMESTAMP, NONCE]), sign(&[TOKEN, TIMESTAMP, NONCE, &encrypt])];
        let pairs =
            [("signature", &*four_parts), ("msg_signature", &three_parts), ("timestamp", TIMESTAMP), ("nonce", NONCE)];
        let both = body("both", format, &message(format, "MsgType", "clear"), &encrypt);
        for kind in ["encrypted", "plain"] {
            assert_eq!(outcome(&endpoint(kind, "wechat"), &query(&pairs), &both), "SignatureMismatch");
        }
    }
}

#[test]
fn every_url_check() {
    let wrong = "0123456789abcdef0123456789abcdef01234567";
    let echostr = seal("1616140317555161061");
    let mut checks = 0;
    for [kind, dialect, right, where_wrong, where_absent] in rows(URL_CHECKS) {
        for (other, expected) in [(Some(wrong), where_wrong), (None, where_absent)] {
            let query = request_query(&right, other, &echostr, &[("echostr", &echostr)]);
            let found = match endpoint(&kind, &dialect).receive("GET", &query, b"", NOW) {
                Ok(Incoming::UrlCheck(response)) if response.body() == echostr.as_bytes() => "echo",
                Ok(Incoming::UrlCheck(response)) if response.body() == b"1616140317555161061" => "opened",
                Ok(other) => panic!("{other:?}"),
                Err(error) => error.name(),
            };
            assert_eq!(found, expected, "{kind}, {dialect}, {right}, {query}");
            checks += 1;
        }
    }
    assert_eq!(checks, 24);
}

/// The format is told by the body, and the answer has it too.
#[test]
fn the_first_byte_says_the_format() {
    let encrypt = seal(&message(Format::Json, "MsgType", "sealed"));
    let query = request_query("msg_signature", None, &encrypt, &[]);
    for (before, format) in [("", Format::Xml), ("\u{feff}", Format::Json), ("\r\n\t ", Format::Xml)] {
        let body = format!("{before}{}", forger::envelope(format, &encrypt));
        assert_eq!(
            forger::receive(&endpoint("encrypted", "wechat"), &query, body.as_bytes()).unwrap().format(),
            format
        );
    }
}

#[test]
fn methods_and_parameters() {
    let encrypt = seal(&message(Format::Json, "MsgType", "sealed"));
    let body = forger::envelope(Format::Json, &encrypt);
    let right = request_query("both", None, &encrypt, &[("encrypt_type", "aes")]);
    let endpoint = endpoint("encrypted", "wechat");
    assert!(endpoint.receive("POST", &right, body.as_bytes(), NOW).is_ok());
    for method in ["PUT", "HEAD", "OPTIONS", "post", "get", "", "POST "] {
        assert_eq!(endpoint.receive(method, &right, body.as_bytes(), NOW).unwrap_err(), Error::UnknownMethod);
    }
    for name in ["signature", "msg_signature", "timestamp", "nonce", "encrypt_type"] {
        let repeated = format!("{right}&{name}=1");
        assert_eq!(endpoint.receive("POST", &repeated, body.as_bytes(), NOW).unwrap_err(), Error::MalformedQuery);
    }
    for (kind, name) in [("echostr", "GET"), ("timestamp", "POST"), ("nonce", "POST"), ("msg_signature", "POST")] {
        let without: Vec<_> = right.split('&').filter(|pair| !pair.starts_with(&format!("{kind}="))).collect();
        let found = endpoint.receive(name, without.join("&"), body.as_bytes(), NOW);
        assert_eq!(found.unwrap_err(), Error::MalformedQuery, "{kind}");
    }
}

/// In whole seconds and in both directions; and a time has ten digits, whoever looks at the clock.
#[test]
fn the_tolerance() {
    let encrypt = seal(&message(Format::Json, "MsgType", "sealed"));
    let body = forger::envelope(Format::Json, &encrypt);
    let receive = |tolerance, timestamp: &str, now| {
        let signature = sign(&[TOKEN, timestamp, NONCE, &encrypt]);
        let query = query(&[("timestamp", timestamp), ("nonce", NONCE), ("msg_signature", &signature)]);
        endpoint("encrypted", "wechat").tolerance(tolerance).receive("POST", &query, body.as_bytes(), now).map(drop)
    };
    for seconds in [0, 1, 299, 300, 301, NOW, u64::MAX] {
        for tolerance in [Some(0), Some(1), Some(300), Some(u64::MAX), None] {
            for now in [NOW.saturating_sub(seconds), NOW.saturating_add(seconds)] {
                let holds = tolerance.is_none_or(|tolerance| now.abs_diff(NOW) <= tolerance);
                let expected = if holds { Ok(()) } else { Err(Error::StaleTimestamp { timestamp: NOW, now }) };
                assert_eq!(receive(tolerance, TIMESTAMP, now), expected, "{tolerance:?}, {now}");
            }
        }
    }
    for timestamp in ["1", "171411244", "01714112445", "1714112445000", "0001714112445"] {
        let now = timestamp.parse().unwrap();
        for tolerance in [Some(300), Some(u64::MAX), None] {
            assert_eq!(receive(tolerance, timestamp, now), Err(Error::StaleTimestamp { timestamp: now, now }));
        }
    }
}
