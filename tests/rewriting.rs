//! Sentences before and after: a line a rule of faithful rewriting. What is not
//! certain comes out as it went in.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::path::{Path, PathBuf};

use dejargon::config::{Config, Flags};
use dejargon::finding::Applicability;
use dejargon::format;
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

/// A session with the words of these tests.
fn session(how: How) -> Session {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rewriting/words.toml");
    let flags = Flags {
        glossaries: vec![words],
        no_bundled: true,
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(&flags, &PathBuf::new()).expect("no configuration is read");
    Session::new(config, how).expect("the words are sound")
}

fn translated(session: &Session, format: &str, text: &str) -> String {
    let format = format::by_name(format).expect("a known format");
    let input = Input::from_bytes("test".to_owned(), text.into(), format).expect("text");
    let translation = session
        .translate(&input, Applicability::is_safe)
        .expect("the text is read");
    String::from_utf8(translation.bytes).expect("text stays text")
}

/// Asserts every row, and that a second run changes nothing.
fn assert_rows(format: &str, how: How, rows: &[(&str, &str)]) {
    let session = session(how);
    let mut wrong = Vec::new();
    for &(text, expected) in rows {
        let got = translated(&session, format, text);
        let again = translated(&session, format, &got);
        if got != expected || again != got {
            wrong.push(format!(
                "{text}\n   got {got}\n wants {expected}\n again {again}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// Asserts that nothing is rewritten.
fn assert_left_alone(texts: &[&str]) {
    let rows: Vec<(&str, &str)> = texts.iter().map(|&text| (text, text)).collect();
    assert_rows("markdown", How::AsWritten, &rows);
}

#[test]
fn verbs_keep_their_form() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            ("Leveraging the team helps.", "Using the team helps."),
            ("Teams leverage the cache.", "Teams use the cache."),
            (
                "Have the team ever deprecated it?",
                "Have the team ever withdrawn it?",
            ),
            ("Wasn't it ever deprecated?", "Wasn't it ever withdrawn?"),
            (
                "The login must be deprecated.",
                "The login must be withdrawn.",
            ),
            ("We tested and deprecated it.", "We tested and withdrew it."),
            ("He got deprecated.", "He got withdrawn."),
            ("Which deprecated the login.", "Which withdrew the login."),
            (
                "They will build, test and deprecate it.",
                "They will build, test and withdraw it.",
            ),
            ("Let's impact it.", "Let's affect it."),
            (
                "This may greatly impact sales.",
                "This may greatly affect sales.",
            ),
            (
                "They tore the old server down.",
                "They shut down the old server.",
            ),
            ("They spun up it.", "They started it."),
        ],
    );
}

#[test]
fn what_the_words_around_do_not_decide_is_left_alone() {
    assert_left_alone(&[
        "The features deprecated in May are gone.",
        "It was tested and deprecated.",
        "A leveraged buyout.",
        "Impact: high.",
        "Its impacts are big.",
        "Due to impact we wait.",
        "Leverage is good.",
        "The gateway limits requests.",
        "We will tear it down.",
        "We tear down it.",
        "A key learning came out.",
        "We shared learnings.",
        "Each learning helps.",
    ]);
}

#[test]
fn names_mentions_compounds_and_quotations_are_left_alone() {
    assert_left_alone(&[
        "The Stripe API works, the API Gateway works.",
        "We saw Stripe repos.",
        "The term API is short. API stands for it.",
        "API-first, non-API, cloud-API.",
        "The Leverage Team.",
        "She said \"we leverage the API for all our tools\".",
        "> We leverage it.",
        "We leverage the \"use\" of it.",
        "see {{ site.API }}, {% API %} and `API`",
    ]);
}

#[test]
fn nouns_keep_number_possession_and_article() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            ("The gateways work.", "The ways to pay work."),
            (
                "SSO page, SSO pages.",
                "Single login page, single login pages.",
            ),
            (
                "An API's limit. The APIs' limits.",
                "A connection's limit. The connections' limits.",
            ),
            (
                "An \"API\" and an (API).",
                "A \"connection\" and a (connection).",
            ),
            ("See a *repo*, an\nAPI.", "See an *archive*, a\nconnection."),
            (
                "A leaner plan, the leanest plan.",
                "A simpler plan, the simplest plan.",
            ),
            ("A learning helps.", "Knowledge helps."),
            ("x <!-- a --> An API.", "x <!-- a --> A connection."),
        ],
    );
}

#[test]
fn capitals_are_carried_over() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            (
                "REVISED ETA: MAY. THE API IS DOWN.",
                "REVISED FINISH TIME: MAY. THE CONNECTION IS DOWN.",
            ),
            ("Use API/SSO & API.", "Use connection/SSO & connection."),
            ("# Leveraging Our API", "# Using Our Connection"),
            ("Setext *An* API\n---\n", "Setext *A* Connection\n---\n"),
            ("日本語 API。API", "日本語 connection。connection"),
        ],
    );
}

#[test]
fn line_breaks_stay_behind_the_same_word() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            ("The front\nend is slow.", "The website\nis slow."),
            (
                "> [!NOTE]\n> The front\n> end, too.",
                "> [!NOTE]\n> The website,\n> too.",
            ),
            ("The front\nend\nis slow.", "The website\nis slow."),
            (
                "We spin the server\nup tonight.",
                "We start the server\ntonight.",
            ),
        ],
    );
}

