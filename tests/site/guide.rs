//! Follows the README's guide to changing the content. The tests apply the steps of the guide to a copy of `content/`,
//! once as they are and once with mistakes.

use crate::page::one_line;
use scraper::{Html, Selector};
use std::{fs, sync::LazyLock};
use tests::rewritten::Copy;
use xtask::project::Project;

/// A file of the content, a part of a sentence in this file, and another wording of that part.
const SENTENCE: (&str, &str, &str) = ("en/why.md", "Suga spoke Japanese, and", "Suga answered in Japanese, and");

/// The content and the site after all steps of the guide.
static WRITTEN: LazyLock<Copy> = LazyLock::new(|| {
    let copy = Copy::new();
    copy.replace(SENTENCE);
    for (file, lines) in steps() {
        copy.append(&file, &lines);
    }
    let (succeeded, output) = copy.write_site();
    assert!(succeeded, "the steps of the guide fail:\n{output}");
    copy
});

#[test]
fn a_changed_sentence_shows() {
    check("why/", "#why", SENTENCE.2);
}

#[test]
fn an_added_source_is_listed_and_links_to_its_citations() {
    check("sources/", ".sources > li:last-child", "A vote in the Assembly");
    check("ja/sources/", ".sources > li:last-child", "The Example Times");
}

#[test]
fn an_added_event_stands_in_the_timeline() {
    check("timeline/", "#timeline #event-vote-2027", "The Assembly votes on an example.");
    check("ja/timeline/", "#timeline #event-vote-2027", "総会が例として投票する。");
}

#[test]
fn an_added_resolution_has_its_row_and_its_vote() {
    check("un-history/", "tr#resolution-ga-81-999", "A/RES/81/999");
    check("ja/un-history/", "tr#resolution-ga-81-999", "投票の例");
    check("un-history/", ".vote-bars li:has([href$='#resolution-ga-81-999'])", "2027");
}

#[test]
fn a_marked_correction_is_listed() {
    check("about/", "#correction-wrong-year", "An example named another year.");
    check("ja/about/", "#correction-wrong-year", "例が別の年を記していた。");
}

#[test]
fn all_mistakes_are_reported_and_the_last_good_site_stays() {
    let copy = Copy::new();
    assert!(copy.write_site().0, "the content is sound");
    let before = pages(&copy);
    copy.replace(("en/why.md", "[@nhk_ja_190313;", "[@nhk_ja_19031;"));
    let mut expected = vec![("content/en/why.md", "“nhk_ja_19031” is not a known source")];
    for (file, lines) in steps() {
        let (lines, message) = match file.as_str() {
            "events.csv" => (lines.replace("2027-01-05", "2027-13-05"), ("content/events.csv", "2027-13-05")),
            "votes.csv" => (lines.replace("IND,abstain", "IND,no"), ("content/votes.csv", "the roll call of ga-81-999 sums to")),
            "ja/resolutions.toml" => continue,
            _ => (lines, ("content/ja/resolutions.toml", "ga-81-999")),
        };
        copy.append(&file, &lines);
        expected.push(message);
    }
    let (succeeded, output) = copy.write_site();
    assert!(!succeeded, "a site with mistakes is written:\n{output}");
    for (file, words) in expected {
        let is_reported = output.split("content/").any(|group| format!("content/{group}").starts_with(file) && group.contains(words));
        assert!(is_reported, "no message names {words:?} in {file}:\n{output}");
    }
    assert_eq!(pages(&copy), before, "the last good site has changed");
}

/// Returns the steps of the guide that add lines. Such a step is the path of a file in `content/`, and the lines to
/// append to this file.
fn steps() -> Vec<(String, String)> {
    let readme = fs::read_to_string(Project::here().root().join("README.md")).expect("there is a README");
    let guide = readme.split("\n## ").find(|section| section.starts_with("Changing what it says")).expect("it has the guide");
    let mut steps = Vec::new();
    let mut file = None;
    for paragraph in guide.split("\n\n") {
        let lines: Vec<_> = paragraph.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        if lines.is_empty() {
            file = paragraph.rsplit("`content/").next().and_then(|rest| rest.split_once('`')).map(|(file, _)| file.to_owned());
        } else {
            let file = file.clone().unwrap_or_else(|| panic!("the guide does not say where this belongs:\n{paragraph}"));
            steps.push((file, format!("{}\n", lines.join("\n"))));
        }
    }
    assert!(steps.len() > 5, "the guide has the steps {steps:?}");
    steps
}

/// Checks that the page in `folder` has an element that matches `selector` and contains `words`.
#[track_caller]
fn check(folder: &str, selector: &str, words: &str) {
    let html = fs::read_to_string(WRITTEN.site().join(folder).join("index.html")).expect("the page is written");
    let html = Html::parse_document(&html);
    let selector = Selector::parse(selector).expect("a sound selector");
    let texts: Vec<_> = html.select(&selector).map(|element| one_line(&element.text().collect::<String>())).collect();
    assert!(texts.iter().any(|text| text.contains(words)), "{words:?} is not in {texts:?}");
}

fn pages(copy: &Copy) -> Vec<Vec<u8>> {
    ["index.html", "ja/index.html", "data/events.csv"].map(|name| fs::read(copy.site().join(name)).expect("it is written")).to_vec()
}
