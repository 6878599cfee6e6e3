use std::fmt;
use std::sync::Arc;

use crate::message::Header;
use crate::push::Push;
use crate::query::Stamp;
use crate::response::Response;
use crate::{Dialect, Error, MsgCrypt, Query, Setting, Token, envelope, signature};

/// One call for a whole request: what it accepts is its own, never the request's, to choose.
///
/// Made from a [`MsgCrypt`], it wants a cipher text and a `msg_signature` that holds; the console's safe and compatible
/// mode are read alike, and the plaintext fields of the latter are dropped. Made with [`plain`](Endpoint::plain), it reads
/// plaintext. The format is told by the body's first byte, never by the `Content-Type`.
///
/// ```
/// use wxseal::{Endpoint, Incoming, MsgCrypt, Response};
///
/// fn answer(endpoint: &Endpoint, method: &str, raw_query: &str, body: &[u8], now: u64, random: &[u8; 16]) -> Response {
///     let handled = endpoint.receive(method, raw_query, body, now).and_then(|incoming| match incoming {
///         Incoming::UrlCheck(response) => Ok(response),
///         Incoming::Push(push) => match push.message()?.text("Content") {
///             Some(content) => push.reply_text(content)?.seal(now, random),
///             None => Ok(push.success()),
///         },
///     });
///     handled.unwrap_or_else(Response::refusal)
/// }
///
/// let endpoint = Endpoint::new(MsgCrypt::new("AAAAA", "A".repeat(43), "wxba5fad812f8e6fb9")?);
/// let check = "signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249";
/// let response = answer(&endpoint, "GET", check, b"", 1714036505, &[0; 16]);
/// assert_eq!((response.status(), response.body()), (200, &b"4375120948345356249"[..]));
/// # Ok::<(), wxseal::Error>(())
/// ```
#[derive(Clone)]
pub struct Endpoint {
    mode: Mode,
    tolerance: Option<u64>,
    account: Option<String>,
    max_body: usize,
}

#[derive(Clone)]
enum Mode {
    Encrypted(Vec<Arc<MsgCrypt>>),
    Plain(Token),
}

/// What a request was.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one a request, and it is moved once")]
pub enum Incoming {
    /// The platform checks the URL: answer with this.
    UrlCheck(Response),
    /// A message or event: read it, and answer with one of its methods.
    Push(Push),
}

/// A message, and the settings that opened it.
type Opened = (Vec<u8>, Arc<MsgCrypt>);

impl Endpoint {
    /// How far a timestamp may lie from the server's time unless [`tolerance`](Endpoint::tolerance) says otherwise, in
    /// seconds.
    pub const DEFAULT_TOLERANCE: u64 = 300;

    /// An encrypted endpoint. Its largest body is the `MsgCrypt`'s.
    #[must_use]
    pub fn new(crypt: impl Into<Arc<MsgCrypt>>) -> Self {
        let crypt = crypt.into();
        let max_body = crypt.largest_body();
        Self::of(Mode::Encrypted(vec![crypt]), max_body)
    }

    /// A plain endpoint, for the console's plain mode. **Nothing signs a plaintext body**: whoever has seen one URL can
    /// forge messages until its timestamp is stale.
    ///
    /// # Errors
    /// [`Error::InvalidConfig`]: those of [`Token::new`].
    pub fn plain(token: impl AsRef<[u8]>) -> Result<Self, Error> {
        Ok(Self::of(Mode::Plain(Token::new(token)?), MsgCrypt::DEFAULT_MAX_BODY))
    }

    fn of(mode: Mode, max_body: usize) -> Self {
        Endpoint { mode, tolerance: Some(Self::DEFAULT_TOLERANCE), account: None, max_body }
    }

    /// Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that open
    /// a push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
    #[must_use]
    pub fn also_accept(mut self, crypt: impl Into<Arc<MsgCrypt>>) -> Self {
        if let Mode::Encrypted(crypts) = &mut self.mode {
            crypts.push(crypt.into());
        }
        self
    }

