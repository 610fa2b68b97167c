//! A table with its columns, and the functions that make a table from a list of items.

use std::marker::PhantomData;
use story::{PartialDate, vocabulary::Vocabulary};

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The name. The table's CSV file has this name and the extension `csv`.
    pub name: &'static str,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows. Each has a value for every column.
    pub rows: Vec<Vec<Value>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name.
    pub name: &'static str,
    /// The kind of the column's values.
    pub kind: Kind,
    /// Whether a cell may be [`Value::Nothing`]. A list may be empty even if this is false.
    pub is_optional: bool,
}

/// The kind of the values in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// A non-negative integer.
    Number,
    /// A number with at most two decimal places.
    Decimal,
    /// A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, depending on what is known.
    Date,
    /// An http or https address.
    Address,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A list of words from this set.
    SeveralOf(Vec<&'static str>),
    /// A list of texts.
    List,
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An empty cell.
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

/// A column, and the function that returns the column's value for an item of the type `T`.
pub(super) struct Field<'a, T> {
    column: Column,
    value: Box<dyn Fn(&T) -> Value + 'a>,
}

impl<'a, T> Field<'a, T> {
    fn new(name: &'static str, kind: Kind, value: impl Fn(&T) -> Value + 'a) -> Self {
        Self { column: Column { name, kind, is_optional: false }, value: Box::new(value) }
    }

    /// Allows empty cells in the column.
    pub(super) fn optional(mut self) -> Self {
        self.column.is_optional = true;
        self
    }
}

/// Makes the table `name`, with a row for each of `items` and a column for each field that `fields` returns.
pub(super) fn table<'a, T>(name: &'static str, items: &[T], fields: impl FnOnce(Columns<T>) -> Vec<Field<'a, T>>) -> Table {
    let fields = fields(Columns(PhantomData));
    let rows = items.iter().map(|item| fields.iter().map(|field| (field.value)(item)).collect()).collect();
    Table { name, columns: fields.into_iter().map(|field| field.column).collect(), rows }
}

/// The constructors for the columns of a table that is made from items of the type `T`.
pub(super) struct Columns<T>(PhantomData<T>);

impl<T> Columns<T> {
    /// Makes a column of texts. An empty text makes an empty cell.
    pub(super) fn text<'a>(&self, name: &'static str, get: impl Fn(&T) -> String + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Text, move |item| text_or_nothing(get(item)))
    }

    /// Makes a column of addresses. Its cells may be empty.
    pub(super) fn address<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<String> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Address, move |item| text_or_nothing(get(item).unwrap_or_default())).optional()
    }

    pub(super) fn date<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<PartialDate> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Date, move |item| get(item).map_or(Value::Nothing, |date| Value::Text(date.to_string())))
    }

    /// Makes a column of non-negative integers.
    pub(super) fn number<'a>(&self, name: &'static str, get: impl Fn(&T) -> Option<u64> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Number, move |item| get(item).map_or(Value::Nothing, Value::Number))
    }

    /// Makes a column of numbers with at most two decimal places.
    pub(super) fn decimal<'a>(&self, name: &'static str, get: impl Fn(&T) -> f32 + 'a) -> Field<'a, T> {
        Field::new(name, Kind::Decimal, move |item| Value::Hundredths((f64::from(get(item)) * 100.0).round() as i64))
    }

    /// Makes a column whose cells have one word of the closed set `V`.
    pub(super) fn word<'a, V: Vocabulary>(&self, name: &'static str, get: impl Fn(&T) -> V + 'a) -> Field<'a, T> {
        self.one_of(name, words_of::<V>(), move |item| Some(get(item).word()))
    }

    /// Makes a column whose cells have one of `words`. `None` makes an empty cell.
    pub(super) fn one_of<'a>(
        &self,
        name: &'static str,
        words: Vec<&'static str>,
        get: impl Fn(&T) -> Option<&'static str> + 'a,
    ) -> Field<'a, T> {
        Field::new(name, Kind::OneOf(words), move |item| text_or_nothing(get(item).unwrap_or_default().to_owned()))
    }

    /// Makes a column whose cells have a list of words of the closed set `V`.
    pub(super) fn words<'a, V: Vocabulary>(&self, name: &'static str, get: impl Fn(&T) -> Vec<V> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::SeveralOf(words_of::<V>()), move |item| {
            Value::List(get(item).into_iter().map(|member| member.word().to_owned()).collect())
        })
    }

    /// Makes a column whose cells have a list of texts.
    pub(super) fn list<'a>(&self, name: &'static str, get: impl Fn(&T) -> Vec<String> + 'a) -> Field<'a, T> {
        Field::new(name, Kind::List, move |item| Value::List(get(item)))
    }
}

fn words_of<V: Vocabulary>() -> Vec<&'static str> {
    V::WORDS.iter().map(|(word, _)| *word).collect()
}

fn text_or_nothing(text: String) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text) }
}
