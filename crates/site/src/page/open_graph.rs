//! The `<meta>` fields for a page's link preview picture: its address and its text description. The module `pictures`
//! draws the picture.

use super::{Page, route::Route};
use vocabulary::{Body, Fate, Part, Subject, Verdict};
use yew::prelude::*;

/// The width and height of every picture, in pixels.
pub const PICTURE_SIZE: (u16, u16) = (1200, 630);

impl Page<'_> {
    /// The absolute address of the page's picture, if it is known where the site will stand.
    pub(super) fn picture_address(&self) -> Option<String> {
        self.absolute_url(&(self.site.story.folder(self.edition) + &self.route.picture()))
    }

    /// The fields that name the picture. There are none if the absolute address is not known, because preview services
    /// cannot use a relative address.
    pub(super) fn picture(&self) -> Html {
        let Some(address) = self.picture_address() else { return Html::default() };
        let (width, height) = PICTURE_SIZE;
        html! {
            <>
                <meta property="og:image" content={address} />
                <meta property="og:image:type" content="image/png" />
                <meta property="og:image:width" content={width.to_string()} />
                <meta property="og:image:height" content={height.to_string()} />
                <meta property="og:image:alt" content={self.picture_text()} />
                // X reads no other one.
                <meta name="twitter:image:alt" content={self.picture_text()} />
            </>
        }
    }

    /// The picture in words.
    fn picture_text(&self) -> String {
        let labels = &self.labels().pictures;
        let edition = self.edition;
        let date = self.date_text(edition.decision);
        let between = |text: &str, years: &[i16], count: usize| {
            let year = |year: Option<&i16>| year.map(i16::to_string).unwrap_or_default();
            let text = text.replace("{from}", &year(years.first())).replace("{to}", &year(years.last()));
            text.replace("{n}", &count.to_string()).replace("{date}", &date)
        };
        let yearly = |text: &str, years: Vec<i16>| between(text, &years, years.len());
        let counted = |count: usize, name: &str| labels.counted.replace("{n}", &count.to_string()).replace("{name}", name);
        let events = || edition.events.iter().map(|event| event.date.year);
        match self.route {
            Route::Story | Route::Part(Part::Glossary | Part::Sources | Part::About) => {
                let texts = edition.resolutions.iter().filter(|text| text.body == Body::Council);
                yearly(&labels.whole_alt, texts.map(|text| text.adopted_on.year).filter(|year| *year <= edition.decision.year).collect())
            }
            Route::Part(Part::Subject(Subject::Shift)) => {
                yearly(&labels.shift_alt, edition.shift.years.iter().map(|year| year.year).collect())
            }
            Route::Part(Part::Subject(Subject::Why)) => labels.why_alt.replace("{date}", &date),
            Route::Part(Part::Subject(Subject::Abductions)) => {
                let group = |fate| counted(self.people_in(fate), self.labels().word(fate));
                let sum = format!("{} = {}", edition.people.len(), Fate::ALL.map(group).join(" + "));
                labels.abductions_alt.replace("{sum}", &sum)
            }
            Route::Part(Part::Subject(Subject::UnHistory)) => {
                let votes = edition.resolutions.iter().filter(|vote| vote.tally.is_some());
                yearly(&labels.un_history_alt, votes.map(|vote| vote.adopted_on.year).collect())
            }
            Route::Part(Part::Subject(Subject::Timeline)) => yearly(&labels.timeline_alt, events().collect()),
            Route::Part(Part::Subject(Subject::Article)) => {
                let found = |verdict| edition.statements.iter().filter(|statement| statement.verdict == verdict).count();
                let rows = Verdict::ALL.map(|verdict| counted(found(verdict), self.labels().word(verdict)));
                let text = labels.article_alt.replace("{n}", &edition.statements.len().to_string());
                text.replace("{verdicts}", &rows.join(" · "))
            }
            Route::Part(Part::Subject(Subject::WhatNext)) => {
                let after = edition.events.iter().filter(|event| event.date > edition.decision).count();
                between(&labels.what_next_alt, &[edition.decision.year, events().max().unwrap_or_default()], after)
            }
            Route::Vote(_) => self.shared_vote().map(|vote| self.about_vote(vote, &labels.vote_alt)).unwrap_or_default(),
        }
    }
}
