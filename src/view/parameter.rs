//! The parameters of an address, with the functions that read and write their values. `query.rs` reads and writes whole
//! queries.
//!
//! `crates/site/src/scripts/apply_address.js` also reads the depth, the year and the open cards. It runs before the app
//! is loaded.
//!
//! ```text
//! depth=brief|everything     the depth; the default depth is not written
//! open=abductions-card.s-1   the ids of the open cards; full stops separate the items of a list
//! closed=abductions-card     the ids of the closed cards, at the depth `everything`
//! year=2014                  the year shown in "What changed"
//! body=council               the bodies whose resolutions are shown; the default is all
//! resolution=hrc-25-25       the resolution whose roll call is shown
//! against=hrc-28-22          the resolution with which the roll call is compared
//! countries=CHN.JPN          the countries that the reader follows, at most three
//! count=admitted-13          the count chosen in the figure of the counts
//! threads=un.diplomacy       the threads of the timeline that are shown; the default is all
//! span=2002-2004             the years of the timeline that are shown; the default is all
//! kind=quote  verdict=confirmed  speaker=campaigners   the statements that are highlighted
//! ruby=off                   the readings of Chinese characters are hidden
//! ```

use super::{Depth, MOST_COUNTRIES, ViewState};
use strum::VariantArray;
use vocabulary::Vocabulary;

/// The maximum number of card ids in an address. No page has more cards, and mail clients accept an address with this
/// many ids.
pub(super) const MOST_OPEN: usize = 40;
/// The maximum length of an id, in bytes. The ids of cards, resolutions and counts are shorter.
const LONGEST_ID: usize = 48;
/// The maximum length of a value, in bytes. Longer values are ignored.
pub const LONGEST_VALUE: usize = MOST_OPEN * (LONGEST_ID + 1);

/// A parameter of an address. A native control with the name of a parameter sets this parameter. Parameters are read
/// and written in the order of the variants. The depth comes first, because it decides whether [`Self::Open`] or
/// [`Self::Closed`] applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Parameter {
    /// The depth.
    Depth,
    /// The cards that are open.
    Open,
    /// The cards that are closed, if the depth opens all cards.
    Closed,
    /// The year in "What changed".
    Year,
    /// The bodies whose resolutions are shown.
    Body,
    /// The resolution whose roll call is shown.
    Resolution,
    /// The resolution with which [`Self::Resolution`] is compared.
    Against,
    /// The countries that the reader follows.
    Countries,
    /// The count chosen in the figure of the counts.
    Count,
    /// The threads of the timeline.
    Threads,
    /// The years of the timeline.
    Span,
    /// The kind of the statements that are highlighted.
    Kind,
    /// The verdict of the statements that are highlighted.
    Verdict,
    /// The speaker of the statements that are highlighted.
    Speaker,
    /// The choice to hide the readings of Chinese characters.
    Ruby,
}

