//! A webhook server as a user of the library writes one: HTTP here, the protocol in `wxseal`, the answers in `app`.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes};
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use wxseal_core::{Endpoint, Error, Incoming, MsgCrypt, Push, Response};

use crate::app;

/// What hyper sends.
type Answer = hyper::Response<Full<Bytes>>;

/// One URL, and what it accepts.
pub(crate) struct Route {
    pub(crate) path: &'static str,
    pub(crate) endpoint: Endpoint,
}

/// What a peer may ask of the server before it is cut off.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// The largest body, in bytes.
    pub(crate) body: usize,
    /// The time for the head of a request, and again for its body.
    pub(crate) time: Duration,
}

impl Default for Limits {
    /// The largest body that the library reads by default, and the time after which the platform hangs up.
    fn default() -> Self {
        Limits { body: MsgCrypt::DEFAULT_MAX_BODY, time: Duration::from_secs(5) }
    }
}

/// What the server made of a request, for whoever watches it. Requests that HTTP alone settles are not reported.
pub(crate) struct Report {
    /// The push, or `None` for a URL check.
    pub(crate) outcome: Result<Option<Push>, Error>,
    pub(crate) timing: Timing,
}

/// How long the library took, and nothing else.
#[derive(Clone, Copy, Default)]
pub(crate) struct Timing {
    /// To verify, and to decrypt what is encrypted.
    pub(crate) open: Duration,
    /// To write, encrypt and sign the reply, where there is one.
    pub(crate) seal: Option<Duration>,
}

impl Timing {
    pub(crate) fn total(self) -> Duration {
        self.open + self.seal.unwrap_or_default()
    }
}

/// A server on a free port of 127.0.0.1; it stops when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start(routes: Vec<Route>, limits: Limits, reports: Sender<Report>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let service = Arc::new(Service { routes, limits, reports });
        Ok(Server { address, accepting: tokio::spawn(accept(listener, service)) })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, service: Arc<Service>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve(stream, Arc::clone(&service)));
            }
            // Out of file descriptors, most likely: some are free again when a connection has ended.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve(stream: TcpStream, service: Arc<Service>) {
    let limits = service.limits;
    // Without it an answer can wait 40 ms for an acknowledgement; the connection works either way.
    let _ = stream.set_nodelay(true);
    let handle = service_fn(move |request| {
        let service = Arc::clone(&service);
        async move { Ok::<_, std::convert::Infallible>(service.handle(request).await) }
    });
    // What fails here is the peer's connection, and the peer knows.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.time)
        .serve_connection(TokioIo::new(stream), handle)
        .await;
}

struct Service {
    routes: Vec<Route>,
    limits: Limits,
    reports: Sender<Report>,
}

impl Service {
    async fn handle(&self, request: Request<hyper::body::Incoming>) -> Answer {
        let Some(route) = self.routes.iter().find(|route| route.path == request.uri().path()) else {
            return status(StatusCode::NOT_FOUND);
        };
        let (head, body) = request.into_parts();
        let body = match head.method {
            Method::POST => match self.read_body(body).await {
                Ok(body) => body,
                Err(refusal) => return status(refusal),
            },
            _ => Bytes::new(),
        };
        let mut timing = Timing::default();
        let start = Instant::now();
        let query = head.uri.query().unwrap_or_default();
        let received = route.endpoint.receive(head.method.as_str(), query, &body, wxseal_os::now());
        timing.open = start.elapsed();
        let handled = received.and_then(|incoming| match incoming {
            Incoming::UrlCheck(response) => Ok((None, response)),
            Incoming::Push(push) => {
                let decision = app::decide(&push);
                let start = Instant::now();
                let response = decision.respond(&push, wxseal_os::now(), &wxseal_os::random()?)?;
                timing.seal = decision.is_sealed().then(|| start.elapsed());
                Ok((Some(push), response))
            }
        });
        let (outcome, response) = match handled {
            Ok((push, response)) => (Ok(push), response),
            Err(error) => (Err(error), Response::refusal(error)),
        };
        // Nobody need be watching.
        let _ = self.reports.send(Report { outcome, timing });
        answer(response)
    }

