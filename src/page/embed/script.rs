//! Scripts that stand in files of their own and are put into pages as they are, without their comments.

/// The script of an embed.
pub(super) const HEIGHT: &str = include_str!("height.js");

/// `script` without the lines that are comments, without indentation and empty lines.
pub(super) fn stripped(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
