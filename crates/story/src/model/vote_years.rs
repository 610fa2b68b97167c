//! The recorded votes of a UN body, and the periods in which the body adopted its resolutions without a vote.

use super::{Edition, Resolution};
use vocabulary::Body;

/// A recorded vote, or a period without recorded votes.
#[derive(Clone, Copy, Debug)]
pub enum VoteYears<'a> {
    /// A recorded vote.
    Voted(&'a Resolution),
    /// A period in which consecutive resolutions were adopted without a vote.
    Unvoted {
        /// The year of the first resolution.
        from: i16,
        /// The year of the last resolution.
        to: i16,
    },
}

impl Edition {
    /// Returns the recorded votes of `body` and the periods without recorded votes, in the order of their dates.
    pub fn vote_years(&self, body: Body) -> Vec<VoteYears<'_>> {
        let mut years = Vec::new();
        for resolution in self.resolutions.iter().filter(|resolution| resolution.body == body) {
            let year = resolution.adopted_on.year;
            match years.last_mut() {
                _ if resolution.tally.is_some() => years.push(VoteYears::Voted(resolution)),
                Some(VoteYears::Unvoted { to, .. }) => *to = year,
                Some(VoteYears::Voted(_)) | None => years.push(VoteYears::Unvoted { from: year, to: year }),
            }
        }
        years
    }
}
