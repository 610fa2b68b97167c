//! Renders all pages of the site, several at a time.

use explainer::page::{DocumentError, Embed, Route, Site, document, embed, not_found};
use rayon::prelude::*;
use std::{error::Error, future::Future, io};
use story::Edition;

/// A page that is ready to be written.
pub(crate) struct Page {
    /// The file within the site's folder.
    pub(crate) file: String,
    /// What is in it.
    pub(crate) html: String,
}

/// Every page of every edition, or the `whole` ones alone, and the one for addresses that there are not.
///
/// # Errors
/// When one of them cannot be made; the error names it.
pub(crate) fn render(site: Site<'_>, whole: bool) -> Result<Vec<Page>, Box<dyn Error>> {
    let asked = site.story.editions.iter().flat_map(|edition| asked(edition).map(move |asked| (edition, asked)));
    let asked: Vec<_> = asked.filter(|(_, asked)| !whole || matches!(asked, Asked::Shared(Route::Whole))).collect();
    let rendered: Result<Vec<Page>, String> = asked
        .par_iter()
        .map(|(edition, asked)| {
            let (path, rendered) = match asked {
                Asked::Shared(route) => (route.path(), wait(document(site, edition, route))),
                Asked::Framed(framed) => (framed.path(), wait(embed(site, edition, framed))),
            };
            let file = format!("{}{path}index.html", site.story.folder(edition));
            written(file, rendered)
        })
        .collect();
    let mut pages = rendered?;
    pages.push(Page { file: "404.html".to_owned(), html: wait(not_found(site))? });
    Ok(pages)
}

/// A page of an edition.
enum Asked {
    Shared(Route),
    Framed(Embed),
}

fn asked(edition: &Edition) -> impl Iterator<Item = Asked> {
    Route::all(edition).into_iter().map(Asked::Shared).chain(Embed::all(edition).into_iter().chain([Embed::How]).map(Asked::Framed))
}

fn written(file: String, rendered: io::Result<Result<String, DocumentError>>) -> Result<Page, String> {
    match rendered {
        Ok(Ok(html)) => Ok(Page { file, html }),
        Ok(Err(error)) => Err(format!("{file}: {error}")),
        Err(error) => Err(format!("{file}: {error}")),
    }
}

/// Yew renders as a future, though nothing here has to be waited for.
fn wait<T>(rendering: impl Future<Output = T>) -> io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().build()?.block_on(rendering))
}
