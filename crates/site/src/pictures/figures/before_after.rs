//! The picture that compares the time before the decision with the time after it. The aspects that changed are on the
//! left, and the aspects that stayed the same are on the right.

use crate::pictures::{
    canvas::{Area, SvgCanvas},
    error::PictureError,
    palette::Colour,
    text_layout::TextStyle,
};
use story::Edition;

pub(super) fn before_after(canvas: &mut SvgCanvas<'_>, edition: &Edition, area: Area) -> Result<(), PictureError> {
    let labels = &edition.labels.shift;
    let shift = &edition.shift;
    let aspects = |is_same| shift.aspects.iter().filter(move |aspect| aspect.is_same == is_same).map(|aspect| &*aspect.label);
    let changed: Vec<&str> = aspects(false).collect();
    let same: Vec<&str> = aspects(true).chain(shift.unchanged.iter().map(|item| &*item.label)).collect();
    let middle = f32::midpoint(area.left, area.right);
    let row = (area.height() - 50.0) / changed.len().max(same.len()) as f32;
    for (left, word, colour, items) in
        [(area.left, &labels.changed, Colour::Decision, changed), (middle - 60.0, &labels.same, Colour::InkSoft, same)]
    {
        let width = if left == area.left { middle - 90.0 - left } else { area.right - left };
        let head = TextStyle::sans(40.0).bold().colour(colour);
        canvas.words(left, area.top + 32.0, head, &format!("{} {word}", items.len()));
        canvas.line((left, area.top + 46.0), (left + width, area.top + 46.0), colour, 3.0);
        for (index, item) in items.into_iter().enumerate() {
            let style = |size| {
                let style = TextStyle::sans(size);
                if colour == Colour::Decision { style.bold() } else { style }
            };
            canvas.block((left, area.top + 48.0 + row * index as f32), width, [36.0, 34.0, 32.0].map(style), 1, item)?;
        }
    }
    Ok(())
}
