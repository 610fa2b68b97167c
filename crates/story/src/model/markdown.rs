//! Marked text: citations, glossary terms, foreign words, dates, readings and links within the edition.
//!
//! Authors write Markdown. `load/markdown.rs` documents the notation of the marks, and rejects kinds of blocks and
//! marks that these types cannot represent.

use super::PartialDate;

/// A piece of running text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis (`*so*`).
    Emphasis(Vec<Inline>),
    /// Strong emphasis (`**so**`).
    Strong(Vec<Inline>),
    /// Citations, as the numbers of sources (`[@key; @other]`).
    Cite(Vec<usize>),
    /// A glossary term (`[text](term:id)`).
    Term {
        /// The id of the term.
        id: String,
        /// The words in the sentence that stand for the term.
        text: Vec<Inline>,
    },
    /// Words in another language (`[text](lang:ja)`).
    Foreign {
        /// The BCP 47 tag of the language.
        language: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A date (`[13 March 2019](date:2019-03-13)`).
    Date {
        /// The date.
        date: PartialDate,
        /// The words in the sentence that stand for the date.
        text: Vec<Inline>,
    },
    /// Words with their reading (`[宇出津](ruby:うしつ)`).
    Ruby {
        /// The reading, in kana.
        reading: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A link to an element on a page of the edition (`[text](#why)`).
    Link {
        /// The id of the element, without `#`.
        anchor: String,
        /// The words of the link.
        text: Vec<Inline>,
    },
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list of items.
    List {
        /// Whether the list is numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// A heading within a section.
    Heading(Vec<Inline>),
}

/// Returns `text` as plain text, without markup, readings and citations. Titles and data need such text.
pub fn plain(text: &[Inline]) -> String {
    text.iter()
        .map(|piece| match piece {
            Inline::Text(words) => words.clone(),
            Inline::Cite(_) => String::new(),
            Inline::Emphasis(text) | Inline::Strong(text) => plain(text),
            Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Date { text, .. }
            | Inline::Ruby { text, .. }
            | Inline::Link { text, .. } => plain(text),
        })
        .collect()
}
