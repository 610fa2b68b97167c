//! Collects the violations of the content security policy that browsers report. A violation fails the test in which it
//! happens, whatever the test is about.

use anyhow::ensure;
use axum::{
    body::Body,
    extract::Request,
    http::{Response, StatusCode},
    response::IntoResponse,
};
use std::{mem, sync::Arc};
use tokio::{sync::watch, time::timeout};

use super::body_of;
use crate::patience::PATIENCE;

/// Where browsers report it.
pub(super) const REPORTS: &str = "/policy-reports";

tokio::task_local! { static CSP_REPORTS: CspReports; }

/// What has been reported on the servers of a test.
#[derive(Clone, Debug, Default)]
pub struct CspReports(Arc<watch::Sender<Vec<String>>>);

impl CspReports {
    /// Does `work`, after which there must be none on any server that it has started.
    ///
    /// # Errors
    /// If there are, or `work` fails.
    pub async fn watched(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
        let csp_reports = Self::default();
        CSP_REPORTS.scope(csp_reports.clone(), work).await?;
        let told = csp_reports.take();
        ensure!(told.is_empty(), "the policy forbids what a page has done: {told:#?}");
        Ok(())
    }

    /// Those of the test that is running.
    pub(super) fn of_this_test() -> Self {
        CSP_REPORTS.try_with(Clone::clone).unwrap_or_default()
    }

    /// Waits for a report, which is to be so, and forgets it.
    ///
    /// # Errors
    /// If none comes.
    pub(super) async fn until_any(&self) -> anyhow::Result<Vec<String>> {
        let mut told = self.0.subscribe();
        // The sender is in `self`, so waiting can only take too long.
        let came = timeout(PATIENCE, told.wait_for(|told| !told.is_empty())).await.is_ok();
        ensure!(came, "the browser reports nothing that the policy forbids");
        Ok(self.take())
    }

    /// Takes a report.
    pub(super) async fn report(&self, request: Request) -> Response<Body> {
        let told = body_of(request.into_body()).await;
        self.0.send_modify(|csp_reports| csp_reports.push(String::from_utf8_lossy(&told).into_owned()));
        StatusCode::NO_CONTENT.into_response()
    }

    fn take(&self) -> Vec<String> {
        let mut told = Vec::new();
        self.0.send_modify(|csp_reports| told = mem::take(csp_reports));
        told
    }
}
