//! The masthead: what this is about, the answer in one sentence, how to share it, and how much of it to show.

use super::Page;
use crate::view::Depth;
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
                <p class="dates">
                    <span>{ &labels.published }{ " " }{ self.date(self.edition.published) }</span>
                    <span>{ &labels.reviewed }{ " " }{ self.date(self.edition.reviewed) }</span>
                    { self.search_button() }
                    { self.share_button() }
                </p>
                { self.depth() }
                if self.edition.has_readings {
                    { self.readings() }
                }
            </header>
        }
    }

    /// A native checkbox: a style sheet reads it, so that the choice works without script.
    fn readings(&self) -> Html {
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
                    <a href={self.way_to(path)} lang={edition.language.clone()} hreflang={edition.language.clone()}>
                        { &edition.labels.site.language }
                    </a>
                }) }
            </nav>
        }
    }

    /// Native radio buttons: style sheets read them, so that the choice works without script.
    fn depth(&self) -> Html {
        let labels = &self.labels().depth;
        let choice = |depth: Depth, words: &str, hint: &str| {
            html! {
                <label>
                    <input type="radio" name="depth" value={depth.word()} checked={depth == Depth::default()} />
                    <span class="choice">{ words }</span>{ " " }
                    <span class="hint">{ hint }</span>
                </label>
            }
        };
        html! {
            <form class="depth">
                <fieldset>
                    <legend>{ &labels.legend }</legend>
                    { choice(Depth::Brief, &labels.brief, &labels.brief_hint) }
                    { choice(Depth::Standard, &labels.standard, &labels.standard_hint) }
                    { choice(Depth::Everything, &labels.everything, &labels.everything_hint) }
                </fieldset>
            </form>
        }
    }
}
