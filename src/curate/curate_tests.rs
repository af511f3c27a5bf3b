//! What each rule says of glossaries of one entry or two, and what it leaves
//! alone.

use super::*;

/// The rules that are broken, with the lines, by a glossary whose entries begin
/// at line 4.
fn broken(terms: &str) -> Vec<String> {
    let text = format!("[glossary]\nname = \"w\"\ntitle = \"W\"\n{terms}");
    broken_in(&[&text])
}

fn broken_in(texts: &[&str]) -> Vec<String> {
    let sources: Vec<Source> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Source {
            path: format!("{number}.toml").into(),
            text: (*text).to_owned(),
        })
        .collect();
    let curator = Curator::new(&sources).expect("there are few terms");
    let question = Question {
        today: Date {
            year: 2026,
            month: 7,
            day: 1,
        },
        used: None,
    };
    let mut found = Vec::new();
    for report in curator.reports(&question) {
        for finding in report.findings {
            let (rule, start) = (&finding.rule, finding.location.start);
            found.push(format!(
                "{}:{}:{} {rule}",
                report.path, start.line, start.column
            ));
        }
    }
    found
}
