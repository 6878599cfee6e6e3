//! Peers that misbehave, and what the server makes of them.

use std::net::Ipv4Addr;
use std::sync::mpsc::{self, Receiver};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use wxseal_core::{Format, MsgCrypt};

use super::*;
use crate::client::{Answer, Outgoing};
use crate::lang::Lang;
use crate::platform::Platform;
use crate::site::Site;

const TOKEN: &str = "a-token-for-tests";
const APP_ID: &str = "wx0123456789abcdef";
const LIMITS: Limits = Limits { body: 4096, time: Duration::from_millis(300) };

fn route() -> Route {
    Route { path: Some("/push"), endpoint: Endpoint::new(MsgCrypt::new(TOKEN, key(), APP_ID).unwrap()) }
}

fn key() -> String {
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG".into()
}

fn run<F: Future>(test: impl FnOnce(Server, Receiver<Report>) -> F) {
    run_within(LIMITS, test);
}

fn run_within<F: Future>(limits: Limits, test: impl FnOnce(Server, Receiver<Report>) -> F) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let (sender, reports) = mpsc::channel();
        let watch = Box::new(move |report| drop(sender.send(report)));
        let any_port = (Ipv4Addr::LOCALHOST, 0).into();
        let server = Server::start(any_port, vec![route()], App::default(), limits, watch).await.unwrap();
        test(server, reports).await;
    });
}

async fn status_of(server: &Server, method: Method, target: &str, body: &str) -> u16 {
    let outgoing = Outgoing { method, target: target.into(), content_type: None, body: body.to_owned().into() };
    send(server, &outgoing).await.status
}

async fn send(server: &Server, outgoing: &Outgoing) -> Answer {
    let site = Site::local(&format!("http://{}/", server.address()), Lang::En).unwrap();
    site.client().await.unwrap().send(outgoing).await.unwrap()
}

/// Sends the bytes, keeps the connection open, and returns what comes back until the server closes it.
async fn raw(server: &Server, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address()).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    // A reset after the answer is as good as a close.
    let _ = timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await.expect("the server let go");
    String::from_utf8(answer).unwrap()
}

/// What was refused since the last look: each request is reported once.
fn refusals(reports: &Receiver<Report>) -> Vec<Refusal> {
    reports.try_iter().filter_map(|report| report.outcome.err()).collect()
}

#[test]
fn http_alone_settles_what_is_no_push() {
    run(|server, reports| async move {
        assert_eq!(status_of(&server, Method::GET, "/", "").await, 404);
        assert_eq!(status_of(&server, Method::POST, "/push/", "").await, 404);
        assert_eq!(refusals(&reports), [Refusal::Http(StatusCode::NOT_FOUND); 2]);
        for method in [Method::PUT, Method::HEAD] {
            assert_eq!(status_of(&server, method, "/push", "").await, 405);
            assert_eq!(refusals(&reports), [Refusal::Protocol(Error::UnknownMethod)]);
        }
    });
}

#[test]
fn a_request_without_its_parameters_is_refused() {
    run(|server, reports| async move {
        for (method, target) in [
            (Method::GET, "/push"),
            (Method::GET, "/push?signature=1&timestamp=1"),
            (Method::GET, "/push?nonce=1&nonce=2"),
            (Method::POST, "/push?signature=1&timestamp=1&nonce=1"),
            (Method::POST, "/push?msg_signature=%zz"),
        ] {
            assert_eq!(status_of(&server, method, target, "").await, 400, "{target}");
            assert_eq!(refusals(&reports), [Refusal::Protocol(Error::MalformedQuery)]);
        }
    });
}

#[test]
fn an_unknown_message_is_acknowledged() {
    run(|server, _reports| async move {
        let platform = Platform::new(TOKEN, &key(), APP_ID).unwrap();
        let message = "<xml><MsgType>text</MsgType><Content>hello</Content></xml>";
        let push = platform.push(message, Format::Xml).unwrap();
        let target = format!("/push?{}", push.query);
        let outgoing = Outgoing { method: Method::POST, target, content_type: None, body: push.body.into() };
        let answer = send(&server, &outgoing).await;
        assert_eq!((answer.status, &*answer.body), (200, &b"success"[..]));
    });
}

#[test]
fn a_large_body_is_cut_off() {
    run(|server, reports| async move {
        let target = "/push?msg_signature=1&timestamp=1&nonce=1";
        assert_eq!(status_of(&server, Method::POST, target, &"x".repeat(LIMITS.body)).await, 400);
        let announced = "POST /push HTTP/1.1\r\nhost: a\r\ncontent-length: 4097\r\n\r\n";
        assert!(raw(&server, announced.as_bytes()).await.starts_with("HTTP/1.1 413 "));
        let head = "POST /push HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n";
        let chunks = format!("{head}{}", format!("400\r\n{}\r\n", "x".repeat(0x400)).repeat(5));
        assert!(raw(&server, chunks.as_bytes()).await.starts_with("HTTP/1.1 413 "));
        let refused = refusals(&reports);
        assert_eq!(refused[0], Refusal::Protocol(Error::MalformedEnvelope));
        assert_eq!(refused[1..], [Refusal::Http(StatusCode::PAYLOAD_TOO_LARGE); 2]);
    });
}

