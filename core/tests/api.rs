//! What an answer of the server API says, beside what `serde_json`'s `Value` says; and what a server makes of an answer that is
//! none.
#![cfg(test)]

mod forger;

use std::error::Error;

use forger::{NONCE, NOW, TEXT_JSON, TIMESTAMP, crypt, for_all};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Number, Value};
use wxseal::{Endpoint, Format, Incoming, Response, api, platform};

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        ((1_i64 << 53) - 3..(1_i64 << 53) + 3).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a0-9\"\\\\/:,{}\\[\\]\u{1}你😀-]{0,24}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec(("[a-c0-9\"\\\\]{0,20}", inner), 0..6).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn without_large_integers(value: &Value) -> Value {
    let safe =
        |number: &Number| number.is_f64() || number.as_i64().is_some_and(|number| number.unsigned_abs() < 1 << 53);
    match value {
        Value::Number(number) if !safe(number) => Value::from(number.to_string()),
        Value::Array(items) => items.iter().map(without_large_integers).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), without_large_integers(value)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

#[test]
fn the_json_of_an_answer_is_the_answer_with_large_integers_as_text() {
    let looked_at = for_all(2000, &(values(), any::<bool>()), |(value, pretty)| {
        let answer: Value = Map::from_iter([("a".to_owned(), value)]).into();
        let written = if pretty { format!("{answer:#}") } else { answer.to_string() };
        let read = api::read(written.as_bytes()).unwrap();
        // Read anew, since a double's digits may be read as its neighbour.
        let expected = without_large_integers(&serde_json::from_str(&written).unwrap());
        prop_assert_eq!(&serde_json::from_str::<Value>(read.to_json()).unwrap(), &expected);
        prop_assert_eq!(read.text("a"), expected["a"].as_str());
        prop_assert_eq!(read.integer("a"), expected["a"].as_i64());
        Ok(read.to_json().len() > 20)
    });
    assert!(looked_at > 500, "{looked_at}");
}

/// A server that asks the API before it answers, as the README's answers.
fn answer(endpoint: &Endpoint, request: &platform::Request, came: &[u8]) -> Result<Response, Box<dyn Error>> {
    match endpoint.receive(request.method, &request.query, &request.body, NOW)? {
        Incoming::UrlCheck(response) => Ok(response),
        Incoming::Push(push) => {
            api::read(came)?;
            Ok(push.success())
        }
    }
}

#[test]
fn a_gateway_s_html_is_no_refusal_of_the_platform_s_request() {
    let request = platform::push(
        &crypt(),
        TEXT_JSON.as_bytes(),
        forger::stamp(TIMESTAMP, NONCE),
        Format::Json,
        b"0123456789abcdef",
    )
    .unwrap();
    let endpoint = Endpoint::new(crypt());
    assert_eq!(answer(&endpoint, &request, b"{}").unwrap().status(), 200);
    for came in ["<html><h1>502 Bad Gateway</h1></html>", r#"{"errcode":-1,"errmsg":"system error"}"#] {
        let failed = answer(&endpoint, &request, came.as_bytes()).unwrap_err();
        assert!(failed.is::<api::ApiError>() && !failed.is::<wxseal::Error>(), "{failed}");
    }
    let forged = platform::Request { query: request.query.replace("msg_signature=", "msg_signature=0"), ..request };
    let refused = answer(&endpoint, &forged, b"{}").unwrap_err();
    assert!(refused.is::<wxseal::Error>());
}
