//! TLS, with the public certificate authorities and nothing of this machine's: the platform knows no others.

use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::broken;
use crate::lang::{Words, words};

/// How `https` is spoken.
#[derive(Clone)]
pub(crate) struct Tls(TlsConnector);

impl Tls {
    /// Trusts the public authorities, and those of a PEM file besides.
    pub(crate) fn new(more: Option<&[u8]>) -> Result<Self, Words> {
        let no_pem = || words!("the file of --ca has no PEM certificate", "--ca 的文件里没有 PEM 证书");
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(pem) = more {
            let mut found = 0;
            for certificate in CertificateDer::pem_slice_iter(pem) {
                roots.add(certificate.map_err(|_| no_pem())?).map_err(|_| no_pem())?;
                found += 1;
            }
            if found == 0 {
                return Err(no_pem());
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| of_rustls(&error))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Tls(TlsConnector::from(Arc::new(config))))
    }

    pub(super) async fn connect(&self, host: &str, stream: TcpStream) -> Result<TlsStream<TcpStream>, Words> {
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| words!("{host} is no name that a certificate can have", "{host} 不能作为证书的域名"))?;
        self.0.connect(name, stream).await.map_err(|error| {
            match error.get_ref().and_then(|inner| inner.downcast_ref()) {
                Some(error) => of_rustls(error),
                None => broken::of_io(&error),
            }
        })
    }
}

fn of_rustls(error: &rustls::Error) -> Words {
    match error {
        rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer) => words!(
            "the certificate is not from a public authority, or the intermediate certificates are not sent",
            "证书不是公共 CA 签发的，或服务器没有发送中间证书"
        ),
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => words!("the certificate is for another name", "证书的域名不符"),
        rustls::Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            words!("the certificate has expired", "证书已过期")
        }
        rustls::Error::InvalidMessage(_) => {
            words!("the server does not speak TLS on this port", "该端口的服务不是 TLS")
        }
        _ => words!("the handshake failed: {error}", "握手失败：{error}"),
    }
}
