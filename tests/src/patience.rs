//! Waits for conditions, with a time limit.

use anyhow::{Result, bail};
use std::time::Duration;
use tokio::time::{interval, timeout};

/// The longest wait for a condition.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// The time between two checks of a condition.
const LOOK: Duration = Duration::from_millis(15);

/// Waits until `is_met` returns true. Fails with the message `failure` if this takes longer than [`PATIENCE`]. Fails at
/// once if `is_met` returns an error.
pub(crate) async fn wait(mut is_met: impl AsyncFnMut() -> Result<bool>, failure: &str) -> Result<()> {
    let waiting = async {
        let mut checks = interval(LOOK);
        while !is_met().await? {
            checks.tick().await;
        }
        Ok(())
    };
    timeout(PATIENCE, waiting).await.unwrap_or_else(|_| bail!("{failure}"))
}
