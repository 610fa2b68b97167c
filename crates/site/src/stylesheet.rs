//! Bundles and minifies the style sheets of `style/`, and reduces them to the rules that each page uses.

mod source;

use crate::page::DIALOG_STYLE;
use lightningcss::{
    bundler::Bundler,
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet},
    targets::{Features, Targets},
};
use source::{Sources, undefined};
use std::{
    collections::{BTreeMap, HashSet},
    error::Error,
    fmt::Display,
    path::Path,
};
use story::Story;
use strum::VariantArray;

/// A style sheet that is inline in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Sheet {
    /// The style of the story, the parts and the votes.
    Web,
    /// The style of embeds and of the page that makes snippets.
    Embed,
    /// The style of the print editions.
    Print,
    /// The style of the offline file.
    Offline,
    /// The style of the pages about data and citing, and of the page for addresses that do not exist.
    Plain,
}

impl Sheet {
    /// Returns the name of the file in `style/` that imports the other files of the sheet.
    fn file(self) -> &'static str {
        match self {
            Self::Web => "sheet-web.css",
            Self::Embed => "sheet-embed.css",
            Self::Print => "sheet-print.css",
            Self::Offline => "sheet-offline.css",
            Self::Plain => "sheet-plain.css",
        }
    }
}

/// The bundled CSS of all pages.
#[derive(Debug, Default)]
pub struct Styles {
    /// The CSS of each sheet for each language.
    sheets: BTreeMap<(String, Sheet), String>,
    /// The CSS of the dialogs, which uses custom properties that the sheets define.
    dialogs: String,
}

impl Styles {
    /// Bundles the sheets in `folder`. If the folder has a file for a language, each sheet for that language ends with
    /// the rules of that file.
    ///
    /// # Errors
    /// Fails if a file cannot be read, is not valid CSS or has an invalid `@each`. Also fails if a sheet uses a custom
    /// property without a fallback and does not define it.
    pub(crate) fn bundle(folder: &Path, story: &Story) -> Result<Self, Box<dyn Error>> {
        let sources = Sources::read(folder)?;
        let mut sheets = BTreeMap::new();
        for sheet in Sheet::VARIANTS.iter().copied() {
            let shared = bundle(&sources, &folder.join(sheet.file()))?;
            let undefined = undefined(&shared);
            if !undefined.is_empty() {
                return Err(format!(
                    "style/{}: {} is used and never defined; define it or give it a fallback",
                    sheet.file(),
                    undefined.join(", ")
                )
                .into());
            }
            for edition in &story.editions {
                let own = folder.join(format!("{}.css", edition.language));
                let own = if own.exists() { bundle(&sources, &own)? } else { String::new() };
                sheets.insert((edition.language.clone(), sheet), format!("{shared}{own}"));
            }
        }
        Ok(Self { sheets, dialogs: bundle(&sources, &folder.join(DIALOG_STYLE))? })
    }

    /// Returns the sheet for a page in `language`, followed by the rules in `more`. Leaves out custom properties that
    /// nothing uses, and rules for classes and ids that `markup` does not contain. So `markup` must include the
    /// elements that the app adds later.
    ///
    /// # Errors
    /// Fails if the style sheet cannot be parsed or written.
    pub(crate) fn used_by(&self, markup: &str, language: &str, sheet: Sheet, more: &str) -> Result<String, String> {
        let shared = self.sheets.get(&(language.to_owned(), sheet)).map_or("", String::as_str);
        let whole = format!("{shared}{more}");
        let used = symbols_of_markup(markup);
        // Lightning CSS would also drop a property that it does not know and that has the name of an unused symbol.
        let is_property = |symbol: &str| ['{', ';'].iter().any(|before| whole.contains(&format!("{before}{symbol}:")));
        let unused_symbols = symbols(&whole).filter(|symbol| !used.contains(symbol) && !is_property(symbol)).map(str::to_owned).collect();
        let mut code = without(&whole, unused_symbols, WITHOUT_LIGHT_DARK)?;
        let dialogs = if markup.contains("<dialog") { self.dialogs.as_str() } else { "" };
        // The value of an unused custom property may be the only use of another one, so the removal is repeated.
        loop {
            let unused = unused_properties(&code, dialogs);
            if unused.is_empty() {
                return Ok(shortened(&code));
            }
            code = without(&code, unused, LOWERED)?;
        }
    }
}

/// Minifies `sheet` for `targets`. Leaves out the rules for the classes and ids in `unused`, and the custom properties
/// in `unused`.
fn without(sheet: &str, unused: HashSet<String>, targets: Targets) -> Result<String, String> {
    let mut sheet = StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| error.to_string())?;
    sheet.minify(MinifyOptions { targets, unused_symbols: unused }).map_err(|error| error.to_string())?;
    Ok(sheet.to_css(printed(targets)).map_err(|error| error.to_string())?.code)
}

/// Returns the custom properties that the minified `sheet` defines and that neither `sheet` nor `dialogs` uses.
fn unused_properties(sheet: &str, dialogs: &str) -> HashSet<String> {
    let defined = sheet.match_indices("--").filter(|(at, _)| sheet[..*at].ends_with(['{', ';']));
    let names = defined.filter_map(|(at, _)| sheet[at..].split(':').next());
    let is_used = |name: &str| {
        let uses = [format!("var({name})"), format!("var({name},")];
        [sheet, dialogs].iter().any(|css| uses.iter().any(|used| css.contains(used)))
    };
    names.filter(|name| !is_used(name)).map(str::to_owned).collect()
}

