//! Floor 2: `MsgCrypt`.

use std::borrow::Cow;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use wxseal_core::Format;

use crate::argument::{self, Payload};
use crate::exception::Failure;
use crate::name;

// The signature of `MsgCrypt` has the values, so that `help()` shows them.
const _: () = assert!(wxseal_core::MsgCrypt::DEFAULT_MAX_BODY == 4_194_304);
const _: () = assert!(matches!(wxseal_core::MsgCrypt::DEFAULT_DIALECT, wxseal_core::Dialect::Wechat));

/// One Token, one EncodingAESKey and one receive id.
///
/// It verifies and decrypts pushes, and encrypts and signs replies. Make one when the server starts
/// and keep it: it never changes, so threads share it, and it survives `fork`. It holds secrets, so
/// `repr()` does not show them, and it cannot be pickled or copied.
///
/// **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the
/// key lives. `Endpoint` checks the former, and reads and answers whole requests.
///
/// Args:
///     token: the Token of the console's message push page.
///     encoding_aes_key: the EncodingAESKey beside it: 43 characters of `A-Z a-z 0-9 + /`.
///     receive_id: what messages are addressed to: the AppID of a Mini Program or Official Account,
///         the component's AppID on the open platform (for an authorizer's messages too), the
///         corpid or, for suite events, the suiteid on WeCom. `""` means that it must be empty, as
///         for WeCom's smart robots; it does not turn the check off.
///     dialect: whose names JSON replies have, `"wechat"` or `"wecom"`. Both are read either way.
///     max_body: the largest body or echostr that is read, in bytes; 4 MiB unless given.
///
/// Raises:
///     InvalidConfig: the Token is empty; it or the receive id holds white space or a control
///         character; the dialect is unknown; `max_body` is negative.
///     InvalidKey: the EncodingAESKey is not 43 characters of base64; `position` says where.
///
/// >>> import wxseal
/// >>> wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
/// <wxseal.MsgCrypt receive_id='wxba5fad812f8e6fb9' dialect='wechat'>
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct MsgCrypt {
    crypt: Arc<wxseal_core::MsgCrypt>,
    receive_id: String,
    dialect: String,
}

impl MsgCrypt {
    pub(crate) fn core(&self) -> Arc<wxseal_core::MsgCrypt> {
        Arc::clone(&self.crypt)
    }
}

#[pymethods]
impl MsgCrypt {
    #[new]
    #[pyo3(signature = (token, encoding_aes_key, receive_id, *, dialect = "wechat", max_body = 4_194_304))]
    fn new(
        #[pyo3(from_py_with = argument::setting::<name::token>)] token: &str,
        #[pyo3(from_py_with = argument::key::<name::encoding_aes_key>)] encoding_aes_key: Cow<'_, str>,
        #[pyo3(from_py_with = argument::setting::<name::receive_id>)] receive_id: &str,
        #[pyo3(from_py_with = argument::setting::<name::dialect>)] dialect: &str,
        #[pyo3(from_py_with = argument::number::<name::max_body, _>)] max_body: usize,
    ) -> Result<Self, Failure> {
        let crypt = wxseal_core::MsgCrypt::new(token, &encoding_aes_key, receive_id)?;
        Ok(Self {
            crypt: Arc::new(crypt.dialect(dialect.parse()?).max_body(max_body)),
            receive_id: receive_id.to_owned(),
            dialect: dialect.to_owned(),
        })
    }

