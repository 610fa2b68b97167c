//! Checks the embeds, the oEmbed answers by which WordPress embeds the pages of the site, and the configurations for
//! hosts. Each embed is complete, and the script in its head is small.

use crate::page::name;
use scraper::{Html, Selector};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use story::{Edition, Story};
use tests::written::{self, base_url};

/// The embeds of every edition, as paths below `embed/`. The embeds of recorded votes are left out. These paths must
/// never change.
const PIECES: [&str; 21] = [
    "",
    "shift/",
    "why/",
    "abductions/",
    "un-history/",
    "timeline/",
    "article/",
    "what-next/",
    "name-plates/",
    "years/",
    "before-and-after/",
    "reasons/",
    "names/",
    "coast/",
    "lists/",
    "counts/",
    "police-list/",
    "vote-patterns/",
    "geneva-votes/",
    "threads/",
    "verdicts/",
];

/// A selector for links whose targets a browser loads with the page. Icons are left out, because a browser does not
/// load the icon of a page in a frame.
const LOADING: &str = "link:not([rel='canonical'], [rel='alternate'], [rel='icon'])";

#[test]
fn every_piece_of_every_edition_is_written() {
    let written: BTreeSet<_> = embeds().into_keys().collect();
    let story = written::story();
    for (edition, folder) in editions(&story) {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        let pieces = PIECES.iter().map(|piece| (*piece).to_owned()).chain(votes.map(|vote| format!("un-history/{}/", vote.id)));
        for piece in pieces {
            assert!(written.contains(&format!("/{folder}embed/{piece}")), "/{folder}embed/{piece} was not written");
        }
    }
}

#[test]
fn an_embed_contains_the_targets_of_its_links() {
    for_each_embed(|path, html| {
        let ids: BTreeSet<_> = attributes(html, "[id]", "id").into_iter().collect();
        assert_eq!(ids.len(), attributes(html, "[id]", "id").len(), "{path} has an id twice");
        for (selector, attribute) in
            [("a[href^='#']", "href"), ("[popovertarget]", "popovertarget"), ("[aria-labelledby]", "aria-labelledby")]
        {
            for id in attributes(html, selector, attribute) {
                assert!(ids.contains(id.trim_start_matches('#')), "{path}: {attribute} {id} is not in the embed");
            }
        }
        let terms = attributes(html, "a.term", "href");
        let opened: BTreeSet<_> = terms.iter().filter_map(|href| Some(format!("word-{}", href.split_once("#term-")?.1))).collect();
        let popovers: BTreeSet<_> = attributes(html, "[popover]", "id").into_iter().collect();
        assert_eq!(opened, popovers, "{path} has to have exactly the popovers that it opens");
    });
}

/// Checks that no embed's address is the beginning of another embed's address, except for `embed/` and
/// `embed/un-history/`. Old listeners of Datawrapper resize the first frame whose address contains the key in a
/// message. So `height.js` gives these two embeds keys that no address contains.
#[test]
fn height_js_knows_each_embed_whose_address_begins_another() {
    let paths: Vec<String> = written::pages().into_iter().filter(written::Page::is_framed).map(|page| page.path).collect();
    let begins = paths.iter().filter(|path| paths.iter().any(|other| other != *path && other.starts_with(*path)));
    let unknown: Vec<_> = begins.filter(|path| !path.ends_with("/embed/") && !path.ends_with("/embed/un-history/")).collect();
    assert!(unknown.is_empty(), "height.js does not list {unknown:?}, with which other addresses begin");
}

#[test]
fn an_embed_has_the_sources_that_it_cites_and_no_others() {
    for_each_embed(|path, html| {
        let cited: BTreeSet<_> = attributes(html, "a[role='doc-noteref']", "href").into_iter().collect();
        let listed: BTreeSet<_> = attributes(html, ".sources > li", "id").iter().map(|id| format!("#{id}")).collect();
        assert_eq!(cited, listed, "{path}: the cited sources and the list differ");
        for (id, number) in attributes(html, ".sources > li", "id").iter().zip(attributes(html, ".sources > li", "value")) {
            assert_eq!(*id, format!("s{number}"), "{path}: the id and the number of a source differ");
        }
    });
}

#[test]
fn links_out_of_an_embed_open_a_new_tab() {
    for_each_embed(|path, html| {
        let selector = selector("a[href]:not([href^='#'])");
        let mut count = 0;
        for link in html.select(&selector) {
            let (target, rel) = (link.attr("target"), link.attr("rel"));
            assert!(target == Some("_blank") && rel == Some("noopener"), "{path}: {}", name(link));
            count += 1;
        }
        assert!(count > 0, "{path} has no link to the page to share");
    });
}

#[test]
fn an_embed_is_not_for_search_engines_but_its_page_to_share_is() {
    let shared: BTreeSet<_> = written::pages()
        .into_iter()
        .filter(written::Page::is_shared)
        .map(|page| base_url().join(page.path.trim_start_matches('/')))
        .collect();
    for_each_embed(|path, html| {
        assert!(attributes(html, "meta[name='robots']", "content").concat().starts_with("noindex"), "{path}");
        let canonical = attributes(html, "link[rel='canonical']", "href");
        assert!(matches!(&canonical[..], [page] if shared.contains(page)), "{path}: {canonical:?}");
        assert!(attributes(html, "a#whole", "href") == canonical, "{path} has to lead to its own page");
        assert_eq!(html.select(&selector("h1")).count(), 1, "{path}: the number of titles");
    });
}