#[test]
fn terms_are_explained_at_their_first_use() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            (
                "Our telemetry is off. Telemetry is on.",
                "Our telemetry (usage data) is off. Telemetry is on.",
            ),
            (
                "The Kubernetes binary is old. Use Kubernetes.",
                "The Kubernetes binary (Kubernetes: a server manager) is old. Use Kubernetes.",
            ),
            (
                "Ask a webhook author http://webhook.org now.",
                "Ask a webhook author http://webhook.org now.",
            ),
            (
                "Ask a webhook author\u{a0}http://webhook.org now.",
                "Ask a webhook author\u{a0}http://webhook.org now.",
            ),
            (
                "Run a webhook --verbose now.",
                "Run a webhook --verbose now.",
            ),
            (
                "No webhooks here.",
                "No webhooks (a message that one program sends another by itself) here.",
            ),
            (
                "Press \"telemetry off\" now. Telemetry is on.",
                "Press \"telemetry off\" now. Telemetry (usage data) is on.",
            ),
            (
                "SLAs rule. The SLA's end.",
                "Service level agreements (SLAs) rule. The SLA's end.",
            ),
            (
                "The SLA's end. An SLA talk.",
                "The SLA's end. A service level agreement (SLA) talk.",
            ),
            (
                "Our state-level accord (SLA) ends. The SLA.",
                "Our state-level accord (SLA) ends. The SLA.",
            ),
        ],
    );
    assert_rows(
        "markdown",
        How::Explain,
        &[("We leveraged it.", "We leveraged (used) it.")],
    );
}

#[test]
fn what_the_text_says_itself_is_not_explained() {
    assert_left_alone(&[
        "Churn rates are shares of all customers.",
        "By churn rate we mean the share that leaves. A churn rate hurts.",
        "Our share of customers who leave, the churn rate, is high.",
        "A stakeholder is a person involved. What is a churn rate? It is the share that leaves.",
        "| Churn rate | The share that leaves |\n|--|--|\n\nThe churn rate is high.",
        "## What is a webhook?\n\nA message of a program.\n\nA webhook came.",
    ]);
}

#[test]
fn footnotes_are_written_once() {
    let footnote = "Our telemetry[^telemetry] is off.\n\n[^telemetry]: **telemetry**: usage data\n";
    let section = "Our telemetry is off.\n\nWords used here\n\ntelemetry: usage data\n";
    let text = "Our telemetry is off.\n";
    let logs = (
        "Our telemetry logs.\n",
        &*footnote.replace("] is off", "] logs"),
    );
    assert_rows("markdown", How::Footnote, &[(text, footnote), logs]);
    assert_rows("text", How::Footnote, &[(text, section)]);
}

#[test]
fn nouns_that_are_spelled_like_verbs_are_read_by_their_company() {
    assert_left_alone(&[
        "You can work around this by using a loop.",
        "We think about how to feature-flag it.",
        "Let's feature flag the page.",
        "The cherry-pick has both fixes.",
        "An `etcdctl` initiated compaction ran.",
    ]);
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            ("We need a work around.", "We need a makeshift solution."),
            ("Our feature flag is on.", "Our switch is on."),
            ("We cherry-pick the fix.", "We choose the fix."),
        ],
    );
}

#[test]
fn titles_labels_and_words_about_words_are_left_alone() {
    assert_left_alone(&[
        "See [Software is Never Done: Leveraging the Old Code](x.md).",
        "[`TRUNCATE`][leverage], [API][]",
        "**Leverage**: Leverage is a verb meaning to use.",
        "**API** is pronounced letter by letter.",
        "It is okay to abbreviate as _API_ later.",
        "Go to `<leverage>`, <leverage_it api=\"API\">.",
    ]);
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            ("[Leveraging the code](x.md)", "[Using the code](x.md)"),
            (
                "| Customer Segment | b |\n|---|---|\n| Customer segment | c |",
                "| Customer Group | b |\n|---|---|\n| Customer group | c |",
            ),
        ],
    );
}

#[test]
fn a_sentence_has_its_verb() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            (
                "The C-suite meets on Monday.",
                "The team at the top meets on Monday.",
            ),
            (
                "The park encompasses two lakes.",
                "The park includes two lakes.",
            ),
            (
                "Her shares vest in May.",
                "Her shares become fully owned in May.",
            ),
        ],
    );
}

#[test]
fn explanations_take_the_article_and_the_number_of_their_word() {
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            (
                "The churn rate fell.",
                "The churn rate (the share of customers who leave) fell.",
            ),
            ("We use AWS.", "We use AWS (rented computers)."),
            (
                "Two deployments failed. One deployment worked.",
                "Two deployments failed. One deployment (installation) worked.",
            ),
            (
                "Lead Time Kept (LTK) and Small Lion Act (SLA). In the SLA we trust.",
                "Lead Time Kept (LTK) and Small Lion Act (SLA). In the SLA we trust.",
            ),
        ],
    );
}

#[test]
fn headings_that_links_lead_to_keep_their_words() {
    assert_left_alone(&[
        "[See](#leverage-it).\n\n## Leverage it\n",
        "See [Leverage `x` now](#leverage-x-now).\n\n## Leverage `x` now\n",
        "See [Leverage it](other.md#leverage-it).\n",
        // The link would lead to the first of two headings.
        "[See](#use-it).\n\n## Leverage it\n\n## Use it\n",
    ]);
    assert_rows(
        "markdown",
        How::AsWritten,
        &[
            (
                "[See](#it).\n\n## Leverage it\n",
                "[See](#it).\n\n## Use it\n",
            ),
            (
                "[See](#leverage-it).\n\n## Leverage it {#it}\n",
                "[See](#leverage-it).\n\n## Use it {#it}\n",
            ),
            (
                "[We leverage it](#leverage-it).\n\n## Leverage it\n",
                "[We use it](#leverage-it).\n\n## Leverage it\n",
            ),
            (
                "[Leverage it](#it).\n\n## Leverage it {#it}\n",
                "[Use it](#it).\n\n## Use it {#it}\n",
            ),
        ],
    );
}
