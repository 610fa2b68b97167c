//! What the reader sees, as data, and its form in the address: `ViewState` to and from the URL's query.
//!
//! The only place that knows the query's grammar, but for `crates/site/src/scripts/place.js`, which shows depth, year and open
//! cards before the app is there. Reading never fails: an unknown, broken, repeated or
//! outsized part is dropped by itself, and what is left is shown. Defaults are not written. Parameters of others
//! (`utm_source`, pym's `childId` ...) are kept as they are. Pure: it touches neither browser nor clock.
//!
//! ```text
//! depth=brief|everything     how much to show; the three-minute version has no parameter
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
//! ruby=off                   without the readings above names
//! kind=quote  verdict=confirmed  speaker=campaigners   which statements stand out
//! ```

use vocabulary::{Body, Kind, Speaker, Thread, Verdict, Vocabulary};

/// More open cards than the page has, and few enough for every mail client's idea of a long address.
const MOST_OPEN: usize = 40;
/// How many countries can be compared.
pub const MOST_COUNTRIES: usize = 3;
/// Longer than any id on the page.
const LONGEST_ID: usize = 48;
/// No parameter of ours is longer; whatever is, is not ours to read.
pub const LONGEST_VALUE: usize = MOST_OPEN * (LONGEST_ID + 1);

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Thirty seconds: the answer and one line a part.
    Brief,
    /// Three minutes: the parts with their cards closed.
    #[default]
    Standard,
    /// All cards open.
    Everything,
}

impl Depth {
    /// Every depth with its word in the address and in markup.
    pub const ALL: [(&'static str, Self); 3] = [("brief", Self::Brief), ("standard", Self::Standard), ("everything", Self::Everything)];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, depth)| *depth == self).map_or("", |(word, _)| word)
    }

    /// The depth that `word` stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, depth)| *depth)
    }
}

/// All that a link to "exactly what I see" has to carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// How much is shown.
    pub depth: Depth,
    /// The ids of the cards that are not as the depth has them: opened by the reader or, at full depth, closed.
    pub switched: Vec<String>,
    /// The year chosen in "What changed"; `None` is the year of the decision.
    pub year: Option<i16>,
    /// The bodies whose resolutions are shown; none chosen means all.
    pub bodies: Vec<Body>,
    /// The id of the resolution whose roll call is shown.
    pub resolution: Option<String>,
    /// The id of the resolution with which it is compared.
    pub against: Option<String>,
    /// ISO codes of the countries that are followed, in the order of the choice, [`MOST_COUNTRIES`] at most.
    pub countries: Vec<String>,
    /// The id of the figure by which the people are counted; `None` is the official list.
    pub count: Option<String>,
    /// The threads of the timeline that are shown; none chosen means all.
    pub threads: Vec<Thread>,
    /// The first and the last year of the timeline that are shown; `None` means all.
    pub span: Option<(i16, i16)>,
    /// The kind of statement that stands out.
    pub kind: Option<Kind>,
    /// The verdict that stands out.
    pub verdict: Option<Verdict>,
    /// The voice that stands out.
    pub speaker: Option<Speaker>,
    /// Whether the readings above names are hidden.
    pub without_ruby: bool,
}

/// The names of our parameters. Every other parameter is somebody else's.
const NAMES: [&str; 15] = [
    "depth",
    "open",
    "closed",
    "year",
    "body",
    "resolution",
    "against",
    "countries",
    "count",
    "threads",
    "span",
    "kind",
    "verdict",
    "speaker",
    "ruby",
];

impl ViewState {
    /// Reads a query, with or without its question mark. Of a repeated parameter the first sound one counts.
    pub fn parse(query: &str) -> Self {
        let mut view = Self {
            depth: first(query, "depth", Depth::from_word).unwrap_or_default(),
            year: first(query, "year", year),
            bodies: first(query, "body", words).unwrap_or_default(),
            resolution: first(query, "resolution", id),
            against: first(query, "against", id),
            countries: first(query, "countries", countries).unwrap_or_default(),
            count: first(query, "count", id),
            threads: first(query, "threads", words).unwrap_or_default(),
            span: first(query, "span", span),
            kind: first(query, "kind", Vocabulary::parse),
            verdict: first(query, "verdict", Vocabulary::parse),
            speaker: first(query, "speaker", Vocabulary::parse),
            without_ruby: first(query, "ruby", id).is_some_and(|word| word == "off"),
            ..Self::default()
        };
        view.switched = first(query, view.cards_name(), ids).unwrap_or_default();
        view
    }

