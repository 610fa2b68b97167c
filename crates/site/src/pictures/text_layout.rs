//! Measures text and breaks it into lines. `canvas` draws the text.

use super::{
    error::PictureError,
    fonts::{Loaded, Set},
    palette::Colour,
};
use html_escape::encode_text;
use resvg::usvg::{self, Node, Options, Tree};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// The size at which text is measured, in pixels. Widths scale with the size.
const MEASURED: f32 = 100.0;

/// The font, size, colour and anchor of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextStyle {
    /// Whether the font is serif, as in titles and large numbers, or sans-serif.
    pub(super) serif: bool,
    /// Whether the sans-serif font is bold. The serif font has only one weight.
    pub(super) bold: bool,
    /// The font size, in pixels.
    pub(super) size: f32,
    pub(super) colour: Colour,
    /// The value of `text-anchor` in SVG: "start", "middle" or "end". The position of a text is that of its start, its
    /// middle or its end.
    pub(super) anchor: &'static str,
}

impl TextStyle {
    /// Creates a style with the serif font and a size in pixels.
    pub(super) fn serif(size: f32) -> Self {
        Self { serif: true, bold: false, size, colour: Colour::Ink, anchor: "start" }
    }

    /// Creates a style with the sans-serif font and a size in pixels.
    pub(super) fn sans(size: f32) -> Self {
        Self { serif: false, bold: false, size, colour: Colour::Ink, anchor: "start" }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// Makes the position refer to the middle of the text.
    pub(super) fn centred(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// Makes the position refer to the end of the text.
    pub(super) fn to_the_end(self) -> Self {
        Self { anchor: "end", ..self }
    }
}

/// The fonts of one language, and the widths of the texts that were measured in these fonts.
pub(super) struct TextLayout {
    set: &'static Set,
    versions: String,
    japanese: bool,
    options: Options<'static>,
    /// The widths of texts at the size [`MEASURED`]. The key is whether the font is serif, whether it is bold, and the
    /// text.
    widths: Mutex<BTreeMap<(bool, bool, String), f32>>,
}

impl TextLayout {
    /// Loads the fonts of `language`.
    pub(super) fn new(language: &str, Loaded { set, versions, files }: Loaded) -> Result<Self, PictureError> {
        let mut options = Options { languages: vec![language.to_owned()], ..Options::default() };
        // There is no fallback font, so that a character that the chosen font lacks is reported as an error.
        options.font_resolver.select_fallback = Box::new(|_, _, _| None);
        let database = Arc::make_mut(&mut options.fontdb);
        for file in files {
            database.load_font_data(file);
        }
        for family in [&set.serif, &set.sans] {
            if !database.faces().any(|face| face.families.iter().any(|(name, _)| name == family.name)) {
                return Err(PictureError::NotAFont(family.name.into()));
            }
        }
        Ok(Self { set, versions, japanese: language.split('-').next() == Some("ja"), options, widths: Mutex::default() })
    }

    pub(super) fn is_japanese(&self) -> bool {
        self.japanese
    }

    /// Returns the options for parsing an SVG whose text is in the fonts of the language.
    pub(super) fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// Returns the names and versions of the font packages.
    pub(super) fn fonts(&self) -> &str {
        &self.versions
    }

    /// Returns the SVG attributes of a text in this style.
    pub(super) fn attributes(&self, style: TextStyle) -> String {
        let family = if style.serif { self.set.serif.name } else { self.set.sans.name };
        // The serif font has only one weight, which is 600 or 700. The renderer uses the nearest weight.
        let weight = if style.serif || style.bold { 700 } else { 500 };
        format!("font-family=\"'{family}'\" font-weight=\"{weight}\" font-size=\"{}\" text-anchor=\"{}\"", style.size, style.anchor)
    }

    /// Returns the width of text, in pixels.
    pub(super) fn width(&self, style: TextStyle, words: &str) -> f32 {
        let known = |widths: &BTreeMap<(bool, bool, String), f32>| widths.get(&(style.serif, style.bold, words.to_owned())).copied();
        let widths = || self.widths.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known(&widths());
        let width = known.unwrap_or_else(|| {
            let width = self.measured(style, words);
            widths().insert((style.serif, style.bold, words.to_owned()), width);
            width
        });
        width * style.size / MEASURED
    }

    /// Measures the width of text at the size [`MEASURED`], in pixels.
    fn measured(&self, style: TextStyle, words: &str) -> f32 {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text {}>{}</text></svg>",
            self.attributes(TextStyle { size: MEASURED, ..style }),
            encode_text(words)
        );
        let width = |tree: Tree| match tree.root().children() {
            [Node::Text(text)] => text.bounding_box().width(),
            _ => 0.0,
        };
        Tree::from_str(&svg, &self.options).map(width).unwrap_or_default()
    }

    /// Breaks text into lines that are at most `width` pixels wide. There are as few lines as possible, and their
    /// lengths are similar. Returns `None` if the text needs more than `most` lines, or if a word or phrase is too
    /// wide.
    pub(super) fn lines(&self, style: TextStyle, words: &str, width: f32, most: usize) -> Option<Vec<String>> {
        let pieces = self.pieces(words);
        let mut lines = self.filled(style, &pieces, width)?;
        let fewest = lines.len();
        let mut narrower = width;
        if fewest > most {
            return None;
        }
        loop {
            narrower -= style.size / 4.0;
            match self.filled(style, &pieces, narrower) {
                Some(even) if even.len() == fewest => lines = even,
                _ => return Some(lines),
            }
        }
    }

    /// Fills each line with as many pieces as fit. Returns `None` if a piece is wider than `width`.
    fn filled(&self, style: TextStyle, pieces: &[String], width: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for piece in pieces {
            let longer = lines.last().map(|line| format!("{line}{piece}")).filter(|line| self.width(style, line.trim_end()) <= width);
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                _ if self.width(style, piece.trim_end()) <= width => lines.push(piece.clone()),
                _ => return None,
            }
        }
        Some(lines.iter().map(|line| line.trim_end().to_owned()).collect())
    }

    /// Splits text at its possible line breaks: between words, or in Japanese between phrases.
    fn pieces(&self, words: &str) -> Vec<String> {
        if self.japanese {
            budoux::parse(budoux::models::default_japanese_model(), words)
        } else {
            words.split_inclusive(' ').map(str::to_owned).collect()
        }
    }
}

/// Returns all text elements in a group of the SVG tree and in its subgroups.
pub(super) fn texts(group: &usvg::Group) -> Vec<&usvg::Text> {
    let found = group.children().iter().map(|node| match node {
        Node::Text(text) => vec![&**text],
        Node::Group(group) => texts(group),
        _ => Vec::new(),
    });
    found.flatten().collect()
}
