//! Years without events become one line of the timeline, such as "1984 to 1986: nothing listed", also where it is a
//! choice that leaves them empty. Style sheets do it, so that it works without script.

use story::{
    Edition,
    vocabulary::{Thread, Vocabulary},
};

/// The style for `edition`. The words stand in it, as only browsers know which years follow one another.
pub(super) fn empty_years_style(edition: &Edition) -> String {
    let label = &edition.labels.events.nothing;
    let (between, after) = label.strip_prefix("{from}").and_then(|rest| rest.split_once("{to}")).unwrap_or_default();
    let words = [between, after].map(quoted);
    // Years outside the chosen span are not shown at all.
    let mut style = rules(".years>", ":not(.at,[data-out])", &words);
    // Paper shows what is not chosen, too.
    style.push_str("@media screen{");
    let threads = Thread::ALL.map(Vocabulary::word);
    // Every choice of some threads, a bit each. A year with events has one of all threads.
    for choice in 1..(1u8 << threads.len()) - 1 {
        let (chosen, others): (Vec<_>, Vec<_>) = threads.iter().enumerate().partition(|(bit, _)| choice >> bit & 1 == 1);
        let list = |threads: &[(usize, &&str)], selector: &dyn Fn(&str) -> String| {
            threads.iter().map(|(_, word)| selector(word)).collect::<Vec<_>>().join(",")
        };
        let checked = |word: &str| format!("[value={word}]:checked");
        let all: String = chosen.iter().map(|(_, word)| format!(":has({})", checked(word))).collect();
        let empty = format!(":not({},[data-out])", list(&chosen, &|word| format!("[data-of~={word}]")));
        // Where the address leads into one of these years, its event is shown, and the years stay apart.
        let years = format!("#timeline .choices{all}:not(:has({}))~.years:not(:has(>{empty} :target))", list(&others, &checked));
        style += &rules(&format!("{years}>"), &empty, &words);
    }
    style.push('}');
    style
}

/// The rules for years that `empty` selects. The first of several shows its year, the last stands beside it and says the
/// rest, and those between them are not seen.
fn rules(years: &str, empty: &str, [between, after]: &[String; 2]) -> String {
    let several = format!("{years}{empty}+{empty}");
    let year = ">:first-child";
    [
        format!("{years}{empty}{year}{{grid-column:2;position:static;text-align:start}}"),
        format!("{years}{empty}:not(:has(+{empty})){year}::after{{content:{after}}}"),
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
