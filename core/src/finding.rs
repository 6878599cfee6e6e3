//! What `diagnose` can find, one row a finding.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::json::literal;

/// Writes the enum, its list, and what each finding is called and says, from one row a finding: the cause and what to
/// change, in English and in Chinese.
macro_rules! findings {
    ($(
        $(#[$doc:meta])*
        $variant:ident $({ $(#[$field_doc:meta])* $field:ident: $type:ty = $example:expr, })?
            => $cause:literal $change:literal $cause_zh:literal $change_zh:literal,
    )*) => {
        /// One thing that is wrong with a request, or worth knowing of one that is right. It holds nothing decrypted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Finding {
            $($(#[$doc])* $variant $({ $(#[$field_doc])* $field: $type, })?,)*
        }

        impl Finding {
            /// One finding of each kind, in the order of the enum; what they carry is an example.
            pub const ALL: [Finding; [$($cause),*].len()] = [$(Finding::$variant $({ $field: $example })?),*];

            /// The name of this finding, the same in every language: `AnotherToken`, `PlusBecameSpace` …
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => stringify!($variant),)*
                }
            }

            /// What it means, in a sentence.
            #[must_use]
            pub const fn cause(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => $cause,)*
                }
            }

            /// What to change, in a sentence or two.
            #[must_use]
            pub const fn change(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => $change,)*
                }
            }

            /// [`cause`](Finding::cause) in Chinese.
            #[must_use]
            pub const fn cause_zh(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => $cause_zh,)*
                }
            }

            /// [`change`](Finding::change) in Chinese.
            #[must_use]
            pub const fn change_zh(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => $change_zh,)*
                }
            }

            /// What it means and what to change.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self {
                    $(Finding::$variant { .. } => concat!($cause, " ", $change),)*
                }
            }
        }
    };
}

impl Finding {
    /// Findings as compact JSON, an array: of each its `name`, its `text`, and `parameter` or `seconds` where it has one.
    #[must_use]
    pub fn to_json(findings: &[Finding]) -> String {
        literal(&findings.iter().copied().map(Members).collect::<Vec<_>>())
    }
}

struct Members(Finding);

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Members(finding) = *self;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("name", finding.name())?;
        members.serialize_entry("text", finding.text())?;
        match finding {
            Finding::MissingParameter { name } => members.serialize_entry("parameter", name)?,
            Finding::StaleTimestamp { seconds } => members.serialize_entry("seconds", &seconds)?,
            _ => {}
        }
        members.end()
    }
}

