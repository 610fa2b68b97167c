//! Compares accessibility trees with the files in `trees/`. Chromium computes the trees of islands, dialogs and some
//! other parts of pages. After an intended change, `UPDATE_EXPECT=1` writes these files again.
//!
//! A tree has the roles, names, values and states of elements. It leaves out running text, so that an editor can change
//! this text.

use super::states::{ISLANDS_AND_DIALOGS, State};
use anyhow::{Context, Result};
use expect_test::expect_file;
use serde_json::{Value, json};
use std::{fmt::Write, sync::Arc};
use tests::{
    conditions::large_text,
    engine::{Engine, Script},
    language,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![accessibility_trees_are_as_expected unless large_text];

/// The roles of elements that only group other elements or contain text. The tree leaves them out.
const SILENT: [&str; 11] =
    ["none", "generic", "paragraph", "StaticText", "InlineTextBox", "LineBreak", "ListMarker", "LabelText", "Legend", "ruby", "time"];
/// The roles of containers. Not every version of Chromium lists the same ones, so the tree leaves out a container that
/// has neither a name nor a state.
const SURROUNDS: [&str; 8] =
    ["form", "group", "section", "rowgroup", "sectionheader", "sectionfooter", "HeaderAsNonLandmark", "FooterAsNonLandmark"];
/// The roles whose accessible name is their content. The tree leaves out this name.
const NAMED_BY_CONTENT: [&str; 4] = ["row", "cell", "listitem", "status"];
/// The roles of repeated elements. Of consecutive siblings with the same role, the tree has only the first. A line
/// stands for the others.
const ALIKE: [&str; 4] = ["row", "listitem", "option", "cell"];
/// The states that the tree shows. It leaves out all other states of elements.
const STATES: [&str; 7] = ["checked", "expanded", "pressed", "selected", "disabled", "level", "hasPopup"];

async fn accessibility_trees_are_as_expected(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    for (name, state) in ISLANDS_AND_DIALOGS {
        state.reached(&visit).await?;
        // The port differs in each run.
        let tree = tree(&visit, state).await.with_context(|| (*name).to_owned())?.replace(visit.origin(), "");
        expect_file![format!("trees/{}/{name}.txt", language::edition().language)].assert_eq(&tree);
    }
    Ok(())
}

async fn tree(visit: &Visit, state: &State) -> Result<String> {
    let cdp = visit.browser().cdp();
    let found = cdp.send_raw("Runtime.evaluate", json!({ "expression": format!("document.querySelector({:?})", state.part) })).await?;
    let nodes = cdp.send_raw("Accessibility.queryAXTree", json!({ "objectId": found["result"]["objectId"] })).await?;
    let nodes = nodes["nodes"].as_array().context("the result is not a list of nodes")?;
    let mut output = String::new();
    write_node(nodes, nodes.first().with_context(|| format!("there is no {}", state.part))?, 0, &mut output);
    Ok(output)
}

/// Appends the lines for `node` and its descendants to `output`. `depth` is the level of indentation of `node`.
fn write_node(nodes: &[Value], node: &Value, depth: usize, output: &mut String) {
    let role = role(node);
    let mut details = String::new();
    // Not every version of Chromium uses the text of a term as its name.
    let name = if role == "term" { words(nodes, node) } else { node["name"]["value"].as_str().unwrap_or_default().to_owned() };
    let name = without_minutes(&name);
    if !name.is_empty() && !NAMED_BY_CONTENT.contains(&role) {
        let _ = write!(details, " {name:?}");
    }
    if let Some(value) = node["value"]["value"].as_str().filter(|value| !value.is_empty()) {
        let _ = write!(details, " = {value:?}");
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let (state, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
        if STATES.contains(&state) && *value != false && *value != "false" {
            let _ = write!(details, " [{state}={}]", value.to_string().trim_matches('"'));
        }
    }
    // Not every version of Chromium lists an empty status.
    let is_mute = role == "status" && children(nodes, node).is_empty();
    let silent = is_mute || node["ignored"] == true || SILENT.contains(&role) || (SURROUNDS.contains(&role) && details.is_empty());
    if !silent {
        let _ = writeln!(output, "{:1$}{role}{details}", "", depth * 2);
    }
    let below = depth + usize::from(!silent);
    let children: Vec<&Value> = children(nodes, node);
    let mut rest = &children[..];
    while let Some(child) = rest.first() {
        write_node(nodes, child, below, output);
        // Some versions of Chromium list the content of a closed card as ignored nodes.
        let alike = if ALIKE.contains(&self::role(child)) && child["ignored"] != true {
            rest.iter().take_while(|other| self::role(other) == self::role(child)).count()
        } else {
            1
        };
        if alike > 1 {
            let _ = writeln!(output, "{:1$}… and more of {2}", "", below * 2, self::role(child));
        }
        rest = &rest[alike..];
    }
}

/// Replaces the number of minutes at the end of `name` with a placeholder, because the number depends on the length of
/// the content. Returns other names unchanged.
fn without_minutes(name: &str) -> String {
    let minutes = &language::edition().labels.depth.minutes;
    let (before, after) = minutes.split_once("{n}").unwrap_or((minutes, ""));
    let start = name.strip_suffix(after).map(|rest| rest.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    match start.and_then(|start| start.strip_suffix(before)) {
        Some(start) if start.len() + after.len() < name.len() => format!("{start}{minutes}"),
        _ => name.to_owned(),
    }
}

/// Returns the text of a node and its descendants.
fn words(nodes: &[Value], node: &Value) -> String {
    if role(node) == "StaticText" {
        return node["name"]["value"].as_str().unwrap_or_default().to_owned();
    }
    children(nodes, node).into_iter().map(|child| words(nodes, child)).collect()
}

/// Returns the role of a node. Replaces a role that has different names in different versions of Chromium.
fn role(node: &Value) -> &str {
    match node["role"]["value"].as_str().unwrap_or_default() {
        "gridcell" => "cell",
        role => role,
    }
}

fn children<'a>(nodes: &'a [Value], node: &Value) -> Vec<&'a Value> {
    let ids = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
    ids.iter().filter_map(|id| nodes.iter().find(|node| node["nodeId"] == *id)).collect()
}
