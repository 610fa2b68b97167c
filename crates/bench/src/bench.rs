//! `cargo xtask bench`: measures how fast the written site is in a real browser. Each run also measures the same page
//! without script, and optionally another folder of static files.
//!
//! The ratios between the sites are the result. The absolute times depend on the computer.

mod generate;
mod growth;
mod interactions;
mod load;
mod memory;
mod numbers;
mod quota;
mod results;
mod site;
mod visit;

use crate::record::{Section, today};
use anyhow::{Context, Result, ensure};
use clap::Args;
use growth::Size;
use interactions::{Scope, Told};
use results::Results;
use site::Site;
use std::{fs, path::PathBuf};
use tests::engine::{Engine, Family};
use visit::Conditions;
use xtask::{progress::Step, project::Project};

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How often to repeat each measurement; each repetition starts a new browser
    #[arg(long, default_value_t = 7)]
    runs: u32,
    /// Another folder of static files to measure in the same runs
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// Measure only these: load, presses, lost, interactions, work, growth; or quota, which needs root
    #[arg(long, value_delimiter = ',', default_values_t = PARTS[..6].iter().map(|part| (*part).to_owned()))]
    only: Vec<String>,
    /// Write the tables into BENCHMARKS.md
    #[arg(long)]
    save: bool,
}

const PARTS: [&str; 7] = ["load", "presses", "lost", "interactions", "work", "growth", "quota"];
const PACE: (&str, Told) = ("interactions", Told::Pace);
const WORK: (&str, Told) = ("work for interactions", Told::Work);
const SLOW: Conditions = Conditions { cpu: 4, slow_network: true, share: None };
const FAST: Conditions = Conditions { cpu: 1, slow_network: false, share: None };
const WEAK: Conditions = Conditions { cpu: 1, slow_network: true, share: Some(0.4) };
const LOADS: u32 = 30;

/// Measures the site in `dist/`.
///
/// # Errors
/// Fails if there is no site or no browser, or if the app does not start in the page.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if let Some(unknown) = options.only.iter().find(|part| !PARTS.contains(&part.as_str())) {
        anyhow::bail!("--only does not know {unknown:?}; it takes {}", PARTS.join(", "));
    }
    ensure!(project.dist().join("index.html").is_file(), "there is no site to measure; `cargo xtask build` writes it");
    ensure!(options.runs > 0, "--runs has to be at least 1");
    tokio::runtime::Runtime::new()?.block_on(measure(project, options))
}

async fn measure(project: &Project, options: &Options) -> Result<()> {
    let folder = project.root().join("target/bench");
    let engine = Engine::ready(Family::Chromium)?;
    let browser = load::browser_version(&engine).await?;
    let mut sites = vec![Site::serve("site", &project.dist()).await?];
    site::copy_without_script(&project.dist(), &folder.join("plain"))?;
    sites.push(Site::serve("without script", &folder.join("plain")).await?);
    if let Some(other) = &options.against {
        site::copy_compressed(other, &folder.join("against"))?;
        let name = other.file_name().map_or_else(|| "other".into(), |name| name.to_string_lossy().into_owned());
        sites.push(Site::serve(&name, &folder.join("against")).await?);
    }
    let wanted = |part: &str| options.only.iter().any(|only| only == part);
    let mut results = Results::default();
    let mut told = Vec::new();
    if wanted("quota") {
        let step = Step::start("loading the page with 0.4 of a processor");
        for run in 1..=options.runs {
            for site in &sites {
                step.detail(&format!("run {run} of {}: {}", options.runs, site.name));
                load::measure(&engine, site, "load, with 0.4 of a processor for the whole browser", WEAK, &mut results).await?;
            }
        }
        step.done("loaded the page with 0.4 of a processor");
    }
    if wanted("load") || wanted("presses") {
        let step = Step::start("loading the page");
        for run in 1..=options.runs {
            for site in &sites {
                step.detail(&format!("run {run} of {}: {}", options.runs, site.name));
                if wanted("load") {
                    load::measure(&engine, site, "load, slowed down", SLOW, &mut results).await?;
                    load::measure(&engine, site, "load, as this computer is", FAST, &mut results).await?;
                }
                if wanted("presses") {
                    for press in load::PRESSES {
                        load::measure_press(&engine, site, "first press, slowed down", press.0, press, SLOW, &mut results).await?;
                    }
                }
            }
        }
        step.done("loaded the page");
    }
    if wanted("lost") {
        let step = Step::start("pressing while the app arrives");
        let (made, lost) = load::lost_presses(&engine, &sites[0], LOADS, |line| step.detail(line)).await?;
        step.done(&format!("pressed in {made} loads"));
        told.push(format!("Presses before, while and after the app comes alive: {made}, a load each; lost: {lost}."));
    }
    if wanted("interactions") || wanted("work") {
        let step = Step::start("using every island");
        let tables = [PACE, WORK].into_iter().filter(|(_, told)| wanted(if *told == Told::Pace { "interactions" } else { "work" }));
        let tables: Vec<_> = tables.collect();
        for run in 1..=options.runs {
            for site in &sites {
                step.detail(&format!("run {run} of {}: {}", options.runs, site.name));
                for table in &tables {
                    interactions::measure(&engine, site, *table, Scope::All, None, &mut results).await?;
                }
            }
        }
        step.done("used every island");
    }
    if wanted("growth") {
        grow(project, options, &engine, &mut results).await?;
    }
    report(project, options, &browser, &results, &told)
}

