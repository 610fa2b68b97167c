//! Years without events become one line of the timeline, such as "1984 to 1986: nothing listed", also where it is a
//! choice that leaves them empty. Style sheets do it, so that it works without script.

use std::fmt::Write;
use story::{
    Edition,
    vocabulary::{Thread, Vocabulary},
};

/// The style for `edition`. The words stand in it, as only browsers know which years follow one another.
pub(super) fn empty_years_style(edition: &Edition) -> String {
    let label = &edition.labels.events.nothing;
    let (between, after) = label.strip_prefix("{from}").and_then(|rest| rest.split_once("{to}")).unwrap_or_default();
    let words = [between, after].map(quoted);
    // Years outside the chosen span are not shown at all, and the one to which the address leads shows its event.
    let all = rules(".years>", ":not(.at,[data-out])", &words);
    let with_event = Thread::WORDS.iter().fold(String::new(), |mut selectors, (word, _)| {
        // Writing to a String cannot fail.
        let _ = write!(selectors, "#timeline .choices:has([value={word}]:checked)~.years>[data-of~={word}],");
        selectors
    });
    let chosen = "#timeline .choices:has([name=threads]:checked)~.years>";
    let without = format!(":not({with_event}[data-out],:target,:has(:target))");
    // Paper shows what is not chosen, too.
    format!("{all}@media screen{{{}}}", rules(chosen, &without, &words))
}

/// The rules for years that `empty` selects. The first of several shows its year, the last stands beside it and says the
/// rest, and those between them are not seen.
fn rules(years: &str, empty: &str, [between, after]: &[String; 2]) -> String {
    let several = format!("{years}{empty}+{empty}");
    let year = ">:first-child";
    [
        format!("{years}{empty}{year}{{grid-column:2;position:static;text-align:start}}"),
        format!("{years}{empty}{year}::after{{content:{after}}}"),
        format!("{years}{empty}:has(+{empty}){year}::after{{content:none}}"),
        format!("{several}{{margin-block-start:-1.15rem}}"),
        format!("{several}{year}{{padding-inline-start:4ch}}"),
        format!("{several}{year}::before{{content:{between};white-space:pre}}"),
        format!("{several}:has(+{empty}){{display:none}}"),
    ]
    .concat()
}

/// Words as a string of CSS.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
