//! The base URL of the site, for absolute addresses.

use std::{fmt, str::FromStr};
use url::Url;

/// The address of the site's folder. It ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// The reason why a text is not a base URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrlError(String);

impl BaseUrl {
    /// Returns the absolute address of `path`, which is relative to the site's folder.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Returns the folder of the site on its host, such as `/` or `/explainer/`.
    pub fn folder(&self) -> &str {
        self.0.path()
    }

    /// Returns the scheme, the host and any port that is not the default, without a slash at the end.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BaseUrlError {}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mistake = |what: &str| Err(BaseUrlError(format!("“{text}” {what}")));
        let mut url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => return mistake(&format!("is not an address ({error})")),
        };
        if !matches!(url.scheme(), "https" | "http") || !url.has_host() {
            return mistake("is not an address on the web");
        }
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
            return mistake("is more than host and folder");
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, &str>) {
        let found = text.parse::<BaseUrl>().map(|base| base.join("shift/"));
        match (&found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.to_string().contains(expected), "{found}"),
            _ => panic!("{found:?} is not {expected:?}"),
        }
    }

    #[test]
    fn sites_stand_in_folders() {
        check("https://explainer.example", Ok("https://explainer.example/shift/"));
        check("https://news.example/japan/", Ok("https://news.example/japan/shift/"));
        check("https://news.example/japan", Ok("https://news.example/japan/shift/"));
        check("http://127.0.0.1:8080", Ok("http://127.0.0.1:8080/shift/"));
    }

    #[test]
    fn other_texts_are_rejected() {
        check("news.example", Err("is not an address"));
        check("/japan/", Err("is not an address"));
        check("ftp://news.example/", Err("is not an address on the web"));
        check("mailto:desk@news.example", Err("is not an address on the web"));
        check("https://news.example/?a=b", Err("more than host and folder"));
        check("https://news.example/#top", Err("more than host and folder"));
        check("https://me:secret@news.example/", Err("more than host and folder"));
    }
}
