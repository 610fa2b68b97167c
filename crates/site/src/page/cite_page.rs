//! Renders the page that shows how to cite the explainer. The page has a reference in three
//! formats: plain text, BibTeX and CSL-JSON. It also has links to the frozen copies of the site.

use super::{
    Page,
    document::{DocumentError, Site},
    frozen::frozen_folder,
    takeaway::Takeaway,
};
use serde_json::{Value, json};
use story::{Edition, PartialDate};
use yew::prelude::*;

/// Renders the page that shows how to cite `edition`.
///
/// # Errors
/// Fails if the reference in CSL-JSON cannot be serialized, or if the style sheet cannot be made.
pub async fn cite_page(site: Site<'_>, edition: &Edition) -> Result<String, DocumentError> {
    let page = Page::beside(site, edition, Takeaway::Cite);
    let labels = &page.labels().cite;
    let reference = page.reference();
    let csl = serde_json::to_string_pretty(&[reference.csl()])?;
    let main = html! {
        <>
            <p>{ &labels.text }</p>
            { block("plain", &labels.plain, reference.plain(&page)) }
            { block("bibtex", &labels.bibtex, reference.bibtex()) }
            { block("csl", &labels.csl, csl) }
            { page.frozen_copies() }
        </>
    };
    page.plain(&labels.title, &labels.description, main).await
}

/// The facts in a reference to the explainer.
struct Reference<'a> {
    id: String,
    title: &'a str,
    name: &'a str,
    language: &'a str,
    published: PartialDate,
    modified: PartialDate,
    url: String,
}

impl Page<'_> {
    fn reference(&self) -> Reference<'_> {
        let edition = self.edition;
        Reference {
            // The id contains the date of the version, so that a bibliography can list two versions.
            id: format!("explainer-{}-{}", edition.language, edition.modified()),
            title: &edition.texts.lead.title,
            name: &self.labels().site.name,
            language: &edition.language,
            published: edition.published,
            modified: edition.modified(),
            // If the base URL is not known, a visible placeholder replaces the address.
            url: self.absolute_url(&self.shared_path()).unwrap_or_else(|| self.labels().embed.address.clone()),
        }
    }

    fn frozen_copies(&self) -> Html {
        let labels = &self.labels().cite;
        // A frozen copy has no list of copies, because the list would lack all later copies.
        if self.site.frozen.is_some() || self.site.versions.is_empty() {
            return Html::default();
        }
        let address = |date: PartialDate| self.relative_url(&(frozen_folder(date) + &self.shared_path()));
        html! {
            <section id="versions">
                <h2>{ &labels.versions }</h2>
                <p>{ &labels.versions_text }</p>
                <ul>{ for self.site.versions.iter().rev().map(|date| html! { <li><a href={address(*date)}>{ self.date(*date) }</a></li> }) }</ul>
            </section>
        }
    }
}

impl Reference<'_> {
    fn plain(&self, page: &Page<'_>) -> String {
        page.labels()
            .cite
            .plain_text
            .replace("{title}", self.title)
            .replace("{name}", self.name)
            .replace("{published}", &page.date_text(self.published))
            .replace("{modified}", &page.date_text(self.modified))
            .replace("{url}", &self.url)
    }

    /// Returns an entry for BibTeX and BibLaTeX. A second pair of braces preserves the capital letters of the title and
    /// of the name.
    fn bibtex(&self) -> String {
        let Self { id, title, name, language, published, modified, url } = self;
        format!(
            "@misc{{{id},\n  title = {{{{{title}}}}},\n  organization = {{{{{name}}}}},\n  year = {{{year}}},\n  date = {{{published}}},\n  \
             version = {{{modified}}},\n  langid = {{{langid}}},\n  language = {{{language}}},\n  url = {{{url}}}\n}}",
            title = escaped(title),
            name = escaped(name),
            year = published.year,
            langid = if *language == "ja" { "japanese" } else { "english" },
        )
    }

    fn csl(&self) -> Value {
        json!({
            "id": self.id,
            "type": "webpage",
            "title": self.title,
            "container-title": self.name,
            "publisher": self.name,
            "language": self.language,
            "issued": { "date-parts": [parts(self.published)] },
            "version": self.modified.to_string(),
            "URL": self.url,
        })
    }
}

/// Returns the parts of a date for CSL: the year, then the month and the day if they are known.
fn parts(date: PartialDate) -> Vec<i16> {
    [Some(date.year), date.month.map(i16::from), date.day.map(i16::from)].into_iter().flatten().collect()
}

/// Escapes the characters that have a special meaning in TeX.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, letter| {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', letter]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            letter => escaped.push(letter),
        }
        escaped
    })
}

fn block(id: &'static str, title: &str, text: String) -> Html {
    html! {
        <section class="reference">
            <h2 id={id}>{ title }</h2>
            <pre tabindex="0" role="region" aria-labelledby={id} translate="no"><code>{ text }</code></pre>
        </section>
    }
}
