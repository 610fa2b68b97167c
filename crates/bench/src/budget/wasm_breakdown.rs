//! `cargo xtask budget --wasm`: lists the size of the app's WebAssembly by crate and by function. The WebAssembly of
//! `share` and of `search` is not listed.
//!
//! The published file has no function names. So this command builds the file again with the same tools and options, but
//! makes wasm-opt keep the names. Unlike the build of the site, the command does not shorten the names of imports and
//! exports. The listed sizes are uncompressed.

use super::figure::Kilobytes;
use crate::table::Table;
use anyhow::{Context, Result, bail, ensure};
use scraper::{Html, Selector};
use serde::Deserialize;
use std::{collections::BTreeMap, ffi::OsStr, fs, process::Command};
use xtask::{child, progress::Step, project::Project, tools::Toolbox};

const PROGRAM: &str = "explainer";
const FUNCTIONS: usize = 40;

/// An item in the JSON list of twiggy.
#[derive(Deserialize)]
struct Item {
    name: String,
    shallow_size: usize,
}

/// Builds the WebAssembly with function names, and prints its size by crate and by function.
pub(super) fn list(project: &Project) -> Result<()> {
    let path = Toolbox::with_twiggy(project)?.path()?;
    let folder = project.root().join("target/bench/names");
    fs::create_dir_all(&folder)?;
    let options = options(project)?;

    let compiled = project.root().join("target/wasm32-unknown-unknown/release").join(format!("{PROGRAM}.wasm"));
    let mut cargo = child::cargo();
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--bin", PROGRAM]).envs(Toolbox::for_wasm());
    run(project, cargo, &path, "compiling")?;
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(&compiled);
    run(project, bindgen, &path, "binding")?;
    let named = folder.join("named.wasm");
    let mut shrink = Command::new("wasm-opt");
    shrink.args(["-Oz", "--debuginfo"]).args(options).arg(folder.join(format!("{PROGRAM}_bg.wasm"))).arg("-o").arg(&named);
    run(project, shrink, &path, "shrinking")?;
    let mut twiggy = Command::new("twiggy");
    twiggy.args(["top", "-n", "100000", "-f", "json"]).arg(&named);
    let output = run(project, twiggy, &path, "weighing")?;
    let start = output.find('[').context("twiggy printed no list")?;
    let items: Vec<Item> = serde_json::from_str(&output[start..]).context("the list that twiggy printed")?;
    print(&items);
    Ok(())
}

fn print(items: &[Item]) {
    // Subsections contain the names, which the published file does not have.
    let shipped: Vec<&Item> = items.iter().filter(|item| !item.name.ends_with("subsection")).collect();
    let all: usize = shipped.iter().map(|item| item.shallow_size).sum();
    let share = |bytes: usize| format!("{:.1} %", 100.0 * bytes as f64 / all as f64);
    let mut crates: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for item in &shipped {
        let (bytes, count) = crates.entry(origin(&item.name)).or_default();
        *bytes += item.shallow_size;
        *count += 1;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
    let mut table = Table::new(["of", "kB", "share", "items"]);
    for (name, (bytes, count)) in crates {
        table.row([name, Kilobytes(bytes).to_string(), share(bytes), count.to_string()]);
    }
    println!("\n{} kB before compression, as shipped but for the names\n\n{table}", Kilobytes(all));
    let mut table = Table::new(["the largest", "kB", "share"]);
    for item in shipped.iter().take(FUNCTIONS) {
        table.row([short(&item.name), Kilobytes(item.shallow_size).to_string(), share(item.shallow_size)]);
    }
    println!("{table}");
}

/// Removes the hash from a function's name, and shortens a name with more than 100 characters. Replaces `|`, because it
/// separates the cells of a table.
fn short(name: &str) -> String {
    let name = name.rsplit_once("::h").filter(|(_, hash)| hash.len() == 16).map_or(name, |(name, _)| name);
    let name = name.replace('|', "/");
    if name.chars().count() > 100 { name.chars().take(99).chain(['…']).collect() } else { name }
}

/// Returns the name of the crate that contains the item `name`. For data and for a name without a path, returns a
/// description of such items.
fn origin(name: &str) -> String {
    if name.starts_with("data segment") || name.starts_with("data[") {
        return "data (texts, tables, panics)".to_owned();
    }
    // The function `<crate::Type as other::Trait>::name` belongs to `crate`.
    let path = name.trim_start_matches(['<', '&', '(', '[', '*']).trim_start_matches("mut ").trim_start_matches("dyn ");
    let first: String = path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let rest = &path[first.len()..];
    let rest = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(rest, |(_, rest)| rest);
    if rest.starts_with("::") && !first.is_empty() { first } else { "other (imports, tables, glue, without a path)".to_owned() }
}

/// Returns the options of wasm-opt that `index.html` sets for Trunk.
fn options(project: &Project) -> Result<Vec<String>> {
    let file = project.root().join("index.html");
    let page = Html::parse_document(&fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
    let selector = Selector::parse("link[data-bin]").map_err(|error| anyhow::anyhow!("{error}"))?;
    let link = page.select(&selector).find(|link| link.attr("data-bin") == Some(PROGRAM));
    let link = link.with_context(|| format!("{} names no program {PROGRAM}", file.display()))?;
    ensure!(
        link.attr("data-wasm-opt") == Some("z"),
        "{}: data-wasm-opt is not z any more, but `budget --wasm` still assumes it",
        file.display()
    );
    let options =
        link.attr("data-wasm-opt-params").with_context(|| format!("{}: {PROGRAM} has no data-wasm-opt-params", file.display()))?;
    Ok(options.split_whitespace().map(str::to_owned).collect())
}

fn run(project: &Project, mut command: Command, path: &OsStr, what: &str) -> Result<String> {
    let step = Step::start(what);
    let program = command.get_program().to_string_lossy().into_owned();
    command.current_dir(project.root()).env("PATH", path);
    let finished = child::run(command, |line| step.follow(line)).with_context(|| format!("cannot run {program}"))?;
    if !finished.status.success() {
        drop(step);
        eprint!("{}", finished.output);
        bail!("{program} has not succeeded; see above");
    }
    Ok(finished.output)
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert!(origin(name).starts_with(expected), "{name}: {}", origin(name));
    }

    #[test]
    fn functions_are_of_the_crate_whose_code_they_are() {
        check("yew::html::component::scope::run", "yew");
        check("yew[4f3a]::scheduler::start", "yew");
        check("<explainer::islands::shift::Shift as yew::Component>::view", "explainer");
        check("<&mut serde::de::Thing as core::fmt::Write>::write_str", "serde");
        check("data segment \".rodata\"", "data");
        check("data[0]", "data");
        check("code[12]", "other");
        check("__wbindgen_malloc", "other");
    }
}
