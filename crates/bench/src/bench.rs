//! `cargo xtask bench`: measures how fast the written site is in a real browser. A run also measures the same pages
//! without script, and optionally the peer sites and another folder of static files.
//!
//! Most goals are ratios between two sites in the same run, because absolute times depend on the computer.

mod generate;
mod goals;
mod growth;
mod interactions;
mod load;
mod memory;
mod peers;
mod presses;
mod quota;
mod results;
mod site;
mod statistics;
mod visit;

use crate::benchmarks_file;
use anyhow::{Context, Result, ensure};
use clap::Args;
use goals::{SCRIPTLESS, SITE};
use interactions::{Metric, Scope};
use presses::Press;
use results::Results;
use site::{Markup, Site};
use std::{fs, path::PathBuf};
use tests::engine::{Engine, Family};
use visit::Conditions;
use xtask::{progress::Step, project::Project};

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The number of times to make each measurement except `lost`, each time in a new browser
    #[arg(long, default_value_t = 7)]
    runs: u32,
    /// Build the first page in plain HTML, React and SvelteKit, and measure these pages in the same runs; needs Node.js
    #[arg(long)]
    peers: bool,
    /// Another folder of static files to measure in the same runs, with the explainer's own markup
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// Make only these measurements; `quota` needs root
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Part::Load, Part::Presses, Part::Vote, Part::Lost, Part::Interactions, Part::Work])]
    only: Vec<Part>,
    /// Write the goals into docs/BENCHMARKS.md
    #[arg(long)]
    save: bool,
}

/// A measurement that can be made by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The load of the first page: bytes, times and memory.
    Load,
    /// How soon the first press on the first page has its effect.
    Presses,
    /// How fast the page of a vote loads and shows its roll call, on this site and in plain HTML. Needs `--peers`.
    Vote,
    /// How many presses are lost while the app loads.
    Lost,
    /// How long interactions take until the next frame.
    Interactions,
    /// How long the main thread works for interactions.
    Work,
    /// How interactions and the sizes of pages change with the number of events and resolutions.
    Growth,
    /// How soon the first press has its effect if the browser gets 0.4 of a processor.
    Quota,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = clap::ValueEnum::to_possible_value(self).map(|value| value.get_name().to_owned());
        f.write_str(&name.unwrap_or_default())
    }
}

// The names of the tables. `LATENCY` and `WORK` also contain the measured quantity.
const LOAD: &str = "load, slowed down";
const LOAD_FAST: &str = "load, as this computer is";
const PRESSES: &str = "first press, slowed down";
const VOTE: &str = "the page of a vote, slowed down";
const ABLE: &str = "first press, with 0.4 of a processor for the whole browser";
const LATENCY: (&str, Metric) = ("interactions", Metric::Latency);
const WORK: (&str, Metric) = ("work for interactions", Metric::Work);
const GROWTH: &str = "growth, interactions";
const GROWTH_OF_PAGES: &str = "growth of the pages";
const GROWTH_WORK: &str = "growth, work for interactions";

const SLOW: Conditions = Conditions { cpu: 4, slow_network: true, share: None };
const FAST: Conditions = Conditions { cpu: 1, slow_network: false, share: None };
const WEAK: Conditions = Conditions { cpu: 1, slow_network: true, share: Some(0.4) };
const LOADS: u32 = 30;

/// Measures the site in `dist/`.
///
/// # Errors
/// Fails if there is no site, or if `options.runs` is 0. Fails if `vote` is the only measurement and `options.peers` is
/// false. Also fails if the browser cannot be found, installed or started, if another site to measure cannot be built
/// or copied, if a measurement fails, or if the results cannot be written.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    ensure!(project.dist().join("index.html").is_file(), "there is no site to measure; `cargo xtask build` writes it");
    ensure!(options.runs > 0, "--runs has to be at least 1");
    ensure!(options.peers || options.only != [Part::Vote], "`--only vote` compares with a page in plain HTML; add `--peers`");
    tokio::runtime::Runtime::new()?.block_on(measure(project, options))
}

async fn measure(project: &Project, options: &Options) -> Result<()> {
    let folder = project.root().join("target/bench");
    let engine = Engine::ready(Family::Chromium)?;
    let browser = load::browser_version(&engine).await?;
    let scope = if options.peers { Scope::FirstPage } else { Scope::All };
    let mut sites = vec![Site::serve(SITE, &project.dist(), Markup::Explainer).await?];
    site::copy_without_script(&project.dist(), &folder.join("plain"), &scope.pages())?;
    sites.push(Site::serve(SCRIPTLESS, &folder.join("plain"), Markup::Scriptless).await?);
    if let Some(other) = &options.against {
        site::copy_compressed(other, &folder.join("against"))?;
        let name = other.file_name().map_or_else(|| "other".into(), |name| name.to_string_lossy().into_owned());
        sites.push(Site::serve(&name, &folder.join("against"), Markup::Explainer).await?);
    }
    let mut vote = None;
    if options.peers {
        let (peers, page) = peers::serve(project, &folder).await?;
        sites.extend(peers);
        vote = Some(page);
    }
    let run = Run { engine, sites, runs: options.runs };
    let mut results = Results::default();
    let mut notes = Vec::new();
    for part in &options.only {
        match part {
            Part::Load => run.load(options.peers, &mut results).await?,
            Part::Presses => run.presses(PRESSES, SLOW, &mut results).await?,
            Part::Quota => run.presses(ABLE, WEAK, &mut results).await?,
            Part::Vote => {
                if let Some(page) = &vote {
                    run.vote(page, &mut results).await?;
                }
            }
            Part::Lost => notes.push(run.lost().await?),
            Part::Interactions => run.interactions(LATENCY, scope, &mut results).await?,
            Part::Work => run.interactions(WORK, scope, &mut results).await?,
            Part::Growth => run.growth(project, &mut results).await?,
        }
    }
    report(project, options, &browser, &results, &notes)
}

