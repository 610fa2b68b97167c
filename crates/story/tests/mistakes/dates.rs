//! Dates that do not exist, have the wrong format or do not have the stated precision, and spans of years that end
//! before they start.

use super::{
    changes::{check, check_sound},
    real,
};

/// Returns the row of the first event whose day is known, and the same row with `replacement` in place of the cells
/// `date` and `precision`.
fn event(replacement: &str) -> (String, String) {
    let event = real::EDITION.events.iter().find(|event| event.date.is_day()).expect("some event is known to the day");
    let row = real::text("events.csv").lines().find(|line| line.starts_with(&format!("{},", event.id))).expect("it has a row").to_owned();
    let cells = format!(",{},day,", event.date);
    assert!(row.contains(&cells), "{row} is not known to the day");
    let changed = row.replacen(&cells, &format!(",{replacement},"), 1);
    (row, changed)
}

/// Asserts that `replacement` in place of these cells gives exactly one problem, in the event's row. The text of
/// the problem must contain `message`.
fn check_event(replacement: &str, message: &str) {
    let (row, changed) = event(replacement);
    check("events.csv", &row, &format!("‸{changed}"), message);
}

#[test]
fn impossible_days() {
    for day in ["2019-02-29", "2019-02-30", "2019-04-31", "2019-13", "2019-00-01", "2019-01-00", "2019-01-32"] {
        let message = format!("“{day}” is not a date: there is no such day; write YYYY, YYYY-MM or YYYY-MM-DD");
        check_event(&format!("{day},day"), &message);
    }
}

#[test]
fn misshaped_days() {
    for day in ["13 March 2019", "2019/03/13", "13-03-2019", "2019-3-13", "19-03-13", "2019-03-13T00:00", "-2019", "２０１９"] {
        check_event(&format!("{day},day"), &format!("“{day}” is not a date: it has another shape"));
    }
}

#[test]
fn missing_date() {
    check_event(",day", "`date` is missing or empty");
}

#[test]
fn precision_that_does_not_fit() {
    for (date, precision) in [
        ("2019-03", "day"),
        ("2019", "day"),
        ("2019-03-13", "month"),
        ("2019", "month"),
        ("2019-03-13", "around"),
        ("2019", "around"),
        ("2019-03", "year"),
        ("2019-03-13", "year"),
    ] {
        check_event(&format!("{date},{precision}"), &format!("the date {date} does not have the precision `{precision}`"));
    }
}

#[test]
fn precision_that_fits() {
    for fitting in ["2019,year", "2019-03,month", "2019-03,around", "2019-03-13,day", "2020-02-29,day"] {
        let (row, changed) = event(fitting);
        check_sound("events.csv", &row, &changed);
    }
}

#[test]
fn wrong_dates_elsewhere() {
    for (file, field) in [("site.toml", "reviewed = \""), ("voices.toml", "\ndate = \""), ("counts.toml", "\ndate = \"")] {
        let with = field.replace('"', "‸\"x");
        check(file, field, &with, "is not a date: it has another shape");
    }
    check("shift.toml", "since = [\"", "since = [‸\"x", "is not a date: it has another shape");
    check(
        "resolutions.csv",
        &real::EDITION.resolutions[0].adopted_on.to_string(),
        "‸2003-02-29",
        "“2003-02-29” is not a date: there is no such day",
    );
}

#[test]
fn span_that_ends_before_it_starts() {
    check("spans.csv", "2002,2004", "‸2004,2002", "the span ends before it starts; write the earlier year first");
}
