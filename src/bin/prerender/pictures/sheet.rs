//! The sheet that a picture is drawn on, in SVG: shapes in the page's colours, words in the fonts of the language.

use super::{
    error::PictureError,
    lettering::{Hand, Lettering},
    palette::{Colour, Palette},
};
use explainer::page::PICTURE_SIZE;
use std::fmt::Write;

/// The size of every picture.
pub(super) const WIDTH: f32 = PICTURE_SIZE.0 as f32;
pub(super) const HEIGHT: f32 = PICTURE_SIZE.1 as f32;
/// What stays free at the left and at the right.
pub(super) const MARGIN: f32 = 64.0;

/// A rectangle of the sheet, to draw in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Area {
    pub(super) fn width(self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paint {
    fill: Option<Colour>,
    hatched: bool,
    stroke: Option<(Colour, f32)>,
    dash: Option<[f32; 2]>,
}

impl Paint {
    /// Filled.
    pub(super) fn fill(colour: Colour) -> Self {
        Self { fill: Some(colour), ..Self::default() }
    }

    /// Filled and hatched, as the votes against are on the page.
    pub(super) fn hatched(colour: Colour) -> Self {
        Self { fill: Some(colour), hatched: true, ..Self::default() }
    }

    /// Only outlined.
    pub(super) fn line(colour: Colour, width: f32) -> Self {
        Self { stroke: Some((colour, width)), ..Self::default() }
    }

    /// The same with an outline.
    pub(super) fn outlined(self, colour: Colour, width: f32) -> Self {
        Self { stroke: Some((colour, width)), ..self }
    }

    /// The same with its outline dashed.
    pub(super) fn dashed(self, dash: f32, gap: f32) -> Self {
        Self { dash: Some([dash, gap]), ..self }
    }
}

/// A picture while it is drawn.
pub(super) struct Sheet<'a> {
    palette: &'a Palette,
    lettering: &'a Lettering,
    svg: String,
}

impl<'a> Sheet<'a> {
    /// An empty sheet of paper.
    pub(super) fn new(palette: &'a Palette, lettering: &'a Lettering) -> Self {
        let mut sheet = Self { palette, lettering, svg: String::new() };
        let paper = Paint::fill(Colour::Paper);
        sheet.rectangle(0.0, 0.0, WIDTH, HEIGHT, paper);
        sheet
    }

    /// What is drawn so far, as a whole file.
    pub(super) fn finish(self) -> String {
        let paper = self.palette.value(Colour::Paper);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
             <pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path d=\"M0 0V9\" stroke=\"{paper}\" stroke-width=\"4\"/></pattern>{}</svg>",
            self.svg
        )
    }

    pub(super) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, paint: Paint) {
        self.shape(&format!("rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\""), paint);
    }

    pub(super) fn circle(&mut self, x: f32, y: f32, radius: f32, paint: Paint) {
        self.shape(&format!("circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\""), paint);
    }

    pub(super) fn path(&mut self, path: &str, paint: Paint) {
        self.shape(&format!("path d=\"{path}\""), paint);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), colour: Colour, width: f32) {
        self.path(&format!("M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1), Paint::line(colour, width));
    }

    fn shape(&mut self, element: &str, paint: Paint) {
        let _ = write!(self.svg, "<{element} fill=\"{}\"", paint.fill.map_or("none", |colour| self.palette.value(colour)));
        if let Some((colour, width)) = paint.stroke {
            let _ = write!(self.svg, " stroke=\"{}\" stroke-width=\"{width}\"", self.palette.value(colour));
        }
        if let Some([dash, gap]) = paint.dash {
            let _ = write!(self.svg, " stroke-dasharray=\"{dash} {gap}\"");
        }
        self.svg.push_str("/>");
        if paint.hatched {
            let _ = write!(self.svg, "<{element} fill=\"url(#hatch)\"/>");
        }
    }

    /// Words on one line.
    pub(super) fn words(&mut self, x: f32, y: f32, hand: Hand, words: &str) {
        let (attributes, colour) = (self.lettering.attributes(hand), self.palette.value(hand.colour));
        let _ = write!(self.svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\" {attributes}>{}</text>", escaped(words));
    }

    /// Words in at most `most` lines, in the first of three sizes in which they fit. Says where the last line stands.
    ///
    /// # Errors
    /// When they fit in none.
    pub(super) fn block(&mut self, place: (f32, f32), width: f32, hands: [Hand; 3], most: usize, words: &str) -> Result<f32, PictureError> {
        let (hand, lines) = hands
            .into_iter()
            .find_map(|hand| Some((hand, self.lettering.lines(hand, words, width, most)?)))
            .ok_or_else(|| PictureError::TooLong(words.to_owned()))?;
        let (x, mut y) = place;
        for (number, line) in lines.iter().enumerate() {
            y += hand.size * if number == 0 { 1.0 } else { 1.14 };
            self.words(x, y, hand, line);
        }
        Ok(y)
    }

    /// How wide words come out.
    pub(super) fn width_of(&self, hand: Hand, words: &str) -> f32 {
        self.lettering.width(hand, words)
    }
}

/// Words as they may stand in SVG.
pub(super) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
