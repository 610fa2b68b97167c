//! Crawls the site from its first page: follows links, and reads the linked pages and files of the site.

use crate::{
    embeds, encoding,
    fetch::{Answer, Client, is_this_computer},
    headers::{self, Headers},
    html::Page,
    kind::{Kind, is_hashed},
    report::{Finding, Subject},
};
use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};
use url::Url;

/// Paths that the crawl reads even if no page links to them.
const SEEDS: [&str; 3] = ["embed/", "embed/how/", "embed.js"];
/// The path of the icon within the site. A link to the icon reveals the folder of the site.
const ICON: &str = "favicon.svg";
/// A path that no page of the site has.
const NOWHERE: &str = "there-is-no-such-page/";

/// A site that the crawl has read.
pub(crate) struct Crawl {
    /// The address at which the site was read.
    pub(crate) site: Url,
    /// The address of the site according to its first page, if the page states one.
    pub(crate) stated: Option<Url>,
    /// The pages and files that the crawl has requested, except [`NOWHERE`].
    pub(crate) files: Vec<File>,
    /// The response to an address that does not exist.
    nowhere: File,
    pub(crate) client: Client,
    /// The source of the headers that the host sends.
    host: Headers,
}

/// A page or a file.
pub(crate) struct File {
    /// The path within the site, without a slash at its start.
    pub(crate) path: String,
    /// The response. If the host sent the page or file, the body is empty, because `content` or `page` has what was in
    /// it.
    pub(crate) answer: Answer,
    /// The decompressed content. Empty for pages, for files that the host did not send, and for
    /// files that cannot be decompressed.
    pub(crate) content: Vec<u8>,
    /// The facts about the page. `None` if the file is not a page, or if the host did not send it. For [`NOWHERE`], the
    /// host should send a page with status 404. That page is read too.
    pub(crate) page: Option<Page>,
    /// The path of the page or file that led the crawl to this one. Empty if the first page led here. Also empty for
    /// the first page itself, [`NOWHERE`], [`SEEDS`] and the sitemap.
    from: String,
    /// The faults that were found while reading the page or file.
    faults: Vec<(Subject, String)>,
}

