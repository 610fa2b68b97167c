//! The site, served on a free port of this computer by the very router of `cargo xtask serve`, and faults put before
//! it on purpose.

pub(crate) mod frame;
mod witness;

use crate::written;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use witness::Witness;

/// A way in which answers are not what they should be.
#[derive(Clone, Debug)]
pub enum Fault {
    /// There is no such file.
    Missing,
    /// The answer comes when the gate opens.
    Held(Gate),
    /// Another content.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// A header with another value, or without any.
    Header(&'static str, Option<&'static str>),
    /// As somebody else would get it, who asks with another value of a header.
    AsAsked(&'static str, &'static str),
}

/// Holds answers back until it is opened.
#[derive(Clone, Debug)]
pub struct Gate(Arc<watch::Sender<bool>>);

impl Gate {
    /// A closed one.
    pub fn closed() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Lets all answers go.
    pub fn open(&self) {
        self.0.send_replace(true);
    }

    async fn pass(&self) {
        // The sender is in `self`, so waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|open| *open).await;
    }
}

/// A server of the site, for as long as this value lives.
#[derive(Debug)]
pub struct Server {
    origin: String,
    witness: Witness,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the site as it is.
    ///
    /// # Errors
    /// If there is no site, or no port.
    pub async fn start() -> anyhow::Result<Self> {
        Self::with_faults(&[]).await
    }

    /// Serves the site with faults in the answers for paths that end as given.
    ///
    /// # Errors
    /// If there is no site, or no port.
    pub async fn with_faults(faults: &[(&'static str, Fault)]) -> anyhow::Result<Self> {
        let faults: Arc<[_]> = faults.into();
        let router = xtask::server::router(&written::dist())?;
        let router = router.layer(from_fn(move |request: Request, next| {
            let fault = faults.iter().find(|(path, _)| request.uri().path().ends_with(path)).map(|(_, fault)| fault.clone());
            async move {
                match fault {
                    Some(fault) => fault.answer(request, next).await,
                    None => next.run(request).await,
                }
            }
        }));
        let witness = Witness::default();
        let router = frame::with_frame(router).layer(from_fn({
            let witness = witness.clone();
            move |request, next| witness.clone().see(request, next)
        }));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            // It ends with the test, and only then.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { origin, witness, task })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// From now on what goes wrong in pages is told here, for browsers that do not tell it themselves.
    pub fn watch(&self) {
        self.witness.watch();
    }

    /// A script for pages of others, which tells of what goes wrong in them too.
    pub fn witness(&self) -> String {
        format!("<script src='{}{}'></script>", self.origin, witness::SCRIPT)
    }

    /// The paths of all requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.witness.requests()
    }

    /// What went wrong in pages since the last time, if it is watched.
    pub fn complaints(&self) -> Vec<String> {
        self.witness.complaints()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Fault {
    async fn answer(self, mut request: Request, next: Next) -> Response {
        match self {
            Self::Missing => StatusCode::NOT_FOUND.into_response(),
            Self::Held(gate) => {
                gate.pass().await;
                next.run(request).await
            }
            Self::Changed(change) => {
                // What is changed must not come compressed.
                request.headers_mut().remove(header::ACCEPT_ENCODING);
                let (mut parts, body) = next.run(request).await.into_parts();
                parts.headers.remove(header::CONTENT_LENGTH);
                Response::from_parts(parts, Body::from(change(body_of(body).await)))
            }
            Self::Header(name, value) => {
                let mut response = next.run(request).await;
                response.headers_mut().remove(name);
                if let Some(value) = value {
                    response.headers_mut().insert(name, HeaderValue::from_static(value));
                }
                response
            }
            Self::AsAsked(name, value) => {
                request.headers_mut().insert(name, HeaderValue::from_static(value));
                next.run(request).await
            }
        }
    }
}

/// All of a body that is in memory or on this computer's disk.
async fn body_of(body: Body) -> Vec<u8> {
    to_bytes(body, usize::MAX).await.map(Into::into).unwrap_or_default()
}
