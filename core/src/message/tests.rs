use super::*;

fn view(message: &str) -> String {
    Message::read(message.as_bytes()).unwrap().to_json()
}

#[test]
fn xml_and_json_have_one_view() {
    let expected = r#"{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1482048670,"MsgType":"text","Content":"你好 😀 <b>","MsgId":"6054768590064713728"}"#;
    let xml = "<xml>\n<ToUserName><![CDATA[gh_1]]></ToUserName>\n<FromUserName>o1</FromUserName>\n<CreateTime>1482048670</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content>你好 😀 &lt;b&gt;</Content>\n<MsgId>6054768590064713728</MsgId>\n</xml>";
    let json = r#"{"ToUserName": "gh_1", "FromUserName": "o1", "CreateTime": 1482048670, "MsgType": "text", "Content": "你好 \ud83d\ude00 <b>", "MsgId": 6054768590064713728}"#;
    assert_eq!(view(xml), expected);
    assert_eq!(view(json), expected);
    assert_eq!(view(&format!("\u{feff}\n{json}")), expected);
    assert_eq!(view(expected), expected);
    let message = Message::read(xml.as_bytes()).unwrap();
    assert_eq!((message.to_user_name(), message.from_user_name()), (Some("gh_1"), Some("o1")));
    assert_eq!((message.create_time(), message.msg_type()), (Some(1_482_048_670), Some("text")));
    assert_eq!((message.msg_id(), message.event(), message.info_type()), (Some("6054768590064713728"), None, None));
}

