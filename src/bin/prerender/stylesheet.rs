//! The style sheets of `style/` as one: imports resolved, checked, minified.

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
};
use std::{error::Error, path::Path};

/// The style sheet for pages in `language`: that of all, and after it the language's own, if the folder has one.
///
/// # Errors
/// As [`bundle`].
pub(crate) fn in_language(folder: &Path, language: &str) -> Result<String, Box<dyn Error>> {
    let own = folder.join(format!("{language}.css"));
    let all = bundle(&folder.join("main.css"))?;
    Ok(if own.exists() { all + &bundle(&own)? } else { all })
}

/// Bundles the style sheet at `entry` with all that it imports.
///
/// # Errors
/// When a file is missing or is not CSS; the message names file, line and column.
fn bundle(entry: &Path) -> Result<String, Box<dyn Error>> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| error.to_string())?;
    sheet.minify(MinifyOptions::default()).map_err(|error| error.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })?;
    Ok(printed.code)
}
