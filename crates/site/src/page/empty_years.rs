//! Makes the CSS that joins consecutive years without events into one line of the timeline, such as "1984 to 1986:
//! nothing listed". It also joins years in which the filter for threads hides all events. It works without script.

use story::{
    Edition,
    vocabulary::{Thread, Vocabulary},
};

/// Returns the CSS for `edition`. The CSS contains the words of the line, because the filters determine in the browser
/// which years are joined.
pub(super) fn empty_years_style(edition: &Edition) -> String {
    let label = &edition.labels.events.nothing;
    let (between, after) = label.strip_prefix("{from}").and_then(|rest| rest.split_once("{to}")).unwrap_or_default();
    let words = [between, after].map(quoted);
    // The app sets `data-out` on the years outside the chosen span. These years are hidden, so they
    // are not joined.
    let mut style = rules(".years>", "[data-in]:not(.at,[data-out])", &words);
    // Print ignores the filters, so the rules for filters apply on screens only.
    style.push_str("@media screen{");
    let threads = Thread::ALL.map(Vocabulary::word);
    // Each bit of `choice` that is 1 stands for a chosen thread. There are no rules for the choice
    // of no thread or of all threads, because these choices hide no event.
    for choice in 1..(1u8 << threads.len()) - 1 {
        let (chosen, others): (Vec<_>, Vec<_>) = threads.iter().enumerate().partition(|(bit, _)| choice >> bit & 1 == 1);
        let list = |threads: &[(usize, &&str)], selector: &dyn Fn(&str) -> String| {
            threads.iter().map(|(_, word)| selector(word)).collect::<Vec<_>>().join(",")
        };
        let checked = |word: &str| format!("[value={word}]:checked");
        let all: String = chosen.iter().map(|(_, word)| format!(":has({})", checked(word))).collect();
        let empty = format!("[data-in]:not({},[data-out])", list(&chosen, &|word| format!("[data-of~={word}]")));
        // The rules do not apply while the fragment of the address names an event in one of these years, because that
        // event is shown.
        let years = format!("#timeline .choices{all}:not(:has({}))~.years:not(:has(>{empty} :target))", list(&others, &checked));
        style += &rules(&format!("{years}>"), &empty, &words);
    }
    style.push('}');
    style
}

/// Returns the rules for the years that `empty` selects. Of several adjacent years, the first shows its number, and the
/// last is on the same line and shows the rest of the text. The years between them are hidden.
fn rules(years: &str, empty: &str, [between, after]: &[String; 2]) -> String {
    let several = format!("{years}{empty}+{empty}");
    let year = ">.year-name";
    [
        format!("{years}{empty}{year}{{grid-column:2;position:static;text-align:start;margin-block-end:.5rem}}"),
        format!("{years}{empty}:not(:has(+{empty})){year}::after{{content:{after}}}"),
        format!("{several}{{margin-block-start:-1.65rem}}"),
        format!("{several}{year}{{padding-inline-start:4ch}}"),
        format!("{several}{year}::before{{content:{between};white-space:pre}}"),
        format!("{several}:has(+{empty}){{display:none}}"),
    ]
    .concat()
}

/// Quotes words as a CSS string.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
