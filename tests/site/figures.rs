//! Checks that a figure's finding is its title in the story and on the pages of parts, the headline of the figure's own
//! page, and the title of link previews. Checks that links lead to the figure's own page and data.

use crate::page::{edition, one_line, text, within};
use scraper::{ElementRef, Html};
use std::collections::BTreeMap;
use story::vocabulary::{Figure, Part, Vocabulary, VotePattern};
use tests::{
    language,
    written::{self, base_url},
};

/// The largest size of a figure's own page, in bytes after compression with Brotli.
const MOST_BYTES: usize = 30_000;

/// Returns the paths, within the edition, of the pages that contain `figure`. Looks only at the story and the page of
/// the figure's subject.
fn pages_with(figure: Figure) -> Vec<String> {
    let own = figure.subject().map(|subject| format!("{}/", Part::from(subject).id()));
    let has_figure = |path: &String| written::page(&within_edition(path)).contains(&format!("id=\"{}\"", figure.word()));
    [String::new()].into_iter().chain(own).filter(has_figure).collect()
}

fn within_edition(path: &str) -> String {
    language::folder() + path
}

/// Returns the path of the figure's own page within the edition. This page is also the embed of the figure.
fn own_page(figure: Figure) -> String {
    format!("embed/{}/", figure.word())
}

fn read(path: &str) -> Html {
    Html::parse_document(&written::page(&within_edition(path)))
}

/// Returns the text of the only element that matches `selector`.
#[track_caller]
fn only_text(page: ElementRef<'_>, selector: &str) -> String {
    let found: Vec<_> = within(page, selector).collect();
    let [element] = &found[..] else { panic!("{selector} selects {} elements", found.len()) };
    text(*element)
}

/// Returns the value of an attribute of the only element that matches `selector`.
#[track_caller]
fn field(page: ElementRef<'_>, selector: &str, attribute: &str) -> String {
    let values: Vec<_> = within(page, selector).filter_map(|element| element.attr(attribute)).collect();
    let [value] = values[..] else { panic!("{selector} {attribute} is {values:?}") };
    value.to_owned()
}

/// Returns the finding of each figure, which is the headline of the figure's own page.
fn findings() -> BTreeMap<Figure, String> {
    Figure::all().map(|figure| (figure, only_text(read(&own_page(figure)).root_element(), "h1"))).collect()
}

#[test]
fn a_figure_is_titled_with_its_finding_wherever_it_stands() {
    for (figure, finding) in findings() {
        assert!(!finding.is_empty() && !finding.contains('{'), "{figure:?} finds {finding:?}");
        let pages = pages_with(figure);
        assert!(!pages.is_empty(), "{figure:?} stands on no page");
        for path in pages {
            let page = read(&path);
            let place = within(page.root_element(), &format!("[id='{}']", figure.word())).next().expect("it is there");
            let title = within(place, "h2, h3, h4").next().unwrap_or_else(|| panic!("{figure:?} has no title on /{path}"));
            assert_eq!(text(title), finding, "/{path}");
        }
    }
}

#[test]
fn no_two_figures_find_the_same() {
    let findings = findings();
    let different: std::collections::BTreeSet<_> = findings.values().collect();
    assert_eq!(different.len(), findings.len(), "{findings:?}");
}

#[test]
fn a_figure_can_be_shared_embedded_and_downloaded_where_it_stands() {
    let labels = &edition().labels;
    for figure in Figure::all() {
        for path in pages_with(figure) {
            let page = read(&path);
            let up = "../".repeat(path.matches('/').count());
            let links: Vec<_> = within(page.root_element(), "figure > .figure-links")
                .filter(|links| within(*links, &format!("a[href='{up}{}']", own_page(figure))).next().is_some())
                .collect();
            let [links] = links[..] else { panic!("{figure:?} has {} ways to its own page on /{path}", links.len()) };
            let anchors: Vec<(String, String)> =
                within(links, "a").map(|link| (text(link), link.attr("href").unwrap_or_default().to_owned())).collect();
            let [(share, _), (embed, how), (data, table)] = &anchors[..] else { panic!("{figure:?} on /{path}: {anchors:?}") };
            assert_eq!([share, embed, data], [&labels.share.figure, &labels.embed.figure, &labels.embed.data], "{figure:?} on /{path}");
            assert_eq!(*how, format!("{up}embed/how/?part={}", figure.word()));
            let table = table.strip_prefix(&up).unwrap_or_default();
            assert!(written::dist().join(language::folder()).join(table).is_file(), "{figure:?} on /{path} has no {table}");
        }
    }
}

