//! The comparison of two votes of the same body. It has a drawing with ribbons from ballot to ballot, and the names of
//! the countries that changed their vote. The width of a ribbon is proportional to the number of its countries.

use super::{
    ballot_mark::ballot_mark,
    messages::Phrase,
    record::{Country, Record, Vote},
};
use vocabulary::{Ballot, Vocabulary};
use yew::prelude::*;

/// Renders a `<select>` with the votes with which `vote` can be compared. If `against` is `Some`, also renders the
/// comparison of the two votes. `select` becomes the reference to the `<select>`.
pub fn comparison(record: &Record, vote: &Vote, against: Option<&Vote>, select: NodeRef) -> Html {
    let words = &record.words;
    html! {
        <>
            <label class="choice">
                <span>{ words.get(Phrase::Against) }</span>
                <select ref={select} name="against" autocomplete="off">
                    <option value="">{ words.get(Phrase::Nothing) }</option>
                    { for record.votes.iter().filter(|other| vote.compares_with(other)).map(|other| html! {
                        <option key={&*other.id} value={&other.id}>{ [&*other.year, " · ", &*other.symbol].concat() }</option>
                    }) }
                </select>
            </label>
            if let Some(against) = against {
                { compared(record, if vote.year < against.year { [vote, against] } else { [against, vote] }) }
            }
        </>
    }
}

/// The countries with the same pair of ballots: the ballot in the earlier vote and the ballot in the later vote.
struct Group<'a> {
    ballots: [Ballot; 2],
    countries: Vec<&'a Country>,
}

impl Group<'_> {
    fn is_change(&self) -> bool {
        self.ballots[0] != self.ballots[1]
    }
}

/// Groups the countries by their pairs of ballots. Leaves out a country that has no ballot in one of the votes.
fn groups<'a>(record: &'a Record, votes: [&Vote; 2]) -> Vec<Group<'a>> {
    let pairs = Ballot::ALL.into_iter().flat_map(|was| Ballot::ALL.map(|is| [was, is]));
    let group = |ballots: [Ballot; 2]| {
        let is_in_group = |index: usize| votes.map(|vote| vote.ballot(index)) == ballots.map(Some);
        let countries = record.countries.iter().enumerate().filter(|(index, _)| is_in_group(*index)).map(|(_, country)| country);
        Group { ballots, countries: countries.collect() }
    };
    pairs.map(group).filter(|group| !group.countries.is_empty()).collect()
}

fn compared(record: &Record, votes: [&Vote; 2]) -> Html {
    let words = &record.words;
    let groups = groups(record, votes);
    html! {
        <div class="comparison" key={[&*votes[0].id, " ", &*votes[1].id].concat()}>
            { ribbons(record, votes, &groups) }
            <dl class="movers" aria-live="polite">
                { for groups.iter().filter(|group| group.is_change()).map(|group| html! {
                    <div>
                        <dt>
                            { for votes.into_iter().zip(group.ballots).map(|(vote, ballot)| html! {
                                <span>{ ballot_mark(Some(ballot)) }<b>{ &vote.year }</b><span>{ words.ballot(Some(ballot)) }</span></span>
                            }) }
                        </dt>
                        <dd>{ for group.countries.iter().map(|country| html! { <span>{ &country.name }</span> }) }</dd>
                    </div>
                }) }
            </dl>
            if !groups.iter().any(Group::is_change) {
                <p>{ words.get(Phrase::Nobody) }</p>
            }
        </div>
    }
}

/// The height of a country in the drawing, in SVG units.
const UNIT: usize = 10;
/// The vertical distance between two blocks, in SVG units. A block stands for the countries that have the same ballot
/// in a vote.
const GAP: usize = 60;
/// The horizontal positions of the start and the end of the ribbons, in SVG units.
const ENDS: [usize; 2] = [900, 2100];
/// The width of a block, in SVG units.
const BLOCK: usize = 60;
/// The width of the drawing, in SVG units.
const WIDTH: usize = 3000;
/// The height of the space above the blocks, in SVG units. The years of the votes are drawn there.
const TOP: usize = 130;

