//! Renders the frame of the pages about data and citing: a heading, a link to the story, and links to the other
//! languages. Also makes the document and the `<head>` of the print edition and the offline file. None of these pages
//! load the app.

use super::{DocumentError, Page, Takeaway, document::render};
use crate::stylesheet::Sheet;
use yew::prelude::*;

impl Page<'_> {
    /// Makes the HTML of the page about data or citing, with the heading `title` and the content `main`.
    ///
    /// # Errors
    /// Fails if the style sheet cannot be written.
    pub(super) async fn plain(&self, title: &str, description: &str, main: Html) -> Result<String, DocumentError> {
        let labels = self.labels();
        let body = html! {
            <div class="page plain" id="top">
                { self.frozen_line() }
                <header>
                    { self.languages() }
                    <p class="kicker"><a href={self.relative_url(&self.shared_path())}>{ &labels.site.name }</a></p>
                    <h1>{ title }</h1>
                    <p class="answer">{ description }</p>
                </header>
                <main>{ main }</main>
                <footer><p>{ &labels.footer.licence }</p></footer>
            </div>
        };
        let body = render(body).await;
        let head = html! {
            <>
                { self.plain_head(title, description, Sheet::Plain, &body)? }
                { self.translated_addresses() }
                { self.preview(title, description) }
            </>
        };
        Ok(self.bare(&render(head).await, &body))
    }

    /// Makes the HTML document around `head` and `body`.
    pub(super) fn bare(&self, head: &str, body: &str) -> String {
        let language = &self.edition.language;
        format!("<!doctype html>\n<html lang=\"{language}\" data-app=\"static\"><head>{head}</head><body>{body}</body></html>\n")
    }

    /// Renders the elements of `<head>` for a page without the app. The style sheet has only the rules that `body`
    /// uses.
    ///
    /// # Errors
    /// Fails if the style sheet cannot be written.
    pub(super) fn plain_head(&self, title: &str, description: &str, sheet: Sheet, body: &str) -> Result<Html, DocumentError> {
        Ok(html! {
            <>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{ self.labels().share.tab.replace("{title}", title).replace("{name}", &self.labels().site.name) }</title>
                <meta name="description" content={description.to_owned()} />
                if self.takeaway.is_some_and(Takeaway::is_copy) {
                    // A copy may be on another host. If a page names no icon, browsers request one from that host.
                    <link rel="icon" href="data:," />
                } else {
                    <link rel="icon" href={self.relative_url("favicon.svg")} type="image/svg+xml" />
                }
                { self.style(sheet, body)? }
            </>
        })
    }
}
