use std::fmt;

use zeroize::Zeroizing;

use crate::aes_key::EncodingAesKey;
use crate::cipher::{self, Cipher};
use crate::document::{self, Format};
use crate::envelope::{self, Dialect};
use crate::frame::{self, Frame};
use crate::parts::Opened;
use crate::query::Stamp;
use crate::seal::seal;
use crate::signature::{self, Hex, Verified};
use crate::{Error, Setting};

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
/// let reply = crypt.encrypt(br#"{"demo_resp":"good luck"}"#, "1713424427", "415670741", b"707722b803182950", Format::Json)?;
/// assert!(reply.contains(r#""MsgSignature": "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1""#));
/// # Ok::<(), wxseal::Error>(())
/// ```
pub struct MsgCrypt {
    token: Zeroizing<String>,
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
    pub fn new(token: &str, encoding_aes_key: &str, receive_id: &str) -> Result<Self, Error> {
        signature::check_token(token)?;
        signature::check_plain(receive_id, Setting::ReceiveId)?;
        let cipher = Cipher::new(&EncodingAesKey::new(encoding_aes_key)?);
        Ok(Self {
            token: Zeroizing::new(token.to_owned()),
            cipher,
            receive_id: receive_id.to_owned(),
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
        msg_signature: &str,
        timestamp: &str,
        nonce: &str,
        echostr: &str,
    ) -> Result<Vec<u8>, Error> {
        let stamp = Stamp::of_request(timestamp, nonce)?;
        if echostr.len() > self.max_body {
            return Err(Error::MalformedEnvelope);
        }
        self.open_echostr(&self.verify(msg_signature, stamp, echostr.as_bytes())?)
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
    pub fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
        let stamp = Stamp::of_request(timestamp, nonce)?;
        let (_, encrypt) = envelope::parse(body, self.max_body)?;
        self.open_verified(&self.verify(msg_signature, stamp, &encrypt)?)
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
        timestamp: &str,
        nonce: &str,
        random: &[u8; 16],
        format: Format,
    ) -> Result<String, Error> {
        let reply = self.encrypt_to_vec(message, timestamp, nonce, random, format)?;
        String::from_utf8(reply).map_err(|_| Error::UnwritableReply)
    }

    /// Like [`encrypt`](MsgCrypt::encrypt), but returns the body as the bytes that it is sent as.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: those of [`encrypt`](MsgCrypt::encrypt).
    pub fn encrypt_to_vec(
        &self,
        message: &[u8],
        timestamp: &str,
        nonce: &str,
        random: &[u8; 16],
        format: Format,
    ) -> Result<Vec<u8>, Error> {
        let mut reply = vec![0; self.encrypt_length(message.len(), timestamp, nonce, format)?];
        self.encrypt_into(message, timestamp, nonce, random, format, &mut reply)?;
        Ok(reply)
    }

    /// Like [`encrypt`](MsgCrypt::encrypt), into memory of the caller's: exactly as many bytes as
    /// [`encrypt_length`](MsgCrypt::encrypt_length) says. What they hold after an error means nothing.
    ///
    /// ```
    /// # use wxseal::{Format, MsgCrypt};
    /// # let crypt = MsgCrypt::new("AAAAA", &"A".repeat(43), "wxba5fad812f8e6fb9")?;
    /// # let random = [7; 16];
    /// let mut reply = vec![0; crypt.encrypt_length(2, "1713424427", "415670741", Format::Json)?];
    /// crypt.encrypt_into(b"{}", "1713424427", "415670741", &random, Format::Json, &mut reply)?;
    /// assert_eq!(reply, crypt.encrypt(b"{}", "1713424427", "415670741", &random, Format::Json)?.as_bytes());
    /// # Ok::<(), wxseal::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: those of [`encrypt`](MsgCrypt::encrypt); `out` has another length.
    pub fn encrypt_into(
        &self,
        message: &[u8],
        timestamp: &str,
        nonce: &str,
        random: &[u8; 16],
        format: Format,
        out: &mut [u8],
    ) -> Result<(), Error> {
        let stamp = Stamp::of_reply(timestamp, nonce)?;
        let length = self.sealed_length(message.len())?;
        envelope::write(format, self.dialect, stamp, length, out, |slot| self.seal_into(message, stamp, random, slot))
    }

    /// How long what [`encrypt`](MsgCrypt::encrypt) returns is, in bytes, for a message of `message_length` bytes.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: those of [`encrypt`](MsgCrypt::encrypt).
    pub fn encrypt_length(
        &self,
        message_length: usize,
        timestamp: &str,
        nonce: &str,
        format: Format,
    ) -> Result<usize, Error> {
        let stamp = Stamp::of_reply(timestamp, nonce)?;
        Ok(envelope::length(format, self.dialect, stamp, self.sealed_length(message_length)?))
    }

    /// How long what [`encrypt`](MsgCrypt::encrypt) returns can be, in bytes, for a message of `message_length` bytes: as
    /// long as it is with the longest timestamp and nonce.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: a message of this length is too long.
    pub fn encrypt_bound(&self, message_length: usize, format: Format) -> Result<usize, Error> {
        Ok(envelope::bound(format, self.dialect, self.sealed_length(message_length)?))
    }

    pub(crate) fn verify<'e>(
        &self,
        msg_signature: &str,
        stamp: Stamp<'_>,
        encrypt: &'e [u8],
    ) -> Result<Verified<'e>, Error> {
        signature::verify(&self.token, msg_signature, stamp, encrypt)
    }

    pub(crate) fn open_verified(&self, verified: &Verified<'_>) -> Result<Vec<u8>, Error> {
        let (head, mut message) = self.cipher.decrypt(verified)?;
        message.truncate(frame::unpack(&head, &message, &self.receive_id)?);
        Ok(message)
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

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// A message and what it is addressed to, which nobody has compared with anything.
    pub(crate) fn open_unaddressed(&self, verified: &Verified<'_>) -> Result<Opened, Error> {
        let (head, mut message) = self.cipher.decrypt(verified)?;
        let receive_id = frame::receive_id(&head, &message).ok_or(Error::MalformedFrame)?;
        let length = message.len().checked_sub(receive_id.len()).ok_or(Error::MalformedFrame)?;
        let receive_id = str::from_utf8(receive_id).map_err(|_| Error::MalformedFrame)?.to_owned();
        message.truncate(length);
        Ok(Opened { message, receive_id })
    }

    /// Pads, encrypts and signs a message: the cipher text goes to `slot`, which has its length.
    pub(crate) fn seal_into(
        &self,
        message: &[u8],
        stamp: Stamp<'_>,
        random: &[u8; 16],
        slot: &mut [u8],
    ) -> Result<Hex, Error> {
        let head = frame::head(random, message)?;
        let frame = Frame::new(&head, message, &self.receive_id)?;
        let others = [self.token.as_bytes(), stamp.timestamp().as_bytes(), stamp.nonce().as_bytes()];
        seal(&self.cipher, frame, others, slot)
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
        let crypt = MsgCrypt::new("token", &"k".repeat(43), "ww1").unwrap().dialect(Dialect::Wecom);
        let check = |echostr: &str| {
            let request = platform::encrypted_url_check(&crypt, "1714112445", "n1", echostr, &[7; 16]).unwrap();
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
