//! `serve` as whoever starts it sees it.
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

mod server;
mod tool;

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};

use tool::wxseal;

/// The process, which ends with this, and the address that it listens on.
struct Serve {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Serve {
    fn start(more: &[&str]) -> Self {
        let arguments = [&["serve", "--listen", "127.0.0.1:0"], more].concat();
        let mut process = wxseal(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.find(|line| line.as_ref().unwrap().contains("http://")).unwrap().unwrap();
        let (_, address) = line.split_once("http://").unwrap();
        let address = address.split('/').next().unwrap().to_owned();
        Serve { process, lines, address }
    }

    /// What comes back, until the server closes the connection.
    fn answer(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const FORGED: &str = "GET /?signature=0&timestamp=1&nonce=1&echostr=1 HTTP/1.0\r\n\r\n";

#[test]
fn a_refused_request_is_one_line_of_the_log() {
    let mut serve = Serve::start(&[]);
    assert!(serve.answer(FORGED).starts_with("HTTP/1.0 403 "));
    let large = format!("POST / HTTP/1.0\r\nContent-Length: {}\r\n\r\n", (1 << 20) + 1);
    assert!(serve.answer(&large).starts_with("HTTP/1.0 413 "));
    let mut refused = serve.lines.by_ref().map(Result::unwrap).filter(|line| line.contains("refused"));
    assert!(refused.next().unwrap().contains("(-40001)"));
    assert!(refused.next().unwrap().contains("413 Payload Too Large"));
}

#[test]
fn a_script_gets_its_document_and_the_log_stands_beside_it() {
    let mut serve = Serve::start(&["--json"]);
    assert!(serve.answer(FORGED).starts_with("HTTP/1.0 403 "));
    let mut log = BufReader::new(serve.process.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(log.next().unwrap().starts_with("refused: "));
    serve.process.kill().unwrap();
    assert_eq!((log.count(), serve.lines.by_ref().map(Result::unwrap).collect::<String>()), (0, "}".to_owned()));
}

#[test]
fn a_missing_setting_is_named() {
    for (name, flag) in [
        ("WXSEAL_TOKEN", "--token"),
        ("WXSEAL_ENCODING_AES_KEY", "--encoding-aes-key"),
        ("WXSEAL_RECEIVE_ID", "--receive-id"),
    ] {
        let output = wxseal(&["serve", "--listen", "127.0.0.1:0"]).env_remove(name).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(name) && said.contains(flag), "{said}");
    }
}
