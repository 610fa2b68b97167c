//! Renders the corrections and updates since publication, and makes the structured data about corrections for search
//! engines.

use super::{Page, Route};
use serde::Serialize;
use story::{Correction, plain, vocabulary::Change};
use vocabulary::Part;
use yew::prelude::*;

/// A correction in the vocabulary of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CorrectionComment {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl Page<'_> {
    /// Renders the list of corrections and updates, the newest first. If the fragment of the address names an entry, a
    /// style sheet marks the newer entries. So a reader who follows a link to an entry sees what is new since then,
    /// although the site stores no data about the reader.
    pub(super) fn corrections(&self) -> Html {
        let labels = &self.labels().corrections;
        let published = html! { <>{ &self.labels().site.published }{ " " }{ self.date(self.edition.published) }</> };
        html! {
            <section class="corrections" id="corrections">
                <h3>{ self.linked("corrections", &labels.title) }</h3>
                if self.edition.corrections.is_empty() {
                    <p>{ &labels.none }</p>
                }
                <ul>
                    { for self.edition.corrections.iter().map(|correction| self.correction(correction)) }
                    <li id="published">{ self.linked("published", published) }</li>
                </ul>
                <p>{ &labels.keep }</p>
            </section>
        }
    }

    fn correction(&self, correction: &Correction) -> Html {
        let anchor = anchor(correction);
        let title = correction_title(self, correction);
        let place = self.place(&anchor, &title);
        html! {
            <li id={anchor.clone()}>
                <b><time datetime={correction.date.to_string()}>{ self.linked(&anchor, title) }</time></b>{ " " }
                <strong class="newer">{ &self.labels().corrections.newer }{ " " }</strong>
                { self.inlines(&correction.text, &place) }
                if let Some(at) = &correction.at {
                    { " " }<a href={format!("#{at}")}>{ &self.labels().corrections.see }</a>
                }
            </li>
        }
    }

    /// Returns the corrections for search engines. Updates are left out, because they do not correct an error.
    pub(super) fn correction_comments(&self) -> Vec<CorrectionComment> {
        let folder = self.site.story.folder(self.edition);
        let corrections = self.edition.corrections.iter().filter(|correction| correction.change == Change::Correction);
        let comment = |correction: &Correction| CorrectionComment {
            kind: "CorrectionComment",
            text: plain(&correction.text),
            date_published: correction.date.to_string(),
            url: self.absolute_url(&format!("{folder}{}", correction_path(correction))),
        };
        corrections.map(comment).collect()
    }
}

/// Returns the path of a correction within its edition. The path ends with the fragment of the correction.
pub(crate) fn correction_path(correction: &Correction) -> String {
    format!("{}#{}", Route::Part(Part::About).path(), anchor(correction))
}

fn anchor(correction: &Correction) -> String {
    format!("correction-{}", correction.id)
}

fn correction_title(page: &Page<'_>, correction: &Correction) -> String {
    let labels = page.labels();
    labels.corrections.entry.replace("{change}", labels.word(correction.change)).replace("{date}", &page.date_text(correction.date))
}
