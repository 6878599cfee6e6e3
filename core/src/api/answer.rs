//! What an answer says.

use std::fmt;

use crate::document::MAX_DEPTH;
use crate::document::json::{members, string};
use crate::message::MAX_SAFE_INTEGER;

/// A successful answer. Its Debug shows the names of its fields only, since a token is among the values.
#[derive(Clone)]
pub struct Answer {
    json: String,
    /// In the order of the wire, repeats included.
    fields: Vec<(String, Field)>,
}

#[derive(Clone)]
enum Field {
    Text(String),
    Integer(i64),
    Other,
}

/// Why a call did not succeed.
///
/// It is no [`Error`](crate::Error): no request was refused, so nothing of it is for the platform to be answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The platform says why.
    Refused {
        /// Its number for it.
        errcode: i64,
        /// Its words for it.
        errmsg: String,
    },
    /// What came is not an answer of the platform's: a gateway's HTML, for one.
    Unreadable,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ApiError::Refused { errcode, errmsg } => write!(f, "{errmsg} ({errcode})"),
            ApiError::Unreadable => {
                f.write_str("the answer is not a JSON object: look at its HTTP status, and for a proxy on the way")
            }
        }
    }
}

impl std::error::Error for ApiError {}

/// Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0.
///
/// # Errors
/// - [`ApiError::Refused`]: its `errcode` is not 0.
/// - [`ApiError::Unreadable`]: it is not a JSON object in UTF-8, or nested deeper than 32.
pub fn read(body: &[u8]) -> Result<Answer, ApiError> {
    let answer = std::str::from_utf8(body).ok().and_then(Answer::parse).ok_or(ApiError::Unreadable)?;
    let errcode = match answer.field("errcode") {
        None => 0,
        Some(Field::Integer(errcode)) => *errcode,
        Some(Field::Text(errcode)) => errcode.parse().map_err(|_| ApiError::Unreadable)?,
        Some(Field::Other) => return Err(ApiError::Unreadable),
    };
    if errcode == 0 {
        return Ok(answer);
    }
    Err(ApiError::Refused { errcode, errmsg: answer.text("errmsg").unwrap_or_default().to_owned() })
}

impl Answer {
    /// A field that is a text, or an integer too large for [`integer`](Answer::integer): its digits.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.field(name)? {
            Field::Text(text) => Some(text),
            Field::Integer(_) | Field::Other => None,
        }
    }

    /// A field that is an integer within ±(2^53 − 1), which every language's numbers hold.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.field(name)? {
            Field::Integer(integer) => Some(*integer),
            Field::Text(_) | Field::Other => None,
        }
    }

    /// The whole answer as JSON: as it came, but that integers beyond ±(2^53 − 1) are the text of their digits, at any depth, so
    /// that no reader rounds an id.
    #[must_use]
    pub fn to_json(&self) -> &str {
        &self.json
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_matches([' ', '\t', '\r', '\n']);
        let fields = members(text)?.into_iter().map(|(name, value)| Some((name, Field::of(value.get())?)));
        let fields = fields.collect::<Option<_>>()?;
        Some(Answer { json: without_large_integers(text)?, fields })
    }

    /// The first of its name.
    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find_map(|(found, field)| (found == name).then_some(field))
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.fields.iter().map(|(name, _)| name)).finish()
    }
}

impl Field {
    fn of(literal: &str) -> Option<Self> {
        Some(match literal.parse() {
            _ if literal.starts_with('"') => Field::Text(string(literal)?),
            _ if is_large_integer(literal) => Field::Text(literal.to_owned()),
            Ok(integer) => Field::Integer(integer),
            Err(_) => Field::Other,
        })
    }
}

/// The same JSON, with quotes around the integers that a double would round. `None` where it is nested deeper than
/// [`MAX_DEPTH`], or a string is no text since it holds half a surrogate pair: not every language's reader takes these.
///
/// Its grammar was checked before, so a token ends where its first byte says that it does.
fn without_large_integers(json: &str) -> Option<String> {
    let (mut out, mut rest, mut depth) = (String::with_capacity(json.len()), json, 0_usize);
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b'"' => string_length(rest),
            b'-' | b'0'..=b'9' => number_length(rest),
            _ => 1,
        };
        let (token, behind) = rest.split_at_checked(length)?;
        match first {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b'"' if token.contains("\\u") => drop(string(token)?),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return None;
        }
        if is_large_integer(token) {
            out.extend(["\"", token, "\""]);
        } else {
            out.push_str(token);
        }
        rest = behind;
    }
    Some(out)
}

/// Up to the quote that no backslash stands before.
fn string_length(json: &str) -> usize {
    let mut escaped = false;
    let ends = |byte: u8| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    };
    json.bytes().skip(1).position(ends).map_or(json.len(), |inside| inside + 2)
}

fn number_length(json: &str) -> usize {
    let more = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
    json.bytes().position(|byte| !more(byte)).unwrap_or(json.len())
}

