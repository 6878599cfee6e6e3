//! A request that somebody captured: as a URL and a body, or as it went over the wire.

use std::fs;
use std::io::{self, Read};

use crate::failure::{Failure, Usage};
use crate::lang::{Lang, say};

/// A request, and what is odd about how it was captured.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Capture {
    pub(crate) method: String,
    /// What stands behind the `?`.
    pub(crate) query: String,
    pub(crate) body: Vec<u8>,
    pub(crate) oddities: Vec<Oddity>,
}

/// What the capture itself shows to be wrong, before the protocol is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// Fewer bytes than its `Content-Length`, or chunks without an end.
    CutShort { announced: Option<u64>, present: usize },
    /// The body is compressed, and the protocol knows no compression.
    Compressed { encoding: String },
    /// The request line's URL has no query.
    NoQuery,
}

/// More than any request: a file that was named by mistake is not read to its end.
const MAX_FILE: u64 = 64 << 20;

/// Reads a file, or standard input where it is named `-`.
pub(crate) fn read(name: &str, lang: Lang) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let result = if name == "-" {
        io::stdin().lock().take(MAX_FILE + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(name).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes))
    };
    if let Err(error) = result {
        let text = say!(lang, "{name} cannot be read: {error}", "无法读取 {name}：{error}");
        return Err(Usage(text).into());
    }
    if bytes.len() as u64 > MAX_FILE {
        let text = say!(lang, "{name} is larger than 64 MiB: no request is", "{name} 超过 64 MiB：请求不会这么大");
        return Err(Usage(text).into());
    }
    Ok(bytes)
}

/// The text of an argument, or where it is `@file` of that file: a URL's `&` needs quotes in a shell.
pub(crate) fn read_text(argument: &str, lang: Lang) -> Result<String, Failure> {
    let Some(name) = argument.strip_prefix('@') else { return Ok(argument.to_owned()) };
    let text = String::from_utf8(read(name, lang)?)
        .map_err(|_| Usage(say!(lang, "{name}: expected UTF-8", "{name}：应为 UTF-8")))?;
    Ok(text.trim().to_owned())
}

/// The query of a URL, or the text itself where it is a query already: before the `?` of a URL there is no `=`. A
/// fragment never goes over the wire.
pub(crate) fn query_of(text: &str) -> &str {
    let text = text.split_once('#').map_or(text, |(text, _)| text);
    match text.split_once('?') {
        Some((path, query)) if !path.contains('=') => query,
        None if text.contains("://") || text.starts_with('/') => "",
        _ => text,
    }
}

/// Reads a request as it went over the wire: request line, headers, an empty line, body. What follows the body, such as
/// the answer, is left out.
pub(crate) fn parse(dump: &[u8]) -> Option<Capture> {
    // Copied text often begins with empty lines.
    let dump = dump.trim_ascii_start();
    let mut headers = [httparse::EMPTY_HEADER; 128];
    let mut request = httparse::Request::new(&mut headers);
    // Without the empty line there is no body: a URL check that was copied without its end.
    let completed;
    let head = match request.parse(dump).ok()? {
        httparse::Status::Complete(length) => length,
        httparse::Status::Partial => {
            completed = [dump.trim_ascii_end(), b"\r\n\r\n"].concat();
            return parse_complete(&completed);
        }
    };
    assemble(&request, dump.get(head..)?)
}

fn parse_complete(dump: &[u8]) -> Option<Capture> {
    let mut headers = [httparse::EMPTY_HEADER; 128];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(dump).ok()? {
        httparse::Status::Complete(length) => assemble(&request, dump.get(length..)?),
        httparse::Status::Partial => None,
    }
}

fn assemble(request: &httparse::Request<'_, '_>, rest: &[u8]) -> Option<Capture> {
    let target = request.path?;
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(found.value).trim().to_ascii_lowercase())
    };
    let mut oddities = Vec::new();
    if !target.contains('?') {
        oddities.push(Oddity::NoQuery);
    }
    let body = if header("transfer-encoding").is_some_and(|coding| coding.ends_with("chunked")) {
        let (body, ended) = unchunk(rest);
        if !ended {
            oddities.push(Oddity::CutShort { announced: None, present: body.len() });
        }
        body
    } else if let Some(announced) = header("content-length").and_then(|length| length.parse::<u64>().ok()) {
        let length = usize::try_from(announced).unwrap_or(usize::MAX);
        if rest.len() < length {
            oddities.push(Oddity::CutShort { announced: Some(announced), present: rest.len() });
        }
        rest.get(..length).unwrap_or(rest).to_vec()
    } else {
        rest.to_vec()
    };
    if let Some(encoding) = header("content-encoding").filter(|encoding| encoding != "identity") {
        oddities.push(Oddity::Compressed { encoding: encoding.chars().take(40).collect() });
    }
    Some(Capture { method: request.method?.to_owned(), query: query_of(target).to_owned(), body, oddities })
}

