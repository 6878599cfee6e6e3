//! The settings that a server makes, as errors name them.

/// Writes the enum, its list, and what each is called and wants, from one row a setting.
macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident $name:literal $text:literal)*) => {
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
        }
    };
}

settings! {
    /// The Token.
    Token "token" "the Token is empty, or holds white space or a control character: is its environment variable set, and does \
                   the line that it was read from end in a space?"
    /// The receive id.
    ReceiveId "receive_id" "the receive id holds white space or a control character: look at the end of the line that it was read from"
    /// The account, `gh_…`.
    Account "account" "the account is not text: it is the id of the account, gh_…"
    /// The data format.
    Format "format" "the format is unknown: it is xml or json"
    /// The dialect of replies.
    Dialect "dialect" "the dialect is unknown: it is wechat or wecom"
    /// The tolerance of timestamps.
    Tolerance "tolerance" "the tolerance is not a whole number of seconds from 0 on"
    /// The largest body.
    MaxBody "max_body" "max_body is not a whole number of bytes from 0 on"
    /// The random bytes of a reply.
    Random "random" "random is not 16 bytes"
    /// The server's time.
    Now "now" "now is not a whole number of seconds since 1970"
    /// How long a handler may take.
    ClaimFor "claim_for" "claim_for is not a whole number of seconds from 0 on"
    /// How long an answer is kept.
    KeepFor "keep_for" "keep_for is not a whole number of seconds from 0 on"
    /// How many keys are remembered.
    MaxEntries "max_entries" "max_entries is not a whole number in its range"
    /// How much is remembered.
    MaxBytes "max_bytes" "max_bytes is not a whole number of bytes in its range"
    /// The path of a call of the server API.
    Path "path" "the path of the call is not / and words of A-Z a-z 0-9 . _ -, with neither a query, a host nor .."
    /// Any other argument: a name, a key, a text.
    Argument "argument" "an argument is not what it must be: a text is UTF-8 without a NUL, a number whole and in its range"
}
