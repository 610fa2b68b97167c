//! `cargo xtask budget`: what the written pages weigh, against the budget and against what was committed last.

mod figure;
mod kinds;
mod limits;
mod page;
mod site_files;
mod wasm_breakdown;

use crate::{
    record::{Section, today},
    table::{Table, rows},
    weight::Weight,
};
use anyhow::{Result, bail};
use clap::Args;
use figure::{Figure, Kilobytes};
use limits::{Budget, Limit, Verdict};
use page::Page;
use site_files::SiteFiles;
use xtask::{progress::Step, project::Project};

/// What to do.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Write the figures into BENCHMARKS.md, to compare with from then on
    #[arg(long)]
    save: bool,
    /// Show gzip and uncompressed figures too, as BENCHMARKS.md does
    #[arg(long)]
    all: bool,
    /// Say what the WebAssembly is made of, by crate and by function, instead of weighing the pages
    #[arg(long)]
    wasm: bool,
}

/// The name of a column, and the function that reads its weight from a page.
type Column = (&'static str, fn(&Page) -> Weight);
const COLUMNS: [Column; 7] = [
    ("HTML and CSS", |page| page.html),
    ("of it CSS", |page| page.css),
    ("scripts", |page| page.scripts),
    ("WASM", |page| page.wasm),
    ("images", |page| page.images),
    ("first visit", |page| page.first_visit),
    ("repeat visit", |page| page.repeat_visit),
];

/// Weighs the site.
///
/// # Errors
/// If there is no site, or it is heavier than the budget allows.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.wasm {
        return wasm_breakdown::list(project);
    }
    let budget = Budget::read(project)?;
    let section = Section::new(project, "budget");
    let step = Step::start("weighing the pages");
    let mut shelf = SiteFiles::open(&project.dist())?;
    let mut pages = Vec::new();
    for file in shelf.pages()? {
        let page = Page::read(&file, &mut shelf)?;
        step.detail(&page.path);
        pages.push(page);
    }
    if pages.is_empty() {
        bail!("there is no page in {}; `cargo xtask build` writes the site", project.dist().display());
    }
    step.done(&format!("weighed {} pages", pages.len()));

    println!("\nkB; of each kind of page the heaviest; in brackets the change since the figures in BENCHMARKS.md\n");
    println!("{}", show(&pages, options.all, Some(&section.read())));
    println!("A repeat visit fetches what a changed text makes new; where nothing has changed, only headers.\n");
    let mut too_heavy = judge(&budget, &pages);
    let site = Figure::Bytes(shelf.size()?);
    tell("the site", site, "all files", &budget.site);
    if budget.site.verdict(site) == Verdict::Over {
        too_heavy.push("the site".to_owned());
    }
    if options.save {
        let told = show(&pages, true, None);
        section
            .write(&format!("{}, `cargo xtask budget --save`; kB (1,000 bytes), of each kind of page the heaviest.\n\n{told}", today()))?;
    }
    if too_heavy.is_empty() {
        return Ok(());
    }
    bail!("too heavy: {}. Save elsewhere what was added, or accept it with its reason in Cargo.toml", too_heavy.join(", "))
}

/// The table; with the change against figures that were saved.
fn show(pages: &[Page], all: bool, saved: Option<&str>) -> Table {
    let mut table = Table::new(["page", "as"].into_iter().chain(COLUMNS.map(|(name, _)| name)));
    for (kind, count, page) in kinds::kinds(pages) {
        let name = if count == 1 { kind } else { format!("{kind} ({count}: {})", page.path) };
        type Packing = (&'static str, fn(Weight) -> usize);
        let packings: [Packing; 3] = [("raw", |weight| weight.raw), ("gzip", |weight| weight.gzip), ("brotli", |weight| weight.brotli)];
        for (packing, bytes) in packings.into_iter().filter(|(packing, _)| all || *packing == "brotli") {
            let before = saved.and_then(|saved| rows(saved).find(|row| row.starts_with(&[&name, packing])));
            let cells = COLUMNS.iter().enumerate().map(|(index, (_, weight))| {
                let now = Kilobytes(bytes(weight(page))).to_string();
                let before = before.as_ref().and_then(|row| row.get(index + 2)).copied();
                match before.map(|before| (now.parse().unwrap_or(0.0), before.parse().unwrap_or(0.0))) {
                    Some::<(f64, f64)>((this, last)) if before != Some(&now) => format!("{now} ({:+.1})", this - last),
                    _ => now,
                }
            });
            table.row([name.clone(), packing.to_owned()].into_iter().chain(cells));
        }
    }
    table
}

/// Says how the pages stand to the budget; names what is too heavy.
fn judge(budget: &Budget, pages: &[Page]) -> Vec<String> {
    let mut too_heavy = Vec::new();
    for (name, limit, of) in budget.of_pages() {
        let pages = || pages.iter().filter(|page| of.is_about(page.kind()));
        let Some(heaviest) = pages().max_by(|one, other| of.figure(one).value().total_cmp(&of.figure(other).value())) else { continue };
        tell(name, of.figure(heaviest), &heaviest.path, limit);
        let over = |page: &&Page| limit.verdict(of.figure(page)) == Verdict::Over;
        let count = pages().filter(over).count();
        if count > 0 {
            too_heavy.push(format!(
                "{name} of {}{}",
                heaviest.path,
                if count > 1 { format!(" and {} more", count - 1) } else { String::new() }
            ));
        }
    }
    too_heavy
}

/// Says how a figure, of `what`, stands to its limit.
fn tell(name: &str, figure: Figure, what: &str, limit: &Limit) {
    println!("{name:<25} {:>13}  {what:<12} {}", figure.to_string(), limit.say(figure));
}
