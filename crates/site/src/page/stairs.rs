//! Draws the staircase of Japan's role in the resolution of each year, in Geneva and in New York. The higher the step, the larger
//! the role. Pages, embeds and print editions have the same drawing. The island renders the years below it.

use super::Page;
use std::ops::RangeInclusive;
use story::{PartialDate, Resolution, Year};
use vocabulary::{Role, Vocabulary};
use yew::prelude::*;

/// The roles from the highest step to the lowest. Their names label the lines of the drawing.
const STEPS: [Role; 3] = [Role::CoSubmitter, Role::CoSponsor, Role::ConsensusOnly];

/// Returns the height of a role in steps. An unknown role is drawn as an outline with the height of the middle step.
fn height(role: Role) -> u8 {
    match role {
        Role::CoSubmitter => 3,
        Role::CoSponsor | Role::Unknown => 2,
        Role::ConsensusOnly => 1,
    }
}

impl Page<'_> {
    /// Renders the drawing. It is hidden from screen readers, because the panels and the table have the same facts.
    pub(super) fn stairs(&self) -> Html {
        let labels = &self.labels().shift;
        html! {
            <div class="stairs" aria-hidden="true">
                { self.flight(&labels.geneva, 0) }
                { self.flight(&labels.new_york, 1) }
            </div>
        }
    }

    /// Renders the steps for one city. `lane` is the index of the city in the result of [`Page::texts_of`].
    fn flight(&self, city: &str, lane: usize) -> Html {
        let labels = &self.labels().shift;
        let years: Vec<(i16, Option<&Resolution>)> =
            self.edition.shift.years.iter().map(|Year { year, .. }| (*year, self.texts_of(*year)[lane])).collect();
        let roles: Vec<Option<Role>> = years.iter().map(|(_, text)| text.map(|text| text.japan)).collect();
        let count = years.len();
        let percent = |column: f32| format!("{:.2}%", column / count as f32 * 100.0);
        let decision = self.edition.decision;
        // The decision was about Geneva.
        let decided = years.iter().position(|(year, _)| *year == decision.year).filter(|_| lane == 0);
        html! {
            <div class="flight">
                <p class="city">{ city }</p>
                <svg class="runs" aria-hidden="true">
                    if let Some(run) = longest_run(&roles) {
                        <line x1={percent(*run.start() as f32 + 0.1)} x2={percent(*run.end() as f32 + 0.9)} y1="17" y2="17" />
                        <text x={percent((run.start() + run.end() + 1) as f32 / 2.0)} y="12" text-anchor="middle">
                            { labels.run.replace("{n}", &run.count().to_string()) }
                        </text>
                    }
                    if let Some(column) = decided {
                        <text class="decision" x={percent(column as f32 - 1.3)} y="12">
                            { self.date_text(PartialDate { day: None, ..decision }) }
                        </text>
                        <line class="decision" x1={percent(column as f32 + 0.5)} x2={percent(column as f32 + 0.5)} y1="15" y2="22" />
                    }
                </svg>
                <ul class="levels">{ for STEPS.map(|role| html! { <li>{ self.labels().word(role) }</li> }) }</ul>
                <svg class="steps" viewBox={format!("0 0 {count} 3")} preserveAspectRatio="none" aria-hidden="true">
                    <path class="line" d={format!("M0 0H{count}M0 1H{count}M0 2H{count}M0 3H{count}")} />
                    { for years.iter().zip(&roles).enumerate().map(|(column, ((year, _), role))| match role {
                        Some(role) => {
                            let height = height(*role);
                            html! {
                                <rect
                                    x={format!("{:.2}", column as f32 + 0.06)}
                                    y={(3 - height).to_string()}
                                    width="0.88"
                                    height={height.to_string()}
                                    data-role={role.word()}
                                    data-at={year.to_string()}
                                    class={(decided == Some(column)).then_some("decision")}
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

/// Returns the columns of the longest run of years in which Japan was a co-submitter, if there is one.
fn longest_run(roles: &[Option<Role>]) -> Option<RangeInclusive<usize>> {
    let is_author = |column: usize| roles.get(column).copied().flatten() == Some(Role::CoSubmitter);
    (0..roles.len())
        .filter(|start| is_author(*start) && (*start == 0 || !is_author(start - 1)))
        .map(|start| start..=(start..roles.len()).take_while(|column| is_author(*column)).last().unwrap_or(start))
        .max_by_key(|run| run.end() - run.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_of_years_as_co_submitter_is_found() {
        let roles = |letters: &str| -> Vec<Option<Role>> {
            letters
                .chars()
                .map(|letter| match letter {
                    'a' => Some(Role::CoSubmitter),
                    's' => Some(Role::CoSponsor),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(longest_run(&roles("s aa aaas")), Some(5..=7));
        assert_eq!(longest_run(&roles("a")), Some(0..=0));
        assert_eq!(longest_run(&roles("s s")), None);
    }
}
