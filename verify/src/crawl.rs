//! Reads the site from its first page on: every page and file that anything leads to, each once.

use crate::{
    encoding,
    fetch::{Answer, Client, is_this_computer},
    headers,
    html::Page,
    kind::{Kind, is_hashed},
    report::{Finding, Subject},
};
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicUsize, Ordering},
};
use url::Url;

/// What nothing on the first page leads to.
const SEEDS: [&str; 3] = ["embed/", "embed/how/", "embed.js"];
/// No page of the site is called that.
const NOWHERE: &str = "there-is-no-such-page/";

/// The site as it was read.
pub(crate) struct Crawl {
    /// Where it was read.
    pub(crate) site: Url,
    /// Where its pages say that it stands.
    pub(crate) stated: Option<Url>,
    /// What is there.
    pub(crate) files: Vec<File>,
    /// How an address is answered that there is not.
    nowhere: Answer,
}

/// A page or a file.
pub(crate) struct File {
    /// Its path within the site, without a slash at its start.
    pub(crate) path: String,
    /// What it was answered with.
    pub(crate) answer: Answer,
    /// What it holds; not that of pages.
    pub(crate) content: Vec<u8>,
    /// What is kept of it, if it is a page.
    pub(crate) page: Option<Page>,
    /// What leads to it.
    from: String,
    wrong: Vec<(Subject, String)>,
}