impl Parameter {
    /// Returns the name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Depth => "depth",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Year => "year",
            Self::Body => "body",
            Self::Resolution => "resolution",
            Self::Against => "against",
            Self::Countries => "countries",
            Self::Count => "count",
            Self::Threads => "threads",
            Self::Span => "span",
            Self::Kind => "kind",
            Self::Verdict => "verdict",
            Self::Speaker => "speaker",
            Self::Ruby => "ruby",
        }
    }

    /// Returns the parameter with this name. Returns `None` if no parameter has this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|parameter| parameter.name() == name)
    }

    /// Reads `value` into `view`, and returns whether `value` is valid. An invalid value sets the default. At the depth
    /// `everything`, ignores `Open` and returns false. At all other depths, ignores `Closed` and returns false.
    pub(super) fn read(self, view: &mut ViewState, value: &str) -> bool {
        let opens_all = view.depth == Depth::Everything;
        match self {
            Self::Depth => {
                let depth = Depth::from_word(value);
                view.set_depth(depth.unwrap_or_default());
                depth.is_some()
            }
            Self::Open => !opens_all && put_list(&mut view.switched, ids(value)),
            Self::Closed => opens_all && put_list(&mut view.switched, ids(value)),
            Self::Year => put(&mut view.year, year(value)),
            Self::Body => put_list(&mut view.bodies, words(value)),
            Self::Resolution => put(&mut view.resolution, id(value)),
            Self::Against => put(&mut view.against, id(value)),
            Self::Countries => put_list(&mut view.countries, countries(value)),
            Self::Count => put(&mut view.count, id(value)),
            Self::Threads => put_list(&mut view.threads, words(value)),
            Self::Span => put(&mut view.span, span(value)),
            Self::Kind => put(&mut view.kind, Vocabulary::parse(value)),
            Self::Verdict => put(&mut view.verdict, Vocabulary::parse(value)),
            Self::Speaker => put(&mut view.speaker, Vocabulary::parse(value)),
            Self::Ruby => {
                view.without_ruby = value == "off";
                view.without_ruby
            }
        }
    }

    /// Returns the value of the parameter in `view`. The value is empty for the default.
    pub fn write(self, view: &ViewState) -> String {
        let opens_all = view.depth == Depth::Everything;
        let shown = |is_shown: bool, value: &str| if is_shown { value.to_owned() } else { String::new() };
        match self {
            Self::Depth => shown(view.depth != Depth::default(), view.depth.word()),
            Self::Open => shown(!opens_all, &view.switched.join(".")),
            Self::Closed => shown(opens_all, &view.switched.join(".")),
            Self::Year => view.year.map(four_digits).unwrap_or_default(),
            Self::Body => joined(&view.bodies),
            Self::Resolution => view.resolution.clone().unwrap_or_default(),
            Self::Against => view.against.clone().unwrap_or_default(),
            Self::Countries => view.countries.join("."),
            Self::Count => view.count.clone().unwrap_or_default(),
            Self::Threads => joined(&view.threads),
            Self::Span => view.span.map(|(from, to)| [four_digits(from), four_digits(to)].join("-")).unwrap_or_default(),
            Self::Kind => joined(view.kind.as_slice()),
            Self::Verdict => joined(view.verdict.as_slice()),
            Self::Speaker => joined(view.speaker.as_slice()),
            Self::Ruby => shown(view.without_ruby, "off"),
        }
    }
}

/// Sets `field` to `value`. Returns whether `value` is `Some`.
fn put<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    *field = value;
    field.is_some()
}

/// Sets `field` to `list`. Returns whether `list` has items.
fn put_list<T>(field: &mut Vec<T>, list: Vec<T>) -> bool {
    *field = list;
    !field.is_empty()
}

/// Returns the items of `value`. Full stops separate the items.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split('.')
}

/// Joins the words of `members` with full stops. Mail and chat programs do not end a link at a full stop inside an
/// address.
fn joined<T: Vocabulary>(members: &[T]) -> String {
    members.iter().map(|member| member.word()).collect::<Vec<_>>().join(".")
}

fn id(value: &str) -> Option<String> {
    let is_valid = value.len() <= LONGEST_ID
        && value.starts_with(|first: char| first.is_ascii_lowercase())
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    is_valid.then(|| value.to_owned())
}

/// Reads a list of ids, and sorts them. Leaves out invalid ids, duplicates, and ids after the first [`MOST_OPEN`].
fn ids(value: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in items(value).filter_map(id) {
        if let Err(at) = ids.binary_search(&id)
            && ids.len() < MOST_OPEN
        {
            ids.insert(at, id);
        }
    }
    ids
}

/// Reads a list of words of a closed set. Leaves out unknown words and duplicates. The result has the order of the set.
fn words<T: Vocabulary>(value: &str) -> Vec<T> {
    let known = T::WORDS.iter().filter(|(word, _)| items(value).any(|found| found == *word));
    known.map(|(_, member)| *member).collect()
}

/// Reads a list of ISO codes. Leaves out malformed codes, duplicates, and codes after the first [`MOST_COUNTRIES`].
fn countries(value: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in items(value).filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
        if codes.len() < MOST_COUNTRIES && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

fn year(value: &str) -> Option<i16> {
    let is_valid = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_valid { value.parse().ok() } else { None }
}

fn four_digits(year: i16) -> String {
    format!("{year:04}")
}

/// Reads a span of years, such as `2002-2004`, and returns its first and its last year. Returns `None` if `value` is
/// malformed, or if the first year is after the last.
pub fn span(value: &str) -> Option<(i16, i16)> {
    let (from, to) = value.split_once('-')?;
    Some((year(from)?, year(to)?)).filter(|(from, to)| from <= to)
}
