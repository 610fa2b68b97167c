//! Renders SVG pictures as small PNG files, and caches these files.

use super::{canvas, error::PictureError, legibility::check_legibility, text_layout::TextLayout};
use crate::cache::Cache;
use oxipng::{Options, optimize_from_memory};
use resvg::{
    tiny_skia::Pixmap,
    usvg::{Transform, Tree},
};
use std::{cmp::Reverse, collections::HashMap};

/// The maximum number of colours in a picture besides the colours that its SVG names.
const SHADES: usize = 12;

/// The effort of oxipng, from 0 to 6. More effort makes smaller files and takes more time.
const EFFORT: u8 = 4;

/// Returns the PNG of an SVG picture, from the cache if the cache has it.
pub(super) fn cached(cache: &Cache, svg: &str, layout: &TextLayout) -> Result<Vec<u8>, PictureError> {
    cache.get(&[layout.fonts().as_bytes(), &[SHADES as u8, EFFORT], svg.as_bytes()], "png", || rasterize(svg, layout))
}

/// Checks an SVG picture and renders it as PNG.
pub(super) fn rasterize(svg: &str, layout: &TextLayout) -> Result<Vec<u8>, PictureError> {
    let tree = Tree::from_str(svg, layout.options()).map_err(|error| PictureError::Drawing(error.to_string()))?;
    check_legibility(svg, &tree)?;
    let mut pixels =
        Pixmap::new(canvas::WIDTH as u32, canvas::HEIGHT as u32).ok_or_else(|| PictureError::Drawing("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    limit_shades(pixels.data_mut(), svg);
    let png = pixels.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))?;
    // With so few colours, oxipng writes a PNG with a palette.
    optimize_from_memory(&png, &Options::from_preset(EFFORT)).map_err(|error| PictureError::Drawing(error.to_string()))
}

/// Replaces rare shades by the nearest remaining colour. A shade is a colour that `svg` does not name as `#rrggbb`,
/// such as the colour of an antialiased edge. The [`SHADES`] most frequent shades remain, and so do all named colours.
/// `pixels` has four bytes for each pixel.
fn limit_shades(pixels: &mut [u8], svg: &str) {
    let mut counts: HashMap<[u8; 4], usize> = HashMap::new();
    let (pixels, _) = pixels.as_chunks_mut::<4>();
    pixels.iter().for_each(|pixel| *counts.entry(*pixel).or_default() += 1);
    let (mut remaining, mut shades): (Vec<_>, Vec<_>) = counts.into_iter().partition(|(colour, _)| svg.contains(&hex(*colour)));
    // Equally frequent shades have a fixed order, so that the same drawing gives the same file.
    shades.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    let rare = shades.split_off(SHADES.min(shades.len()));
    remaining.extend(shades);
    remaining.sort_unstable();
    let distance =
        |one: [u8; 4], other: [u8; 4]| one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum::<u32>();
    let nearest = |colour| remaining.iter().map(|(other, _)| *other).min_by_key(|other| distance(colour, *other));
    let nearest: HashMap<_, _> = rare.into_iter().filter_map(|(colour, _)| Some((colour, nearest(colour)?))).collect();
    for pixel in pixels {
        if let Some(colour) = nearest.get(pixel) {
            *pixel = *colour;
        }
    }
}

/// Returns a colour as `#rrggbb`.
fn hex([red, green, blue, _]: [u8; 4]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_shades_become_the_nearest_colour_that_remains() {
        let mut pixels: Vec<[u8; 4]> = (0..SHADES as u8).flat_map(|shade| [[8 * shade, 0, 0, 255]; 2]).collect();
        pixels.extend([[9, 0, 0, 255], [8, 1, 0, 255]]);
        let mut bytes = pixels.concat();
        limit_shades(&mut bytes, "fill='#090000'");
        *pixels.last_mut().expect("there are pixels") = [8, 0, 0, 255];
        assert_eq!(bytes, pixels.concat());
    }
}
