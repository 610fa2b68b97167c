//! Renders the lists of sources. In the list of all sources, each source has links to the elements that cite it. That
//! list has its own page. All other full pages have a card with the sources that they cite.

use super::{Page, Route, citation::Chapter, placeholders::filled};
use story::Source;
use vocabulary::{Part, Subject};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the part with the list of all sources, for its own page. First renders the rest of the explainer and
    /// drops the result, so that the citations are recorded.
    pub(super) async fn sources_with_all_that_rests_on_them(&self) -> Html {
        drop((self.lead_figure(), self.opening()));
        for subject in Subject::ALL {
            drop(self.subject(subject).await);
        }
        drop((self.glossary(), self.about()));
        self.citations.enter(Chapter::Part(Part::Sources));
        self.sources()
    }

    /// Renders the part with the list of all sources. Must be called after all content with citations has been
    /// rendered.
    pub(super) fn sources(&self) -> Html {
        let prose = &self.edition.texts.sources;
        // The introduction may cite sources. It is rendered here only to record these citations before the list is
        // rendered. `part` renders the introduction again for the page.
        let place = self.place(Part::Sources.id(), &prose.title);
        let introduction = self.blocks(&prose.introduction, &place);
        drop(introduction);
        self.part(
            Part::Sources,
            html! {
                <ol class="sources">{ for self.edition.sources.iter().map(|source| self.source(source)) }</ol>
            },
        )
    }

    /// Renders a card with the sources that the page cites. The card is closed at first, because each source also opens
    /// where it is cited. Must be called after all content with citations has been rendered.
    pub(super) fn cited_sources(&self) -> Html {
        let labels = &self.labels().sources;
        let cited: Vec<_> = self.edition.sources.iter().filter(|source| !self.citations.resting_on(source.number).is_empty()).collect();
        html! {
            <section class="part" id="sources" aria-labelledby="sources-title">
                <details class="card" id="sources-card">
                    <summary>
                        <h3 class="summary" id="sources-title">{ &labels.cited }</h3>{ " " }<span class="hint">{ cited.len() }</span>
                    </summary>
                    <@{if self.numbers_sources() { "ol" } else { "ul" }} class="sources">
                        { for cited.into_iter().map(|source| self.source_entry(source, Html::default())) }
                    </@>
                    <p><a href={self.url_of(&Route::Part(Part::Sources).path())}>{ &labels.all }</a></p>
                </details>
            </section>
        }
    }

    /// Returns whether the list of cited sources is an ordered list. In that case, the attribute `value` of each item
    /// sets the number that the browser shows. Otherwise each item begins with a link whose text is the number.
    fn numbers_sources(&self) -> bool {
        self.embed.is_some() || self.takeaway.is_some_and(|takeaway| !takeaway.holds_everything())
    }

    /// Renders a source with links to all elements that cite it.
    fn source(&self, source: &Source) -> Html {
        let back_links = html! {
            <>
                { " " }
                <small class="rests">
                    { &self.labels().sources.rests }
                    { for self.citations.resting_on(source.number).iter().map(|place| html! {
                        <>{ " " }<a href={format!("#{}", place.anchor)}>{ &place.name }</a></>
                    }) }
                </small>
            </>
        };
        self.source_entry(source, back_links)
    }

    /// Renders the list item of a source with its number. The item ends with `below`.
    pub(super) fn source_entry(&self, source: &Source, below: Html) -> Html {
        let language = self.title_language(source);
        let title = html! { <cite lang={(language != self.edition.language).then(|| language.to_owned())}>{ title_words(source, language) }</cite> };
        let labels = &self.labels().sources;
        let mut published = source.publisher.clone();
        if let Some(date) = source.date {
            published = labels.with_date.replace("{}", &published).replace("{date}", &self.date_text(date));
        }
        if let Some(note) = &source.note {
            published = labels.with_note.replace("{}", &published).replace("{note}", note);
        }
        let linked = match &source.url {
            Some(url) => html! { <a href={url.clone()}>{ title }</a> },
            None => title,
        };
        html! {
            <li id={format!("s{}", source.number)} value={self.numbers_sources().then(|| source.number.to_string())}>
                if self.embed.is_none() {
                    { self.linked(&format!("s{}", source.number), source.number.to_string()) }
                }
                { filled(&labels.entry, [("title", linked), ("published", html! { { published } })]) }
                if let Some(copy) = &source.copy {
                    { " " }<a href={copy.clone()}>{ &labels.copy }</a>
                }
                if let Some(archived) = &source.archived {
                    { " " }<a href={archived.clone()}>{ &labels.archived }</a>
                }
                if let Some(read) = source.read {
                    { " " }<span>{ labels.read.replace("{}", &self.date_text(read)) }</span>
                }
                { below }
            </li>
        }
    }

    /// Returns the language of a source's title. If the title is the explainer's own description, this is the language
    /// of the explainer's first edition. Otherwise it is the language of the source.
    fn title_language<'source>(&'source self, source: &'source Source) -> &'source str {
        let first = &self.site.story.editions[0].language;
        if source.is_described() { first } else { &source.language }
    }
}

/// Renders the title of `source`, which is in `language`. Japanese words in a title in another language get
/// `lang="ja"`.
fn title_words(source: &Source, language: &str) -> Html {
    let title = source.title.as_str();
    if language == "ja" || !title.contains(is_japanese) {
        return html! { { title } };
    }
    let mut rest = title;
    let mut words = Vec::new();
    while let Some(start) = rest.find(is_japanese) {
        let (before, from) = rest.split_at(start);
        let (japanese, after) = from.split_at(from.find(|letter| !is_japanese(letter)).unwrap_or(from.len()));
        words.push(html! { <>{ before }<span lang="ja">{ japanese }</span></> });
        rest = after;
    }
    words.push(html! { { rest } });
    words.into_iter().collect()
}

/// Returns whether a character is kana, kanji, Japanese punctuation or a full-width form.
fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff9f}')
}
