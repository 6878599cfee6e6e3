//! A webhook server as a user of the library writes one: HTTP here, the protocol in `wxseal`, the answers in `app`.

mod deadline;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes};
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncWriteExt, copy, sink};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use wxseal_core::{Endpoint, Error, Incoming, Push, Recent, RecentKeys, Response};

use crate::app::App;
use crate::lang::{Lang, Words, words};
use deadline::Deadline;

/// What hyper sends.
type Answer = hyper::Response<Full<Bytes>>;

/// One URL, and what it accepts.
pub(crate) struct Route {
    /// `None` is every path.
    pub(crate) path: Option<&'static str>,
    pub(crate) endpoint: Endpoint,
}

/// Is told of every request, in the thread that answers it.
pub(crate) type Watch = Box<dyn Fn(Report) + Send + Sync>;

/// How many answers are kept for retries.
const KEEP_ENTRIES: usize = 10_000;

/// What a peer may ask of the server before it is cut off.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// The largest body, in bytes.
    pub(crate) body: usize,
    /// The time for the head of a request, again for its body, and again for the peer to take the answer.
    pub(crate) time: Duration,
}

impl Default for Limits {
    /// Far more than the platform sends, and the time after which it hangs up.
    fn default() -> Self {
        Limits { body: 1 << 20, time: Duration::from_secs(5) }
    }
}

/// What the server made of a request, for whoever watches it.
pub(crate) struct Report {
    /// The push, or `None` for a URL check.
    pub(crate) outcome: Result<Option<Push>, Refusal>,
    pub(crate) timing: Timing,
    /// It was answered before, and the answer is the same.
    pub(crate) again: bool,
}

/// Why a request was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The library refused it.
    Protocol(Error),
    /// It did not come to the library: no HTTP, an unknown path, a body that is too large, too slow or broken.
    Http(StatusCode),
}

impl Refusal {
    pub(crate) fn words(self) -> Words {
        match self {
            Refusal::Protocol(error) => {
                let name = error.name();
                let [en, zh] = [Lang::En, Lang::Zh].map(|lang| lang.error(error));
                words!("{name}: {en}", "{name}：{zh}")
            }
            Refusal::Http(status) => Words::same(status.to_string()),
        }
    }
}

/// How long the library took, and nothing else.
#[derive(Clone, Copy, Default)]
pub(crate) struct Timing {
    /// To verify, and to decrypt what is encrypted.
    pub(crate) open: Duration,
    /// To write, encrypt and sign the reply, where there is one.
    pub(crate) seal: Option<Duration>,
}

impl Report {
    fn of_error(error: Error, timing: Timing) -> Self {
        Report { outcome: Err(Refusal::Protocol(error)), timing, again: false }
    }
}

impl Timing {
    pub(crate) fn total(self) -> Duration {
        self.open + self.seal.unwrap_or_default()
    }
}

/// A running server; it stops when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Listens on `address`, where port 0 is any free one.
    pub(crate) async fn start(
        address: SocketAddr,
        routes: Vec<Route>,
        app: App,
        limits: Limits,
        watch: Watch,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let recent = Mutex::new(RecentKeys::default().max_entries(KEEP_ENTRIES));
        let service = Arc::new(Service { routes, app, limits, recent, watch });
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
    let watching = Arc::clone(&service);
    let handle = service_fn(move |request| {
        let service = Arc::clone(&service);
        async move { Ok::<_, std::convert::Infallible>(service.handle(request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.time)
        .serve_connection(TokioIo::new(Deadline::new(stream, limits.time)), handle);
    match connection.without_shutdown().await {
        Ok(parts) => {
            // Whoever is still sending its body would be reset, and lose the answer, if its bytes lay here unread.
            let mut stream = parts.io.into_inner();
            let _ = timeout(limits.time, async {
                stream.shutdown().await?;
                copy(&mut stream, &mut sink()).await
            })
            .await;
        }
        Err(error) if error.is_parse() => watching.report_refusal(Refusal::Http(StatusCode::BAD_REQUEST)),
        // What else fails is the peer's connection, and the peer knows.
        Err(_) => {}
    }
}

struct Service {
    routes: Vec<Route>,
    app: App,
    limits: Limits,
    recent: Mutex<RecentKeys>,
    watch: Watch,
}

impl Service {
    async fn handle(&self, request: Request<hyper::body::Incoming>) -> Answer {
        let path = request.uri().path();
        let Some(route) = self.routes.iter().find(|route| route.path.is_none_or(|known| known == path)) else {
            return self.refuse(StatusCode::NOT_FOUND);
        };
        let (head, body) = request.into_parts();
        let body = match head.method {
            Method::POST => match self.read_body(body).await {
                Ok(body) => body,
                Err(refusal) => return self.refuse(refusal),
            },
            _ => Bytes::new(),
        };
        let start = Instant::now();
        let query = head.uri.query().unwrap_or_default();
        let received = route.endpoint.receive(head.method.as_str(), query, &body, wxseal_os::now());
        let timing = Timing { open: start.elapsed(), seal: None };
        let (report, response) = match received {
            Ok(Incoming::UrlCheck(response)) => (Report { outcome: Ok(None), timing, again: false }, response),
            Ok(Incoming::Push(push)) => self.handle_push(push, timing).await,
            Err(error) => (Report::of_error(error, timing), Response::refusal(error)),
        };
        (self.watch)(report);
        answer(response)
    }

    /// Refuses what does not come to an endpoint.
    fn refuse(&self, code: StatusCode) -> Answer {
        self.report_refusal(Refusal::Http(code));
        status(code)
    }

    fn report_refusal(&self, refusal: Refusal) {
        (self.watch)(Report { outcome: Err(refusal), timing: Timing::default(), again: false });
    }

    /// Answers a message once, and its retries alike.
    async fn handle_push(&self, push: Push, mut timing: Timing) -> (Report, Response) {
        let key = push.dedup_key().unwrap_or(push.replay_key()).to_owned();
        let claim = loop {
            match self.recent().claim(&key, wxseal_os::now()) {
                Recent::Claimed(claim) => break claim,
                Recent::Answered(response) => {
                    return (Report { outcome: Ok(Some(push)), timing, again: true }, response);
                }
                Recent::Busy { .. } => {}
            }
            // The first try is still being worked on.
            sleep(Duration::from_millis(10)).await;
        };
        // Even a sleep of nothing takes the timer's millisecond.
        if !self.app.delay.is_zero() {
            sleep(self.app.delay).await;
        }
        let decision = self.app.decide(&push, wxseal_os::now());
        let start = Instant::now();
        let sealed = decision.respond(&push);
        timing.seal = decision.is_sealed().then(|| start.elapsed());
        match sealed {
            Ok(response) => {
                self.recent().answer(&claim, response.clone(), wxseal_os::now());
                (Report { outcome: Ok(Some(push)), timing, again: false }, response)
            }
            Err(error) => {
                self.recent().release(&claim);
                (Report::of_error(error, timing), Response::refusal(error))
            }
        }
    }

    fn recent(&self) -> std::sync::MutexGuard<'_, RecentKeys> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
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
mod tests;