#[test]
fn the_page_that_makes_snippets_offers_each_figure() {
    let page = read("embed/how/");
    for (figure, finding) in findings() {
        let option = within(page.root_element(), &format!("option[value='{}']", figure.word())).next();
        assert_eq!(text(option.unwrap_or_else(|| panic!("{figure:?} is not offered"))), finding);
    }
}

#[test]
fn a_figures_own_page_says_its_finding_to_link_previews() {
    for (figure, finding) in findings() {
        let path = own_page(figure);
        let html = read(&path);
        let page = html.root_element();
        assert_eq!(one_line(&field(page, "meta[property='og:title']", "content")), finding);
        assert_eq!(field(page, "meta[property='og:url']", "content"), base_url().join(&within_edition(&path)));
        assert_eq!(field(page, "meta[name='twitter:card']", "content"), "summary_large_image");
        assert!(!field(page, "meta[property='og:description']", "content").is_empty());
        let picture = base_url().join(&within_edition(&format!("pictures/{}.png", figure.word())));
        assert_eq!(field(page, "meta[property='og:image']", "content"), picture);
        let description = field(page, "meta[property='og:image:alt']", "content");
        assert!(
            !description.contains('{') && (1..=420).contains(&description.chars().count()),
            "{figure:?}: {description:?} is said of its picture"
        );
        let whole = figure.subject().map(|subject| format!("{}/", Part::from(subject).id())).unwrap_or_default();
        assert_eq!(field(page, "a#whole", "href"), base_url().join(&within_edition(&whole)), "{figure:?} leads on to the story");
        let table = field(page, "a[download]", "href");
        let file = table.strip_prefix("../../").unwrap_or_else(|| panic!("{figure:?} has its data at {table}"));
        assert!(written::dist().join(language::folder()).join(file).is_file(), "{figure:?} has no {file}");
    }
}

#[test]
fn a_figures_own_page_is_light() {
    for figure in Figure::all() {
        let mut packed = Vec::new();
        let html = written::page(&within_edition(&own_page(figure)));
        let parameters = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut html.as_bytes(), &mut packed, &parameters).expect("a Vec takes it all");
        assert!(packed.len() <= MOST_BYTES, "{figure:?} weighs {} bytes", packed.len());
    }
}

/// Checks that the finding of a figure contains these numbers.
#[track_caller]
fn check_numbers(figure: Figure, numbers: &[usize]) {
    let finding = &findings()[&figure];
    for number in numbers {
        assert!(finding.contains(&number.to_string()), "{finding:?} does not say {number}");
    }
}

#[test]
fn findings_have_the_numbers_of_the_tables() {
    let edition = edition();
    let shift = &edition.shift;
    let changed = shift.aspects.iter().filter(|aspect| !aspect.is_same).count();
    check_numbers(Figure::BeforeAfter, &[changed, shift.aspects.len() + shift.unchanged.len()]);
    check_numbers(Figure::Names, &[edition.people.len()]);
    let placed = edition.people.iter().filter(|person| edition.places.iter().any(|place| place.event == person.event));
    check_numbers(Figure::Coast, &[placed.count(), edition.people.len(), edition.places.len()]);
    let confirmed = edition.statements.iter().filter(|statement| statement.verdict == story::vocabulary::Verdict::Confirmed);
    check_numbers(Figure::Statements, &[confirmed.count(), edition.statements.len()]);
}

/// Checks that the finding of the figure with the vote patterns is true. This finding has no numbers.
#[test]
fn most_states_never_changed_and_more_moved_towards_yes() {
    let mut groups: BTreeMap<VotePattern, usize> = BTreeMap::new();
    for (_, ballots) in edition().ballots_in_assembly() {
        *groups.entry(story::vote_pattern(&ballots)).or_default() += 1;
    }
    let count = |pattern| groups.get(&pattern).copied().unwrap_or_default();
    let steady: usize = [VotePattern::OnlyYes, VotePattern::OnlyAbstained, VotePattern::OnlyNo].into_iter().map(count).sum();
    let all: usize = groups.values().sum();
    assert!(steady * 2 > all, "{steady} of {all} never changed");
    assert!(count(VotePattern::NearerYes) > count(VotePattern::NearerNo), "{groups:?}");
}
