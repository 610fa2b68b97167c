//! A reader's visit: a fresh browser on the page, what the reader does there, and what there is to see.
//!
//! Nothing here waits for a time. [`Visit::until`] waits for a condition, and gives up long after any browser would
//! have met it.

use crate::{
    engine::{Engine, Script},
    language,
    server::Server,
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::time::Duration;
use thirtyfour::prelude::*;
use tokio::time::{interval, timeout};

/// After this, what was waited for will not come.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often to look whether it has.
const LOOK: Duration = Duration::from_millis(15);

/// A visit. Ends, with its browser, when it is dropped.
#[derive(Debug)]
pub struct Visit {
    browser: WebDriver,
    server: Server,
}

impl Visit {
    /// A visit to the site as it is, alive at `path`.
    ///
    /// # Errors
    /// If it cannot be brought about, or the page does not come alive.
    pub async fn live(engine: &Engine, path: &str) -> Result<Self> {
        let visit = Self::to(engine, Script::On, Server::start().await?).await?;
        visit.go(path).await?;
        visit.until_live().await?;
        Ok(visit)
    }

    /// A visit to `server`, on no page yet.
    ///
    /// # Errors
    /// If the browser cannot be started.
    pub async fn to(engine: &Engine, script: Script, server: Server) -> Result<Self> {
        let browser = engine.open(script).await.context("a browser")?;
        Ok(Self { browser, server })
    }

    /// The same browser, to be used on another server.
    #[must_use]
    pub fn at(self, server: Server) -> Self {
        Self { server, ..self }
    }

    /// The browser, for what is said nowhere else.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }

    /// The server of the site.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Where the site is.
    pub fn origin(&self) -> &str {
        self.server.origin()
    }

    /// Where the edition that is tested is, without a slash at its end.
    pub fn home(&self) -> String {
        format!("{}/{}", self.origin(), language::folder()).trim_end_matches('/').to_owned()
    }

    /// Goes to an address of the edition that is tested, written with its leading slash.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn go(&self, path: &str) -> Result<()> {
        let folder = language::folder();
        let inside = path.trim_start_matches('/');
        let address = format!("{}/{folder}{}", self.origin(), inside.strip_prefix(&*folder).unwrap_or(inside));
        self.browser.goto(address).await.with_context(|| path.to_owned())
    }

    /// What a JavaScript expression says in the page.
    ///
    /// # Errors
    /// If it throws.
    pub async fn look(&self, expression: &str) -> Result<Value> {
        let said = self.browser.execute(format!("return ({expression})"), []).await;
        Ok(said.with_context(|| expression.to_owned())?.json().clone())
    }

    /// What an expression says, as text.
    ///
    /// # Errors
    /// If it throws, or says no text.
    pub async fn read(&self, expression: &str) -> Result<String> {
        let said = self.look(expression).await?;
        said.as_str().map(str::to_owned).with_context(|| format!("{expression} is no text, but {said}"))
    }

    /// Whether an expression is true.
    ///
    /// # Errors
    /// If it throws.
    pub async fn is(&self, expression: &str) -> Result<bool> {
        Ok(self.look(expression).await? == Value::Bool(true))
    }

    /// Holds that an expression is true now.
    ///
    /// # Errors
    /// If it is not, or throws.
    pub async fn check(&self, expression: &str) -> Result<()> {
        ensure!(self.is(expression).await?, "it does not hold that {expression}");
        Ok(())
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// If it does not become true, or throws.
    pub async fn until(&self, expression: &str) -> Result<()> {
        let looking = async {
            let mut looks = interval(LOOK);
            while !self.is(expression).await? {
                looks.tick().await;
            }
            Ok(())
        };
        timeout(PATIENCE, looking).await.unwrap_or_else(|_| bail!("it never came true that {expression}"))
    }

    /// Waits until all islands are alive.
    ///
    /// # Errors
    /// If one does not come alive.
    pub async fn until_live(&self) -> Result<()> {
        self.until("document.documentElement.dataset.app != 'static'").await?;
        let app = self.read("document.documentElement.dataset.app").await?;
        ensure!(app == "live", "the app is {app}: {:?}", self.complaints().await?);
        Ok(())
    }

    /// Presses the element that a selector names, at its middle.
    ///
    /// # Errors
    /// If there is none, or it cannot be pressed.
    pub async fn press(&self, selector: &str) -> Result<()> {
        self.find(selector).await?.click().await.with_context(|| format!("pressing {selector}"))
    }

    /// Types keys while the element that a selector names has the focus.
    ///
    /// # Errors
    /// If there is none, or it takes no keys.
    pub async fn type_at(&self, selector: &str, keys: impl Into<TypingData>) -> Result<()> {
        self.find(selector).await?.send_keys(keys).await.with_context(|| format!("typing at {selector}"))
    }

    /// The first element that a selector names.
    ///
    /// # Errors
    /// If there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.browser.find(By::Css(selector)).await.with_context(|| selector.to_owned())
    }

    /// Path, query and fragment of the address.
    ///
    /// # Errors
    /// If the browser does not say.
    pub async fn address(&self) -> Result<String> {
        self.read("location.pathname + location.search + location.hash").await
    }

    /// What the browser has complained about since the last time: errors, warnings, breaches of the policy.
    ///
    /// # Errors
    /// If the browser does not say.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.browser.browser_log().await?;
        Ok(log.into_iter().filter(|entry| matches!(&*entry.level, "WARNING" | "SEVERE")).map(|entry| entry.message).collect())
    }

    /// Holds that the browser has had nothing to complain about.
    ///
    /// # Errors
    /// If it has.
    pub async fn check_quiet(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the browser complains: {complaints:#?}");
        Ok(())
    }
}
