//! Prints the fonts that fontconfig chooses for the font stacks of the page.
//!
//! The stacks are the values of `--serif` and `--sans` in the style sheets. On Linux, fontconfig
//! chooses the fonts for browsers. If no named family is installed, a browser may use a font other
//! than the printed one. For example, Chromium uses for `serif` the font that fontconfig chooses
//! for "Times New Roman".

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::child;
use crate::project::Project;

/// The custom properties whose values are font stacks.
const STACKS: [&str; 2] = ["--serif", "--sans"];

/// Prints a line for each stack, with the style sheet, the property and the font.
///
/// # Errors
/// Fails if a style sheet cannot be read.
pub(crate) fn print(project: &Project) -> Result<()> {
    for sheet in ["tokens.css", "ja.css"] {
        let path = project.root().join("style").join(sheet);
        let style = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for (property, families) in stacks(&style) {
            let font = find_font(&families)
                .unwrap_or_else(|| "unknown, because no family is installed or fc-match of fontconfig is not on PATH".to_owned());
            eprintln!("fontconfig answers for {property} of {sheet}: {font}");
        }
    }
    Ok(())
}

/// Returns each property of [`STACKS`] that the style sheet defines, with its font families in order.
fn stacks(style: &str) -> Vec<(&'static str, Vec<String>)> {
    let stack = |property: &'static str| {
        let (_, after) = style.split_once(&format!("{property}:"))?;
        let (value, _) = after.split_once(';')?;
        Some((property, value.split(',').map(|family| family.trim().trim_matches('"').to_owned()).collect()))
    };
    STACKS.into_iter().filter_map(stack).collect()
}

/// Returns the font for the first of `families` that is installed or generic. Returns `None` if there is no such
/// family, or if fc-match cannot be run.
fn find_font(families: &[String]) -> Option<String> {
    let mut answers = families.iter().map(|family| {
        let mut command = Command::new("fc-match");
        command.args(["--format", "%{family[0]}", family]);
        Some((family, child::answer(command)?))
    });
    let generic = |family: &str| ["serif", "sans-serif", "system-ui"].contains(&family);
    answers.find_map(|answer| match answer {
        Some((family, font)) => (generic(family) || *family == font).then_some(Some(font)),
        None => Some(None),
    })?
}

#[cfg(test)]
mod tests {
    use super::stacks;

    #[test]
    fn stacks_are_read_over_several_lines() {
        let style = ":root {\n  --serif: \"Yu Mincho\", serif;\n  --sans: \"Hiragino Sans\",\n    sans-serif;\n}";
        let families = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(stacks(style), [("--serif", families(&["Yu Mincho", "serif"])), ("--sans", families(&["Hiragino Sans", "sans-serif"]))]);
    }
}
