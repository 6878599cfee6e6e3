use std::borrow::Cow;
use std::fmt;

use crate::cipher::{self, Cipher};
use crate::document::{self, Format};
use crate::envelope::{self, Dialect};
use crate::frame::{self, Frame};
use crate::out::Out;
use crate::query::Stamp;
use crate::seal::seal;
use crate::signature::{self, Hex, Verified};
use crate::text::text;
use crate::{EncodingAesKey, Error, Setting, Token, token};

/// One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
///
/// **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the key lives. Hold its
/// timestamp against your clock, and remember what you have answered.
///
/// The key schedules are computed once, in [`new`](MsgCrypt::new). A `MsgCrypt` never changes, so threads share it.
///
/// ```
/// use wxseal::{Format, MsgCrypt};
///
/// // The encrypted push of the official documentation.
/// let crypt = MsgCrypt::new("AAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wxba5fad812f8e6fb9")?;
/// let body = br#"{"ToUserName":"gh_97417a04a28d","Encrypt":"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="}"#;
/// let message = crypt.decrypt("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", "1714112445", "415670741", body)?;
/// assert!(message.ends_with(br#""Event":"debug_demo","debug_str":"hello world"}"#));
///
/// // 16 fresh bytes of the operating system's generator for every reply; these are the documentation's.
/// let reply = crypt.encrypt(br#"{"demo_resp":"good luck"}"#, "1713424427", "415670741", Format::Json, b"707722b803182950")?;
/// assert!(reply.contains(r#""MsgSignature": "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1""#));
/// # Ok::<(), wxseal::Error>(())
/// ```
pub struct MsgCrypt {
    token: Token,
    cipher: Cipher,
    receive_id: String,
    dialect: Dialect,
    max_body: usize,
}

impl MsgCrypt {
    /// How large a body may be unless [`max_body`](MsgCrypt::max_body) says otherwise: 4 MiB, in bytes.
    pub const DEFAULT_MAX_BODY: usize = 4 << 20;
    /// Whose names JSON replies have unless [`dialect`](MsgCrypt::dialect) says otherwise.
    pub const DEFAULT_DIALECT: Dialect = Dialect::Wechat;

    /// Takes the settings of the console's message push page.
    ///
    /// `receive_id` is what messages are addressed to: the AppID of a Mini Program or Official Account, the component's
    /// AppID on the open platform (for an authorizer's messages too), the corpid or, for suite events, the suiteid on
    /// WeCom. `""` means that it must be empty, as for WeCom's smart robots; it does not turn the check off.
    ///
    /// # Errors
    /// - [`Error::InvalidConfig`]: the Token is empty, or the Token or the receive id holds white space or a control character.
    /// - [`Error::InvalidKey`]: the EncodingAESKey is not 43 characters of base64.
    pub fn new(
        token: impl AsRef<[u8]>,
        encoding_aes_key: impl AsRef<[u8]>,
        receive_id: impl AsRef<[u8]>,
    ) -> Result<Self, Error> {
        Self::of(Token::new(token)?, &EncodingAesKey::new(encoding_aes_key)?, receive_id)
    }

    /// Takes a Token and a key that were read before; the receive id is that of [`new`](MsgCrypt::new).
    ///
    /// # Errors
    /// [`Error::InvalidConfig`]: the receive id holds white space or a control character.
    pub fn of(token: Token, key: &EncodingAesKey, receive_id: impl AsRef<[u8]>) -> Result<Self, Error> {
        Ok(Self {
            token,
            cipher: Cipher::new(key),
            receive_id: token::plain(receive_id.as_ref(), Setting::ReceiveId)?.to_owned(),
            dialect: Self::DEFAULT_DIALECT,
            max_body: Self::DEFAULT_MAX_BODY,
        })
    }

    /// Whose names JSON replies have.
    #[must_use]
    pub fn dialect(self, dialect: Dialect) -> Self {
        Self { dialect, ..self }
    }

    /// How large a body [`decrypt`](MsgCrypt::decrypt) and an echostr [`verify_url`](MsgCrypt::verify_url) reads, in bytes.
    #[must_use]
    pub fn max_body(self, bytes: usize) -> Self {
        Self { max_body: bytes, ..self }
    }

    /// Answers WeCom's URL check: verifies and decrypts its `echostr`, and returns what to answer with.
    ///
    /// **On WeChat the echostr is not encrypted**: call [`verify_signature`](crate::verify_signature) and answer with the
    /// echostr exactly as received.
    ///
    /// # Errors
    /// Those of [`decrypt`](MsgCrypt::decrypt); there is no envelope to be malformed, but an echostr beyond
    /// [`max_body`](MsgCrypt::max_body) is [`Error::MalformedEnvelope`]. [`Error::MalformedMessage`]: it is a message or a
    /// reply that somebody captured and sends as an echostr, to be shown what it says.
    pub fn verify_url(
        &self,
        msg_signature: impl AsRef<[u8]>,
        timestamp: impl AsRef<[u8]>,
        nonce: impl AsRef<[u8]>,
        echostr: impl AsRef<[u8]>,
    ) -> Result<Vec<u8>, Error> {
        let stamp = Stamp::of_request(timestamp.as_ref(), nonce.as_ref())?;
        let echostr = echostr.as_ref();
        if echostr.len() > self.max_body {
            return Err(Error::MalformedEnvelope);
        }
        let echostr = text(echostr, Error::InvalidBase64)?;
        self.open_echostr(&self.verify(msg_signature.as_ref(), stamp, echostr.as_bytes())?)
    }