#[test]
fn an_embed_asks_for_nothing_but_the_app() {
    for_each_embed(|path, html| {
        let loaded = attributes(html, "[src]", "src").into_iter().chain(attributes(html, LOADING, "href"));
        assert_eq!(loaded.collect::<Vec<_>>(), [""; 0], "{path} loads this");
        let has_islands = html.select(&selector("[data-island], [name='count']")).next().is_some();
        assert_eq!(
            html.select(&selector("#app")).next().is_some(),
            has_islands,
            "{path}: the app has to be loaded exactly if there are islands"
        );
        assert!(html.select(&selector("head style")).next().is_some(), "{path} has no style");
    });
}

#[test]
fn scripts_for_embeds_are_small() {
    for_each_embed(|path, html| {
        let script: String = html.select(&selector("head > script")).flat_map(|script| script.text()).collect();
        assert!(!script.is_empty() && packed(&script) < 2000, "{path}: its script has {} bytes", packed(&script));
    });
    let host = file("embed.js");
    assert!(packed(&host) < 1500, "embed.js has {} bytes", packed(&host));
    assert!(!host.contains("FOLDERS") && !host.contains("//"), "embed.js has a placeholder or a comment");
}

#[test]
fn every_page_to_share_is_found_by_wordpress() {
    let mut answers = 0;
    for page in written::pages().into_iter().filter(written::Page::is_shared) {
        let head = page.html.split("</head>").next().unwrap_or_default();
        let first: String = head.chars().take(150_000).collect();
        let html = Html::parse_document(&first);
        let links = attributes(&html, "link[rel='alternate'][type='application/json+oembed']", "href");
        let [link] = &links[..] else { panic!("{} names {links:?}", page.path) };
        let answer = link.strip_prefix(&base_url().join("")).unwrap_or_else(|| panic!("{link} is not on this site"));
        let answer = serde_json::from_str(&file(answer)).unwrap_or_else(|error| panic!("{answer}: {error}"));
        check_answer(&page.path, &answer, &page.path);
        answers += 1;
    }
    assert!(answers > 20, "only {answers} pages can be embedded by their address");
}

