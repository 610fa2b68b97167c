//! Eras, by which some languages count years besides the common one.

use super::{Edition, PartialDate};

/// An era: its first year is the one in which it began, and it lasts until the next one begins.
#[derive(Debug)]
pub struct Era {
    /// Its first day.
    pub from: PartialDate,
    /// Its name, which stands before the year.
    pub name: String,
    /// How its first year is written; the others are numbers.
    pub first: String,
}

impl Edition {
    /// The year of `date` in its era, in words. None where the edition counts in no eras, or `date` is not exact enough to
    /// tell in which of two it lies.
    pub fn era_year(&self, date: PartialDate) -> Option<String> {
        let first = date.first_day();
        let era = self.eras.iter().rev().find(|era| era.from <= first)?;
        if self.eras.iter().any(|next| next.from > first && date.includes(next.from)) {
            return None;
        }
        let year = match date.year - era.from.year + 1 {
            1 => era.first.clone(),
            year => year.to_string(),
        };
        Some(self.labels.date.year.replace("{y}", &[&era.name, &*year].concat()))
    }
}
