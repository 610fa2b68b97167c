//! Renders the pages of the site. The pages of the editions are rendered in parallel.

use crate::downloads::Download;
use crate::page::{
    DocumentError, Embed, Places, Route, Site, Takeaway, Theme, cite_page, data_page, document, embed, not_found, print_offline, themed,
};
use crate::{content_security_policy::ENCODING, scripts::Script};
use rayon::prelude::*;
use std::{error::Error, future::Future, io};
use story::Edition;
use strum::VariantArray;

/// A rendered page.
pub(crate) struct Page {
    /// The path of its file within the site's folder.
    pub(crate) file: String,
    pub(crate) html: String,
}

/// Renders every page of every edition, and the page for addresses that do not exist. If `whole` is
/// true, renders only the story and the pages of the parts of each edition, and the page for addresses
/// that do not exist.
///
/// # Errors
/// Fails if a page cannot be made. For a page of an edition, the error names the file.
pub(crate) fn render(site: Site<'_>, downloads: &[Download], places: &[Places], whole: bool) -> Result<Vec<Page>, Box<dyn Error>> {
    let editions = site.story.editions.iter().zip(downloads).zip(places);
    let requests =
        editions.flat_map(|((edition, download), places)| requests_of(edition, download).map(move |request| (edition, places, request)));
    let requests: Vec<_> =
        requests.filter(|(.., request)| !whole || matches!(request, PageRequest::Shared(Route::Story | Route::Part(_)))).collect();
    let rendered: Result<Vec<Page>, String> = requests
        .par_iter()
        .map(|(edition, places, request)| {
            let (path, rendered) = match request {
                PageRequest::Shared(route) => (route.path(), wait(document(site, edition, route, places))),
                PageRequest::Framed(framed) => (framed.path(), wait(embed(site, edition, framed, places))),
                PageRequest::Themed(framed, theme) => (theme.path(framed), wait(async { Ok(themed(site, edition, framed, *theme).await) })),
                PageRequest::Beside(takeaway, download) => {
                    (takeaway.path().to_owned(), wait(beside(site, edition, *takeaway, download, places)))
                }
            };
            let name = if path.ends_with(".html") { "" } else { "index.html" };
            let mut page = written(format!("{}{path}{name}", site.story.folder(edition)), rendered)?;
            if request.may_have_script() {
                page.html = with_first(&page.html, &[Script::AddSlash, Script::MarkScripting]);
            }
            Ok(page)
        })
        .collect();
    let mut pages = rendered?;
    pages.push(Page { file: "404.html".to_owned(), html: with_first(&wait(not_found(site))??, &[Script::MarkScripting]) });
    Ok(pages)
}

/// Inserts inline scripts after the element that declares the encoding of a page, so that they run before the rest of
/// the page is parsed.
fn with_first(html: &str, scripts: &[Script]) -> String {
    let scripts: String = scripts.iter().map(|script| script.minified()).collect();
    html.replacen(ENCODING, &format!("{ENCODING}<script>{scripts}</script>"), 1)
}

/// Finds, for each edition, the elements that links can lead to, and estimates the reading times.
///
/// # Errors
/// Fails if the markup of an edition cannot be rendered or parsed.
pub(crate) fn places(site: Site<'_>) -> Result<Vec<Places>, Box<dyn Error>> {
    site.story.editions.iter().map(|edition| Ok(wait(Places::find(site, edition))??)).collect()
}

enum PageRequest<'a> {
    Shared(Route),
    Framed(Embed),
    Themed(Embed, Theme),
    Beside(Takeaway, &'a Download),
}

impl PageRequest<'_> {
    /// Returns whether the page may run a script. Print editions and offline files must not run
    /// one. Pages that only redirect need none.
    fn may_have_script(&self) -> bool {
        match self {
            Self::Shared(_) | Self::Framed(_) => true,
            Self::Themed(..) => false,
            Self::Beside(takeaway, _) => !takeaway.is_copy(),
        }
    }
}

fn requests_of<'a>(edition: &Edition, download: &'a Download) -> impl Iterator<Item = PageRequest<'a>> + use<'a> {
    let shared = Route::all(edition).into_iter().map(PageRequest::Shared);
    let framed = Embed::all(edition).into_iter().chain([Embed::How]).map(PageRequest::Framed);
    let themed = Embed::all(edition).into_iter().flat_map(|embed| Theme::ALL.map(|theme| PageRequest::Themed(embed.clone(), theme)));
    shared.chain(framed).chain(themed).chain(Takeaway::VARIANTS.iter().copied().map(|takeaway| PageRequest::Beside(takeaway, download)))
}

async fn beside(
    site: Site<'_>,
    edition: &Edition,
    takeaway: Takeaway,
    download: &Download,
    places: &Places,
) -> Result<String, DocumentError> {
    match takeaway {
        Takeaway::Print | Takeaway::Offline => print_offline(site, edition, takeaway, places).await,
        Takeaway::Data => data_page(site, edition, &download.tables, &download.files).await,
        Takeaway::Cite => cite_page(site, edition).await,
    }
}

fn written(file: String, rendered: io::Result<Result<String, DocumentError>>) -> Result<Page, String> {
    match rendered {
        Ok(Ok(html)) => Ok(Page { file, html }),
        Ok(Err(error)) => Err(format!("{file}: {error}")),
        Err(error) => Err(format!("{file}: {error}")),
    }
}

/// Runs the future `rendering` to completion and returns its output. The future must not use timers or I/O.
fn wait<T>(rendering: impl Future<Output = T>) -> io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().build()?.block_on(rendering))
}
