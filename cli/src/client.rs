//! The HTTP client that the platform's side sends with. It says at which step a request went wrong.

mod broken;
mod tls;

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{ACCEPT, CONTENT_TYPE, HOST, HeaderValue, LOCATION, PRAGMA, USER_AGENT};
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

pub(crate) use broken::{Broken, Step};
pub(crate) use tls::Tls;

use crate::lang::{Words, words};
use crate::target::Target;

/// After this long the platform cuts the connection.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// How much of an answer is read, in bytes.
const MAX_ANSWER: usize = 4 << 20;

/// How much of all the answers that are being read at one time, in bytes.
const MAX_ANSWERS: usize = 64 << 20;

/// A connection that lay idle for longer may have been closed by the server in this moment, and is not used again.
const IDLE: Duration = Duration::from_secs(1);

/// A request to the developer's server.
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    /// Path and query, as they stand on the request line.
    pub(crate) target: String,
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Bytes,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    /// Where a redirect points.
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
    /// From before the connection was opened until the last byte of the answer.
    pub(crate) round_trip: Duration,
}

/// Sends to one URL.
pub(crate) struct Client {
    pub(crate) target: Target,
    addresses: Vec<SocketAddr>,
    tls: Option<Tls>,
    patience: Duration,
    idle: Mutex<Vec<(Sender, Instant)>>,
    /// The bytes of all the answers that are being read.
    reading: AtomicUsize,
}

type Sender = SendRequest<Full<Bytes>>;

impl Client {
    /// Looks the host up. An answer that takes longer than `patience` is not waited for.
    pub(crate) async fn new(target: Target, tls: Tls, patience: Duration) -> Result<Self, Broken> {
        let begun = Instant::now();
        let looked_up = timeout(patience, lookup_host((target.host.clone(), target.port))).await;
        let broken = |said| Broken { step: Step::Resolve, said, after: begun.elapsed() };
        let addresses: Vec<SocketAddr> = match looked_up {
            Ok(Ok(addresses)) => addresses.collect(),
            Ok(Err(error)) => {
                let host = &target.host;
                return Err(broken(words!("there is no address for {host}: {error}", "域名 {host} 无法解析：{error}")));
            }
            Err(_) => return Err(broken(broken::too_late(Step::Resolve, patience))),
        };
        let tls = target.tls.then_some(tls);
        Ok(Client { target, addresses, tls, patience, idle: Mutex::default(), reading: AtomicUsize::new(0) })
    }

    /// Whether all that is sent stays on this machine.
    pub(crate) fn is_local(&self) -> bool {
        self.addresses.iter().map(SocketAddr::ip).all(|address| match address {
            IpAddr::V4(address) => address.is_loopback(),
            IpAddr::V6(address) => address.to_canonical().is_loopback(),
        })
    }

    /// Sends one request over a connection of its own, and waits for the whole answer.
    pub(crate) async fn send(&self, outgoing: &Outgoing) -> Result<Answer, Broken> {
        self.timed(outgoing, false).await
    }

    /// Sends one request over a connection that an earlier one left open, where there is one.
    pub(crate) async fn send_again(&self, outgoing: &Outgoing) -> Result<Answer, Broken> {
        self.timed(outgoing, true).await
    }

    async fn timed(&self, outgoing: &Outgoing, keep: bool) -> Result<Answer, Broken> {
        let mut step = Step::Connect;
        let begun = Instant::now();
        let outcome = timeout(self.patience, self.exchange(outgoing, keep, &mut step)).await;
        let round_trip = begun.elapsed();
        match outcome {
            Ok(Ok(answer)) => Ok(Answer { round_trip, ..answer }),
            Ok(Err(said)) => Err(Broken { step, said, after: round_trip }),
            Err(_) => {
                let said = broken::too_late(step, self.patience);
                Err(Broken { step: Step::Time, said, after: round_trip })
            }
        }
    }

