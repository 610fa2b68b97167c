//! Estimates the reading time of each part, and of the explainer at each depth, from the number of words or characters.

use explainer::view::Depth;
use lol_html::{RewriteStrSettings, element, errors::RewritingError, rewrite_str};
use std::collections::BTreeMap;
use vocabulary::Part;

/// The reading speed in languages with spaces between words, in words per minute.
const WORDS: usize = 230;
/// The reading speed in Japanese, in characters per minute.
const CHARACTERS: usize = 500;
/// The selector for the elements that the estimate leaves out, such as citations, readings of
/// Chinese characters, drawings, islands, controls, and lists in which readers look things up.
const NOT_READ: &str = "sup, rt, rp, form, nav, svg, button.search, button.share, .visually-hidden, .sources, [data-island], .panels, .ballot-key, .strip-years";

/// The reading times of an edition, in minutes.
#[derive(Debug, Default)]
pub(super) struct ReadingTimes {
    /// The time for the full content of each part.
    parts: BTreeMap<Part, usize>,
    /// The time for the masthead and the decision in short.
    in_short: usize,
    /// The time for the story with its cards closed.
    story: usize,
}

impl ReadingTimes {
    pub(super) const NONE: Self = Self { parts: BTreeMap::new(), in_short: 0, story: 0 };

    /// Records the reading time of a part. `html` is the content of its page.
    ///
    /// # Errors
    /// Fails if the markup cannot be parsed.
    pub(super) fn add_part(&mut self, part: Part, language: &str, html: &str) -> Result<(), RewritingError> {
        self.parts.insert(part, minutes(language, html)?);
        Ok(())
    }

    /// Records the reading times of the story. `opening` is the HTML of the masthead and the decision in short, and
    /// `whole` is the HTML of the whole story.
    ///
    /// # Errors
    /// Fails if the markup cannot be parsed.
    pub(super) fn set_story(&mut self, language: &str, opening: &str, whole: &str) -> Result<(), RewritingError> {
        self.in_short = minutes(language, opening)?;
        self.story = minutes(language, &without_cards(whole)?)?;
        Ok(())
    }

    /// Returns the minutes to read a part in full. Returns `None` for a part that is not about a subject, and for a
    /// part without a recorded time.
    pub(super) fn of_part(&self, part: Part) -> Option<usize> {
        part.subject()?;
        self.parts.get(&part).copied()
    }

    /// Returns the minutes to read the explainer at `depth`.
    pub(super) fn at_depth(&self, depth: Depth) -> usize {
        match depth {
            Depth::Brief => self.in_short,
            Depth::Standard => self.story,
            Depth::Everything => self.in_short + self.parts.keys().filter_map(|part| self.of_part(*part)).sum::<usize>(),
        }
    }
}

/// Removes the bodies of the cards, and the dialogs, from `html`.
fn without_cards(html: &str) -> Result<String, RewritingError> {
    let remove = element!("details > .card-body, dialog", |body| {
        body.remove();
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(remove))
}

/// Returns the reading time of `html` in minutes, at least 1. `language` is the language of the text.
///
/// # Errors
/// Fails if the markup cannot be parsed.
fn minutes(language: &str, html: &str) -> Result<usize, RewritingError> {
    let (length, per_minute) = match language {
        "ja" => (text(html)?.chars().filter(|letter| !letter.is_whitespace()).count(), CHARACTERS),
        _ => (text(html)?.split_whitespace().count(), WORDS),
    };
    Ok((length + per_minute / 2).checked_div(per_minute).unwrap_or_default().max(1))
}

/// Returns the text of `html` without the elements of [`NOT_READ`].
fn text(html: &str) -> Result<String, RewritingError> {
    let remove = element!(NOT_READ, |element| {
        element.remove();
        Ok(())
    });
    let read = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(remove))?;
    let mut text = String::with_capacity(read.len());
    let mut rest = read.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        // The tags of these inline elements do not separate words. All other tags do.
        if !["a", "b", "em", "span", "strong", "time", "cite", "q", "dfn", "ruby", "button"].contains(&name(tag)) {
            text.push(' ');
        }
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    Ok(text)
}

/// Returns the name of an element. `tag` is the text after the `<` of its start or end tag.
fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(text(html).expect("the markup is sound").split_whitespace().collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn what_is_read_are_words_without_controls_and_citations() {
        check("<p>In <b>20</b>19<sup><a href=#s1>1</a></sup>.</p><p>Then</p><form>x</form>", "In 2019. Then");
        check("<td>before</td><td>after</td>", "before after");
        check("<ruby>金<rt>キム</rt></ruby>氏", "金氏");
    }

    #[test]
    fn minutes_are_rounded_and_never_none() {
        let page = |words: usize| format!("<p>{}</p>", "word ".repeat(words));
        assert_eq!(minutes("en", &page(10)).ok(), Some(1));
        assert_eq!(minutes("en", &page(WORDS * 3 + WORDS / 2)).ok(), Some(4));
        assert_eq!(minutes("ja", &"字".repeat(CHARACTERS * 5)).ok(), Some(5));
    }
}
