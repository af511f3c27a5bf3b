//! Where an adjective can be swapped for another.

use super::super::context::hold;
use super::adjective;

#[test]
fn before_a_noun_or_behind_a_linking_verb() {
    let table = [
        ("It was an [ad hoc] report.", true),
        ("An [agile] team works here.", true),
        ("The plan is [agile].", true),
        ("The plan is quite [agile] and new.", true),
        ("It seems [agile].", true),
        ("Keep it [agile].", true),
        ("Is the plan [agile]?", true),
        ("[Agile] teams work here.", true),
        ("It has a [granular] and clear design.", true),
        ("Our [granular] new rules", true),
    ];
    hold(&table, adjective);
}

#[test]
fn adverbs_and_nouns_are_none() {
    let table = [
        ("He works [ad hoc].", false),
        ("The [agile] is new.", false),
        ("We built it [ad hoc] in May.", false),
        ("It is more [agile].", false),
        ("[Agile]", false),
        ("", false),
    ];
    hold(&table, adjective);
}
