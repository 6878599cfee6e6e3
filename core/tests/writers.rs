//! Whatever is sealed opens, and whatever is written is read by other parsers as what was to be written, or is refused.
#![cfg(test)]

mod forger;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use forger::{KEY, NONCE, NOW, TIMESTAMP, TOKEN, for_all};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use quick_xml::events::Event;
use serde_json::{Value, json};
use wxseal::{Dialect, Endpoint, Error, Format, MsgCrypt, Push, Response, WidgetAnswer, platform};

const FORMATS: [Format; 2] = [Format::Xml, Format::Json];
const DIALECTS: [Dialect; 2] = [Dialect::Wechat, Dialect::Wecom];

/// Texts of every character, and of those that mean something to a reader.
fn text() -> impl Strategy<Value = String> {
    let pieces = ["]]>", "]]", ">", "<![CDATA[", "<", "&amp;", "&", "\"", "\\", "\\\"", "\r", "\r\n", "\n", "\t", "\0"];
    let more =
        ["\u{b}", "\u{c}", "\u{7f}", "\u{85}", "\u{2028}", "\u{fffe}", "\u{feff}", "\u{1f642}", "{", "}", " ", "a"];
    let piece = select([&pieces[..], &more].concat());
    prop_oneof![any::<String>(), vec(piece, 0..8).prop_map(|pieces| pieces.concat())]
}

/// The values of a reply's envelope by the parsers' own trees: cipher text, signature, timestamp, nonce.
fn envelope(body: &str, format: Format) -> [String; 4] {
    match format {
        Format::Xml => ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"].map(|name| xml_field(body, name).unwrap()),
        Format::Json => {
            let value: Value = serde_json::from_str(body).unwrap();
            ["encrypt", "msgsignature", "timestamp", "nonce"].map(|name| {
                let (_, value) = value.as_object().unwrap().iter().find(|(own, _)| own.to_lowercase() == name).unwrap();
                value.as_str().map_or_else(|| value.to_string(), str::to_owned)
            })
        }
    }
}

/// The text of an element directly below the root, as every conforming parser gives it: line ends are read as line feeds.
fn xml_field(document: &str, wanted: &str) -> Option<String> {
    let document = document.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = quick_xml::Reader::from_str(&document);
    let (mut path, mut found): (Vec<String>, Option<String>) = (Vec::new(), None);
    loop {
        let text = match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().into_inner().to_owned());
                if path.len() == 2 && path[1] == wanted {
                    assert_eq!(found.replace(String::new()), None, "{document}");
                }
                continue;
            }
            Event::End(_) => {
                path.pop();
                continue;
            }
            Event::Text(text) => text.into_inner().into_owned(),
            Event::CData(text) => text.into_inner().into_owned(),
            Event::GeneralRef(entity) => entity.resolve_char_ref().unwrap().unwrap().to_string(),
            Event::Eof => return found,
            other => panic!("{other:?} in {document}"),
        };
        if let ([_, name], Some(found)) = (&*path, &mut found)
            && name == wanted
        {
            found.push_str(&text);
        }
    }
}

#[test]
fn what_is_sealed_opens_for_the_right_receive_id_alone() {
    let messages = (
        vec(any::<u8>(), 0..200),
        // Neither white space nor control characters, which no id has.
        "[^\\s\\p{Cc}]{0,20}",
        "[^\\s\\p{Cc}]{0,20}",
        any::<[u8; 16]>(),
        "[0-9]{1}|[1-9][0-9]{1,12}",
        "[A-Za-z0-9_-]{1,63}",
    );
    for_all(500, &messages, |(message, receive_id, other_id, random, timestamp, nonce)| {
        for (format, dialect) in FORMATS.into_iter().flat_map(|format| DIALECTS.map(|dialect| (format, dialect))) {
            let crypt = |id: &str| MsgCrypt::new(TOKEN, KEY, id).unwrap().dialect(dialect);
            let body = crypt(&receive_id).encrypt(&message, &timestamp, &nonce, format, &random).unwrap();
            let [encrypt, signature, its_timestamp, its_nonce] = envelope(&body, format);
            prop_assert_eq!([&its_timestamp, &its_nonce], [&timestamp, &nonce]);
            prop_assert_eq!(&signature, &forger::sign(&[TOKEN, &timestamp, &nonce, &encrypt]));
            // The forger's own reading of the frame.
            let length = u32::try_from(message.len()).unwrap();
            let frame = forger::frame(random, length, &message, receive_id.as_bytes());
            prop_assert_eq!(forger::decrypt(KEY, &STANDARD.decode(&encrypt).unwrap()), forger::padded(frame, 32));

            let open = |id: &str| crypt(id).decrypt(&signature, &timestamp, &nonce, body.as_bytes());
            prop_assert_eq!(open(&receive_id), Ok(message.clone()));
            if other_id != receive_id {
                prop_assert_eq!(open(&other_id), Err(Error::ReceiveIdMismatch));
            }
        }
        Ok(true)
    });
}

