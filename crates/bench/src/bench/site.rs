//! Serves each measured site at its own origin, with the server of `cargo xtask serve`.

use crate::weight::{brotli, sibling};
use anyhow::{Context, Result};
use std::{fs, path::Path};
use tokio::{net::TcpListener, task::JoinHandle};

/// The kind of markup that a site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// The markup of the explainer.
    Explainer,
    /// The markup of the explainer without its scripts.
    Scriptless,
    /// The markup of a peer site.
    Peer,
}

/// A site that the benchmark measures, with its own server. The server stops when this value is dropped.
#[derive(Debug)]
pub(super) struct Site {
    /// The name of the site in tables.
    pub(super) name: String,
    pub(super) origin: String,
    /// The kind of markup, which determines the selectors of the controls.
    pub(super) markup: Markup,
    task: JoinHandle<()>,
}

impl Site {
    /// Starts a server for a folder, at a free port.
    pub(super) async fn serve(name: &str, folder: &Path, markup: Markup) -> Result<Self> {
        let router = xtask::server::router(folder)?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            // The server runs until the task is aborted, so its result does not matter.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { name: name.to_owned(), origin, markup, task })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Copies the given pages of a site from `from` to `to` without their scripts. `pages` has the paths of the pages'
/// folders.
pub(super) fn copy_without_script(from: &Path, to: &Path, pages: &[&str]) -> Result<()> {
    let wanted = |path: &Path| path.is_file() && ["index.html", "favicon.svg", "_headers"].iter().any(|name| path.ends_with(name));
    pages.iter().try_for_each(|page| copy(&from.join(page), &to.join(page), &wanted, &without_script))
}

/// Copies a site. In the copy, each HTML, CSS, JavaScript, JSON, WebAssembly or SVG file has a
/// Brotli sibling, so that all measured sites are sent with the same compression.
pub(super) fn copy_compressed(from: &Path, to: &Path) -> Result<()> {
    copy(from, to, &|_| true, &str::to_owned)
}

fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool, change: &dyn Fn(&str) -> String) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let source = entry?.path();
        let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let target = to.join(&name);
        if !wanted(&source) {
            continue;
        }
        if source.is_dir() {
            copy(&source, &target, wanted, change)?;
        } else if !name.ends_with(".br") {
            let bytes = fs::read(&source)?;
            let changed = if name.ends_with(".html") { change(&String::from_utf8_lossy(&bytes)).into_bytes() } else { bytes.clone() };
            let known = sibling(&source);
            if ["html", "css", "js", "mjs", "json", "wasm", "svg"].iter().any(|ending| name.rsplit('.').next() == Some(ending)) {
                let packed = if changed == bytes && known.is_file() { fs::read(known)? } else { brotli(&changed)? };
                fs::write(sibling(&target), packed)?;
            }
            fs::write(target, changed)?;
        }
    }
    Ok(())
}

/// Removes all scripts from the markup of a page, but keeps data blocks such as JSON-LD.
fn without_script(page: &str) -> String {
    let mut output = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let end = rest[start..].find("</script>").map_or(rest.len(), |end| start + end + "</script>".len());
        output.push_str(&rest[..start]);
        let is_data = rest[start..end].split('>').next().is_some_and(|tag| tag.contains("json"));
        if is_data {
            output.push_str(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    output.push_str(rest);
    output
}

#[cfg(test)]
mod tests {
    use super::without_script;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(without_script(page), expected);
    }

    #[test]
    fn scripts_go_and_data_stays() {
        check("a<script type=\"module\">import</script>b<script src=\"/c.js\"></script>d", "abd");
        check("a<script type=\"application/ld+json\">{}</script>b", "a<script type=\"application/ld+json\">{}</script>b");
    }
}
