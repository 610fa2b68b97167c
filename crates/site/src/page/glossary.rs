//! Renders the glossary: a list of definitions, and popovers with the definitions. A term in the text links to its
//! definition in the list. In browsers with popovers, a script opens the popover beside the term instead.

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
    /// Renders the part with the list of terms.
    pub(super) fn glossary(&self) -> Html {
        self.citations.enter(Chapter::Part(Part::Glossary));
        let terms = &self.edition.terms;
        let list = html! {
            <dl class="words">
                { for terms.iter().map(|term| {
                    let place = self.place(format!("term-{}", term.id), term.term.clone());
                    html! {
                        // Reader views drop an element with an id such as "term-co-sponsor" as an advertisement, unless
                        // it has this class.
                        <div class="content" id={place.anchor.clone()}>
                            <dt><dfn>{ &term.term }</dfn>{ " " }{ equivalent(term) }</dt>
                            <dd>{ self.definition(term, &place) }{ self.cite(&term.sources, &place) }</dd>
                        </div>
                    }
                }) }
            </dl>
        };
        self.part(Part::Glossary, html! { <>{ self.eras() }{ list }</> })
    }

    /// Renders a native checkbox that shows the era years of dates. A style sheet applies the choice. Renders nothing
    /// in editions without eras.
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

    /// Renders the definition of a term. The attribute `data-era` of a date has its era year.
    fn definition(&self, term: &Term, place: &Place) -> Html {
        let piece = |piece: &Inline| match piece {
            Inline::Date { date, text } => html! {
                <span data-era={self.edition.era_year(*date)}>{ self.inlines(text, place) }</span>
            },
            other => self.inlines(std::slice::from_ref(other), place),
        };
        term.definition.iter().map(piece).collect()
    }

    /// Renders the popovers of the terms that `html` links to.
    ///
    /// # Errors
    /// Fails if the markup cannot be parsed.
    pub(super) fn popovers(&self, html: &str) -> Result<Html, RewritingError> {
        let marked = marked_terms(html)?;
        let popover = |term: &Term| {
            html! {
                <div popover="auto" class="popover" id={format!("word-{}", term.id)} role="note" tabindex="-1" aria-label={term.term.clone()}>
                    <p class="popover-term"><dfn>{ &term.term }</dfn>{ " " }{ equivalent(term) }</p>
                    <p>{ story::plain(&term.definition) }</p>
                    <p><a href={format!("#term-{}", term.id)}>{ &self.labels().words.definition }</a></p>
                </div>
            }
        };
        Ok(self.edition.terms.iter().filter(|term| marked.contains(&format!("#term-{}", term.id))).map(popover).collect())
    }
}

/// Returns the fragments that the terms in `html` link to, such as `#term-co-sponsor`.
fn marked_terms(html: &str) -> Result<BTreeSet<String>, RewritingError> {
    let marked = RefCell::new(BTreeSet::new());
    let note = element!("a.term", |term| {
        marked.borrow_mut().extend(term.get_attribute("href"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(note))?;
    Ok(marked.into_inner())
}

/// Renders the equivalent of a term in another language.
fn equivalent(term: &Term) -> Html {
    let (words, language) = &term.elsewhere;
    html! { <span class="elsewhere" lang={language.clone()} translate="no">{ words }</span> }
}
