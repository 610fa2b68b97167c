//! Summary statistics of measured values: median, percentiles and range.

/// Measured values in ascending order.
#[derive(Clone, Debug)]
pub(super) struct Figures(Vec<f64>);

impl Figures {
    /// Sorts the values.
    pub(super) fn new(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        Self(figures)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns a percentile: the smallest value `v` for which at least `percent` percent of the values are at most `v`.
    /// Returns `None` if there are no values.
    pub(super) fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied()
    }

    /// Returns the median: the middle value, or the mean of the two middle values. Returns `None` if there are no
    /// values.
    pub(super) fn median(&self) -> Option<f64> {
        let middle = self.0.len() / 2;
        let upper = *self.0.get(middle)?;
        Some(if self.0.len() % 2 == 1 { upper } else { f64::midpoint(upper, self.0[middle - 1]) })
    }

    /// Returns the smallest and the largest value. Returns `None` if there are no values.
    pub(super) fn range(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[track_caller]
    fn check(figures: &[f64], median: Option<f64>, p95: Option<f64>) {
        let all = Figures::new(figures.iter().copied());
        assert_eq!((all.median(), all.percentile(95)), (median, p95), "{figures:?}");
    }

    #[test]
    fn middles_and_tails() {
        check(&[], None, None);
        check(&[7.0], Some(7.0), Some(7.0));
        check(&[3.0, 1.0, 2.0], Some(2.0), Some(3.0));
        check(&[4.0, 1.0], Some(2.5), Some(4.0));
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        check(&hundred, Some(50.5), Some(95.0));
    }
}
