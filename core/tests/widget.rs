//! The search widget's round trip: whatever the query is, the answer repeats it byte for byte (protocol.md, "Messages";
//! the platform keeps answers by it). The answers are read by readers of the tests' own.
#![cfg(test)]

mod forger;

use forger::{Dice, NONCE, NOW, TIMESTAMP, crypt};
use quick_xml::events::Event;
use serde_json::Value;
use wxseal::{Endpoint, Error, Format, Push, WidgetAnswer, platform};

const PIECES: [&str; 34] = [
    "1",
    "腾讯控股",
    "😀",
    "👩‍👩‍👧",
    "\"",
    "\\",
    "\\\"",
    "\\\\",
    "\\n",
    "\\u4f60",
    "\\ud83d",
    "'",
    "]]>",
    "]]",
    ">",
    "]]]]>>",
    "<![CDATA[",
    "&amp;",
    "&",
    "<xml>",
    "</Query>",
    "\r",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "{",
    "}",
    r#"{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"}],"longitude":113.319694519,"latitude":23.102640152}"#,
    "\u{fffd}",
];

fn queries() -> Vec<String> {
    let mut dice = Dice::new(300);
    let mut queries: Vec<String> = PIECES.iter().map(|&piece| piece.to_owned()).collect();
    queries.extend([String::new(), "  leading".into(), "trailing\r\n ".into(), r#"{"type":1,"slot_list":[{"#.into()]);
    queries.push("很长".repeat(20_000));
    queries.push("\\]]>\r".repeat(20_000));
    while queries.len() < 300 {
        queries.push((0..=dice.below(12)).map(|_| *dice.pick(&PIECES)).collect());
    }
    queries
}

/// A text as an element's content, in any of the ways in which XML can write it.
fn xml_text(dice: &mut Dice, text: &str) -> String {
    match dice.below(3) {
        0 => format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>")),
        1 => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;"),
        _ => text.chars().fold(String::new(), |out, c| out + &format!("&#x{:x};", u32::from(c))),
    }
}

/// A text as a JSON string, with more or fewer escapes than it needs.
fn json_text(dice: &mut Dice, text: &str) -> String {
    let escape = dice.below(2) == 0;
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            '/' if escape => "\\/".to_owned(),
            c if c < ' ' || escape => {
                c.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |out, unit| out + &format!("\\u{unit:04X}"))
            }
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

fn event(dice: &mut Dice, format: Format, to: &str, from: &str, query: &str) -> String {
    match format {
        Format::Xml => format!(
            "<xml><ToUserName>{}</ToUserName><FromUserName>{}</FromUserName><CreateTime>{TIMESTAMP}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_widget_data]]></Event><Query>{}</Query><Scene>1</Scene></xml>",
            xml_text(dice, to),
            xml_text(dice, from),
            xml_text(dice, query)
        ),
        Format::Json => format!(
            r#"{{"ToUserName":{},"FromUserName":{},"CreateTime":{TIMESTAMP},"MsgType":"event","Event":"wxa_widget_data","Query":{},"Scene":1}}"#,
            json_text(dice, to),
            json_text(dice, from),
            json_text(dice, query)
        ),
    }
}

fn received(message: &str, format: Format) -> Push {
    let encrypt = forger::seal(message);
    let body = forger::envelope(format, &encrypt);
    forger::receive(&Endpoint::new(crypt()), &forger::signed_query(&encrypt), body.as_bytes()).unwrap()
}

/// The fields of a reply, read as XML 1.0 says: line ends become line feeds before anything else is looked at.
fn read_xml(text: &str) -> Vec<(String, String)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut fields, mut open) = (Vec::new(), Vec::new());
    let mut content = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                assert!(start.attributes_raw().is_empty());
                open.push(start.name().into_inner().to_owned());
                content.clear();
            }
            Event::End(_) if open.len() == 2 => fields.push((open.pop().unwrap(), std::mem::take(&mut content))),
            Event::End(_) => assert_eq!(open.pop().as_deref(), Some("xml")),
            Event::Text(text) => content.push_str(&text),
            Event::CData(text) => content.push_str(&text),
            Event::GeneralRef(entity) => content.push(entity.resolve_char_ref().unwrap().unwrap()),
            Event::Eof => return fields,
            other => panic!("{other:?}"),
        }
    }
}

fn read_json(text: &str) -> Vec<(String, String)> {
    let object: Value = serde_json::from_str(text).unwrap();
    let scalar = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    object.as_object().unwrap().iter().map(|(name, value)| (name.clone(), scalar(value))).collect()
}

/// The fields of an answer, in the order of their names.
fn read(response: &wxseal::Response, format: Format) -> Vec<(String, String)> {
    let reply = platform::open_reply(&crypt(), response.body()).unwrap();
    assert_eq!((&*reply.nonce, reply.timestamp, reply.format), (NONCE, (NOW + 1).to_string(), format));
    let text = String::from_utf8(reply.message).unwrap();
    let mut fields = match format {
        Format::Xml => read_xml(&text),
        Format::Json => read_json(&text),
    };
    fields.sort();
    fields
}

