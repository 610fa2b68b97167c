//! The site in use: a browser does what readers do, on the page as it is served and on one whose WASM is late,
//! missing or broken.
//!
//! A test is an `async fn` of a module below and a name in that module's list. What all share is in the library of
//! this package; what a reader of this page does is in [`reader`].

mod access;
mod address;
mod alive;
mod corrections;
mod early;
mod embed;
mod failure;
mod hostile;
mod island;
mod narrow;
mod narrowed;
mod numbers;
mod print;
mod reader;
mod readings;
mod script_off;
mod search;
mod share;
mod timeline;
mod touch;
mod translated;
mod voices;
mod votes;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = vec![
        alive::TESTS,
        island::TESTS,
        early::TESTS,
        address::TESTS,
        script_off::TESTS,
        narrow::TESTS,
        numbers::TESTS,
        timeline::TESTS,
        voices::TESTS,
        narrowed::TESTS,
        translated::TESTS,
        readings::TESTS,
        search::TESTS,
    ];
    tests.extend(votes::TESTS);
    tests.extend(share::TESTS);
    tests.extend(embed::TESTS);
    tests.push(access::TESTS);
    // What goes wrong does so in every language alike, and what a style sheet alone does.
    let once = [&[hostile::TESTS, corrections::TESTS], failure::TESTS].concat();
    // WebDriver's touch is not to be had from every engine, and the rest of these is no part of WebDriver:
    // https://www.w3.org/TR/webdriver2/#dfn-pointer-input-source
    let by_devtools = [&[touch::TESTS, print::TESTS], access::BY_DEVTOOLS].concat();
    tests::suite::run(&tests, &once, &by_devtools)
}