/// A browser, the sites to measure in it, and the number of repetitions.
struct Run {
    engine: Engine,
    sites: Vec<Site>,
    runs: u32,
}

impl Run {
    /// Returns all sites in turn, `runs` times. The sites take turns, so that other programs on the computer affect all
    /// sites alike.
    fn rounds<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a Site> {
        let runs = self.runs;
        (1..=runs).flat_map(move |run| self.sites.iter().inspect(move |site| step.detail(&format!("run {run} of {runs}: {}", site.name))))
    }

    async fn load(&self, slow_only: bool, results: &mut Results) -> Result<()> {
        let step = Step::start("loading the page");
        for site in self.rounds(&step) {
            load::measure(&self.engine, site, "", LOAD, SLOW, results).await?;
            if !slow_only {
                load::measure(&self.engine, site, "", LOAD_FAST, FAST, results).await?;
            }
        }
        step.done("loaded the page");
        Ok(())
    }

    async fn presses(&self, table: &'static str, conditions: Conditions, results: &mut Results) -> Result<()> {
        let step = Step::start("pressing as soon as there is something to press");
        for site in self.rounds(&step) {
            for press in presses::ON_FIRST_PAGE {
                presses::measure(&self.engine, site, "", press, (table, press.name()), conditions, results).await?;
            }
        }
        step.done("pressed as soon as there was something to press");
        Ok(())
    }

    async fn vote(&self, page: &str, results: &mut Results) -> Result<()> {
        let step = Step::start("loading the page of a vote");
        for site in self.rounds(&step) {
            let page = match site.name.as_str() {
                SITE => page,
                peers::PLAIN => peers::PLAIN_VOTE,
                _ => continue,
            };
            load::measure(&self.engine, site, page, VOTE, SLOW, results).await?;
            let press = Press::RollCall;
            presses::measure(&self.engine, site, page, press, (VOTE, press.name()), SLOW, results).await?;
        }
        step.done("loaded the page of a vote");
        Ok(())
    }

    async fn lost(&self) -> Result<String> {
        let step = Step::start("pressing while the app arrives");
        let (made, lost) = presses::lost(&self.engine, &self.sites[0], SLOW, LOADS, |line| step.detail(line)).await?;
        step.done(&format!("pressed in {made} loads"));
        Ok(format!("Presses before, while and after the app comes alive: {made}, a load each; lost: {lost}."))
    }

    async fn interactions(&self, table: (&'static str, Metric), scope: Scope, results: &mut Results) -> Result<()> {
        let step = Step::start("using the pages");
        for site in self.rounds(&step) {
            interactions::measure(&self.engine, site, table, scope, None, results).await?;
        }
        step.done("used the pages");
        Ok(())
    }

    async fn growth(&self, project: &Project, results: &mut Results) -> Result<()> {
        let folder = project.root().join("target/bench");
        for size in growth::SIZES {
            let [site, plain] = size.write(project, &folder)?;
            for (page, elements, weight) in size.weigh(&site)? {
                results.add(GROWTH_OF_PAGES, SITE, format!("{page} with {}: elements", size.name()), elements as f64);
                results.add(GROWTH_OF_PAGES, SITE, format!("{page} with {}: HTML, kB", size.name()), weight as f64 / 1000.0);
            }
            let sites =
                vec![Site::serve(SITE, &site, Markup::Explainer).await?, Site::serve(SCRIPTLESS, &plain, Markup::Scriptless).await?];
            let run = Self { engine: self.engine.clone(), sites, runs: self.runs };
            let step = Step::start(&format!("using the site with {}", size.name()));
            for site in run.rounds(&step) {
                for table in [(GROWTH, Metric::Latency), (GROWTH_WORK, Metric::Work)] {
                    interactions::measure(&run.engine, site, table, size.scope(), Some(&size.name()), results).await?;
                }
            }
            step.done(&format!("used the site with {}", size.name()));
        }
        Ok(())
    }
}

fn report(project: &Project, options: &Options, browser: &str, results: &Results, notes: &[String]) -> Result<()> {
    let folder = project.root().join("target/bench");
    let file = folder.join("results.json");
    fs::create_dir_all(&folder)?;
    fs::write(&file, serde_json::to_string_pretty(results)?).with_context(|| format!("cannot write {}", file.display()))?;
    let command = format!("cargo xtask {}", std::env::args().skip(1).collect::<Vec<_>>().join(" "));
    println!(
        "\n{browser}, {}, `{command}`. Medians of {} with smallest and largest, in one run; slowed down: network 1.6 Mbit/s and \
         150 ms, processor 4x; interactions: p50 / p95 / longest in ms and how many, processor 4x, the ratio is that of p95; work: the same of the \
         main thread's processor time with the processor as it is, which neighbours on the computer change least.",
        std::env::consts::OS,
        options.runs
    );
    for (name, table) in results.tables() {
        println!("\n{}{}\n\n{table}", name[..1].to_uppercase(), &name[1..]);
    }
    notes.iter().for_each(|line| println!("\n{line}"));
    let goals = goals::goals(results);
    println!("\nGoals\n\n{}", benchmarks_file::show(&goals));
    if options.save {
        benchmarks_file::save(project, &goals, &command)?;
    }
    println!("Every figure is in {}", file.display());
    Ok(())
}