#[test]
fn the_query_comes_back_byte_for_byte() {
    let mut dice = Dice::new(12);
    let mut answers = 0;
    for query in queries() {
        for format in [Format::Xml, Format::Json] {
            let (to, from) = (*dice.pick(&["gh_1", "gh_]]>&<", "gh \r\n"]), *dice.pick(&["o1", "o\"\\]]>", "用户😀"]));
            let push = received(&event(&mut dice, format, to, from, &query), format);
            assert_eq!(push.message().unwrap().text("Query"), Some(&*query));
            let lifespan = u32::try_from(dice.roll() >> 32).unwrap();
            let err_code = -i32::try_from(dice.below(4)).unwrap();
            let (err_msg, name) = (*dice.pick(&PIECES), serde_json::to_string(dice.pick(&PIECES)).unwrap());
            let data =
                format!("{{ \"err_code\" : 7, \"名\":{name}, \"id\":12345678901234567890,\r\n\"price\":350.20 }}");
            let answer = WidgetAnswer { lifespan, data: &data, err_code, err_msg };
            let response = push.reply_widget(&answer).and_then(|answer| answer.seal(NOW + 1, &dice.bytes())).unwrap();

            let fields = read(&response, format);
            let [content, create_time, from_field, msg_type, to_field] = &fields[..] else { panic!("{fields:?}") };
            assert_eq!(create_time, &("CreateTime".into(), (NOW + 1).to_string()));
            assert_eq!(
                (from_field, to_field),
                (&("FromUserName".into(), to.into()), &("ToUserName".into(), from.into()))
            );
            assert_eq!(msg_type, &("MsgType".into(), "widget_data".into()));
            assert_eq!(content.0, "Content");
            let content: Value = serde_json::from_str(&content.1).unwrap();
            let object = content.as_object().unwrap();
            assert!(
                object.len() == 4
                    && ["lifespan", "query", "scene", "data"].iter().all(|name| object.contains_key(*name))
            );
            assert_eq!(content["query"].as_str(), Some(&*query));
            assert_eq!((content["lifespan"].as_u64(), content["scene"].as_u64()), (Some(lifespan.into()), Some(1)));
            // The literals of the data stand as they were: a number is no double on its way.
            let said = content["data"].as_str().unwrap();
            assert!(said.contains("\"id\":12345678901234567890") && said.contains("\"price\":350.20"), "{said}");
            let said: Value = serde_json::from_str(said).unwrap();
            assert_eq!((said["err_code"].as_i64(), said["err_msg"].as_str()), (Some(err_code.into()), Some(err_msg)));
            assert_eq!(said["名"], serde_json::from_str::<Value>(&name).unwrap());
            assert_eq!(said.as_object().unwrap().len(), 5);
            answers += 1;
        }
    }
    assert_eq!(answers, 600);
}

/// In clear too, and where nobody can parse it: then the answer is "bad parameters".
#[test]
fn a_query_that_is_no_json() {
    let mut dice = Dice::new(5);
    let (mut broken, mut whole) = (0, 0);
    for query in queries() {
        let message = event(&mut dice, Format::Json, "gh_1", "o1", &query);
        let plain = Endpoint::plain(forger::TOKEN).unwrap();
        let request = platform::plain_push(forger::TOKEN, message.as_bytes(), forger::stamp(TIMESTAMP, NONCE)).unwrap();
        let push = forger::receive(&plain, &request.query, &request.body).unwrap();
        match push.widget_query() {
            Ok(read) => {
                assert_eq!(read.raw(), query);
                assert!([read.longitude(), read.latitude()].into_iter().flatten().all(f64::is_finite));
                whole += 1;
            }
            Err(error) => {
                assert_eq!(error, Error::MalformedMessage);
                broken += 1;
            }
        }
        let answer = WidgetAnswer { lifespan: 0, data: "{}", err_code: -2, err_msg: "bad parameters" };
        let response = push.reply_widget(&answer).and_then(|answer| answer.seal(NOW, &[0; 16])).unwrap();
        let content: Value = serde_json::from_slice(response.body()).unwrap();
        let content: Value = serde_json::from_str(content["Content"].as_str().unwrap()).unwrap();
        assert_eq!(content["query"].as_str(), Some(&*query));
    }
    assert!(broken > 200 && whole >= 1, "{broken}, {whole}");
}

