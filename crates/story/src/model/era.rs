//! Eras. Some languages count years by eras in addition to the common era.

use super::{Edition, PartialDate};

/// An era. Its year 1 is the calendar year in which the era began. An era ends when the next era begins.
#[derive(Debug)]
pub struct Era {
    /// The first day.
    pub from: PartialDate,
    /// The name, which is written before the year.
    pub name: String,
    /// The word for year 1. The other years are written as numbers.
    pub first: String,
}

impl Edition {
    /// Returns the year of `date` in its era as text. `date` may be a whole year or month. Returns
    /// `None` if no era of the edition had begun by the first day of `date`, or if a new era began
    /// later within `date`.
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
