//! A pool of browsers. Tests reuse browsers, because starting a browser is slow.
//!
//! When a test drops a browser, the browser returns to the pool, unless the test has panicked or the engine is WebKit.
//! Before its next use, the browser opens a new window and closes its other windows. Closing a window also ends the
//! conditions that a test has emulated in it. In Chromium, the logs, the permissions and the cache are also cleared.

use super::{Engine, Family, Script, Session, WINDOW, chromium};
use crate::{conditions::Conditions, fonts::Fonts};
use anyhow::{Result, ensure};
use std::{
    ops::Deref,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::Duration,
};
use thirtyfour::{PageLoadStrategy, prelude::*};
use tokio::time::timeout;

/// The largest number of unused browsers. Each browser takes a few hundred megabytes of memory.
const CAPACITY: usize = 4;

/// The longest wait for a used browser to become ready again. After this time, the browser is ended.
const PATIENCE: Duration = Duration::from_secs(10);

/// The unused browsers. The most recently used one is last.
static UNUSED: Mutex<Vec<(Kind, Session)>> = Mutex::new(Vec::new());

/// The settings with which a browser was started. They cannot be changed later.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kind {
    family: Family,
    program: PathBuf,
    fonts: Fonts,
    conditions: Conditions,
    script: Script,
    is_awaited: bool,
}

/// A browser from the pool. Dropping it returns the browser to the pool. In WebKit, and during a panic, dropping it
/// ends the browser.
#[derive(Debug)]
pub(crate) struct Pooled {
    kind: Kind,
    /// The browser. `None` only while this value is being dropped.
    session: Option<Session>,
}

impl Engine {
    /// Returns a browser with an empty window: an unused browser from the pool, or a new browser.
    ///
    /// # Errors
    /// Fails if a new browser cannot be started.
    pub(crate) async fn pooled(&self, script: Script) -> Result<Pooled> {
        self.take(script, PageLoadStrategy::Normal).await
    }

    /// Returns a browser as [`Engine::pooled`] does, but with a driver that does not wait for pages to load.
    ///
    /// # Errors
    /// Fails if a new browser cannot be started.
    pub(crate) async fn pooled_unawaited(&self) -> Result<Pooled> {
        self.take(Script::On, PageLoadStrategy::None).await
    }

    async fn take(&self, script: Script, strategy: PageLoadStrategy) -> Result<Pooled> {
        let kind = Kind {
            family: self.family(),
            program: self.program().to_owned(),
            fonts: self.fonts,
            conditions: self.conditions,
            script,
            is_awaited: matches!(strategy, PageLoadStrategy::Normal),
        };
        while let Some(session) = unused(&kind) {
            if matches!(timeout(PATIENCE, renew(&session, &kind)).await, Ok(Ok(()))) {
                return Ok(Pooled { kind, session: Some(session) });
            }
        }
        Ok(Pooled { session: Some(self.start(script, strategy).await?), kind })
    }
}

/// Takes the most recently used browser of this kind out of the pool.
fn unused(kind: &Kind) -> Option<Session> {
    let mut unused = UNUSED.lock().unwrap_or_else(PoisonError::into_inner);
    let index = unused.iter().rposition(|(other, _)| other == kind)?;
    Some(unused.remove(index).1)
}

/// Opens a new window in a used browser, and closes the other windows. In Chromium, also removes other state of the
/// last test.
async fn renew(browser: &WebDriver, kind: &Kind) -> Result<()> {
    // The new window is opened first, because a browser ends when its last window closes.
    let new_window = browser.new_tab().await?;
    for window in browser.windows().await? {
        if window != new_window {
            browser.switch_to_window(window).await?;
            browser.close_window().await?;
        }
    }
    browser.switch_to_window(new_window).await?;
    browser.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
    if kind.family == Family::Chromium {
        chromium::renew(browser, kind.script).await?;
    }
    ensure!(browser.windows().await?.len() == 1, "a window of the last test is still open");
    Ok(())
}

/// Ends all unused browsers.
pub(crate) async fn clear() {
    let unused = std::mem::take(&mut *UNUSED.lock().unwrap_or_else(PoisonError::into_inner));
    for (_, session) in unused {
        // An error is ignored, because `quit` also drops the session, and this ends the driver.
        let _ = session.quit().await;
    }
}

impl Deref for Pooled {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        self.session.as_ref().expect("it is there until it is dropped")
    }
}

impl Drop for Pooled {
    fn drop(&mut self) {
        // WebKit's MiniBrowser cannot open a second window, so it is not reused.
        if std::thread::panicking() || self.kind.family == Family::WebKit {
            return;
        }
        let Some(session) = self.session.take() else { return };
        let mut unused = UNUSED.lock().unwrap_or_else(PoisonError::into_inner);
        unused.push((self.kind.clone(), session));
        let surplus = (unused.len() > CAPACITY).then(|| unused.remove(0));
        // The lock is released first, because ending a browser takes time and other tests need the lock.
        drop(unused);
        drop(surplus);
    }
}
