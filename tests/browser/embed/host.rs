//! Serves a publisher's page that contains an embed in a frame. The page and the site have different origins.

use anyhow::{Context, Result, ensure};
use axum::{
    Router,
    extract::Path as At,
    http::{StatusCode, header},
    response::{AppendHeaders, Html, IntoResponse, Response},
    routing::get,
};
use std::path::PathBuf;
use tests::{
    engine::{Engine, Script},
    npm,
    server::{Fault, Server},
    visit::Visit,
};
use tokio::{net::TcpListener, task::JoinHandle};

/// Parts of browser messages that a host's page causes, not the embed. They are about an unknown permission in a
/// snippet, and about a message that iframe-resizer sends before its frame has loaded.
const HOSTS_OWN: [&str; 2] = ["Unrecognized feature: 'web-share'", "iframeResizer.js 881 Failed to execute 'postMessage'"];

/// The page of a host, the embed that it contains, and the frames that lead to the embed.
#[derive(Clone, Copy)]
pub(super) struct Host<'a> {
    /// The embed's path with its query and fragment.
    pub(super) embed: &'a str,
    /// The content of the page. `EMBED` is replaced by the address of the embed, and `SITE` by the origin of the site.
    /// `/lib/` serves `node_modules`.
    pub(super) page: &'a str,
    /// The page at `/inner`. It uses the same placeholders as `page`.
    pub(super) inner: &'a str,
    /// Expressions for the nested frames, from the outermost to the frame of the embed.
    pub(super) frames: &'a [&'a str],
    /// The least and the greatest height that the host allows, in CSS pixels.
    pub(super) heights: (u32, u32),
    /// Whether the host sends `Cross-Origin-Embedder-Policy: require-corp`. The browser then loads a page in a frame
    /// only if the page has this header, too.
    pub(super) is_isolated: bool,
}

impl Default for Host<'_> {
    fn default() -> Self {
        Self {
            embed: "/embed/years/",
            page: "",
            inner: "",
            frames: &["document.querySelector('iframe')"],
            heights: (0, u32::MAX),
            is_isolated: false,
        }
    }
}

/// Returns an expression that is true if the current frame is as high as its content, within the limits of the host.
/// Allows a difference of two pixels. The content has to be higher than 100 pixels.
fn fits((least, most): (u32, u32)) -> String {
    format!(
        "Math.abs(innerHeight - Math.min(Math.max(document.documentElement.getBoundingClientRect().height, {least}), {most})) <= 2 \
         && document.documentElement.getBoundingClientRect().height > 100"
    )
}

/// A visit to a host's page.
pub(super) struct Hosted<'a> {
    pub(super) visit: Visit,
    pub(super) host: Host<'a>,
    server: JoinHandle<()>,
}

impl<'a> Hosted<'a> {
    pub(super) async fn open(engine: &Engine, host: Host<'a>) -> Result<Self> {
        Self::open_with(engine, host, &[]).await
    }

    /// Opens the page of `host`, with faults in the answers of the site.
    pub(super) async fn open_with(engine: &Engine, host: Host<'a>, faults: &[(&'static str, Fault)]) -> Result<Self> {
        let libraries = npm::folder("hosts")?.join("node_modules");
        let site = Server::with_faults(faults).await?;
        let recorder = if engine.tells() { String::new() } else { site.recorder_script() };
        let filled = |page: &str| {
            let page = page.replace("EMBED", &format!("{}{}", site.origin(), host.embed)).replace("SITE", site.origin());
            Html(format!("<!doctype html><title>A publisher</title><link rel=icon href=data:,>{recorder}<div id=column>{page}</div>"))
        };
        let isolated = host.is_isolated.then_some(("cross-origin-embedder-policy", "require-corp"));
        let page = (AppendHeaders(isolated), filled(host.page));
        let inner = filled(host.inner);
        let router = Router::new()
            .route("/", get(|| async { page }))
            .route("/inner", get(|| async { inner }))
            .route("/lib/{*file}", get(move |At(file): At<String>| async move { library(libraries.join(file)) }));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        let server = tokio::spawn(async move {
            // The server runs until the test ends.
            let _ = axum::serve(listener, router).await;
        });
        let visit = Visit::to(engine, Script::On, site).await?;
        visit.browser().goto(&address).await?;
        Ok(Self { visit, host, server })
    }

    /// Waits for the frame of the embed, and switches to it.
    pub(super) async fn enter(&self) -> Result<()> {
        self.go_into(self.host.frames).await
    }

    /// Switches to nested frames, from the outermost to the innermost.
    pub(super) async fn go_into(&self, frames: &[&str]) -> Result<()> {
        self.leave().await?;
        for frame in frames {
            self.visit.until(&format!("!!({frame})")).await?;
            let found = self.visit.browser().execute(format!("return {frame}"), []).await?;
            found.element()?.enter_frame().await.with_context(|| (*frame).to_owned())?;
        }
        self.visit.until("document.readyState == 'complete'").await
    }

    /// Switches back to the publisher's page.
    pub(super) async fn leave(&self) -> Result<()> {
        Ok(self.visit.browser().enter_default_frame().await?)
    }

    /// Switches to the publisher's page, and runs a statement in it.
    pub(super) async fn run(&self, statement: &str) -> Result<()> {
        self.leave().await?;
        self.visit.browser().execute(statement, []).await.with_context(|| statement.to_owned())?;
        Ok(())
    }

    /// Checks that the browser reports no errors or warnings except those that hosts cause.
    pub(super) async fn check_quiet(&self) -> Result<()> {
        let mut complaints = self.visit.complaints().await?;
        complaints.retain(|complaint| !HOSTS_OWN.iter().any(|own| complaint.contains(own)));
        ensure!(complaints.is_empty(), "the browser complains: {complaints:#?}");
        Ok(())
    }

    /// Waits until the frame of the embed is as high as its content. `when` describes the situation in an error.
    pub(super) async fn check_fits(&self, when: &str) -> Result<()> {
        self.enter().await?;
        self.check_fits_here(when).await
    }

    /// Does the same as [`Hosted::check_fits`] in the current frame.
    pub(super) async fn check_fits_here(&self, when: &str) -> Result<()> {
        let fitted = self.visit.until(&fits(self.host.heights)).await;
        let heights = self.visit.look("[innerHeight, document.documentElement.getBoundingClientRect().height]").await?;
        ensure!(fitted.is_ok(), "{when}, frame and content have the heights {heights}");
        Ok(())
    }
}

impl Drop for Hosted<'_> {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Responds with a file of a library, or with 404 if the file cannot be read.
fn library(file: PathBuf) -> Response {
    match std::fs::read(&file) {
        Ok(bytes) => ([(header::CONTENT_TYPE, "text/javascript")], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
