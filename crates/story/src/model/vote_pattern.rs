//! The patterns of states' ballots over all recorded votes of the General Assembly.

use super::{Country, Edition, Resolution};
use vocabulary::{Ballot, Body, VotePattern};

/// A state's ballots in the recorded votes of the General Assembly, in the order of the votes. An item is `None` if the
/// state was not a UN member at the time of the vote.
pub type Ballots = Vec<Option<Ballot>>;

impl Edition {
    /// Returns the recorded votes of the General Assembly, in the order of their dates.
    pub fn assembly_votes(&self) -> impl Iterator<Item = &Resolution> {
        self.resolutions.iter().filter(|resolution| resolution.body == Body::Assembly && resolution.tally.is_some())
    }

    /// Returns every country in the roll call of at least one of [`Self::assembly_votes`], with its ballots in all of
    /// these votes.
    pub fn ballots_in_assembly(&self) -> impl Iterator<Item = (&Country, Ballots)> {
        self.countries.iter().filter_map(|country| {
            let ballot = |vote: &Resolution| vote.roll_call.iter().find(|(voter, _)| *voter == country.iso3).map(|(_, ballot)| *ballot);
            let ballots: Ballots = self.assembly_votes().map(ballot).collect();
            ballots.iter().any(Option::is_some).then_some((country, ballots))
        })
    }
}

/// Returns the pattern of a state's ballots. Ignores absences and `None`.
pub fn vote_pattern(ballots: &[Option<Ballot>]) -> VotePattern {
    let mut cast = ballots.iter().filter_map(|ballot| ballot.and_then(nearness));
    let Some(first) = cast.next() else { return VotePattern::NoneCast };
    let rest: Vec<Nearness> = cast.collect();
    let last = rest.last().copied().unwrap_or(first);
    if rest.iter().all(|ballot| *ballot == first) {
        return match first {
            Nearness::Yes => VotePattern::OnlyYes,
            Nearness::Abstain => VotePattern::OnlyAbstained,
            Nearness::No => VotePattern::OnlyNo,
        };
    }
    match last.cmp(&first) {
        std::cmp::Ordering::Greater => VotePattern::NearerYes,
        std::cmp::Ordering::Equal => VotePattern::CameBack,
        std::cmp::Ordering::Less => VotePattern::NearerNo,
    }
}

/// A ballot that was cast. The variants are ordered from "no" to "yes".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    No,
    Abstain,
    Yes,
}

fn nearness(ballot: Ballot) -> Option<Nearness> {
    match ballot {
        Ballot::No => Some(Nearness::No),
        Ballot::Abstain => Some(Nearness::Abstain),
        Ballot::Yes => Some(Nearness::Yes),
        Ballot::Absent => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that the ballots in `letters` have the pattern `expected`. `letters` has one character for each vote:
    /// `y`, `n`, `a` for an abstention, `-` for an absence, and a space if the state was not a member.
    #[track_caller]
    fn check(letters: &str, expected: VotePattern) {
        let ballots: Ballots = letters
            .chars()
            .map(|letter| match letter {
                'y' => Some(Ballot::Yes),
                'n' => Some(Ballot::No),
                'a' => Some(Ballot::Abstain),
                '-' => Some(Ballot::Absent),
                _ => None,
            })
            .collect();
        assert_eq!(vote_pattern(&ballots), expected, "{letters:?}");
    }

    #[test]
    fn a_state_that_always_cast_the_same_ballot() {
        check("yyyyyyyyy", VotePattern::OnlyYes);
        check("aaaaaaaaa", VotePattern::OnlyAbstained);
        check("nnnnnnnnn", VotePattern::OnlyNo);
    }

    #[test]
    fn absences_and_votes_without_membership_are_ignored() {
        check("  y-y", VotePattern::OnlyYes);
        check("-a-n-", VotePattern::NearerNo);
        check("---", VotePattern::NoneCast);
        check("", VotePattern::NoneCast);
    }

    #[test]
    fn the_first_and_the_last_ballot_decide_the_direction() {
        check("ayayy", VotePattern::NearerYes);
        check("na", VotePattern::NearerYes);
        check("yan", VotePattern::NearerNo);
        check("yna", VotePattern::NearerNo);
        check("yay", VotePattern::CameBack);
    }
}
