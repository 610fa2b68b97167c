//! Text with marks: citations, glossary terms, foreign words, dates, readings and links within the page.
//!
//! Authors write Markdown; see the loader for the marks' notation. What is not listed here cannot be written.

use super::PartialDate;

/// A piece of running text.
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
        /// The term's id.
        id: String,
        /// The words as they stand in the sentence.
        text: Vec<Inline>,
    },
    /// Words in another language (`[text](lang:ja)`).
    Foreign {
        /// BCP 47 tag.
        language: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A date (`[13 March 2019](date:2019-03-13)`).
    Date {
        /// The date itself.
        date: PartialDate,
        /// The date as written.
        text: Vec<Inline>,
    },
    /// Words with their reading (`[宇出津](ruby:うしつ)`).
    Ruby {
        /// How they are read.
        reading: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A link to a place on the page (`[text](#why)`).
    Link {
        /// The anchor, without `#`.
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
        /// Whether the order of the items means something.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// Somebody's words, verbatim; the last paragraph names the speaker.
    Quote(Vec<Block>),
    /// A heading below the section's own.
    Heading(Vec<Inline>),
}

/// The words of `text` without its marks, for titles, labels and screen readers.
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