    /// Verifies and decrypts the body of a push, XML or JSON, and returns the message as the platform wrote it.
    ///
    /// `msg_signature`, `timestamp` and `nonce` are the query's, percent-decoded once; `body` is the request's, byte for
    /// byte. Pass `msg_signature`, not `signature`. Of a compatible-mode body only `Encrypt` is read: its plaintext
    /// fields are signed by nobody.
    ///
    /// # Errors
    /// In the order of the checks:
    /// - [`Error::MalformedQuery`]: timestamp or nonce is outside its grammar.
    /// - [`Error::MalformedEnvelope`]: the body is not XML or JSON with one `Encrypt`, or is too large or too deep.
    /// - [`Error::SignatureMismatch`]: the signature is another. Nothing is decrypted before this check held.
    /// - [`Error::InvalidBase64`]: `Encrypt` is not canonical base64.
    /// - [`Error::DecryptFailed`]: length or padding of the cipher text; probably another EncodingAESKey.
    /// - [`Error::MalformedFrame`]: the inner length does not fit.
    /// - [`Error::ReceiveIdMismatch`]: the message is addressed to another receive id.
    pub fn decrypt(
        &self,
        msg_signature: impl AsRef<[u8]>,
        timestamp: impl AsRef<[u8]>,
        nonce: impl AsRef<[u8]>,
        body: &[u8],
    ) -> Result<Vec<u8>, Error> {
        self.decrypt_and(msg_signature.as_ref(), timestamp.as_ref(), nonce.as_ref(), body, |message| {
            message.into_owned()
        })
    }

    /// Encrypts and signs a reply, and returns the finished envelope: the body to answer with.
    ///
    /// `message` is the reply's XML or JSON; `format` is the format of the push, `timestamp` the current time in seconds
    /// as text, `nonce` the push's. `random` is 16 fresh bytes of the operating system's generator: they stand in for the
    /// IV, which the protocol derives from the key, so **bytes used twice show that two messages begin alike**.
    ///
    /// The bodies `success` and empty are never encrypted: answer with them as they are.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
    /// `A-Z a-z 0-9 _ -`, or the message is 4 GiB or longer.
    pub fn encrypt(
        &self,
        message: &[u8],
        timestamp: impl AsRef<[u8]>,
        nonce: impl AsRef<[u8]>,
        format: Format,
        random: &[u8; 16],
    ) -> Result<String, Error> {
        self.encrypt_stamped(message, Stamp::of_reply(timestamp.as_ref(), nonce.as_ref())?, format, random)
    }

    pub(crate) fn verify<'e>(
        &self,
        msg_signature: &[u8],
        stamp: Stamp<'_>,
        encrypt: &'e [u8],
    ) -> Result<Verified<'e>, Error> {
        signature::verify(&self.token, msg_signature, stamp, encrypt)
    }

    pub(crate) fn open_verified(&self, verified: &Verified<'_>) -> Result<Vec<u8>, Error> {
        self.lend_verified(verified, owned)
    }

    /// Lends the message.
    pub(crate) fn lend_verified<T>(
        &self,
        verified: &Verified<'_>,
        read: impl FnOnce(Cow<'_, [u8]>) -> T,
    ) -> Result<T, Error> {
        self.cipher.decrypt(verified, |head, rest| {
            let length = frame::unpack(head, &rest, &self.receive_id)?;
            Ok(read(beginning(rest, length)))
        })
    }
}

fn owned(bytes: Cow<'_, [u8]>) -> Vec<u8> {
    bytes.into_owned()
}

/// The first so many bytes; there are so many.
fn beginning(bytes: Cow<'_, [u8]>, length: usize) -> Cow<'_, [u8]> {
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(..length).unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            bytes.truncate(length);
            Cow::Owned(bytes)
        }
    }
}

/// What the other modules ask a `MsgCrypt` for.
impl MsgCrypt {
    /// What to answer a URL check with. Messages, replies and echostrs are sealed by one rule, and this one goes back in
    /// clear to whoever asked: what reads like a document is none of the platform's random texts.
    pub(crate) fn open_echostr(&self, verified: &Verified<'_>) -> Result<Vec<u8>, Error> {
        let echo = self.open_verified(verified)?;
        if document::looks_like_one(&echo) { Err(Error::MalformedMessage) } else { Ok(echo) }
    }

