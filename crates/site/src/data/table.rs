//! A table with its columns, and how one is made of things of one type.

use std::marker::PhantomData;
use story::{PartialDate, vocabulary::Vocabulary};

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name, which is also that of its files.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its rows; each has a value for every column.
    pub rows: Vec<Vec<Value>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// Whether it may be empty.
    pub is_optional: bool,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number from 0.
    Number,
    /// A number with at most two decimal places.
    Decimal,
    /// A date as exact as it is known.
    Date,
    /// An https address.
    Address,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A list of these words.
    SeveralOf(Vec<&'static str>),
    /// A list of any texts.
    List,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    Nothing,
    /// A text, word, date or address.
    Text(String),
    /// A number.
    Number(u64),
    /// A number, in hundredths.
    Hundredths(i64),
    /// A list.
    List(Vec<String>),
}

/// A column of things of the type `T`, with the way to its value.
pub(super) struct Field<'a, T> {
    column: Column,
    value: Box<dyn Fn(&T) -> Value + 'a>,
}

impl<'a, T> Field<'a, T> {
    fn new(name: &'static str, kind: Kind, value: impl Fn(&T) -> Value + 'a) -> Self {
        Self { column: Column { name, kind, is_optional: false }, value: Box::new(value) }
    }

    /// The column may be empty.
    pub(super) fn optional(mut self) -> Self {
        self.column.is_optional = true;
        self
    }
}

/// The table `name` with a row for each of `things`, and the fields that are made for them.
pub(super) fn table<'a, T>(name: &'static str, things: &[T], fields: impl FnOnce(Columns<T>) -> Vec<Field<'a, T>>) -> Table {
    let fields = fields(Columns(PhantomData));
    let rows = things.iter().map(|thing| fields.iter().map(|field| (field.value)(thing)).collect()).collect();
    Table { name, columns: fields.into_iter().map(|field| field.column).collect(), rows }
}

/// Makes the columns of things of the type `T`.
pub(super) struct Columns<T>(PhantomData<T>);

impl<T> Columns<T> {
    /// A column of texts; an empty one says that nothing is known.
    pub(super) fn text<'a>(&self, name: &'static str, get: impl Fn(&T) -> String + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Text, move |thing| some(get(thing)))
    }

    /// A column of addresses.
    pub(super) fn address<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<String> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Address, move |thing| some(get(thing).unwrap_or_default())).optional()
    }

    /// A column of dates.
    pub(super) fn date<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<PartialDate> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Date, move |thing| get(thing).map_or(Value::Nothing, |date| Value::Text(date.to_string())))
    }

    /// A column of numbers.
    pub(super) fn number<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<u64> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Number, move |thing| get(thing).map_or(Value::Nothing, Value::Number))
    }

    /// A column of numbers with at most two decimal places.
    pub(super) fn decimal<'a>(&self, name: &'static str, get: impl Fn(&T) -> f32 + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Decimal, move |thing| Value::Hundredths((f64::from(get(thing)) * 100.0).round() as i64))
    }

    /// A column of words of a closed set.
    pub(super) fn word<'a, V: Vocabulary>(&self, name: &'static str, get: impl Fn(&T) -> V + 'a) -> Field<'a, T> {
        self.one_of(name, words_of::<V>(), move |thing| Some(get(thing).word()))
    }

    /// A column of one of `words`.
    pub(super) fn one_of<'a>(
        &self,
        name: &'static str,
        words: Vec<&'static str>,
        get: impl Fn(&T) -> Option<&'static str> + 'a,
    ) -> Field<'a, T> {
        Field::new(name, Kind::OneOf(words), move |thing| some(get(thing).unwrap_or_default().to_owned()))
    }

    /// A column of several words of a closed set.
    pub(super) fn words<'a, V: Vocabulary>(&self, name: &'static str, get: impl Fn(&T) -> Vec<V> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::SeveralOf(words_of::<V>()), move |thing| {
            Value::List(get(thing).into_iter().map(|member| member.word().to_owned()).collect())
        })
    }

    /// A column of lists.
    pub(super) fn list<'a>(&self, name: &'static str, get: impl Fn(&T) -> Vec<String> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::List, move |thing| Value::List(get(thing)))
    }
}

fn words_of<V: Vocabulary>() -> Vec<&'static str> {
    V::WORDS.iter().map(|(word, _)| *word).collect()
}

fn some(text: String) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text) }
}
