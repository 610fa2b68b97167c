//! Tests that no input makes the loader panic. For any input, the loader either succeeds or reports problems, each with
//! a place, a description and a remedy.

mod real;

use proptest::{
    collection::vec,
    prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest},
    sample::{Index, select},
};
use real::input::{check, files};
use std::{fs, path::Path};

/// Generates the path of a content file.
fn path() -> impl Strategy<Value = String> {
    select(real::FILES.paths().map(str::to_owned).collect::<Vec<_>>())
}

/// Generates one of the texts in `KNOWN`, or a random text.
fn piece() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "\"",
        "\"\"\"",
        "'",
        ",",
        "\n",
        "\r\n",
        "\n\n",
        "[",
        "]",
        "[[",
        "]]",
        "= ",
        "+++\n",
        "## ",
        "{#why}",
        "> ",
        "- ",
        "1. ",
        "`",
        "```\n",
        "*",
        "**",
        "_",
        "[@",
        "; @",
        "](term:",
        "](date:2019-02-30)",
        "](lang:",
        "](#",
        "![",
        "<b>",
        "<!--",
        "&#0;",
        "\\",
        "    ",
        "\t",
        "\u{0}",
        "\u{feff}",
        "\u{2028}",
        "é",
        "国",
        "-32769",
        "99999999999999999999",
        "1e400",
        "2019-02-30",
        "0000",
        "true",
        "year = 32767\n",
    ];
    prop_oneof![4 => select(KNOWN).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Returns the bytes of a real file, in which `pieces` replace up to `length` bytes from `from` on.
fn spliced(file: &str, from: Index, length: usize, pieces: &[String]) -> Vec<u8> {
    let text = real::text(file).into_bytes();
    let from = from.index(text.len() + 1);
    let to = (from + length).min(text.len());
    [&text[..from], pieces.concat().as_bytes(), &text[to..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(file in path(), bytes in vec(any::<u8>(), 0..200)) {
        check(&real::with(&file, bytes));
    }

    #[test]
    fn any_text(file in path(), front in prop_oneof![Just(""), Just("+++\n+++\n")], pieces in vec(piece(), 0..60)) {
        check(&real::with(&file, front.to_owned() + &pieces.concat()));
    }

    #[test]
    fn any_cut_and_splice(file in path(), from in any::<Index>(), length in 0..80_usize, pieces in vec(piece(), 0..6)) {
        check(&real::with(&file, spliced(&file, from, length, &pieces)));
    }

    #[test]
    fn any_cuts_in_two_files(one in path(), other in path(), from in any::<Index>(), length in 1..2000_usize) {
        let mut files = real::with(&one, spliced(&one, from, length, &[]));
        files.insert(&other, spliced(&other, from, length, &[]));
        check(&files);
    }
}

/// Checks the seed inputs of the fuzz target `content`. Inputs that the fuzzer finds are added to the seed inputs.
#[test]
fn the_seeds_of_the_fuzzer() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/content");
    let seeds = fs::read_dir(&seeds).unwrap_or_else(|error| panic!("{}: {error}", seeds.display()));
    for seed in seeds {
        let seed = fs::read(seed.expect("the folder can be read").path()).expect("a seed can be read");
        check(&files(&seed));
    }
}

#[test]
fn endless_nesting() {
    for pattern in ["> ", "- ", "1. ", "*_", "[", "![", "**a", "<b>", "    ", "[a](", "`", "[@", "\"", "{", "[[", "a.", "a=[", "a={a="] {
        let text = pattern.repeat(20_000);
        let mut files = real::with("en/about.md", real::text("en/about.md") + &text);
        files.insert("en/people.toml", text.clone().into_bytes());
        files.insert("en/countries.csv", text.into_bytes());
        check(&files);
    }
}

#[test]
fn numbers_at_their_ends() {
    for number in [i16::MAX, i16::MIN, i16::MAX - 1] {
        let years = ["2010", "2011"].map(|year| format!("year = {year}\n"));
        let text = years.iter().fold(real::text("shift.toml"), |text, year| text.replace(year, &format!("year = {number}\n")));
        check(&real::with("shift.toml", text));
    }
    check(&real::with("statements.toml", real::text("statements.toml").replace("number = 3\n", "number = 255\n")));
    check(&real::with("resolutions.csv", real::text("resolutions.csv").replace(",vote,", ",vote,6553")));
}
