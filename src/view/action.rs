//! The changes that a reader can make to the view.

use super::{Depth, MOST_COUNTRIES, Parameter, ViewState};

/// A change of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Replaces the view, for example with the view of another address.
    Show(ViewState),
    /// Sets a parameter to a value, written as in an address. An invalid value sets the default.
    Set(Parameter, String),
    /// Opens (`true`) or closes (`false`) the card with this id.
    SetCard(String, bool),
    /// Follows the country with this ISO code, or stops following it. If the reader would follow more than
    /// [`MOST_COUNTRIES`], the country that was chosen first is removed.
    ToggleCountry(String),
}

impl ViewState {
    /// Returns the view that `action` makes of this view.
    #[must_use]
    pub fn reduce(mut self, action: Action) -> Self {
        match action {
            Action::Show(view) => return view,
            Action::Set(parameter, value) => {
                parameter.read(&mut self, &value);
            }
            Action::SetCard(id, open) => self.set_open(id, open),
            Action::ToggleCountry(iso) => self.toggle_country(iso),
        }
        self
    }

    fn set_open(&mut self, id: String, open: bool) {
        if self.is_open(&id) != open {
            // The ids are sorted, so that the same view always has the same address.
            match self.switched.binary_search(&id) {
                Ok(at) => drop(self.switched.remove(at)),
                Err(at) => self.switched.insert(at, id),
            }
        }
    }

    fn toggle_country(&mut self, iso: String) {
        if let Some(at) = self.countries.iter().position(|known| *known == iso) {
            self.countries.remove(at);
            return;
        }
        if self.countries.len() == MOST_COUNTRIES {
            self.countries.remove(0);
        }
        self.countries.push(iso);
    }

    /// Sets the depth. If the depth changes, all cards get the default state of the new depth.
    pub(super) fn set_depth(&mut self, depth: Depth) {
        if self.depth != depth {
            self.depth = depth;
            self.switched.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use strum::VariantArray;
    use vocabulary::{Body, Kind, Thread, Vocabulary};

    /// Asserts that `action` changes the view of `query` into the view whose query is `becomes`.
    #[track_caller]
    fn check(query: &str, action: Action, becomes: &str) {
        assert_eq!(ViewState::parse(query).reduce(action).serialise(""), becomes);
    }

    fn set(parameter: Parameter, value: &str) -> Action {
        Action::Set(parameter, value.to_owned())
    }

    #[test]
    fn a_view_is_replaced() {
        check("year=2014&depth=brief", Action::Show(ViewState::parse("year=2016")), "year=2016");
    }

    #[test]
    fn a_value_takes_the_place_of_the_one_before() {
        check("year=2014&count=police", set(Parameter::Year, "2016"), "year=2016&count=police");
        check("year=2014&count=police", set(Parameter::Year, ""), "count=police");
        check("kind=quote", set(Parameter::Kind, "no kind"), "");
        check("threads=un", set(Parameter::Threads, "un.diplomacy"), "threads=un.diplomacy");
    }

    #[test]
    fn another_depth_starts_with_its_own_cards() {
        check("open=a.b", set(Parameter::Depth, "everything"), "depth=everything");
        check("depth=everything&closed=a", set(Parameter::Depth, "everything"), "depth=everything&closed=a");
        check("depth=everything&closed=a", set(Parameter::Depth, "standard"), "");
    }

    #[test]
    fn cards_are_opened_and_closed() {
        let card = |id: &str, open| Action::SetCard(id.to_owned(), open);
        check("open=b", card("a", true), "open=a.b");
        check("open=a.b", card("a", true), "open=a.b");
        check("open=a.b", card("a", false), "open=b");
        check("depth=everything", card("a", false), "depth=everything&closed=a");
        check("depth=everything&closed=a", card("a", true), "depth=everything");
    }

    #[test]
    fn a_fourth_country_takes_the_place_of_the_first() {
        let toggle = |iso: &str| Action::ToggleCountry(iso.to_owned());
        check("countries=JPN.KOR.PRK", toggle("NER"), "countries=KOR.PRK.NER");
        check("countries=KOR.PRK.NER", toggle("PRK"), "countries=KOR.NER");
    }

    fn word<T: Vocabulary + std::fmt::Debug>() -> impl Strategy<Value = String> {
        prop::sample::select(T::WORDS).prop_map(|(word, _)| word.to_owned())
    }

    fn any_action() -> impl Strategy<Value = Action> {
        let card = ("[a-c]{1,2}", any::<bool>()).prop_map(|(id, open)| Action::SetCard(id, open));
        let country = "[A-C]{3}".prop_map(Action::ToggleCountry);
        let value = prop_oneof![
            word::<Kind>(),
            word::<Body>(),
            word::<Thread>(),
            "[a-z.]{0,9}",
            "[0-9]{4}(-[0-9]{4})?",
            prop::sample::select(Depth::VARIANTS).prop_map(|depth| depth.word().to_owned()),
            "off",
        ];
        let set = (prop::sample::select(Parameter::VARIANTS), value).prop_map(|(parameter, value)| Action::Set(parameter, value));
        prop_oneof![card, country, set]
    }

    proptest! {
        #[test]
        fn whatever_is_done_survives_the_address(actions in prop::collection::vec(any_action(), 0..20)) {
            let view = actions.into_iter().fold(ViewState::default(), ViewState::reduce);
            prop_assert_eq!(ViewState::parse(&view.serialise("")), view);
        }
    }
}