    async fn exchange(&self, outgoing: &Outgoing, keep: bool, step: &mut Step) -> Result<Answer, Words> {
        let request = self.request(outgoing)?;
        let (mut sender, response) = self.answered(request, keep, step).await?;
        let (head, body) = response.into_parts();
        *step = Step::Body;
        let body = self.read(body).await?;
        if keep && sender.ready().await.is_ok() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((sender, Instant::now()));
        }
        let text = |name| head.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let (content_type, location) = (text(CONTENT_TYPE), text(LOCATION));
        Ok(Answer { status: head.status.as_u16(), content_type, location, body, round_trip: Duration::ZERO })
    }

    /// Sends a request and waits for the head of the answer.
    async fn answered(
        &self,
        request: Request<Full<Bytes>>,
        keep: bool,
        step: &mut Step,
    ) -> Result<(Sender, Response<Incoming>), Words> {
        let mut request = request;
        if let Some(mut sender) = keep.then(|| self.left_open()).flatten() {
            *step = Step::Answer;
            match sender.try_send_request(request).await {
                Ok(response) => return Ok((sender, response)),
                Err(mut error) => match error.take_message() {
                    // It was closed before anything was sent.
                    Some(unsent) => request = unsent,
                    None => return Err(broken::of_hyper(&error.into_error())),
                },
            }
        }
        let mut sender = self.connect(step).await?;
        *step = Step::Answer;
        let response = sender.send_request(request).await.map_err(|error| broken::of_hyper(&error))?;
        Ok((sender, response))
    }

    fn left_open(&self) -> Option<Sender> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let (sender, since) = idle.pop()?;
        if since.elapsed() < IDLE {
            return Some(sender);
        }
        // The others lie there for even longer.
        idle.clear();
        None
    }

    async fn connect(&self, step: &mut Step) -> Result<Sender, Words> {
        *step = Step::Connect;
        let stream = TcpStream::connect(&*self.addresses).await.map_err(|error| broken::of_io(&error))?;
        stream.set_nodelay(true).map_err(|error| broken::of_io(&error))?;
        // The connection ends by itself once the sender is gone; what goes wrong on it, the sender reports.
        if let Some(tls) = &self.tls {
            *step = Step::Tls;
            let stream = tls.connect(&self.target.host, stream).await?;
            let (sender, connection) =
                http1::handshake(TokioIo::new(stream)).await.map_err(|error| broken::of_hyper(&error))?;
            tokio::spawn(connection);
            Ok(sender)
        } else {
            let (sender, connection) =
                http1::handshake(TokioIo::new(stream)).await.map_err(|error| broken::of_hyper(&error))?;
            tokio::spawn(connection);
            Ok(sender)
        }
    }

    /// The headers are those that the platform's requests were seen to have.
    fn request(&self, outgoing: &Outgoing) -> Result<Request<Full<Bytes>>, Words> {
        let mut request = Request::builder()
            .method(&outgoing.method)
            .uri(&outgoing.target)
            .header(USER_AGENT, "Mozilla/4.0")
            .header(ACCEPT, "*/*")
            .header(HOST, &self.target.authority)
            .header(PRAGMA, "no-cache")
            .body(Full::new(outgoing.body.clone()))
            .map_err(|error| words!("the request cannot be sent: {error}", "请求无法发送：{error}"))?;
        if let Some(content_type) = &outgoing.content_type {
            request.headers_mut().insert(CONTENT_TYPE, content_type.clone());
        }
        Ok(request)
    }

    async fn read(&self, mut body: Incoming) -> Result<Vec<u8>, Words> {
        let expected = body.size_hint().exact();
        let mut read = Reading { all: &self.reading, counted: 0, bytes: Vec::new() };
        while let Some(frame) = body.frame().await {
            match frame {
                Ok(frame) => {
                    if let Ok(data) = frame.into_data() {
                        read.take(&data)?;
                    }
                }
                Err(error) => return Err(broken::cut_off(read.bytes.len(), expected, &error)),
            }
        }
        Ok(std::mem::take(&mut read.bytes))
    }
}

/// The bytes of an answer so far, which count among those of all answers until they are read.
struct Reading<'a> {
    all: &'a AtomicUsize,
    counted: usize,
    bytes: Vec<u8>,
}

impl Reading<'_> {
    fn take(&mut self, data: &[u8]) -> Result<(), Words> {
        self.bytes.extend_from_slice(data);
        self.counted += data.len();
        let all = self.all.fetch_add(data.len(), Ordering::Relaxed) + data.len();
        if self.bytes.len() > MAX_ANSWER || all > MAX_ANSWERS { Err(broken::too_large(MAX_ANSWER)) } else { Ok(()) }
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.all.fetch_sub(self.counted, Ordering::Relaxed);
    }
}
