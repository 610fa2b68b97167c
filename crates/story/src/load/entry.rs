//! A row of a CSV file or a table of a TOML file, with the place of each of its fields.
//!
//! CSV and TOML are read into the same type [`Entry`], so most rules and messages are the same for both formats. The
//! loader reports a wrong field, replaces it with a stand-in value and continues, so that it finds further mistakes.

use super::problem::{Place, Problems};
use crate::{model::PartialDate, vocabulary::Vocabulary};
use std::{collections::BTreeMap, fmt::Display, str::FromStr};

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    /// A list. An item that is neither a text nor a whole number is `None`.
    List(Vec<(Option<String>, Place)>),
    Other(&'static str),
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) value: Value,
    pub(crate) place: Place,
    /// The place of the field's name. `None` in a CSV file, where the first line has the names.
    pub(crate) name_place: Option<Place>,
}

/// An entry: its fields by name. A method that takes a field removes the field from the entry. [`Entry::finish`]
/// reports the fields that remain.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) place: Place,
    pub(crate) fields: BTreeMap<String, Field>,
    /// Whether this is a stand-in for an entry that is missing, unreadable or already taken. The missing fields of a
    /// stand-in are not reported.
    pub(crate) absent: bool,
}

impl Entry {
    pub(crate) fn absent(place: Place) -> Self {
        Self { place, fields: BTreeMap::new(), absent: true }
    }

    /// Returns the place of a field, or the place of the entry if the field is missing.
    pub(crate) fn place_of(&self, name: &str) -> Place {
        self.fields.get(name).map_or(&self.place, |field| &field.place).clone()
    }

    /// Returns whether the entry has a field, even if the field is empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Reports a missing or empty field, except in a stand-in. `before` is the number of problems before the field was
    /// read. If there are more problems now, the field has already been reported, and this method does nothing.
    fn report_missing(&self, place: Place, name: &str, mend: impl Into<String>, before: usize, problems: &mut Problems) {
        if !self.absent && problems.len() == before {
            problems.add(place, format!("`{name}` is missing or empty"), mend);
        }
    }

    /// Takes the text of a field, with its place. A missing or empty field is a problem.
    pub(crate) fn text_at(&mut self, name: &str, problems: &mut Problems) -> (String, Place) {
        let (place, before) = (self.place_of(name), problems.len());
        self.optional_text_at(name, problems).unwrap_or_else(|| {
            self.report_missing(place.clone(), name, format!("write a text for `{name}`"), before, problems);
            (String::new(), place)
        })
    }

    /// Takes the text of a field. A missing or empty field is a problem.
    pub(crate) fn text(&mut self, name: &str, problems: &mut Problems) -> String {
        self.text_at(name, problems).0
    }

    /// Takes the text of a field. A value of another type is a problem. Returns `None` for such a value, and for a
    /// missing or empty field.
    pub(crate) fn optional_text(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        self.optional_text_at(name, problems).map(|(text, _)| text)
    }

    /// Takes the text of a field, with its place. A value of another type is a problem. Returns `None` for such a
    /// value, and for a missing or empty field.
    pub(crate) fn optional_text_at(&mut self, name: &str, problems: &mut Problems) -> Option<(String, Place)> {
        let Field { value, place, .. } = self.fields.remove(name)?;
        match value {
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Text(text) => Some((text.trim().to_owned(), place)),
            other => {
                problems.add(place, format!("`{name}` is {}, not a text", other.describe()), "put it in double quotes");
                None
            }
        }
    }

    /// Takes a word of a closed set and returns the member with this word. A missing or unknown word is a problem and
    /// gives the first member of the set.
    pub(crate) fn word<T: Vocabulary>(&mut self, name: &str, problems: &mut Problems) -> T {
        let (text, place) = self.text_at(name, problems);
        word(&text, &place, problems)
    }

    /// Takes a list of words of a closed set and returns the members with these words. A missing or empty list is a
    /// problem. An unknown word is a problem and gives the first member of the set.
    pub(crate) fn words<T: Vocabulary>(&mut self, name: &str, problems: &mut Problems) -> Vec<T> {
        let (place, before) = (self.place_of(name), problems.len());
        let list = self.list(name, problems);
        if list.is_empty() {
            self.report_missing(place, name, format!("write at least one of: {}", known_words::<T>()), before, problems);
        }
        list.iter().map(|(text, place)| word(text, place, problems)).collect()
    }

    /// Takes a whole number in the range of `N`. A missing field or any other value is a problem and gives `stand_in`.
    pub(crate) fn number<N: FromStr>(&mut self, name: &str, stand_in: N, problems: &mut Problems) -> N {
        let (place, before) = (self.place_of(name), problems.len());
        self.optional_number(name, problems).unwrap_or_else(|| {
            self.report_missing(place, name, format!("write a whole number for `{name}`"), before, problems);
            stand_in
        })
    }

