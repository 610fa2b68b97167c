//! The parameters of an address. Each says what it is called, how its value is read and how it is written.
//!
//! `crates/site/src/scripts/place.js` reads depth, year and open cards too, before the app is there.
//!
//! ```text
//! depth=brief|everything     how much to show; the story has no parameter
//! open=abductions-card.s-1   ids of opened cards; lists are separated by full stops
//! closed=abductions-card     the same for closed cards, where the depth opens them all
//! year=2014                  the year shown in "What changed"
//! body=council               the bodies whose resolutions are shown; all without it
//! resolution=hrc-25-25       the resolution whose roll call is shown
//! against=hrc-28-22          the resolution it is compared with
//! countries=CHN.JPN          the countries followed through the votes, three at most
//! count=admitted-13          according to whom the people are counted
//! threads=un.diplomacy       the threads of the timeline that are shown; all without it
//! span=2002-2004             the years of the timeline that are shown; all without it
//! kind=quote  verdict=confirmed  speaker=campaigners   which statements stand out
//! ruby=off                   without the readings above names
//! ```

use super::{Depth, MOST_COUNTRIES, ViewState};
use strum::VariantArray;
use vocabulary::Vocabulary;

/// More open cards than the page has, and few enough for every mail client's idea of a long address.
pub(super) const MOST_OPEN: usize = 40;
/// Longer than any id on the page.
const LONGEST_ID: usize = 48;
/// No parameter of ours is longer; whatever is, is not ours to read.
pub const LONGEST_VALUE: usize = MOST_OPEN * (LONGEST_ID + 1);

/// A parameter of an address. A native control that sets one has its name. Parameters are written in this order. The depth is read
/// before the cards, which depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Parameter {
    /// How much is shown.
    Depth,
    /// The cards that are open.
    Open,
    /// The cards that are closed, where the depth opens them all.
    Closed,
    /// The year in "What changed".
    Year,
    /// The bodies whose resolutions are shown.
    Body,
    /// The resolution whose roll call is shown.
    Resolution,
    /// The resolution that it is compared with.
    Against,
    /// The countries that are followed.
    Countries,
    /// The figure by which people are counted.
    Count,
    /// The threads of the timeline.
    Threads,
    /// The years of the timeline.
    Span,
    /// The kind of statement that stands out.
    Kind,
    /// The verdict that stands out.
    Verdict,
    /// The voice that stands out.
    Speaker,
    /// Whether the readings above names are shown.
    Ruby,
}

impl Parameter {
    /// What it is called in an address.
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

    /// The parameter with that name. Every other parameter is somebody else's.
    pub fn named(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|parameter| parameter.name() == name)
    }

    /// Puts `value` into `view`, or the default where it is no value of this parameter. Says whether it is one.
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

    /// Its value in `view`; empty for the default.
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

/// Takes `value`, whatever was there before, and says whether there is one.
fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    *place = value;
    place.is_some()
}

/// Takes `list`, whatever was there before, and says whether there is anything in it.
fn put_list<T>(place: &mut Vec<T>, list: Vec<T>) -> bool {
    *place = list;
    !place.is_empty()
}

/// The parameters of a query that are ours, as they stand there. What holds a letter that we would not write is none.
pub fn parameters(query: &str) -> impl Iterator<Item = (Parameter, &str)> {
    let sound = |value: &str| value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    pairs(query).filter_map(move |(name, value)| Some((Parameter::named(name)?, mended(value))).filter(|(_, value)| sound(value)))
}

/// The items of a list, as [`parameters`] has it.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split('.')
}

/// The pieces of a query.
pub(super) fn pieces(query: &str) -> impl Iterator<Item = &str> {
    query.trim_start_matches('?').split('&').filter(|piece| !piece.is_empty())
}

/// The name in a piece of a query. Mail programs write "&amp;" for "&".
pub(super) fn name_of(piece: &str) -> &str {
    let name = piece.split('=').next().unwrap_or_default();
    name.strip_prefix("amp;").unwrap_or(name)
}

/// The names and values of a query as they stand there. No value of ours needs to be encoded.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    pieces(query).filter_map(|piece| Some((name_of(piece), piece.split_once('=')?.1)))
}

/// A value without what mail programs do to an address: "=3D" for "=", and the sign after it taken for a part of it. No value
/// of ours begins with a digit and a capital letter, or ends in a sign.
pub(super) fn mended(value: &str) -> &str {
    value.strip_prefix("3D").unwrap_or(value).trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
}

/// A list, separated by a character that neither mail clients nor chats cut off within an address.
fn joined<T: Vocabulary>(members: &[T]) -> String {
    members.iter().map(|member| member.word()).collect::<Vec<_>>().join(".")
}

fn id(value: &str) -> Option<String> {
    let sound = value.len() <= LONGEST_ID
        && value.starts_with(|first: char| first.is_ascii_lowercase())
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    sound.then(|| value.to_owned())
}

/// The sound ones of a list of ids, each once and in order.
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

/// The known ones of a list of words, each once, in the order of their vocabulary.
fn words<T: Vocabulary>(value: &str) -> Vec<T> {
    let known = T::WORDS.iter().filter(|(word, _)| items(value).any(|found| found == *word));
    known.map(|(_, member)| *member).collect()
}

/// The first few of a list of ISO codes, each once.
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
    let shaped = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if shaped { value.parse().ok() } else { None }
}

fn four_digits(year: i16) -> String {
    format!("{year:04}")
}

/// Reads a span of years, the first and the last.
pub fn span(value: &str) -> Option<(i16, i16)> {
    let (from, to) = value.split_once('-')?;
    Some((year(from)?, year(to)?)).filter(|(from, to)| from <= to)
}
