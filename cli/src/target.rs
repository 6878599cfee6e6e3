//! The URL that is tested.

use hyper::Uri;
use hyper::http::uri::PathAndQuery;

use crate::lang::{Words, words};

/// An `http` or `https` URL, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) tls: bool,
    /// A name or an address; an IPv6 address without its brackets.
    pub(crate) host: String,
    pub(crate) port: u16,
    /// Host and port as the `Host` header has them.
    pub(crate) authority: String,
    /// Path and query, as they stand on the request line.
    path: String,
}

impl Target {
    /// Reads a URL as it is entered in the console.
    ///
    /// What is wrong with it is said in words.
    pub(crate) fn parse(url: &str) -> Result<Self, Words> {
        let malformed = || {
            words!(
                "the URL is to be http://host[:port]/path, not “{url}”",
                "URL 应为 http://host[:port]/path，而不是“{url}”"
            )
        };
        let uri: Uri = url.split('#').next().unwrap_or_default().parse().map_err(|_| malformed())?;
        let tls = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(malformed()),
        };
        let authority = uri.authority().ok_or_else(malformed)?;
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return Err(malformed());
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        // A port that does not fit is not read as none.
        let port = match authority.as_str().rsplit_once(':') {
            Some((_, port)) if !port.ends_with(']') => port.parse().map_err(|_| malformed())?,
            _ if tls => 443,
            _ => 80,
        };
        let path = uri.path_and_query().map_or("/", PathAndQuery::as_str).to_owned();
        Ok(Target { tls, host, port, authority: authority.to_string(), path })
    }

    /// The request line's target with this query: behind what the URL has of its own, as the platform does.
    pub(crate) fn with_query(&self, query: &str) -> String {
        let joint = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{joint}{query}", self.path)
    }

    /// The URL, without what the platform adds.
    pub(crate) fn url(&self) -> String {
        format!("{}://{}{}", if self.tls { "https" } else { "http" }, self.authority, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_taken_apart() {
        let target = Target::parse("https://例.test/").map(|_| ()).err();
        assert!(target.is_some(), "a name of other letters is written in Punycode");
        let target = Target::parse("http://127.0.0.1:8080/push?app=1#top").unwrap();
        assert_eq!((target.tls, &*target.host, target.port), (false, "127.0.0.1", 8080));
        assert_eq!(target.with_query("nonce=1"), "/push?app=1&nonce=1");
        assert_eq!(target.url(), "http://127.0.0.1:8080/push?app=1");
        let target = Target::parse("https://[::1]").unwrap();
        assert_eq!((target.tls, &*target.host, target.port, &*target.authority), (true, "::1", 443, "[::1]"));
        assert_eq!(target.with_query("nonce=1"), "/?nonce=1");
    }

    #[test]
    fn what_is_no_url_is_refused() {
        for url in [
            "",
            "localhost",
            "localhost:80/",
            "/push",
            "ftp://a/",
            "http://",
            "http://a:99999/",
            "http://u:p@a/",
            "http://a b/",
        ] {
            assert!(Target::parse(url).is_err(), "{url}");
        }
    }
}
