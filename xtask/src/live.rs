//! What `cargo xtask dev` adds to [`crate::server`]: pages that reload when the site changes, and that show a mistake
//! over the last good page.
//!
//! Only the development server has this. No part of it is ever written into `dist/`.

pub(crate) mod changes;
mod injection;

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower::ServiceExt;

use crate::server::{self, ServeError};

const SCRIPT: &str = include_str!("live/reload.js");

/// The site as it is being worked on. Clones are the same site.
#[derive(Clone)]
pub(crate) struct Live(Arc<Shared>);

struct Shared {
    dist: PathBuf,
    /// Made anew with each change, because it holds the site's `_headers`.
    site: RwLock<Router>,
    news: watch::Sender<News>,
}

/// What an open page has to know.
#[derive(Clone)]
struct News {
    /// Differs between any two states of the site, before and after a restart too.
    version: u128,
    /// Why the newest sources cannot be shown.
    mistake: Option<String>,
}

impl Live {
    /// The site in `dist` as it is now.
    pub(crate) fn new(dist: &Path) -> Result<Self, ServeError> {
        let site = RwLock::new(server::router(dist)?);
        let (news, _) = watch::channel(News { version: version_now(), mistake: None });
        Ok(Self(Arc::new(Shared { dist: dist.to_owned(), site, news })))
    }

    /// Serves the new site and reloads the pages that are open.
    pub(crate) fn site_changed(&self) -> anyhow::Result<()> {
        let router = server::router(&self.0.dist)?;
        *self.0.site.write().unwrap_or_else(PoisonError::into_inner) = router;
        self.0.news.send_replace(News { version: version_now(), mistake: None });
        Ok(())
    }

    /// Shows text over the pages that are open, until the site changes.
    pub(crate) fn show_mistake(&self, mistake: String) {
        self.0.news.send_modify(|news| news.mistake = Some(mistake));
    }

    /// Answers requests for the site and for what keeps it live.
    pub(crate) fn router(&self) -> Router {
        Router::new().route(injection::SCRIPT_PATH, get(script)).route("/__dev/events", get(events)).fallback(page).with_state(self.clone())
    }
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], SCRIPT)
}

async fn events(State(live): State<Live>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(live.0.news.subscribe());
    let events = news.map(|news| {
        Ok(match news.mistake {
            // An event's text must not contain carriage returns.
            Some(mistake) => Event::default().event("mistake").data(mistake.replace('\r', "")),
            None => Event::default().event("site").data(news.version.to_string()),
        })
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn page(State(live): State<Live>, mut request: Request) -> Response {
    // What is to be changed on its way must come whole, plain, and every time.
    for name in [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH, header::RANGE] {
        request.headers_mut().remove(name);
    }
    let version = live.0.news.borrow().version;
    let site = live.0.site.read().unwrap_or_else(PoisonError::into_inner).clone();
    match site.oneshot(request).await {
        Ok(response) => injection::make_live(response, version).await,
        Err(never) => match never {},
    }
}

fn version_now() -> u128 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_millis()
}
