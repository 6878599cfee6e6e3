use crate::{Error, Format};

/// What to answer over HTTP: status, headers and body, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    status: u16,
    content_type: ContentType,
    body: Vec<u8>,
}

/// With the numbers that they are stored as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ContentType {
    Text = 1,
    Xml = 2,
    Json = 3,
}

/// What stored bytes begin with, the version of their format behind it.
const MAGIC: [u8; 5] = *b"wxsr\x01";

impl Response {
    pub(crate) fn text(body: impl Into<Vec<u8>>) -> Self {
        Response { status: 200, content_type: ContentType::Text, body: body.into() }
    }

    pub(crate) fn document(format: Format, body: Vec<u8>) -> Self {
        let content_type = match format {
            Format::Xml => ContentType::Xml,
            Format::Json => ContentType::Json,
        };
        Response { status: 200, content_type, body }
    }

    /// What to answer to a request that was refused: the error's [`http_status`](Error::http_status) and its phrase.
    ///
    /// Errors of one status have one answer, so that whoever sent a bad request does not learn why it is bad.
    #[must_use]
    pub fn refusal(error: Error) -> Self {
        let status = error.http_status();
        let phrase = match status {
            400 => "bad request",
            405 => "method not allowed",
            500 => "internal server error",
            _ => "forbidden",
        };
        Response { status, content_type: ContentType::Text, body: phrase.as_bytes().to_vec() }
    }

    /// The HTTP status: 200, or of a [`refusal`](Response::refusal) 400, 403, 405 or 500.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        match self.content_type {
            ContentType::Text => "text/plain; charset=utf-8",
            ContentType::Xml => "application/xml",
            ContentType::Json => "application/json",
        }
    }

    /// The headers to send: `Content-Type`; `X-Content-Type-Options: nosniff`, since an echostr is a stranger's text; and
    /// `Allow` with a 405.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let allow = (self.status == 405).then_some(("Allow", "GET, POST"));
        [("Content-Type", self.content_type()), ("X-Content-Type-Options", "nosniff")].into_iter().chain(allow)
    }

    /// The body, byte for byte: nothing may be added to it.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body, for servers that want to own it.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }

    /// The response as bytes, for a store that processes share: what one language stores, every other reads with its
    /// [`from_bytes`](Response::from_bytes).
    ///
    /// | offset | length | what |
    /// |---|---|---|
    /// | 0 | 4 | `wxsr` in ASCII |
    /// | 4 | 1 | the version of the format: 1 |
    /// | 5 | 1 | the `Content-Type`: 1 `text/plain; charset=utf-8`, 2 `application/xml`, 3 `application/json` |
    /// | 6 | 2 | the HTTP status, big-endian |
    /// | 8 | 8 | the length of the body in bytes, big-endian |
    /// | 16 | | the body, byte for byte |
    ///
    /// The other headers follow from the status. Equal responses have equal bytes. They say no more than the answer itself:
    /// a plain endpoint's body is in clear.
    ///
    /// ```
    /// use wxseal::{Error, Response};
    ///
    /// let stored = Response::refusal(Error::SignatureMismatch).to_bytes();
    /// assert_eq!(stored, b"wxsr\x01\x01\x01\x93\0\0\0\0\0\0\0\x09forbidden");
    /// assert_eq!(Response::from_bytes(&stored)?, Response::refusal(Error::SignatureMismatch));
    /// # Ok::<(), wxseal::Error>(())
    /// ```
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let (status, length) = (self.status.to_be_bytes(), (self.body.len() as u64).to_be_bytes());
        [&MAGIC[..], &[self.content_type as u8], &status, &length, &self.body].concat()
    }

    /// Reads what [`to_bytes`](Response::to_bytes) has written, in any language and by any version of this library that
    /// is not newer.
    ///
    /// Only what a response can be is read: a status and a type of the table, and of a refusal the type of plain text.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: the bytes are another's, cut short, too long, or of a later version. It is the server's
    /// own store, so the HTTP status is 500: whoever asked is not at fault, and the platform asks again.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Self::read(bytes).ok_or(Error::UnwritableReply)
    }

    /// The same, without memory to spare.
    pub(crate) fn shrunk(mut self) -> Self {
        self.body.shrink_to_fit();
        self
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (&[content_type], rest) = bytes.strip_prefix(&MAGIC)?.split_first_chunk()?;
        let (&status, rest) = rest.split_first_chunk()?;
        let (&length, body) = rest.split_first_chunk()?;
        let content_type = match content_type {
            1 => ContentType::Text,
            2 => ContentType::Xml,
            3 => ContentType::Json,
            _ => return None,
        };
        let status = u16::from_be_bytes(status);
        let known = match status {
            200 => true,
            400 | 403 | 405 | 500 => content_type == ContentType::Text,
            _ => false,
        };
        let whole = u64::from_be_bytes(length) == body.len() as u64;
        (known && whole).then(|| Response { status, content_type, body: body.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_one_status_have_one_answer() {
        for one in Error::ALL {
            for two in Error::ALL {
                let same = Response::refusal(one) == Response::refusal(two);
                assert_eq!(same, one.http_status() == two.http_status(), "{one}, {two}");
            }
        }
    }

    #[test]
    fn every_type_is_stored_and_read() {
        let all = [
            Response::text("1"),
            Response::document(Format::Xml, vec![]),
            Response::document(Format::Json, b"{}\0\xff".to_vec()),
        ];
        for response in all.into_iter().chain(Error::ALL.map(Response::refusal)) {
            assert_eq!(Response::from_bytes(&response.to_bytes()), Ok(response));
        }
    }
}
