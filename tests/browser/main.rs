//! The site in use: a browser does what readers do, on the page as it is served and on one whose WASM is late,
//! missing or broken.
//!
//! A test is an `async fn` of a module below and a name in that module's list. What all share is in the library of
//! this package; what a reader of this page does is in [`reader`].

mod address;
mod alive;
mod early;
mod embed;
mod failure;
mod hostile;
mod island;
mod narrow;
mod narrowed;
mod numbers;
mod reader;
mod readings;
mod script_off;
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
    ];
    tests.extend(votes::TESTS);
    tests.extend(share::TESTS);
    tests.extend(embed::TESTS);
    // What goes wrong does so in every language alike.
    let once = [&[hostile::TESTS], failure::TESTS].concat();
    // WebDriver's touch is not to be had from every engine: https://www.w3.org/TR/webdriver2/#dfn-pointer-input-source
    let by_devtools = [touch::TESTS];
    tests::suite::run(&tests, &once, &by_devtools)
}
