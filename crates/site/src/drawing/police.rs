//! The police list over time: a point for each number with a known date. `page/police_chart.rs` and
//! `pictures/figures/police.rs` draw the chart.

use story::{Count, Edition, vocabulary::CountList};

/// A number of people on the police list. `time` is the date of the number, in years, such as 2012.5.
pub(crate) struct Point<'a> {
    pub(crate) count: &'a Count,
    pub(crate) time: f32,
}

/// The numbers of people on the police list, sorted by date. Numbers without a date are left out.
pub(crate) struct List<'a> {
    pub(crate) points: Vec<Point<'a>>,
    /// The index of the point after the largest rise.
    pub(crate) rise: usize,
    /// The index of the point after the largest fall.
    pub(crate) fall: usize,
}

impl<'a> List<'a> {
    /// Returns the dated numbers of the police list. Returns `None` if they never rise or never fall.
    pub(crate) fn of(edition: &'a Edition) -> Option<Self> {
        let counts = edition.counts.iter().filter(|count| count.list == CountList::Police);
        let mut points: Vec<Point<'_>> = counts
            .filter_map(|count| {
                let date = count.date?;
                Some(Point { count, time: f32::from(date.year) + (date.month.map_or(6.0, f32::from) - 0.5) / 12.0 })
            })
            .collect();
        points.sort_by(|one, other| one.time.total_cmp(&other.time).then(one.count.value.cmp(&other.count.value)));
        let step = |index: &usize| i64::from(points[*index].count.value) - i64::from(points[*index - 1].count.value);
        let (rise, fall) = ((1..points.len()).max_by_key(step)?, (1..points.len()).min_by_key(step)?);
        (step(&rise) > 0 && step(&fall) < 0).then_some(Self { points, rise, fall })
    }

    /// Returns the number of people at the point with this index.
    pub(crate) fn value(&self, index: usize) -> u32 {
        self.points[index].count.value
    }

    /// Returns the year of the first point, and the first year after the last point.
    pub(crate) fn years(&self) -> (i16, i16) {
        let edge = |point: Option<&Point<'_>>| point.map(|point| point.time).unwrap_or_default();
        (edge(self.points.first()).floor() as i16, edge(self.points.last()).ceil() as i16)
    }

    /// Returns the horizontal and the vertical position of a point. The horizontal position is 0 at the first and 1 at
    /// the second of [`Self::years`]. The vertical position is 0 at the largest number and 1 at the smallest.
    pub(crate) fn at(&self, point: &Point<'_>) -> (f32, f32) {
        let (from, to) = self.years();
        let values = || self.points.iter().map(|point| point.count.value as f32);
        let (least, most) = (values().fold(f32::MAX, f32::min), values().fold(0.0, f32::max));
        ((point.time - f32::from(from)) / f32::from(to - from), (most - point.count.value as f32) / (most - least))
    }

    /// Returns whether the number of a point is written beside the point: at the first and the last
    /// point, at both ends of the largest rise, and at the point before the largest fall.
    pub(crate) fn is_named(&self, index: usize) -> bool {
        [0, self.rise - 1, self.rise, self.fall - 1, self.points.len() - 1].contains(&index)
    }

    /// Returns whether the points before and after this point have larger numbers.
    pub(crate) fn is_trough(&self, index: usize) -> bool {
        index > 0 && index + 1 < self.points.len() && self.value(index) < self.value(index - 1).min(self.value(index + 1))
    }

    /// Replaces two placeholders in `label`. `{n}` becomes the number of people that the largest
    /// rise adds. `{year}` becomes the year of the point after this rise.
    pub(crate) fn grown(&self, label: &str) -> String {
        let text = label.replace("{n}", &(self.value(self.rise) - self.value(self.rise - 1)).to_string());
        text.replace("{year}", &year(&self.points[self.rise]))
    }
}

fn year(point: &Point<'_>) -> String {
    point.count.date.map(|date| date.year.to_string()).unwrap_or_default()
}

/// Returns the finding of the chart. It is empty if [`List::of`] returns `None`.
pub(super) fn finding(edition: &Edition) -> String {
    let Some((list, last)) =
        List::of(edition).and_then(|list| Some((list.points.len().checked_sub(1)?, list))).map(|(last, list)| (list, last))
    else {
        return String::new();
    };
    let title = list.grown(&edition.labels.abductions.police_title);
    title.replace("{last}", &list.value(last).to_string()).replace("{newest}", &year(&list.points[last]))
}
