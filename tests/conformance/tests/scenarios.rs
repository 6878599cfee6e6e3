//! Every scenario through every implementation: one test each, named `<implementation>::<id of the scenario>`.

use std::error::Error;
use std::fmt::Debug;
use std::process::ExitCode;

use conformance::corpus::{error, text};
use conformance::scenarios::{self, Call, Scenario};
use conformance::{Failure, Implementation, Incoming, Response};
use libtest_mimic::{Arguments, Trial};
use serde_json::Value;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::from_args();
    let scenarios = scenarios::scenarios()?;
    let mut trials = Vec::new();
    for (name, implementation) in conformance::implementations() {
        for scenario in &scenarios {
            let (implementation, scenario) = (implementation.clone(), scenario.clone());
            trials.push(Trial::test(format!("{name}::{}", scenario.id), move || Ok(run(implementation?, &scenario)?)));
        }
    }
    Ok(libtest_mimic::run(&arguments, trials).exit_code())
}

fn run(implementation: &dyn Implementation, scenario: &Scenario) -> Result<(), String> {
    let endpoint = implementation.endpoint(&scenario.endpoint).map_err(|failure| format!("the endpoint: {failure}"))?;
    if let Some(names) = &scenario.diagnose {
        let findings = endpoint.diagnose(&scenario.request, scenario.now).map_err(|failure| failure.to_string())?;
        let findings: Value = serde_json::from_str(&findings).map_err(|error| format!("{findings}: {error}"))?;
        let found = findings.as_array().map(Vec::as_slice).unwrap_or_default();
        same("diagnose", names, &found.iter().filter_map(|one| one["name"].as_str().map(str::to_owned)).collect())?;
        if found.iter().any(|one| one["text"].as_str().is_none_or(str::is_empty)) {
            return Err(format!("a finding without a text: {findings}"));
        }
    }
    let expected = &scenario.expected;
    let incoming = match (endpoint.receive(&scenario.request, scenario.now), expected.get("error")) {
        (Ok(incoming), None) => incoming,
        (Ok(_), Some(error)) => return Err(format!("it is received; expected {error}")),
        (Err(failure), None) => return Err(format!("it is refused: {failure}")),
        (Err(failure), Some(error)) => {
            is(&failure, error)?;
            return same("http_status", &error["http_status"], &failure.http_status.into());
        }
    };
    same("kind", text(expected, "kind")?, incoming.kind())?;
    if incoming.kind() == "url_check" {
        let response = incoming.response().map_err(|failure| format!("response: {failure}"))?;
        return is_response(&response, &expected["response"]);
    }
    push(&*incoming, scenario)?;
    for answer in expected["answers"].as_array().map(Vec::as_slice).unwrap_or_default() {
        let call = Call::read(answer)?;
        let judged = match (incoming.answer(&call), answer.get("error")) {
            (Ok(response), None) => is_response(&response, &answer["response"]),
            (Ok(_), Some(error)) => Err(format!("it is written; expected {error}")),
            (Err(failure), None) => Err(failure.to_string()),
            (Err(failure), Some(error)) => is(&failure, error),
        };
        judged.map_err(|wrong| format!("{} {}: {wrong}", call.name, answer["arguments"]))?;
    }
    Ok(())
}

fn push(incoming: &dyn Incoming, scenario: &Scenario) -> Result<(), String> {
    let expected = &scenario.expected;
    let failed = |what: &'static str| move |failure: Failure| format!("{what}: {failure}");
    same("format", text(expected, "format")?, incoming.format())?;
    // First, since no other accessor may depend on the message having been read.
    same("replay_key", text(expected, "replay_key")?, &*incoming.replay_key().map_err(failed("replay_key"))?)?;
    same("message", &scenario.message_json, &incoming.message_json().map_err(failed("message"))?)?;
    same("dedup_key", text(expected, "dedup_key")?, &*incoming.dedup_key().map_err(failed("dedup_key"))?)?;
    let accessors = &expected["accessors"];
    for name in ["to_user_name", "from_user_name", "msg_type", "event", "msg_id", "info_type"] {
        let found = incoming.accessor(name).map_err(failed("an accessor"))?;
        same(name, &accessors[name], &found.into())?;
    }
    same("create_time", &accessors["create_time"].as_i64(), &incoming.create_time())?;
    let message = expected["message"].as_object().ok_or("the message is no object")?;
    for (name, value) in message.iter().chain([(&"nothing".to_owned(), &Value::Null)]) {
        let first = value.as_array().and_then(|values| values.first()).unwrap_or(value);
        let found = incoming.text(name).map_err(failed("text"))?;
        same(name, &first.as_str().map(str::to_owned), &found)?;
        same(name, &integer(first), &incoming.integer(name))?;
        same(name, value, &incoming.value(name).map_err(failed("get"))?)?;
    }
    if scenario.endpoint.plain.is_some() {
        let bytes = incoming.message_bytes().map_err(failed("message_bytes"))?;
        same("message_bytes", &*scenario.request.body, &*bytes)?;
    }
    let Some(query) = expected.get("widget_query") else { return Ok(()) };
    match (incoming.widget_query_json(), query.get("error")) {
        (Ok(found), None) => {
            let found: Value = serde_json::from_str(&found).map_err(|error| format!("{found}: {error}"))?;
            same("widget_query", query, &found)?;
            for (key, value) in query["slots"].as_object().into_iter().flatten() {
                let slot = incoming.widget_slot(key).map_err(failed("widget_slot"))?;
                same(key, &value.as_str(), &slot.as_deref())?;
            }
            same("a slot that is not there", &None, &incoming.widget_slot("nothing").map_err(failed("widget_slot"))?)
        }
        (Ok(found), Some(error)) => Err(format!("widget_query is {found}; expected {error}")),
        (Err(failure), None) => Err(format!("widget_query: {failure}")),
        (Err(failure), Some(error)) => is(&failure, error),
    }
}

/// A whole number, or exactly the digits of one.
fn integer(value: &Value) -> Option<i64> {
    let digits =
        || value.as_str().and_then(|text| serde_json::from_str(text).ok().filter(|n: &i64| n.to_string() == text));
    value.as_i64().or_else(digits)
}

fn is(failure: &Failure, expected: &Value) -> Result<(), String> {
    same("the error", &error(expected)?, &(failure.name.clone(), failure.code))
}

fn is_response(response: &Response, expected: &Value) -> Result<(), String> {
    same("status", &expected["status"], &response.status.into())?;
    same("content_type", text(expected, "content_type")?, &*response.content_type)?;
    let headers = [("Content-Type", &*response.content_type), ("X-Content-Type-Options", "nosniff")];
    same("headers", &headers.map(|(name, value)| (name.to_owned(), value.to_owned()))[..], &*response.headers)?;
    same("body", text(expected, "body")?, &*String::from_utf8_lossy(&response.body))
}

fn same<T: Debug + PartialEq + ?Sized>(what: &str, expected: &T, found: &T) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("{what}\nexpected: {expected:?}\n   found: {found:?}")) }
}