    /// Answer WeCom's URL check: verify and decrypt its `echostr`, and return the answer.
    ///
    /// **On WeChat the echostr is not encrypted**: call `verify_signature` and answer with the
    /// echostr exactly as received.
    ///
    /// All values are text as received, percent-decoded once; a `+` of the echostr must not have
    /// become a space.
    ///
    /// Raises:
    ///     Error: as `decrypt` does. There is no envelope here, but an echostr of more than
    ///         `max_body` bytes is `MalformedEnvelope`.
    ///
    /// The example of WeCom's documentation:
    ///
    /// >>> import wxseal
    /// >>> key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
    /// >>> crypt = wxseal.MsgCrypt("QDG6eK", key, "wx5823bf96d3bd56c7", dialect="wecom")
    /// >>> crypt.verify_url(
    /// ...     "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4R"
    /// ...     "Pcs8TgAE7OaBO+FZXvnaqQ==",
    /// ...     msg_signature="5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
    /// ...     timestamp="1409659589",
    /// ...     nonce="263014780",
    /// ... )
    /// b'1616140317555161061'
    #[pyo3(signature = (echostr, *, msg_signature, timestamp, nonce))]
    fn verify_url<'py>(
        &self,
        py: Python<'py>,
        #[pyo3(from_py_with = argument::echostr::<name::echostr>)] echostr: &str,
        #[pyo3(from_py_with = argument::signature::<name::msg_signature>)] msg_signature: &str,
        #[pyo3(from_py_with = argument::stamp::<name::timestamp>)] timestamp: &str,
        #[pyo3(from_py_with = argument::stamp::<name::nonce>)] nonce: &str,
    ) -> Result<Bound<'py, PyBytes>, Failure> {
        let verify = || self.crypt.verify_url(msg_signature, timestamp, nonce, echostr);
        Ok(PyBytes::new(py, &argument::run(py, echostr.len(), verify)?))
    }

    /// Verify and decrypt the body of a push, and return the message as the platform wrote it.
    ///
    /// `body` is the request's, byte for byte, before any parser, XML or JSON; a `str` is read as its
    /// UTF-8. The others are the query's, text as received and percent-decoded once; `None` stands for
    /// a parameter that the query lacks or has twice. Pass `msg_signature`, not `signature`.
    ///
    /// Of a compatible-mode body only `Encrypt` is read: its plaintext fields are signed by nobody.
    ///
    /// Raises:
    ///     MalformedQuery: a parameter is `None`, `timestamp` is not 1 to 13 digits, or `nonce` is
    ///         not 1 to 63 of `A-Z a-z 0-9 _ -`.
    ///     MalformedEnvelope: the body is not XML or JSON with one `Encrypt`, or is too large or
    ///         too deep.
    ///     SignatureMismatch: the signature is another. Nothing is decrypted before it held.
    ///     InvalidBase64: `Encrypt` is not canonical base64.
    ///     DecryptFailed: length or padding of the cipher text; probably another EncodingAESKey.
    ///     MalformedFrame: the inner length does not fit.
    ///     ReceiveIdMismatch: the message is addressed to another receive id.
    ///
    /// >>> import wxseal
    /// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    /// >>> crypt.decrypt(
    /// ...     b'{"Encrypt":"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH'
    /// ...     b'm48Y4hyRbtzve1L32tmxSQ=="}',
    /// ...     msg_signature="1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
    /// ...     timestamp="1713424427",
    /// ...     nonce="415670741",
    /// ... )
    /// b'{"demo_resp":"good luck"}'
    #[pyo3(signature = (body, *, msg_signature, timestamp, nonce))]
    fn decrypt<'py>(
        &self,
        py: Python<'py>,
        #[pyo3(from_py_with = argument::body::<name::body>)] body: Payload<'_, 'py>,
        #[pyo3(from_py_with = argument::signature::<name::msg_signature>)] msg_signature: &str,
        #[pyo3(from_py_with = argument::stamp::<name::timestamp>)] timestamp: &str,
        #[pyo3(from_py_with = argument::stamp::<name::nonce>)] nonce: &str,
    ) -> Result<Bound<'py, PyBytes>, Failure> {
        let body = body.as_bytes();
        let decrypt = || self.crypt.decrypt(msg_signature, timestamp, nonce, body);
        Ok(PyBytes::new(py, &argument::run(py, body.len(), decrypt)?))
    }

    /// Encrypt and sign a reply, and return the finished envelope: the body to answer with.
    ///
    /// The bodies `success` and empty are never encrypted: answer with them as they are.
    ///
    /// Args:
    ///     message: the reply's XML or JSON; a `str` is sent as its UTF-8.
    ///     timestamp: the current time in seconds since 1970, as text or as an `int`; the system's
    ///         unless given.
    ///     nonce: the push's; 16 fresh hexadecimal digits unless given.
    ///     format: the format of the push, `"xml"` or `"json"`.
    ///     random: for tests only, the 16 bytes in front of the message. They stand in for the IV,
    ///         which the protocol derives from the key, so every message needs its own: unless
    ///         given they are asked of the operating system, after a `fork` too.
    ///
    /// Raises:
    ///     UnwritableReply: the timestamp is not 1 to 13 digits without a leading zero, the nonce
    ///         is not 1 to 63 of `A-Z a-z 0-9 _ -`, or the message is no text or 4 GiB or longer.
    ///     InvalidConfig: the format is unknown, or `random` has not 16 bytes.
    ///
    /// The example of the official documentation:
    ///
    /// >>> import wxseal
    /// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    /// >>> reply = crypt.encrypt(
    /// ...     '{"demo_resp":"good luck"}',
    /// ...     timestamp=1713424427,
    /// ...     nonce="415670741",
    /// ...     format="json",
    /// ...     random=b"707722b803182950",
    /// ... )
    /// >>> print(reply)
    /// {
    ///     "Encrypt": "ELGduP2YcVatjqIS...m48Y4hyRbtzve1L32tmxSQ==",
    ///     "MsgSignature": "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
    ///     "TimeStamp": 1713424427,
    ///     "Nonce": "415670741"
    /// }
    #[pyo3(signature = (message, *, timestamp = None, nonce = None, format = "xml", random = None))]
    fn encrypt<'py>(
        &self,
        py: Python<'py>,
        #[pyo3(from_py_with = argument::message::<name::message>)] message: Payload<'_, 'py>,
        #[pyo3(from_py_with = argument::reply_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
        #[pyo3(from_py_with = argument::reply_nonce::<name::nonce>)] nonce: Option<&str>,
        #[pyo3(from_py_with = argument::setting::<name::format>)] format: &str,
        #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
    ) -> Result<Bound<'py, PyString>, Failure> {
        let (message, timestamp, format) = (message.as_bytes(), timestamp.as_deref(), format.parse::<Format>()?);
        let reply = argument::run(py, message.len(), || {
            wxseal_os::fresh(timestamp, nonce, random, |timestamp, nonce, random| {
                self.crypt.encrypt_to_vec(message, timestamp, nonce, random, format)
            })
        })?;
        Ok(PyString::from_bytes(py, &reply)?)
    }

    /// Shows the receive id and the dialect; never the Token or the key.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (receive_id, dialect) = (PyString::new(py, &self.receive_id), PyString::new(py, &self.dialect));
        Ok(format!("<wxseal.MsgCrypt receive_id={} dialect={}>", receive_id.repr()?, dialect.repr()?))
    }

    /// `copy` and `pickle` ask for this; a pickle would hold the Token and the key in clear.
    #[allow(clippy::unused_self)] // Python passes it.
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a wxseal.MsgCrypt holds secrets and cannot be pickled or copied: share it, or make another",
        ))
    }
}