/// Returns, for each ballot, the top of its block in SVG units and the number of countries in the block. `side` is 0
/// for the earlier vote and 1 for the later vote.
fn blocks(groups: &[Group<'_>], side: usize) -> [(Ballot, usize, usize); Ballot::ALL.len()] {
    let mut top = TOP;
    Ballot::ALL.map(|ballot| {
        let count = groups.iter().filter(|group| group.ballots[side] == ballot).map(|group| group.countries.len()).sum();
        let block = (ballot, top, count);
        top += count * UNIT + GAP;
        block
    })
}

/// Renders the drawing with the ribbons. The drawing is hidden from screen readers, because the list after it names the
/// countries that changed their vote.
fn ribbons(record: &Record, votes: [&Vote; 2], groups: &[Group<'_>]) -> Html {
    let sides = [0, 1].map(|side| blocks(groups, side));
    let members: usize = groups.iter().map(|group| group.countries.len()).sum();
    let height = TOP + members * UNIT + GAP * Ballot::ALL.len();
    let mut tops = sides.map(|blocks| blocks.map(|(ballot, top, _)| (ballot, top)));
    let paths = groups.iter().map(|group| {
        let size = group.countries.len() * UNIT;
        let mut end = |side: usize| {
            let entry = tops[side].iter_mut().find(|(ballot, _)| *ballot == group.ballots[side]);
            entry.map(|(_, top)| std::mem::replace(top, *top + size)).unwrap_or_default()
        };
        let (left, right) = (end(0), end(1));
        let ([from, to], middle) = (ENDS, (ENDS[0] + ENDS[1]) / 2);
        let (left_end, right_end) = (left + size, right + size);
        let path = format!(
            "M{from} {left}C{middle} {left} {middle} {right} {to} {right}V{right_end}C{middle} {right_end} {middle} {left_end} {from} {left_end}Z"
        );
        html! { <path d={path} data-moved={group.is_change().then(|| group.ballots[1].word())} /> }
    });
    let paths: Html = paths.collect();
    html! {
        <svg class="ribbons" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true">
            { paths }
            { for votes.iter().zip(sides).zip(ENDS).enumerate().map(|(side, ((vote, blocks), end))| {
                let is_left = side == 0;
                let (x, text_x, anchor) = if is_left { (end - BLOCK, end - 2 * BLOCK, "end") } else { (end, end + 2 * BLOCK, "start") };
                html! {
                    <>
                        <text class="year" x={end.to_string()} y="80" text-anchor={anchor}>{ &vote.year }</text>
                        { for blocks.iter().filter(|(.., count)| *count > 0).map(|(ballot, top, count)| html! {
                            <>
                                <rect
                                    data-ballot={ballot.word()}
                                    x={x.to_string()}
                                    y={top.to_string()}
                                    width={BLOCK.to_string()}
                                    height={(count * UNIT).to_string()}
                                />
                                <text x={text_x.to_string()} y={(top + count * UNIT / 2).to_string()} dy="0.35em" text-anchor={anchor}>
                                    { format!("{count} {}", record.words.ballot(Some(*ballot))) }
                                </text>
                            </>
                        }) }
                    </>
                }
            }) }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{super::record::Written, *};

    #[test]
    fn countries_that_were_members_both_times_are_grouped_by_their_ballots() {
        let written = Written {
            countries: "A (AAA)B (BBB)C (CCC)D (DDD)E (EEE)F (FFF)G (GGG)".to_owned(),
            regions: "0000000".to_owned(),
            votes: "ga-1 assembly 2008 A/1 yaan.yx\nga-2 assembly 2009 A/2 yyanyxy".to_owned(),
            ..Written::default()
        };
        let record = Record::read(&written);
        let all = |votes: [usize; 2]| -> Vec<([Ballot; 2], Vec<&str>)> {
            let groups = groups(&record, votes.map(|vote| &record.votes[vote]));
            let changes = groups.iter().filter(|group| group.is_change());
            changes.map(|group| (group.ballots, group.countries.iter().map(|country| &*country.name).collect())).collect()
        };
        let [yes, abstain, absent] = [Ballot::Yes, Ballot::Abstain, Ballot::Absent];
        assert_eq!(all([0, 1]), [([yes, absent], vec!["F"]), ([abstain, yes], vec!["B"]), ([absent, yes], vec!["G"])]);
        assert_eq!(all([0, 0]), []);
    }
}
