//! Parses the `_headers` file of static hosts such as Netlify and Cloudflare Pages. A rule is a
//! line with a path, and the indented lines after it, which have the form `Name: value`. The path
//! may end in one `*`. Every rule that matches a path applies. If several of these rules set the
//! same header, the last one takes precedence.
//!
//! Some hosts also accept rules for whole URLs, and lines that detach a header. Both are errors here, so that no such
//! line is ignored silently. A placeholder such as `:name` has no special meaning here.

#[cfg(test)]
mod tests;

use std::str::FromStr;

use axum::http::{HeaderName, HeaderValue};
use thiserror::Error;

/// The rules of one `_headers` file, in the order of the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: Pattern,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Pattern {
    Exactly(String),
    StartingWith(String),
}

/// An invalid line of a `_headers` file.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("line {line}: {mistake}")]
pub struct HeaderRulesError {
    /// The number of the line, counted from 1.
    pub line: usize,
    /// The mistake in the line.
    pub mistake: Mistake,
}

/// A mistake in a line.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Mistake {
    /// The path does not begin with a slash.
    #[error("a path has to start with \"/\"; a header has to be indented")]
    NotAPath,
    /// The path has a `*` that is not its last character. Hosts interpret such paths differently.
    #[error("a path may contain one \"*\", as its last character")]
    MisplacedStar,
    /// The indented line comes before any path.
    #[error("a header needs a line with a path before it")]
    HeaderWithoutPath,
    /// The indented line is not a header.
    #[error("a header has to look like \"Name: value\"")]
    NotAHeader,
    /// The name is empty, or the name or the value has a character that is not allowed there.
    #[error("this header's name or value contains characters that are not allowed there")]
    ForbiddenCharacter,
}

impl HeaderRules {
    /// Returns the folder for which the site was written, as a path on its host, with a slash at the end. If the path
    /// of the first rule ends with `/*`, the folder is this path without the `*`. Otherwise, the folder is `/`.
    fn folder(&self) -> &str {
        match self.0.first() {
            Some(Rule { pattern: Pattern::StartingWith(start), .. }) if start.ends_with('/') => start,
            _ => "/",
        }
    }

    /// Returns the headers of all rules that match a path within the site, in the order of the file. If several headers
    /// have the same name, the caller has to use the last one. The paths in the rules contain the folder for which the
    /// site was written. `path` does not contain this folder, so the site may be served in another folder.
    pub fn for_path(&self, path: &str) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        let path = format!("{}{}", self.folder(), path.trim_start_matches('/'));
        let matching = self.0.iter().filter(move |rule| rule.pattern.matches(&path));
        matching.flat_map(|rule| rule.headers.iter().map(|(name, value)| (name, value)))
    }
}

impl Pattern {
    fn matches(&self, path: &str) -> bool {
        match self {
            Self::Exactly(wanted) => path == wanted,
            Self::StartingWith(start) => path.starts_with(start),
        }
    }
}

impl FromStr for HeaderRules {
    type Err = HeaderRulesError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let at_line = |mistake| HeaderRulesError { line: index + 1, mistake };
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if line.starts_with([' ', '\t']) {
                let rule = rules.last_mut().ok_or_else(|| at_line(Mistake::HeaderWithoutPath))?;
                rule.headers.push(parse_header(content).map_err(at_line)?);
            } else {
                let pattern = content.parse().map_err(at_line)?;
                rules.push(Rule { pattern, headers: Vec::new() });
            }
        }
        Ok(Self(rules))
    }
}

impl FromStr for Pattern {
    type Err = Mistake;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.starts_with('/') {
            return Err(Mistake::NotAPath);
        }
        match text.split_once('*') {
            None => Ok(Self::Exactly(text.to_owned())),
            Some((start, "")) => Ok(Self::StartingWith(start.to_owned())),
            Some(_) => Err(Mistake::MisplacedStar),
        }
    }
}

fn parse_header(text: &str) -> Result<(HeaderName, HeaderValue), Mistake> {
    let (name, value) = text.split_once(':').ok_or(Mistake::NotAHeader)?;
    let name = HeaderName::from_bytes(name.trim_end().as_bytes()).map_err(|_| Mistake::ForbiddenCharacter)?;
    let value = HeaderValue::from_str(value.trim()).map_err(|_| Mistake::ForbiddenCharacter)?;
    Ok((name, value))
}
