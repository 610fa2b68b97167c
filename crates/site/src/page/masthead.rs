//! The masthead: what this is about, the answer in one sentence, how to share it, and how much of it to show.

use super::{Page, pattern::filled};
use yew::prelude::*;

impl Page<'_> {
    /// Kicker, headline, answer, dates and the depth control.
    pub(super) fn masthead(&self) -> Html {
        let labels = &self.labels().site;
        let lead = &self.edition.texts.lead;
        html! {
            <header class="masthead">
                { self.languages() }
                <p class="kicker"><span>{ &labels.kicker }</span>{ " " }{ self.date(self.edition.decision) }</p>
                <h1>{ &lead.title }</h1>
                <p class="answer">{ &lead.brief }</p>
                { self.lead_figure() }
                <p class="dates">
                    { self.dates() }
                    { self.share_button() }
                </p>
                { self.depth() }
                if self.edition.has_readings {
                    { self.readings() }
                }
            </header>
        }
    }

    /// When it was published, last read against its sources and changed, and how new its sources are.
    pub(super) fn dates(&self) -> Html {
        let labels = &self.labels().site;
        let day = |words: &str, date| html! { <span>{ words }{ " " }{ self.date(date) }</span> };
        html! {
            <>
                { day(&labels.published, self.edition.published) }
                { day(&labels.reviewed, self.edition.reviewed) }
                if let Some(newest) = self.edition.corrections.first() {
                    { day(&labels.changed, newest.date) }
                }
                if let Some(date) = self.site.story.imprint.read_up_to {
                    <span class="read-up-to">{ filled(&labels.read_up_to, [("date", self.date(date))]) }</span>
                }
            </>
        }
    }

    /// A native checkbox: a style sheet reads it, so that the choice works without script.
    pub(super) fn readings(&self) -> Html {
        html! {
            <form class="readings">
                <label><input type="checkbox" name="ruby" value="off" /><span>{ &self.labels().masthead.hide_readings }</span></label>
            </form>
        }
    }

    /// The way to the same page in the other languages, each named in its own words.
    pub(super) fn languages(&self) -> Html {
        let others: Vec<_> = self.translations().filter(|(edition, _)| edition.language != self.edition.language).collect();
        if others.is_empty() {
            return Html::default();
        }
        html! {
            <nav class="languages" aria-label={self.labels().site.languages.clone()}>
                { for others.iter().map(|(edition, path)| html! {
                    <a href={self.relative_url(path)} lang={edition.language.clone()} hreflang={edition.language.clone()}>
                        { &edition.labels.site.language }
                    </a>
                }) }
            </nav>
        }
    }
}
