//! Collects the violations of the Content-Security-Policy that browsers report. A report fails the running test, unless
//! the test expects the violation.

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

/// The reports that the servers of a test have received. The test can take them out.
#[derive(Clone, Debug, Default)]
pub struct CspReports(Arc<watch::Sender<Vec<String>>>);

impl CspReports {
    /// Runs `work`. Then checks that `work` has taken all reports that its servers have received.
    ///
    /// # Errors
    /// Fails if reports are left, or `work` fails.
    pub async fn watched(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
        let csp_reports = Self::default();
        CSP_REPORTS.scope(csp_reports.clone(), work).await?;
        let reports = csp_reports.take();
        ensure!(reports.is_empty(), "a page has violated its policy: {reports:#?}");
        Ok(())
    }

    /// Returns the reports of the running test, or an empty collection outside of [`CspReports::watched`].
    pub(super) fn of_this_test() -> Self {
        CSP_REPORTS.try_with(Clone::clone).unwrap_or_default()
    }

    /// Waits for a report that the test expects. Returns all reports so far, and removes them.
    ///
    /// # Errors
    /// Fails if no report arrives.
    pub(super) async fn until_any(&self) -> anyhow::Result<Vec<String>> {
        let mut receiver = self.0.subscribe();
        // The sender is in `self`, so the wait fails only if it times out.
        let arrived = timeout(PATIENCE, receiver.wait_for(|reports| !reports.is_empty())).await.is_ok();
        ensure!(arrived, "the browser reports no violation of the policy");
        Ok(self.take())
    }

    pub(super) async fn report(&self, request: Request) -> Response<Body> {
        let body = body_of(request.into_body()).await;
        self.0.send_modify(|csp_reports| csp_reports.push(String::from_utf8_lossy(&body).into_owned()));
        StatusCode::NO_CONTENT.into_response()
    }

    fn take(&self) -> Vec<String> {
        let mut reports = Vec::new();
        self.0.send_modify(|csp_reports| reports = mem::take(csp_reports));
        reports
    }
}
