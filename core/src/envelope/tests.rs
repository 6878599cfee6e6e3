use super::*;

const LIMIT: usize = 1 << 16;

fn read(body: &str) -> Result<String, Error> {
    parse(body.as_bytes(), LIMIT).map(|(_, encrypt)| String::from_utf8(encrypt.into_owned()).unwrap())
}

fn refused(body: &str) {
    assert_eq!(read(body), Err(Error::MalformedEnvelope), "{body}");
}

#[test]
fn what_the_platform_sends() {
    for body in [
        "<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[a+/=]]></Encrypt></xml>",
        "<xml>\n    <AppId><![CDATA[wx1]]></AppId>\n    <Encrypt>\n  a+/=\t</Encrypt>\n</xml>\n",
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><Encrypt>a&#x2b;&#47;=</Encrypt><AgentID>1</AgentID></xml>",
        "<xml><encrypt>a+<!-- a comment --><![CDATA[/]]>=</encrypt></xml>",
        r#"{"ToUserName":"gh_1","Encrypt":"a+/="}"#,
        r#"{"tousername":"wx1","encrypt":"a+\/=","agentid":218}"#,
        "\u{feff}\n{\"\\u0045ncrypt\": \"a\\u002b/=\", \"List\": [{\"x\": [null, true, -1.5e3]}]}",
    ] {
        assert_eq!(read(body).as_deref(), Ok("a+/="), "{body}");
    }
}

