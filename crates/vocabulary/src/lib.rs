//! The closed sets of words that the content, the pages, the style sheets and the app share. Each set is an enum.
//!
//! Each set is defined only in this crate. Style sheets use the words as values of attributes, such as `data-body`.

mod city;
mod kana;
mod part;

pub use city::City;
pub use figure::Figure;
pub use kana::hiragana;
pub use part::Part;

use serde::{Deserialize, Serialize};

/// A closed set: an enum whose members each have a word.
pub trait Vocabulary: Copy + 'static {
    /// The name of the set in messages to the authors of content.
    const NAME: &'static str;
    /// The table of `labels.toml` that has the names of the members. Not every set has names.
    const TABLE: &'static str;
    /// Every member with its word in content and in markup.
    const WORDS: &'static [(&'static str, Self)];

    /// Returns the member with this word.
    fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, member)| *member)
    }

    /// Returns the word of this member.
    fn word(self) -> &'static str;
}

macro_rules! vocabulary {
    ($($(#[$about:meta])* $set:ident, $name:literal { $($(#[$what:meta])* $member:ident = $word:literal,)+ })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $set { $($(#[$what])* #[serde(rename = $word)] $member,)+ }

        impl $set {
            /// Every member. Pages that list the members keep this order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$member),+];
        }

        impl Vocabulary for $set {
            const NAME: &'static str = $name;
            const TABLE: &'static str = stringify!($set);
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$member)),+];

            fn word(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }
        }
    )+};
}

// This module must follow the definition of the macro that it uses.
mod figure;