    /// How far a timestamp may lie from the server's time, in whole seconds; 0 is the same second, `None` does not compare
    /// them. Ten digits it must have all the same.
    ///
    /// Without the comparison, a captured request verifies for ever, and again with its timestamp and nonce swapped if both
    /// have ten digits.
    #[must_use]
    pub fn tolerance(self, seconds: Option<u64>) -> Self {
        Self { tolerance: seconds, ..self }
    }

    /// The account that messages must be sent to: `gh_…`, a corpid, a robot's `aibotid`. With it, a reply that somebody
    /// captured and sends back as a message is refused.
    ///
    /// # Errors
    /// [`Error::InvalidConfig`]: it is not UTF-8.
    pub fn account(self, account: impl AsRef<[u8]>) -> Result<Self, Error> {
        let account = Setting::Account.text_of(account.as_ref())?.to_owned();
        Ok(Self { account: Some(account), ..self })
    }

    /// How large a body may be, in bytes.
    #[must_use]
    pub fn max_body(self, bytes: usize) -> Self {
        Self { max_body: bytes, ..self }
    }

    /// Verifies a request and, on an encrypted endpoint, decrypts it.
    ///
    /// `method` is `GET` or `POST`, `raw_query` what stands behind the `?` of the URL, undecoded ([`Query::write`] makes it of
    /// what a framework has decoded), `body` the body byte for byte, and `now` the server's time in seconds since 1970.
    ///
    /// A request that verified within the tolerance verifies again: see [`Push::replay_key`] and
    /// [`RecentKeys`](crate::RecentKeys).
    ///
    /// # Errors
    /// [`Error::UnknownMethod`], [`Error::MalformedQuery`], [`Error::MalformedEnvelope`], [`Error::SignatureMismatch`],
    /// [`Error::StaleTimestamp`], those of [`MsgCrypt::decrypt`] after the signature, and [`Error::MalformedMessage`] for a
    /// message that is neither XML nor JSON, is one that only servers send, is sent to another
    /// [`account`](Endpoint::account), or stands where WeCom's URL check has its echostr. Where several settings are accepted, the error is of the one that got furthest.
    pub fn receive(
        &self,
        method: impl AsRef<[u8]>,
        raw_query: impl AsRef<[u8]>,
        body: &[u8],
        now: u64,
    ) -> Result<Incoming, Error> {
        let query = Query::parse(&raw_query)?;
        match method.as_ref() {
            b"GET" => self.url_check(&query, now).map(Incoming::UrlCheck),
            b"POST" => self.push(&query, body, now).map(Incoming::Push),
            _ => Err(Error::UnknownMethod),
        }
    }

    fn url_check(&self, query: &Query<'_>, now: u64) -> Result<Response, Error> {
        let stamp = Stamp::of_query(query)?;
        let echostr = query.echostr()?;
        match &self.mode {
            Mode::Plain(token) => self.echo(token, query, stamp, echostr, now),
            Mode::Encrypted(crypts) => {
                furthest(crypts.iter().map(|crypt| self.url_check_of(crypt, query, stamp, echostr, now)))
            }
        }
    }

    /// A URL check by one of the accepted settings: WeChat's echostr comes in clear, WeCom's sealed.
    pub(crate) fn url_check_of(
        &self,
        crypt: &MsgCrypt,
        query: &Query<'_>,
        stamp: Stamp<'_>,
        echostr: &str,
        now: u64,
    ) -> Result<Response, Error> {
        match crypt.dialect_of_replies() {
            Dialect::Wechat => self.echo(crypt.token(), query, stamp, echostr, now),
            Dialect::Wecom => {
                let verified = crypt.verify(query.msg_signature()?.as_bytes(), stamp, echostr.as_bytes())?;
                self.check_time(stamp, now)?;
                crypt.open_echostr(&verified).map(Response::text)
            }
        }
    }

    fn echo(
        &self,
        token: &Token,
        query: &Query<'_>,
        stamp: Stamp<'_>,
        echostr: &str,
        now: u64,
    ) -> Result<Response, Error> {
        signature::verify_stamp(token, query.signature()?, stamp)?;
        self.check_time(stamp, now)?;
        Ok(Response::text(echostr))
    }

