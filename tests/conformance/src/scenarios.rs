//! The scenarios of `tests/scenarios`, as its README describes them.
#![expect(clippy::indexing_slicing, reason = "a JSON value that is indexed with a name it lacks gives null")]

use std::error::Error;
use std::fs;

use serde_json::Value;

use crate::corpus::text;
use crate::in_repository;

/// One request, and what must come of it.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names are the file's")]
pub struct Scenario {
    pub id: String,
    pub endpoint: Accepts,
    pub request: Request,
    pub now: u64,
    pub expected: Value,
    /// The uniform view as compact JSON, in the order of the file.
    pub message_json: String,
    /// The names of the findings, where the scenario says.
    pub diagnose: Option<Vec<String>>,
}

/// The settings of an `Endpoint`.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names are the product's")]
pub struct Accepts {
    pub crypts: Vec<Crypt>,
    /// The Token of a plain endpoint, which has no `crypts`.
    pub plain: Option<String>,
    pub tolerance: Option<u64>,
    pub account: Option<String>,
    pub max_body: Option<usize>,
}

impl Accepts {
    /// Reads the settings.
    ///
    /// # Errors
    /// They are written down wrongly.
    pub fn read(endpoint: &Value) -> Result<Self, String> {
        let mut crypts = Vec::new();
        for crypt in endpoint["crypts"].as_array().map(Vec::as_slice).unwrap_or_default() {
            crypts.push(Crypt {
                token: text(crypt, "token")?.to_owned(),
                encoding_aes_key: text(crypt, "encoding_aes_key")?.to_owned(),
                receive_id: text(crypt, "receive_id")?.to_owned(),
                dialect: text(crypt, "dialect")?.to_owned(),
            });
        }
        Ok(Accepts {
            crypts,
            plain: owned(&endpoint["plain"]),
            tolerance: endpoint["tolerance"].as_u64(),
            account: owned(&endpoint["account"]),
            max_body: endpoint["max_body"].as_u64().and_then(|bytes| bytes.try_into().ok()),
        })
    }
}

/// The settings of a `MsgCrypt`.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names are the product's")]
pub struct Crypt {
    pub token: String,
    pub encoding_aes_key: String,
    pub receive_id: String,
    pub dialect: String,
}

/// A request as it goes over the wire.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names are the product's")]
pub struct Request {
    pub method: String,
    pub query: Vec<u8>,
    pub body: Vec<u8>,
}

/// A call of an answer method.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method's name.
    pub name: String,
    arguments: Value,
    /// The server's time.
    pub now: u64,
    /// The random bytes.
    pub random: [u8; 16],
}

impl Call {
    /// Reads a call.
    ///
    /// # Errors
    /// It is written down wrongly.
    pub fn read(answer: &Value) -> Result<Self, String> {
        Ok(Call {
            name: text(answer, "call")?.to_owned(),
            arguments: answer["arguments"].clone(),
            now: number(answer, "now")?,
            random: text(answer, "random")?.as_bytes().try_into().map_err(|_| "random is not 16 characters long")?,
        })
    }

    /// An argument that is text, and empty where the scenario leaves it out.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.optional(name).unwrap_or_default()
    }

    /// An argument that need not be there.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<&str> {
        self.arguments[name].as_str()
    }

    /// An argument that is a number, and 0 where the scenario leaves it out.
    #[must_use]
    pub fn number<N: TryFrom<i64> + Default>(&self, name: &str) -> N {
        self.arguments[name].as_i64().and_then(|number| N::try_from(number).ok()).unwrap_or_default()
    }

    /// An argument that is `true`.
    #[must_use]
    pub fn is_true(&self, name: &str) -> bool {
        self.arguments[name] == true
    }

    /// Several texts, which need not be there.
    #[must_use]
    pub fn texts(&self, name: &str) -> Option<Vec<&str>> {
        Some(self.arguments[name].as_array()?.iter().filter_map(Value::as_str).collect())
    }

    /// Title, description, picture and URL of the articles.
    #[must_use]
    pub fn articles(&self) -> Vec<[&str; 4]> {
        let articles = self.arguments["articles"].as_array().map(Vec::as_slice).unwrap_or_default();
        let names = ["title", "description", "pic_url", "url"];
        articles.iter().map(|article| names.map(|name| article[name].as_str().unwrap_or_default())).collect()
    }
}

/// All scenarios.
///
/// # Errors
/// The file cannot be read, or holds none.
pub fn scenarios() -> Result<Vec<Scenario>, Box<dyn Error>> {
    let path = in_repository("tests/scenarios/endpoint.json");
    let file = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let value: Value = serde_json::from_str(&file)?;
    let scenarios = value["scenarios"].as_array().filter(|scenarios| !scenarios.is_empty()).ok_or("no scenarios")?;
    // The order of an object's members is lost in a `Value`, so the messages are cut out of the file.
    let mut messages = file.split("\n    \"message\": ").skip(1);
    let mut all = Vec::new();
    for scenario in scenarios {
        let has_message = !scenario["expected"]["message"].is_null();
        let message_json = match has_message.then(|| messages.next()).flatten() {
            Some(rest) => {
                let end = rest.find("\n    }").ok_or("a message without an end")?;
                compact(rest.get(..end).unwrap_or_default()) + "}"
            }
            None => String::new(),
        };
        all.push(read(scenario, message_json).map_err(|error| format!("{}: {error}", scenario["id"]))?);
    }
    Ok(all)
}

fn read(scenario: &Value, message_json: String) -> Result<Scenario, String> {
    let request = &scenario["request"];
    Ok(Scenario {
        id: text(scenario, "id")?.to_owned(),
        endpoint: Accepts::read(&scenario["endpoint"])?,
        request: Request {
            method: text(request, "method")?.to_owned(),
            query: text(request, "query")?.into(),
            body: text(request, "body")?.into(),
        },
        now: number(scenario, "now")?,
        expected: scenario["expected"].clone(),
        message_json,
        diagnose: scenario["diagnose"].as_array().map(|names| names.iter().filter_map(owned).collect()),
    })
}

fn owned(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A number of a JSON object.
///
/// # Errors
/// It is missing, or no number.
pub fn number(object: &Value, name: &str) -> Result<u64, String> {
    object[name].as_u64().ok_or_else(|| format!("there is no number {name}"))
}

/// JSON without the white space between its values.
fn compact(json: &str) -> String {
    let (mut compact, mut inside, mut escaped) = (String::new(), false, false);
    for character in json.chars() {
        if inside || !character.is_ascii_whitespace() {
            compact.push(character);
        }
        if !escaped && character == '"' {
            inside = !inside;
        }
        escaped = inside && !escaped && character == '\\';
    }
    compact
}
