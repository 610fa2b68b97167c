//! `cargo xtask budget`: weighs the written pages and compares the weights with the budget. With `--save`, the command
//! also writes each limit on pages, and the value of the heaviest page, into `docs/BENCHMARKS.md`.

mod figure;
mod kinds;
mod limits;
mod page;
mod site_files;
mod wasm_breakdown;

use crate::{
    benchmarks_file::{self, Goal},
    table::Table,
    weight::Weight,
};
use anyhow::{Result, bail};
use clap::Args;
use figure::{Figure, Kilobytes};
use limits::{Budget, Limit, Of, Verdict};
use page::Page;
use site_files::SiteFiles;
use xtask::{progress::Step, project::Project};

/// The options of `cargo xtask budget`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Write the limits on pages, and the values of the heaviest pages, into docs/BENCHMARKS.md
    #[arg(long)]
    save: bool,
    /// Show gzip and uncompressed figures too
    #[arg(long)]
    all: bool,
    /// List the size of the app's WebAssembly by crate and by function, instead of weighing the pages
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

/// Weighs every page and the whole site, and compares the weights with the budget. With `options.wasm`, lists the size
/// of the app's WebAssembly instead.
///
/// # Errors
/// Fails if there is no site, if a file of the site or the budget cannot be read, if a page or the whole site exceeds
/// the budget, or if `docs/BENCHMARKS.md` cannot be written. With `options.wasm`, fails if a tool is missing and cannot
/// be installed, or if the build or the analysis fails.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.wasm {
        return wasm_breakdown::list(project);
    }
    let budget = Budget::read(project)?;
    let step = Step::start("weighing the pages");
    let mut site_files = SiteFiles::open(&project.dist())?;
    let mut pages = Vec::new();
    for file in site_files.pages()? {
        let page = Page::read(&file, &mut site_files)?;
        step.detail(&page.path);
        pages.push(page);
    }
    if pages.is_empty() {
        bail!("there is no page in {}; `cargo xtask build` writes the site", project.dist().display());
    }
    step.done(&format!("weighed {} pages", pages.len()));

    println!("\nkB; of each kind of page the heaviest\n");
    println!("{}", show(&pages, options.all));
    println!("A repeat visit fetches what a changed text makes new; where nothing has changed, only headers.\n");
    let mut too_heavy = check_limits(&budget, &pages);
    let site = Figure::Bytes(site_files.size()?);
    print_figure("the site", site, "all files", &budget.site);
    if budget.site.verdict(site) == Verdict::Over {
        too_heavy.push("the site".to_owned());
    }
    if options.save {
        benchmarks_file::save(project, &goals(&budget, &pages), "cargo xtask budget --save")?;
    }
    if too_heavy.is_empty() {
        return Ok(());
    }
    bail!("too heavy: {}. Save elsewhere what was added, or accept it with its reason in crates/bench/budget.toml", too_heavy.join(", "))
}

/// Makes the table of weights, with the heaviest page of each group of pages. If `all` is false, the table has only the
/// Brotli sizes.
fn show(pages: &[Page], all: bool) -> Table {
    let mut table = Table::new(["page", "as"].into_iter().chain(COLUMNS.map(|(name, _)| name)));
    for (kind, count, page) in kinds::kinds(pages) {
        let name = if count == 1 { kind } else { format!("{kind} ({count}: {})", page.path) };
        type Packing = (&'static str, fn(Weight) -> usize);
        let packings: [Packing; 3] = [("raw", |weight| weight.raw), ("gzip", |weight| weight.gzip), ("brotli", |weight| weight.brotli)];
        for (packing, bytes) in packings.into_iter().filter(|(packing, _)| all || *packing == "brotli") {
            let cells = COLUMNS.iter().map(|(_, weight)| Kilobytes(bytes(weight(page))).to_string());
            table.row([name.clone(), packing.to_owned()].into_iter().chain(cells));
        }
    }
    table
}

/// Returns each limit on pages with the value of the heaviest page to which the limit applies.
fn goals(budget: &Budget, pages: &[Page]) -> Vec<Goal> {
    let goal = |(name, limit, of): (&str, &Limit, Of)| {
        let figures = pages.iter().filter(|page| of.is_about(page.kind())).map(|page| of.figure(page));
        let heaviest = figures.max_by(|one, other| one.value().total_cmp(&other.value()))?;
        // The name of the limit on elements already begins with the unit.
        let unit = heaviest.unit();
        let name = if name.starts_with(unit) { name.to_owned() } else { format!("{unit} {name}") };
        Some(Goal { name, limit: limit.limit(), reached: heaviest.value() })
    };
    budget.of_pages().into_iter().filter_map(goal).collect()
}

/// Prints each limit on pages with the heaviest page to which the limit applies. Returns a description of each of these
/// limits that is exceeded.
fn check_limits(budget: &Budget, pages: &[Page]) -> Vec<String> {
    let mut too_heavy = Vec::new();
    for (name, limit, of) in budget.of_pages() {
        let pages = || pages.iter().filter(|page| of.is_about(page.kind()));
        let Some(heaviest) = pages().max_by(|one, other| of.figure(one).value().total_cmp(&of.figure(other).value())) else { continue };
        print_figure(name, of.figure(heaviest), &heaviest.path, limit);
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

/// Prints a line about a limit: its name, the measured figure, the page or files that were measured (`what`), and the
/// verdict.
fn print_figure(name: &str, figure: Figure, what: &str, limit: &Limit) {
    println!("{name:<25} {:>13}  {what:<12} {}", figure.to_string(), limit.say(figure));
}
