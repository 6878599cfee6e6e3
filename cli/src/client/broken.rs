//! What keeps a request from being answered, in words.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::time::Duration;

use crate::lang::{Words, words};

/// A request that came to no whole answer.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) step: Step,
    pub(crate) said: Words,
    pub(crate) after: Duration,
}

/// Where on its way a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Looking the host's name up.
    Resolve,
    Connect,
    Tls,
    /// Waiting for the status line and the headers.
    Answer,
    Body,
    /// Any of these, when it took too long.
    Time,
}

pub(super) fn too_late(step: Step, patience: Duration) -> Words {
    let seconds = patience.as_secs_f64();
    let (en, zh) = match step {
        Step::Resolve => ("while the name was looked up", "域名解析未完成"),
        Step::Connect => ("while connecting", "连接未建立"),
        Step::Tls => ("during the TLS handshake", "TLS 握手未完成"),
        Step::Answer | Step::Time => ("and not a byte of an answer", "没有收到任何应答"),
        Step::Body => ("and the answer is not at its end", "应答没有收完"),
    };
    words!("{seconds} s have passed, {en}", "已过 {seconds} 秒，{zh}")
}

pub(super) fn too_large(most: usize) -> Words {
    let most = most >> 20;
    words!("the answer is larger than {most} MiB; the rest was not read", "应答超过 {most} MiB，其余不再读取")
}

pub(super) fn of_io(error: &io::Error) -> Words {
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            words!("nobody listens on that port (connection refused)", "该端口无人监听（连接被拒绝）")
        }
        ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::ConnectionAborted => {
            words!("the server cut the connection (reset)", "服务器切断了连接（reset）")
        }
        ErrorKind::UnexpectedEof => words!("the server closed the connection", "服务器关闭了连接"),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            words!("there is no way to that host: {error}", "网络不可达：{error}")
        }
        _ => words!("the connection failed: {error}", "连接失败：{error}"),
    }
}

pub(super) fn of_hyper(error: &hyper::Error) -> Words {
    if error.is_parse_too_large() {
        return words!("the headers of the answer are too large", "应答头过大");
    }
    if error.is_parse() {
        return words!("what came back is not HTTP", "返回的不是 HTTP");
    }
    if error.is_incomplete_message() || error.is_canceled() || error.is_closed() {
        return words!("the server closed the connection without an answer", "服务器未应答就关闭了连接");
    }
    cause(error).map_or_else(|| words!("the request failed: {error}", "请求失败：{error}"), of_io)
}

/// The body ended before its end.
pub(super) fn cut_off(read: usize, expected: Option<u64>, error: &hyper::Error) -> Words {
    let reset = cause(error).is_some_and(|cause| cause.kind() == ErrorKind::ConnectionReset);
    let (en, zh) = if reset { (" (reset)", "（reset）") } else { ("", "") };
    match expected {
        Some(expected) => words!(
            "the answer ends after {read} of the {expected} bytes that its Content-Length announced{en}",
            "应答被截断：Content-Length 为 {expected} 字节，只收到 {read} 字节{zh}"
        ),
        None => words!("the answer ends in the middle, after {read} bytes{en}", "应答被截断，只收到 {read} 字节{zh}"),
    }
}

fn cause(error: &hyper::Error) -> Option<&io::Error> {
    error.source().and_then(|source| source.downcast_ref())
}
