//! Tests the explainer in a real WordPress. The posts embed the explainer in three ways: by an address in a classic
//! post, by an address in an embed block, and by markup in a Custom HTML block. The test takes screenshots of the posts
//! at the widths of a phone and of a desktop page, in light and dark colours. It also counts how often a pasted address
//! becomes a frame.
//!
//! This test is not part of `cargo xtask test`. It needs PHP, MariaDB and WordPress, which Debian has (`apt-get install
//! wordpress php-cli php-mysql mariadb-server wordpress-theme-twentytwentyone`), and Chromium with its driver. The site
//! has to be built for <https://news.example/explainer/>, as `cargo xtask test` builds it.
//!
//! ```text
//! EXPLAINER_BASE_URL=https://news.example/explainer/ cargo test -p tests --test wordpress -- FOLDER [LOADS]
//! ```
//!
//! The test writes screenshots to FOLDER and measurements to standard output. LOADS is the number of times that a post
//! with a vote is loaded, by default three hundred.

mod look;
mod publisher;

use anyhow::{Context, Result, bail, ensure};
use look::Looking;
use publisher::Publisher;
use std::{env, path::PathBuf, process::ExitCode};
use tests::{proxy::Proxy, written};
use tokio::net::TcpListener;

/// The path of the page of a vote. The embed of the vote is so small that it loads before its frame has a height.
const VOTE: &str = "un-history/hrc-25-25/";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("skipped: name a folder for the pictures, cargo test -p tests --test wordpress -- FOLDER [LOADS]");
        return ExitCode::SUCCESS;
    };
    let loads = arguments.next().and_then(|loads| loads.parse().ok()).unwrap_or(300);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(run(&folder, loads)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(folder: &std::path::Path, loads: usize) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let base = written::base_url();
    ensure!(base.origin() == "https://news.example", "build the site for https://news.example/explainer/");
    // This server answers WordPress directly, and the browser through the proxy.
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let plain = listener.local_addr()?;
    let site = xtask::server::router(&written::dist())?;
    let router = axum::Router::new().nest_service(base.folder().trim_end_matches('/'), site);
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let proxy = Proxy::new().await?;
    let port = proxy.port()?;

    let publisher = Publisher::open(&format!("http://{plain}/"), &posts(&base)).await?;
    let looked = proxy.before(plain, async {
        let looking = Looking::start(port).await?;
        for (name, address) in publisher.posts() {
            for width in [390, 1000] {
                for theme in ["light", "dark"] {
                    let description = looking.at(address, width, theme, &folder.join(format!("{name}-{width}-{theme}.png"))).await;
                    println!("{name}, {width} px, {theme}: {}", description.with_context(|| name.clone())?);
                }
            }
        }
        let vote = publisher.posts().find(|(name, _)| *name == "embed-block-vote").context("no post has the vote")?.1;
        let mut frames = 0;
        for _ in 0..loads {
            frames += usize::from(looking.becomes_a_frame(vote).await?);
        }
        println!("{loads} loads of a pasted vote: {frames} frames");
        if frames != loads {
            bail!("{} loads left a bare link", loads - frames);
        }
        Ok(())
    });
    let done = looked.await?;
    serving.abort();
    done
}

/// Returns the names and contents of the posts, as an editor writes them.
fn posts(base: &story::BaseUrl) -> Vec<(String, String)> {
    let block = |address: &str| {
        format!(
            "<!-- wp:paragraph --><p>A paragraph before it.</p><!-- /wp:paragraph -->\n\n<!-- wp:embed {{\"url\":\"{address}\",\"type\":\"rich\"}} -->\n\
             <figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->\n\n\
             <!-- wp:paragraph --><p>A paragraph after it.</p><!-- /wp:paragraph -->"
        )
    };
    let html = |markup: &str| {
        format!("<!-- wp:paragraph --><p>A paragraph before it.</p><!-- /wp:paragraph -->\n\n<!-- wp:html -->\n{markup}\n<!-- /wp:html -->")
    };
    let at = |path: &str| base.join(path);
    vec![
        ("classic-whole".to_owned(), format!("A paragraph before it.\n\n{}\n\nA paragraph after it.", at(""))),
        ("classic-years-dark".to_owned(), format!("A paragraph before it.\n\n{}\n\nA paragraph after it.", at("embed/dark/years/"))),
        ("embed-block-shift".to_owned(), block(&at("shift/"))),
        ("embed-block-threads".to_owned(), block(&at("embed/threads/"))),
        ("embed-block-vote".to_owned(), block(&at(VOTE))),
        ("embed-block-japanese".to_owned(), block(&at("ja/abductions/"))),
        (
            "html-block-frame".to_owned(),
            html(&format!(
                "<div><iframe src=\"{}\" title=\"An example\" width=\"100%\" height=\"900\" frameborder=\"0\" loading=\"lazy\" style=\"display:block;width:100%;border:0\"></iframe></div>",
                at("embed/counts/")
            )),
        ),
        (
            "html-block-element".to_owned(),
            html(&format!(
                "<script async src=\"{}\"></script>\n<policy-shift-explainer part=\"years\" lang=\"en\" theme=\"auto\"><a href=\"{}\">An example</a></policy-shift-explainer>",
                at("embed.js"),
                at("shift/")
            )),
        ),
    ]
}