impl Crawl {
    /// Reads the site.
    ///
    /// # Errors
    /// If the host does not answer, or with something else than the explainer.
    pub(crate) fn of(site: &Url, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Self> {
        let client = Client::for_site(site);
        let home = File::read(&client, site, site, String::new())?;
        if let Some(elsewhere) = home.leads_to() {
            bail!("{site} leads to {elsewhere}; verify the site there");
        }
        if home.answer.status != 200 {
            bail!("{site} is answered with status {}; is that the folder of the site?", home.answer.status);
        }
        let page = home.page.as_ref().filter(|page| page.has_app);
        let stated = page.with_context(|| format!("what answers at {site} is no page of the explainer"))?.field("link canonical");
        let stated = stated.and_then(|stated| Url::parse(stated).ok());
        let nowhere = client.get(&site.join(NOWHERE)?, encoding::GZIP)?;
        let mut crawl = Self { site: site.clone(), stated, files: Vec::new(), nowhere };
        crawl.follow(&client, home, progress)?;
        Ok(crawl)
    }

    /// Reads all that `home` leads to, and what that leads to, and so on.
    fn follow(&mut self, client: &Client, home: File, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<()> {
        let sitemap = self.stated.is_some().then_some("sitemap.xml");
        let mut known = BTreeSet::from([String::new()]);
        let mut found: BTreeMap<String, String> = SEEDS.into_iter().chain(sitemap).map(|seed| (seed.to_owned(), String::new())).collect();
        let read = AtomicUsize::new(1);
        let mut files = vec![home];
        while !files.is_empty() {
            for file in &files {
                for path in file.leads(self) {
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
                    let file = File::read(client, &self.site, &self.site.join(&path)?, from);
                    progress(read.fetch_add(1, Ordering::Relaxed) + 1, total);
                    file
                })
                .collect::<Result<_>>()?;
        }
        Ok(())
    }

    /// The path within the site of an address in it, or at where its pages say that it stands; none for others.
    pub(crate) fn path_of(&self, address: &Url) -> Option<String> {
        let mut address = address.clone();
        address.set_query(None);
        address.set_fragment(None);
        let bases = [Some(&self.site), self.stated.as_ref()];
        bases.into_iter().flatten().find_map(|base| Some(address.as_str().strip_prefix(base.as_str())?.to_owned()))
    }

    /// The file at a path within the site.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// What was found when each file was read, and when one was asked for that there is not.
    pub(crate) fn check_files(&self, findings: &mut Vec<Finding>) {
        for file in &self.files {
            for (subject, what) in &file.wrong {
                let from = if *subject == Subject::Missing { format!(" (from /{})", file.from) } else { String::new() };
                findings.push(Finding { subject: *subject, what: what.clone(), at: format!("/{}{from}", file.path) });
            }
        }
        if self.nowhere.status != 404 {
            let what = format!("there is no such page, but the answer has status {}", self.nowhere.status);
            findings.push(Finding { subject: Subject::Missing, what, at: format!("/{NOWHERE}") });
        }
    }

    /// Whether all places are there that links lead to.
    pub(crate) fn check_links(&self, findings: &mut Vec<Finding>) {
        let pages: BTreeMap<&str, &Page> = self.files.iter().filter_map(|file| Some((file.path.as_str(), file.page.as_ref()?))).collect();
        for (path, page) in &pages {
            for link in &page.links {
                // A text fragment names words, no place.
                let Some(place) = link.fragment().and_then(|fragment| fragment.split(":~:").next()).filter(|place| !place.is_empty())
                else {
                    continue;
                };
                let target = self.path_of(link).and_then(|target| pages.get(target.as_str()));
                if target.is_some_and(|target| !target.ids.contains(place)) {
                    let what = format!("leads to {link}, where no such place is");
                    findings.push(Finding { subject: Subject::Links, what, at: format!("/{path}") });
                }
            }
        }
    }

    /// What could not be checked.
    pub(crate) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match &self.stated {
            _ if !is_this_computer(&self.site) => {}
            None => notes.push(
                "the pages do not say where they will stand, so there are no canonical addresses, link previews and oEmbed answers to \
                 check; build with --base-url to have them"
                    .to_owned(),
            ),
            Some(stated) if *stated != self.site => {
                notes.push(format!("the pages say that they stand at {stated}; what they name there was looked for here"));
            }
            Some(_) => {}
        }
        notes
    }
}

impl File {
    /// Reads the file at `address`.
    fn read(client: &Client, site: &Url, address: &Url, from: String) -> Result<Self> {
        let path = address.as_str().strip_prefix(site.as_str()).unwrap_or_default().to_owned();
        let kind = Kind::of(&path);
        let answer = client.get(address, encoding::GZIP)?;
        let mut file = Self { path, answer, content: Vec::new(), page: None, from, wrong: Vec::new() };
        if file.answer.status != 200 {
            let what = match file.leads_to() {
                Some(elsewhere) => format!("leads elsewhere, to {elsewhere}: frames and scripts may not follow"),
                None => format!("is answered with status {}", file.answer.status),
            };
            file.wrong.push((Subject::Missing, what));
            return Ok(file);
        }
        // Every page of an edition comes by the same way, so one is compared.
        let thorough = kind != Kind::Page || file.path.is_empty();
        file.content = encoding::examine(client, address, kind, &file.answer, thorough, &mut file.wrong)?;
        file.answer.body.clear();
        if kind == Kind::Page {
            let text = String::from_utf8_lossy(&std::mem::take(&mut file.content)).into_owned();
            file.page = Some(Page::read(&text, address));
        }
        headers::check(&file.path, kind, &file.answer, file.page.as_ref(), &mut file.wrong);
        Ok(file)
    }

    /// Where a redirect leads.
    fn leads_to(&self) -> Option<String> {
        let location = self.answer.headers.get("location").filter(|_| (300..400).contains(&self.answer.status))?;
        Some(location.to_str().ok()?.to_owned())
    }

    /// The paths within the site that this file leads to.
    fn leads(&self, crawl: &Crawl) -> Vec<String> {
        if let Some(page) = &self.page {
            return page.links.iter().filter_map(|link| crawl.path_of(link)).collect();
        }
        let text = String::from_utf8_lossy(&self.content);
        let named = |address: &str| crawl.path_of(&crawl.site.join(&self.path).ok()?.join(address).ok()?);
        match self.path.rsplit('.').next() {
            // A script names its module, unless the page says which one it is.
            Some("js") if !is_hashed(&self.path) => {
                text.split(['"', '\'', '`']).filter(|word| word.ends_with(".wasm")).filter_map(named).collect()
            }
            // What an oEmbed answer shows.
            Some("json") => text.split(['"', '\\']).filter(|word| word.starts_with("http")).filter_map(named).collect(),
            Some("xml") => text.split(['<', '>', '"']).filter(|word| word.starts_with("http")).filter_map(named).collect(),
            _ => Vec::new(),
        }
    }
}
