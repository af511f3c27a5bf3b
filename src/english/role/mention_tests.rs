//! Words that are mentioned, and words that are used.

use super::super::context::hold;
use super::is_mention;

#[test]
fn words_about_the_word() {
    let table = [
        ("The term [API] is old.", true),
        ("The word \"[API]\" is short.", true),
        ("The words [ask] and leverage", true),
        ("An abbreviation: [API] stands for much.", true),
        ("The acronym [API] is short.", true),
        ("Our term “[leverage]” is vague.", true),
        ("[API] stands for application programming interface.", true),
        ("[API] (short for application programming interface)", true),
        ("[API] is short for it.", true),
        ("[API] means application programming interface.", true),
        ("\"[API]\" means it.", true),
        ("It is okay to abbreviate as [API] later.", true),
        ("Abbreviate the long form to [API] then.", true),
        ("The name is abbreviated as [API].", true),
        ("[Ask]: Ask is a verb meaning to request.", true),
        ("Ask: [Ask] is a verb meaning to request.", true),
        ("[fiscal year] is lowercase.", true),
        ("[API] is pronounced letter by letter.", true),
        ("It is also called an [API].", true),
        ("It is known as an [API].", true),
        ("It is referred to as an [API].", true),
        ("We hand over outputs called [deliverables].", true),
        ("We use a page called a [dashboard].", true),
        ("That is what we call a \"[sandbox]\".", true),
        ("The so-called [API] is old.", true),
        ("Outputs (aka [deliverables]) are due.", true),
        ("Outputs (a.k.a. [deliverables]) are due.", true),
        ("An output, or [deliverable], is due.", true),
        ("An output, or a “[deliverable]”, is due.", true),
        ("An output (or [deliverable]) is due.", true),
        ("An output – or [deliverable] – is due.", true),
        ("We end with an output, or [deliverable].", true),
        ("Points, also called [takeaways], are due.", true),
        ("A point, sometimes called a [takeaway].", true),
        ("It is called the [takeaway].", true),
        ("Points also known as the [takeaways] are due.", true),
    ];
    hold(&table, is_mention);
}

#[test]
fn words_in_use() {
    let table = [
        ("The [API] is old.", false),
        ("In the long term [impact] matters.", false),
        ("We called an [API].", false),
        ("They often called the [API].", false),
        ("We must abbreviate the [API].", false),
        ("Build an MVP and call it an \"[MVP]\".", false),
        ("The [API] means that we can go.", false),
        ("It works as an [API].", false),
        ("It is written as [API] for all.", false),
        ("The [cost] is capitalized.", false),
        ("[API]: it is new.", false),
        ("Use the [API].", false),
        ("They called [stakeholders] in May.", false),
        ("The board called an [EGM].", false),
        ("We need plans, budgets, or [deliverables].", false),
        ("Send a plan or [deliverable], please.", false),
        ("", false),
    ];
    hold(&table, is_mention);
}
