//! Waits for conditions, with a time limit.

use anyhow::{Result, bail};
use std::time::Duration;
use tokio::time::{interval, timeout};

/// The longest wait for a condition.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// The time between two checks of a condition.
const LOOK: Duration = Duration::from_millis(15);

/// Waits until `has_come` returns true. Fails with the message `failure` if this takes longer than [`PATIENCE`]. Fails
/// at once with the error of `has_come` if it returns one.
pub(crate) async fn wait(mut has_come: impl AsyncFnMut() -> Result<bool>, failure: &str) -> Result<()> {
    let looking = async {
        let mut looks = interval(LOOK);
        while !has_come().await? {
            looks.tick().await;
        }
        Ok(())
    };
    timeout(PATIENCE, looking).await.unwrap_or_else(|_| bail!("{failure}"))
}
