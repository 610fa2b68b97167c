//! How long tests wait for what has to come.

use anyhow::{Result, bail};
use std::time::Duration;
use tokio::time::{interval, timeout};

/// After this, what was waited for will not come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// How often to look whether it has.
const LOOK: Duration = Duration::from_millis(15);

/// Looks again and again, until something has come or will not come any more.
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
