//! Renders prose as HTML: paragraphs, headings, lists and quotations, and the inline marks in them, such as citations,
//! links to terms, foreign words and dates. The loader in the crate `story` defines the marks.

use super::{Page, citation::Place};
use story::{Block, Inline, Section};
use yew::prelude::*;

impl Page<'_> {
    /// Renders running text without a paragraph around it.
    pub(super) fn inlines(&self, text: &[Inline], place: &Place) -> Html {
        text.iter().map(|piece| self.inline(piece, place)).collect()
    }

    fn inline(&self, piece: &Inline, place: &Place) -> Html {
        let inner = |text: &[Inline]| self.inlines(text, place);
        match piece {
            Inline::Text(words) => html! { { words } },
            Inline::Emphasis(text) => html! { <em>{ inner(text) }</em> },
            Inline::Strong(text) => html! { <strong>{ inner(text) }</strong> },
            Inline::Cite(numbers) => self.cite(numbers, place),
            Inline::Term { id, text } => html! {
                <a class="term" href={format!("#term-{id}")}>{ inner(text) }</a>
            },
            Inline::Foreign { language, text } => html! { <span lang={language.clone()}>{ inner(text) }</span> },
            Inline::Date { date, text } => html! { <time datetime={date.to_string()}>{ inner(text) }</time> },
            // Browsers without ruby support show the reading in brackets.
            Inline::Ruby { reading, text } => html! { <ruby>{ inner(text) }<rp>{ "（" }</rp><rt>{ reading }</rt><rp>{ "）" }</rp></ruby> },
            Inline::Link { anchor, text } => html! { <a href={format!("#{anchor}")}>{ inner(text) }</a> },
        }
    }

    pub(super) fn blocks(&self, blocks: &[Block], place: &Place) -> Html {
        blocks.iter().map(|block| self.block(block, place)).collect()
    }

    fn block(&self, block: &Block, place: &Place) -> Html {
        match block {
            Block::Paragraph(text) => html! { <p>{ self.inlines(text, place) }</p> },
            Block::Heading(text) => html! { <h4>{ self.inlines(text, place) }</h4> },
            Block::Quote(blocks) => html! { <blockquote>{ self.blocks(blocks, place) }</blockquote> },
            Block::List { ordered, items } => {
                let items: Html = items.iter().map(|item| html! { <li>{ self.item(item, place) }</li> }).collect();
                if *ordered {
                    html! { <ol>{ items }</ol> }
                } else {
                    html! { <ul>{ items }</ul> }
                }
            }
        }
    }

    /// Renders the content of a list item. If it is a single paragraph, there is no `<p>` around it.
    fn item(&self, blocks: &[Block], place: &Place) -> Html {
        match blocks {
            [Block::Paragraph(text)] => self.inlines(text, place),
            blocks => self.blocks(blocks, place),
        }
    }

    /// Renders a section: its heading, its text, then `below`. Renders nothing if `section` is `None`.
    pub(super) fn section(&self, section: Option<&Section>, below: Html) -> Html {
        let Some(section) = section else { return Html::default() };
        let place = self.place(&section.id, story::plain(&section.title));
        html! {
            // Reader views drop an element with an id such as "sponsors" as an advertisement. They keep the element if
            // it has the class "column".
            <section class="passage column" id={section.id.clone()}>
                <h3>{ self.linked(&section.id, self.inlines(&section.title, &place)) }</h3>
                { self.blocks(&section.blocks, &place) }
                { below }
            </section>
        }
    }
}
