//! What is exported, in the programs that it is meant for: a browser, Anki, a
//! spreadsheet, and the schema of term bases. Each test is skipped where its program
//! cannot be had: `chromium`, or a package of Python.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use dejargon::interchange::handout::{self, Handout};
use dejargon::interchange::{Wordlist, tbx, xlsx};
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;

type Outcome = Result<(), Box<dyn Error>>;

const WORDS: &str = "
[glossary]
name = \"our-words\"
title = \"Our words\"
description = \"What we say.\"
known-to = [\"it\"]

[[term]]
term = \"API\"
part-of-speech = \"noun\"
expansion = \"application programming interface\"
plain = [\"connection\", \"way for programs to talk\"]
definition = \"A way for one program to ask another, <b>&amp;</b> \\\"so on\\\".\"
see-also = [\"sprint\"]
tags = [\"web apps\", \"code\"]

[[term]]
term = \"#hashtag\"
plain = \"label, with a comma\"
known-to = []

[[term]]
term = \"sprint\"
part-of-speech = \"noun\"
definition = \"=SUM(A1:A2)\"
known-to = [\"business\"]
note = \"Two weeks.\\nNot one.\"
";

fn list() -> Result<Wordlist, Box<dyn Error>> {
    let list = Wordlist::parse(Path::new("a.toml"), WORDS);
    list.map_err(|problems| format!("{problems:?}").into())
}

/// What a Python program says, or `None` where the package that it needs cannot be had.
fn python(package: &str, program: &str, argument: &Path) -> Result<Option<String>, Box<dyn Error>> {
    let Some(programs) = tools::python(package, &[package]) else {
        return Ok(None);
    };
    let output = Command::new(programs.join("python"))
        .args(["-c", program])
        .arg(argument)
        .output()?;
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    Ok(Some(String::from_utf8(output.stdout)?))
}

#[test]
fn anki_imports_the_cards() -> Outcome {
    let folder = TempDir::new()?;
    let path = folder.path().join("deck.txt");
    std::fs::write(&path, handout::write(&[list()?], Handout::Anki)?.0)?;
    let program = r#"
import os, sys
from anki.collection import Collection, ImportCsvRequest
path = sys.argv[1]
col = Collection(path + ".anki2")
for _ in range(2):  # the second import finds the cards of the first
    metadata = col.get_csv_metadata(path=path, delimiter=None)
    log = col.import_csv(ImportCsvRequest(path=path, metadata=metadata))
for nid in sorted(col.find_notes("")):
    note = col.get_note(nid)
    print(note.guid, "|".join(note.fields), "+".join(sorted(note.tags)), sep="\t")
print(col.decks.name(col.get_card(col.find_cards("")[0]).did))
"#;
    let Some(said) = python("anki", program, &path)? else {
        return Ok(());
    };
    let mut lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.pop(), Some("Our words"));
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "our-words/api\tAPI <small>(noun)</small>|application programming interface<br><b>connection, way for programs to talk</b><br>A way for one program to ask another, &lt;b&gt;&amp;amp;&lt;/b&gt; &quot;so on&quot;.\tcode+our-words+web_apps",
            "our-words/hashtag\t#hashtag|<b>label, with a comma</b>\tour-words",
            "our-words/sprint\tsprint <small>(noun)</small>|=SUM(A1:A2)<br>Two weeks.<br>Not one.\tour-words",
        ]
    );
    Ok(())
}

/// The schema is LTAC's `TBX_Core_RNG`, of which nobody may have a copy here.
#[test]
fn a_term_base_is_what_the_schema_says() -> Outcome {
    let Some(schema) = std::env::var_os("TBX_CORE_RNG") else {
        skip::skip("TBX_CORE_RNG does not name the file TBXcoreStructV03.rng");
        return Ok(());
    };
    let folder = TempDir::new()?;
    std::fs::copy(schema, folder.path().join("schema.rng"))?;
    std::fs::write(folder.path().join("words.tbx"), tbx::write(&[list()?]).0)?;
    let program = r"
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1] + '/schema.rng'))
file = etree.parse(sys.argv[1] + '/words.tbx')
print(schema.validate(file) or schema.error_log)
print([term.text for term in file.iter('{urn:iso:std:iso:30042:ed-2}term')])
";
    let Some(said) = python("lxml", program, folder.path())? else {
        return Ok(());
    };
    let terms = "['API', 'application programming interface', 'connection', 'way for programs to talk', '#hashtag', 'label, with a comma', 'sprint']";
    assert_eq!(said, format!("True\n{terms}\n"));
    Ok(())
}

#[test]
fn a_spreadsheet_finds_text_and_no_formula() -> Outcome {
    let folder = TempDir::new()?;
    let path = folder.path().join("words.xlsx");
    std::fs::write(&path, xlsx::write(&[list()?])?)?;
    let program = r"
import sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1]).active
names = [cell.value for cell in sheet[1]]
for row in sheet.iter_rows(min_row=2):
    cells = dict(zip(names, row))
    print(cells['term'].value, cells['definition'].value, cells['definition'].data_type, sep='\t')
";
    let Some(said) = python("openpyxl", program, &path)? else {
        return Ok(());
    };
    assert!(said.ends_with("sprint\t'=SUM(A1:A2)\ts\n"), "{said}");
    Ok(())
}

/// The page as a browser has it after a script of ours ran in it; `None` without a
/// browser.
fn browsed(script: &str) -> Result<Option<String>, Box<dyn Error>> {
    let folder = TempDir::new()?;
    let path = folder.path().join("page.html");
    let page = String::from_utf8(handout::write(&[list()?], Handout::Html)?.0)?;
    let page = page.replace("</body>", &format!("<script>{script}</script></body>"));
    std::fs::write(&path, page)?;
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--virtual-time-budget=2000",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg("--dump-dom")
        .arg(format!("file://{}", path.display()))
        .output();
    match output {
        Ok(output) if output.status.success() => {
            return Ok(Some(String::from_utf8(output.stdout)?));
        }
        Ok(output) => skip::skip(&format!("chromium does not run: {}", output.status)),
        Err(_) => skip::skip_without("chromium"),
    }
    Ok(None)
}

#[test]
fn a_browser_searches_and_filters() -> Outcome {
    let typed = "function say(name, value) {
        document.getElementById(name).value = value;
        document.getElementById('filters').dispatchEvent(new Event('input'));
        var shown = document.querySelectorAll('article:not([hidden]) h3 a');
        return Array.prototype.map.call(shown, function (a) { return a.textContent; }).join(' ');
    }
    var seen = [];
    window.addEventListener('pageshow', function () { setTimeout(function () {
        seen.push(document.getElementById('filters').hidden ? 'no form' : 'form');
        seen.push(say('search', 'way PROGRAM'), say('search', 'xyz'));
        seen.push(document.getElementById('nothing').hidden ? 'something' : 'nothing');
        say('search', '');
        seen.push(say('audience', 'it'), say('audience', 'business'), say('audience', ''));
        seen.push(say('tag', 'web apps'), document.getElementById('count').textContent);
        document.body.setAttribute('data-seen', seen.join('; '));
    }, 0); });";
    let Some(page) = browsed(typed)? else {
        return Ok(());
    };
    let seen = page
        .split("data-seen=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let expected = "form; API; ; nothing; #hashtag sprint; #hashtag API; #hashtag API sprint; API; 1 of 3 words";
    assert_eq!(seen, Some(expected));
    Ok(())
}
