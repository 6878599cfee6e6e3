//! The HTTP client that the platform's side sends with.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::failure::Failure;

/// After this long the platform cuts the connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much of an answer is read, in bytes.
const MAX_ANSWER: usize = 4 << 20;

/// A request to the developer's server.
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    /// Path and query, as they stand on the request line.
    pub(crate) target: String,
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: String,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Vec<u8>,
    /// From before the connection was opened until the last byte of the answer.
    pub(crate) round_trip: Duration,
}

/// Sends one request over a connection of its own, and waits for the whole answer.
pub(crate) async fn send(address: SocketAddr, outgoing: &Outgoing) -> Result<Answer, Failure> {
    timeout(PATIENCE, exchange(address, outgoing))
        .await
        .map_err(|_| format!("no answer from {address} within {} s", PATIENCE.as_secs()))?
}

async fn exchange(address: SocketAddr, outgoing: &Outgoing) -> Result<Answer, Failure> {
    let mut request = Request::builder()
        .method(&outgoing.method)
        .uri(&outgoing.target)
        .header(HOST, address.to_string())
        .body(Full::new(Bytes::from(outgoing.body.clone())))?;
    if let Some(content_type) = outgoing.content_type {
        request.headers_mut().insert(CONTENT_TYPE, content_type.parse()?);
    }

    let start = Instant::now();
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // The connection ends by itself once the sender is gone; what goes wrong on it, the sender reports.
    tokio::spawn(connection);
    let response = sender.send_request(request).await?;
    let (head, body) = response.into_parts();
    let body = Limited::new(body, MAX_ANSWER).collect().await?.to_bytes().to_vec();
    let round_trip = start.elapsed();

    let content_type = head.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    Ok(Answer { status: head.status.as_u16(), content_type, body, round_trip })
}
