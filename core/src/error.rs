use std::fmt;

use crate::Setting;

/// Writes the enum, its list, and what each error is called and says, from one row an error: its name, the official number,
/// the HTTP status, how far the request got, and its text in English and in Chinese.
macro_rules! errors {
    ($(
        $(#[$doc:meta])*
        $variant:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty = $example:expr,)+ })?
            => $name:literal $code:literal $http_status:literal $stage:literal $text:literal $text_zh:literal,
    )*) => {
        /// What can go wrong, in one table for every language.
        ///
        /// Each variant has the number that the official samples give it ([`code`](Error::code)), a name that never changes
        /// ([`name`](Error::name)), the HTTP status for a server to answer with ([`http_status`](Error::http_status)) and a
        /// text that says what to look at ([`text`](Error::text)). Texts are fixed: no error carries a secret or a peer's
        /// data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Error {
            $($(#[$doc])* $variant $({ $($(#[$field_doc])* $field: $type,)+ })?,)*
        }

        impl Error {
            /// One error of each kind, in the order of the table; the integers that they carry are 0, and the setting is the
            /// Token.
            pub const ALL: [Error; [$($name),*].len()] = [$(Error::$variant $({ $($field: $example,)+ })?),*];

            /// The number that every official sample uses for this failure, -40001 to -40011.
            #[must_use]
            pub const fn code(self) -> i32 {
                match self {
                    $(Error::$variant { .. } => $code,)*
                }
            }

            /// The name of this failure, the same in every language: `SignatureMismatch`, `MalformedQuery` …
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Error::$variant { .. } => $name,)*
                }
            }

            /// The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is.
            ///
            /// Whatever fails after the signature held has the same status, so that a peer learns nothing from it.
            #[must_use]
            pub const fn http_status(self) -> u16 {
                match self {
                    $(Error::$variant { .. } => $http_status,)*
                }
            }

            /// How far a request got: the error of the settings that got furthest says most. 0 where it is not about settings.
            pub(crate) const fn stage(self) -> u8 {
                match self {
                    $(Error::$variant { .. } => $stage,)*
                }
            }

            /// What happened and what to look at, in one sentence without the integers that the error may carry; of a
            /// setting, what that one is to be.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self {
                    Error::InvalidConfig { setting } => setting.text(),
                    $(#[allow(unreachable_patterns, reason = "one row has its text from elsewhere")] Error::$variant { .. } => $text,)*
                }
            }

            /// [`text`](Error::text) in Chinese.
            #[must_use]
            pub const fn text_zh(self) -> &'static str {
                match self {
                    Error::InvalidConfig { setting } => setting.text_zh(),
                    $(#[allow(unreachable_patterns, reason = "one row has its text from elsewhere")] Error::$variant { .. } => $text_zh,)*
                }
            }
        }
    };
}

