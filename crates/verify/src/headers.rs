//! Checks the headers of a response: content type, policy, frames, access from other origins, and caching.

use crate::{
    fetch::Answer,
    html::Page,
    kind::{Kind, is_for_others, is_hashed},
    report::Subject,
};
use std::collections::BTreeMap;

/// The maximum time for which a page may be cached, in seconds: one hour.
const SOON: u64 = 3600;
/// The minimum time for which a file with a hash in its name should be cached, in seconds: thirty days.
const LONG: u64 = 30 * 24 * 3600;

/// Headers that the site's configuration files set. A host that sends none of them does not use these files.
const OWN: [&str; 3] = ["content-security-policy", "x-content-type-options", "permissions-policy"];

/// The source of the headers that a host sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Headers {
    /// The host sends, or should send, the headers from the configuration files of the site.
    OfTheSite,
    /// The host sends only its own headers, which let any origin read all files. GitHub Pages does this.
    OfTheHost,
}

impl Headers {
    /// Returns the source of the host's headers. `answer` is the response with the first page.
    pub(crate) fn of(answer: &Answer) -> Self {
        let has_none = OWN.iter().all(|name| answer.header(name).is_empty());
        if has_none && answer.header("access-control-allow-origin") == "*" { Self::OfTheHost } else { Self::OfTheSite }
    }
}

/// Checks the headers of a page or file, and adds the faults to `faults`. `page` is `None` for a file that is not a
/// page.
pub(crate) fn check(path: &str, kind: Kind, host: Headers, answer: &Answer, page: Option<&Page>, faults: &mut Vec<(Subject, String)>) {
    let mut fault = |subject, what: String| faults.push((subject, what));
    if answer.header("x-content-type-options") != "nosniff" && host == Headers::OfTheSite {
        fault(Subject::Policy, "X-Content-Type-Options: nosniff is not sent".to_owned());
    }
    let sent = answer.header("content-type");
    let (bare, parameters) = sent.split_once(';').unwrap_or((&sent, ""));
    if !kind.types().is_empty() && !kind.types().contains(&bare.trim()) {
        fault(Subject::Types, format!("is sent as {}, not as {}", if sent.is_empty() { "nothing" } else { &sent }, kind.types()[0]));
    } else if bare.trim() == "text/html" && !parameters.contains("utf-8") {
        fault(Subject::Types, "is sent without charset=utf-8".to_owned());
    }
    let resource = answer.header("cross-origin-resource-policy");
    match resource.as_str() {
        "cross-origin" => {}
        "" if host == Headers::OfTheHost => {}
        "" => {
            fault(Subject::Framing, "Cross-Origin-Resource-Policy: cross-origin is not sent, so isolated sites cannot load it".to_owned())
        }
        _ => fault(Subject::Framing, format!("Cross-Origin-Resource-Policy is {resource}, so other sites cannot load it")),
    }
    let cache_control = answer.header("cache-control");
    let seconds = max_age(&cache_control);
    if is_for_others(path) && !["*", "null"].contains(&answer.header("access-control-allow-origin").as_str()) {
        fault(Subject::Cors, "Access-Control-Allow-Origin: * is not sent".to_owned());
    }
    if matches!(kind, Kind::Script | Kind::Wasm) {
        if host == Headers::OfTheSite && is_hashed(path) && seconds.is_none_or(|seconds| seconds < LONG) {
            fault(Subject::Caching, format!("has a hash in its name, but is cached too briefly: {}", described(&cache_control)));
        }
        if !is_hashed(path) && (cache_control.contains("immutable") || seconds.is_some_and(|seconds| seconds > 24 * SOON)) {
            fault(Subject::Caching, format!("keeps its name when it changes, but may be cached too long: {}", described(&cache_control)));
        }
    }
    let Some(page) = page else { return };
    if seconds.is_none_or(|seconds| seconds > SOON) {
        fault(Subject::Caching, format!("may be cached too long, so that readers see corrections late: {}", described(&cache_control)));
    }
    if !answer.header("x-frame-options").is_empty() {
        fault(Subject::Framing, format!("X-Frame-Options is sent ({})", answer.header("x-frame-options")));
    }
    if host == Headers::OfTheSite && answer.header("cross-origin-embedder-policy").is_empty() {
        fault(Subject::Framing, "Cross-Origin-Embedder-Policy is not sent, so isolated sites cannot frame it".to_owned());
    }
    check_policy(page, answer, &mut fault);
}

