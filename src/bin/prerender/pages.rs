//! Renders all pages of the site, several at a time.

use explainer::page::{Route, Site, document, not_found};
use rayon::prelude::*;
use std::{error::Error, future::Future, io};

/// A page that is ready to be written.
pub(crate) struct Page {
    /// The file within the site's folder.
    pub(crate) file: String,
    /// What is in it.
    pub(crate) html: String,
}

/// Every page of every edition, and the one for addresses that there are not.
///
/// # Errors
/// When one of them cannot be made; the error names it.
pub(crate) fn render(site: Site<'_>) -> Result<Vec<Page>, Box<dyn Error>> {
    let asked: Vec<_> =
        site.story.editions.iter().flat_map(|edition| Route::all(edition).into_iter().map(move |route| (edition, route))).collect();
    let rendered: Result<Vec<Page>, String> = asked
        .par_iter()
        .map(|(edition, route)| {
            let file = format!("{}{}index.html", site.story.folder(edition), route.path());
            let rendered = wait(document(site, edition, route)).map_err(Box::<dyn Error>::from).and_then(|html| Ok(html?));
            rendered.map(|html| Page { file: file.clone(), html }).map_err(|error| format!("{file}: {error}"))
        })
        .collect();
    let mut pages = rendered?;
    pages.push(Page { file: "404.html".to_owned(), html: wait(not_found(site))? });
    Ok(pages)
}

/// Yew renders as a future, though nothing here has to be waited for.
fn wait<T>(rendering: impl Future<Output = T>) -> io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().build()?.block_on(rendering))
}
