//! Makes the downloadable tables and files of each edition.

use crate::{
    data::{DataFile, Table, files, tables},
    page::Site,
};
use std::error::Error;

/// The tables of an edition, and the files made from them.
pub(crate) struct Download {
    pub(crate) tables: Vec<Table>,
    pub(crate) files: Vec<DataFile>,
}

/// Makes the downloads of every edition, in the order of the editions.
///
/// # Errors
/// Fails if a table cannot be serialized.
pub(crate) fn all(site: Site<'_>) -> Result<Vec<Download>, Box<dyn Error>> {
    let download = |edition| {
        let tables = tables(edition);
        let address = |path: &str| site.base_url.map(|base| base.join(&(site.story.folder(edition) + path)));
        let files = files(edition, &tables, address)?;
        Ok(Download { tables, files })
    };
    site.story.editions.iter().map(download).collect()
}
