//! Parses the written site, and compares it with its content.
//!
//! The tests run no browser. Most expected texts come from the content, so a new statement is tested without a change
//! of this code. Most modules read the pages with [`page`].

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
mod print_offline;
mod prose;
mod readability;
mod records;
mod search_index;
mod shared;
mod shift;
mod statements;
mod styles;
mod valid;
mod verified;
mod words;