    async fn read_body(&self, body: hyper::body::Incoming) -> Result<Bytes, StatusCode> {
        let Limits { body: most, time } = self.limits;
        if body.size_hint().lower() > most as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        match timeout(time, Limited::new(body, most).collect()).await {
            Ok(Ok(collected)) => Ok(collected.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
            Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
            Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
        }
    }
}

fn answer(response: Response) -> Answer {
    let code = StatusCode::from_u16(response.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = status(code);
    for (name, value) in response.headers() {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            answer.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    *answer.body_mut() = Full::new(response.into_body().into());
    answer
}

fn status(status: StatusCode) -> Answer {
    let mut answer = Answer::default();
    *answer.status_mut() = status;
    answer
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};

    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use wxseal_core::Format;

    use super::*;
    use crate::client::{self, Outgoing};
    use crate::platform::Platform;

    const TOKEN: &str = "a-token-for-tests";
    const APP_ID: &str = "wx0123456789abcdef";
    const LIMITS: Limits = Limits { body: 4096, time: Duration::from_millis(300) };

    fn route() -> Route {
        Route { path: "/push", endpoint: Endpoint::new(MsgCrypt::new(TOKEN, &key(), APP_ID).unwrap()) }
    }

    fn key() -> String {
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG".into()
    }

    fn run<F: Future>(test: impl FnOnce(Server, Receiver<Report>) -> F) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let (sender, reports) = mpsc::channel();
            test(Server::start(vec![route()], LIMITS, sender).await.unwrap(), reports).await;
        });
    }

    async fn status_of(server: &Server, method: Method, target: &str, body: &str) -> u16 {
        let outgoing = Outgoing { method, target: target.into(), content_type: None, body: body.into() };
        client::send(server.address(), &outgoing).await.unwrap().status
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

    #[test]
    fn http_alone_settles_what_is_no_push() {
        run(|server, reports| async move {
            assert_eq!(status_of(&server, Method::GET, "/", "").await, 404);
            assert_eq!(status_of(&server, Method::POST, "/push/", "").await, 404);
            assert!(reports.try_recv().is_err());
            for method in [Method::PUT, Method::HEAD] {
                assert_eq!(status_of(&server, method, "/push", "").await, 405);
                assert_eq!(reports.try_recv().unwrap().outcome.err(), Some(Error::UnknownMethod));
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
                assert_eq!(reports.try_recv().unwrap().outcome.err(), Some(Error::MalformedQuery));
            }
        });
    }

    #[test]
    fn an_unknown_message_is_acknowledged() {
        run(|server, _reports| async move {
            let platform = Platform::new(TOKEN, &key(), APP_ID).unwrap();
            let message = "<xml><MsgType>text</MsgType><Content>hello</Content></xml>";
            let push = platform.push("gh_1", message, Format::Xml).unwrap();
            let target = format!("/push?{}", push.query);
            let outgoing = Outgoing { method: Method::POST, target, content_type: None, body: push.body };
            let answer = client::send(server.address(), &outgoing).await.unwrap();
            assert_eq!((answer.status, &*answer.body), (200, &b"success"[..]));
        });
    }

    #[test]
    fn a_large_body_is_cut_off() {
        run(|server, _reports| async move {
            let target = "/push?msg_signature=1&timestamp=1&nonce=1";
            assert_eq!(status_of(&server, Method::POST, target, &"x".repeat(LIMITS.body)).await, 400);
            let announced = "POST /push HTTP/1.1\r\nhost: a\r\ncontent-length: 4097\r\n\r\n";
            assert!(raw(&server, announced.as_bytes()).await.starts_with("HTTP/1.1 413 "));
            let head = "POST /push HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n";
            let chunks = format!("{head}{}", format!("400\r\n{}\r\n", "x".repeat(0x400)).repeat(5));
            assert!(raw(&server, chunks.as_bytes()).await.starts_with("HTTP/1.1 413 "));
        });
    }

    #[test]
    fn a_slow_peer_is_cut_off() {
        run(|server, _reports| async move {
            let body = "POST /push HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n<xml>";
            assert!(raw(&server, body.as_bytes()).await.starts_with("HTTP/1.1 408 "));
            raw(&server, b"POST /push HTTP/1.1\r\nhost: ").await;
            raw(&server, b"").await;
        });
    }

    #[test]
    fn what_is_not_http_is_refused() {
        run(|server, _reports| async move {
            assert!(
                raw(&server, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
                    .await
                    .starts_with("HTTP/1.1 400 ")
            );
            let chunk = "POST /push HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n";
            assert!(raw(&server, chunk.as_bytes()).await.starts_with("HTTP/1.1 400 "));
            // It still answers.
            assert_eq!(status_of(&server, Method::GET, "/push", "").await, 400);
        });
    }
}
