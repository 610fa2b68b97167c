//! Collects the violations of the Content-Security-Policy that browsers report. A violation fails the test during which
//! it occurs, unless the test expects it.

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

/// The path to which browsers send reports.
pub(super) const REPORTS: &str = "/policy-reports";

tokio::task_local! { static CSP_REPORTS: CspReports; }

/// The reports to all servers of a test.
#[derive(Clone, Debug, Default)]
pub struct CspReports(Arc<watch::Sender<Vec<String>>>);

impl CspReports {
    /// Runs `work`, and checks that no server that it has started has received a report.
    ///
    /// # Errors
    /// Fails if there are reports, or `work` fails.
    pub async fn watched(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
        let csp_reports = Self::default();
        CSP_REPORTS.scope(csp_reports.clone(), work).await?;
        let told = csp_reports.take();
        ensure!(told.is_empty(), "a page has violated its policy: {told:#?}");
        Ok(())
    }

    /// Returns the reports of the running test.
    pub(super) fn of_this_test() -> Self {
        CSP_REPORTS.try_with(Clone::clone).unwrap_or_default()
    }

    /// Waits for a report that the test expects. Returns all reports so far, and removes them.
    ///
    /// # Errors
    /// Fails if no report arrives.
    pub(super) async fn until_any(&self) -> anyhow::Result<Vec<String>> {
        let mut told = self.0.subscribe();
        // The sender is in `self`, so waiting can only time out.
        let came = timeout(PATIENCE, told.wait_for(|told| !told.is_empty())).await.is_ok();
        ensure!(came, "the browser reports no violation of the policy");
        Ok(self.take())
    }

    /// Stores a report.
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
