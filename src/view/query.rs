//! Reads the view from the query of an address, and writes the view into a query.

use super::{LONGEST_VALUE, Parameter, ViewState};
use strum::VariantArray;

impl ViewState {
    /// Reads the view from a query, with or without its question mark. If a parameter is repeated, the first valid
    /// value counts.
    pub fn parse(query: &str) -> Self {
        let mut view = Self::default();
        for parameter in Parameter::VARIANTS {
            for (_, value) in pairs(query).filter(|(name, value)| *name == parameter.name() && value.len() <= LONGEST_VALUE) {
                if parameter.read(&mut view, repaired(value)) {
                    break;
                }
            }
        }
        view
    }

    /// Returns this view as the query of an address, without the leading `?`. Parameters in `current` that are not the
    /// app's own, such as `utm_source`, are appended unchanged. The result is empty if there are no parameters.
    pub fn serialise(&self, current: &str) -> String {
        let ours = Parameter::VARIANTS.iter().filter_map(|parameter| {
            let value = parameter.write(self);
            (!value.is_empty()).then(|| [parameter.name(), "=", &value].concat())
        });
        let others = pieces(current).filter(|piece| Parameter::named(name_of(piece)).is_none()).map(str::to_owned);
        ours.chain(others).collect::<Vec<_>>().join("&")
    }
}

/// Returns the parameters of the app in a query, with their values as text. Leaves out parameters without a value, and
/// parameters whose values have characters that the app never writes.
pub fn parameters(query: &str) -> impl Iterator<Item = (Parameter, &str)> {
    let is_valid =
        |value: &str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    pairs(query).filter_map(move |(name, value)| Some((Parameter::named(name)?, repaired(value))).filter(|(_, value)| is_valid(value)))
}

/// Returns the pieces of a query between the `&` signs.
fn pieces(query: &str) -> impl Iterator<Item = &str> {
    query.trim_start_matches('?').split('&').filter(|piece| !piece.is_empty())
}

/// Returns the name in a piece of a query. Leaves out a leading "amp;", because some mail programs write "&amp;" for
/// "&".
fn name_of(piece: &str) -> &str {
    let name = piece.split('=').next().unwrap_or_default();
    name.strip_prefix("amp;").unwrap_or(name)
}

/// Returns the names and values in a query. Does not decode percent-encoding, because the app never writes it.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    pieces(query).filter_map(|piece| Some((name_of(piece), piece.split_once('=')?.1)))
}

/// Repairs a value that a mail program has damaged. Some mail programs write "=3D" for "=". Others treat punctuation
/// after an address as part of the address. The app never writes a value with "3D" at its start, or with punctuation
/// other than "-" at its end.
fn repaired(value: &str) -> &str {
    value.strip_prefix("3D").unwrap_or(value).trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
}
