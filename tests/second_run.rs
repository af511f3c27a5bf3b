//! What a text is about tells the senses of its words apart, and a rewrite changes what it
//! says: it writes words of a trade into an explanation, and takes others away. A second
//! run all the same finds nothing to do.

#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use dejargon::finding::Applicability;
use support::{input, session};

#[test]
fn what_a_rewrite_writes_or_takes_away_opens_no_other_sense() {
    let session = session(None);
    for (text, expected) in [
        (
            "All users can see their own jobs. You must be an admin or a SQL user.",
            "All users can see their own jobs. You must be an admin or a SQL user \
             (SQL: a language for working with databases).",
        ),
        (
            "We tell you about a vulnerability. It is no SQL vulnerability.",
            "We tell you about a vulnerability. It is no SQL vulnerability \
             (SQL: a language for working with databases).",
        ),
        (
            "Our SQL container was updated. The index is old, and the query ends.",
            "Our SQL container (SQL: a language for working with databases) was updated. \
             The index is old, and the query ends.",
        ),
    ] {
        let mut now = text.to_owned();
        for run in ["first", "second"] {
            let translated =
                session.translate(&input("markdown", now.clone()), Applicability::is_safe);
            let bytes = translated.map(|translation| translation.bytes);
            now = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
            assert_eq!(now, expected, "{run} run");
        }
    }
}
