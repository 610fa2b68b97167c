//! Renders the `<meta>` fields for the picture in link previews: the address of the picture, its size, and its
//! description in words. The module `pictures` draws the picture.

use super::Page;
use yew::prelude::*;

/// The width and height of every picture, in pixels.
pub const PICTURE_SIZE: (u16, u16) = (1200, 630);

impl Page<'_> {
    /// Returns the absolute address of the page's picture, if the base URL is known.
    pub(super) fn picture_address(&self) -> Option<String> {
        self.absolute_url(&(self.site.story.folder(self.edition) + &self.own_picture().file()))
    }

    /// Renders the fields for the picture. Renders nothing if the base URL is not known, because preview services
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
                // X ignores `og:image:alt`.
                <meta name="twitter:image:alt" content={self.picture_text()} />
            </>
        }
    }
}
