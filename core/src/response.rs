use crate::{Error, Format};

/// What to answer over HTTP: status, headers and body, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    status: u16,
    content_type: &'static str,
    body: Vec<u8>,
}

const TEXT: &str = "text/plain; charset=utf-8";

impl Response {
    pub(crate) fn text(body: impl Into<Vec<u8>>) -> Self {
        Response { status: 200, content_type: TEXT, body: body.into() }
    }

    pub(crate) fn document(format: Format, body: Vec<u8>) -> Self {
        let content_type = match format {
            Format::Xml => "application/xml",
            Format::Json => "application/json",
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
        Response { status, content_type: TEXT, body: phrase.as_bytes().to_vec() }
    }

    /// The HTTP status: 200, or of a [`refusal`](Response::refusal) 400, 403, 405 or 500.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The headers to send: `Content-Type`; `X-Content-Type-Options: nosniff`, since an echostr is a stranger's text; and
    /// `Allow` with a 405.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let allow = (self.status == 405).then_some(("Allow", "GET, POST"));
        [("Content-Type", self.content_type), ("X-Content-Type-Options", "nosniff")].into_iter().chain(allow)
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
}
