//! `diagnose` finds something wrong with a request if and only if `receive` refuses it.
#![cfg(test)]

mod forger;

use forger::{Dice, KEY, NONCE, NOW, RECEIVE_ID, TEXT_JSON, TEXT_XML, TIMESTAMP, TOKEN, crypt};
use wxseal::{Dialect, Endpoint, Finding, Format, MsgCrypt, platform};

/// What is told of requests that are right as well.
fn is_information(finding: &Finding) -> bool {
    matches!(finding, Finding::OpenedByFurtherSettings | Finding::PaddedTo16)
}

/// Leaves most as they are.
fn mutate(dice: &mut Dice, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..dice.below(6).saturating_sub(3) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(4) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(7),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => bytes.insert(at, *dice.pick(b" +%&=<>{}\"\\/A0")),
            _ => bytes.truncate(bytes.len() - dice.below(3).min(bytes.len())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Right for a request that is received, wrong for one that is not.
#[test]
fn diagnose_and_receive_agree() {
    let mut dice = Dice::new(7);
    let other_token = || MsgCrypt::new("OtherToken", KEY, RECEIVE_ID).unwrap();
    let endpoints: [fn() -> Endpoint; 8] = [
        || Endpoint::new(crypt()),
        || Endpoint::new(crypt().max_body(300)),
        || Endpoint::new(crypt()).account("gh_2").unwrap(),
        || Endpoint::plain(TOKEN).unwrap(),
        || Endpoint::plain(TOKEN).unwrap().max_body(120).account("gh_1").unwrap(),
        || Endpoint::new(MsgCrypt::new("OtherToken", KEY, RECEIVE_ID).unwrap()).also_accept(crypt()),
        || Endpoint::new(crypt()).also_accept(crypt().dialect(Dialect::Wecom)),
        || Endpoint::new(crypt().dialect(Dialect::Wecom)).also_accept(MsgCrypt::new("OtherToken", KEY, "wx").unwrap()),
    ];
    let info_json = r#"{"AppId":"wx1","InfoType":"authorized"}"#;
    let reply = r#"{"ToUserName":"o1","FromUserName":"gh_1","MsgType":"widget_data"}"#;
    let messages =
        [TEXT_XML, TEXT_JSON, info_json, reply, "{}", "1616140317555161061", r#"{"Encrypt":"a","encrypt":"b"}"#];
    let (mut right, mut wrong) = (0, 0);
    for round in 0..20_000 {
        let endpoint = endpoints[round % endpoints.len()]();
        let (message, random) = (*dice.pick(&messages), dice.bytes());
        let crypt = if dice.below(4) == 0 { other_token() } else { crypt() };
        let timestamp = *dice.pick(&[TIMESTAMP, TIMESTAMP, TIMESTAMP, "1714112000", "1714112445000"]);
        let format = *dice.pick(&[Format::Xml, Format::Json]);
        let request = match dice.below(5) {
            0 => platform::url_check(TOKEN, forger::stamp(timestamp, NONCE), message),
            1 => platform::encrypted_url_check(&crypt, forger::stamp(timestamp, NONCE), message, &random),
            2 => platform::plain_push(TOKEN, message.as_bytes(), forger::stamp(timestamp, NONCE)),
            3 => platform::compatible_push(&crypt, message.as_bytes(), forger::stamp(timestamp, NONCE), &random),
            _ => platform::push(&crypt, message.as_bytes(), forger::stamp(timestamp, NONCE), format, &random),
        };
        let Ok(request) = request else { continue };
        let query = mutate(&mut dice, &request.query);
        let body = mutate(&mut dice, str::from_utf8(&request.body).unwrap());
        let received = endpoint.receive(request.method, &query, body.as_bytes(), NOW);
        let findings = endpoint.diagnose(request.method, &query, body.as_bytes(), NOW);
        let told = findings.iter().any(|finding| !is_information(finding));
        match received {
            Ok(_) => right += 1,
            Err(_) => wrong += 1,
        }
        assert_eq!(
            told,
            received.is_err(),
            "{endpoint:?} {} {query} {body}: {received:?}, {findings:?}",
            request.method
        );
    }
    assert!(right > 2_500 && wrong > 10_000, "{right}, {wrong}");
}
