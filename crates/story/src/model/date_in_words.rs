//! Writes dates in the words of a language. The patterns and the names of the months are in `[date]` of `labels.toml`.

use super::{Labels, PartialDate};

impl Labels {
    /// Returns a date in words: a day, a month or a year.
    pub fn date(&self, date: PartialDate) -> String {
        let labels = &self.date;
        let pattern = match (date.month, date.day) {
            (_, Some(_)) => &labels.day,
            (Some(_), None) => &labels.month,
            (None, None) => &labels.year,
        };
        let month = date.month.and_then(|month| labels.months.split(',').nth(usize::try_from(month - 1).ok()?)).unwrap_or_default();
        pattern
            .replace("{d}", &date.day.map(|day| day.to_string()).unwrap_or_default())
            .replace("{month}", month.trim())
            .replace("{y}", &date.year.to_string())
    }
}
