//! Mistakes in the counts of the abduction issue. The value of a count with groups must equal the number of people in
//! these groups.

use super::{changes::check, real};

#[test]
fn figure_that_is_not_the_sum_of_its_groups() {
    let counts = real::EDITION.counts.iter().filter(|count| !count.groups.is_empty());
    for count in counts {
        let (id, value) = (&count.id, count.value);
        let message = format!("the figure is {}, but its groups have {value} people in people.csv", value + 1);
        check("counts.toml", &format!("id = \"{id}\"\nvalue = {value}\n"), &format!("id = \"{id}\"\nvalue = ‸{}\n", value + 1), &message);
    }
}

#[test]
fn unknown_group() {
    check("counts.toml", "groups = [", "groups = [‸\"taken\", ", "“taken”");
}

#[test]
fn groups_of_nobody() {
    check("counts.toml", "list = \"police\"\n", "list = \"police\"\ngroups = ‸[]\n", "`groups` is missing or empty");
}
