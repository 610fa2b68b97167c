//! Reads `copies.csv`, a list of hosts that copy the publications of others, such as forums, mirrors and archives.
//!
//! ```csv
//! host,what,except
//! blogs.example,a host of blogs,desk.blogs.example; blogs.example/campaign
//! ```
//!
//! An entry applies to a host and all its subdomains. `except` lists the places on the host where publishers have their
//! own texts. Each exception is a host with all its subdomains, or a host and the first segments of a path.

use super::{files::Files, problem::Problems, table};
use url::Url;

/// The hosts that have copies.
pub(crate) struct Copies(Vec<Copier>);

struct Copier {
    host: String,
    /// A description of the host.
    what: String,
    except: Vec<String>,
}

impl Copies {
    pub(crate) fn read(files: &Files, problems: &mut Problems) -> Self {
        let mut copiers = Vec::new();
        for mut entry in table::csv(files, "copies.csv", problems) {
            copiers.push(Copier {
                host: entry.text("host", problems),
                what: entry.text("what", problems),
                except: entry.list("except", problems).into_iter().map(|(address, _)| address).collect(),
            });
            entry.finish(problems);
        }
        Self(copiers)
    }

    /// Returns the description of the host of `address`, if the list has the host and `address` is not an exception.
    pub(crate) fn what_copies(&self, address: &str) -> Option<&str> {
        let url = Url::parse(address).ok()?;
        // A fully qualified host name may end with a full stop.
        let host = url.host_str()?.trim_end_matches('.');
        let host_and_path = [host, url.path()].concat();
        let is_excepted = |except: &String| match except.split_once('/') {
            Some(_) => host_and_path.strip_prefix(except.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            None => is_within(host, except),
        };
        self.0
            .iter()
            .find(|copier| is_within(host, &copier.host) && !copier.except.iter().any(is_excepted))
            .map(|copier| copier.what.as_str())
    }
}

/// Returns whether `host` is `other` or a subdomain of `other`.
fn is_within(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