    /// Writes the query of an address: this view, and after it the parameters in `current` that are not ours.
    /// Without its question mark; empty when there is nothing to say.
    pub fn serialise(&self, current: &str) -> String {
        let depth = if self.depth == Depth::default() { "" } else { self.depth.word() };
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        let ours = [
            ("depth", depth.to_owned()),
            (self.cards_name(), joined(self.switched.iter().map(String::as_str))),
            ("year", self.year.map(|year| format!("{year:04}")).unwrap_or_default()),
            ("body", joined(self.bodies.iter().map(|body| body.word()))),
            ("resolution", self.resolution.clone().unwrap_or_default()),
            ("against", self.against.clone().unwrap_or_default()),
            ("countries", joined(self.countries.iter().map(String::as_str))),
            ("count", self.count.clone().unwrap_or_default()),
            ("threads", joined(self.threads.iter().map(|thread| thread.word()))),
            ("span", self.span.map(|(from, to)| format!("{from:04}-{to:04}")).unwrap_or_default()),
            ("kind", word(self.kind.map(Vocabulary::word))),
            ("verdict", word(self.verdict.map(Vocabulary::word))),
            ("speaker", word(self.speaker.map(Vocabulary::word))),
            ("ruby", if self.without_ruby { "off" } else { "" }.to_owned()),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(ours.iter().filter(|(_, value)| !value.is_empty()));
        query.extend_pairs(pairs(current).filter(|(name, _)| !NAMES.contains(&&**name)));
        query.finish()
    }

    /// Cards are opened, or closed where the depth opens them all.
    fn cards_name(&self) -> &'static str {
        if self.depth == Depth::Everything { "closed" } else { "open" }
    }

    /// Whether the card `id` is open in this view.
    pub fn is_open(&self, id: &str) -> bool {
        (self.depth == Depth::Everything) != self.switched.iter().any(|known| known == id)
    }

    /// Notes that the card `id` is open or closed now.
    pub fn set_open(&mut self, id: &str, open: bool) {
        if self.is_open(id) != open {
            // In order, so that the same view has the same address.
            match self.switched.binary_search_by(|known| known.as_str().cmp(id)) {
                Ok(at) => drop(self.switched.remove(at)),
                Err(at) => self.switched.insert(at, id.to_owned()),
            }
        }
    }

    /// Takes another depth, which starts with its own cards: all open, or none.
    pub fn set_depth(&mut self, depth: Depth) {
        if self.depth != depth {
            self.depth = depth;
            self.switched.clear();
        }
    }

    /// Drops what the page does not have. `has` tells whether a CSS selector names an element on it.
    pub fn keep(&mut self, has: impl Fn(&str) -> bool) {
        self.switched.retain(|id| has(&format!("details#{id}")));
        self.year.take_if(|year| !has(&format!("#panel-{year}")));
        self.span.take_if(|(from, to)| !has(&format!("#y{from}")) || !has(&format!("#y{to}")));
        self.resolution.take_if(|id| !has(&format!("#resolution-{id}")));
        self.against.take_if(|id| !has(&format!("#resolution-{id}")));
        self.count.take_if(|id| !has(&format!("#panel-{id}")));
    }
}

/// The parameters of a query that are ours, as they stand there. What holds a letter that we would not write is none.
pub fn parameters(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let sound = |value: &str| value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name, mended(value))).filter(move |(name, value)| NAMES.contains(name) && sound(value))
}

/// The items of a list, as [`parameters`] has it.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split('.')
}

fn pairs(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.strip_prefix('?').unwrap_or(query).as_bytes())
}

/// The first value of the parameter `name` that `read` can make something of.
fn first<T>(query: &str, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    pairs(query).filter(|(found, value)| found == name && value.len() <= LONGEST_VALUE).find_map(|(_, value)| read(mended(&value)))
}

/// A value without what mail programs do to an address: "=3D" for "=", and the sign after it taken for a part of it. No value
/// of ours begins with a digit and a capital letter, or ends in a sign.
fn mended(value: &str) -> &str {
    value.strip_prefix("3D").unwrap_or(value).trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
}

/// A list, separated by a character that neither mail clients nor chats cut off within an address.
fn joined<'a>(items: impl Iterator<Item = &'a str>) -> String {
    items.collect::<Vec<_>>().join(".")
}

fn id(value: &str) -> Option<String> {
    let sound = value.len() <= LONGEST_ID
        && value.starts_with(|first: char| first.is_ascii_lowercase())
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    sound.then(|| value.to_owned())
}

/// The sound ones of a list of ids, each once and in order.
fn ids(value: &str) -> Option<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    for id in value.split('.').filter_map(id) {
        if let Err(at) = ids.binary_search(&id)
            && ids.len() < MOST_OPEN
        {
            ids.insert(at, id);
        }
    }
    (!ids.is_empty()).then_some(ids)
}

/// The known ones of a list of words, each once, in the order of their vocabulary.
fn words<T: Vocabulary>(value: &str) -> Option<Vec<T>> {
    let known = T::WORDS.iter().filter(|(word, _)| value.split('.').any(|found| found == *word));
    let words: Vec<T> = known.map(|(_, member)| *member).collect();
    (!words.is_empty()).then_some(words)
}

/// The first few of a list of ISO codes, each once.
fn countries(value: &str) -> Option<Vec<String>> {
    let mut codes: Vec<String> = Vec::new();
    for code in value.split('.').filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
        if codes.len() < MOST_COUNTRIES && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    (!codes.is_empty()).then_some(codes)
}

fn year(value: &str) -> Option<i16> {
    let shaped = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if shaped { value.parse().ok() } else { None }
}

/// Reads a span of years, the first and the last.
pub fn span(value: &str) -> Option<(i16, i16)> {
    let (from, to) = value.split_once('-')?;
    Some((year(from)?, year(to)?)).filter(|(from, to)| from <= to)
}

#[cfg(test)]
mod tests;
