//! A browser that shows posts. In this browser, the site's host name leads to the proxy of the test.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{path::Path, time::Duration};
use tests::engine::process::Process;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::time::{Instant, sleep};
use xtask::{
    browser::{Browser, Engine},
    project::Project,
};

/// The longest wait until the frame in a post is visible.
const PATIENCE: Duration = Duration::from_secs(20);
/// The time to wait before the test inspects a page, because the page may still change.
const SETTLED: Duration = Duration::from_secs(4);

/// A script that returns a description of the frame in a post, or the text `no frame`.
const FRAME: &str = "const frame = document.querySelector('.entry-content iframe, .wp-block-post-content iframe') \
    || document.querySelector('policy-shift-explainer')?.shadowRoot?.querySelector('iframe'); \
    if (!frame) return 'no frame'; const box = frame.getBoundingClientRect(); const text = frame.closest('.entry-content')?.querySelector('p')?.getBoundingClientRect(); \
    return { hidden: getComputedStyle(frame).position === 'absolute', left: Math.round(box.left), width: Math.round(box.width), height: Math.round(box.height), \
    text: text && [Math.round(text.left), Math.round(text.width)], page: document.documentElement.scrollWidth, quotation: !![...document.querySelectorAll('blockquote.wp-embedded-content')].find(one => one.checkVisibility()) }";

pub(super) struct Looking {
    browser: WebDriver,
    _driver: Process,
}

impl Looking {
    /// Starts a browser in which `news.example` leads to this port of this computer.
    pub(super) async fn start(port: u16) -> Result<Self> {
        let found = Browser::ready(Engine::Chromium, &Project::here())?;
        let (driver, address) = Process::driver(&found.driver, &[], &[]).await?;
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&found.program.to_string_lossy())?;
        let map = format!("--host-resolver-rules=MAP news.example:443 127.0.0.1:{port}");
        for switch in ["--headless=new", "--no-sandbox", "--ignore-certificate-errors", "--hide-scrollbars=false", &map] {
            wanted.add_arg(switch)?;
        }
        let browser = WebDriver::new(address, wanted).await?;
        Ok(Self { browser, _driver: driver })
    }

    /// Opens a page in a window with this width in CSS pixels and this colour theme. Writes a screenshot to `file`, and
    /// returns a description of the frame in the page.
    pub(super) async fn at(&self, address: &str, width: u32, theme: &str, file: &Path) -> Result<Value> {
        let tools = self.browser.cdp();
        let emulate = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        tools.send_raw("Emulation.setDeviceMetricsOverride", emulate).await?;
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        tools.send_raw("Emulation.setEmulatedMedia", media).await?;
        self.browser.goto(address).await?;
        self.wait_for_frame().await?;
        sleep(SETTLED).await;
        let description = self.browser.execute(FRAME, []).await?.json().clone();
        // The browser draws frames of other sites only inside the window, so the window is made as high as the page.
        let size = self.browser.execute("return document.documentElement.scrollHeight", []).await?.json().as_u64().unwrap_or(900);
        tools
            .send_raw(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": size, "deviceScaleFactor": 1, "mobile": width < 600 }),
            )
            .await?;
        sleep(SETTLED).await;
        let whole = json!({ "captureBeyondViewport": true, "format": "png" });
        let picture = tools.send_raw("Page.captureScreenshot", whole).await?;
        let picture = picture["data"].as_str().context("the answer has no picture")?;
        std::fs::write(file, base64::Engine::decode(&base64::prelude::BASE64_STANDARD, picture)?)?;
        Ok(description)
    }

    /// Opens a page, and returns whether the pasted address in it becomes a visible frame within [`PATIENCE`].
    pub(super) async fn becomes_a_frame(&self, address: &str) -> Result<bool> {
        self.browser.goto(address).await?;
        self.wait_for_frame().await
    }

    async fn wait_for_frame(&self) -> Result<bool> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let description = self.browser.execute(FRAME, []).await?.json().clone();
            if description["hidden"] == false && description["height"].as_u64() >= Some(200) {
                return Ok(true);
            }
            sleep(Duration::from_millis(30)).await;
        }
        Ok(false)
    }
}
