//! Problems in the content. Each problem has a place, a description and a remedy. The loader collects all problems and
//! reports them at once.

use std::{collections::BTreeSet, fmt};

/// A place in a content file. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to `content/`.
    pub file: String,
    /// The line. `None` means the whole file.
    pub line: Option<usize>,
    /// The column in characters, if it is known.
    pub column: Option<usize>,
}

impl Place {
    /// Returns the place that stands for the whole of `file`.
    pub(crate) fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: None, column: None }
    }

    pub(crate) fn line(file: &str, line: usize) -> Self {
        Self { file: file.to_owned(), line: Some(line), column: None }
    }

    /// Returns the place of the byte at `offset` in `text`, which is a part of `file`. The line and the column count
    /// from the start of `text`.
    pub(crate) fn offset(file: &str, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { file: file.to_owned(), line: Some(before.matches('\n').count() + 1), column: Some(before[line_start..].chars().count() + 1) }
    }

    /// Moves the place down by `lines`.
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

/// A problem in the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The place of the problem.
    pub place: Place,
    /// The description of the problem.
    pub what: String,
    /// The remedy.
    pub mend: String,
}

/// The problems found in the content. [`load`](super::load) sorts them by file and line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
    /// The files that could not be read completely. With this set, checks avoid reports of problems that such a file
    /// may have caused.
    unread: BTreeSet<String>,
}

impl Problems {
    pub(crate) fn add(&mut self, place: Place, what: impl Into<String>, mend: impl Into<String>) {
        self.list.push(Problem { place, what: what.into(), mend: mend.into() });
    }

    /// Adds a problem that prevented the loader from reading its file completely.
    pub(crate) fn add_unread(&mut self, place: Place, what: impl Into<String>, mend: impl Into<String>) {
        self.unread.insert(place.file.clone());
        self.add(place, what, mend);
    }

    /// Returns whether `file` could be read completely. If not, the loader must not report anything as missing from the
    /// file.
    pub(crate) fn is_read(&self, file: &str) -> bool {
        !self.unread.contains(file)
    }

    /// Returns whether all files could be read completely.
    pub(crate) fn is_all_read(&self) -> bool {
        self.unread.is_empty()
    }

    /// Returns the number of problems.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns whether there are no problems.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Iterates over the problems.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    /// Keeps only the problems in files below `folder`, which ends with a slash.
    pub(crate) fn only_below(&mut self, folder: &str) {
        self.list.retain(|problem| problem.place.file.starts_with(folder));
    }

    /// Sorts the problems by file and line, and removes duplicates.
    pub(crate) fn sort(&mut self) {
        self.list.sort();
        self.list.dedup();
    }
}

impl Problems {
    /// Writes the problems file by file, and then their number. `one` and `several` are the singular and the plural of
    /// the noun after the number.
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

/// Possible improvements of valid content. They do not prevent a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(pub(crate) Problems);

impl Notes {
    /// Returns whether there are no notes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the notes.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "thing to look at", "things to look at")
    }
}
