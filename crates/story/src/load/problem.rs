//! What is wrong with content, where, and how to mend it. Problems are collected, never thrown one by one.

use std::{collections::BTreeSet, fmt};

/// A place in a file of content; lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to `content/`.
    pub file: String,
    /// The line, or `None` where the whole file is meant.
    pub line: Option<usize>,
    /// The column in characters, where it is known.
    pub column: Option<usize>,
}

impl Place {
    /// The whole of `file`.
    pub(crate) fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: None, column: None }
    }

    /// A line of `file`.
    pub(crate) fn line(file: &str, line: usize) -> Self {
        Self { file: file.to_owned(), line: Some(line), column: None }
    }

    /// The place of byte `offset` in `text`, the text of `file`.
    pub(crate) fn offset(file: &str, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { file: file.to_owned(), line: Some(before.matches('\n').count() + 1), column: Some(before[line_start..].chars().count() + 1) }
    }

    /// The place `lines` further down.
    pub(crate) fn below(self, lines: usize) -> Self {
        Self { line: self.line.map(|line| line + lines), ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}"),
            (Some(line), None) => write!(f, "line {line}"),
            _ => write!(f, "whole file"),
        }
    }
}

/// One mistake in content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong, in plain words.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

/// Every mistake found in one run, in the order of files and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
    /// Files of which something could not be read. What merely follows from that is not said.
    unread: BTreeSet<String>,
}

impl Problems {
    /// Notes a mistake and goes on.
    pub(crate) fn add(&mut self, place: Place, what: impl Into<String>, mend: impl Into<String>) {
        self.list.push(Problem { place, what: what.into(), mend: mend.into() });
    }

    /// Notes a mistake that leaves its file unread, or a part of it.
    pub(crate) fn add_unread(&mut self, place: Place, what: impl Into<String>, mend: impl Into<String>) {
        self.unread.insert(place.file.clone());
        self.add(place, what, mend);
    }

    /// Whether the whole of `file` could be read, so that what is not in it is truly missing.
    pub(crate) fn is_read(&self, file: &str) -> bool {
        !self.unread.contains(file)
    }

    /// Whether everything could be read.
    pub(crate) fn is_all_read(&self) -> bool {
        self.unread.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The mistakes one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    /// Keeps those in files below `folder`, which ends in a slash.
    pub(crate) fn only_below(&mut self, folder: &str) {
        self.list.retain(|problem| problem.place.file.starts_with(folder));
    }

    /// Puts them in the order in which an editor meets them.
    pub(crate) fn sort(&mut self) {
        self.list.sort();
        self.list.dedup();
    }
}

impl Problems {
    /// Writes them file by file, and how many there are: one is called `one`, several are called `several`.
    fn write(&self, f: &mut fmt::Formatter<'_>, one: &str, several: &str) -> fmt::Result {
        let mut file = None;
        for problem in &self.list {
            if file != Some(&problem.place.file) {
                writeln!(f, "content/{}", problem.place.file)?;
                file = Some(&problem.place.file);
            }
            writeln!(f, "  {}: {}", problem.place, problem.what)?;
            writeln!(f, "      {}", problem.mend)?;
        }
        write!(f, "{} {} in the content", self.len(), if self.len() == 1 { one } else { several })
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "mistake", "mistakes")
    }
}

impl std::error::Error for Problems {}

/// What could be better in sound content: nothing of it keeps the site from being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(pub(crate) Problems);

impl Notes {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The notes one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "thing to look at", "things to look at")
    }
}
