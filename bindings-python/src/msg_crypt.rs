//! `MsgCrypt`.

use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use wxseal_core::buffer;
use wxseal_core::{Dialect, Format, Stamp};

use crate::argument::{self, Bytes, Text};
use crate::exception::Failure;
use crate::name;
use crate::parts::{Opened, Sealed};

// The signature of `MsgCrypt` has the values, so that `help()` shows them.
const _: () = assert!(wxseal_core::MsgCrypt::DEFAULT_MAX_BODY == 4_194_304);
const _: () = assert!(matches!(wxseal_core::MsgCrypt::DEFAULT_DIALECT, Dialect::Wechat));

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
    dialect: Dialect,
}

impl MsgCrypt {
    pub(crate) fn core(&self) -> &Arc<wxseal_core::MsgCrypt> {
        &self.crypt
    }
}

#[pymethods]
impl MsgCrypt {
    #[new]
    #[pyo3(
        signature = (token, encoding_aes_key, receive_id, *, dialect = Dialect::Wechat, max_body = 4_194_304),
        text_signature = "(token, encoding_aes_key, receive_id, *, dialect='wechat', max_body=4194304)"
    )]
    fn new(
        #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
        #[pyo3(from_py_with = argument::text::<name::encoding_aes_key>)] encoding_aes_key: Bytes<'_>,
        #[pyo3(from_py_with = argument::setting::<name::receive_id>)] receive_id: Text<'_>,
        #[pyo3(from_py_with = argument::choice::<name::dialect, _>)] dialect: Dialect,
        #[pyo3(from_py_with = argument::number::<name::max_body, _>)] max_body: usize,
    ) -> Result<Self, Failure> {
        let crypt = wxseal_core::MsgCrypt::new(token, encoding_aes_key, receive_id.as_bytes())?;
        let crypt = Arc::new(crypt.dialect(dialect).max_body(max_body));
        Ok(Self { crypt, receive_id: receive_id.into_owned(), dialect })
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
        #[pyo3(from_py_with = argument::parameter::<name::echostr>)] echostr: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::msg_signature>)] msg_signature: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::timestamp>)] timestamp: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::nonce>)] nonce: Bytes<'_>,
    ) -> Result<Bound<'py, PyBytes>, Failure> {
        let verify = || self.crypt.verify_url(&msg_signature, &timestamp, &nonce, &echostr);
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
        #[pyo3(from_py_with = argument::body::<name::body>)] body: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::msg_signature>)] msg_signature: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::timestamp>)] timestamp: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::nonce>)] nonce: Bytes<'_>,
    ) -> Result<Bound<'py, PyBytes>, Failure> {
        let crypt = &self.crypt;
        if argument::keeps_gil(body.len()) {
            let copy = |message: &[u8]| PyBytes::new(py, message);
            return Ok(buffer::decrypt(crypt, &msg_signature, &timestamp, &nonce, &body, copy)?);
        }
        let decrypt = || crypt.decrypt(&msg_signature, &timestamp, &nonce, &body);
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
    #[pyo3(
        signature = (message, *, timestamp = None, nonce = None, format = Format::Xml, random = None),
        text_signature = "($self, message, *, timestamp=None, nonce=None, format='xml', random=None)"
    )]
    fn encrypt<'py>(
        &self,
        py: Python<'py>,
        #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
        #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
        #[pyo3(from_py_with = argument::choice::<name::format, _>)] format: Format,
        #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
    ) -> Result<Bound<'py, PyString>, Failure> {
        let (timestamp, nonce) = (timestamp.as_deref(), nonce.as_deref());
        let encrypt = || wxseal_os::encrypt(&self.crypt, &message, timestamp, nonce, format, random);
        Ok(PyString::new(py, &argument::run(py, message.len(), encrypt)?))
    }

    /// Pad, encrypt and sign a message, and return the parts of its envelope.
    ///
    /// For a gateway, or for code that stands in for another library, with an envelope of its own:
    /// `encrypt` writes the platform's and is the one to use.
    ///
    /// Args:
    ///     message: the message's XML or JSON; a `str` is sent as its UTF-8.
    ///     timestamp: the current time in seconds since 1970, as text or as an `int`; the system's
    ///         unless given.
    ///     nonce: the push's; 16 fresh hexadecimal digits unless given.
    ///     random: for tests only, as for `encrypt`.
    ///
    /// Raises:
    ///     UnwritableReply: as for `encrypt`.
    ///     InvalidConfig: `random` has not 16 bytes.
    ///
    /// >>> import wxseal
    /// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    /// >>> sealed = crypt.seal(
    /// ...     '{"demo_resp":"good luck"}',
    /// ...     timestamp=1713424427,
    /// ...     nonce="415670741",
    /// ...     random=b"707722b803182950",
    /// ... )
    /// >>> sealed.msg_signature, sealed.timestamp, sealed.nonce
    /// ('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1', '1713424427', '415670741')
    #[pyo3(signature = (message, *, timestamp = None, nonce = None, random = None))]
    fn seal(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
        #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
        #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
    ) -> Result<Sealed, Failure> {
        let (timestamp, nonce) = (timestamp.as_deref(), nonce.as_deref());
        let seal =
            || wxseal_os::fresh(timestamp, nonce, random, |stamp, random| self.crypt.seal(&message, stamp, random));
        Ok(argument::run(py, message.len(), seal)?.into())
    }

    /// Verify and decrypt a bare cipher text, and return the message with the receive id that stood
    /// behind it.
    ///
    /// For a server that cannot know the id beforehand, such as one data callback for all the corps of
    /// a suite: `decrypt` reads the envelope, compares the id, and is the one to use.
    ///
    /// **The receive id is the caller's to check**: nobody has compared it with anything. The one that
    /// was given to this `MsgCrypt` does not count here.
    ///
    /// All values are text as received; `None` stands for a parameter that the query lacks or has
    /// twice.
    ///
    /// Raises:
    ///     Error: as `decrypt` does, but for the receive id; one that is no text is `MalformedFrame`. A
    ///         cipher text of more than `max_body` bytes is `MalformedEnvelope`.
    ///
    /// >>> import wxseal
    /// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "")
    /// >>> opened = crypt.open(
    /// ...     "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH"
    /// ...     "m48Y4hyRbtzve1L32tmxSQ==",
    /// ...     msg_signature="1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
    /// ...     timestamp="1713424427",
    /// ...     nonce="415670741",
    /// ... )
    /// >>> opened.message, opened.receive_id
    /// (b'{"demo_resp":"good luck"}', 'wxba5fad812f8e6fb9')
    #[pyo3(signature = (encrypt, *, msg_signature, timestamp, nonce))]
    fn open(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::encrypt>)] encrypt: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::msg_signature>)] msg_signature: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::timestamp>)] timestamp: Bytes<'_>,
        #[pyo3(from_py_with = argument::parameter::<name::nonce>)] nonce: Bytes<'_>,
    ) -> Result<Opened, Failure> {
        let open = || self.crypt.open(&msg_signature, Stamp::new(&timestamp, &nonce)?, &encrypt);
        Ok(argument::run(py, encrypt.len(), open)?.into())
    }

    /// Shows the receive id and the dialect; never the Token or the key.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let receive_id = PyString::new(py, &self.receive_id);
        Ok(format!("<wxseal.MsgCrypt receive_id={} dialect='{}'>", receive_id.repr()?, self.dialect.name()))
    }

    /// `copy` and `pickle` ask for this; a pickle would hold the Token and the key in clear.
    #[allow(clippy::unused_self)] // Python passes it.
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a wxseal.MsgCrypt holds secrets and cannot be pickled or copied: share it, or make another",
        ))
    }
}
