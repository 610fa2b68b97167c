//! Scripts that stand in files of their own and go to browsers as they are, without their comments.

use story::Story;

/// The script of an embed.
pub(super) const HEIGHT: &str = include_str!("height.js");
/// The script of the page that makes snippets.
pub(super) const HOW: &str = include_str!("how.js");
/// The script for pages that embed.
const HOST: &str = include_str!("embed.js");

/// The script for pages that embed, which knows the languages with a folder of their own.
pub fn host_script(story: &Story) -> String {
    let folders: Vec<_> = story.editions.iter().skip(1).map(|edition| format!("\"{}\"", edition.language)).collect();
    stripped(HOST).replace("FOLDERS", &format!("[{}]", folders.join(",")))
}

/// `script` without the lines that are comments, without indentation and empty lines.
pub(super) fn stripped(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