    /// Takes a whole number in the range of `N`. Any other value is a problem. Returns `None` for such a value, and for
    /// a missing or empty field.
    pub(crate) fn optional_number<N: FromStr>(&mut self, name: &str, problems: &mut Problems) -> Option<N> {
        let Field { value, place, .. } = self.fields.remove(name)?;
        let text = match value {
            Value::Text(text) if text.trim().is_empty() => return None,
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            other => other.describe().to_owned(),
        };
        let number = text.parse().ok();
        if number.is_none() {
            problems.add(place, format!("`{name}` is “{text}”, not a whole number in range"), "write digits only");
        }
        number
    }

    /// Takes a TOML boolean. Any other value is a problem. Returns false for such a value, and for a missing field.
    pub(crate) fn flag(&mut self, name: &str, problems: &mut Problems) -> bool {
        match self.fields.remove(name) {
            None => false,
            Some(Field { value: Value::Flag(flag), .. }) => flag,
            Some(Field { value, place, .. }) => {
                problems.add(place, format!("`{name}` is {}, not true or false", value.describe()), "write true or false, without quotes");
                false
            }
        }
    }

    /// Takes a CSV cell that is empty or `yes`, and returns whether the cell is `yes`. Any other text is a problem.
    pub(crate) fn yes(&mut self, name: &str, problems: &mut Problems) -> bool {
        match self.optional_text_at(name, problems) {
            None => false,
            Some((text, _)) if text == "yes" => true,
            Some((text, place)) => {
                problems.add(place, format!("`{name}` is “{text}”"), "write yes, or leave it empty");
                false
            }
        }
    }

    /// Takes a list of texts, each with its place. The list is a TOML array, or a text with semicolons between the
    /// items. For a missing field, returns an empty list.
    pub(crate) fn list(&mut self, name: &str, problems: &mut Problems) -> Vec<(String, Place)> {
        let Some(Field { value, place, .. }) = self.fields.remove(name) else { return Vec::new() };
        match value {
            Value::List(items) => items.into_iter().filter_map(|(item, place)| list_item(name, item, place, problems)).collect(),
            Value::Text(text) => {
                text.split(';').map(str::trim).filter(|item| !item.is_empty()).map(|item| (item.to_owned(), place.clone())).collect()
            }
            other => {
                problems.add(place, format!("`{name}` is {}, not a list", other.describe()), "write a list: [\"one\", \"two\"]");
                Vec::new()
            }
        }
    }

    /// Takes a date: a year, a month or a day. A missing or invalid date is a problem.
    pub(crate) fn date(&mut self, name: &str, problems: &mut Problems) -> PartialDate {
        let (text, place) = self.text_at(name, problems);
        if text.is_empty() { PartialDate::default() } else { date(&text, place, problems).unwrap_or_default() }
    }

    /// Takes a date: a year, a month or a day. Any other text is a problem. Returns `None` for such a text, and for a
    /// missing or empty field.
    pub(crate) fn optional_date(&mut self, name: &str, problems: &mut Problems) -> Option<PartialDate> {
        let (text, place) = self.optional_text_at(name, problems)?;
        date(&text, place, problems)
    }

    /// Reports the fields that no method has taken. Their names are unknown.
    pub(crate) fn finish(self, problems: &mut Problems) {
        for (name, field) in self.fields {
            let place = field.name_place.unwrap_or_else(|| Place::line(&field.place.file, 1));
            problems.add(place, format!("`{name}` is not known here"), "check the spelling of the name, or take it out");
        }
    }
}

impl Value {
    fn describe(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::List(_) => "a list",
            Self::Other(what) => what,
        }
    }
}

/// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Any other text is a problem, and so is a date that does not exist.
pub(crate) fn date(text: &str, place: Place, problems: &mut Problems) -> Option<PartialDate> {
    let parsed = text.parse();
    if let Err(reason) = &parsed {
        problems.add(place, format!("“{text}” is not a date: {reason}"), "write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    parsed.ok()
}

fn list_item(name: &str, item: Option<String>, place: Place, problems: &mut Problems) -> Option<(String, Place)> {
    let found = item.filter(|text| !text.trim().is_empty());
    if found.is_none() {
        problems.add(
            place.clone(),
            format!("`{name}` contains something that is not text"),
            "write each item in double quotes, and none empty",
        );
    }
    Some((found?, place))
}

fn word<T: Vocabulary>(text: &str, place: &Place, problems: &mut Problems) -> T {
    T::parse(text).unwrap_or_else(|| {
        // An empty text has already been reported as missing.
        if !text.is_empty() {
            problems.add(place.clone(), format!("“{text}” is not a known {}", T::NAME), format!("write one of: {}", known_words::<T>()));
        }
        T::WORDS[0].1
    })
}

fn known_words<T: Vocabulary>() -> impl Display {
    T::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}