    /// Decrypts the body of a push, and lends the message.
    pub(crate) fn decrypt_and<T>(
        &self,
        msg_signature: &[u8],
        timestamp: &[u8],
        nonce: &[u8],
        body: &[u8],
        read: impl FnOnce(Cow<'_, [u8]>) -> T,
    ) -> Result<T, Error> {
        let (mut read, mut given) = (Some(read), None);
        let mut once = |message: Cow<'_, [u8]>| given = read.take().map(|read| read(message));
        self.lend(msg_signature, timestamp, nonce, body, &mut once)?;
        given.ok_or(Error::DecryptFailed)
    }

    /// Nothing of it depends on who reads: a generic function is compiled as the crate that calls it, and bindings are compiled for
    /// size, which more than doubles its time.
    #[inline(never)]
    fn lend(
        &self,
        msg_signature: &[u8],
        timestamp: &[u8],
        nonce: &[u8],
        body: &[u8],
        read: &mut dyn FnMut(Cow<'_, [u8]>),
    ) -> Result<(), Error> {
        let stamp = Stamp::of_request(timestamp, nonce)?;
        let (_, encrypt) = envelope::parse(body, self.max_body)?;
        self.lend_verified(&self.verify(msg_signature, stamp, &encrypt)?, read)
    }

    pub(crate) fn token(&self) -> &Token {
        &self.token
    }

    /// A message and the receive id behind it, which nobody has compared with anything.
    pub(crate) fn open_unaddressed(&self, verified: &Verified<'_>) -> Result<(Vec<u8>, String), Error> {
        self.cipher.decrypt(verified, |head, rest| {
            let receive_id = frame::receive_id(head, &rest).ok_or(Error::MalformedFrame)?;
            let length = rest.len().checked_sub(receive_id.len()).ok_or(Error::MalformedFrame)?;
            let receive_id = str::from_utf8(receive_id).map_err(|_| Error::MalformedFrame)?.to_owned();
            Ok((beginning(rest, length).into_owned(), receive_id))
        })
    }

    /// The finished envelope.
    pub(crate) fn encrypt_stamped(
        &self,
        message: &[u8],
        stamp: Stamp<'_>,
        format: Format,
        random: &[u8; 16],
    ) -> Result<String, Error> {
        let length = envelope::length(format, self.dialect, stamp, self.sealed_length(message.len())?);
        let mut reply = String::with_capacity(length);
        envelope::write(format, self.dialect, stamp, &mut reply, |out| self.seal_to(message, stamp, random, out))?;
        Ok(reply)
    }

    /// Pads, encrypts and signs a message: the cipher text is written to `out`.
    pub(crate) fn seal_to(
        &self,
        message: &[u8],
        stamp: Stamp<'_>,
        random: &[u8; 16],
        out: &mut impl Out,
    ) -> Result<Hex, Error> {
        let head = frame::head(random, message)?;
        let frame = Frame::new(&head, message, &self.receive_id)?;
        let others = [self.token.as_bytes(), stamp.timestamp().as_bytes(), stamp.nonce().as_bytes()];
        seal(&self.cipher, frame, others, out)
    }

    /// How many characters the cipher text of a message has.
    pub(crate) fn sealed_length(&self, message_length: usize) -> Result<usize, Error> {
        Ok(cipher::encrypted_length(frame::length(message_length, &self.receive_id)?))
    }

    pub(crate) fn receive_id(&self) -> &str {
        &self.receive_id
    }

    pub(crate) fn dialect_of_replies(&self) -> Dialect {
        self.dialect
    }

    pub(crate) fn largest_body(&self) -> usize {
        self.max_body
    }
}

/// Shows the receive id and the dialect; never the Token or the key.
impl fmt::Debug for MsgCrypt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MsgCrypt")
            .field("receive_id", &self.receive_id)
            .field("dialect", &self.dialect)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Query, platform};

    #[test]
    fn a_url_check_decrypts_no_message() {
        let crypt = MsgCrypt::new("token", "k".repeat(43), "ww1").unwrap().dialect(Dialect::Wecom);
        let check = |echostr: &str| {
            let stamp = Stamp::new("1714112445", "n1").unwrap();
            let request = platform::encrypted_url_check(&crypt, stamp, echostr, &[7; 16]).unwrap();
            let query = Query::parse(&request.query).unwrap();
            let (signature, echostr) = (query.msg_signature().unwrap(), query.echostr().unwrap());
            crypt.verify_url(signature, "1714112445", "n1", echostr)
        };
        assert_eq!(check("1616140317555161061").as_deref(), Ok(&b"1616140317555161061"[..]));
        assert_eq!(check("").as_deref(), Ok(&b""[..]));
        for document in
            ["<xml><Content>secret</Content></xml>", "{\"Content\":\"secret\"}", "\u{feff}\r\n {}", "\n <?xml?><xml/>"]
        {
            assert_eq!(check(document), Err(Error::MalformedMessage), "{document}");
        }
    }
}
