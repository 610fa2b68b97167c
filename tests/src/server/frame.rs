//! A page that holds another one in a frame of a given width. Windows cannot be made as narrow as a phone in every engine.

use axum::{Router, response::Html, routing::get};

/// Where it is.
pub(crate) const FRAME: &str = "/.frame";

/// The page; what is shown and how wide is said by the test.
const PAGE: &str = "<!doctype html><html><head><title>A frame</title><link rel=icon href=data:,></head>\
    <body style='margin:0'><iframe style='border:0;display:block;height:640px'></iframe>";

pub(super) fn with_frame(router: Router) -> Router {
    router.route(FRAME, get(|| async { Html(PAGE) }))
}
