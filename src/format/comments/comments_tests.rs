//! What of code is a comment, and what of a comment is prose, by examples.

use std::path::Path;

use super::super::lines::texts;
use super::*;

fn blocks(name: &str, source: &str) -> Vec<String> {
    let format = of_code(Path::new(name)).expect("the language is known");
    texts(format, source)
}

#[test]
fn comments_are_told_from_strings() {
    let table = [
        (
            "a.rs",
            "let a = \"// API\"; // one\nlet b = r#\"\"// API\"#; /* two /* three */ four */",
            vec!["one", "two / three / four"],
        ),
        (
            "a.rs",
            "let c = '\"'; // one\nfn f<'a>(x: &'a str) {} // two\nlet d = '\\''; // three",
            vec!["one", "two", "three"],
        ),
        (
            "a.py",
            "\"\"\"One.\n\n    Two.\n\"\"\"\nx = \"\"\"API\"\"\"\ndef f():\n    r'''Three.'''\n    y = '# API' # four\n",
            vec!["One.", "Two.", "Three.", "four"],
        ),
        (
            "a.js",
            "const r = /\\/\\/ [/] API/; // one\nconst t = `// API ${x}`; a / b; // two",
            vec!["one", "two"],
        ),
        (
            "a.go",
            "/*\nOpen it.\n\n\tapi(x)\n\nThen go.\n*/\nfunc f() {\n\t/*\n\tOne.\n\n\tTwo.\n\t*/\n}",
            vec!["Open it.", "Then go.", "One.", "Two."],
        ),
        (
            "a.ts",
            "/**\n * One\n * two.\n * @param api the API\n * @returns {string} a key\n */",
            vec!["One two.", "the API", "a key"],
        ),
        (
            "A.java",
            "String s = \"\"\"\n // API\n\"\"\"; // one {@code API} two",
            vec!["one \u{fffc} two"],
        ),
        (
            "a.cpp",
            "auto s = R\"x(// API)x\"; // one\nint i = 1'000; // two",
            vec!["one", "two"],
        ),
        (
            "a.cs",
            "var s = @\"\\\"; // one\n/// <summary>Two</summary>\n",
            vec!["one", "Two"],
        ),
        (
            "a.go",
            "s := `// API`\n// One\n// two.\n\n// three\n//go:generate API\n",
            vec!["One two.", "three"],
        ),
        (
            "a.rb",
            "s = \"#{x} # API\" # one\nt = <<~END\n  # API\nEND\n=begin\ntwo\n=end\n# three",
            vec!["one", "two", "three"],
        ),
        (
            "a.php",
            "<p># API</p><?php $a = '# API'; // one\n# two\n?> // API",
            vec!["one", "two"],
        ),
        (
            "a.sh",
            "#!/bin/sh\n# one\necho \"# API\" $# ${x#API} # two\ncat <<'EOF'\n# API\nEOF\n",
            vec!["one", "two"],
        ),
        (
            "a.sql",
            "select '-- API', 'it''s' -- one\n/* two */",
            vec!["one", "two"],
        ),
        (
            "a.yaml",
            "# one\na: b#c \"# API\" # two\nrun: |\n  # API\nd: e\n",
            vec!["one", "two"],
        ),
        (
            "a.toml",
            "a = \"# API\" # one\nb = '''\n# API'''\n",
            vec!["one"],
        ),
    ];
    for (name, source, expected) in table {
        assert_eq!(blocks(name, source), expected, "{name}: {source}");
    }
}

#[test]
fn code_in_comments_is_no_prose() {
    let table = [
        (
            "/// The `API` is [new](x) and [`API`].\n",
            vec!["The \u{fffc} is new and \u{fffc}."],
        ),
        (
            "/// One:\n///\n/// ```\n/// API\n/// ```\n/// # Errors\n/// two",
            vec!["One:", "Errors", "two"],
        ),
        ("// let api = API;\n// if (api) {\n// one", vec!["one"]),
        ("// - one\n//   two\n// - three\n", vec!["one two", "three"]),
        (
            "// One:\n//\n//\tAPI(x) the API\n//\n//\tAPI\n// two\n//\tAPI\n",
            vec!["One:", "two"],
        ),
        (
            "/**\n * One <pre>{@code\n * API\n *\n * API }</pre>\n * two {@code\n * API {\n * API\n * }\n * }\n * three */",
            vec!["One ", "two ", "three"],
        ),
        (
            "/** One\n * @code\n * API\n *\n * API\n * @endcode\n * two {@code {API}} three */",
            vec!["One", "two \u{fffc} three"],
        ),
        (
            "/** One\n * @example\n * API\n *\n * API\n * @return the key */",
            vec!["One", "the key"],
        ),
        ("// eslint-disable-next-line API\n// one\n", vec!["one"]),
        ("// Copyright 2026 API\n// API\n", vec![]),
        ("//// ----- ////\n// one\n", vec!["one"]),
        ("/* one\n   two */", vec!["one two"]),
        ("/* *one* */", vec!["one"]),
    ];
    assert_eq!(
        blocks(
            "a.rb",
            "x = %(#{y} # API) + %w[# API] # :api one\nz = a % b # two"
        ),
        ["\u{fffc} one", "two"]
    );
    for (source, expected) in table {
        assert_eq!(blocks("a.rs", source), expected, "{source}");
    }
}

#[test]
fn directives_are_comments() {
    let format = of_code(Path::new("a.py")).expect("the language is known");
    let document = format.read("# dejargon-ignore-next-line it/api -- known here\n# An API\n");
    let directives = &document.parts[0].directives;
    assert_eq!(directives[0].rules, ["it/api"]);
    assert!(Comments.of_file(Some(Path::new("a.xyz"))).is_err());
    assert!(Comments.of_file(None).is_err());
}