/// Whether a literal is an integer beyond ±(2^53 − 1).
fn is_large_integer(literal: &str) -> bool {
    let digits = literal.strip_prefix('-').unwrap_or(literal);
    let is_integer = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_integer && digits.parse::<u64>().map_or(true, |size| size > MAX_SAFE_INTEGER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(errcode: i64, errmsg: &str) -> ApiError {
        ApiError::Refused { errcode, errmsg: errmsg.into() }
    }

    #[test]
    fn an_answer_without_errcode_or_with_0_is_a_success() {
        for body in [
            r#"{"errcode":0,"errmsg":"ok"}"#,
            r#"{"errcode":"0"}"#,
            r#"{"errcode":-0}"#,
            r#"{"openid":"o1"}"#,
            " {}\r\n",
            "\u{feff}{}",
        ] {
            assert!(read(body.as_bytes()).is_ok(), "{body}");
        }
    }

    #[test]
    fn a_refusal_says_why() {
        for body in [
            r#"{"errcode":40013,"errmsg":"invalid appid"}"#,
            r#"{"errmsg":"invalid appid","errcode":"40013"}"#,
            r#"{"errcode" : 40013, "errmsg":"\u0069nvalid appid","errcode":0}"#,
        ] {
            let failure = read(body.as_bytes()).unwrap_err();
            assert_eq!(failure, refused(40013, "invalid appid"), "{body}");
            assert_eq!(failure.to_string(), "invalid appid (40013)");
        }
        assert_eq!(read(br#"{"errcode":-1}"#).unwrap_err(), refused(-1, ""));
        let huge = br#"{"errcode":9223372036854775807,"errmsg":7}"#;
        assert_eq!(read(huge).unwrap_err(), refused(i64::MAX, ""));
    }

    #[test]
    fn what_is_no_json_object_is_unreadable() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
        assert!(read(nested(MAX_DEPTH).as_bytes()).is_ok());
        let (deeper, deepest) = (nested(MAX_DEPTH + 1), nested(1 << 20));
        for body in [
            "",
            "[]",
            "null",
            "{",
            "{}{}",
            "{\"a\":}",
            "{\"a\":0123456789012345678901}",
            "{99999999999999999999:1}",
            "<html><head><title>502 Bad Gateway</title></head></html>",
            r#"{"errcode":null}"#,
            r#"{"errcode":1.0}"#,
            r#"{"errcode":"no"}"#,
            r#"{"errcode":9223372036854775808}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"a":{"\ud800":1}}"#,
            &deeper,
            &deepest,
        ] {
            assert_eq!(read(body.as_bytes()).unwrap_err(), ApiError::Unreadable, "{body:.80}");
        }
        assert_eq!(read(b"{\"a\":\"\xff\"}").unwrap_err(), ApiError::Unreadable);
    }

    #[test]
    fn fields_are_read_by_name() {
        let answer = read(
            r#"{"access_token":"A\"\u4f60\ud83d\ude00","expires_in":7200,"msgid":294402298110051942,"n":-9007199254740991,
                "f":7.0,"b":true,"o":{"access_token":"B"},"\u0061":"a","expires_in":1}"#
                .as_bytes(),
        )
        .unwrap();
        assert_eq!(answer.text("access_token"), Some("A\"你😀"));
        assert_eq!((answer.integer("expires_in"), answer.text("expires_in")), (Some(7200), None));
        assert_eq!((answer.integer("msgid"), answer.text("msgid")), (None, Some("294402298110051942")));
        assert_eq!((answer.integer("n"), answer.text("a")), (Some(-9_007_199_254_740_991), Some("a")));
        for name in ["f", "b", "o", "missing", ""] {
            assert_eq!((answer.text(name), answer.integer(name)), (None, None), "{name}");
        }
    }

    #[test]
    fn large_integers_are_text_and_all_else_is_as_it_came() {
        for (came, expected) in [
            ("9007199254740991", "9007199254740991"),
            ("-9007199254740991", "-9007199254740991"),
            ("9007199254740992", "\"9007199254740992\""),
            ("-9007199254740992", "\"-9007199254740992\""),
            ("[1594000000000000001 , -18446744073709551616]", "[\"1594000000000000001\" , \"-18446744073709551616\"]"),
            (r#"{"b":{"c":[[9007199254740993]]}}"#, r#"{"b":{"c":[["9007199254740993"]]}}"#),
        ] {
            let answer = read(format!(" {{\"a\" :{came}\n}} ").as_bytes()).unwrap();
            assert_eq!(answer.to_json(), format!("{{\"a\" :{expected}\n}}"));
        }
        for came in [
            r#"{"f":[1.50,-0.5E-3,1e30,12345678901234567890.5,0,-0],"你":[null,true,false]}"#,
            r#"{"12345678901234567890":"1\"234567890123456789\\","\\":"\u4f6012345678901234567890","\/":"\\\""}"#,
        ] {
            assert_eq!(read(came.as_bytes()).unwrap().to_json(), came);
        }
    }

    #[test]
    fn an_answer_of_8_mb_is_read() {
        let items = "9007199254740993,\"9\\\"\",[1],".repeat(300_000);
        let body = format!("{{\"list\":[{items}0],\"next\":\"N\"}}");
        assert!(body.len() > 8_000_000);
        let answer = read(body.as_bytes()).unwrap();
        assert_eq!(answer.text("next"), Some("N"));
        assert_eq!(answer.to_json().len(), body.len() + 2 * 300_000);
    }

    #[test]
    fn nothing_secret_is_shown() {
        let shown = format!("{:?}", read(br#"{"access_token":"s3cret"}"#).unwrap());
        assert!(shown.contains("access_token") && !shown.contains("s3cret"), "{shown}");
    }
}