async fn grow(project: &Project, options: &Options, engine: &Engine, results: &mut Results) -> Result<()> {
    let folder = project.root().join("target/bench");
    for size in growth::SIZES {
        let [site, plain] = size.write(project, &folder)?;
        let sites = [Site::serve("site", &site).await?, Site::serve("without script", &plain).await?];
        let step = Step::start(&format!("using the site with {}", size.name()));
        for run in 1..=options.runs {
            for site in &sites {
                step.detail(&format!("run {run} of {}: {}", options.runs, site.name));
                let scope = match size {
                    Size::Events(_) => Scope::Timeline,
                    Size::Resolutions(_) => Scope::Votes,
                };
                if scope == Scope::Timeline {
                    let measure = format!("{}: {}", size.name(), load::FILTER.0);
                    load::measure_press(engine, site, "growth", &measure, load::FILTER, SLOW, results).await?;
                }
                for table in [("growth, interactions", Told::Pace), ("growth, work for interactions", Told::Work)] {
                    interactions::measure(engine, site, table, scope, Some(&size.name()), results).await?;
                }
            }
        }
        step.done(&format!("used the site with {}", size.name()));
    }
    Ok(())
}

fn report(project: &Project, options: &Options, browser: &str, results: &Results, told: &[String]) -> Result<()> {
    let folder = project.root().join("target/bench");
    let file = folder.join("results.json");
    fs::create_dir_all(&folder)?;
    fs::write(&file, serde_json::to_string_pretty(results)?).with_context(|| format!("cannot write {}", file.display()))?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let conditions = format!(
        "{}, {browser}, {}, `cargo xtask {}`. Medians of {} with smallest and largest, in one run; slowed down: network 1.6 Mbit/s and \
         150 ms, processor 4x; interactions: p50 / p95 / longest in ms and how many, processor 4x, the ratio is that of p95; work: the same of the \
         main thread's processor time with the processor as it is, which neighbours on the computer change least.\n",
        today(),
        std::env::consts::OS,
        arguments.join(" "),
        options.runs
    );
    let (growth, rest): (Vec<_>, Vec<_>) = results.tables().into_iter().partition(|(name, _)| name.starts_with("growth"));
    for (section, tables, told) in [("bench", rest, told), ("growth", growth, &[][..])] {
        if tables.is_empty() && told.is_empty() {
            continue;
        }
        let mut text = conditions.clone();
        for (name, table) in tables {
            text.push_str(&format!("\n### {}{}\n\n{table}", name[..1].to_uppercase(), &name[1..]));
        }
        for line in told {
            text.push_str(&format!("\n{line}\n"));
        }
        println!("\n{text}");
        if options.save {
            Section::new(project, section).write(&text)?;
        }
    }
    println!("Every figure is in {}", file.display());
    Ok(())
}
