//! The picture of the timeline. It has a lane for each thread. On the lanes of its threads, a landmark is drawn as
//! dots, and any other event as strokes. A line across all lanes marks the decision.

use crate::{
    drawing::landmarks::{DECADES, LANES, LEFT, Scale, WIDTH, middle, tick},
    pictures::{
        canvas::{Area, Paint, SvgCanvas},
        palette::Colour,
        text_layout::TextStyle,
    },
};
use story::{
    Edition,
    vocabulary::{Thread, Vocabulary},
};

pub(super) fn threads(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) {
    let labels = &edition.labels;
    let whole = Scale::whole(edition);
    let name = TextStyle::sans(38.0).bold();
    let names = Thread::WORDS.iter().map(|(_, thread)| canvas.width_of(name, labels.word(*thread))).fold(0.0, f32::max);
    let left = area.left + names + 28.0;
    let (head, foot) = (area.top + 52.0, area.bottom - 48.0);
    // `scale` and `origin` convert the units of the drawing on the page to pixels of the picture. They put the lanes
    // between `left` and the right edge, and between `head` and `foot`.
    let scale = ((area.right - left) / (WIDTH - LEFT), (foot - head) / (DECADES - LANES));
    let origin = (left - LEFT * scale.0, head - LANES * scale.1);
    let at = |years: f32| origin.0 + whole.at(years) * scale.0;
    let lane = |thread: Thread| origin.1 + middle(thread, false) * scale.1;
    for (_, thread) in Thread::WORDS {
        canvas.words(area.left, lane(*thread) + 14.0, name, labels.word(*thread));
        canvas.line((left, lane(*thread)), (area.right, lane(*thread)), Colour::Hairline, 2.0);
    }
    let (landmarks, others): (Vec<_>, Vec<_>) = edition.events.iter().partition(|event| event.is_landmark);
    let ticks: String = others.iter().map(|event| tick(event, whole.at(event.date.in_years()), false)).collect();
    canvas.scaled(&ticks, origin, scale, Paint::line(Colour::InkSoft, 2.0));
    let decision = at(edition.decision.in_years());
    canvas.line((decision, head - 6.0), (decision, foot), Colour::Decision, 5.0);
    for event in landmarks {
        let colour = if event.date == edition.decision { Colour::Decision } else { Colour::Accent };
        for thread in &event.threads {
            canvas.circle(at(event.date.in_years()), lane(*thread), 11.0, Paint::fill(colour).outlined(Colour::Paper, 3.0));
        }
    }
    let decided = TextStyle::sans(38.0).bold().colour(Colour::Decision);
    canvas.words(area.right, head - 18.0, decided.to_the_end(), &labels.pictures.decided);
    let key = TextStyle::sans(34.0).colour(Colour::InkSoft);
    let (x, y) = (area.left, head - 18.0);
    canvas.line((x + 2.0, y - 28.0), (x + 2.0, y + 2.0), Colour::InkSoft, 3.0);
    canvas.words(x + 16.0, y, key, &labels.pictures.event);
    let x = x + canvas.width_of(key, &labels.pictures.event) + 50.0;
    canvas.circle(x, y - 12.0, 11.0, Paint::fill(Colour::Accent));
    canvas.words(x + 22.0, y, key, &labels.pictures.landmark);
    let year = TextStyle::sans(34.0).colour(Colour::InkSoft);
    for decade in (whole.from..whole.to).filter(|year| year % 10 == 0) {
        let x = at(f32::from(decade));
        if x + 40.0 < area.right {
            canvas.words(x, area.bottom, year.centred(), &decade.to_string());
        }
    }
}
