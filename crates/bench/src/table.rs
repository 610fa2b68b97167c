//! Writes Markdown tables with aligned columns, which are readable in a terminal too.

use std::fmt;

/// A table. The first row has the headings. The first column is aligned left, and all other columns are aligned right.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Vec<String>>);

impl Table {
    /// Creates a table with the column headings `heads`.
    pub(crate) fn new<S: Into<String>>(heads: impl IntoIterator<Item = S>) -> Self {
        Self(vec![heads.into_iter().map(Into::into).collect()])
    }

    pub(crate) fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.0.push(cells.into_iter().map(Into::into).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let length = |row: &Vec<String>, column: usize| row.get(column).map_or(0, |cell| cell.chars().count());
        let widths: Vec<usize> =
            (0..columns).map(|column| self.0.iter().map(|row| length(row, column)).max().unwrap_or(0).max(3)).collect();
        for (index, row) in self.0.iter().enumerate() {
            for (column, width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or("", String::as_str);
                if column == 0 { write!(f, "| {cell:<width$} ")? } else { write!(f, "| {cell:>width$} ")? }
            }
            writeln!(f, "|")?;
            if index == 0 {
                for (column, width) in widths.iter().enumerate() {
                    write!(f, "|{}{}", "-".repeat(width + 1), if column == 0 { "-" } else { ":" })?;
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}

/// Returns the cells of each table row in a text. The first two rows of each table are the headings and the separator.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'));
    lines.map(|line| line.split('|').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_back() {
        let mut table = Table::new(["page", "kB"]);
        table.row(["/ja/", "55.0"]);
        let text = format!("Words.\n\n{table}\nMore words.");
        let read: Vec<_> = rows(&text).collect();
        assert_eq!(read.first(), Some(&vec!["page", "kB"]));
        assert_eq!(read.last(), Some(&vec!["/ja/", "55.0"]));
    }
}
