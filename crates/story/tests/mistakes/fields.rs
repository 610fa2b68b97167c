//! Mistakes in fields: missing, empty and unknown fields, values of the wrong type, and words outside of closed sets.
//! The module also tests unknown columns, tables and labels.

use super::{
    changes::{check, check_at, place_of},
    real,
};
use story::vocabulary::{Ballot, Kind, Precision, Region, Thread, Verdict, Vocabulary};

/// Returns all words of a closed set, as a message lists them.
fn words<T: Vocabulary>() -> String {
    T::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

/// Asserts that a word outside of the set `T` is reported, with the list of the known words.
fn check_word<T: Vocabulary>(file: &str, replace: &str, with: &str) {
    check(file, replace, with, &format!("“nonsense” is not a known {}; write one of: {}", T::NAME, words::<T>()));
}

#[test]
fn unknown_words() {
    check_word::<Kind>("statements.toml", "kind = \"", "kind = ‸\"nonsense\" # \"");
    check_word::<Kind>("voices.toml", "kind = \"", "kind = ‸\"nonsense\" # \"");
    check_word::<Verdict>("statements.toml", "verdict = \"", "verdict = ‸\"nonsense\" # \"");
    check_word::<Region>("countries.csv", ",Asia", "‸,nonsense");
    check_word::<Thread>("events.csv", ",day,abductions,", "‸,day,nonsense,");
    check_word::<Precision>("events.csv", ",day,", "‸,nonsense,");
}

#[test]
fn unknown_vote() {
    let row = real::text("votes.csv").lines().nth(1).expect("there are votes").to_owned();
    let (before, _) = row.rsplit_once(',').expect("the vote comes last");
    check_word::<Ballot>("votes.csv", &row, &format!("‸{before},nonsense"));
}

#[test]
fn no_word_of_several() {
    let message = format!("`threads` is missing or empty; write at least one of: {}", words::<Thread>());
    check("events.csv", ",day,abductions,", "‸,day,,", &message);
}

#[test]
fn unknown_fields() {
    for (file, before) in
        [("statements.toml", "number = "), ("en/voices.toml", "who = "), ("en/why.md", "brief = "), ("site.toml", "published = ")]
    {
        check(file, before, &format!("‸colour = \"red\"\n{before}"), "`colour` is not known here");
    }
}

#[test]
fn unknown_column() {
    let text = real::text("countries.csv");
    let wider = text.replace('\n', ",red\n").replacen(",red\n", ",colour\n", 1);
    check("countries.csv", &text, &format!("‸{wider}"), "`colour` is not known here");
}

#[test]
fn unknown_tables() {
    check("shift.toml", "", "\n‸[[month]]\nmonth = 3\n", "[[month]] is not known here; write aspect, unchanged, stage or year");
    check("statements.toml", "", "\n‸[[sttement]]\nnumber = 20\n", "this is outside of [[statement]]");
    check("site.toml", "", "\n[‸days]\nfirst = 1\n", "[days] is not known here");
}

#[test]
fn missing_fields() {
    for (file, field, entry) in [
        ("en/statements.toml", "says = ", "s0]"),
        ("statements.toml", "kind = ", "[[statement]]"),
        ("site.toml", "reviewed = ", ""),
        ("en/why.md", "brief = ", "title = "),
    ] {
        let message = format!("`{}` is missing or empty", field.trim_end_matches(" = "));
        check_at(file, field, &format!("# {field}"), place_of(file, entry), &message);
    }
}

#[test]
fn empty_fields() {
    for (file, field) in [
        ("quotations.toml", "text"),
        ("en/events.toml", "title"),
        ("en/statements.toml", "says"),
        ("en/why.md", "title"),
        ("glossary.toml", "ja"),
    ] {
        let start = format!("{field} = \"");
        check(file, &start, &format!("{field} = ‸\"  \" # \""), &format!("`{field}` is missing or empty; write a text for `{field}`"));
    }
    let row = real::text("en/countries.csv").lines().nth(1).expect("a country").to_owned();
    let name = row.split(',').nth(1).expect("its name comes second");
    check("en/countries.csv", &row, &format!("‸{}", row.replacen(name, "", 1)), "`name` is missing or empty");
}

#[test]
fn something_else_where_a_text_is_expected() {
    for (value, kind) in [
        ("17", "a number"),
        ("1.5", "a number with a fraction"),
        ("true", "true or false"),
        ("[\"a\"]", "a list"),
        ("2019-03-13", "a date without quotes"),
    ] {
        let message = format!("`outlet` is {kind}, not a text; put it in double quotes");
        check("quotations.toml", "outlet = ", &format!("outlet = ‸{value} # "), &message);
    }
    check("site.toml", "decision = ", "decision = ‸2019-03-13 # ", "`decision` is a date without quotes, not a text");
}

#[test]
fn something_else_where_a_number_is_expected() {
    for (file, field, value) in [
        ("counts.toml", "value", "seventeen"),
        ("counts.toml", "value", "-17"),
        ("statements.toml", "number", "three"),
        ("statements.toml", "number", "256"),
    ] {
        let message = format!("`{field}` is “{value}”, not a whole number in range; write digits only");
        let start = format!("\n{field} = ");
        check(file, &start, &format!("\n{field} = ‸\"{value}\" # "), &message);
    }
    let second = format!("year = {}", real::EDITION.shift.years[1].year);
    check("shift.toml", &second, "year = ‸40000", "`year` is “40000”, not a whole number in range");
    check("counts.toml", "value = ", "value = ‸99999999999999999999 # ", "not a whole number in range");
    check_at("counts.toml", "value = ", "# value = ", place_of("counts.toml", "[[count]]"), "`value` is missing or empty");
}

#[test]
fn text_where_a_flag_is_expected() {
    let message = "`written_as_fact` is a text, not true or false; write true or false, without quotes";
    check("statements.toml", "written_as_fact = true", "written_as_fact = ‸\"yes\"", message);
}

#[test]
fn something_else_where_a_list_is_expected() {
    check("voices.toml", "sources = [", "sources = ‸7 # [", "`sources` is a number, not a list");
    for item in ["true", "\"\"", "2019-03-13", "[\"a\"]"] {
        check("voices.toml", "sources = [", &format!("sources = [‸{item}, "), "`sources` contains something that is not text");
    }
}

#[test]
fn missing_labels() {
    let labels = "en/labels.toml";
    check_at(labels, "skip = ", "# skip = ", place_of(labels, "site]"), "`skip` is missing or empty");
    check_at(labels, "\nreturned = ", "\n# returned = ", place_of(labels, "Fate]"), "`returned` is missing or empty");
    check(labels, "skip = \"", "skip = ‸\"\" # \"", "`skip` is missing or empty");
    check(labels, "skip = \"", "skip = ‸7 # \"", "`skip` is a number, not a text");
}

#[test]
fn unknown_labels() {
    check("en/labels.toml", "skip = ", "‸colour = \"red\"\nskip = ", "`colour` is not known here");
    check("en/labels.toml", "", "\n[Colour]\n‸red = \"red\"\n", "`red` is not known here");
}
