//! The staircase: what Japan did with each year's text, in Geneva and in New York. The higher the step, the larger the role.
//! The same drawing stands on pages, in embeds and on paper; the years below it are the island's.

use super::Page;
use std::ops::RangeInclusive;
use story::{PartialDate, Resolution, Year};
use vocabulary::{City, Role};
use yew::prelude::*;

/// How high a role stands, in steps. A role that is not known is drawn as an outline of the middle step.
fn height(role: Role) -> u8 {
    match role {
        Role::CoSubmitter => 3,
        Role::CoSponsor | Role::Unknown => 2,
        Role::ConsensusOnly => 1,
    }
}

/// The class for the form of a step.
fn form(role: Role) -> Option<&'static str> {
    match role {
        Role::CoSubmitter | Role::ConsensusOnly => None,
        Role::CoSponsor => Some("paler"),
        Role::Unknown => Some("outlined"),
    }
}

impl Page<'_> {
    /// The drawing. What it shows stands in the panels and in the table, so that screen readers pass it by.
    pub(super) fn stairs(&self) -> Html {
        let labels = &self.labels().shift;
        html! {
            <div class="stairs" aria-hidden="true">
                { self.flight(&labels.geneva, City::Geneva) }
                { self.flight(&labels.new_york, City::NewYork) }
            </div>
        }
    }

    /// The years in one city, which is called `name`.
    fn flight(&self, name: &str, city: City) -> Html {
        let labels = &self.labels().shift;
        let years: Vec<(i16, Option<&Resolution>)> =
            self.edition.shift.years.iter().map(|Year { year, .. }| (*year, self.text_of(*year, city))).collect();
        let roles: Vec<Option<Role>> = years.iter().map(|(_, text)| text.map(|text| text.japan)).collect();
        let count = years.len();
        let percent = |column: f32| format!("{:.2}%", column / count as f32 * 100.0);
        let decision = self.edition.decision;
        // The decision was about Geneva.
        let decided = years.iter().position(|(year, _)| *year == decision.year).filter(|_| city == City::Geneva);
        html! {
            <div class="flight">
                <p class="city">{ name }</p>
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
                // The steps from the highest to the lowest name the lines of the drawing.
                <ul class="levels">{ for Role::ALL.into_iter().filter(|role| *role != Role::Unknown).map(|role| html! { <li>{ self.labels().word(role) }</li> }) }</ul>
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
                                    data-at={year.to_string()}
                                    class={classes!(form(*role), (decided == Some(column)).then_some("decision"))}
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

/// The longest row of years in which Japan wrote and tabled the text, if there is one.
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
    fn the_longest_row_of_years_as_author_is_found() {
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
