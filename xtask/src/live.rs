//! The additions of `cargo xtask dev` to [`crate::server`]. Open pages reload when the site changes. A mistake in the
//! sources is shown over the last good page.
//!
//! These additions are only in the answers of the development server. `dist/` contains none of them.

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

/// The site under development. Clones share the same state.
#[derive(Clone)]
pub(crate) struct Live(Arc<Shared>);

struct Shared {
    dist: PathBuf,
    /// The router of the site. Each change of the site replaces the router, because a router reads `_headers` only when
    /// it is created.
    site: RwLock<Router>,
    news: watch::Sender<News>,
}

/// The state that the server sends to open pages.
#[derive(Clone)]
struct News {
    /// The version of the site, in milliseconds since the Unix epoch. At first, it is the time at which the server
    /// started. Each change of the site sets it to the current time.
    version: u128,
    /// The mistake in the current sources, if there is one.
    mistake: Option<String>,
}

impl Live {
    /// Creates the state and the router for the site in `dist`.
    pub(crate) fn new(dist: &Path) -> Result<Self, ServeError> {
        let site = RwLock::new(server::router(dist)?);
        let (news, _) = watch::channel(News { version: version_now(), mistake: None });
        Ok(Self(Arc::new(Shared { dist: dist.to_owned(), site, news })))
    }

    /// Serves the new site and reloads the open pages.
    pub(crate) fn site_changed(&self) -> anyhow::Result<()> {
        let router = server::router(&self.0.dist)?;
        *self.0.site.write().unwrap_or_else(PoisonError::into_inner) = router;
        self.0.news.send_replace(News { version: version_now(), mistake: None });
        Ok(())
    }

    /// Shows `mistake` over the open pages until the site changes.
    pub(crate) fn show_mistake(&self, mistake: String) {
        self.0.news.send_modify(|news| news.mistake = Some(mistake));
    }

    /// Returns a router for the site, the reload script, and the events that the script receives.
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
            // axum panics if the data of an event contains a carriage return.
            Some(mistake) => Event::default().event("mistake").data(mistake.replace('\r', "")),
            None => Event::default().event("site").data(news.version.to_string()),
        })
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn page(State(live): State<Live>, mut request: Request) -> Response {
    // The script can be inserted only into a complete and uncompressed page. Without these headers, the server sends no
    // compressed page, no part of a page, and no answer with status 304.
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
