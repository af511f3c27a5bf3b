//! Nouns and verbs of one form, told apart by their sentences.

use super::super::context::hold;
use super::Role::{Noun, Undecided, Verb};
use super::noun_or_verb;

#[test]
fn behind_articles_and_possessives_stands_a_noun() {
    let table = [
        ("The [impact] is small.", Noun),
        ("The [ask] is clear.", Noun),
        ("It has an [impact] on sales.", Noun),
        ("Their [asks] are fair.", Noun),
        ("Our [deploy] failed.", Noun),
        ("My [request] was denied.", Noun),
        ("Its [design] is old.", Noun),
        ("Whose [change] was it?", Noun),
        ("There is no [support] for it.", Noun),
        ("Every [release] has notes.", Noun),
        ("Another [build] broke.", Noun),
        ("The team's [ask] is clear.", Noun),
        ("The team’s [ask] is clear.", Noun),
        ("The teams' [ask] is clear.", Noun),
        ("Google's [lead] is shrinking.", Noun),
        ("The \"[impact]\" is small.", Noun),
        ("The [deploy] step is slow.", Noun),
        ("THE [IMPACT] IS SMALL.", Noun),
        ("The [report] the team wrote is long.", Noun),
        ("the [roll out] is planned", Noun),
        ("After the [spin up] we rest.", Noun),
        ("Let her [ask] for it.", Undecided),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn behind_adjectives_and_amounts_stands_a_noun() {
    let table = [
        ("The big [impact] came later.", Noun),
        ("Their first [ask] is clear.", Noun),
        ("This new [deploy] works.", Noun),
        ("The recently improved [support] is good.", Noun),
        ("It has high [impact].", Noun),
        ("New [releases] come weekly.", Noun),
        ("The first and only [ask] is time.", Noun),
        ("A massive, lasting [impact] followed.", Noun),
        ("More [impact] is possible.", Noun),
        ("We have many [asks].", Noun),
        ("Some [changes] are late.", Noun),
        ("Two [deploys] failed.", Noun),
        ("3 [deploys] failed.", Noun),
        ("There was little [support].", Noun),
        ("It needs enough [leverage].", Noun),
        ("These [asks] are fair.", Noun),
        ("This [impact] is small.", Noun),
        ("This [change] helps.", Noun),
        ("What [impact] does it have?", Noun),
        ("The ongoing [support] is free.", Noun),
        ("Python 3 [supports] it.", Undecided),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn to_makes_a_verb_unless_it_is_a_preposition() {
    let table = [
        ("We want to [deploy] it.", Verb),
        ("We plan to quickly [deploy].", Verb),
        ("It is important to not [access] it.", Verb),
        ("They are going to [ask].", Verb),
        ("He used to [lead] the team.", Verb),
        ("It is used to [deploy].", Verb),
        ("It is easy to [spin up] a server.", Verb),
        ("It is late due to [impact] on sales.", Noun),
        ("According to [reports] it failed.", Noun),
        ("Thanks to [support] from you it works.", Noun),
        ("Prior to [release] we test.", Noun),
        ("It is subject to [change].", Noun),
        ("They respond to [requests].", Noun),
        ("We react to [change].", Noun),
        ("That leads to [change].", Noun),
        ("It goes from design to [release].", Undecided),
        ("We have access to [support].", Undecided),
        ("We made changes to [support] the new phone.", Verb),
        ("Our resistance to [change] is weak.", Noun),
        ("It is similar to [leverage].", Noun),
        ("It took years to [build].", Verb),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn behind_auxiliaries_stands_a_verb() {
    let table = [
        ("It will [impact] sales.", Verb),
        ("We will [impact] sales.", Verb),
        ("This could easily [impact] sales.", Verb),
        ("You can't [deploy] on Friday.", Verb),
        ("You can’t [deploy] on Friday.", Verb),
        ("They must never [ask].", Verb),
        ("We'll [deploy] tonight.", Verb),
        ("He’d [lead] if he could.", Verb),
        ("Do not [deploy] on Friday.", Verb),
        ("It does not [impact] sales.", Verb),
        ("They didn't even [ask].", Verb),
        ("Can we [leverage] this?", Verb),
        ("Should they [ask] first?", Verb),
        ("Does it [impact] sales?", Verb),
        ("Does this [impact] sales?", Verb),
        ("Did the team [deploy] yesterday?", Verb),
        ("Will the new build [impact] sales?", Verb),
        ("How does GitHub [support] it?", Verb),
        ("When can users [access] it?", Verb),
        ("Let's [align] on it.", Verb),
        ("Let’s [align] on it.", Verb),
        ("Please [deploy] the app.", Verb),
        ("Please also [review] it.", Verb),
        ("YOU MUST [LEVERAGE] THE CACHE.", Verb),
        ("The May [release] is out.", Noun),
        ("They may [release] it.", Verb),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn behind_subject_pronouns_stands_a_verb_that_agrees() {
    let table = [
        ("The ask is clear: we [ask] for time.", Verb),
        ("We [leverage] the cache.", Verb),
        ("We all [leverage] the cache.", Verb),
        ("We often [leverage] it.", Verb),
        ("They never [ask].", Verb),
        ("They each [ask] twice.", Verb),
        ("She [leverages] the cache.", Verb),
        ("He usually [asks].", Verb),
        ("It [impacts] sales.", Verb),
        ("You [ask] too much.", Verb),
        ("I [lead] the team.", Verb),
        ("Those who [ask] get help.", Verb),
        ("Anyone who [asks] gets help.", Verb),
        ("When you [deploy], tell us.", Verb),
        ("It is what we [support] here.", Verb),
        ("We no longer [support] it.", Verb),
        ("It no longer [supports] the old phone.", Verb),
        ("This gives you [access] to it.", Noun),
        ("They offer you [support].", Noun),
        ("It gives you [insights].", Noun),
        ("We grant them [access].", Noun),
        ("Call IT [support] first.", Noun),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn behind_causatives_stands_a_verb() {
    let table = [
        ("Help us [align].", Verb),
        ("This makes it [impact] sales.", Verb),
        ("Let them [deploy] it.", Verb),
        ("Tools that help teams [deploy] faster.", Verb),
        ("It helps [reduce] waste.", Verb),
        ("Let new users [access] it.", Verb),
        ("We made a code [change].", Noun),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn an_imperative_opens_its_clause_and_has_an_object() {
    let table = [
        ("[Deploy] the app.", Verb),
        ("[Leverage] your network.", Verb),
        ("[Access] it here.", Verb),
        ("[Support] new users first.", Verb),
        ("Then [deploy] the app.", Verb),
        ("If it fails, [report] it.", Verb),
        ("\"[Deploy] the app,\" he said.", Verb),
        ("[Test] how it works.", Verb),
        ("[Use] \u{FFFC} to start.", Verb),
        ("[Deploy] keys are new.", Undecided),
        ("[Impact] assessment", Undecided),
        ("[Release] notes", Undecided),
        ("[Support] is free.", Noun),
        ("[Access] was denied.", Noun),
        ("[Changes] are late.", Noun),
        ("[Use] of force is forbidden.", Noun),
        ("[Supports] the old phone.", Verb),
        ("[Spin up] a server.", Verb),
        ("[Roll out] plan", Undecided),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn lists_share_a_role() {
    let table = [
        ("We want to build and [deploy].", Verb),
        ("You can build, test and [deploy].", Verb),
        ("You can build, test, and [deploy].", Verb),
        ("You can build, [test] and deploy.", Verb),
        ("We build and [deploy].", Verb),
        ("He builds and [deploys].", Verb),
        ("They spin up and [deploy].", Verb),
        ("To spin up and [deploy] takes long.", Verb),
        ("Open the page and [ask] the owner.", Verb),
        ("Build it and [deploy] it.", Verb),
        ("The design and [release] of it", Noun),
        ("He reviews the code and [deploys] it.", Verb),
        ("It needs tests, reviews and [support].", Undecided),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn behind_prepositions_and_verbs_stands_a_noun() {
    let table = [
        ("The cost of [impact] is high.", Noun),
        ("We use it for [leverage].", Noun),
        ("It comes with [impact].", Noun),
        ("It is still in [deploy].", Noun),
        ("Without [support] it fails.", Noun),
        ("When [builds] fail, tell us.", Noun),
        ("If [changes] are needed, ask.", Noun),
        ("There are [changes].", Noun),
        ("There is [support] for it.", Noun),
        ("You need [access].", Noun),
        ("It has [impact].", Noun),
        ("She gets [support].", Noun),
        ("By making [changes] we learn.", Noun),
        ("It includes [support] for it.", Noun),
        ("Rather than [ask], he left.", Undecided),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn clauses_with_a_noun_as_their_subject() {
    let table = [
        ("Users [leverage] the tool.", Verb),
        ("Most users [access] it daily.", Verb),
        ("Tools that [leverage] the cache are fast.", Verb),
        ("A tool that [leverages] the cache is fast.", Verb),
        ("Changes that [impact] sales are rare.", Verb),
        ("It is slow, which [impacts] the cost.", Verb),
        ("The team [asks] the owner.", Verb),
        ("A user [requests] access.", Verb),
        ("Each team [deploys] weekly.", Verb),
        ("GitHub [supports] it.", Verb),
        ("GitHub now [supports] the new keys.", Verb),
        ("\u{FFFC} [leverages] the cache.", Verb),
        ("Sales [leverages] the data.", Verb),
        ("[Set up] your keys.", Verb),
        ("[Log] out the user.", Verb),
        ("Everyone [asks] the owner.", Verb),
        ("The API currently [supports] JSON.", Verb),
        ("Users directly [access] the disk.", Verb),
        ("This [impacts] sales.", Verb),
        ("The team [spins up] servers.", Verb),
        ("Admins [roll out] updates on Monday.", Verb),
        ("When users [ask] for help, answer.", Verb),
        ("The changes [impact] the sales.", Verb),
        ("The changes [impact] sales.", Undecided),
        ("I think that [impact] matters.", Undecided),
        ("We know that [support] is free.", Noun),
        ("Make sure that [builds] are green.", Noun),
    ];
    hold(&table, noun_or_verb);
}

#[test]
fn noun_phrases_of_several_nouns() {
    let table = [
        ("The code [change] is small.", Noun),
        ("Our data [access] was cut.", Noun),
        ("The code [changes] are small.", Noun),
        ("These feature [requests] came late.", Noun),
        ("We offer customer [support].", Noun),
        ("User [research] helps.", Noun),
        ("The change [log] is long.", Noun),
        ("Impact of the [release]", Noun),
        ("The API [requests] fail.", Undecided),
        ("", Undecided),
        ("[]", Undecided),
        ("the []", Noun),
    ];
    hold(&table, noun_or_verb);
}
