//! Draws Japan's role as two staircases, one for Geneva and one for New York. Each year with a resolution has a step.
//! The higher the step, the larger the role.

use super::Page;
use crate::drawing::stairs::{Flight, height, steps};
use story::PartialDate;
use vocabulary::{City, Role};
use yew::prelude::*;

/// Returns the CSS class for the step of a role. Returns `None` for roles whose steps have the default look.
fn step_class(role: Role) -> Option<&'static str> {
    match role {
        Role::CoSubmitter | Role::ConsensusOnly => None,
        Role::CoSponsor => Some("paler"),
        Role::Unknown => Some("outlined"),
    }
}

impl Page<'_> {
    /// Renders the drawing. The drawing is hidden from screen readers, because other elements of the figure have the
    /// same facts as text.
    pub(super) fn stairs(&self) -> Html {
        let labels = &self.labels().shift;
        let geneva = Flight::of(self.edition, City::Geneva);
        html! {
            <div class="stairs" aria-hidden="true">
                { self.flight(&labels.geneva, &geneva) }
                { self.flight(&labels.new_york, &Flight::of(self.edition, City::NewYork)) }
                { axis(&geneva) }
            </div>
        }
    }

    /// Renders the staircase of the city `name`.
    fn flight(&self, name: &str, flight: &Flight) -> Html {
        let labels = &self.labels().shift;
        let Flight { years, roles, decided } = flight;
        let count = years.len();
        let percent = |column| percent(column, count);
        let decision = self.edition.decision;
        html! {
            <div class="flight">
                <p class="city">{ name }</p>
                <svg class="runs" aria-hidden="true">
                    if let Some(run) = flight.longest_run() {
                        <line x1={percent(*run.start() as f32 + 0.1)} x2={percent(*run.end() as f32 + 0.9)} y1="17" y2="17" />
                        <text x={percent((run.start() + run.end() + 1) as f32 / 2.0)} y="12" text-anchor="middle">
                            { labels.run.replace("{n}", &run.count().to_string()) }
                        </text>
                    }
                    if let Some(column) = *decided {
                        <text class="decision" x={percent(column as f32 + 0.5)} y="12">
                            { self.date_text(PartialDate { day: None, ..decision }) }
                        </text>
                        <line class="decision" x1={percent(column as f32 + 0.5)} x2={percent(column as f32 + 0.5)} y1="15" y2="22" />
                    }
                </svg>
                <ul class="levels">{ for steps().map(|role| html! { <li>{ self.labels().word(role) }</li> }) }</ul>
                <svg class="steps" viewBox={format!("0 0 {count} 3")} preserveAspectRatio="none" aria-hidden="true">
                    <path class="line" d={format!("M0 0H{count}M0 1H{count}M0 2H{count}M0 3H{count}")} />
                    { for years.iter().zip(roles).enumerate().map(|(column, (year, role))| match role {
                        Some(role) => {
                            let height = height(*role);
                            html! {
                                <rect
                                    x={format!("{:.2}", column as f32 + 0.06)}
                                    y={(3 - height).to_string()}
                                    width="0.88"
                                    height={height.to_string()}
                                    data-at={year.to_string()}
                                    class={classes!(step_class(*role), (*decided == Some(column)).then_some("decision"))}
                                />
                            }
                        }
                        None => Html::default(),
                    }) }
                </svg>
                <svg class="queries" aria-hidden="true">
                    { for roles.iter().enumerate().filter(|(_, role)| **role == Some(Role::Unknown)).map(|(column, _)| html! {
                        <text x={percent(column as f32 + 0.5)} y="70%" text-anchor="middle">{ "?" }</text>
                    }) }
                </svg>
            </div>
        }
    }
}

/// Renders three years below the drawing: the first year of the longest run as co-submitter, the year of the decision,
/// and the last year. If the figure has the island, a style sheet hides this axis on wide screens, because the island
/// shows every year there.
fn axis(flight: &Flight) -> Html {
    let Flight { years, decided, .. } = flight;
    let columns = flight.longest_run().map(|run| *run.start()).into_iter().chain(*decided);
    let percent = |column| percent(column, years.len());
    html! {
        <svg class="axis" height="16" aria-hidden="true">
            { for columns.map(|column| html! {
                <text x={percent(column as f32 + 0.5)} y="12" text-anchor="middle">{ years[column] }</text>
            }) }
            <text x="100%" y="12" text-anchor="end">{ years.last().copied() }</text>
        </svg>
    }
}

/// Formats a position in a drawing of `count` columns as a percentage of its width.
fn percent(column: f32, count: usize) -> String {
    format!("{:.2}%", column / count as f32 * 100.0)
}
