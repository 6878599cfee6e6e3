//! A webhook server as a user of the library writes one: HTTP here, the protocol in `wxseal`, the answers in `app`.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use wxseal_core::{Error, Format, MsgCrypt, Query, verify_signature};

use crate::app::{self, Answer, Message};

/// One URL, with the settings that stand in the console for it.
pub(crate) struct Endpoint {
    pub(crate) path: &'static str,
    pub(crate) token: String,
    pub(crate) crypt: MsgCrypt,
    /// How far a timestamp may lie from the clock, in seconds. `None` is for published examples, which are years old.
    pub(crate) tolerance: Option<u64>,
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
    /// The message, or `None` for a URL check.
    pub(crate) outcome: Result<Option<Opened>, Error>,
    pub(crate) timing: Timing,
}

pub(crate) struct Opened {
    pub(crate) plaintext: Vec<u8>,
    pub(crate) message: Message,
}

/// How long the library took, and nothing else.
#[derive(Clone, Copy, Default)]
pub(crate) struct Timing {
    /// To verify, and to decrypt what is encrypted.
    pub(crate) open: Duration,
    /// To encrypt and sign the reply, where there is one.
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
    pub(crate) async fn start(endpoints: Vec<Endpoint>, limits: Limits, reports: Sender<Report>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let service = Arc::new(Service { endpoints, limits, reports });
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
    endpoints: Vec<Endpoint>,
    limits: Limits,
    reports: Sender<Report>,
}

impl Service {
    async fn handle(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let Some(endpoint) = self.endpoints.iter().find(|endpoint| endpoint.path == request.uri().path()) else {
            return status(StatusCode::NOT_FOUND);
        };
        let query = request.uri().query().unwrap_or_default().to_owned();
        let mut timing = Timing::default();
        let handled = match *request.method() {
            Method::GET => endpoint.check_url(&query, &mut timing).map(|response| (None, response)),
            Method::POST => match self.read_body(request.into_body()).await {
                Ok(body) => endpoint
                    .receive(&query, &body, wxseal_os::now(), &mut timing)
                    .map(|(opened, response)| (Some(opened), response)),
                Err(refusal) => return status(refusal),
            },
            _ => {
                let mut response = status(StatusCode::METHOD_NOT_ALLOWED);
                response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, POST"));
                return response;
            }
        };
        let (outcome, response) = match handled {
            Ok((opened, response)) => (Ok(opened), response),
            // No text: a peer must not learn which check failed.
            Err(error) => {
                let code = StatusCode::from_u16(error.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                (Err(error), status(code))
            }
        };
        // Nobody need be watching.
        let _ = self.reports.send(Report { outcome, timing });
        response
    }

    async fn read_body(&self, body: Incoming) -> Result<Bytes, StatusCode> {
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

impl Endpoint {
    /// The platform's GET when a URL is entered in the console: the answer is the `echostr`, exactly as received.
    fn check_url(&self, raw_query: &str, timing: &mut Timing) -> Result<Response<Full<Bytes>>, Error> {
        let query = Query::parse(raw_query)?;
        let (signature, timestamp, nonce) = (query.signature()?, query.timestamp()?, query.nonce()?);
        let start = Instant::now();
        let verified = verify_signature(&self.token, signature, timestamp, nonce);
        timing.open = start.elapsed();
        verified?;
        self.check_freshness(timestamp, wxseal_os::now())?;
        Ok(content("text/plain", query.echostr()?.to_owned()))
    }

    /// A push: verified and decrypted, answered, and the answer sealed under the push's own nonce.
    fn receive(
        &self,
        raw_query: &str,
        body: &[u8],
        now: u64,
        timing: &mut Timing,
    ) -> Result<(Opened, Response<Full<Bytes>>), Error> {
        let query = Query::parse(raw_query)?;
        let (msg_signature, timestamp, nonce) = (query.msg_signature()?, query.timestamp()?, query.nonce()?);
        let start = Instant::now();
        let decrypted = self.crypt.decrypt(msg_signature, timestamp, nonce, body);
        timing.open = start.elapsed();
        let plaintext = decrypted?;
        self.check_freshness(timestamp, now)?;

        let message = Message::read(&plaintext)?;
        let response = match app::answer(&message, now)? {
            Answer::Success => content("text/plain", "success".to_owned()),
            Answer::Reply(reply) => {
                let format = message.format();
                let now = now.to_string();
                let start = Instant::now();
                let sealed = wxseal_os::encrypt(&self.crypt, reply.as_bytes(), Some(&now), Some(nonce), None, format);
                timing.seal = Some(start.elapsed());
                content(content_type(format), sealed?)
            }
        };
        Ok((Opened { plaintext, message }, response))
    }

    /// The library knows no clock: a request that verified once would verify for ever. The timestamp has ten digits
    /// here, or three of the nonce's could pass as its milliseconds.
    fn check_freshness(&self, timestamp: &str, now: u64) -> Result<(), Error> {
        let Some(tolerance) = self.tolerance else { return Ok(()) };
        if timestamp.len() != 10 {
            return Err(Error::MalformedQuery);
        }
        let timestamp = timestamp.parse().map_err(|_| Error::MalformedQuery)?;
        if now.abs_diff(timestamp) <= tolerance { Ok(()) } else { Err(Error::StaleTimestamp { timestamp, now }) }
    }
}

fn content_type(format: Format) -> &'static str {
    match format {
        Format::Xml => "text/xml; charset=utf-8",
        Format::Json => "application/json",
    }
}

fn content(content_type: &'static str, body: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(body)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn status(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};

    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;
    use crate::client::{self, Outgoing};
    use crate::platform::Platform;

    const TOKEN: &str = "a-token-for-tests";
    const APP_ID: &str = "wx0123456789abcdef";
    const LIMITS: Limits = Limits { body: 4096, time: Duration::from_millis(300) };

    fn endpoint() -> Endpoint {
        let crypt = MsgCrypt::new(TOKEN, &key(), APP_ID).unwrap();
        Endpoint { path: "/push", token: TOKEN.into(), crypt, tolerance: Some(300) }
    }

    fn key() -> String {
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG".into()
    }

    fn run<F: Future>(test: impl FnOnce(Server, Receiver<Report>) -> F) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let (sender, reports) = mpsc::channel();
            test(Server::start(vec![endpoint()], LIMITS, sender).await.unwrap(), reports).await;
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
            assert_eq!(status_of(&server, Method::PUT, "/push", "").await, 405);
            assert_eq!(status_of(&server, Method::HEAD, "/push", "").await, 405);
            assert!(reports.try_recv().is_err());
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
    fn an_old_push_is_refused() {
        let (endpoint, now) = (endpoint(), wxseal_os::now());
        let platform = Platform::new(TOKEN, &key(), APP_ID).unwrap();
        let push = platform.push("gh_1", "<xml><MsgType>text</MsgType></xml>", Format::Xml).unwrap();
        let receive = |now| {
            endpoint.receive(&push.query, push.body.as_bytes(), now, &mut Timing::default()).err().map(Error::name)
        };
        assert_eq!(receive(now + 290), None);
        assert_eq!(receive(now + 310), Some("StaleTimestamp"));
        assert_eq!(receive(now - 310), Some("StaleTimestamp"));
        assert_eq!(endpoint.check_freshness("1714036504000", 1_714_036_504), Err(Error::MalformedQuery));
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
