//! The closed sets of words that content may use, and the words themselves as they stand in the files.
//!
//! Each set is defined once, here; the loader, the page, the styles (as `data-` values) and the browser
//! take the words from it.

mod city;
mod kana;
mod part;

pub use city::City;
pub use kana::hiragana;
pub use part::Part;

use serde::{Deserialize, Serialize};

/// A closed set of words.
pub trait Vocabulary: Copy + 'static {
    /// What the set is called in messages to an editor.
    const NAME: &'static str;
    /// The table of `labels.toml` that holds its members' names in words, if they have any there.
    const TABLE: &'static str;
    /// Every member with the word that stands for it in content and in markup.
    const WORDS: &'static [(&'static str, Self)];

    /// The member that `word` stands for.
    fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, member)| *member)
    }

    /// The word that stands for this member.
    fn word(self) -> &'static str;
}

macro_rules! vocabulary {
    ($($(#[$about:meta])* $set:ident, $name:literal { $($(#[$what:meta])* $member:ident = $word:literal,)+ })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $set { $($(#[$what])* #[serde(rename = $word)] $member,)+ }

        impl $set {
            /// Every member, in the order in which pages list them.
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

vocabulary! {
    /// A subject: a part of the story that has a page, an embed and a picture for link previews. The words are ids and paths,
    /// which are stable for ever.
    Subject, "subject" {
        /// What changed.
        Shift = "shift",
        /// Why Japan did it.
        Why = "why",
        /// Background: the abduction issue.
        Abductions = "abductions",
        /// Background: the UN resolution history.
        UnHistory = "un-history",
        /// The timeline.
        Timeline = "timeline",
        /// The article, statement by statement.
        Article = "article",
        /// What happened next.
        WhatNext = "what-next",
    }

    /// The UN body that adopted a resolution.
    Body, "body" {
        /// Commission on Human Rights, Geneva, until 2006.
        Commission = "commission",
        /// Human Rights Council, Geneva, from 2006.
        Council = "council",
        /// General Assembly, New York.
        Assembly = "assembly",
    }

    /// How a resolution was adopted.
    Adoption, "way of adoption" {
        /// By a recorded vote.
        Vote = "vote",
        /// Without a vote, by consensus.
        WithoutVote = "without_vote",
    }

    /// What Japan did for a resolution.
    Role, "role of Japan" {
        /// Drafted and tabled the text (with the European Union).
        CoSubmitter = "co_submitter",
        /// Put its name to a text that others drafted.
        CoSponsor = "co_sponsor",
        /// Neither, but raised no objection.
        ConsensusOnly = "consensus_only",
        /// No source that names Japan was found.
        Unknown = "unknown",
    }

    /// Who wrote a resolution, seen from the European Union.
    Authorship, "authorship" {
        /// The European Union alone.
        SoleAuthor = "sole_author",
        /// The European Union with Japan.
        WithJapan = "with_japan",
        /// The European Union with Australia.
        WithAustralia = "with_australia",
    }

    /// What a country did in a recorded vote.
    Ballot, "vote" {
        /// In favour.
        Yes = "yes",
        /// Abstained.
        Abstain = "abstain",
        /// Against.
        No = "no",
        /// Absent, not voting or not taking part; the records do not tell these apart.
        Absent = "absent",
    }

    /// What a state did over all recorded votes of the General Assembly. A ballot that is cast is yes, no or an abstention.
    VotePattern, "pattern of votes" {
        /// Every ballot that it cast is yes.
        OnlyYes = "only-yes",
        /// Its last ballot stands nearer to yes than its first.
        NearerYes = "nearer-yes",
        /// It voted differently in between, and its last ballot is its first.
        CameBack = "came-back",
        /// Every ballot that it cast is an abstention.
        OnlyAbstained = "only-abstained",
        /// Its last ballot stands nearer to no than its first.
        NearerNo = "nearer-no",
        /// Every ballot that it cast is no.
        OnlyNo = "only-no",
        /// It cast none.
        NoneCast = "none-cast",
    }

    /// A part of the world, by the UN's M49 continents.
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

    /// What kind of statement a sentence is.
    Kind, "kind of statement" {
        /// Stated by the speaker in their own voice, as a fact.
        ReportedFact = "reported-fact",
        /// Somebody's words.
        Quote = "quote",
        /// The statement names the person who says it.
        AttributedClaim = "attributed-claim",
        /// A judgement or an inference.
        Assessment = "assessment",
        /// Credit for a picture.
        Credit = "credit",
    }

    /// What became of a statement when it was checked.
    Verdict, "verdict" {
        /// Other sources say the same.
        Confirmed = "confirmed",
        /// True, but in need of the refinement given.
        ConfirmedImprecise = "confirmed-imprecise",
        /// Other sources disagree in part.
        PartlyDisputed = "partly-disputed",
        /// Could not be checked.
        NotChecked = "not-checked",
    }

    /// Whose voice a statement is.
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
        /// The source article in its own voice.
        Article = "article",
        /// Governments other than Japan's and North Korea's.
        OtherGovernments = "other-governments",
        /// Members of Japan's parliament.
        Lawmakers = "lawmakers",
    }

    /// Which list of the part "why now" a voice stands in.
    VoiceList, "list of voices" {
        /// Reasons that the government gave.
        Given = "given",
        /// Reasons that others inferred.
        Inferred = "inferred",
        /// Criticism.
        Critical = "critical",
        /// Support, or neither.
        Supportive = "supportive",
        /// Other states and bodies.
        Actor = "actor",
    }

    /// Who gives a reason for the decision.
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
        /// The source article in its own voice.
        Article = "article",
    }

    /// How a source comes to a reason.
    Evidence, "kind of evidence" {
        /// Given as a reason or an aim.
        Said = "said",
        /// A reading or an analysis.
        Inferred = "inferred",
    }

    /// How exactly an event's date is known.
    Precision, "date precision" {
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// Around that month.
        Around = "around",
        /// To the year.
        Year = "year",
    }

    /// A thread of the timeline.
    Thread, "thread" {
        /// The abductions and the search for those taken.
        Abductions = "abductions",
        /// The United Nations.
        UnitedNations = "un",
        /// Diplomacy between states.
        Diplomacy = "diplomacy",
    }

    /// How well a row is supported.
    Confidence, "confidence" {
        /// Two sources or more.
        TwoSources = "two_sources",
        /// One source.
        OneSource = "one_source",
    }

    /// Whose list a number belongs to. Lists are never added together.
    CountList, "list of numbers" {
        /// The Government of Japan's official list.
        Official = "official",
        /// What North Korea said in 2002.
        Admissions = "admissions",
        /// The National Police Agency's list.
        Police = "police",
        /// The citizens' group's list.
        Comjan = "comjan",
        /// The UN commission of inquiry.
        UnitedNations = "un",
    }

    /// What was done to the explainer after its publication.
    Change, "kind of change" {
        /// Something in it was wrong.
        Correction = "correction",
        /// Something was added, or has happened since.
        Update = "update",
    }

    /// What became of a person on the official list.
    Fate, "group of people" {
        /// Came back in 2002.
        Returned = "returned",
        /// North Korea says the person died; Japan does not accept it.
        SaidDead = "said-dead",
        /// North Korea says the person never entered; Japan does not accept it.
        NotAdmitted = "not-admitted",
    }

    /// How exactly the place of a case is known.
    Extent, "extent of a place" {
        /// A town.
        Town = "town",
        /// An island or a prefecture.
        Area = "area",
    }

    /// Where the label of a mark on the map stands.
    Side, "side of a mark" {
        /// To the left.
        Left = "left",
        /// To the right.
        Right = "right",
        /// Above.
        Above = "above",
        /// Below.
        Below = "below",
    }
}