#[test]
fn numbers_are_text_but_for_the_table() {
    let message = r#"{"CreateTime":"1714037059","Scene":1.0,"MsgID":9007199254740993,"x":1.50,"y":-0,"z":1e400,"AgentID":9007199254740992,"version":7}"#;
    assert_eq!(
        view(message),
        r#"{"CreateTime":1714037059,"Scene":"1.0","MsgID":"9007199254740993","x":"1.50","y":"-0","z":"1e400","AgentID":"9007199254740992","version":7}"#
    );
    assert_eq!(view("<xml><CreateTime> 1</CreateTime><Scene>+1</Scene></xml>"), r#"{"CreateTime":" 1","Scene":"+1"}"#);
}

#[test]
fn the_ends_of_the_integers() {
    for (literal, view_of_it) in [
        ("9007199254740991", "9007199254740991"),
        ("-9007199254740991", "-9007199254740991"),
        ("-9007199254740992", "\"-9007199254740992\""),
        ("9223372036854775807", "\"9223372036854775807\""),
        ("-9223372036854775808", "\"-9223372036854775808\""),
        ("-9223372036854775809", "\"-9223372036854775809\""),
    ] {
        let expected = format!("{{\"CreateTime\":{view_of_it}}}");
        assert_eq!(view(&format!("{{\"CreateTime\":{literal}}}")), expected);
        assert_eq!(view(&format!("<xml><CreateTime>{literal}</CreateTime></xml>")), expected);
    }
}

#[test]
fn a_documented_list_is_an_array_also_of_one() {
    let inside = |event: &str, fields: &str| view(&format!("<xml><Event>{event}</Event>{fields}</xml>"));
    for (event, fields, seen) in [
        (
            "MASSSENDJOBFINISH",
            "<CopyrightCheckResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx></item></ResultList></CopyrightCheckResult>",
            r#""CopyrightCheckResult":{"Count":"1","ResultList":{"item":[{"ArticleIdx":"1"}]}}"#,
        ),
        (
            "wxa_appeal_record",
            "<material><appeal_material><proof_material_id>m</proof_material_id></appeal_material></material>",
            r#""material":[{"appeal_material":{"proof_material_id":["m"]}}]"#,
        ),
        (
            "complaint_callback",
            "<history><time>1</time><media_id_list>m</media_id_list></history><history><time>2</time></history>",
            r#""history":[{"time":"1","media_id_list":["m"]},{"time":"2"}]"#,
        ),
        ("complaint callback", "<history><time>1</time></history>", r#""history":[{"time":"1"}]"#),
        (
            "change_contact",
            "<ChangeType>create_user</ChangeType><ExtAttr><Item><Name>n</Name></Item></ExtAttr>",
            r#""ChangeType":"create_user","ExtAttr":{"Item":[{"Name":"n"}]}"#,
        ),
        // What is a list in one message need not be one in another.
        (
            "doc_change",
            "<ChangeType>delete_doc</ChangeType><DocId>d</DocId>",
            r#""ChangeType":"delete_doc","DocId":["d"]"#,
        ),
        (
            "doc_change",
            "<ChangeType>unheard_of</ChangeType><DocId>d</DocId><history>1</history>",
            r#""ChangeType":"unheard_of","DocId":"d","history":"1""#,
        ),
        // Where the message is another than it should be, what is there stays.
        ("wxa_appeal_record", "<material>none</material>", r#""material":["none"]"#),
        ("MASSSENDJOBFINISH", "<ArticleUrlResult/>", r#""ArticleUrlResult":"""#),
    ] {
        assert_eq!(inside(event, fields), format!(r#"{{"Event":"{event}",{seen}}}"#));
    }
    let info = "<xml><InfoType>change_auth</InfoType><ExtraInfo><AuthOpenKfIdList><OpenKfId>k</OpenKfId></AuthOpenKfIdList></ExtraInfo></xml>";
    assert!(view(info).contains(r#"{"OpenKfId":["k"]}"#));
    // The name may come last.
    let last = r#"{"history":{"time":1},"Event":"complaint_callback"}"#;
    assert_eq!(view(last), r#"{"history":[{"time":"1"}],"Event":"complaint_callback"}"#);
}

#[test]
fn lists_are_arrays_and_the_wrapper_is_gone() {
    let one = r#"{"Event":"subscribe_msg_popup_event","List":{"TemplateId":"t","PopupScene":0}}"#;
    let several = r#"{"Event":"subscribe_msg_popup_event","List":[{"TemplateId":"t","PopupScene":"0"}]}"#;
    let xml = "<xml><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent><List><TemplateId>t</TemplateId><PopupScene>0</PopupScene></List></SubscribeMsgPopupEvent></xml>";
    for message in [one, several, xml] {
        assert_eq!(view(message), several);
    }
    assert_eq!(
        view("<xml><detail><label>1</label></detail><detail>x</detail><a><i>1</i><i>2</i></a><b/></xml>"),
        r#"{"detail":[{"label":1},"x"],"a":{"i":["1","2"]},"b":""}"#
    );
}

#[test]
fn the_accessors_read_the_first_of_a_repeated_name() {
    for message in
        ["<xml><MsgType>text</MsgType><MsgType>event</MsgType></xml>", r#"{"MsgType":"text","MsgType":"event"}"#]
    {
        assert_eq!(Message::read(message.as_bytes()).unwrap().msg_type(), Some("text"));
        assert_eq!(Header::read(message.as_bytes()).unwrap().msg_type.as_deref(), Some("text"));
        assert_eq!(view(message), r#"{"MsgType":["text","event"]}"#);
    }
}

#[test]
fn what_is_no_message() {
    let deep_xml = format!("{}{}", "<a>".repeat(33), "</a>".repeat(33));
    let deep_json = format!("{}1{}", "{\"a\":".repeat(33), "}".repeat(33));
    let deep_array = format!("{{\"a\":{}{}}}", "[".repeat(32), "]".repeat(32));
    for message in [
        "",
        "success",
        "1",
        "[]",
        "null",
        "<xml>text</xml>",
        "<xml><a>text<b/></a></xml>",
        "<xml><a></xml>",
        r#"{"a":1"#,
        r#"{"a":"\ud800"}"#,
        r#"{"version":07}"#,
        "<!DOCTYPE a><xml/>",
        &deep_xml,
        &deep_json,
        &deep_array,
    ] {
        assert_eq!(Message::read(message.as_bytes()), Err(Error::MalformedMessage), "{message}");
    }
    assert_eq!(Message::read(b"{\"a\":\"\xff\"}"), Err(Error::MalformedMessage));
    assert!(Message::read(format!("{}1{}", "{\"a\":".repeat(32), "}".repeat(32)).as_bytes()).is_ok());
    assert_eq!(view("<xml/>"), "{}");
}

#[test]
fn white_space_and_carriage_returns_stand_as_they_are() {
    let query = "  {\"a\":\r\n\t1}\r ";
    let message = Message::read(format!("<xml><Query><![CDATA[{query}]]></Query></xml>").as_bytes()).unwrap();
    assert_eq!(message.text("Query"), Some(query));
}

#[test]
fn the_header_is_found_without_reading_the_rest() {
    let expected = Header {
        to_user_name: Some("gh_1".into()),
        from_user_name: Some("o1".into()),
        msg_type: Some("event".into()),
        ..Header::default()
    };
    for message in [
        "<xml><a><MsgType>x</MsgType></a><ToUserName>gh_<![CDATA[1]]></ToUserName><FromUserName>o1</FromUserName><MsgType>event</MsgType><broken",
        r#"{"a":{"MsgType":"x"},"ToUserName":"gh_1","FromUserName":"o1","MsgType":"\u0065vent","broken"#,
    ] {
        assert_eq!(Header::read(message.as_bytes()), Ok(expected.clone()), "{message}");
    }
    let info = Header { has_info_type: true, ..Header::default() };
    assert_eq!(Header::read(b"<xml><InfoType>x</InfoType></xml>"), Ok(info));
    assert_eq!(Header::read(br#"{"MsgType":{},"demo":true}"#), Ok(Header::default()));
    assert_eq!(Header::read(br#"{"MsgType":1}"#).unwrap().msg_type.as_deref(), Some("1"));
    for message in ["", "success", "<xml><a>", r#"{"a":1"#, r#"{"a":1} x"#, r#"{"MsgType":"\ud800","demo":true}"#] {
        assert_eq!(Header::read(message.as_bytes()), Err(Error::MalformedMessage), "{message}");
    }
}

#[test]
fn the_header_says_what_the_message_says() {
    let values = [
        r#""""#,
        r#""a""#,
        "1",
        "-0.5",
        "null",
        "true",
        "{}",
        r#"{"MsgType":"b"}"#,
        "[]",
        "[[]]",
        r#"["c"]"#,
        "[2,3]",
        r#"[["d"]]"#,
        r#"[{},"e"]"#,
        "[null]",
    ];
    let elements = [
        "<MsgType/>",
        "<MsgType>a</MsgType>",
        "<MsgType> <b/></MsgType>",
        "<MsgType><b>c</b> </MsgType>",
        "<MsgType><![CDATA[d]]>e</MsgType>",
        "<List><MsgType>f</MsgType></List>",
        "<SubscribeMsgEvent><MsgType>g</MsgType></SubscribeMsgEvent>",
        "<SubscribeMsgEvent><List><a>1</a></List><MsgType>h</MsgType></SubscribeMsgEvent>",
    ];
    let json = values.iter().flat_map(|first| {
        values.iter().map(move |second| format!(r#"{{"MsgType":{first},"ToUserName":"x","MsgType":{second}}}"#))
    });
    let xml = elements.iter().flat_map(|first| {
        elements.iter().map(move |second| format!("<xml>{first}<ToUserName>x</ToUserName>{second}</xml>"))
    });
    for text in json.chain(xml) {
        let (header, message) = (Header::read(text.as_bytes()).unwrap(), Message::read(text.as_bytes()).unwrap());
        assert_eq!(header.msg_type.as_deref(), message.msg_type(), "{text}");
        assert_eq!(header.to_user_name.as_deref(), Some("x"), "{text}");
    }
}

#[test]
fn the_header_says_what_the_accessors_say_whichever_names_stand_where() {
    let members = [
        r#""ToUserName":"x""#,
        r#""ToUserName":{}"#,
        r#""FromUserName":"y""#,
        r#""MsgType":"a""#,
        r#""MsgType":[{},"b"]"#,
        r#""aibotid":"r""#,
        r#""aibotid":null"#,
        r#""from":{"userid":"u"}"#,
        r#""from":[{"userid":[]},1],"from":{"userid":"v"}"#,
        r#""from":{"userid":[],"userid":["w",{}]}"#,
        r#""from":"z""#,
        r#""msgtype":"m""#,
        r#""\u006dsgtype":7"#,
    ];
    let elements = [
        "<ToUserName>x</ToUserName>",
        "<ToUserName><a/></ToUserName>",
        "<FromUserName/>",
        "<MsgType>a</MsgType>",
        "<MsgType><aibotid>b</aibotid></MsgType>",
        "<aibotid>r</aibotid>",
        "<from><userid>u</userid><userid>v</userid></from>",
        "<from><userid><msgtype>w</msgtype></userid></from>",
        "<from>z</from>",
        "<msgtype>m</msgtype>",
    ];
    let json = fours(&members).map(|four| format!("{{{}}}", four.join(",")));
    let xml = fours(&elements).map(|four| format!("<xml>{}</xml>", four.concat()));
    let mut robots = 0;
    for text in json.chain(xml) {
        let (header, message) = (Header::read(text.as_bytes()).unwrap(), Message::read(text.as_bytes()).unwrap());
        assert_eq!(header.to_user_name.as_deref(), message.to_user_name(), "{text}");
        assert_eq!(header.from_user_name.as_deref(), message.from_user_name(), "{text}");
        assert_eq!(header.msg_type.as_deref(), message.msg_type(), "{text}");
        assert_eq!(header.is_robots, message.is_robots(), "{text}");
        robots += usize::from(header.is_robots);
    }
    assert!(robots > 1000);
}

/// Each four of the texts, in each order.
fn fours<'t>(texts: &'t [&str]) -> impl Iterator<Item = [&'t str; 4]> {
    let each = || texts.iter().copied();
    each().flat_map(move |a| each().flat_map(move |b| each().flat_map(move |c| each().map(move |d| [a, b, c, d]))))
}

#[test]
fn a_robots_names_count_only_where_the_usual_ones_hold_no_text() {
    let robots = r#"{"msgid":"m1","create_time":1700000000,"aibotid":"r","from":{"corpid":"c","userid":"u"},"msgtype":"event","event":{"eventtype":"enter_chat"}}"#;
    let message = Message::read(robots.as_bytes()).unwrap();
    assert_eq!((message.to_user_name(), message.from_user_name()), (Some("r"), Some("u")));
    assert_eq!((message.msg_type(), message.event()), (Some("event"), Some("enter_chat")));
    assert_eq!((message.msg_id(), message.create_time()), (Some("m1"), Some(1_700_000_000)));
    assert!(message.is_robots());

    let both = robots.replacen(
        '{',
        r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","MsgId":7,"Event":"e","CreateTime":8,"#,
        1,
    );
    let message = Message::read(both.as_bytes()).unwrap();
    assert_eq!((message.to_user_name(), message.from_user_name()), (Some("gh_1"), Some("o1")));
    assert_eq!((message.msg_type(), message.event()), (Some("text"), Some("e")));
    assert_eq!((message.msg_id(), message.create_time()), (Some("7"), Some(8)));
    assert!(!message.is_robots());
}

#[test]
fn a_suites_time_is_the_time_of_its_message() {
    let time = |fields: &str| Message::read(format!("<xml>{fields}</xml>").as_bytes()).unwrap().create_time();
    assert_eq!(time("<TimeStamp>1403610513</TimeStamp>"), Some(1_403_610_513));
    assert_eq!(time("<TimeStamp>1</TimeStamp><CreateTime>2</CreateTime>"), Some(2));
    assert_eq!(time("<TimeStamp>1</TimeStamp><CreateTime>soon</CreateTime>"), Some(1));
    for none in ["", "<TimeStamp/>", "<TimeStamp>+1</TimeStamp>", "<TimeStamp>9007199254740992</TimeStamp>"] {
        assert_eq!(time(none), None, "{none}");
    }
}

#[test]
fn values_of_every_kind_can_be_read() {
    let message = r#"{"Scene":1001,"Count":"2","id":9223372036854775807,"more":9223372036854775808,"half":0.5,"padded":"07",
        "List":{"a":true},"detail":[],"none":null,"twice":3,"twice":"4","nested":{"x":[[1],{"y":"z"}]}}"#;
    let message = Message::read(message.as_bytes()).unwrap();
    let integers = [
        ("Scene", Some(1001)),
        ("Count", Some(2)),
        ("id", Some(i64::MAX)),
        ("more", None),
        ("half", None),
        ("padded", None),
        ("List", None),
        ("detail", None),
        ("none", None),
        ("twice", Some(3)),
        ("missing", None),
    ];
    for (name, integer) in integers {
        assert_eq!(message.integer(name), integer, "{name}");
    }

    let get = |name: &str| message.get(name).unwrap();
    let kinds = ["Scene", "Count", "List", "none", "nested"].map(|name| get(name).kind());
    let expected = [ValueKind::Integer, ValueKind::Text, ValueKind::Array, ValueKind::Null, ValueKind::Object];
    assert_eq!(kinds, expected);
    assert_eq!((get("Scene").as_text(), get("Count").as_text()), (None, Some("2")));
    assert_eq!((get("Scene").as_integer(), get("Count").as_integer()), (Some(1001), Some(2)));
    assert_eq!((get("List").items().len(), get("detail").items().len(), get("nested").items().len()), (1, 0, 0));
    assert_eq!((get("nested").members().len(), get("List").members().len()), (1, 0));
    let first = get("List").items().next().unwrap();
    assert_eq!((first.get("a").unwrap().kind(), first.get("a").unwrap().as_bool()), (ValueKind::Bool, Some(true)));
    assert_eq!((first.get("b"), first.as_text(), first.as_integer(), first.as_bool()), (None, None, None, None));
    let (name, items) = get("nested").members().next().unwrap();
    assert_eq!((name, items.members().len()), ("x", 0));
    assert_eq!((get("nested").member(0), get("nested").member(1)), (Some(("x", items)), None));
    assert_eq!((items.item(2), items.member(0), first.item(0)), (None, None, None));
    assert_eq!(items.item(1).unwrap().get("y").unwrap().as_text(), Some("z"));
    assert_eq!(items.get("y"), None);
    assert_eq!(message.get("missing"), None);
}

#[test]
fn a_cloud_functions_event_is_the_same_message() {
    // The example of the cloud functions' documentation.
    let event = r#"{
      "FromUserName": "ohl4L0Rnhq7vmmbT_DaNQa4ePaz0",
      "ToUserName": "wx3d289323f5900f8e",
      "Content": "测试",
      "CreateTime": 1555684067,
      "MsgId": "49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067",
      "MsgType": "text"
    }"#;
    let message = Message::from_cloud_event(event.as_bytes()).unwrap();
    assert_eq!(message.msg_id(), Some("49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067"));
    assert_eq!(message, Message::read(event.as_bytes()).unwrap());
}