/// The content of the chunks, and whether the last one was there. What is not chunked at all was so when it was captured,
/// as proxies do that log it.
fn unchunk(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    let whole = rest;
    loop {
        match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete((_, 0))) => return (body, true),
            Ok(httparse::Status::Complete((start, size))) => {
                let chunk = rest.get(start..).unwrap_or_default();
                let size = usize::try_from(size).unwrap_or(usize::MAX);
                let Some((content, others)) = chunk.split_at_checked(size) else {
                    body.extend_from_slice(chunk);
                    return (body, false);
                };
                body.extend_from_slice(content);
                rest = others.strip_prefix(b"\r\n").or_else(|| others.strip_prefix(b"\n")).unwrap_or(others);
            }
            _ if body.is_empty() => return (whole.to_vec(), true),
            _ => return (body, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(dump: &str) -> Capture {
        parse(dump.as_bytes()).unwrap()
    }

    #[test]
    fn a_request_with_its_length_ends_there() {
        let capture = parsed("\nPOST /wx?a=1&b=%2B HTTP/1.1\r\nHost: a\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 200 OK");
        assert_eq!((&*capture.method, &*capture.query, &*capture.body), ("POST", "a=1&b=%2B", &b"{}"[..]));
        assert!(capture.oddities.is_empty());
    }

    #[test]
    fn line_feeds_alone_and_a_missing_end_are_read() {
        assert_eq!(parsed("POST /?a HTTP/1.1\nHost: a\n\n<xml/>\n").body, b"<xml/>\n");
        assert_eq!(parsed("GET http://h/?a=1#b HTTP/1.0").query, "a=1");
        assert_eq!(parsed("GET /?a=1 HTTP/1.1\r\nHost: a").query, "a=1");
    }

    #[test]
    fn chunks_are_joined() {
        let head = "POST /?a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert_eq!(parsed(&format!("{head}2\r\n{{\"\r\n3;x=1\r\na\":\r\n0\r\n\r\n")).body, b"{\"a\":");
        let cut = parsed(&format!("{head}9\r\n{{\"a"));
        assert_eq!(
            (&*cut.body, &*cut.oddities),
            (&b"{\"a"[..], &[Oddity::CutShort { announced: None, present: 3 }][..])
        );
        assert_eq!(parsed(&format!("{head}{{\"joined\":1}}")).body, b"{\"joined\":1}");
        assert_eq!(parsed(&format!("{head}ffffffffffffffff\r\nx")).body, b"x");
    }

    #[test]
    fn a_query_is_found_in_its_url_or_alone() {
        for text in ["https://a/b?x=1&y=?", "/b?x=1&y=?#z", "?x=1&y=?", "x=1&y=?"] {
            assert_eq!(query_of(text), "x=1&y=?", "{text}");
        }
        assert_eq!(["https://a/x=1", "/x=1", ""].map(query_of), [""; 3]);
    }

    #[test]
    fn oddities_are_seen() {
        let cut = parsed("POST / HTTP/1.1\r\nContent-Length: 9\r\nContent-Encoding: GZip\r\n\r\nabc");
        let announced = Some(9);
        let compressed = Oddity::Compressed { encoding: "gzip".into() };
        assert_eq!(cut.oddities, [Oddity::NoQuery, Oddity::CutShort { announced, present: 3 }, compressed]);
        let huge = parsed("POST /?a HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\nabc");
        assert_eq!(huge.body, b"abc");
    }

    #[test]
    fn what_is_no_request_is_none() {
        for dump in ["", "{}", "<xml></xml>", "HTTP/1.1 200 OK\r\n\r\n", "\u{0}", "GET /"] {
            assert_eq!(parse(dump.as_bytes()), None, "{dump}");
        }
    }
}
