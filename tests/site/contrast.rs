//! Checks that adjacent colours contrast enough in both themes (WCAG 2.2, 1.4.3 and 1.4.11). The colours are those of
//! the tokens in `style/tokens.css`. `tests/browser/access` checks the contrast in a browser.

use palette::{Srgb, color_difference::Wcag21RelativeContrast};
use std::collections::BTreeSet;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// The minimum contrast ratio of text.
const TEXT: f32 = 4.5;
/// The minimum contrast ratio of marks, borders of fields and the focus outline.
const MARK: f32 = 3.0;

/// Each item is a colour, its backgrounds, and its minimum contrast ratio with each of them.
const PAIRS: [(&str, &[&str], f32); 12] = [
    ("ink", &["paper", "paper-deep", "accent-wash"], TEXT),
    ("ink-soft", &["paper", "paper-deep", "accent-wash"], TEXT),
    ("accent", &["paper", "paper-deep", "accent-wash"], TEXT),
    ("paper", &["accent", "ink", "yes"], TEXT),
    ("decision", &["paper", "accent-wash"], TEXT),
    ("rule", &["paper", "paper-deep"], MARK),
    ("yes", &["paper", "paper-deep", "accent-wash"], MARK),
    ("no", &["paper", "paper-deep", "accent-wash"], MARK),
    ("abstain", &["paper", "paper-deep", "accent-wash"], MARK),
    ("absent", &["paper", "paper-deep", "accent-wash"], MARK),
    ("accent", &["hairline"], MARK),
    ("accent-pale", &["paper"], MARK),
];

/// Colours that convey no information.
const DECORATION: [&str; 2] = ["accent-shade", "hairline"];

#[test]
fn every_pair_contrasts_enough_in_both_themes() {
    let (mut checked, mut weak) = (0, Vec::new());
    for (colour, grounds, need) in PAIRS {
        for ground in grounds {
            for (theme, dark) in [("light", false), ("dark", true)] {
                let contrast = value(colour, dark).relative_contrast(value(ground, dark));
                checked += 1;
                if contrast < need {
                    weak.push(format!("{colour} on {ground} has {contrast:.2} in the {theme} theme, and needs {need}"));
                }
            }
        }
    }
    assert!(checked > 0 && weak.is_empty(), "{weak:#?}");
}

#[test]
fn every_colour_is_in_a_pair_or_is_decoration() {
    let paired = PAIRS.iter().flat_map(|(colour, grounds, _)| grounds.iter().chain([colour]));
    let known: BTreeSet<&str> = paired.copied().chain(DECORATION).collect();
    let colours = TOKENS.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
    let colours: BTreeSet<&str> = colours
        .filter(|(_, value)| ["#", "light-dark(", "rgb("].iter().any(|start| value.starts_with(start)))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(colours, known);
}

/// Returns the colour of a token in the dark or the light theme.
fn value(token: &str, dark: bool) -> Srgb<f32> {
    let (_, rest) = TOKENS.split_once(&format!("--{token}: ")).unwrap_or_else(|| panic!("there is no token {token}"));
    let (value, _) = rest.split_once(';').unwrap_or((rest, ""));
    let value = match value.strip_prefix("light-dark(").and_then(|both| both.strip_suffix(')')?.split_once(", ")) {
        Some((light, in_dark)) => {
            if dark {
                in_dark
            } else {
                light
            }
        }
        None => value,
    };
    let colour: Srgb<u8> = value.parse().unwrap_or_else(|error| panic!("--{token} is {value}: {error}"));
    colour.into_format()
}
