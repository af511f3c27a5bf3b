//! Texts of strangers never control a terminal: whatever a glossary, a document, a
//! configuration or a name holds, no report and no message has a control character.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

/// A glossary with an escape code in every text that takes one.
const GLOSSARY: &str = r#"
[glossary]
name = "esc"
title = "E\u001b[31m"
known-to = ["fam\u001b[31m"]
[[term]]
term = "wor\u001bd"
id = "a\u001b[31mb"
plain = ["us\u001b]0;pwned\u0007e", "x\u009b2J"]
definition = "A \u001b]0;pwned\u0007 helper.\nTwo\u007f\rThree"
aliases = ["foo\u001b[2J", "leverage"]
note = "N\u001b[31m"
see-also = ["see\u001b[31m"]
tags = ["tag\u001b[31m"]
source = "src\u001b[31m"
owner = "me\u001b[31m"
examples = [{ text = "We leverage\u001b it.", becomes = "x\u001b" }]
except = ["ex\u001bcept"]
[term.meanings]
"aud\u001b[31m" = "m\u001b[31m"
[[term]]
term = "synergy"
expansion = "s\u001b[5m"
definition = "W\u001b"
rewrite = "explain"
"#;

/// A mistake whose message names it.
const BROKEN: &str = "[[term]]\nterm = \"pong\"\n\"bad\\u001b[31m\" = \"x\"\nonly-when = [{ after = \"(\\u001b[31m\" }]\n";

const CONFIG: &str = r#"
audience = "it\u001b[31m"
glossaries = ["ok.toml"]
allow = ["a\u001b[31m"]
exclude = ["b\u001b[31m"]
[terms]
"esc/x\u001b[31m" = "off"
"esc/synergy" = { plain = ["p\u001b[31m"] }
"#;

fn folder() -> Result<TempDir, Box<dyn Error>> {
    let folder = TempDir::new()?;
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text);
    write("ok.toml", GLOSSARY.as_bytes())?;
    write("broken.toml", format!("{GLOSSARY}{BROKEN}").as_bytes())?;
    let text =
        b"We leverage it. Synergy \x1b[31m of \xc2\x9b2J leverage. <!-- dejargon-\x1b[31m -->\n";
    write("e.md", text)?;
    write("config.toml", CONFIG.as_bytes())?;
    write(
        "audience.toml",
        CONFIG.replace("it\\u001b[31m", "it").as_bytes(),
    )?;
    #[cfg(unix)]
    write("\u{1b}[31m\u{9b}.md", text)?;
    Ok(folder)
}

/// What it said on both streams.
fn said(folder: &Path, args: &str) -> Result<String, Box<dyn Error>> {
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .args(args.split(' '))
        .stdin(Stdio::null())
        .output()?;
    Ok(String::from_utf8([output.stdout, output.stderr].concat())?)
}

#[test]
fn no_control_character_gets_out() -> Outcome {
    const READ: &str = "--isolated --no-bundled --glossary ok.toml";
    let folder = folder()?;
    for args in [
        &format!("check {READ} ."),
        &format!("check {READ} --format concise ."),
        &format!("check {READ} --format github ."),
        &format!("check {READ} --format junit ."),
        &format!("check {READ} --format checkstyle ."),
        &format!("check {READ} --statistics --select esc/* ."),
        &format!("check {READ} --audience x ."),
        &format!("translate {READ} --check ."),
        &format!("explain {READ} leverage synergy"),
        &format!("glossary show {READ} leverage synergy"),
        &format!("glossary list {READ}"),
        &format!("glossary list {READ} --format table"),
        &format!("glossary list {READ} --format csv"),
        &format!("glossary list {READ} --format json"),
        "glossary lint ok.toml",
        "glossary lint --format concise broken.toml",
        "glossary lint --format github broken.toml",
        "glossary lint broken.toml",
        "glossary diff ok.toml broken.toml",
        "glossary remove --dry-run --file ok.toml nonsense",
        "check --isolated --glossary broken.toml e.md",
        "check --config config.toml e.md",
        "check --config audience.toml e.md",
        "config show --config config.toml",
        "config show --config config.toml --origin",
        "explain --config audience.toml synergy",
    ] {
        let said = said(folder.path(), args)?;
        assert!(!said.is_empty(), "{args}");
        let control = said
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(control, None, "{args}: {said:?}");
    }
    let explained = said(folder.path(), &format!("explain {READ} leverage"))?;
    assert!(
        explained.contains("A ␛]0;pwned␇ helper.\nTwo␡␍Three"),
        "{explained}"
    );
    Ok(())
}
