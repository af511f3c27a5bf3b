//! What -ing forms are, sentence by sentence.

use super::super::context::hold;
use super::Ing::{Modifier, Noun, Undecided, Verbal};
use super::ing;

#[test]
fn verbs_take_objects_and_adverbs() {
    let table = [
        ("We are [leveraging] the cache.", Verbal),
        ("We are not [leveraging] it.", Verbal),
        ("We're [leveraging] caches.", Verbal),
        ("They are [terminating] the job.", Verbal),
        ("He is [replicating] the disk.", Verbal),
        ("Are you [leveraging] it?", Verbal),
        ("[Leveraging] the cache helps.", Verbal),
        ("[Leveraging] it costs nothing.", Verbal),
        ("[Leveraging] Our Learnings", Verbal),
        ("[Leveraging] new data helps.", Verbal),
        ("[Leveraging] \"the cache\" helps.", Verbal),
        ("[LEVERAGING] THE CACHE", Verbal),
        ("One rule: [leveraging] it costs nothing.", Verbal),
        ("It works by [leveraging] caches.", Verbal),
        ("It works without [leveraging] it.", Verbal),
        ("It starts when [deploying].", Verbal),
        ("We like [deploying].", Verbal),
        (
            "We repaired the printer and kept [debugging] the scanner.",
            Verbal,
        ),
        ("Stop [leveraging] it.", Verbal),
        ("We start [deploying] tomorrow.", Verbal),
        ("Users [leveraging] the cache win.", Verbal),
        ("Our [leveraging] the cache helped.", Verbal),
        ("It is for [leveraging] your network.", Verbal),
        ("They are [rolling out] the form.", Verbal),
        ("They are building and [deploying] it.", Verbal),
        ("They were building, testing and [deploying].", Verbal),
        ("It is about [learning] how to write.", Verbal),
        ("It is automatically [deploying].", Verbal),
        ("It fails, [impacting] all users.", Verbal),
        ("We avoid [leveraging] it.", Verbal),
    ];
    hold(&table, ing);
}

#[test]
fn nouns_stand_behind_articles() {
    let table = [
        ("We gained a [learning] in May.", Noun),
        ("Our [learnings] are many.", Noun),
        ("We shared three [learnings].", Noun),
        ("The [leveraging] of the cache helps.", Noun),
        ("Our [onboarding] is slow.", Noun),
        ("Every [meeting] is long.", Noun),
        ("[Learnings]", Noun),
        ("The new [onboarding] was slow.", Noun),
    ];
    hold(&table, ing);
}

#[test]
fn modifiers_stand_before_nouns() {
    let table = [
        ("It has a [leveraging] effect.", Modifier),
        ("The [onboarding] process is slow.", Modifier),
        ("Our [onboarding] team is small.", Modifier),
        ("Our new [onboarding] process is slow.", Modifier),
        ("Its [building] blocks are old.", Modifier),
        ("An [existing] list", Modifier),
    ];
    hold(&table, ing);
}

#[test]
fn what_may_be_either_stays_open() {
    let table = [
        ("These are [building] blocks.", Undecided),
        ("[Building] blocks", Undecided),
        ("[Onboarding] is slow.", Undecided),
        ("[Onboarding] process", Undecided),
        ("We plan for [onboarding].", Undecided),
        ("Planning, [onboarding], and hiring", Undecided),
        ("[Onboarding]", Undecided),
        ("", Undecided),
    ];
    hold(&table, ing);
}
