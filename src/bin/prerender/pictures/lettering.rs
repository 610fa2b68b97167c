//! How words are set: in which fonts, how wide they come out, and where a line may end. Draws nothing.

use super::{
    error::PictureError,
    fonts::{Loaded, Set},
    palette::Colour,
    sheet::escaped,
};
use resvg::usvg::{self, Node, Options, Tree};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// The size in which words are measured.
const MEASURED: f32 = 100.0;

/// A hand to write in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand {
    /// Serif for titles and great figures, or else sans.
    pub(super) serif: bool,
    /// Whether the sans is bold. The serif always is, a little.
    pub(super) bold: bool,
    /// The height of the type, in pixels.
    pub(super) size: f32,
    /// Its colour.
    pub(super) colour: Colour,
    /// Where the given place is: "start", "middle" or "end".
    pub(super) anchor: &'static str,
}

impl Hand {
    /// The serif.
    pub(super) fn serif(size: f32) -> Self {
        Self { serif: true, bold: false, size, colour: Colour::Ink, anchor: "start" }
    }

    /// The sans.
    pub(super) fn sans(size: f32) -> Self {
        Self { serif: false, bold: false, size, colour: Colour::Ink, anchor: "start" }
    }

    /// The same in bold.
    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in another colour.
    pub(super) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same with the given place in the middle of the words.
    pub(super) fn centred(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// The same with the given place at the end of the words.
    pub(super) fn to_the_end(self) -> Self {
        Self { anchor: "end", ..self }
    }
}

/// The lettering of a language.
pub(super) struct Lettering {
    set: &'static Set,
    versions: String,
    japanese: bool,
    options: Options<'static>,
    /// What was measured before, by serif, bold and words.
    widths: Mutex<BTreeMap<(bool, bool, String), f32>>,
}

impl Lettering {
    /// The lettering of `language` in its fonts.
    pub(super) fn new(language: &str, Loaded { set, versions, files }: Loaded) -> Result<Self, PictureError> {
        let mut options = Options { languages: vec![language.to_owned()], ..Options::default() };
        // What the fonts of the language lack is a mistake to be told of, not to be drawn in another font.
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

    /// How SVG is to be read so that it is set in these fonts.
    pub(super) fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// Which fonts these are, with their versions.
    pub(super) fn fonts(&self) -> &str {
        &self.versions
    }

    /// The attributes of a text in this hand.
    pub(super) fn attributes(&self, hand: Hand) -> String {
        let family = if hand.serif { self.set.serif.name } else { self.set.sans.name };
        // Of the serif there is one weight, and it is taken.
        let weight = if hand.serif || hand.bold { 700 } else { 500 };
        format!("font-family=\"'{family}'\" font-weight=\"{weight}\" font-size=\"{}\" text-anchor=\"{}\"", hand.size, hand.anchor)
    }

    /// How wide words come out.
    pub(super) fn width(&self, hand: Hand, words: &str) -> f32 {
        let known = |widths: &BTreeMap<(bool, bool, String), f32>| widths.get(&(hand.serif, hand.bold, words.to_owned())).copied();
        let widths = || self.widths.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known(&widths());
        let width = known.unwrap_or_else(|| {
            let width = self.measured(hand, words);
            widths().insert((hand.serif, hand.bold, words.to_owned()), width);
            width
        });
        width * hand.size / MEASURED
    }

    /// How wide words come out in one certain size.
    fn measured(&self, hand: Hand, words: &str) -> f32 {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text {}>{}</text></svg>",
            self.attributes(Hand { size: MEASURED, ..hand }),
            escaped(words)
        );
        let width = |tree: Tree| match tree.root().children() {
            [Node::Text(text)] => text.bounding_box().width(),
            _ => 0.0,
        };
        Tree::from_str(&svg, &self.options).map(width).unwrap_or_default()
    }

    /// Words in as few lines as they need, at most `most` of them, and these as equal as can be.
    pub(super) fn lines(&self, hand: Hand, words: &str, width: f32, most: usize) -> Option<Vec<String>> {
        let pieces = self.pieces(words);
        let mut lines = self.filled(hand, &pieces, width)?;
        let fewest = lines.len();
        let mut narrower = width;
        if fewest > most {
            return None;
        }
        loop {
            narrower -= hand.size / 4.0;
            match self.filled(hand, &pieces, narrower) {
                Some(even) if even.len() == fewest => lines = even,
                _ => return Some(lines),
            }
        }
    }

    /// Lines as full as they get; none if a piece is wider than a line.
    fn filled(&self, hand: Hand, pieces: &[String], width: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for piece in pieces {
            let longer = lines.last().map(|line| format!("{line}{piece}")).filter(|line| self.width(hand, line.trim_end()) <= width);
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                _ if self.width(hand, piece.trim_end()) <= width => lines.push(piece.clone()),
                _ => return None,
            }
        }
        Some(lines.iter().map(|line| line.trim_end().to_owned()).collect())
    }

    /// What may not be broken. Japanese is broken between phrases, where a reader would draw breath.
    fn pieces(&self, words: &str) -> Vec<String> {
        if self.japanese {
            budoux::parse(budoux::models::default_japanese_model(), words)
        } else {
            words.split_inclusive(' ').map(str::to_owned).collect()
        }
    }
}

/// The texts of a drawing.
pub(super) fn texts(group: &usvg::Group) -> Vec<&usvg::Text> {
    let found = group.children().iter().map(|node| match node {
        Node::Text(text) => vec![&**text],
        Node::Group(group) => texts(group),
        _ => Vec::new(),
    });
    found.flatten().collect()
}
