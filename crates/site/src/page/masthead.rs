//! Renders the masthead: the headline, the answer in a few sentences, the first figure, the dates, the share button
//! and the depth control.

use super::{Page, placeholders::filled};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the masthead of the story.
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

    /// Renders the dates of publication, of the last review and of the newest correction or update. Also renders the
    /// day up to which sources were read. Leaves out the date of the newest correction or update if there has been
    /// none. Leaves out the day if it is not known.
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

    /// Renders a native checkbox that hides the readings of Chinese characters. A style sheet applies the choice.
    pub(super) fn readings(&self) -> Html {
        html! {
            <form class="readings">
                <label><input type="checkbox" name="ruby" value="off" /><span>{ &self.labels().masthead.hide_readings }</span></label>
            </form>
        }
    }

    /// Renders links to the same page in the other languages. The name of each language is written in that language.
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