/// Pushes that any answer can be given to, sealed and in clear, with a `Query` of any text.
fn pushes(query: &str) -> Vec<(Format, Option<MsgCrypt>, Push)> {
    let message = json!({
        "ToUserName": "gh_1", "FromUserName": "o1", "CreateTime": NOW, "MsgType": "event", "Query": query,
    });
    let message = message.to_string();
    let mut pushes = Vec::new();
    // In plain mode the answer has the format of the message; sealed, that of the envelope around it.
    let plain = platform::plain_push(TOKEN, message.as_bytes(), forger::stamp(TIMESTAMP, NONCE)).unwrap();
    let push = forger::receive(&Endpoint::plain(TOKEN).unwrap(), &plain.query, &plain.body).unwrap();
    pushes.push((Format::Json, None, push));
    for (format, dialect) in FORMATS.into_iter().zip(DIALECTS) {
        let crypt = || forger::crypt().dialect(dialect);
        let request =
            platform::push(&crypt(), message.as_bytes(), forger::stamp(TIMESTAMP, NONCE), format, &[1; 16]).unwrap();
        let push = forger::receive(&Endpoint::new(crypt()), &request.query, &request.body).unwrap();
        assert_eq!(push.message_bytes(), message.as_bytes());
        pushes.push((format, Some(crypt()), push));
    }
    pushes
}

/// An answer's document, opened where it is sealed.
fn document(response: &Response, format: Format, crypt: Option<&MsgCrypt>) -> String {
    let Some(crypt) = crypt else { return String::from_utf8(response.body().to_vec()).unwrap() };
    let body = str::from_utf8(response.body()).unwrap();
    let [_, signature, timestamp, nonce] = envelope(body, format);
    String::from_utf8(crypt.decrypt(&signature, &timestamp, &nonce, body.as_bytes()).unwrap()).unwrap()
}

/// One text of an answer, if the answer is XML or JSON and holds it once.
fn field(document: &str, format: Format, name: &str) -> Option<String> {
    match format {
        Format::Xml => xml_field(document, name),
        Format::Json => serde_json::from_str::<Value>(document).unwrap()[name].as_str().map(str::to_owned),
    }
}

#[test]
fn a_text_is_read_as_it_was_written_or_refused() {
    let refused = for_all(1_500, &text(), |content| {
        for (format, crypt, push) in pushes("") {
            let writable = format == Format::Json || twin::is_xml(&content);
            match push.reply_text(&content).and_then(|answer| answer.seal(NOW, &[2; 16])) {
                Ok(response) => {
                    let document = document(&response, format, crypt.as_ref());
                    prop_assert!(writable, "{document}");
                    let fields = ["Content", "ToUserName"].map(|name| field(&document, format, name));
                    prop_assert_eq!(fields, [Some(content.clone()), Some("o1".to_owned())], "{}", document);
                }
                Err(error) => prop_assert!(!writable && error == Error::UnwritableReply, "{error}: {content:?}"),
            }
        }
        Ok(!twin::is_xml(&content))
    });
    assert!((200..1_300).contains(&refused), "{refused}");
}

#[test]
fn a_widgets_answer_repeats_the_query_as_it_came() {
    for_all(500, &(text(), text(), text()), |(query, err_msg, value)| {
        let data = json!({ "名": value }).to_string();
        let answer = WidgetAnswer { lifespan: 60, data: &data, err_code: -1, err_msg: &err_msg };
        for (format, crypt, push) in pushes(&query) {
            // What stands inside JSON twice over has no control character left that XML would lack.
            let writable = format == Format::Json
                || [&query, &err_msg, &value].iter().all(|text| twin::is_xml(&text.replace(|c| c < ' ', "")));
            let Ok(response) = push.reply_widget(&answer).and_then(|answer| answer.seal(NOW, &[2; 16])) else {
                prop_assert!(!writable, "{query:?} {err_msg:?} {value:?}");
                continue;
            };
            prop_assert!(writable);
            let content = field(&document(&response, format, crypt.as_ref()), format, "Content").unwrap();
            let content: Value = serde_json::from_str(&content).unwrap();
            prop_assert_eq!(content["query"].as_str(), Some(&*query));
            let data: Value = serde_json::from_str(content["data"].as_str().unwrap()).unwrap();
            prop_assert_eq!(data, json!({ "err_code": -1, "err_msg": err_msg, "名": value }));
        }
        Ok(true)
    });
}

#[test]
fn a_document_of_the_callers_own_is_sealed_as_it_is() {
    for_all(500, &vec(any::<u8>(), 0..300), |message| {
        for (_, crypt, push) in pushes("") {
            let response = push.reply_raw(&message).seal(NOW, &[2; 16]).unwrap();
            let found = match crypt {
                Some(crypt) => platform::open_reply(&crypt, response.body()).unwrap().message,
                None => response.into_body(),
            };
            prop_assert_eq!(&found, &message);
        }
        Ok(true)
    });
}
