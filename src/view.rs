//! What the reader sees, as data, and its form in the address: `ViewState` to and from the URL's query.
//!
//! The only place that knows the query's grammar. Reading never fails: an unknown, broken, repeated or
//! outsized part is dropped by itself, and what is left is shown. Defaults are not written. Parameters of others
//! (`utm_source`, pym's `childId` ...) are kept as they are. Pure: it touches neither browser nor clock.
//!
//! ```text
//! depth=brief|everything   how much to show; the three-minute version has no parameter
//! open=abductions.article-statements   ids of opened cards, separated by full stops
//! closed=abductions        the same for closed cards, where the depth opens them all
//! year=2014                the year shown in "What changed"
//! ```

use std::collections::BTreeSet;

/// More open cards than the page has, and few enough for every mail client's idea of a long address.
const MOST_OPEN: usize = 40;
/// Longer than any id on the page.
const LONGEST_ID: usize = 48;
/// No parameter of ours is longer; whatever is, is not ours to read.
const LONGEST_VALUE: usize = MOST_OPEN * (LONGEST_ID + 1);

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
    pub switched: BTreeSet<String>,
    /// The year chosen in "What changed"; `None` is the year of the decision.
    pub year: Option<i16>,
}

impl ViewState {
    /// Reads a query, with or without its question mark. Of a repeated parameter the first sound one counts.
    pub fn parse(query: &str) -> Self {
        let mut view = Self::default();
        let (mut depth, mut open, mut closed, mut year) = (None, None, None, None);
        for (name, value) in pairs(query).filter(|(_, value)| value.len() <= LONGEST_VALUE) {
            match &*name {
                "depth" => depth = depth.or_else(|| Depth::from_word(&value)),
                "open" => open = open.or_else(|| ids(&value)),
                "closed" => closed = closed.or_else(|| ids(&value)),
                "year" => year = year.or_else(|| four_digits(&value)),
                _ => {}
            }
        }
        view.depth = depth.unwrap_or_default();
        view.switched = if view.depth == Depth::Everything { closed } else { open }.unwrap_or_default();
        view.year = year;
        view
    }

    /// Writes the query of an address: this view, and after it the parameters in `current` that are not ours.
    /// Without its question mark; empty when there is nothing to say.
    pub fn serialise(&self, current: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if self.depth != Depth::default() {
            query.append_pair("depth", self.depth.word());
        }
        if !self.switched.is_empty() {
            let name = if self.depth == Depth::Everything { "closed" } else { "open" };
            query.append_pair(name, &self.switched.iter().map(String::as_str).collect::<Vec<_>>().join("."));
        }
        if let Some(year) = self.year {
            query.append_pair("year", &format!("{year:04}"));
        }
        for (name, value) in pairs(current).filter(|(name, _)| !matches!(&**name, "depth" | "open" | "closed" | "year")) {
            query.append_pair(&name, &value);
        }
        query.finish()
    }

    /// Whether the card `id` is open in this view.
    pub fn is_open(&self, id: &str) -> bool {
        (self.depth == Depth::Everything) != self.switched.contains(id)
    }

    /// Notes that the card `id` is open or closed now.
    pub fn set_open(&mut self, id: &str, open: bool) {
        if self.is_open(id) != open && !self.switched.remove(id) {
            self.switched.insert(id.to_owned());
        }
    }

    /// Takes another depth, which starts with its own cards: all open, or none.
    pub fn set_depth(&mut self, depth: Depth) {
        if self.depth != depth {
            self.depth = depth;
            self.switched.clear();
        }
    }

    /// Drops what the page does not have: cards that are not on it, years that it does not tell.
    pub fn keep(&mut self, has_card: impl Fn(&str) -> bool, has_year: impl Fn(i16) -> bool) {
        self.switched.retain(|id| has_card(id));
        self.year = self.year.filter(|year| has_year(*year));
    }
}

fn pairs(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.strip_prefix('?').unwrap_or(query).as_bytes())
}

/// Ids separated by full stops; those that cannot be ids are left out.
fn ids(value: &str) -> Option<BTreeSet<String>> {
    let sound = |id: &&str| {
        id.len() <= LONGEST_ID
            && id.starts_with(|first: char| first.is_ascii_lowercase())
            && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let ids: BTreeSet<String> = value.split('.').filter(sound).take(MOST_OPEN).map(str::to_owned).collect();
    (!ids.is_empty()).then_some(ids)
}

fn four_digits(value: &str) -> Option<i16> {
    let shaped = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if shaped { value.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a query is read as, written again.
    fn check(query: &str, written: &str) {
        assert_eq!(ViewState::parse(query).serialise(query), written, "{query}");
    }

    #[test]
    fn addresses_of_today() {
        check("", "");
        check("?depth=brief", "depth=brief");
        check("?depth=everything&year=2014", "depth=everything&year=2014");
        check("?year=2014&depth=everything", "depth=everything&year=2014");
        check("?open=un-history.abductions", "open=abductions.un-history");
        check("?depth=everything&closed=abductions", "depth=everything&closed=abductions");
    }

    #[test]
    fn defaults_are_not_written() {
        check("?depth=standard", "");
        check("?open=", "");
    }

    #[test]
    fn unsound_parts_are_dropped_one_by_one() {
        check("?depth=brief&year=20x4", "depth=brief");
        check("?depth=nonsense&year=2014", "year=2014");
        check("?year=99999999999999999999", "");
        check("?open=shift.<script>.UPPER..why", "open=shift.why");
        check("?depth&year&open", "");
        check("?closed=abductions", "");
        check("?depth=everything&open=abductions", "depth=everything");
        check("?depth=%ff%fe&year=2014", "year=2014");
    }

    #[test]
    fn of_a_repeated_parameter_the_first_sound_one_counts() {
        check("?year=abcd&year=2014&year=2015", "year=2014");
    }

    #[test]
    fn foreign_parameters_stay() {
        check("?utm_source=mail&year=2014&childId=a%20b", "year=2014&utm_source=mail&childId=a+b");
    }

    #[test]
    fn what_the_page_does_not_have_is_dropped() {
        let mut view = ViewState::parse("?open=abductions.elsewhere&year=1066");
        view.keep(|id| id == "abductions", |year| year >= 2005);
        assert_eq!(view.serialise(""), "open=abductions");
    }

    fn any_view() -> impl Strategy<Value = ViewState> {
        let depth = prop_oneof![Just(Depth::Brief), Just(Depth::Standard), Just(Depth::Everything)];
        let switched = prop::collection::btree_set("[a-z][a-z0-9-]{0,20}", 0..MOST_OPEN);
        (depth, switched, prop::option::of(0_i16..=9999)).prop_map(|(depth, switched, year)| ViewState { depth, switched, year })
    }

    proptest! {
        #[test]
        fn every_view_survives_its_address(view in any_view()) {
            prop_assert_eq!(ViewState::parse(&view.serialise("")), view);
        }

        #[test]
        fn any_query_is_read_and_what_is_written_is_stable(query in "\\PC*") {
            let written = ViewState::parse(&query).serialise(&query);
            prop_assert_eq!(ViewState::parse(&written).serialise(&written), written);
        }

        #[test]
        fn any_mixture_of_our_own_parts_is_read(query in "((depth|open|closed|year)=?[a-z0-9.%&=-]{0,12}&?){0,6}") {
            let written = ViewState::parse(&query).serialise("");
            prop_assert_eq!(ViewState::parse(&written).serialise(""), written);
        }
    }
}
