//! Converts running text to the HTML that a Markdown library would write.

use std::collections::BTreeSet;
use story::{Block, Inline};

/// A converter from text to HTML. It records the numbers of the sources that the text cites.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The numbers of the cited sources.
    pub(super) cited: BTreeSet<usize>,
}

impl Writer {
    /// Returns the HTML of several blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Paragraph(text) => format!("<p>{}</p>", self.inlines(text)),
            Block::List { ordered, items } => {
                let name = if *ordered { "ol" } else { "ul" };
                let items: String = items.iter().map(|item| format!("<li>{}</li>", self.blocks(item))).collect();
                format!("<{name}>{items}</{name}>")
            }
            Block::Quote(blocks) => format!("<blockquote>{}</blockquote>", self.blocks(blocks)),
            Block::Heading(text) => format!("<h4>{}</h4>", self.inlines(text)),
        }
    }

    /// Returns the HTML of running text.
    pub(super) fn inlines(&mut self, pieces: &[Inline]) -> String {
        pieces.iter().map(|piece| self.inline(piece)).collect()
    }

    fn inline(&mut self, piece: &Inline) -> String {
        match piece {
            Inline::Text(text) => escape(text),
            Inline::Emphasis(text) => format!("<em>{}</em>", self.inlines(text)),
            Inline::Strong(text) => format!("<strong>{}</strong>", self.inlines(text)),
            Inline::Cite(numbers) => self.cite(numbers),
            Inline::Term { id, text } => format!("<a href=\"/glossary/#term-{id}\">{}</a>", self.inlines(text)),
            Inline::Foreign { language, text } => format!("<span lang=\"{language}\">{}</span>", self.inlines(text)),
            Inline::Date { date, text } => format!("<time datetime=\"{date}\">{}</time>", self.inlines(text)),
            Inline::Ruby { reading, text } => format!("<ruby>{}<rt>{}</rt></ruby>", self.inlines(text), escape(reading)),
            Inline::Link { anchor, text } => format!("<a href=\"#{anchor}\">{}</a>", self.inlines(text)),
        }
    }

    /// Returns the HTML of a citation, and records the cited sources.
    pub(super) fn cite(&mut self, numbers: &[usize]) -> String {
        self.cited.extend(numbers);
        let marks = numbers.iter().map(|number| format!("<a href=\"#source-{number}\">{number}</a>"));
        format!("<sup>{}</sup>", marks.collect::<Vec<_>>().join(" "))
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use story::{Block, Inline};

    #[test]
    fn text_is_escaped_and_citations_are_kept() {
        let mut writer = Writer::default();
        let text = vec![Inline::Text("a < b".into()), Inline::Cite(vec![7, 3])];
        let html = writer.blocks(&[Block::Paragraph(text)]);
        assert_eq!(html, "<p>a &lt; b<sup><a href=\"#source-7\">7</a> <a href=\"#source-3\">3</a></sup></p>");
        assert_eq!(writer.cited.into_iter().collect::<Vec<_>>(), [3, 7]);
    }
}
