//! The written site, read as HTML and held against the content it was written from.
//!
//! No browser runs here, and no expectation is written down that the content could tell: a statement that an editor
//! adds is looked for the next time. One module a promise; [`page`] reads the page for all of them.

mod abductions;
mod access;
mod card;
mod citations;
mod cite;
mod claims;
mod compressed;
mod contrast;
mod data;
mod downloads;
mod embeds;
mod feed;
mod figures;
mod guide;
mod landmarks;
mod latin;
mod links;
mod older;
mod origin;
mod outline;
mod own_pages;
mod page;
mod pictures;
mod policy;
mod prose;
mod readability;
mod records;
mod search_index;
mod shared;
mod shift;
mod statements;
mod still;
mod styles;
mod valid;
mod verified;
mod words;
