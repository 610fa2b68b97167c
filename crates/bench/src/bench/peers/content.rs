//! The content of the first page as data that any framework can render.

use super::{
    figures::{Landmarks, People, Plates, Reasons, Statements, Votes, Years},
    html::Writer,
};
use serde::Serialize;
use story::{
    Edition, plain,
    vocabulary::{Subject, Vocabulary},
};

/// The first page. `in_short`, `introduction`, the field `text` of [`Part`] and [`Card`], and the field `sources` in
/// the figures are HTML. All other text is plain.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    language: String,
    title: String,
    answer: String,
    in_short: String,
    introduction: String,
    depth: Choice,
    plates: Plates,
    subjects: Vec<Part>,
    years: Years,
    reasons: Reasons,
    people: People,
    votes: Votes,
    landmarks: Landmarks,
    statements: Statements,
    sources: Sources,
    parts: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Choice {
    legend: String,
    answers: Vec<Answer>,
}

#[derive(Debug, Serialize)]
struct Answer {
    value: &'static str,
    words: String,
}

/// A subject with its text, and the cards that open below its figure.
#[derive(Debug, Serialize)]
struct Part {
    id: &'static str,
    title: String,
    brief: String,
    text: String,
    cards: Vec<Card>,
}

#[derive(Debug, Serialize)]
struct Card {
    id: String,
    title: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Sources {
    title: String,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize)]
struct Source {
    number: usize,
    title: String,
    publisher: String,
    date: Option<String>,
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Link {
    title: String,
    href: String,
}

impl Page {
    /// Returns the first page of an edition.
    pub(super) fn of(edition: &Edition) -> Self {
        let labels = &edition.labels;
        let lead = &edition.texts.lead;
        let mut writer = Writer::default();
        let in_short = lead.section("in-short").map(|section| writer.blocks(&section.blocks)).unwrap_or_default();
        let introduction = writer.blocks(&lead.introduction);
        let subjects = Subject::WORDS.iter().map(|(_, subject)| part(edition, *subject, &mut writer)).collect();
        let years = Years::of(edition, &mut writer);
        let reasons = Reasons::of(edition, &mut writer);
        let landmarks = Landmarks::of(edition, &mut writer);
        // The sources are collected after all texts with citations, because `writer` records the citations.
        let sources = writer.cited.iter().filter_map(|number| edition.source(*number)).map(|source| Source {
            number: source.number,
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            date: source.date.map(|date| labels.date(date)),
            url: source.url.clone(),
        });
        let depth = [("brief", &labels.depth.brief), ("standard", &labels.depth.standard), ("everything", &labels.depth.everything)];
        Self {
            language: edition.language.clone(),
            title: lead.title.clone(),
            answer: lead.brief.clone(),
            in_short,
            introduction,
            depth: Choice {
                legend: labels.depth.legend.clone(),
                answers: depth.map(|(value, words)| Answer { value, words: words.clone() }).into(),
            },
            plates: Plates::of(edition),
            subjects,
            years,
            reasons,
            people: People::of(edition),
            votes: Votes::of(edition),
            landmarks,
            statements: Statements::of(edition),
            sources: Sources { title: labels.sources.cited.clone(), sources: sources.collect() },
            parts: story::vocabulary::Part::all()
                .map(|part| Link { title: edition.texts.part(part).title.clone(), href: format!("/{}/", part.id()) })
                .collect(),
        }
    }
}

fn part(edition: &Edition, subject: Subject, writer: &mut Writer) -> Part {
    let prose = edition.texts.part(subject);
    let text = writer.blocks(&prose.introduction);
    // `shown` has the ids of the sections that the explainer's first page shows outside its cards. `in_cards` has the
    // ids of the sections that the explainer shows in one card. On the peer sites, each of these sections is a separate
    // card.
    let (shown, in_cards): (&[&str], &[&str]) = match subject {
        Subject::Abductions => (&[], &["seventeen", "families"]),
        Subject::UnHistory => (&[], &["what-it-does", "inquiry", "without-a-vote", "march-2019"]),
        Subject::WhatNext => (&["result"], &[]),
        Subject::Shift | Subject::Why | Subject::Timeline | Subject::Article => (&[], &[]),
    };
    let shown: String = shown.iter().filter_map(|id| prose.section(id)).map(|section| writer.blocks(&section.blocks)).collect();
    let cards = in_cards.iter().filter_map(|id| prose.section(id)).map(|section| Card {
        id: section.id.clone(),
        title: plain(&section.title),
        text: writer.blocks(&section.blocks),
    });
    Part {
        id: subject.word(),
        title: prose.title.clone(),
        brief: prose.brief.clone(),
        cards: cards.collect(),
        text: [text, shown].concat(),
    }
}
