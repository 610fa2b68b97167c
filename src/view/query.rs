//! Reads the view from the query of an address, and writes the view into a query.

use super::{LONGEST_VALUE, Parameter, ViewState};
use strum::VariantArray;

impl ViewState {
    /// Reads a query, with or without its question mark. If a parameter is repeated, the first valid value counts.
    pub fn parse(query: &str) -> Self {
        let mut view = Self::default();
        for parameter in Parameter::VARIANTS {
            for (_, value) in pairs(query).filter(|(name, value)| *name == parameter.name() && value.len() <= LONGEST_VALUE) {
                if parameter.read(&mut view, mended(value)) {
                    break;
                }
            }
        }
        view
    }

    /// Writes the query of an address, without its question mark: the parameters of this view, then the parameters of other programs from
    /// the query `current`, unchanged. The result may be empty.
    pub fn serialise(&self, current: &str) -> String {
        let ours = Parameter::VARIANTS.iter().filter_map(|parameter| {
            let value = parameter.write(self);
            (!value.is_empty()).then(|| [parameter.name(), "=", &value].concat())
        });
        let others = pieces(current).filter(|piece| Parameter::named(name_of(piece)).is_none()).map(str::to_owned);
        ours.chain(others).collect::<Vec<_>>().join("&")
    }
}

/// Returns the parameters of the app in a query, with their values as text. Leaves out values with characters that the app never writes.
pub fn parameters(query: &str) -> impl Iterator<Item = (Parameter, &str)> {
    let sound = |value: &str| value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    pairs(query).filter_map(move |(name, value)| Some((Parameter::named(name)?, mended(value))).filter(|(_, value)| sound(value)))
}

/// Returns the pieces of a query between the `&` signs.
fn pieces(query: &str) -> impl Iterator<Item = &str> {
    query.trim_start_matches('?').split('&').filter(|piece| !piece.is_empty())
}

/// Returns the name in a piece of a query. It may begin with "amp;", because some mail programs write "&amp;" for "&".
fn name_of(piece: &str) -> &str {
    let name = piece.split('=').next().unwrap_or_default();
    name.strip_prefix("amp;").unwrap_or(name)
}

/// Returns the names and values in a query, without percent-decoding. The values of the app need no encoding.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    pieces(query).filter_map(|piece| Some((name_of(piece), piece.split_once('=')?.1)))
}

/// Repairs a value in an address that a mail program has damaged. Some mail programs write "=3D" for "=". Others include the punctuation
/// that follows an address in the link. No value of the app begins with "3D" or ends with punctuation.
fn mended(value: &str) -> &str {
    value.strip_prefix("3D").unwrap_or(value).trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
}
