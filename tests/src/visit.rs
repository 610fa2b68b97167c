//! A browser that visits the site on a test server, with the actions of a reader and checks of the page.
//!
//! No function waits for a fixed time. [`Visit::until`] waits for a condition, and fails after a
//! time that is long for any browser. Functions that use the browser also fail if it does not
//! answer.

mod by_devtools;

use crate::{
    engine::{Engine, Script, pool::Pooled},
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

/// A browser and the test server that it visits. Dropping a visit returns the browser to the pool, if it can be reused.
#[derive(Debug)]
pub struct Visit {
    browser: Pooled,
    /// Whether the browser logs requests and errors. Otherwise the server records them.
    tells: bool,
    /// Whether [`Visit::go`] returns as soon as the page is parsed, before it has loaded.
    early: bool,
    /// Whether the browser is too old for some commands of the driver. Then [`by_devtools`] replaces these commands.
    old: bool,
    server: Server,
}

impl Visit {
    /// Opens `path` on a new server without faults, and waits until the app runs in the page.
    ///
    /// # Errors
    /// Fails if the browser or the server cannot be started, the page cannot be opened, or the app
    /// does not start.
    pub async fn live(engine: &Engine, path: &str) -> Result<Self> {
        let visit = Self::to(engine, Script::On, Server::start().await?).await?;
        visit.go(path).await?;
        visit.until_live().await?;
        Ok(visit)
    }

    /// Starts a visit to `server`. No page is open yet.
    ///
    /// # Errors
    /// Fails if the browser cannot be started.
    pub async fn to(engine: &Engine, script: Script, server: Server) -> Result<Self> {
        Self::with(engine.pooled(script).await, engine, server).await
    }

    /// Starts a visit to `server`. In this visit, [`Visit::go`] returns as soon as the page is parsed, even if parts of
    /// the page are still loading.
    ///
    /// # Errors
    /// Fails if the browser cannot be started.
    pub async fn early(engine: &Engine, server: Server) -> Result<Self> {
        Ok(Self { early: true, ..Self::with(engine.pooled_unawaited().await, engine, server).await? })
    }

    async fn with(browser: Result<Pooled>, engine: &Engine, server: Server) -> Result<Self> {
        let browser = browser.context("the browser cannot be started")?;
        let tells = engine.tells();
        if !tells {
            server.watch();
        }
        let old = tells && by_devtools::is_needed(&browser).await?;
        Ok(Self { browser, tells, early: false, old, server })
    }

    /// Returns the visit with the same browser and another server.
    #[must_use]
    pub fn at(self, server: Server) -> Self {
        if !self.tells {
            server.watch();
        }
        Self { server, ..self }
    }

    /// Returns the browser, for commands that this type lacks.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }

    /// Returns the server of the site.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Returns the origin of the site.
    pub fn origin(&self) -> &str {
        self.server.origin()
    }

    /// Returns the address of the tested edition, without a slash at its end.
    pub fn home(&self) -> String {
        format!("{}/{}", self.origin(), language::folder()).trim_end_matches('/').to_owned()
    }

    /// Opens an address of the tested edition. `path` begins with a slash, and may include the folder of the edition.
    ///
    /// # Errors
    /// Fails if the page cannot be opened.
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

    /// Goes back in the history, as the browser's button does, and waits until the page at `path` is parsed.
    ///
    /// This does not use WebDriver's command, which waits until the page reports that it has loaded. A page from the
    /// back/forward cache never reports this.
    ///
    /// # Errors
    /// Fails if the page at `path` does not appear.
    pub async fn back_to(&self, path: &str) -> Result<()> {
        self.travel(-1, path).await
    }

    /// Goes forward in history, as [`Visit::back_to`] goes back.
    ///
    /// # Errors
    /// Fails if the page at `path` does not appear.
    pub async fn forward_to(&self, path: &str) -> Result<()> {
        self.travel(1, path).await
    }

    async fn travel(&self, steps: i32, path: &str) -> Result<()> {
        self.look(&format!("(setTimeout(() => history.go({steps})), null)")).await?;
        let folder = language::folder();
        self.arrive(&format!("location.pathname == {:?}", format!("/{folder}{}", path.trim_start_matches('/')))).await
    }

    /// Waits until the page is parsed and `expression` is true. Ignores errors, because the driver answers with an
    /// error while the browser leaves the earlier page.
    ///
    /// # Errors
    /// Fails if this does not happen in time.
    pub async fn arrive(&self, expression: &str) -> Result<()> {
        let condition = format!("{expression} && document.readyState != 'loading'");
        wait(async || Ok(self.is(&condition).await.unwrap_or(false)), &format!("this did not become true: {condition}")).await
    }

    /// Returns the value of a JavaScript expression in the page.
    ///
    /// # Errors
    /// Fails if the expression throws.
    pub async fn look(&self, expression: &str) -> Result<Value> {
        if self.old {
            return self.evaluate(expression).await;
        }
        let result = self.browser.execute(format!("return ({expression})"), []).await;
        Ok(result.with_context(|| expression.to_owned())?.json().clone())
    }

    /// Runs a script with these `arguments`, and returns its result.
    ///
    /// # Errors
    /// Fails if the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        if self.old {
            return self.evaluate(&format!("(function () {{ {script} }}).apply(null, {})", Value::from(arguments))).await;
        }
        Ok(self.browser.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script with these `arguments`. The script gets a function as an additional last argument. Waits until the
    /// script calls that function, and returns the value that the script passes to it.
    ///
    /// # Errors
    /// Fails if the script throws, or does not call the function in time.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        if self.old {
            let values = Value::from(arguments);
            return self.evaluate(&format!("new Promise(done => (function () {{ {script} }}).apply(null, [...{values}, done]))")).await;
        }
        Ok(self.browser.execute_async(script, arguments).await?.json().clone())
    }

    /// Returns the value of an expression, which has to be a string.
    ///
    /// # Errors
    /// Fails if the expression throws, or its value is not a string.
    pub async fn read(&self, expression: &str) -> Result<String> {
        let value = self.look(expression).await?;
        value.as_str().map(str::to_owned).with_context(|| format!("{expression} is not a text, but {value}"))
    }

    /// Returns whether the value of an expression is `true`.
    ///
    /// # Errors
    /// Fails if the expression throws.
    pub async fn is(&self, expression: &str) -> Result<bool> {
        Ok(self.look(expression).await? == Value::Bool(true))
    }

    /// Checks that an expression is true now.
    ///
    /// # Errors
    /// Fails if the expression is not true, or throws.
    pub async fn check(&self, expression: &str) -> Result<()> {
        ensure!(self.is(expression).await?, "this is not true: {expression}");
        Ok(())
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// Fails if the expression does not become true, or throws.
    pub async fn until(&self, expression: &str) -> Result<()> {
        wait(async || self.is(expression).await, &format!("this did not become true: {expression}")).await
    }

    /// Shows the current page in a frame that is `width` CSS pixels wide. If the page is already in a frame, changes
    /// the frame's width. Later commands run in the frame, until [`Visit::go`] opens another page.
    ///
    /// # Errors
    /// Fails if the page does not load in the frame, or if its app does not start.
    pub async fn narrow(&self, width: u32) -> Result<()> {
        if self.is("frameElement == null").await? {
            let address = self.read("location.href").await?;
            self.frame(&address, width).await?;
            // Not every page has the app.
            if self.is("document.getElementById('app') != null").await? {
                self.until_live().await?;
            }
        }
        self.look(&format!("frameElement.width = {width}")).await?;
        self.until(&format!("innerWidth == {width}")).await
    }

    /// Shows the page at `address` in a frame that is `width` CSS pixels wide. Later commands run in the frame, until
    /// [`Visit::go`] opens another page.
    ///
    /// # Errors
    /// Fails if the page does not load in the frame.
    pub async fn frame(&self, address: &str, width: u32) -> Result<()> {
        self.browser.goto(format!("{}{FRAME}", self.origin())).await?;
        self.look(&format!("Object.assign(document.querySelector('iframe'), {{ src: {address:?}, width: {width} }}) && null")).await?;
        self.find("iframe").await?.enter_frame().await?;
        self.until("document.readyState == 'complete' && document.documentElement.dataset.app != null").await
    }

    /// Waits until the app runs in all islands.
    ///
    /// # Errors
    /// Fails if the app stops with an error, or does not start in time.
    pub async fn until_live(&self) -> Result<()> {
        self.until("document.documentElement.dataset.app != 'static'").await?;
        let app = self.read("document.documentElement.dataset.app").await?;
        ensure!(app == "live", "the app is {app}: {:?}", self.complaints().await?);
        Ok(())
    }

    /// Presses the first element that matches a selector. First scrolls to the element if necessary.
    ///
    /// # Errors
    /// Fails if there is no such element, or it cannot be pressed.
    pub async fn press(&self, selector: &str) -> Result<()> {
        if self.old {
            return self.press_by_pointer(selector).await;
        }
        let element = self.find(selector).await?;
        // The driver scrolls only if the element is outside of the window. This script also scrolls if the sticky bar
        // covers the element.
        let nearest = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.browser.execute(nearest, vec![element.to_json()?]).await?;
        element.click().await.with_context(|| format!("pressing {selector}"))
    }

    /// Types keys into the first element that matches a selector.
    ///
    /// # Errors
    /// Fails if there is no such element, or it accepts no keys.
    pub async fn type_at(&self, selector: &str, keys: impl Into<TypingData>) -> Result<()> {
        self.find(selector).await?.send_keys(keys).await.with_context(|| format!("typing at {selector}"))
    }

    /// Returns the accessible name of the first element that matches a selector.
    ///
    /// # Errors
    /// Fails if there is no such element, or the browser does not answer.
    pub async fn name(&self, selector: &str) -> Result<String> {
        // The script scrolls to the element first. The browser does not lay out an element that is far outside of the
        // window, so the element would have no name.
        let scroll = format!("document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})");
        let next_frame = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";
        self.browser.execute_async(format!("{scroll}; {next_frame}"), []).await?;
        let label = self.browser.cmd(Command::ExtensionCommand(Box::new(ComputedLabel(self.find(selector).await?.element_id())))).await?;
        Ok(label.value()?)
    }

    /// Returns the text on the clipboard. Pastes it into a temporary field of the page.
    ///
    /// # Errors
    /// Fails if nothing can be pasted.
    pub async fn pasted(&self) -> Result<String> {
        // An open dialog makes the rest of the page inert, so the field is in the dialog.
        let parent = "document.querySelector('dialog[open]') ?? document.body";
        self.look(&format!("({parent}).appendChild(Object.assign(document.createElement('textarea'), {{ id: 'paste' }})) && null")).await?;
        self.type_at("#paste", Key::Control + "v").await?;
        self.until("document.getElementById('paste').value != ''").await?;
        let pasted = self.read("document.getElementById('paste').value").await?;
        self.look("document.getElementById('paste').remove()").await?;
        Ok(pasted)
    }

    /// Returns the first element that matches a selector.
    ///
    /// # Errors
    /// Fails if there is no such element.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.browser.find(By::Css(selector)).await.with_context(|| selector.to_owned())
    }

    /// Returns the path, query and fragment of the page's address.
    ///
    /// # Errors
    /// Fails if the browser does not answer.
    pub async fn address(&self) -> Result<String> {
        self.read("location.pathname + location.search + location.hash").await
    }

    /// Returns the errors, warnings and violations of the policy since the last call. In Chromium, they come from the
    /// browser's log. In other engines, the test server has recorded them.
    ///
    /// # Errors
    /// Fails if the browser does not answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        if !self.tells {
            return Ok(self.server.complaints());
        }
        let log = self.browser.browser_log().await?;
        Ok(log.into_iter().filter(|entry| matches!(&*entry.level, "WARNING" | "SEVERE")).map(|entry| entry.message).collect())
    }

    /// Waits until the browser reports an error or a warning, and removes its messages.
    ///
    /// # Errors
    /// Fails if the browser reports nothing, or does not answer.
    pub async fn until_complaint(&self) -> Result<()> {
        wait(async || Ok(!self.complaints().await?.is_empty()), "the browser complains of nothing").await
    }

    /// Returns the addresses of the requests during this visit. In Chromium, these are only the requests since the last
    /// call, because reading the log clears it. In other engines, these are all requests to the test server, and the
    /// resources of the current page.
    ///
    /// # Errors
    /// Fails if the browser does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if !self.tells {
            let here = self.server.requests().into_iter().map(|path| format!("{}{path}", self.origin()));
            let resources = self.look("performance.getEntriesByType('resource').map(entry => entry.name)").await?;
            return Ok(here.chain(serde_json::from_value::<Vec<String>>(resources)?).collect());
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

    /// Checks that the browser has reported no error and no warning since its messages were last read.
    ///
    /// # Errors
    /// Fails if the browser has reported an error or a warning.
    pub async fn check_quiet(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the browser complains: {complaints:#?}");
        Ok(())
    }
}

/// The WebDriver command for the accessible name of an element.
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
