//! The style sheets of `style/` as one: imports resolved, checked, minified.

use crate::page::{DIALOG_STYLE, Embed, Styles};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Features, Targets},
};
use std::{error::Error, path::Path};
use story::Story;

/// Every style sheet, by language and by name: that of all languages, and after it the language's own, if the folder has one.
///
/// # Errors
/// As [`bundle`].
pub(crate) fn all(folder: &Path, story: &Story) -> Result<Styles, Box<dyn Error>> {
    let mut sheets = Styles::new();
    let names = Embed::STYLES.map(|name| (name, folder.join("embed").join(format!("{name}.css"))));
    let whole = ["main", "text", "people", "paper", "offline", "plain"].map(|name| (name, folder.join(format!("{name}.css"))));
    for (name, file) in whole.into_iter().chain(names) {
        let shared = bundle(&file)?;
        for edition in &story.editions {
            let own = folder.join(format!("{}.css", edition.language));
            let own = if own.exists() { bundle(&own)? } else { String::new() };
            sheets.insert((edition.language.clone(), name), format!("{shared}{own}"));
        }
    }
    Ok(sheets)
}

/// The sheet of the dialogs, which pages load when one is asked for.
///
/// # Errors
/// As [`bundle`].
pub(crate) fn of_dialogs(folder: &Path) -> Result<String, Box<dyn Error>> {
    bundle(&folder.join(DIALOG_STYLE))
}

/// What is written in a form that browsers of 2020 know: colours for two themes, rules in rules, ranges of widths.
const LOWERED: Targets = Targets {
    browsers: None,
    include: Features::LightDark.union(Features::Nesting).union(Features::MediaRangeSyntax).union(Features::MediaIntervalSyntax),
    exclude: Features::empty(),
};

/// Bundles the style sheet at `entry` with all that it imports.
///
/// # Errors
/// When a file is missing or is not CSS; the message names file, line and column.
fn bundle(entry: &Path) -> Result<String, Box<dyn Error>> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| error.to_string())?;
    sheet.minify(MinifyOptions { targets: LOWERED, ..MinifyOptions::default() }).map_err(|error| error.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets: LOWERED, ..PrinterOptions::default() })?;
    Ok(printed.code)
}
