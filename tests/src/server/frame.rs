//! A page with a frame. Tests set the frame's width, because not every engine can make its window as narrow as a phone.

use axum::{Router, response::Html, routing::get};

/// The path of the page.
pub(crate) const FRAME: &str = "/.frame";

const PAGE: &str = "<!doctype html><html><head><title>A frame</title><link rel=icon href=data:,></head>\
    <body style='margin:0'><iframe style='border:0;display:block;height:640px'></iframe>";

pub(super) fn with_frame(router: Router) -> Router {
    router.route(FRAME, get(|| async { Html(PAGE) }))
}
