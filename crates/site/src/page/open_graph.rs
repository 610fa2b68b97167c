//! The `<meta>` fields for a page's link preview picture: its address and its text description. The module `pictures`
//! draws the picture.

use super::Page;
use yew::prelude::*;

/// The width and height of every picture, in pixels.
pub const PICTURE_SIZE: (u16, u16) = (1200, 630);

impl Page<'_> {
    /// The absolute address of the page's picture, if it is known where the site will stand.
    pub(super) fn picture_address(&self) -> Option<String> {
        self.absolute_url(&(self.site.story.folder(self.edition) + &self.own_picture().file()))
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
}
