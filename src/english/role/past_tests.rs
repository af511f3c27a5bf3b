//! Past or participle, sentence by sentence.

use super::super::context::hold;
use super::Past::{Modifier, Participle, Past, Undecided};
use super::past_or_participle;

#[test]
fn behind_an_auxiliary_stands_a_participle() {
    let table = [
        ("The old login was [deprecated] in May.", Participle),
        ("The old login has already been [deprecated].", Participle),
        ("We have quietly [deprecated] the form.", Participle),
        ("We've [deprecated] the form.", Participle),
        ("We’ve [deprecated] the form.", Participle),
        ("It's been [deprecated] for good.", Participle),
        ("It's [deprecated].", Participle),
        ("They're [deprecated].", Participle),
        ("I'm [deprecated].", Participle),
        ("He'd [deprecated] it before.", Participle),
        ("It wasn't ever [deprecated].", Participle),
        ("It has not yet been [deprecated].", Participle),
        ("They had never [deprecated] it.", Participle),
        ("It must be [deprecated].", Participle),
        ("It seems to have [deprecated] it.", Participle),
        ("It got [deprecated].", Participle),
        ("It is getting [deprecated].", Participle),
        ("It is now [deprecated].", Participle),
        ("It is no longer [deprecated].", Participle),
        ("Having [deprecated] it, we left.", Participle),
        ("It hasn't just [deprecated] it.", Participle),
        ("A server was [spun up] for it.", Participle),
        ("THE LOGIN WAS [DEPRECATED].", Participle),
    ];
    hold(&table, past_or_participle);
}

#[test]
fn a_question_has_its_auxiliary_before_the_subject() {
    let table = [
        ("Have you [deprecated] the old login?", Participle),
        ("Have you ever [deprecated] it?", Participle),
        ("Was the login [deprecated]?", Participle),
        ("Was it [deprecated]?", Participle),
        ("Has the team ever [deprecated] it?", Participle),
        ("Why was the old login [deprecated]?", Participle),
        ("Haven't they [deprecated] it?", Participle),
        ("When was GitHub [deprecated]?", Participle),
        ("Are these features [deprecated]?", Participle),
    ];
    hold(&table, past_or_participle);
}

#[test]
fn a_subject_or_an_object_makes_a_past() {
    let table = [
        ("We [deprecated] the old login in May.", Past),
        ("We [deprecated] it.", Past),
        ("They quietly [deprecated] it.", Past),
        ("She [deprecated] by mistake.", Past),
        ("The team [deprecated] the login.", Past),
        ("Google [deprecated] it.", Past),
        ("Google [deprecated] them.", Past),
        ("Our vendor [deprecated] our plan.", Past),
        ("The team [deprecated] old features.", Past),
        ("The team [deprecated] features.", Past),
        ("Anyone who [deprecated] it left.", Past),
        ("The team that [deprecated] the login left.", Past),
        ("A change that [failed] in May.", Past),
        ("It is slow, which [deprecated] the plan.", Past),
        ("We tested and [deprecated] it.", Past),
        ("We tested, measured and [deprecated] it.", Past),
        ("The team tested the login and [deprecated] it.", Past),
        ("[Deprecated] the old login.", Past),
        ("We [spun up] a server.", Past),
        ("They [spun it up] again.", Past),
        ("This [deprecated] the login.", Past),
        ("Then it [deprecated] the login.", Past),
        ("When they [deprecated] it, we left.", Past),
        ("They tested how we [deprecated] it.", Past),
        ("Everybody [deprecated] it.", Past),
    ];
    hold(&table, past_or_participle);
}

#[test]
fn other_participles() {
    let table = [
        ("The features were marked as [deprecated].", Participle),
        ("It counts as [deprecated] here.", Participle),
        ("When [deprecated], a login stays for a year.", Participle),
        ("If [deprecated], tell us.", Participle),
        ("Once [deprecated], a login stays.", Participle),
        ("If [deprecated] features stay, tell us.", Modifier),
        ("Features [deprecated] by the team stay.", Participle),
        ("[Deprecated] by the team, it stays.", Participle),
        ("We want it [deprecated].", Participle),
        ("We had them [deprecated].", Participle),
        ("We had the login [deprecated].", Participle),
        ("The [deprecated] login stays.", Modifier),
        ("A [leveraged] buyout", Modifier),
        ("The recently [deprecated] login", Modifier),
        ("Our [deprecated] features", Modifier),
        ("The team's [deprecated] login", Modifier),
        ("[Deprecated] features are gone.", Modifier),
        ("Remove [deprecated] features.", Modifier),
        ("We dream of [deprecated] features.", Modifier),
        ("Old [deprecated] features are gone.", Modifier),
        ("Using [deprecated] features is bad.", Modifier),
    ];
    hold(&table, past_or_participle);
}

#[test]
fn what_may_be_either_stays_open() {
    let table = [
        ("The login was tested and [deprecated].", Undecided),
        ("It was tested, measured and [deprecated].", Undecided),
        ("The features [deprecated] in May are gone.", Undecided),
        ("Features [deprecated]", Undecided),
        ("[Deprecated]", Undecided),
        ("We have tested the login and [deprecated] it.", Undecided),
        ("The US [deprecated] in May", Undecided),
        ("", Undecided),
    ];
    hold(&table, past_or_participle);
}
