//! A date of which only the year, or only the year and month, may be known.

use std::{fmt, str::FromStr};

/// A year, a month or a day. Dates are ordered chronologically. A year or month comes before the days within it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year of the common era.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Returns whether the day is known.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }

    /// Returns the first day of the year or month, or the day itself.
    pub fn first_day(self) -> Self {
        Self { month: self.month.or(Some(1)), day: self.day.or(Some(1)), ..self }
    }

    /// Returns the date in years, with a fraction. For a year or month, returns approximately its middle.
    pub fn in_years(self) -> f32 {
        let month = self.month.map_or(6.0, |month| f32::from(month) - 1.0);
        let day = self.day.map_or(if self.month.is_some() { 15.0 } else { 0.0 }, |day| f32::from(day) - 1.0);
        f32::from(self.year) + (month + day / 31.0) / 12.0
    }

    /// Returns whether `other` lies within this year, month or day.
    pub fn includes(self, other: Self) -> bool {
        self.year == other.year
            && self.month.is_none_or(|month| other.month == Some(month))
            && self.day.is_none_or(|day| other.day == Some(day))
    }
}

impl FromStr for PartialDate {
    type Err = &'static str;

    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const SHAPE: &str = "it has another shape";
        let digits = |part: &str, width: usize| -> Result<i16, Self::Err> {
            let is_valid = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            if is_valid { part.parse().map_err(|_| SHAPE) } else { Err(SHAPE) }
        };
        let parts: Vec<&str> = text.split('-').collect();
        let (year, month, day) = match parts[..] {
            [year] => (digits(year, 4)?, None, None),
            [year, month] => (digits(year, 4)?, Some(digits(month, 2)? as i8), None),
            [year, month, day] => (digits(year, 4)?, Some(digits(month, 2)? as i8), Some(digits(day, 2)? as i8)),
            _ => return Err(SHAPE),
        };
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| "there is no such day")?;
        Ok(Self { year, month, day })
    }
}

/// Writes `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. These formats are also valid in `<time datetime>`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}
