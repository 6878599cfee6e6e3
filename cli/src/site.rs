//! The server under test, as the command line names it.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::client::{Broken, Client, PATIENCE, Tls};
use crate::failure::Usage;
use crate::lang::{Lang, say};
use crate::target::Target;

#[derive(Args)]
pub(crate) struct SiteArguments {
    /// The server's URL, http:// or https://
    #[arg(required = true, index = 1)]
    url: Option<String>,
    /// Seconds to wait for an answer [default: 5, as the platform does]
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<f64>,
    /// PEM file with an authority to trust besides the public ones
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
}

/// What is known of the server before its name is looked up.
pub(crate) struct Site {
    pub(crate) target: Target,
    tls: Tls,
    pub(crate) patience: Duration,
}

impl SiteArguments {
    pub(crate) fn read(&self, lang: Lang) -> Result<Site, Usage> {
        let target =
            Target::parse(self.url.as_deref().unwrap_or_default()).map_err(|said| Usage(said.of(lang).to_owned()))?;
        let pem = self.ca.as_ref().map(|path| {
            let shown = path.display();
            std::fs::read(path).map_err(|error| {
                Usage(say!(lang, "--ca: {shown} cannot be read: {error}", "--ca：无法读取 {shown}：{error}"))
            })
        });
        let tls = Tls::new(pem.transpose()?.as_deref()).map_err(|said| Usage(said.of(lang).to_owned()))?;
        let patience = match self.timeout {
            None => PATIENCE,
            Some(seconds) if (0.001..=3600.0).contains(&seconds) => Duration::from_secs_f64(seconds),
            Some(_) => {
                return Err(Usage(say!(
                    lang,
                    "--timeout: expected 0.001 to 3600 seconds",
                    "--timeout：应为 0.001 到 3600 秒"
                )));
            }
        };
        Ok(Site { target, tls, patience })
    }
}

impl Site {
    /// Looks the host up.
    pub(crate) async fn client(&self) -> Result<Client, Broken> {
        Client::new(self.target.clone(), self.tls.clone(), self.patience).await
    }

    /// A site on this machine.
    pub(crate) fn local(url: &str, lang: Lang) -> Result<Self, Usage> {
        SiteArguments { url: Some(url.to_owned()), timeout: None, ca: None }.read(lang)
    }
}

/// Runs a future on this thread.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> std::io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(future))
}

/// Waits for the future, or for Ctrl-C: `None` then.
pub(crate) async fn unless_interrupted<T>(future: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        done = future => Some(done),
        Ok(()) = tokio::signal::ctrl_c() => None,
    }
}
