//! The site in use: a browser does what readers do, on the page as it is served and on one whose WASM is late,
//! missing or broken.
//!
//! A test is an `async fn` of a module below and a name in that module's list. What all share is in the library of
//! this package; what a reader of this page does is in [`reader`].

mod access;
mod address;
mod alive;
mod citations;
mod contents;
mod corrections;
mod early;
mod embed;
mod essentials;
mod failure;
mod hostile;
mod island;
mod landing;
mod names;
mod narrow;
mod narrowed;
mod numbers;
mod older;
mod print;
mod reader;
mod readings;
mod saved;
mod script_off;
mod search;
mod share;
mod timeline;
mod touch;
mod translated;
mod voices;
mod votes;

use std::process::ExitCode;
use tests::suite::Suite;

fn main() -> ExitCode {
    let mut everywhere = vec![alive::TESTS, script_off::TESTS, narrow::TESTS, translated::TESTS, readings::TESTS, search::TESTS];
    everywhere.extend(votes::TESTS);
    everywhere.extend(share::TESTS);
    everywhere.extend(embed::TESTS);
    everywhere.push(access::TESTS);
    everywhere.push(essentials::TESTS);
    let suite = Suite {
        everywhere,
        // The app and the frames do the same in every language, and what goes wrong does so too. Words and letters are what differs.
        in_one_language: [
            failure::TESTS,
            &[
                island::TESTS,
                early::TESTS,
                address::TESTS,
                citations::TESTS,
                contents::TESTS,
                names::TESTS,
                numbers::TESTS,
                timeline::TESTS,
                voices::TESTS,
                narrowed::TESTS,
            ],
            &[hostile::TESTS, corrections::TESTS, older::TESTS] as &[_],
            embed::FRAMES,
        ]
        .concat(),
        // WebDriver's touch is not to be had from every engine, and the rest of these is no part of WebDriver:
        // https://www.w3.org/TR/webdriver2/#dfn-pointer-input-source
        in_chromium: [&[touch::TESTS, print::TESTS, saved::TESTS, essentials::BY_DEVTOOLS, contents::OF_WIDTHS], access::BY_DEVTOOLS]
            .concat(),
        in_each_font_set: vec![access::OF_WIDTHS],
    };
    suite.run()
}
