//! Renders the page about the data: the files with their checksums, and the meaning of every column.

use super::{DocumentError, Page, document::Site, takeaway::Takeaway};
use crate::data::{Column, DataFile, Kind, Table};
use story::Edition;
use yew::prelude::*;

/// Renders the page about the data of `edition`: its `tables`, and the `files` made from them.
///
/// # Errors
/// Fails if the style sheet cannot be made.
pub async fn data_page(site: Site<'_>, edition: &Edition, tables: &[Table], files: &[DataFile]) -> Result<String, DocumentError> {
    let page = Page::beside(site, edition, Takeaway::Data);
    let labels = &page.labels().data;
    let main = html! {
        <>
            <p>{ &labels.text }</p>
            { page.file_list(files) }
            <section>
                <h2 id="dictionary">{ &labels.dictionary }</h2>
                <p>{ &labels.dictionary_text }</p>
                { for tables.iter().map(|table| page.table_meaning(table)) }
            </section>
        </>
    };
    page.plain(&labels.title, &labels.description, main).await
}

impl Page<'_> {
    fn file_list(&self, files: &[DataFile]) -> Html {
        let labels = &self.labels().data;
        html! {
            <section>
                <h2 id="files">{ &labels.files }</h2>
                <dl class="files">
                    { for files.iter().map(|file| html! {
                        <div>
                            <dt><a href={file.name.clone()} download="" translate="no">{ &file.name }</a></dt>
                            <dd>
                                { &file.holds }
                                if file.has_checksums() {
                                    <pre tabindex="0" role="region" aria-label={labels.check.clone()}><code>{ DataFile::CHECK }</code></pre>
                                }
                            </dd>
                            <dd class="facts">
                                if let Some(rows) = file.rows {
                                    <span>{ format!("{} {rows}", labels.rows) }</span>
                                }
                                <span>{ format!("{} {}", labels.size, file.bytes.len()) }</span>
                            </dd>
                            <dd class="sum"><span>{ &labels.sum }</span>{ " " }<code>{ &file.sha256 }</code></dd>
                        </div>
                    }) }
                </dl>
            </section>
        }
    }

    fn table_meaning(&self, table: &Table) -> Html {
        let labels = &self.labels().data;
        let id = format!("table-{}", table.name);
        html! {
            <section>
                <h3 id={id.clone()} translate="no">{ table.name }</h3>
                <p>{ self.edition.dictionary.table(table.name) }</p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby={id}>
                    <table>
                        <thead><tr><th scope="col">{ &labels.column }</th><th scope="col">{ &labels.meaning }</th><th scope="col">{ &labels.kind }</th></tr></thead>
                        <tbody>{ for table.columns.iter().map(|column| html! {
                            <tr>
                                <th scope="row" translate="no">{ column.name }</th>
                                <td>{ self.edition.dictionary.column(table.name, column.name) }</td>
                                <td>{ self.column_kind(column) }</td>
                            </tr>
                        }) }</tbody>
                    </table>
                </div>
            </section>
        }
    }

    /// Renders a description of the values in a column. If the values are words of a closed set,
    /// lists these words as the files contain them.
    fn column_kind(&self, column: &Column) -> Html {
        let labels = &self.labels().data;
        let word_list = |pattern: &str, words: &[&str]| {
            let (before, after) = pattern.split_once("{}").unwrap_or((pattern, ""));
            let words = words.iter().enumerate().map(|(index, word)| {
                let comma = if index == 0 { "" } else { ", " };
                html! { <>{ comma }<code>{ *word }</code></> }
            });
            html! { <>{ before.to_owned() }{ for words }{ after.to_owned() }</> }
        };
        let kind = match &column.kind {
            Kind::Text => html! { { &labels.text_kind } },
            Kind::Number => html! { { &labels.number_kind } },
            Kind::Decimal => html! { { &labels.decimal_kind } },
            Kind::Date => html! { { &labels.date_kind } },
            Kind::Address => html! { { &labels.address_kind } },
            Kind::List => html! { { &labels.list_kind } },
            Kind::OneOf(words) => word_list(&labels.one_of, words),
            Kind::SeveralOf(words) => word_list(&labels.several_of, words),
        };
        html! {
            <>
                <span>{ kind }</span>
                if column.is_optional {
                    { ", " }<span class="optional">{ &labels.optional }</span>
                }
            </>
        }
    }
}