impl Crawl {
    /// Reads the site.
    ///
    /// # Errors
    /// Fails if [`Client::get`] fails for any address, if `site` is not the address of the first page of an explainer,
    /// or if no certificate can be read from the file `certificates`.
    pub(crate) fn of(site: &Url, certificates: Option<&Path>, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Self> {
        let client = Client::for_site(site, certificates)?;
        let host = Headers::of(&client.get(site, encoding::GZIP)?);
        let home = File::read(&client, host, site, site, String::new())?;
        if let Some(elsewhere) = home.redirect_target() {
            bail!("{site} redirects to {elsewhere}; verify the site there");
        }
        if home.answer.status != 200 {
            bail!("{site} is answered with status {}; is that the folder of the site?", home.answer.status);
        }
        let root = home.page.as_ref().and_then(|page| root(page, site));
        let root = root.with_context(|| format!("what answers at {site} is not a page of the explainer"))?;
        ensure!(root == *site, "{site} is a page of the explainer at {root}; verify that address");
        let stated = home.page.as_ref().and_then(|page| Url::parse(page.field("link canonical")?).ok());
        let nowhere = File::read(&client, host, site, &site.join(NOWHERE)?, String::new())?;
        let mut crawl = Self { site: site.clone(), stated, files: Vec::new(), nowhere, client, host };
        crawl.follow(home, progress)?;
        Ok(crawl)
    }

    /// Reads every page and file that can be reached by links from `home` and [`SEEDS`]. If the
    /// first page states an address, follows the links of the sitemap too.
    fn follow(&mut self, home: File, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<()> {
        let sitemap = self.stated.is_some().then_some("sitemap.xml");
        let mut known = BTreeSet::from([String::new()]);
        let mut found: BTreeMap<String, String> = SEEDS.into_iter().chain(sitemap).map(|seed| (seed.to_owned(), String::new())).collect();
        let read = AtomicUsize::new(1);
        let mut files = vec![home];
        while !files.is_empty() {
            for file in &files {
                for path in file.linked_paths(self) {
                    found.entry(path).or_insert_with(|| file.path.clone());
                }
            }
            self.files.append(&mut files);
            found.retain(|path, _| !known.contains(path));
            known.extend(found.keys().cloned());
            let next: Vec<_> = std::mem::take(&mut found).into_iter().collect();
            let total = known.len();
            files = next
                .into_par_iter()
                .map(|(path, from)| {
                    let file = File::read(&self.client, self.host, &self.site, &self.site.join(&path)?, from);
                    progress(read.fetch_add(1, Ordering::Relaxed) + 1, total);
                    file
                })
                .collect::<Result<_>>()?;
        }
        Ok(())
    }

    /// Returns the path of `address` within the site. The address may be below the address at which the site was read,
    /// or below the address that the pages state. Returns `None` for other addresses.
    pub(crate) fn path_of(&self, address: &Url) -> Option<String> {
        let mut address = address.clone();
        address.set_query(None);
        address.set_fragment(None);
        let bases = [Some(&self.site), self.stated.as_ref()];
        bases.into_iter().flatten().find_map(|base| Some(address.as_str().strip_prefix(base.as_str())?.to_owned()))
    }

    /// Returns the file at `path` within the site, if the crawl has read it.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Reports the faults that were found while reading each file, and a wrong response to an address that does not
    /// exist.
    pub(crate) fn check_files(&self, findings: &mut Vec<Finding>) {
        for file in &self.files {
            for (subject, what) in &file.faults {
                let from = if *subject == Subject::Missing { format!(" (from /{})", file.from) } else { String::new() };
                findings.push(Finding { subject: *subject, what: what.clone(), at: format!("/{}{from}", file.path) });
            }
        }
        let at = || format!("/{NOWHERE}");
        if self.nowhere.answer.status != 404 {
            let what = format!("there is no such page, but the answer has status {}", self.nowhere.answer.status);
            findings.push(Finding { subject: Subject::Missing, what, at: at() });
        } else if !self.nowhere.page.as_ref().is_some_and(|page| self.is_own_404(page)) {
            let what = "there is no such page, and the answer is not the site's own 404.html".to_owned();
            findings.push(Finding { subject: Subject::Missing, what, at: at() });
        } else {
            findings.extend(self.nowhere.faults.iter().map(|(subject, what)| Finding { subject: *subject, what: what.clone(), at: at() }));
        }
    }

    /// Returns whether `page` is hidden from search engines and links to the first page, as the site's `404.html` does.
    fn is_own_404(&self, page: &Page) -> bool {
        let homes = [Some(&self.site), self.stated.as_ref()].into_iter().flatten().map(Url::path);
        page.is_hidden() && homes.into_iter().any(|home| page.links.iter().any(|link| link.path() == home))
    }

    /// Reports links within the site whose fragment is not an id of the linked page.
    pub(crate) fn check_links(&self, findings: &mut Vec<Finding>) {
        let pages: BTreeMap<&str, &Page> = self.files.iter().filter_map(|file| Some((file.path.as_str(), file.page.as_ref()?))).collect();
        for (path, page) in &pages {
            for link in &page.links {
                // A text fragment begins with `:~:` and is not part of the id.
                let Some(id) = link.fragment().and_then(|fragment| fragment.split(":~:").next()).filter(|id| !id.is_empty()) else {
                    continue;
                };
                let target = self.path_of(link).and_then(|target| pages.get(target.as_str()));
                if target.is_some_and(|target| !target.ids.contains(id)) {
                    let what = format!("leads to {link}, where there is no such place");
                    findings.push(Finding { subject: Subject::Links, what, at: format!("/{path}") });
                }
            }
        }
    }

    /// Returns notes about checks that were not possible or were made at another address, and about pages that proxies
    /// may rewrite.
    pub(crate) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match &self.stated {
            _ if !is_this_computer(&self.site) => {}
            None => notes.push(
                "the pages do not state their addresses, so there are no canonical addresses, link previews and oEmbed answers to \
                 check; build with --base-url to have them"
                    .to_owned(),
            ),
            Some(stated) if *stated != self.site => {
                notes.push(format!(
                    "the pages state {stated} as their address; addresses below it were checked below {} instead",
                    self.site
                ));
            }
            Some(_) => {}
        }
        if self.host == Headers::OfTheHost {
            notes.push(
                "this host sends no headers of the site, as GitHub Pages does; nosniff and long caching need headers, so they were not \
                 checked. The pages contain their policy themselves"
                    .to_owned(),
            );
        }
        if self.files.iter().any(|file| file.page.is_some() && headers::may_be_rewritten(&file.answer)) {
            notes.push(
                "Cache-Control does not say no-transform, so that proxies may rewrite pages, which then lose style and scripts: their policy \
                 knows both by their hashes. Send it, or see that what optimises pages (minifying, lazy loading of scripts, hiding of mail \
                 addresses) is switched off for them"
                    .to_owned(),
            );
        }
        notes
    }
}

/// Returns the address of the site's folder, from the link to the icon in `page`, which was read at `address`. Returns
/// `None` if `page` has no link to an icon named [`ICON`].
fn root(page: &Page, address: &Url) -> Option<Url> {
    let icon = address.join(page.field("link image/svg+xml")?).ok()?;
    let root = icon.as_str().strip_suffix(ICON)?;
    Url::parse(root).ok()
}

impl File {
    fn read(client: &Client, host: Headers, site: &Url, address: &Url, from: String) -> Result<Self> {
        let path = address.as_str().strip_prefix(site.as_str()).unwrap_or_default().to_owned();
        let kind = Kind::of(&path);
        let answer = client.get(address, encoding::GZIP)?;
        let mut file = Self { path, answer, content: Vec::new(), page: None, from, faults: Vec::new() };
        let is_nowhere = file.path == NOWHERE && file.answer.status == 404;
        if file.answer.status != 200 && !is_nowhere {
            let what = match file.redirect_target() {
                Some(elsewhere) => format!("redirects to {elsewhere}, which frames and scripts may not follow"),
                None => format!("is answered with status {}", file.answer.status),
            };
            file.faults.push((Subject::Missing, what));
            return Ok(file);
        }
        // A host compresses all pages in the same way, so the first page is the only page that is
        // requested in all encodings.
        let thorough = !is_nowhere && (kind != Kind::Page || file.path.is_empty());
        file.content = encoding::examine(client, address, kind, &file.answer, thorough, &mut file.faults)?;
        file.answer.body.clear();
        if kind == Kind::Page {
            let text = String::from_utf8_lossy(&std::mem::take(&mut file.content)).into_owned();
            file.page = Some(Page::read(&text, address));
        }
        headers::check(&file.path, kind, host, &file.answer, file.page.as_ref(), &mut file.faults);
        Ok(file)
    }

