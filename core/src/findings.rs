//! The list of all findings, for whoever translates or counts them.

use crate::Finding;

/// Writes the list, and a match over it that stops the build when a finding is missing here.
macro_rules! all {
    ($($name:ident $({ $field:ident: $example:literal })?,)*) => {
        impl Finding {
            /// One finding of each kind, in the order of the enum; what they carry is an example.
            pub const ALL: [Finding; [$(stringify!($name)),*].len()] = [$(Finding::$name { $($field: $example)? }),*];
        }

        const _: fn(Finding) = |finding| match finding {
            $(Finding::$name { .. } => {})*
        };
    };
}

all! {
    UnknownMethod,
    BrokenQuery,
    MissingParameter { name: "msg_signature" },
    MalformedStamp,
    PercentEncodedTwice,
    PlusBecameSpace,
    SignatureForMsgSignature,
    MsgSignatureForSignature,
    UpperCaseSignature,
    PlaintextBody,
    EncryptedBody,
    NotAnEnvelope,
    BodyTooLarge,
    BodyReserialised,
    BodyChanged,
    AnotherToken,
    DialectIsWecom,
    DialectIsWechat,
    AnotherKey,
    KeyOfOtherSettings,
    OpenedByFurtherSettings,
    AnotherAppId,
    AnotherCorpOrSuite,
    EmptyReceiveId,
    AnotherReceiveId,
    PaddedTo16,
    StaleTimestamp { seconds: 0 },
    ReflectedReply,
    AnotherAccount,
    MalformedMessage,
    MessageAsEchostr,
}
