//! Checks that standard checkers accept the site. The Nu HTML checker and html-validate check every page of the tested
//! edition. stylelint checks the sources of the styles. The configurations of html-validate and stylelint in
//! `tests/valid` list the rules that are switched off, with reasons.

use std::{path::PathBuf, process::Command};
use tests::{language, npm, written};
use xtask::system_program::SystemProgram;

/// A pattern for the messages of the Nu HTML checker that the test ignores, for these reasons:
/// - The checker does not support all CSS that browsers support. stylelint and the bundler check the CSS.
/// - The checker does not count the heading in a card's summary as the heading of the card's section.
/// - The checker ignores `aria-level`, which screen readers and axe-core use.
/// - The checker reports violations of the Content Security Policy that do not exist, because it treats data blocks as
///   scripts, and `file:` addresses as another origin. Browsers report real violations to the test server.
const UNKNOWN_TO_NU: &str =
    "CSS: .*|Section lacks heading.*|.*skipping [0-9] heading levels?.*|(Inline script|Resource) violates Content Security Policy.*";

#[test]
fn every_page_passes_the_nu_html_checker() {
    let mut checker = Command::new(SystemProgram::Java.ready().unwrap_or_else(|error| panic!("{error:#}")));
    checker.args(["-Xss4m", "-jar"]).arg(tools().join("vnu-jar/build/dist/vnu.jar")).args([
        "--format",
        "gnu",
        "--stdout",
        "--filterpattern",
        UNKNOWN_TO_NU,
    ]);
    check(checker.args(pages()));
}

#[test]
fn every_page_passes_html_validate() {
    let mut checker = Command::new("node");
    checker.arg(tools().join("html-validate/bin/html-validate.mjs")).args(["--formatter", "stylish"]);
    check(checker.arg("--config").arg(tools().join("../html-validate.config.mjs")).args(pages()));
}

#[test]
fn the_style_passes_stylelint() {
    let mut checker = Command::new("node");
    checker.arg(tools().join("stylelint/bin/stylelint.mjs")).arg("--config").arg(tools().join("../stylelint.config.mjs"));
    check(checker.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../style/**/*.css")));
}

/// Runs a checker, and checks that it succeeds and prints nothing.
#[track_caller]
pub(crate) fn check(checker: &mut Command) {
    let program = checker.get_program().to_owned();
    let output = checker.output().unwrap_or_else(|error| panic!("{} cannot be run: {error}", program.display()));
    let messages = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success() && messages.trim().is_empty(), "{}\n{messages}", output.status);
}

/// Installs the checkers with npm if necessary, and returns the folder of the npm packages.
#[track_caller]
pub(crate) fn tools() -> PathBuf {
    npm::folder("valid").unwrap_or_else(|error| panic!("{error:#}")).join("node_modules")
}

/// Returns the HTML files of the tested edition. Files outside of all language folders belong to the first edition.
fn pages() -> Vec<PathBuf> {
    let others: Vec<String> = language::all()
        .filter(|other| *other != language::edition().language && !language::is_first(other))
        .map(|other| format!("/{other}/"))
        .collect();
    let own = format!("/{}", language::folder());
    let pages =
        written::pages().into_iter().filter(|page| page.path.starts_with(&own) && !others.iter().any(|other| page.path.starts_with(other)));
    let files: Vec<PathBuf> = pages
        .map(|page| written::dist().join(page.path.trim_start_matches('/')))
        .map(|file| if file.extension().is_some() { file } else { file.join("index.html") })
        .collect();
    assert!(files.len() > 20, "there are few pages: {files:?}");
    files
}