/// Returns the names of classes and ids in a style sheet. The result may contain other text that follows a `.` or `#`,
/// such as colours. This is harmless, because no rule has such a class or id.
fn symbols(sheet: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let name = move |rest: &'_ str| rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len());
    let names = sheet.match_indices(['.', '#']).map(move |(at, _)| {
        let rest = &sheet[at + 1..];
        &rest[..name(rest)]
    });
    names.filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
}

/// Returns the classes and ids in `markup`. Yew writes attributes in double quotes.
fn symbols_of_markup(markup: &str) -> HashSet<&str> {
    let values = ["class=\"", "id=\""].into_iter().flat_map(|attribute| markup.split(attribute).skip(1));
    values.filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace).collect()
}

/// Bundles the sheet of the dialogs. Pages load this sheet at the latest when the reader opens a dialog.
///
/// # Errors
/// Fails if a file cannot be read, is not valid CSS or has an invalid `@each`.
pub(crate) fn of_dialogs(folder: &Path) -> Result<String, Box<dyn Error>> {
    let bundled = bundle(&Sources::read(folder)?, &folder.join(DIALOG_STYLE))?;
    let sheet = StyleSheet::parse(&bundled, ParserOptions::default()).map_err(|error| error.to_string())?;
    Ok(shortened(&sheet.to_css(printed(WITHOUT_LIGHT_DARK))?.code))
}

/// The features that are rewritten for browsers of 2020: nested rules, and range syntax in media queries.
const LOWERED: Targets = Targets {
    browsers: None,
    include: Features::Nesting.union(Features::MediaRangeSyntax).union(Features::MediaIntervalSyntax),
    exclude: Features::empty(),
};

/// The features of [`LOWERED`], and `light-dark()` colours. Lightning CSS replaces such a colour with two custom
/// properties, which it defines where the sheet sets `color-scheme`. Every rewrite for these targets adds the
/// definitions again, so a sheet is rewritten for these targets only once.
const WITHOUT_LIGHT_DARK: Targets = Targets { include: LOWERED.include.union(Features::LightDark), ..LOWERED };

/// Shortens the names of the custom properties that Lightning CSS makes for light and dark colours. The sheet of
/// a page contains these names many times.
fn shortened(sheet: &str) -> String {
    sheet.replace("--lightningcss-light", "--l").replace("--lightningcss-dark", "--d")
}

fn printed(targets: Targets) -> PrinterOptions<'static> {
    PrinterOptions { minify: true, targets, ..PrinterOptions::default() }
}

/// Bundles and minifies the style sheet at `entry` with all files that it imports.
///
/// # Errors
/// Fails if a file is missing or is not valid CSS. For invalid CSS, the message has the file, line and column.
fn bundle(sources: &Sources, entry: &Path) -> Result<String, Box<dyn Error>> {
    let mut bundler = Bundler::new(sources, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| located(&error))?;
    sheet.minify(MinifyOptions { targets: LOWERED, ..MinifyOptions::default() }).map_err(|error| located(&error))?;
    Ok(sheet.to_css(printed(LOWERED))?.code)
}

/// Returns the message of `error` with the file, line and column. Lightning CSS counts lines from 0, editors from 1.
fn located<T: Display>(error: &lightningcss::error::Error<T>) -> String {
    match &error.loc {
        Some(at) => format!("{}:{}:{}: {}", at.filename, at.line + 1, at.column, error.kind),
        None => error.kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_has_the_line_of_its_file() {
        let sources = Sources::of("sheet.css", "a {}\n@each $body {\n  .$body {}\n}\nb { top: }\n} c {}\n");
        let error = bundle(&sources, Path::new("sheet.css")).map_err(|error| error.to_string());
        assert!(error.as_ref().is_err_and(|error| error.starts_with("sheet.css:6:")), "{error:?}");
    }

    /// Asserts that a page with `markup` keeps exactly the rules `expected` of the style sheet `sheet`.
    #[track_caller]
    fn check(sheet: &str, markup: &str, expected: &str) {
        assert_eq!(Styles::default().used_by(markup, "en", Sheet::Web, sheet).as_deref(), Ok(expected));
    }

    #[test]
    fn pages_have_the_rules_that_they_use() {
        check("a{top:0}.on,#off{top:1px}", "<p class=\"x on\">", "a{top:0}.on,#off{top:1px}");
        check("a{top:0}.on{top:1px}#off .x{top:3px}:is(.on,.off) b{top:2px}", "<p class=\"x\">", "a{top:0}");
        check(".columns{top:0}p{columns:2}", "<p class=\"x\">", ".columns{top:0}p{columns:2}");
        check("a{--a:1px;--b:var(--a);--c:2px;top:var(--c)}", "<p>", "a{--c:2px;top:var(--c)}");
        check("p:not(.on){top:1.5px}@media print{.on{top:0}}", "<p id=\"off\">", "p:not(.on){top:1.5px}");
    }
}