/// Returns whether proxies may change the page. `no-transform` in `Cache-Control` forbids this.
pub(crate) fn may_be_rewritten(answer: &Answer) -> bool {
    !answer.header("cache-control").split(',').any(|directive| directive.trim() == "no-transform")
}

/// Checks the policies in the page and in the headers. Each policy must allow the page's own scripts and styles. No
/// policy may limit which sites frame the page, or allow unsafe sources. At least one policy must limit scripts, and at
/// least one must limit styles.
fn check_policy(page: &Page, answer: &Answer, fault: &mut dyn FnMut(Subject, String)) {
    let sent = answer.headers.get_all("content-security-policy").iter().filter_map(|policy| policy.to_str().ok());
    let policies: Vec<_> = sent.chain(page.all("content-security-policy").iter().map(String::as_str)).collect();
    for (name, what) in [("script-src", "scripts"), ("style-src", "styles")] {
        let limits = |policy: &&str| {
            policy.split(';').any(|directive| [name, "default-src"].contains(&directive.split_whitespace().next().unwrap_or_default()))
        };
        if !policies.iter().any(limits) {
            fault(Subject::Policy, format!("no Content-Security-Policy states which {what} may run, neither in the page nor in a header"));
        }
    }
    for policy in policies {
        let directives: BTreeMap<&str, Vec<&str>> = policy
            .split(';')
            .filter_map(|directive| {
                let mut words = directive.split_ascii_whitespace();
                Some((words.next()?, words.collect()))
            })
            .collect();
        if directives.contains_key("frame-ancestors") {
            fault(Subject::Framing, "Content-Security-Policy has frame-ancestors".to_owned());
        }
        for weak in ["'unsafe-inline'", "'unsafe-eval'"] {
            if directives.values().flatten().any(|source| *source == weak) {
                fault(Subject::Policy, format!("the policy allows {weak}, which no page needs"));
            }
        }
        let allows = |name: &str, source: &str| {
            let sources = directives.get(name).or_else(|| directives.get("default-src"));
            sources.is_none_or(|sources| sources.contains(&source))
        };
        let mut needs = |name: &str, source: &str, what: &str| {
            if !allows(name, source) {
                fault(Subject::Policy, format!("the policy does not allow {what}"));
            }
        };
        for script in &page.scripts {
            needs("script-src", script, "the page's inline scripts: it is that of another build");
        }
        for style in &page.styles {
            needs("style-src", style, "the page's inline style: it is that of another build");
        }
        if page.has_app {
            needs("script-src", "'self'", "the site's own scripts ('self' in script-src)");
            needs("script-src", "'wasm-unsafe-eval'", "WebAssembly ('wasm-unsafe-eval' in script-src)");
            needs("connect-src", "'self'", "the app to be fetched ('self' in connect-src)");
        }
    }
}

/// Returns the number of seconds for which caches may use a file without revalidation. Returns `None` if
/// `Cache-Control` does not state the time.
fn max_age(cache_control: &str) -> Option<u64> {
    let directives = || cache_control.split(',').map(str::trim);
    if directives().any(|directive| ["no-cache", "no-store"].contains(&directive)) {
        return Some(0);
    }
    directives().find_map(|directive| directive.strip_prefix("max-age=")?.parse().ok())
}

fn described(cache_control: &str) -> String {
    if cache_control.is_empty() { "Cache-Control is not sent".to_owned() } else { format!("Cache-Control is {cache_control}") }
}