    fn push(&self, query: &Query<'_>, body: &[u8], now: u64) -> Result<Push, Error> {
        let stamp = Stamp::of_query(query)?;
        match &self.mode {
            Mode::Encrypted(crypts) => {
                let msg_signature = query.msg_signature()?;
                let (format, encrypt) = envelope::parse(body, self.max_body)?;
                let (message, crypt) = furthest(crypts.iter().map(|crypt| -> Result<Opened, Error> {
                    let verified = crypt.verify(msg_signature.as_bytes(), stamp, &encrypt)?;
                    self.check_time(stamp, now)?;
                    Ok((crypt.open_verified(&verified)?, Arc::clone(crypt)))
                }))?;
                let header = Header::read(&message)?;
                self.check_direction(&header)?;
                Ok(Push::new(message, header, format, Some(crypt), stamp.nonce(), msg_signature))
            }
            Mode::Plain(token) => {
                let signature = query.signature()?;
                // The body is looked at last, since the signature does not cover it.
                signature::verify_stamp(token, signature, stamp)?;
                self.check_time(stamp, now)?;
                let (format, text) = envelope::detect(body, self.max_body)?;
                let header = plain_header(text)?;
                self.check_direction(&header)?;
                Ok(Push::new(body.to_vec(), header, format, None, stamp.nonce(), signature))
            }
        }
    }

    /// Ten digits, or the first three of a nonce could pass for milliseconds under the same hash.
    pub(crate) fn check_time(&self, stamp: Stamp<'_>, now: u64) -> Result<(), Error> {
        let timestamp = stamp.timestamp().parse().map_err(|_| Error::MalformedQuery)?;
        let fresh = self.tolerance.is_none_or(|tolerance| now.abs_diff(timestamp) <= tolerance);
        if stamp.timestamp().len() == 10 && fresh { Ok(()) } else { Err(Error::StaleTimestamp { timestamp, now }) }
    }

    /// A reply is sealed by the same rule as a push, so one that was captured verifies as a message.
    pub(crate) fn check_direction(&self, header: &Header) -> Result<(), Error> {
        let elsewhere = match (&self.account, &header.to_user_name) {
            (Some(account), Some(to)) => account != to,
            _ => false,
        };
        if header.is_reply() || elsewhere { Err(Error::MalformedMessage) } else { Ok(()) }
    }
}

/// What `diagnose` needs to know.
impl Endpoint {
    pub(crate) fn crypts(&self) -> &[Arc<MsgCrypt>] {
        match &self.mode {
            Mode::Encrypted(crypts) => crypts,
            Mode::Plain(_) => &[],
        }
    }

    pub(crate) fn plain_token(&self) -> Option<&Token> {
        match &self.mode {
            Mode::Encrypted(_) => None,
            Mode::Plain(token) => Some(token),
        }
    }

    pub(crate) fn largest_body(&self) -> usize {
        self.max_body
    }
}

/// The header of a plaintext body. One that is nothing but a cipher text belongs to another mode.
pub(crate) fn plain_header(text: &[u8]) -> Result<Header, Error> {
    let header = Header::read(text).map_err(|_| Error::MalformedEnvelope)?;
    if header.is_sealed() { Err(Error::MalformedEnvelope) } else { Ok(header) }
}

/// The first success; else the error of the attempt that got furthest, of equals the first.
fn furthest<T>(attempts: impl Iterator<Item = Result<T, Error>>) -> Result<T, Error> {
    let mut furthest: Option<Error> = None;
    for attempt in attempts {
        match attempt {
            Ok(opened) => return Ok(opened),
            Err(error) if furthest.is_none_or(|earlier| error.stage() > earlier.stage()) => furthest = Some(error),
            Err(_) => {}
        }
    }
    Err(furthest.unwrap_or(Error::SignatureMismatch))
}

/// Shows what is accepted, without Token and keys.
impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Endpoint");
        match &self.mode {
            Mode::Encrypted(crypts) => shown.field("accepts", crypts),
            Mode::Plain(_) => shown.field("accepts", &"plain"),
        };
        shown.field("tolerance", &self.tolerance).field("account", &self.account).finish_non_exhaustive()
    }
}
