//! Makes the text fragment of a link to a quote. The browser uses the text fragment to find and highlight the words. If
//! the words are not unique on the page, the link has no text fragment. It then leads only to the id of an element.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The maximum length, in bytes, of a quote whose text fragment has all its words. The text fragment of a longer quote,
/// or of a quote from several text nodes, has only the first and the last words.
const LONGEST: usize = 90;
/// The maximum number of words that a shortened text fragment takes from each end of the quote.
const WORDS: usize = 5;

/// The selected text in one text node, and the characters next to it that are not selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The selected text.
    pub text: String,
    /// The character before the selected text in the same text node, such as a letter or a space. `None` if the
    /// selected text starts the node.
    pub before: Option<char>,
    /// The character after the selected text in the same text node. `None` if the selected text ends the node.
    pub after: Option<char>,
}

/// Returns `text` on one line, with single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the fragment directive for the selection from the piece `first` to the piece `last`. The directive begins
/// with `:~:`. Browsers match whole words only, so the directive leaves out words that the selection cuts. `occurs`
/// returns how often the page contains the given words.
///
/// Returns `None` if the words are not unique on the page, or have no letter or digit. In a directive with the first
/// and the last words, the last words are not checked. Also returns `None` if the first or the last words are too long.
pub fn directive(first: &Piece, last: &Piece, occurs: &dyn Fn(&str) -> usize) -> Option<String> {
    let (start, end) = (whole_words(first), whole_words(last));
    let words = if first == last && start.len() <= LONGEST {
        encoded_if_unique(start, occurs)?
    } else {
        let (start, end) = (some_words(start, true)?, some_words(end, false)?);
        [encoded_if_unique(start, occurs)?, ",".to_owned(), encoded(end)].concat()
    };
    Some([":~:text=", &words].concat())
}

/// Returns `words` encoded for a directive, if they contain a letter or digit and occur exactly once on the page.
/// Everything but ASCII letters and digits is encoded. Commas and hyphens have a meaning in a directive, and mail
/// clients cut addresses at other characters.
fn encoded_if_unique(words: &str, occurs: &dyn Fn(&str) -> usize) -> Option<String> {
    (words.chars().any(|letter| is_spaced(letter) || letter > '\u{3040}') && occurs(words) == 1).then(|| encoded(words))
}

fn encoded(words: &str) -> String {
    utf8_percent_encode(words, NON_ALPHANUMERIC).to_string()
}

/// Returns the text of a piece without the words that the selection cuts. This works only for scripts that separate
/// words with spaces.
fn whole_words(piece: &Piece) -> &str {
    let is_cut = |one: Option<char>, other: Option<char>| [one, other].iter().all(|letter| letter.is_some_and(is_spaced));
    let mut text = piece.text.as_str();
    if is_cut(piece.before, text.chars().next()) {
        text = text.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    }
    if is_cut(text.chars().next_back(), piece.after) {
        text = text.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest);
    }
    text.trim()
}

/// Returns whether `letter` is treated as a letter or digit of a script that separates words with spaces.
fn is_spaced(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || ('\u{c0}'..'\u{2000}').contains(&letter)
}

/// Returns the first or the last [`WORDS`] words of a text. Returns `None` if there are none, or if they are longer than
/// twice [`LONGEST`].
fn some_words(text: &str, first: bool) -> Option<&str> {
    let mut spaces = text.match_indices(char::is_whitespace);
    let words = match (first, if first { spaces.nth(WORDS - 1) } else { text.rmatch_indices(char::is_whitespace).nth(WORDS - 1) }) {
        (_, None) => Some(text),
        (true, Some((at, _))) => text.get(..at),
        (false, Some((at, _))) => text.get(at..).map(str::trim_start),
    };
    words.filter(|words| !words.is_empty() && words.len() <= 2 * LONGEST)
}