/// More than the buffers of both sides hold: a server that closed at once would reset the connection.
#[test]
fn whoever_sends_a_large_body_to_its_end_reads_the_refusal() {
    run_within(Limits::default(), |server, _reports| async move {
        let body = "x".repeat(16 << 20);
        let request = format!("POST /push HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        assert!(raw(&server, request.as_bytes()).await.starts_with("HTTP/1.1 413 "));
    });
}

/// The platform's URL check was logged as HTTP/1.0, to which a chunked answer is not allowed.
#[test]
fn every_answer_says_its_length_under_http_1_0_and_1_1() {
    run(|server, _reports| async move {
        let platform = Platform::new(TOKEN, &key(), APP_ID).unwrap();
        for version in ["HTTP/1.0", "HTTP/1.1"] {
            let get = |query: &str| format!("GET /push?{query} {version}\r\nhost: a\r\nconnection: close\r\n\r\n");
            let post = |query: &str, body: &str| {
                let length = format!("content-length: {}\r\nconnection: close", body.len());
                format!("POST /push?{query} {version}\r\nhost: a\r\n{length}\r\n\r\n{body}")
            };
            let text = "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType>";
            let push = |fields: &str| platform.push(&format!("{text}{fields}</xml>"), Format::Xml).unwrap();
            let (answered, acknowledged) = (push("<Content>hello</Content>"), push(""));
            for (request, status, body) in [
                (get(&platform.url_check("4375120948345356249").unwrap()), 200, "4375120948345356249"),
                (post(&answered.query, &answered.body), 200, "<Encrypt>"),
                (post(&acknowledged.query, &acknowledged.body), 200, "success"),
                (get(""), 400, "bad request"),
                (post("signature=1&timestamp=1&nonce=1", ""), 400, "bad request"),
                (get("").replace("GET", "PUT"), 405, "method not allowed"),
                (get("").replace("/push", "/other"), 404, ""),
                (post("", &"x".repeat(LIMITS.body + 1)), 413, ""),
                (post("", "short").replace("length: 5", "length: 9"), 408, ""),
                (get("").replace("GET ", "GET\0"), 400, ""),
            ] {
                let answer = raw(&server, request.as_bytes()).await;
                let (head, found) = answer.split_once("\r\n\r\n").unwrap();
                let head = head.to_ascii_lowercase();
                assert!(head.split(' ').nth(1).is_some_and(|found| found == status.to_string()), "{request}\n{answer}");
                assert!(found.contains(body), "{request}\n{answer}");
                assert!(head.contains(&format!("\r\ncontent-length: {}", found.len())), "{request}\n{answer}");
                assert!(!head.contains("transfer-encoding"), "{answer}");
            }
        }
    });
}

/// Its answers fill the buffers of both sides, and then wait.
#[test]
fn a_peer_that_does_not_read_is_cut_off() {
    run(|server, _reports| async move {
        let mut stream = TcpStream::connect(server.address()).await.unwrap();
        let many = "GET /push HTTP/1.1\r\nhost: a\r\n\r\n".repeat(1000);
        let sent = timeout(Duration::from_mins(1), async { while stream.write_all(many.as_bytes()).await.is_ok() {} });
        sent.await.expect("the server let go");
        // It still answers.
        assert_eq!(status_of(&server, Method::GET, "/push", "").await, 400);
    });
}

#[test]
fn a_peer_that_asks_no_more_is_let_go() {
    run(|server, _reports| async move {
        let answer = raw(&server, b"GET /push HTTP/1.1\r\nhost: a\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 400 ") && !answer.contains("connection: close"), "{answer}");
    });
}

#[test]
fn a_slow_peer_is_cut_off() {
    run(|server, reports| async move {
        let body = "POST /push HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n<xml>";
        assert!(raw(&server, body.as_bytes()).await.starts_with("HTTP/1.1 408 "));
        assert_eq!(refusals(&reports), [Refusal::Http(StatusCode::REQUEST_TIMEOUT)]);
        raw(&server, b"POST /push HTTP/1.1\r\nhost: ").await;
        raw(&server, b"").await;
    });
}

#[test]
fn what_is_not_http_is_refused() {
    run(|server, reports| async move {
        assert!(
            raw(&server, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n").await.starts_with("HTTP/1.1 400 ")
        );
        let chunk = "POST /push HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n";
        assert!(raw(&server, chunk.as_bytes()).await.starts_with("HTTP/1.1 400 "));
        assert_eq!(refusals(&reports), [Refusal::Http(StatusCode::BAD_REQUEST); 2]);
        // It still answers.
        assert_eq!(status_of(&server, Method::GET, "/push", "").await, 400);
    });
}
