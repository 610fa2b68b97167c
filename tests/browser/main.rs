//! Tests the site in real browsers. The tests press, type and scroll as readers do. In some tests, the WebAssembly of
//! the page is late, missing or broken.
//!
//! A test is an `async fn`, and one of the modules below lists it in a call of `tests!`. [`reader`] contains the
//! actions of a reader on this site. The library of this package contains the code that the test programs share.

mod access;
mod address;
mod alive;
mod back;
mod browser_pool;
mod citations;
mod contents;
mod corrections;
mod counts;
mod early;
mod embed;
mod essentials;
mod failure;
mod figures;
mod filters;
mod hostile;
mod landing;
mod names;
mod narrow;
mod older;
mod print;
mod reader;
mod readings;
mod saved;
mod script_off;
mod search;
mod share;
mod shift_island;
mod statement_choices;
mod timeline;
mod touch;
mod translated;
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
        // The app and the frames behave the same in every language, even when something fails. Only the text differs,
        // so one language is enough.
        in_one_language: [
            failure::TESTS,
            &[
                shift_island::TESTS,
                back::TESTS,
                landing::EVERY_PLACE,
                early::TESTS,
                address::TESTS,
                citations::TESTS,
                figures::TESTS,
                contents::TESTS,
                names::TESTS,
                counts::TESTS,
                timeline::TESTS,
                statement_choices::TESTS,
                filters::TESTS,
            ],
            &[hostile::TESTS, corrections::TESTS, older::TESTS] as &[_],
            embed::FRAMES,
        ]
        .concat(),
        // `saved` uses SingleFile, which needs Chromium. The other tests use the Chrome DevTools Protocol. `touch` does
        // so because not every engine supports touch with WebDriver:
        // https://www.w3.org/TR/webdriver2/#dfn-pointer-input-source
        in_chromium: [
            &[touch::TESTS, print::TESTS, saved::TESTS, browser_pool::TESTS, back::OF_OLDER, essentials::BY_DEVTOOLS, contents::OF_WIDTHS],
            access::BY_DEVTOOLS,
        ]
        .concat(),
        in_each_font_set: vec![access::OF_WIDTHS, figures::OF_WIDTHS],
    };
    suite.run()
}
