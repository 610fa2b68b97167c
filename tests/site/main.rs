//! The written site, read as HTML and compared with its content.
//!
//! The tests run no browser. Expectations come from the content, so a new statement is tested without a change here.
//! Each module tests one promise; [`page`] reads the pages for all modules.

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