vocabulary! {
    /// A subject: a part of the story that has a page, an embed and a picture for link previews.
    /// The words are ids and paths, so they must not change.
    Subject, "subject" {
        /// What changed with the decision.
        Shift = "shift",
        /// The reasons for the decision.
        Why = "why",
        /// The abduction issue.
        Abductions = "abductions",
        /// The UN resolutions and their votes.
        UnHistory = "un-history",
        /// The timeline.
        Timeline = "timeline",
        /// The article, statement by statement.
        Article = "article",
        /// The events after the decision.
        WhatNext = "what-next",
    }

    /// The UN body that adopted a resolution.
    Body, "body" {
        /// The Commission on Human Rights in Geneva, until 2006.
        Commission = "commission",
        /// The Human Rights Council in Geneva, from 2006.
        Council = "council",
        /// The General Assembly in New York.
        Assembly = "assembly",
    }

    /// The way in which a resolution was adopted.
    Adoption, "way of adoption" {
        /// A recorded vote.
        Vote = "vote",
        /// Adoption by consensus, without a vote.
        WithoutVote = "without_vote",
    }

    /// Japan's role in a resolution.
    Role, "role of Japan" {
        /// Japan drafted and tabled the text with the European Union.
        CoSubmitter = "co_submitter",
        /// Japan added its name to a text that others drafted.
        CoSponsor = "co_sponsor",
        /// Japan did not support the text by name, but did not object to it.
        ConsensusOnly = "consensus_only",
        /// No source about Japan's role was found.
        Unknown = "unknown",
    }

    /// The authors of a resolution: the European Union, alone or with a state.
    Authorship, "authorship" {
        /// The European Union alone.
        SoleAuthor = "sole_author",
        /// The European Union with Japan.
        WithJapan = "with_japan",
        /// The European Union with Australia.
        WithAustralia = "with_australia",
    }

    /// A country's ballot in a recorded vote.
    Ballot, "vote" {
        /// A vote in favour.
        Yes = "yes",
        /// An abstention.
        Abstain = "abstain",
        /// A vote against.
        No = "no",
        /// The country was absent, did not vote or did not take part. The records do not distinguish these.
        Absent = "absent",
    }

    /// The pattern of a state's ballots over all recorded votes of the General Assembly. "Yes", "no" and abstentions
    /// are cast ballots. An absence is not a cast ballot.
    VotePattern, "pattern of votes" {
        /// The state only cast "yes".
        OnlyYes = "only-yes",
        /// The last ballot cast is nearer to "yes" than the first.
        NearerYes = "nearer-yes",
        /// The last ballot cast is the same as the first, with other ballots in between.
        CameBack = "came-back",
        /// The state only abstained.
        OnlyAbstained = "only-abstained",
        /// The last ballot cast is nearer to "no" than the first.
        NearerNo = "nearer-no",
        /// The state only cast "no".
        OnlyNo = "only-no",
        /// The state cast no ballot.
        NoneCast = "none-cast",
    }

    /// A region of the world, as in the UN's M49 standard.
    Region, "region" {
        /// Africa.
        Africa = "Africa",
        /// North, Central and South America.
        Americas = "Americas",
        /// Asia.
        Asia = "Asia",
        /// Europe.
        Europe = "Europe",
        /// Oceania.
        Oceania = "Oceania",
    }

    /// The kind of a statement.
    Kind, "kind of statement" {
        /// A fact, such as an event, a number or what someone did.
        ReportedFact = "reported-fact",
        /// A quotation of a person's words.
        Quote = "quote",
        /// A claim or position of a person or group, who may be unnamed.
        AttributedClaim = "attributed-claim",
        /// A judgement or an inference.
        Assessment = "assessment",
        /// The credit of a picture.
        Credit = "credit",
    }

    /// The result of checking a statement.
    Verdict, "verdict" {
        /// Other sources confirm the statement.
        Confirmed = "confirmed",
        /// Other sources confirm the statement, but it is imprecise.
        ConfirmedImprecise = "confirmed-imprecise",
        /// Other sources disagree with a part of the statement.
        PartlyDisputed = "partly-disputed",
        /// The statement could not be checked.
        NotChecked = "not-checked",
    }

    /// The kind of speaker of a statement.
    Speaker, "speaker" {
        /// The Government of Japan.
        GovernmentOfJapan = "government-of-japan",
        /// People in the Japanese government or the ruling party whom a report does not name.
        UnnamedSources = "unnamed-sources",
        /// North Korea.
        NorthKorea = "north-korea",
        /// The United Nations, its bodies and experts.
        UnitedNations = "united-nations",
        /// Families of abductees, support groups and rights groups.
        Campaigners = "campaigners",
        /// Press and analysts.
        Press = "press",
        /// The article in its own voice.
        Article = "article",
        /// Governments other than Japan's and North Korea's.
        OtherGovernments = "other-governments",
        /// Members of Japan's parliament.
        Lawmakers = "lawmakers",
    }

    /// A list of voices in the part about the reasons.
    VoiceList, "list of voices" {
        /// Reasons that the government gave.
        Given = "given",
        /// Reasons from unnamed officials, the press and analysts.
        Inferred = "inferred",
        /// Criticism of the decision.
        Critical = "critical",
        /// Support for the decision, or a neutral position.
        Supportive = "supportive",
        /// Positions of other governments and the United Nations.
        Actor = "actor",
    }

    /// The kind of source that gives a reason for the decision.
    Sayer, "source of a reason" {
        /// The Japanese government, on the record.
        Government = "government",
        /// Officials whom a report does not name.
        Officials = "officials",
        /// The Japanese press in its own voice.
        JapanesePress = "japanese-press",
        /// The press of other countries in its own voice.
        ForeignPress = "foreign-press",
        /// Scholars and analysts.
        Scholars = "scholars",
        /// The article in its own voice.
        Article = "article",
    }

    /// The way in which a source gives a reason.
    Evidence, "kind of evidence" {
        /// The source states a reason or an aim of the decision.
        Said = "said",
        /// The source infers the reason.
        Inferred = "inferred",
    }

    /// The precision of an event's date.
    Precision, "date precision" {
        /// The day is known.
        Day = "day",
        /// The month is known.
        Month = "month",
        /// The month is only approximately known.
        Around = "around",
        /// Only the year is known.
        Year = "year",
    }

    /// A thread of the timeline.
    Thread, "thread" {
        /// The abductions, and the search for the abductees.
        Abductions = "abductions",
        /// The United Nations.
        UnitedNations = "un",
        /// Diplomacy between states.
        Diplomacy = "diplomacy",
    }

    /// The number of independent sources that confirm a resolution, an event or a count.
    Confidence, "confidence" {
        /// At least two independent sources confirm it.
        TwoSources = "two_sources",
        /// Only one independent source confirms it.
        OneSource = "one_source",
    }

    /// The list to which a number belongs. Numbers of different lists are never added up.
    CountList, "list of numbers" {
        /// The Government of Japan's official list.
        Official = "official",
        /// North Korea's statements.
        Admissions = "admissions",
        /// The National Police Agency's list.
        Police = "police",
        /// The list of the citizens' group COMJAN.
        Comjan = "comjan",
        /// The report of the UN commission of inquiry.
        UnitedNations = "un",
    }

    /// The kind of change to the explainer after its publication.
    Change, "kind of change" {
        /// A mistake was corrected.
        Correction = "correction",
        /// New information was added.
        Update = "update",
    }

    /// The group of a person on the official list.
    Fate, "group of people" {
        /// The person returned to Japan in 2002.
        Returned = "returned",
        /// North Korea says that the person died. Japan does not accept this.
        SaidDead = "said-dead",
        /// North Korea says that the person never entered the country. Japan does not accept this.
        NotAdmitted = "not-admitted",
    }

    /// The precision with which the content names the place of a case.
    Extent, "extent of a place" {
        /// The content names the town.
        Town = "town",
        /// The content names only the island or the prefecture.
        Area = "area",
    }

    /// The side of a mark on the map at which its label is drawn.
    Side, "side of a mark" {
        /// The label is to the left of the mark.
        Left = "left",
        /// The label is to the right of the mark.
        Right = "right",
        /// The label is above the mark.
        Above = "above",
        /// The label is below the mark.
        Below = "below",
    }
}
