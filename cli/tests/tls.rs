//! `check` over TLS: what is wrong with a certificate is said.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failure here is the test's own")]

mod server;
mod tool;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;
use wxseal_core::{Endpoint, Incoming, MsgCrypt};

use server::{APP_ID, KEY, TOKEN};
use tool::run_json;

/// A right server whose certificate is for `name`, from an authority whose PEM file comes with the URL.
fn start(name: &str, expired: bool) -> (String, PathBuf) {
    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    // Two of one name would be taken for one with a wrong signature.
    authority.distinguished_name.push(DnType::CommonName, format!("authority of {name}, {expired}"));
    let authority_key = KeyPair::generate().unwrap();
    let pem = authority.self_signed(&authority_key).unwrap().pem();
    let issuer = Issuer::new(authority, authority_key);

    let mut params = CertificateParams::new([name.to_owned()]).unwrap();
    if expired {
        params.not_after = date_time_ymd(2001, 1, 1);
    }
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, &issuer).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();

    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let config = Arc::new(config);
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            answer(StreamOwned::new(connection, stream.unwrap()));
        }
    });
    let path = std::env::temp_dir().join(format!("wxseal-ca-{}-{port}.pem", std::process::id()));
    std::fs::write(&path, pem).unwrap();
    (format!("https://localhost:{port}/push"), path)
}

/// Answers a URL check; whoever does not trust the certificate never asks.
fn answer(mut stream: impl Read + Write) {
    let mut head = vec![0; 4096];
    let Ok(read) = stream.read(&mut head) else { return };
    let head = String::from_utf8(head[..read].to_vec()).unwrap();
    let Some((_, query)) = head.split(' ').nth(1).and_then(|target| target.split_once('?')) else { return };
    let endpoint = Endpoint::new(MsgCrypt::new(TOKEN, KEY, APP_ID).unwrap());
    if let Incoming::UrlCheck(response) = endpoint.receive("GET", query, b"", wxseal_os::now()).unwrap() {
        let echo = String::from_utf8(response.into_body()).unwrap();
        let length = echo.len();
        let kind = "text/plain";
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{echo}");
        stream.write_all(answer.as_bytes()).unwrap();
    }
}

/// The last check: its rule, its outcome and what is said.
fn check(url: &str, authority: Option<&PathBuf>) -> (Vec<Value>, Option<i32>) {
    let mut arguments = vec!["check", url];
    arguments.extend(authority.into_iter().flat_map(|path| ["--ca", path.to_str().unwrap()]));
    let (code, document) = run_json(&arguments);
    (document["checks"].as_array().unwrap().clone(), code)
}

#[test]
fn a_certificate_is_held_to_authority_name_and_time() {
    let (right, right_authority) = start("localhost", false);
    let (checks, code) = check(&right, Some(&right_authority));
    assert_eq!(code, Some(0), "{checks:?}");
    assert!(checks.iter().any(|check| check["rule"] == "tls" && check["outcome"] == "right"));

    let (other, other_authority) = start("another.test", false);
    let (old, old_authority) = start("localhost", true);
    for (url, authority, cause) in [
        (&right, None, "not from a public authority"),
        (&right, Some(&other_authority), "not from a public authority"),
        (&other, Some(&other_authority), "for another name"),
        (&old, Some(&old_authority), "has expired"),
    ] {
        let (checks, code) = check(url, authority);
        let last = checks.last().unwrap();
        assert_eq!((code, &last["rule"], &last["outcome"]), (Some(1), &"tls".into(), &"wrong".into()), "{checks:?}");
        assert!(last["said"].as_str().unwrap().contains(cause), "{cause}: {last}");
    }
    for path in [right_authority, other_authority, old_authority] {
        std::fs::remove_file(path).unwrap();
    }
}
