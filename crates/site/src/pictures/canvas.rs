//! An SVG canvas for one picture. It draws shapes in the page's colours, and text in the fonts of the language.

use super::{
    error::PictureError,
    palette::{Colour, Palette},
    text_layout::{TextLayout, TextStyle},
};
use crate::page::PICTURE_SIZE;
use html_escape::encode_text;
use std::fmt::Write;

/// The width of every picture, in pixels.
pub(super) const WIDTH: f32 = PICTURE_SIZE.0 as f32;
/// The height of every picture, in pixels.
pub(super) const HEIGHT: f32 = PICTURE_SIZE.1 as f32;
/// The width of the left margin and of the right margin, in pixels.
pub(super) const MARGIN: f32 = 64.0;

/// A rectangle of the canvas, in pixels.
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

/// The fill, outline and hatching of a shape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paint {
    fill: Option<Colour>,
    hatched: bool,
    stroke: Option<(Colour, f32)>,
    dash: Option<[f32; 2]>,
    round: bool,
    opacity: Option<f32>,
}

impl Paint {
    /// Creates a paint that fills the shape.
    pub(super) fn fill(colour: Colour) -> Self {
        Self { fill: Some(colour), ..Self::default() }
    }

    /// Creates a paint that fills and hatches the shape.
    pub(super) fn hatched(colour: Colour) -> Self {
        Self { fill: Some(colour), hatched: true, ..Self::default() }
    }

    /// Creates a paint that draws the outline without a fill.
    pub(super) fn line(colour: Colour, width: f32) -> Self {
        Self { stroke: Some((colour, width)), ..Self::default() }
    }

    pub(super) fn outlined(self, colour: Colour, width: f32) -> Self {
        Self { stroke: Some((colour, width)), ..self }
    }

    /// Dashes the outline.
    pub(super) fn dashed(self, dash: f32, gap: f32) -> Self {
        Self { dash: Some([dash, gap]), ..self }
    }

    /// Sets the opacity of the fill, from 0 to 1.
    pub(super) fn faint(self, opacity: f32) -> Self {
        Self { opacity: Some(opacity), ..self }
    }

    /// Rounds the ends and the corners of the lines. Zero-length dashes then appear as dots.
    pub(super) fn round(self) -> Self {
        Self { round: true, ..self }
    }
}

/// An SVG that is being drawn.
pub(super) struct SvgCanvas<'a> {
    palette: &'a Palette,
    layout: &'a TextLayout,
    svg: String,
}

impl<'a> SvgCanvas<'a> {
    /// Creates a canvas that is filled with the background colour of the page.
    pub(super) fn new(palette: &'a Palette, layout: &'a TextLayout) -> Self {
        let mut canvas = Self { palette, layout, svg: String::new() };
        let paper = Paint::fill(Colour::Paper);
        canvas.rectangle(0.0, 0.0, WIDTH, HEIGHT, paper);
        canvas
    }

    /// Returns the complete SVG.
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

    /// Draws a path in its own units. `position` is the position of the path's origin, in pixels. `scale` is the width
    /// and the height of a path unit, in pixels. Line widths are in path units too.
    pub(super) fn scaled(&mut self, path: &str, position: (f32, f32), scale: (f32, f32), paint: Paint) {
        let transform = format!("translate({:.1} {:.1}) scale({:.4} {:.4})", position.0, position.1, scale.0, scale.1);
        self.shape(&format!("path d=\"{path}\" transform=\"{transform}\""), paint);
    }

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
        if let Some(opacity) = paint.opacity {
            let _ = write!(self.svg, " fill-opacity=\"{opacity}\"");
        }
        if paint.round {
            self.svg.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        self.svg.push_str("/>");
        if paint.hatched {
            let _ = write!(self.svg, "<{element} fill=\"url(#hatch)\"/>");
        }
    }

    /// Draws a line of text. `x` and `y` are the position of the text's anchor on the baseline, in pixels.
    pub(super) fn words(&mut self, x: f32, y: f32, style: TextStyle, words: &str) {
        let (attributes, colour) = (self.layout.attributes(style), self.palette.value(style.colour));
        let _ = write!(self.svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\" {attributes}>{}</text>", encode_text(words));
    }

    /// Draws text in at most `most` lines that are at most `width` pixels wide. Uses the first of `styles` in which the
    /// text fits. `position` is the horizontal position of the text's anchor and the vertical position of the upper
    /// edge of the first line, in pixels. Returns the vertical position of the last baseline, in pixels.
    ///
    /// # Errors
    /// Fails if the text fits in none of the styles.
    pub(super) fn block(
        &mut self,
        position: (f32, f32),
        width: f32,
        styles: [TextStyle; 3],
        most: usize,
        words: &str,
    ) -> Result<f32, PictureError> {
        let (style, lines) = styles
            .into_iter()
            .find_map(|style| Some((style, self.layout.lines(style, words, width, most)?)))
            .ok_or_else(|| PictureError::TooLong(words.to_owned()))?;
        let (x, mut y) = position;
        for (number, line) in lines.iter().enumerate() {
            y += style.size * if number == 0 { 1.0 } else { 1.14 };
            self.words(x, y, style, line);
        }
        Ok(y)
    }

    /// Draws a line of text from top to bottom. `x` is the middle of the line and `y` its start, in pixels. In
    /// Japanese, the characters are upright and below one another. In other languages, the whole line is rotated
    /// clockwise by 90 degrees.
    pub(super) fn words_down(&mut self, x: f32, y: f32, style: TextStyle, words: &str) {
        if self.layout.is_japanese() {
            for (index, letter) in words.chars().enumerate() {
                self.words(x, y + style.size * (0.9 + 1.2 * index as f32), style.centred(), letter.encode_utf8(&mut [0; 4]));
            }
        } else {
            let (attributes, colour) = (self.layout.attributes(style), self.palette.value(style.colour));
            let _ = write!(
                self.svg,
                "<text transform=\"translate({:.1} {y:.1}) rotate(90)\" fill=\"{colour}\" {attributes}>{}</text>",
                x - style.size * 0.33,
                encode_text(words)
            );
        }
    }

    /// Returns the width of text, in pixels.
    pub(super) fn width_of(&self, style: TextStyle, words: &str) -> f32 {
        self.layout.width(style, words)
    }
}