    /// Returns the target of the redirect if the response is a redirect.
    fn redirect_target(&self) -> Option<String> {
        let location = self.answer.headers.get("location").filter(|_| (300..400).contains(&self.answer.status))?;
        Some(location.to_str().ok()?.to_owned())
    }

    /// Returns the paths within the site to which this file links. For an embed, adds the paths of
    /// the pages that select a fixed theme for this embed.
    fn linked_paths(&self, crawl: &Crawl) -> Vec<String> {
        if let Some(page) = &self.page {
            let themed = if page.says_height { embeds::themed(&self.path) } else { Vec::new() };
            return page.links.iter().filter_map(|link| crawl.path_of(link)).chain(themed).collect();
        }
        let text = String::from_utf8_lossy(&self.content);
        let named = |address: &str| crawl.path_of(&crawl.site.join(&self.path).ok()?.join(address).ok()?);
        match self.path.rsplit('.').next() {
            // A script contains the name of its WebAssembly file. If the script has a hash in its name, the page itself
            // links to the WebAssembly file, so the script is not searched.
            Some("js") if !is_hashed(&self.path) => {
                text.split(['"', '\'', '`']).filter(|word| word.ends_with(".wasm")).filter_map(named).collect()
            }
            // JSON files such as oEmbed answers contain absolute addresses, which begin with "http".
            Some("json") => text.split(['"', '\\']).filter(|word| word.starts_with("http")).filter_map(named).collect(),
            Some("xml") => text.split(['<', '>', '"']).filter(|word| word.starts_with("http")).filter_map(named).collect(),
            _ => Vec::new(),
        }
    }
}