findings! {
    /// The method is neither GET nor POST.
    UnknownMethod =>
        "The method is neither GET nor POST."
        "Route only GET (the URL check) and POST (everything else) here."
        "请求方法既不是 GET 也不是 POST。"
        "这个地址只接 GET（接入验证）和 POST（其余一切）。",
    /// A parameter is there twice, or its percent-encoding is broken.
    BrokenQuery =>
        "A parameter stands twice in the query, or its percent-encoding is broken."
        "Pass the query string as it came; look for a proxy, rewrite rule or router that appends to it."
        "URL 里有参数重复，或百分号编码不完整。"
        "原样传入查询串；检查是否有代理、重写规则或路由往里追加参数。",
    /// A parameter is missing.
    MissingParameter {
        /// Its name.
        name: &'static str = "msg_signature",
    } =>
        "A parameter is missing from the query."
        "Look for a proxy, redirect or rewrite rule that drops the query string (nginx: try_files … \
         /index.php?$query_string)."
        "URL 缺少参数。"
        "检查代理、跳转或重写规则是否丢了查询串（nginx：try_files … /index.php?$query_string）。",
    /// Timestamp or nonce is outside its grammar.
    MalformedStamp =>
        "timestamp or nonce is not what the platform sends."
        "Pass both as the text that came: no number conversion, no trimming, no other parameter in their place."
        "timestamp 或 nonce 不是平台会发的样子。"
        "两者都按收到的文本传入：不转数字、不截断、不要错位。",
    /// The query was percent-encoded twice, or taken from somewhere where nobody had decoded it.
    PercentEncodedTwice =>
        "The query is percent-encoded once more than it should be."
        "Decode exactly once: pass the raw query string to the library and let it decode."
        "查询串多编码了一次。"
        "只解码一次：把原始查询串交给库，由库来解码。",
    /// A `+` of the cipher text became a space.
    PlusBecameSpace =>
        "A + of the base64 became a space."
        "Pass the raw query string and raw body; a form decoder (urldecode, parse_qs, querystring) turns + into a \
         space."
        "base64 里的 + 变成了空格。"
        "传入原始查询串和原始包体；表单解码（urldecode、parse_qs、querystring）会把 + 变成空格。",
    /// The value of `signature` was passed as `msg_signature`.
    SignatureForMsgSignature =>
        "The value of signature was passed as msg_signature."
        "Read msg_signature from the URL for encrypted messages; both stand in it."
        "把 signature 的值当成 msg_signature 传了。"
        "加密消息要读 URL 里的 msg_signature；两个参数都在 URL 里。",
    /// The value of `msg_signature` was passed as `signature`.
    MsgSignatureForSignature =>
        "The value of msg_signature was passed as signature."
        "Read signature from the URL for a plain message and for the URL check."
        "把 msg_signature 的值当成 signature 传了。"
        "明文消息和接入验证要读 URL 里的 signature。",
    /// The signature is right but for its upper-case digits.
    UpperCaseSignature =>
        "The signature has upper-case digits."
        "Pass the signature as it came, without changing its case."
        "签名里有大写字母。"
        "签名原样传入，不要改大小写。",
    /// The body is plaintext, and the endpoint an encrypted one.
    PlaintextBody =>
        "The body is plaintext, and the settings expect a cipher text."
        "Choose the safe mode (安全模式) in the console, or set mode = \"plain\" here."
        "包体是明文，而设置要求密文。"
        "在后台选“安全模式”，或在这里设 mode = \"plain\"。",
    /// The body is a cipher text, and the endpoint a plain one.
    EncryptedBody =>
        "The body is a cipher text, and the settings are plain ones."
        "Set mode = \"safe\" with the EncodingAESKey, and make the endpoint from a MsgCrypt."
        "包体是密文，而设置是明文模式。"
        "设 mode = \"safe\" 和 EncodingAESKey，并用 MsgCrypt 创建 Endpoint。",
    /// The body is no envelope at all, or none that is accepted.
    NotAnEnvelope =>
        "The body is not XML or JSON with one Encrypt."
        "Pass the raw body; an empty one was most likely read before by the framework (a body parser, a form)."
        "包体不是带一个 Encrypt 的 XML 或 JSON。"
        "传入原始包体；若为空，多半已被框架（body parser、表单解析）读走了。",
    /// The body is larger than the endpoint accepts.
    BodyTooLarge =>
        "The body is larger than what is accepted."
        "Look at what sent this: the platform's own are far below 4 MiB."
        "包体超过了允许的大小。"
        "检查发送方：平台的包体远小于 4 MiB。",
    /// The body was parsed and written again on its way.
    BodyReserialised =>
        "The body was parsed and written again before it came here."
        "Pass the raw bytes: php://input, Flask request.get_data(), Django request.body, express.raw()."
        "包体在传入之前被解析又重新生成过。"
        "传入原始字节：php://input、Flask request.get_data()、Django request.body、express.raw()。",
    /// The Token is right, and the body not the one that was signed.
    BodyChanged =>
        "The Token is right, but the body is not the one that was signed."
        "Pass the raw bytes of the same request; look for a body that was cut short, re-encoded or edited."
        "Token 对，但包体不是签名时的那个。"
        "传入同一请求的原始字节；检查包体是否被截断、转码或改动。",
    /// The Token is another; or, where the query has no `signature` that would tell, the body.
    AnotherToken =>
        "The Token is not the console's, letter for letter."
        "Copy the Token from the console again; look for white space, a stale environment and the wrong app."
        "Token 与后台的不是逐字相同。"
        "重新从后台复制 Token；检查空白、未生效的环境变量和是否填了别的应用。",
    /// It is a URL check of WeCom, and the settings' dialect is `wechat`.
    DialectIsWecom =>
        "It is a URL check of WeCom."
        "Set dialect = \"wecom\"."
        "这是企业微信的接入验证。"
        "设 dialect = \"wecom\"。",
    /// It is a URL check of WeChat, and the settings' dialect is `wecom`.
    DialectIsWechat =>
        "It is a URL check of WeChat."
        "Set dialect = \"wechat\"."
        "这是微信的接入验证。"
        "设 dialect = \"wechat\"。",
    /// The Token is right, and the EncodingAESKey another.
    AnotherKey =>
        "The Token is right, but the EncodingAESKey is not the console's."
        "Copy the EncodingAESKey from the console again; while it is being changed, accept the previous one too \
         (also_accept)."
        "Token 对，但 EncodingAESKey 与后台不一致。"
        "重新从后台复制 EncodingAESKey；更换期间同时接受上一个（also_accept）。",
    /// Token and key belong to two of the accepted settings.
    KeyOfOtherSettings =>
        "The Token belongs to one of the accepted settings and the key to another."
        "Accept the pair of Token and EncodingAESKey that the console has."
        "Token 属于一组设置，密钥属于另一组。"
        "按后台的组合成对接受 Token 和 EncodingAESKey。",
    /// It was opened by settings that were accepted besides the first: the previous ones, during a rotation.
    OpenedByFurtherSettings =>
        "It was opened by further accepted settings, not by the first."
        "Nothing is wrong; once the console's change has taken effect, put the new settings first."
        "由另一组接受的设置解开，而不是第一组。"
        "没有问题；后台的更换生效后，把新的设置放在第一位。",
    /// The message is addressed to another AppID: on the open platform it is the component's, not the authorizer's.
    AnotherAppId =>
        "The message is addressed to another AppID."
        "Set receive_id to the app's own AppID; on the open platform to the component's, not the authorizer's."
        "消息是发给另一个 AppID 的。"
        "把 receive_id 设为本应用的 AppID；开放平台设为第三方平台的，而不是授权方的。",
    /// The message is addressed to another corpid or suiteid: suite events have the suiteid, all others the corpid.
    AnotherCorpOrSuite =>
        "The message is addressed to another corpid or suiteid."
        "Set receive_id to the suiteid for suite events and to the corpid for all others, or accept both \
         (also_accept)."
        "消息是发给另一个 corpid 或 suiteid 的。"
        "套件事件把 receive_id 设为 suiteid，其余设为 corpid，或两者都接受（also_accept）。",
    /// The message has an empty receive id, as WeCom's smart robots have it, and the settings' is not.
    EmptyReceiveId =>
        "The message has an empty receive id, as those of WeCom's smart robots have."
        "Set receive_id = \"\" for a smart robot."
        "消息的接收方为空，企业微信智能机器人就是这样。"
        "智能机器人设 receive_id = \"\"。",
    /// The message has a receive id of another kind than the settings.
    AnotherReceiveId =>
        "The message is addressed to a receive id of another kind."
        "Set receive_id to the AppID (wx…) on WeChat, to the corpid or suiteid on WeCom; not to gh_… or an openid."
        "消息的接收方是另一类标识。"
        "微信设 receive_id 为 AppID（wx…），企业微信设为 corpid 或 suiteid；不是 gh_… 也不是 openid。",
    /// The sender pads to 16 bytes and not to 32: it is not the platform. Such messages are read.
    PaddedTo16 =>
        "The sender pads to 16 bytes and not to 32: it is not the platform."
        "Pad to a multiple of 32 bytes in what sent this; other servers will refuse it."
        "发送方按 16 字节填充而不是 32：不是平台发的。"
        "发送方应填充到 32 字节的倍数；别的服务器会拒收。",
    /// The timestamp is too far from the server's time, or does not have ten digits.
    StaleTimestamp {
        /// How much earlier than the server's time it is, in seconds; negative if later.
        seconds: i64 = 0,
    } =>
        "The timestamp is too far from the server's time."
        "Set the server's clock by NTP, and do not replay old requests."
        "timestamp 与服务器时间相差太大。"
        "用 NTP 校准服务器时钟，也不要重放旧请求。",
    /// It is an answer that only a server sends: one of the server's own that came back.
    ReflectedReply =>
        "It is an answer that only a server sends."
        "Do not send an answer to your own URL; if nobody did, somebody sends back what was captured."
        "这是只有服务器才会发的回复。"
        "不要把回复发到自己的地址；若没有人这样做，就是有人在回放截获的内容。",
    /// The message is sent to another account than the endpoint's.
    AnotherAccount =>
        "The message is sent to another account than the one that is set."
        "Set account to the gh_… of this account, or route each account to settings of its own."
        "消息发给的帐号不是所设的帐号。"
        "把 account 设为本帐号的 gh_…，或让每个帐号各用自己的设置。",
    /// The message is neither XML nor JSON.
    MalformedMessage =>
        "What was decrypted is neither one XML document nor one JSON object."
        "Look at what sent this: the platform's messages are one or the other."
        "解密出来的既不是一个 XML 文档，也不是一个 JSON 对象。"
        "检查发送方：平台的消息必为两者之一。",
    /// A message or a reply was sent as the echostr of a URL check, whose answer would be its plaintext.
    MessageAsEchostr =>
        "The echostr is a message or a reply."
        "Do not answer: somebody sends what was captured, to be shown what it says."
        "echostr 是一条消息或回复。"
        "不要应答：有人在发送截获的内容，想看到明文。",
}