/// Nobody published the keys of these, so the vectors end where the envelope is read, which no public function does.
#[test]
fn the_vectors_of_envelopes() {
    let file = include_str!("../../../tests/vectors/envelope.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert!(!vectors.is_empty());
    for vector in vectors {
        let encrypt = read(vector["inputs"]["body"].as_str().unwrap());
        assert_eq!(encrypt.ok().as_deref(), vector["expected"]["encrypt"].as_str(), "{}", vector["id"]);
    }
}

#[test]
fn encrypt_is_borrowed_where_nothing_is_escaped() {
    for body in [
        "<xml><Encrypt><![CDATA[abcd]]></Encrypt></xml>",
        "<xml><Encrypt> abcd </Encrypt></xml>",
        r#"{"Encrypt":"abcd"}"#,
    ] {
        assert!(matches!(parse(body.as_bytes(), LIMIT), Ok((_, Cow::Borrowed(b"abcd")))), "{body}");
    }
}

#[test]
fn neither_xml_nor_json() {
    for body in ["", " ", "success", "[]", "\"Encrypt\"", "Encrypt=abcd", "\u{feff}", "\0<xml/>"] {
        refused(body);
    }
}

#[test]
fn exactly_one_encrypt_at_the_top() {
    for body in [
        "<xml></xml>",
        "<xml/>",
        "<Encrypt>abcd</Encrypt>",
        "<xml><A><Encrypt>abcd</Encrypt></A></xml>",
        "<xml><Encrypt>abcd</Encrypt><A><Encrypt>abcd</Encrypt></A></xml>",
        "<xml><Encrypt>abcd</Encrypt><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt>abcd</Encrypt><encrypt>abcd</encrypt></xml>",
        "<xml><Encrypt/><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt>ab<A/>cd</Encrypt></xml>",
        "<xml><Encrypt><Encrypt>abcd</Encrypt></Encrypt></xml>",
        "<xml><x:Encrypt>abcd</x:Encrypt></xml>",
        "<xml><ENCRYPT>abcd</ENCRYPT></xml>",
        "{}",
        r#"{"A":{"Encrypt":"abcd"}}"#,
        r#"{"Encrypt":"abcd","A":[{"encrypt":"abcd"}]}"#,
        r#"{"Encrypt":"abcd","Encrypt":"abcd"}"#,
        r#"{"Encrypt":"abcd","encrypt":"abcd"}"#,
        r#"{"Encrypt":"abcd","\u0045ncrypt":"abcd"}"#,
        r#"{"Encrypt":null}"#,
        r#"{"Encrypt":1}"#,
        r#"{"Encrypt":["abcd"]}"#,
        r#"{"Encrypt":{"Encrypt":"abcd"}}"#,
    ] {
        refused(body);
    }
}

#[test]
fn what_the_platform_never_sends() {
    for body in [
        "<!DOCTYPE xml><xml><Encrypt>abcd</Encrypt></xml>",
        "<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><Encrypt>&a;</Encrypt></xml>",
        "<?php echo 1 ?><xml><Encrypt>abcd</Encrypt></xml>",
        "<xml><?pi?><Encrypt>abcd</Encrypt></xml>",
        " <xml><?xml version=\"1.0\"?><Encrypt>abcd</Encrypt></xml>",
        "<?xml version=\"1.0\" encoding=\"GBK\"?><xml><Encrypt>abcd</Encrypt></xml>",
        "<?xml encoding=\"UTF-8\"?><xml><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt>&nbsp;abcd</Encrypt></xml>",
        "<xml><A>&nbsp;</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><A>&#0;</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><A>&#xd800;</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><A>&</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><A>\u{1}</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><A>\u{ffff}</A><Encrypt>abcd</Encrypt></xml>",
        "<xml><!-- a -- b --><Encrypt>abcd</Encrypt></xml>",
        "<xml a=\"</xml>\"><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt type='x'>abcd</Encrypt></xml>",
        "<xml><1>2</1><Encrypt>abcd</Encrypt></xml>",
    ] {
        refused(body);
    }
}

#[test]
fn a_form_feed_is_no_white_space() {
    for body in [
        "\u{c}<xml><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt>abcd</Encrypt></xml>\u{c}",
        "<xml \u{c}><Encrypt>abcd</Encrypt></xml>",
        "\u{c}{\"Encrypt\":\"abcd\"}",
    ] {
        refused(body);
    }
    // It is no base64 either, which is found out when the text is decoded.
    assert_eq!(read("<xml><Encrypt>\u{c}abcd</Encrypt></xml>").as_deref(), Ok("\u{c}abcd"));
}

#[test]
fn the_end_of_a_cdata_section_stands_nowhere_else() {
    refused("<xml><A>a]]>b</A><Encrypt>abcd</Encrypt></xml>");
    refused("<xml><Encrypt>abcd]]></Encrypt></xml>");
    refused("<xml>]]><Encrypt>abcd</Encrypt></xml>");
    assert_eq!(read("<xml><A>a]]&gt;b]]<![CDATA[>]]></A><Encrypt>abcd</Encrypt></xml>").as_deref(), Ok("abcd"));
}

#[test]
fn one_document_and_nothing_around_it() {
    for body in [
        "<xml><Encrypt>abcd</Encrypt>",
        "<xml><Encrypt>abcd</xml>",
        "<xml><Encrypt>abcd</Encrypt></xml",
        "<xml><Encrypt>abcd</Encrypt></xml>x",
        "<xml><Encrypt>abcd</Encrypt></xml><xml/>",
        "<xml><Encrypt>abcd</Encrypt></xml>&#32;",
        "<xml><Encrypt>abcd</Encrypt></xml><![CDATA[ ]]>",
        "<xml/><xml><Encrypt>abcd</Encrypt></xml>",
        "<xml><Encrypt><![CDATA[abcd]]</Encrypt></xml>",
        "</xml><xml><Encrypt>abcd</Encrypt></xml>",
        r#"{"Encrypt":"abcd""#,
        r#"{"Encrypt":"abcd"}}"#,
        r#"{"Encrypt":"abcd"} {}"#,
        r#"{"Encrypt":"abcd",}"#,
        r#"{"Encrypt":"abcd","A":01}"#,
        r#"{"Encrypt":"ab\ud800cd"}"#,
        r#"{"Encrypt":"abcd","A":"\ud800"}"#,
        "{\"Encrypt\":\"ab\ncd\"}",
    ] {
        refused(body);
    }
}

#[test]
fn bytes_that_are_not_utf8() {
    for body in [
        &b"<xml><A>\xff</A><Encrypt>abcd</Encrypt></xml>"[..],
        b"<xml><A><![CDATA[\xc4\xe3]]></A><Encrypt>abcd</Encrypt></xml>",
        b"{\"A\":\"\xff\",\"Encrypt\":\"abcd\"}",
        b"{\"\xff\":\"\",\"Encrypt\":\"abcd\"}",
        b"\xff\xfe<\0x\0m\0l\0>\0",
        b"<\0x\0m\0l\0>\0",
    ] {
        assert_eq!(parse(body, LIMIT), Err(Error::MalformedEnvelope), "{}", body.escape_ascii());
    }
}

#[test]
fn size_and_depth_are_capped() {
    let nested_xml = |depth: usize| {
        format!("<xml>{}{}<Encrypt>abcd</Encrypt></xml>", "<a>".repeat(depth - 1), "</a>".repeat(depth - 1))
    };
    let nested_json =
        |depth: usize| format!("{{\"a\":{}{},\"Encrypt\":\"abcd\"}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    for nested in [nested_xml, nested_json] as [fn(usize) -> String; 2] {
        assert_eq!(read(&nested(32)).as_deref(), Ok("abcd"));
        refused(&nested(33));
        refused(&nested(10_000));
    }
    let body = r#"{"Encrypt":"abcd"}"#;
    assert!(parse(body.as_bytes(), body.len()).is_ok());
    assert_eq!(parse(body.as_bytes(), body.len() - 1), Err(Error::MalformedEnvelope));
}

#[test]
fn a_body_cut_anywhere_is_refused() {
    for body in ["<xml><A>你</A><Encrypt><![CDATA[abcd]]></Encrypt></xml>", r#"{"A":"你","Encrypt":"abcd"}"#] {
        for end in 0..body.len() {
            assert_eq!(parse(&body.as_bytes()[..end], LIMIT), Err(Error::MalformedEnvelope), "{end}");
        }
    }
}

#[test]
fn names_of_formats_and_dialects() {
    assert_eq!("json".parse(), Ok(Format::Json));
    assert_eq!("wecom".parse(), Ok(Dialect::Wecom));
    for name in ["", "XML", "json ", "yaml"] {
        assert_eq!(name.parse::<Format>(), Err(Error::InvalidConfig { setting: Setting::Format }));
        assert_eq!(name.parse::<Dialect>(), Err(Error::InvalidConfig { setting: Setting::Dialect }));
    }
}
