//! Collects measured values and makes tables of them.

use super::statistics::Figures;
use crate::table::Table;
use serde::Serialize;

/// One measured value.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Sample {
    /// The name of the table that shows the value.
    pub(super) table: &'static str,
    /// The name of the measured site.
    pub(super) site: String,
    /// The name of the measurement, which is also the name of its row in the table.
    pub(super) measure: String,
    pub(super) value: f64,
}

/// All measured values, in the order of measurement.
#[derive(Debug, Default, Serialize)]
pub(super) struct Results(Vec<Sample>);

impl Results {
    pub(super) fn add(&mut self, table: &'static str, site: &str, measure: impl Into<String>, value: f64) {
        self.0.push(Sample { table, site: site.to_owned(), measure: measure.into(), value });
    }

    /// Returns the values of `measure` on a site, from one table.
    pub(super) fn figures(&self, table: &str, site: &str, measure: &str) -> Figures {
        let samples = self.0.iter().filter(|one| one.table == table && one.site == site && one.measure == measure);
        Figures::new(samples.map(|one| one.value))
    }

    /// Returns the tables with their names. Tables about interactions show percentiles, because each run adds many
    /// values to a row. The other tables show the median and the range, because each run adds at most one value to a
    /// row.
    pub(super) fn tables(&self) -> Vec<(&'static str, Table)> {
        distinct(self.0.iter().map(|sample| sample.table)).into_iter().map(|name| (name, self.table(name))).collect()
    }

    fn table(&self, name: &str) -> Table {
        let samples: Vec<&Sample> = self.0.iter().filter(|sample| sample.table == name).collect();
        let sites = distinct(samples.iter().map(|sample| sample.site.as_str()));
        let with_ratio = sites.len() > 1;
        let ratio = with_ratio.then(|| format!("{} / {}", sites[0], sites[1]));
        let mut table = Table::new(["".to_owned()].into_iter().chain(sites.iter().map(|&site| site.to_owned())).chain(ratio));
        for measure in distinct(samples.iter().map(|sample| sample.measure.as_str())) {
            let figures: Vec<Figures> = sites
                .iter()
                .map(|site| Figures::new(samples.iter().filter(|one| one.site == **site && one.measure == measure).map(|one| one.value)))
                .collect();
            let format = match name {
                name if name.contains("work") => format_work,
                name if name.contains("interaction") => format_latency,
                _ => format_median,
            };
            let middle = |figures: &Figures| if name.contains("interaction") { figures.percentile(95) } else { figures.median() };
            let ratio = with_ratio.then(|| {
                let both = middle(&figures[0]).zip(middle(&figures[1])).filter(|(_, other)| *other > 0.0);
                both.map_or_else(|| "-".to_owned(), |(this, other)| format!("{:.2}", this / other))
            });
            table.row([measure.to_owned()].into_iter().chain(figures.iter().map(format)).chain(ratio));
        }
        table
    }
}

fn format_median(figures: &Figures) -> String {
    let Some((median, (least, most))) = figures.median().zip(figures.range()) else { return "-".to_owned() };
    if least == most { number(median) } else { format!("{} ({} to {})", number(median), number(least), number(most)) }
}

fn format_latency(figures: &Figures) -> String {
    format_percentiles(figures, interaction)
}

fn format_work(figures: &Figures) -> String {
    format_percentiles(figures, |value| format!("{value:.0}"))
}

fn format_percentiles(figures: &Figures, format_value: fn(f64) -> String) -> String {
    let Some(((middle, tail), (_, most))) = figures.percentile(50).zip(figures.percentile(95)).zip(figures.range()) else {
        return "-".to_owned();
    };
    format!("{} / {} / {} of {}", format_value(middle), format_value(tail), format_value(most), figures.count())
}

/// Formats the duration of an interaction in milliseconds. Browsers do not report durations of less than 16 ms, so
/// shorter durations are shown as `<16`.
fn interaction(value: f64) -> String {
    if value < 16.0 { "<16".to_owned() } else { format!("{value:.0}") }
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 || value.abs() >= 100.0 {
        format!("{value:.0}")
    } else if value.abs() < 1.0 {
        format!("{value:.4}")
    } else {
        format!("{value:.1}")
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}
