//! What a noun stands before.

use super::super::context::hold;
use super::NounPlace::{Head, Modifier, Undecided};
use super::noun_place;

#[test]
fn a_head_ends_its_phrase() {
    let table = [
        ("We need an [MVP].", Head),
        ("An [MVP] is enough.", Head),
        ("The [API], which is new, works.", Head),
        ("The [API] was down.", Head),
        ("The [API] has no limits.", Head),
        ("The [API] can fail.", Head),
        ("The [API] of the shop", Head),
        ("The [API] for phones", Head),
        ("The [API] that we use", Head),
        ("The [API] quickly failed.", Head),
        ("Open a [repo] first.", Head),
        ("The [API] and the SDK", Head),
        ("The [API] or its owner", Head),
        ("The [API's] limits differ.", Head),
        ("Both [APIs'] owners know.", Head),
        ("The [API] returns the list.", Head),
        ("The [API] limits the calls.", Head),
        ("The [API] provides access.", Head),
        ("The [API] deprecates two calls.", Head),
        ("A [superuser] set it up.", Head),
        ("The [API] starts at noon.", Head),
        ("The [API] went down.", Head),
        ("The [API] used by phones", Head),
        ("Our [API] (new) works.", Head),
        ("We like the [API]", Head),
        ("The [API] available today", Head),
        ("The [API] last year was slow.", Head),
        ("If it breaks, call [IT] about it.", Head),
        ("The [API] using the cache", Head),
        ("The [C-suite] meets on Monday.", Head),
        ("The [fiscal year] ends in June.", Head),
        ("The customer ended the [POC] early.", Head),
        ("A [deep dive on] prices helps.", Head),
        ("We brought another [API] online, but late.", Head),
        ("Is the [API] good?", Head),
        ("Was the [API] clear and short?", Head),
        ("Nor is the [API] new.", Head),
        ("Let the [API] decide.", Head),
        ("Many found the [API] useless.", Head),
        ("Leave the new [API] unchanged.", Head),
        ("It is fast while keeping the [API] simple.", Head),
        ("The [API] ends.", Head),
    ];
    hold(&table, |context| noun_place(context, false));
}

#[test]
fn a_modifier_stands_before_a_noun() {
    let table = [
        ("[API] limits apply.", Modifier),
        ("Is the [API] key new?", Modifier),
        ("Keep the [API] key.", Modifier),
        ("There is the [API] key.", Modifier),
        ("The [API] limits are low.", Modifier),
        ("Each [API] key is new.", Modifier),
        ("The [MVP] launch is in May.", Modifier),
        ("Ready? [API] owners know.", Modifier),
        ("The [API] key expires.", Modifier),
        ("Our [sprint] review was short.", Modifier),
        ("Two [API] calls failed.", Modifier),
        ("Use [API] limits for it.", Modifier),
        ("The new [API] design was good.", Modifier),
        ("We like the [API] limits in June.", Modifier),
        ("The [API] limits for phones are low.", Modifier),
        ("The [API] owner's list is new.", Modifier),
    ];
    hold(&table, |context| noun_place(context, false));
}

#[test]
fn a_verb_that_agrees_may_follow() {
    let table = [
        ("The [API] limits requests.", Undecided),
        ("The [API] limits in June", Undecided),
        ("The [API] \u{FFFC} is new.", Undecided),
        ("The \"[API]\" limits", Undecided),
        ("[API] and SDK limits apply.", Undecided),
        ("Does the [API] support it?", Undecided),
        ("The [repo] hosting is dear.", Undecided),
        ("The [administrator] Griffin told us.", Undecided),
    ];
    hold(&table, |context| noun_place(context, false));
}

#[test]
fn plurals_hardly_ever_modify() {
    let table = [
        ("The [APIs] are documented.", Head),
        ("The [APIs] support it.", Head),
        ("Both [repos] are private.", Head),
        ("Our [KPIs]", Head),
        ("A [KPIs] page", Modifier),
    ];
    hold(&table, |context| noun_place(context, true));
}
