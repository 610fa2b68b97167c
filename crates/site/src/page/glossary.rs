//! The glossary: a list, to which each term in the text leads, and popovers that open where the term stands.

use super::{
    Page,
    citation::{Chapter, Place},
};
use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::{cell::RefCell, collections::BTreeSet};
use story::{Inline, Term};
use vocabulary::Part;
use yew::prelude::*;

impl Page<'_> {
    /// The part with the list.
    pub(super) fn glossary(&self) -> Html {
        self.citations.enter(Chapter::Part(Part::Glossary));
        let terms = &self.edition.terms;
        let list = html! {
            <dl class="words">
                { for terms.iter().map(|term| {
                    let place = self.place(format!("term-{}", term.id), term.term.clone());
                    html! {
                        // Reader views take an id such as that of "co-sponsor" for an advertisement, but for this name.
                        <div class="content" id={place.anchor.clone()}>
                            <dt><dfn>{ &term.term }</dfn>{ " " }{ elsewhere(term) }</dt>
                            <dd>{ self.definition(term, &place) }{ self.cite(&term.sources, &place) }</dd>
                        </div>
                    }
                }) }
            </dl>
        };
        self.part(Part::Glossary, html! { <>{ self.eras() }{ list }</> })
    }

    /// A native checkbox, which a style sheet reads, in editions that can count years by eras.
    fn eras(&self) -> Html {
        if self.edition.eras.is_empty() {
            return Html::default();
        }
        html! {
            <form class="readings">
                <label><input type="checkbox" name="era" value="on" /><span>{ &self.labels().words.eras }</span></label>
            </form>
        }
    }

    /// Renders the definition of a term. Each date carries its era year in `data-era`, and a style sheet shows it if
    /// the reader asks for it.
    fn definition(&self, term: &Term, place: &Place) -> Html {
        let piece = |piece: &Inline| match piece {
            Inline::Date { date, text } => html! {
                <span data-era={self.edition.era_year(*date)}>{ self.inlines(text, place) }</span>
            },
            other => self.inlines(std::slice::from_ref(other), place),
        };
        term.definition.iter().map(piece).collect()
    }

    /// The popovers of the terms that `html` marks. A script opens them where the term stands.
    ///
    /// # Errors
    /// If the markup cannot be parsed.
    pub(super) fn popovers(&self, html: &str) -> Result<Html, RewritingError> {
        let marked = marked_terms(html)?;
        let popover = |term: &Term| {
            html! {
                <div popover="auto" class="popover" id={format!("word-{}", term.id)} role="note" tabindex="-1" aria-label={term.term.clone()}>
                    <p class="popover-term"><dfn>{ &term.term }</dfn>{ " " }{ elsewhere(term) }</p>
                    <p>{ story::plain(&term.definition) }</p>
                    <p><a href={format!("#term-{}", term.id)}>{ &self.labels().words.definition }</a></p>
                </div>
            }
        };
        Ok(self.edition.terms.iter().filter(|term| marked.contains(&format!("#term-{}", term.id))).map(popover).collect())
    }
}

/// The places in the glossary that terms in `html` lead to.
fn marked_terms(html: &str) -> Result<BTreeSet<String>, RewritingError> {
    let marked = RefCell::new(BTreeSet::new());
    let note = element!("a.term", |term| {
        marked.borrow_mut().extend(term.get_attribute("href"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(note))?;
    Ok(marked.into_inner())
}

/// The term in another language.
fn elsewhere(term: &Term) -> Html {
    let (words, language) = &term.elsewhere;
    html! { <span class="elsewhere" lang={language.clone()} translate="no">{ words }</span> }
}
