//! The site, served on a free port of this computer by the very router of `cargo xtask serve`, and faults put before
//! it on purpose.
//!
//! It also hears what browsers report: a page that does what its policy forbids breaks the test, whatever else it is about.

use crate::written;
use anyhow::ensure;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use std::{
    mem,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

/// A way in which answers are not what they should be.
#[derive(Clone, Debug)]
pub enum Fault {
    /// There is no such file.
    Missing,
    /// The answer comes when the gate opens.
    Held(Gate),
    /// Another content.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// Other headers.
    Headed(fn(&mut HeaderMap)),
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

/// Where browsers report what a policy has forbidden.
const REPORTS: &str = "/policy-reports";

tokio::task_local! { static BREACHES: Breaches; }

/// What pages have done that their policy forbids, as browsers report it.
#[derive(Clone, Debug, Default)]
pub struct Breaches(Arc<watch::Sender<Vec<String>>>);

impl Breaches {
    /// Does `work`, after which there must be none on any server that it has started.
    ///
    /// # Errors
    /// If there are, or `work` fails.
    pub async fn watched(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
        let breaches = Self::default();
        BREACHES.scope(breaches.clone(), work).await?;
        let told = breaches.take();
        ensure!(told.is_empty(), "the policy forbids what a page has done: {told:#?}");
        Ok(())
    }

    fn take(&self) -> Vec<String> {
        let mut told = Vec::new();
        self.0.send_modify(|breaches| told = mem::take(breaches));
        told
    }
}

/// A server of the site, for as long as this value lives.
#[derive(Debug)]
pub struct Server {
    origin: String,
    asked: Arc<Mutex<Vec<String>>>,
    breaches: Breaches,
    gone: Gate,
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

    /// Serves the site with faults in the answers for paths that end as given. All that match apply.
    ///
    /// # Errors
    /// If there is no site, or no port.
    pub async fn with_faults(faults: &[(&'static str, Fault)]) -> anyhow::Result<Self> {
        let faults: Arc<[_]> = faults.into();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let breaches = BREACHES.try_with(Clone::clone).unwrap_or_default();
        let router = xtask::server::router(&written::dist())?;
        let (log, reported) = (Arc::clone(&asked), breaches.clone());
        let router = router.layer(from_fn(move |request: Request, next| {
            let path = request.uri().path().to_owned();
            let faults: Vec<_> = faults.iter().filter(|(end, _)| path.ends_with(end)).map(|(_, fault)| fault.clone()).collect();
            let (log, reported) = (Arc::clone(&log), reported.clone());
            async move {
                if path == REPORTS {
                    return report(&reported, request).await;
                }
                log.lock().unwrap_or_else(PoisonError::into_inner).push(path);
                let mut answer = answer(&faults, request, next).await;
                report_breaches(answer.headers_mut());
                answer
            }
        }));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let gone = Gate::closed();
        let leave = gone.clone();
        let task = tokio::spawn(async move {
            // It ends with the test, or when it is told to.
            let _ = axum::serve(listener, router).with_graceful_shutdown(async move { leave.pass().await }).await;
        });
        Ok(Self { origin, asked, breaches, gone, task })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How often a path that ends as given has been asked for.
    pub fn asked(&self, end: &str) -> usize {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(|path| path.ends_with(end)).count()
    }

    /// Waits for a report that the policy has forbidden something, which is to be so, and forgets it.
    pub async fn until_breach(&self) -> Vec<String> {
        // The sender is in `self`, so waiting cannot fail.
        let _ = self.breaches.0.subscribe().wait_for(|told| !told.is_empty()).await;
        self.breaches.take()
    }

    /// Is no more to be reached, as when the reader's connection is lost.
    pub fn go(&self) {
        self.gone.open();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The answer with all `faults` in it.
async fn answer(faults: &[Fault], mut request: Request, next: Next) -> Response {
    for fault in faults {
        match fault {
            Fault::Missing => return StatusCode::NOT_FOUND.into_response(),
            Fault::Held(gate) => gate.pass().await,
            // What is changed must not come compressed, nor be left out because the browser has it.
            Fault::Changed(_) => {
                request.headers_mut().remove(header::ACCEPT_ENCODING);
                request.headers_mut().remove(header::IF_MODIFIED_SINCE);
            }
            Fault::Headed(_) => {}
        }
    }
    let mut response = next.run(request).await;
    for fault in faults {
        match fault {
            Fault::Changed(change) => {
                let (mut parts, body) = response.into_parts();
                let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
                parts.headers.remove(header::CONTENT_LENGTH);
                response = Response::from_parts(parts, Body::from(change(bytes.to_vec())));
            }
            Fault::Headed(change) => change(response.headers_mut()),
            Fault::Missing | Fault::Held(_) => {}
        }
    }
    response
}

/// Asks browsers to report what the policy forbids.
fn report_breaches(headers: &mut HeaderMap) {
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if let Some(policy) = policy.and_then(|policy| HeaderValue::try_from(format!("{policy}; report-uri {REPORTS}")).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Takes a report.
async fn report(breaches: &Breaches, request: Request) -> Response {
    let told = to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
    breaches.0.send_modify(|breaches| breaches.push(String::from_utf8_lossy(&told).into_owned()));
    StatusCode::NO_CONTENT.into_response()
}
