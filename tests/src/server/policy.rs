//! The site's policy, as it is where a test serves the site.

use super::breaches::REPORTS;
use crate::written;
use axum::http::{HeaderMap, HeaderValue, header};

/// From where to where the policy moves.
#[derive(Clone, Debug)]
pub(super) struct Move {
    /// The origin for which the site was built.
    from: String,
    /// The origin at which it is served.
    to: String,
}

impl Move {
    /// From where the site was built for.
    pub(super) fn to(origin: &str) -> Self {
        Self { from: written::base_url().origin(), to: origin.to_owned() }
    }

    /// Lets the policy name the origin at which the site is served, and asks browsers to report what it forbids.
    pub(super) fn adapt(&self, headers: &mut HeaderMap) {
        let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
        let policy = policy.map(|policy| format!("{}; report-uri {REPORTS}", policy.replace(&self.from, &self.to)));
        if let Some(policy) = policy.and_then(|policy| HeaderValue::try_from(policy).ok()) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
}