#[test]
fn what_cannot_be_read() {
    for message in [
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":"\ud83d"}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":"\udc00\ud83d"}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":"a"#,
        "{\"MsgType\":\"event\",\"ToUserName\":\"a\",\"FromUserName\":\"b\",\"Query\":\"line\nbreak\"}",
        "<xml><MsgType>event</MsgType><ToUserName>a</ToUserName><FromUserName>b</FromUserName><Query>&#0;</Query></xml>",
        "<xml><MsgType>event</MsgType><ToUserName>a</ToUserName><FromUserName>b</FromUserName><Query>\u{ffff}</Query></xml>",
        "<xml><MsgType>event</MsgType><ToUserName>a</ToUserName><FromUserName>b</FromUserName><Query>&#xd83d;</Query></xml>",
        "<xml><MsgType>event</MsgType><ToUserName>a</ToUserName><FromUserName>b</FromUserName><Query>&nbsp;</Query></xml>",
        "<xml><MsgType>event</MsgType><ToUserName>a</ToUserName><FromUserName>b</FromUserName><Query>a</xml>",
    ] {
        let push = received(message, Format::Json);
        assert_eq!(push.message().unwrap_err(), Error::MalformedMessage, "{message}");
        assert_eq!(push.widget_query().unwrap_err(), Error::MalformedMessage, "{message}");
        assert_eq!(push.dedup_key().unwrap_err(), Error::MalformedMessage, "{message}");
        let answer = WidgetAnswer { lifespan: 0, data: "{}", err_code: 0, err_msg: "" };
        assert_eq!(
            push.reply_widget(&answer).and_then(|answer| answer.seal(NOW, &[0; 16])).unwrap_err(),
            Error::UnwritableReply,
            "{message}"
        );
    }
}

#[test]
fn what_cannot_be_written() {
    let mut dice = Dice::new(1);
    let right = WidgetAnswer { lifespan: 0, data: "{}", err_code: 0, err_msg: "" };
    for format in [Format::Xml, Format::Json] {
        let push = received(&event(&mut dice, format, "gh_1", "o1", "1"), format);
        let reply = |answer: WidgetAnswer<'_>, now: u64| {
            push.reply_widget(&answer).and_then(|answer| answer.seal(now, &[0; 16])).map(drop)
        };
        assert_eq!(reply(right, NOW), Ok(()));
        assert_eq!(reply(right, 9_999_999_999_999), Ok(()));
        assert_eq!(reply(right, 10_000_000_000_000), Err(Error::UnwritableReply));
        for err_code in [1, -4, 200, i32::MIN] {
            assert_eq!(reply(WidgetAnswer { err_code, ..right }, NOW), Err(Error::UnwritableReply));
        }
        for data in ["", " ", "[]", "1", "null", "\"{}\"", "{", "{}{}", "{\"a\":}", "{'a':1}", "{a:1}", "{\"a\":1,}"] {
            assert_eq!(reply(WidgetAnswer { data, ..right }, NOW), Err(Error::UnwritableReply), "{data}");
        }
        for half in ["{\"a\":\"\\ud83d\"}", "{\"a\":[{\"b\":\"\\udc00\\ud83d\"}]}", "{\"\\ud83d\":1}"] {
            assert_eq!(reply(WidgetAnswer { data: half, ..right }, NOW), Err(Error::UnwritableReply), "{half}");
        }
        // XML has no way to write these; JSON has.
        let expected = if format == Format::Xml { Err(Error::UnwritableReply) } else { Ok(()) };
        assert_eq!(reply(WidgetAnswer { err_msg: "\u{ffff}", ..right }, NOW), expected);
        assert_eq!(reply(WidgetAnswer { data: "{\"a\":\"\u{fffe}\"}", ..right }, NOW), expected);
        // What stands escaped in the JSON inside is no character of the XML.
        assert_eq!(reply(WidgetAnswer { err_msg: "\0\u{1b}\u{7}", ..right }, NOW), Ok(()));
    }
    for message in [
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b"}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":{"type":1}}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":null}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","Query":"1"}"#,
        r#"{"MsgType":"event","Event":"wxa_widget_data","FromUserName":"b","Query":"1"}"#,
        "{}",
    ] {
        let found = received(message, Format::Json).reply_widget(&right).and_then(|answer| answer.seal(NOW, &[0; 16]));
        assert_eq!(found.unwrap_err(), Error::UnwritableReply, "{message}");
    }
}

/// Real traffic has a bare value as the query, as text and as a number.
#[test]
fn a_bare_value() {
    for literal in ["1", "\"1\""] {
        let message = format!(
            r#"{{"MsgType":"event","Event":"wxa_widget_data","ToUserName":"a","FromUserName":"b","Query":{literal}}}"#
        );
        let push = received(&message, Format::Json);
        assert_eq!(push.widget_query().unwrap_err(), Error::MalformedMessage);
        let answer = WidgetAnswer { lifespan: 9, data: "{}", err_code: -2, err_msg: "" };
        let fields =
            read(&push.reply_widget(&answer).and_then(|answer| answer.seal(NOW + 1, &[0; 16])).unwrap(), Format::Json);
        let content: Value = serde_json::from_str(&fields[0].1).unwrap();
        assert_eq!(content["query"], "1");
    }
}
