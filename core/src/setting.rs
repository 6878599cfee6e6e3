//! The settings that a server makes, as errors name them.

/// Writes the enum, its list, and what each is called and wants, from one row a setting: its name, and its
/// text in English and in Chinese.
macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident => $name:literal $text:literal $text_zh:literal,)*) => {
        /// Which setting, or other argument of the server's own, an [`InvalidConfig`](crate::Error::InvalidConfig) is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Setting {
            $($(#[$doc])* $variant,)*
        }

        impl Setting {
            /// Every setting, in the order of the enum.
            pub const ALL: [Setting; [$($name),*].len()] = [$(Setting::$variant),*];

            /// Its name, the same in every language: `token`, `receive_id` …
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Setting::$variant => $name,)*
                }
            }

            /// What is wrong with it and what to look at, in one sentence.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self {
                    $(Setting::$variant => $text,)*
                }
            }

            /// [`text`](Setting::text) in Chinese.
            #[must_use]
            pub const fn text_zh(self) -> &'static str {
                match self {
                    $(Setting::$variant => $text_zh,)*
                }
            }
        }
    };
}

settings! {
    /// The Token.
    Token => "token"
        "the Token is empty, or holds white space or a control character: is its environment variable set, and does \
         the line that it was read from end in a space?"
        "Token 为空，或含有空白、控制字符：环境变量设了吗？读取的那一行末尾是否多了空格？",
    /// The receive id.
    ReceiveId => "receive_id"
        "the receive id holds white space or a control character: look at the end of the line that it was read from"
        "接收方 ID 含有空白或控制字符：请看读取的那一行末尾",
    /// The account, `gh_…`.
    Account => "account"
        "the account is not text: it is the id of the account, gh_…"
        "账号不是有效文本：应为 gh_… 形式的原始 ID",
    /// The data format.
    Format => "format"
        "the format is unknown: it is xml or json"
        "数据格式无法识别：应为 xml 或 json",
    /// The dialect of replies.
    Dialect => "dialect"
        "the dialect is unknown: it is wechat or wecom"
        "dialect 无法识别：应为 wechat 或 wecom",
    /// The tolerance of timestamps.
    Tolerance => "tolerance"
        "the tolerance is not a whole number of seconds from 0 on"
        "允许的时间误差不是非负整数（秒）",
    /// The largest body.
    MaxBody => "max_body"
        "max_body is not a whole number of bytes from 0 on"
        "max_body 不是非负整数（字节）",
    /// The random bytes of a reply.
    Random => "random"
        "random is not 16 bytes"
        "random 不是 16 字节",
    /// The server's time.
    Now => "now"
        "now is not a whole number of seconds since 1970"
        "now 不是自 1970 年起的整数秒",
    /// How long a handler may take.
    ClaimFor => "claim_for"
        "claim_for is not a whole number of seconds from 0 on"
        "claim_for 不是非负整数（秒）",
    /// How long an answer is kept.
    KeepFor => "keep_for"
        "keep_for is not a whole number of seconds from 0 on"
        "keep_for 不是非负整数（秒）",
    /// How many keys are remembered.
    MaxEntries => "max_entries"
        "max_entries is not a whole number in its range"
        "max_entries 不是正整数",
    /// How much is remembered.
    MaxBytes => "max_bytes"
        "max_bytes is not a whole number of bytes in its range"
        "max_bytes 不是正整数（字节）",
    /// The path of a call of the server API.
    Path => "path"
        "the path of the call is not / and words of A-Z a-z 0-9 . _ -, with neither a query, a host nor .."
        "接口路径须以 / 开头，只含 A-Z a-z 0-9 . _ - 和 /，不带查询串、主机名和 ..",
    /// Any other argument: a name, a key, a text.
    Argument => "argument"
        "an argument is not what it must be: a text is UTF-8, a number whole and in its range"
        "参数不合要求：文本须为 UTF-8，数字须为范围内的整数",
}