/// Checks the oEmbed answer for each address of an embed that an editor can paste: with the default colours, in light
/// colours and in dark colours. The frame in the answer has the same colours.
#[test]
fn every_embed_is_found_by_wordpress_and_shown_as_chosen() {
    for (path, html) in embeds() {
        let shared = attributes(&Html::parse_document(&html), "link[rel='canonical']", "href").concat();
        let shared = shared.replace(&base_url().join(""), "/");
        for theme in ["", "light", "dark"] {
            let pasted = if theme.is_empty() { path.clone() } else { path.replacen("/embed/", &format!("/embed/{theme}/"), 1) };
            let page = Html::parse_document(&written::page(pasted.trim_start_matches('/')));
            let links = attributes(&page, "link[rel='alternate'][type='application/json+oembed']", "href");
            let [link] = &links[..] else { panic!("{pasted} names {links:?}") };
            let name = link.strip_prefix(&base_url().join("")).unwrap_or_else(|| panic!("{link} is not on this site"));
            let answer: Value = serde_json::from_str(&file(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            check_answer(&path, &answer, &shared);
            let query = if theme.is_empty() { String::new() } else { format!("?theme={theme}") };
            let frame = attributes(&Html::parse_fragment(answer["html"].as_str().unwrap_or_default()), "iframe", "src");
            assert_eq!(frame, [format!("{}{query}", base_url().join(path.trim_start_matches('/')))]);
        }
    }
}

/// Checks that an oEmbed answer has the required fields, links to the page `shared`, frames a written embed, and has
/// its HTML elements in the order that WordPress needs. `path` identifies the answer in messages.
#[track_caller]
fn check_answer(path: &str, answer: &Value, shared: &str) {
    assert_eq!(answer["version"], "1.0");
    assert_eq!(answer["type"], "rich");
    for field in ["title", "author_name", "author_url", "provider_name", "provider_url"] {
        assert!(answer[field].as_str().is_some_and(|text| !text.is_empty()), "{path} has no {field}");
    }
    let thumbnail = answer["thumbnail_url"].as_str().and_then(|address| address.strip_prefix(&base_url().join("")));
    assert!(thumbnail.is_some_and(|file| written::dist().join(file).is_file()), "{path}: {}", answer["thumbnail_url"]);
    assert!(answer["thumbnail_width"] == 1200 && answer["thumbnail_height"] == 630, "{path}");
    assert!(answer["cache_age"].is_u64() && answer["width"] == 600, "{path}");
    assert!(answer["height"].as_u64().is_some_and(|height| (200..=1000).contains(&height)), "{path}: {}", answer["height"]);
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(html.starts_with("<blockquote><a href=\"") && html.ends_with("</iframe>"), "{path}: {html}");
    let html = Html::parse_fragment(html);
    assert_eq!(attributes(&html, "blockquote > a", "href"), [base_url().join(shared.trim_start_matches('/'))]);
    assert_eq!(attributes(&html, "iframe", "width"), ["100%"], "{path}: the frame is not 100% wide");
    let frames = attributes(&html, "iframe", "src");
    let [frame] = &frames[..] else { panic!("{path} has {frames:?}") };
    let framed = frame.strip_prefix(&base_url().join("")).unwrap_or_default().split('?').next().unwrap_or_default();
    assert!(embeds().contains_key(&format!("/{framed}")), "{path} frames {frame}, which was not written");
    let allowed = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];
    let frame = html.select(&selector("iframe")).next().expect("it has just been found");
    assert!(frame.value().attrs().all(|(name, _)| allowed.contains(&name)), "{path}: WordPress removes attributes of the frame");
}

#[test]
fn files_for_all_hosts_have_the_same_headers() {
    let headers = file("_headers");
    let others = [".htaccess", "hosting/Caddyfile", "hosting/nginx.conf", "hosting/nginx-brotli.conf"].map(|name| (name, file(name)));
    let mut checked = 0;
    for line in headers.lines().filter(|line| line.starts_with(' ')) {
        let value = line.split_once(": ").map_or("", |(_, value)| value);
        for (name, text) in &others {
            assert!(text.contains(&format!("\"{value}\"")), "{name} lacks {value}");
        }
        checked += 1;
    }
    assert!(checked > 5, "the files for hosts have no headers");
    for text in others.iter().map(|(_, text)| text).chain([&headers]) {
        assert!(!text.contains("X-Frame-Options") && !text.contains("frame-ancestors"), "some pages cannot frame it");
        assert!(
            text.contains("cross-origin") && text.contains("Access-Control-Allow-Origin"),
            "frames with an opaque origin need these headers"
        );
    }
}

/// Checks that the configurations for hosts do not apply to files outside of the site's folder.
#[test]
fn every_rule_begins_in_the_folder_of_the_site() {
    let folder = base_url().folder().to_owned();
    assert_ne!(folder, "/", "the test needs a site in a folder");
    let headers = file("_headers");
    let rules: Vec<_> = headers.lines().filter(|line| line.starts_with('/')).collect();
    assert!(rules.first() == Some(&&*format!("{folder}*")) && rules.len() > 2, "{rules:?}");
    assert!(rules.iter().all(|rule| rule.starts_with(&folder)), "{rules:?}");
    for rule in &rules[1..] {
        assert!(written::dist().join(rule.trim_start_matches(&folder)).is_file(), "{rule} matches no file");
    }
    for line in file("hosting/nginx.conf").lines().filter(|line| line.trim_start().starts_with("location") && !line.contains('~')) {
        assert!(line.contains(&format!("\"{}", folder.trim_end_matches('/'))), "{line}");
    }
    assert!(file("hosting/Caddyfile").contains(&format!("handle_path \"{folder}*\"")));
    assert!(file(".htaccess").contains(&format!("ErrorDocument 404 {folder}404.html")));
}

#[test]
fn hosts_know_the_type_of_every_file() {
    let nginx = file("hosting/nginx.conf");
    let mut written = BTreeSet::new();
    for path in written::files() {
        let within = path.strip_prefix(written::dist()).unwrap_or(&path);
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if within.starts_with("hosting") || ["", "br"].contains(&ending) {
            continue;
        }
        written.insert(ending.to_owned());
    }
    let types = nginx.split("types {").nth(1).and_then(|rest| rest.split('}').next()).expect("nginx.conf lists types");
    let known: BTreeSet<_> = types.lines().filter_map(|line| Some(line.trim().strip_suffix(';')?.split(' ').nth(1)?.to_owned())).collect();
    assert_eq!(known, written, "the types in nginx.conf are not those of the files");
}

/// Returns the HTML of the embeds, by path.
fn embeds() -> BTreeMap<String, String> {
    written::pages().into_iter().filter(written::Page::is_framed).map(|page| (page.path, page.html)).collect()
}

#[track_caller]
fn for_each_embed(check: impl Fn(&str, &Html)) {
    let embeds = embeds();
    assert!(embeds.len() > 20, "there are few embeds: {:?}", embeds.keys());
    embeds.iter().for_each(|(path, html)| check(path, &Html::parse_document(html)));
}

fn editions(story: &Story) -> impl Iterator<Item = (&Edition, String)> {
    story.editions.iter().map(|edition| (edition, story.folder(edition)))
}

fn attributes(html: &Html, wanted: &str, attribute: &str) -> Vec<String> {
    html.select(&selector(wanted)).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Returns the size of `text` in bytes after compression with Brotli.
fn packed(text: &str) -> usize {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut packed, &brotli::enc::BrotliEncoderParams::default())
        .expect("writing to a Vec cannot fail");
    packed.len()
}

fn file(name: &str) -> String {
    fs::read_to_string(written::dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
