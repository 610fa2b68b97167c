//! Describes a view in words that the page contains. Parameters that cannot be described are left out of the link.

use crate::page::{element, has_vote, headline, messages, text, words_of};
use explainer::view;
use share::messages::{MessageKey, Messages};
use web_sys::Element;

/// A view: in words, and as the parameters that bring it about.
pub(crate) struct Description<'a> {
    /// In words.
    pub(crate) words: String,
    /// As parameters.
    pub(crate) asked: Vec<(&'a str, &'a str)>,
}

/// What an address with this query shows.
pub(crate) fn describe_view(query: &str) -> Description<'_> {
    let words = messages();
    let mut telling = ViewDescriber { words: &words, query, asked: Vec::new(), told: Vec::new() };
    // The page of a subject or of a vote is named by its headline.
    telling.told.extend(headline());
    telling.votes();
    telling.tell(MessageKey::Year, &["year"], &|name, year| chosen(name, year).map(|_| year.to_owned()));
    telling.tell(MessageKey::Count, &["count"], &chosen);
    telling.tell(MessageKey::Bodies, &["body"], &choice);
    telling.tell(MessageKey::Timeline, &["threads", "span"], &|name, value| {
        if name == "span" {
            let years = view::span(value).and(value.get(..4)).zip(value.get(5..));
            years.map(|(from, to)| words.with(MessageKey::Span, &[("from", from), ("to", to)]))
        } else {
            choice(name, value)
        }
    });
    telling.tell(MessageKey::StandOut, &["kind", "verdict", "speaker"], &choice);
    telling.tell(MessageKey::Cards, &["open"], &card);
    telling.tell(MessageKey::Closed, &["closed"], &card);
    telling.tell(MessageKey::Depth, &["depth"], &chosen);
    let ViewDescriber { asked, mut told, .. } = telling;
    if told.is_empty() {
        told.push(words.get(MessageKey::Whole).to_owned());
    }
    Description { words: words.joined(MessageKey::Then, &told), asked }
}

struct ViewDescriber<'a, 'w> {
    words: &'w Messages,
    query: &'a str,
    asked: Vec<(&'a str, &'a str)>,
    told: Vec<String>,
}

impl<'a> ViewDescriber<'a, '_> {
    /// Describes the roll call that is shown, the countries that are followed, and the vote that it is compared with.
    fn votes(&mut self) {
        let mut all = self.items("resolution", &|_, id| resolution(self.words, id));
        let has_resolution = !all.is_empty();
        let countries = self.items("countries", &|_, iso| country(iso));
        if !countries.is_empty() {
            all.push(self.words.with(MessageKey::Compared, &[("", &self.words.list(&countries))]));
        }
        if has_resolution && let [against, ..] = &self.items("against", &|_, id| resolution(self.words, id))[..] {
            all.push(self.words.with(MessageKey::Against, &[("", against)]));
        }
        if !all.is_empty() {
            self.told.push(self.words.joined(MessageKey::Comma, &all));
        }
    }

    /// Tells what is chosen by the parameters `names`.
    fn tell(&mut self, word: MessageKey, names: &[&'static str], say: &dyn Fn(&str, &str) -> Option<String>) {
        let mut items = Vec::new();
        for name in names {
            items.append(&mut self.items(name, say));
        }
        self.add(word, items);
    }

    fn add(&mut self, word: MessageKey, items: Vec<String>) {
        if !items.is_empty() {
            self.told.push(self.words.with(word, &[("", &self.words.list(&items))]));
        }
    }

    /// The values of a parameter in words. If there are any, the parameter becomes part of the link.
    fn items(&mut self, name: &'static str, say: &dyn Fn(&str, &str) -> Option<String>) -> Vec<String> {
        let found = view::parameters(self.query).find(|(found, _)| *found == name);
        let Some((_, value)) = found else { return Vec::new() };
        let items: Vec<String> = view::items(value).filter_map(|value| say(name, value)).collect();
        if !items.is_empty() {
            self.asked.push((name, value));
        }
        items
    }
}

/// A resolution by its year and its body.
fn resolution(words: &Messages, id: &str) -> Option<String> {
    let row = ["#resolution-", id, " "].concat();
    let date = element(&[&row, "time"].concat())?.get_attribute("datetime")?;
    let body = text(&[&row, ".body-name"].concat())?;
    let word = if has_vote(id) { MessageKey::RollCall } else { MessageKey::Text };
    Some(words.with(word, &[("y", date.get(..4)?), ("body", &body)]))
}

/// A country by its name, as the list of countries has it before the code.
fn country(iso: &str) -> Option<String> {
    let options = element("#countries")?.children();
    (0..options.length()).find_map(|index| {
        let option = options.item(index)?;
        // Where a country has several names, all of them are the words, and its own is the value.
        let option = option.get_attribute("value").or_else(|| option.text_content())?;
        Some(option.strip_suffix(')')?.strip_suffix(iso)?.strip_suffix(" (")?.to_owned())
    })
}

/// What the control `name` calls its answer `value`.
fn choice(name: &str, value: &str) -> Option<String> {
    text(&["label:has([name=", name, "][value='", value, "']) span"].concat())
}

/// The same, unless the page shows that by itself.
fn chosen(name: &str, value: &str) -> Option<String> {
    text(&["label:has([name=", name, "][value='", value, "']:not([checked])) span"].concat())
}

fn card(_: &str, id: &str) -> Option<String> {
    text(&["details[id='", id, "'] > summary .summary"].concat())
}

/// What a reader calls a place: its heading, its title, its number.
pub(crate) fn name(place: &Element) -> Option<String> {
    let named = place.query_selector("h2, h3, h4, .anchor, summary, cite, dfn").ok()??;
    named.get_attribute("aria-label").or_else(|| words_of(&named))
}
