//! A reader's visit: a fresh browser on the page, what the reader does there, and what there is to see.
//!
//! Nothing here waits for a time. [`Visit::until`] waits for a condition, and gives up long after any browser would
//! have met it.

use crate::{
    engine::{Engine, Script, Session},
    language,
    patience::wait,
    server::{Server, frame::FRAME},
};
use anyhow::{Context, Result, ensure};
use axum::http::Method;
use serde_json::Value;
use std::sync::Arc;
use thirtyfour::{
    common::{
        command::{Command, ExtensionCommand},
        types::ElementId,
    },
    prelude::*,
};

/// A visit. Ends, with its browser, when it is dropped.
#[derive(Debug)]
pub struct Visit {
    browser: Session,
    /// Whether the browser reports requests and errors itself. If not, the server records them.
    tells: bool,
    /// Whether a page counts as loaded once it has been parsed.
    early: bool,
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
        Self::with(engine.open(script).await, engine, server)
    }

    /// A visit to `server` that is on a page as soon as the page is parsed, whatever of it is still to come.
    ///
    /// # Errors
    /// If the browser cannot be started.
    pub async fn early(engine: &Engine, server: Server) -> Result<Self> {
        Ok(Self { early: true, ..Self::with(engine.open_unawaited().await, engine, server)? })
    }

    fn with(browser: Result<Session>, engine: &Engine, server: Server) -> Result<Self> {
        let tells = engine.tells();
        if !tells {
            server.watch();
        }
        Ok(Self { browser: browser.context("a browser")?, tells, early: false, server })
    }

    /// The same browser, to be used on another server.
    #[must_use]
    pub fn at(self, server: Server) -> Self {
        if !self.tells {
            server.watch();
        }
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
        self.browser.goto(&address).await.with_context(|| path.to_owned())?;
        if self.early {
            self.arrive(&format!("location.href == {address:?}")).await?;
        }
        Ok(())
    }

    /// Goes back in history, as the browser's button does, until the page at `path` is parsed.
    ///
    /// A driver's own command waits for the page to load, and a page that the browser has kept never reports that.
    ///
    /// # Errors
    /// If that page does not come.
    pub async fn back_to(&self, path: &str) -> Result<()> {
        self.travel(-1, path).await
    }

    /// Goes forward in history, as [`Visit::back_to`] goes back.
    ///
    /// # Errors
    /// If that page does not come.
    pub async fn forward_to(&self, path: &str) -> Result<()> {
        self.travel(1, path).await
    }

    async fn travel(&self, steps: i32, path: &str) -> Result<()> {
        self.look(&format!("(setTimeout(() => history.go({steps})), null)")).await?;
        let folder = language::folder();
        self.arrive(&format!("location.pathname == {:?}", format!("/{folder}{}", path.trim_start_matches('/')))).await
    }

    /// Waits for a page that makes `expression` true, until it is parsed. A driver that is asked while the page before it
    /// goes away answers with an error.
    async fn arrive(&self, expression: &str) -> Result<()> {
        let there = format!("{expression} && document.readyState != 'loading'");
        wait(async || Ok(self.is(&there).await.unwrap_or(false)), &format!("it never came true that {there}")).await
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
        wait(async || self.is(expression).await, &format!("it never came true that {expression}")).await
    }

    /// Shows the page, alive, in a column of `width` CSS pixels, as on a phone; again, to make it another one. Everything
    /// that follows happens within it.
    ///
    /// # Errors
    /// If the page does not come alive there.
    pub async fn narrow(&self, width: u32) -> Result<()> {
        if self.is("frameElement == null").await? {
            let address = self.read("location.href").await?;
            self.browser.goto(format!("{}{FRAME}", self.origin())).await?;
            self.look(&format!("Object.assign(document.querySelector('iframe'), {{ src: {address:?}, width: {width} }}) && null")).await?;
            self.find("iframe").await?.enter_frame().await?;
            self.until("document.readyState == 'complete' && document.documentElement.dataset.app != null").await?;
            // A page on which nothing moves has no app.
            if self.is("document.getElementById('app') != null").await? {
                self.until_live().await?;
            }
        }
        self.look(&format!("frameElement.width = {width}")).await?;
        self.until(&format!("innerWidth == {width}")).await
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
        let element = self.find(selector).await?;
        // A driver scrolls to what is out of the window. A reader also scrolls to what is under the bar.
        let nearest = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.browser.execute(nearest, vec![element.to_json()?]).await?;
        element.click().await.with_context(|| format!("pressing {selector}"))
    }

    /// Types keys while the element that a selector names has the focus.
    ///
    /// # Errors
    /// If there is none, or it takes no keys.
    pub async fn type_at(&self, selector: &str, keys: impl Into<TypingData>) -> Result<()> {
        self.find(selector).await?.send_keys(keys).await.with_context(|| format!("typing at {selector}"))
    }

    /// What screen readers call the element that a selector names.
    ///
    /// # Errors
    /// If there is none, or the browser does not say.
    pub async fn name(&self, selector: &str) -> Result<String> {
        // What is far from the window is not laid out, and has no name.
        let shown = format!("document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})");
        let laid_out = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";
        self.browser.execute_async(format!("{shown}; {laid_out}"), []).await?;
        let label = self.browser.cmd(Command::ExtensionCommand(Box::new(ComputedLabel(self.find(selector).await?.element_id())))).await?;
        Ok(label.value()?)
    }

    /// What is on the clipboard, as pasting tells.
    ///
    /// # Errors
    /// If nothing can be pasted.
    pub async fn pasted(&self) -> Result<String> {
        // All around an open dialog is out of reach.
        let place = "document.querySelector('dialog[open]') ?? document.body";
        self.look(&format!("({place}).appendChild(Object.assign(document.createElement('textarea'), {{ id: 'paste' }})) && null")).await?;
        self.type_at("#paste", Key::Control + "v").await?;
        self.until("document.getElementById('paste').value != ''").await?;
        let pasted = self.read("document.getElementById('paste').value").await?;
        self.look("document.getElementById('paste').remove()").await?;
        Ok(pasted)
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
        if !self.tells {
            return Ok(self.server.complaints());
        }
        let log = self.browser.browser_log().await?;
        Ok(log.into_iter().filter(|entry| matches!(&*entry.level, "WARNING" | "SEVERE")).map(|entry| entry.message).collect())
    }

    /// Waits until the browser complains of something, and forgets it.
    ///
    /// # Errors
    /// If it does not, or does not say.
    pub async fn until_complaint(&self) -> Result<()> {
        wait(async || Ok(!self.complaints().await?.is_empty()), "the browser complains of nothing").await
    }

    /// The addresses of all requests since the browser was started.
    ///
    /// # Errors
    /// If the browser does not say.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if !self.tells {
            let here = self.server.requests().into_iter().map(|path| format!("{}{path}", self.origin()));
            let asked = self.look("performance.getEntriesByType('resource').map(entry => entry.name)").await?;
            return Ok(here.chain(serde_json::from_value::<Vec<String>>(asked)?).collect());
        }
        let mut addresses = Vec::new();
        for entry in self.browser.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                addresses.extend(event["params"]["request"]["url"].as_str().map(str::to_owned));
            }
        }
        Ok(addresses)
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

/// Asks for the name that an element has for assistive technology.
/// <https://www.w3.org/TR/webdriver2/#get-computed-label>
#[derive(Debug)]
struct ComputedLabel(ElementId);

impl ExtensionCommand for ComputedLabel {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/computedlabel", self.0).into()
    }
}