errors! {
    /// The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits.
    SignatureMismatch => "SignatureMismatch" -40001 403 1
        "the signature does not match: check the Token, that msg_signature and not signature was passed for an \
         encrypted message, and that timestamp, nonce and body are as received"
        "签名不一致：请核对 Token；加密消息要用 msg_signature 而不是 signature；timestamp、nonce 和包体须与收到时一致",
    /// A parameter of the query is missing, repeated or outside its grammar.
    MalformedQuery => "MalformedQuery" -40001 400 0
        "a query parameter is missing, repeated or malformed: timestamp is 1 to 13 digits, nonce is 1 to 63 of A-Z \
         a-z 0-9 _ -, and each stands once, percent-decoded once"
        "URL 参数缺失、重复或格式不对：timestamp 为 1 至 13 位数字，nonce 为 1 至 63 个 A-Z a-z 0-9 _ -，各出现一次，且只做一次百分号解码",
    /// The request's method is neither GET nor POST. Its name is `MalformedQuery` too, its HTTP status 405.
    UnknownMethod => "MalformedQuery" -40001 405 0
        "the method is neither GET nor POST: the platform sends no other"
        "请求方法既不是 GET 也不是 POST：平台不会发别的方法",
    /// The timestamp lies further from the server's time than the tolerance.
    StaleTimestamp {
        /// The request's timestamp, in seconds since 1970.
        timestamp: u64 = 0,
        /// The server's time, in seconds since 1970.
        now: u64 = 0,
    } => "StaleTimestamp" -40001 403 2
        "the timestamp is too far from the server's time: check the server's clock and the tolerance"
        "timestamp 与服务器时间相差太大：请检查服务器时钟和允许的误差",
    /// The body is no envelope: not XML or JSON, without exactly one `Encrypt`, too large or too deep.
    MalformedEnvelope => "MalformedEnvelope" -40002 400 0
        "the body is not an envelope: expected XML or JSON with one Encrypt at the top level; check that the body is \
         passed as received and that the console's encryption mode is not plain"
        "包体不是加密消息：应为最外层恰有一个 Encrypt 的 XML 或 JSON；请确认包体原样传入，且后台没有选明文模式",
    /// The decrypted message cannot be read, is one that only servers send, or stands where an echostr should.
    MalformedMessage => "MalformedMessage" -40002 403 7
        "the decrypted message cannot be read, or is one that only a server sends: check that nothing captured was \
         sent back, as a message or as an echostr"
        "解密后的消息无法读取，或只有服务器才会发这种消息：请确认不是把回复当请求发了回来",
    /// The EncodingAESKey is not 43 characters of base64.
    InvalidKey {
        /// Where the first bad character is, in bytes from the start, counted from 0; the key's length if it is too short.
        position: usize = 0,
    } => "InvalidKey" -40004 500 0
        "the EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without = and without \
         white space"
        "EncodingAESKey 不是 43 个 A-Z a-z 0-9 + /：请从后台复制，不要带 = 和空白",
    /// A setting, or another argument of the server's own, cannot be right.
    InvalidConfig {
        /// Which one.
        setting: Setting = Setting::Token,
    } => "InvalidConfig" -40004 500 0
        "a setting cannot be right"
        "配置有误",
    /// The message is addressed to another receive id.
    ReceiveIdMismatch => "ReceiveIdMismatch" -40005 403 6
        "the message is addressed to another receive id: it is the AppID of the Mini Program or Official Account, \
         the component's AppID on the open platform, the corpid or suiteid on WeCom"
        "消息的接收方不是本应用：小程序和公众号填 AppID，开放平台填第三方平台的 AppID，企业微信填 corpid 或 suiteid",
    /// The cipher text has an impossible length, or its padding is wrong.
    DecryptFailed => "DecryptFailed" -40007 403 4
        "the cipher text does not decrypt (length or padding): check that the EncodingAESKey is the console's"
        "密文解不开（长度或填充不对）：请确认 EncodingAESKey 与后台一致",
    /// The length inside the decrypted frame does not fit.
    MalformedFrame => "MalformedFrame" -40008 403 5
        "the length inside the decrypted frame does not fit: check that the EncodingAESKey is the console's"
        "解密后的长度字段对不上：请确认 EncodingAESKey 与后台一致",
    /// `Encrypt` is not canonical standard base64.
    InvalidBase64 => "InvalidBase64" -40010 403 3
        "the cipher text is not standard base64: check that the body is as received and that no + became a space"
        "密文不是标准 base64：请确认包体与收到时一致，且 + 没有变成空格",
    /// A reply cannot be written, or a stored one cannot be read.
    UnwritableReply => "UnwritableReply" -40011 500 0
        "the reply cannot be written: its timestamp is 1 to 13 digits without a leading zero, its nonce 1 to 63 of \
         A-Z a-z 0-9 _ -, its message shorter than 4 GiB; or a stored one cannot be read: it is another's, cut short \
         or of a later version"
        "回复无法生成：timestamp 为 1 至 13 位数字且不以 0 开头，nonce 为 1 至 63 个 A-Z a-z 0-9 _ -，消息小于 4 GiB；或存储的回复读不出来：不是本库写的、不完整，或来自更新的版本",
}

/// [`Error::text`], the integers, and the official number in brackets.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        match self {
            Error::InvalidKey { position } => write!(f, "; look at offset {position}")?,
            Error::StaleTimestamp { timestamp, now } => write!(f, "; timestamp {timestamp}, server {now}")?,
            _ => {}
        }
        write!(f, " ({})", self.code())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_ends_with_the_official_number() {
        for error in Error::ALL {
            assert!(error.to_string().ends_with(&format!(" ({})", error.code())), "{error}");
        }
    }

    #[test]
    fn display_shows_the_integers() {
        assert!(Error::InvalidKey { position: 42 }.to_string().contains("offset 42"));
        assert!(Error::StaleTimestamp { timestamp: 7, now: 9 }.to_string().contains("timestamp 7, server 9"));
    }

    #[test]
    fn whatever_fails_after_the_signature_has_one_status() {
        for error in [
            Error::MalformedMessage,
            Error::ReceiveIdMismatch,
            Error::DecryptFailed,
            Error::MalformedFrame,
            Error::InvalidBase64,
        ] {
            assert_eq!(error.http_status(), Error::SignatureMismatch.http_status(), "{error}");
        }
    }
}
