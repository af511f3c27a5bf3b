//! What is prose in MDX.

use super::*;

#[test]
fn scripts_are_no_prose() {
    let table = [
        (
            "import A from 'api'\n\n# The {api} API\n\nAn {props.api > 1 ? '}' : 'API'} b\n",
            vec!["The \u{fffc} API", "An \u{fffc} b"],
        ),
        (
            "export const api = {\n  API: 'x',\n\n  b: 'API',\n}\n\na\n",
            vec!["a"],
        ),
        (
            "<Note title={api}>\n\nAn API.\n\n</Note>\n",
            vec!["An API."],
        ),
        (
            "a {/* API */} `{` b {\n\nc\n",
            vec!["a \u{fffc} \u{fffc} b {", "c"],
        ),
        ("```js\n{ API\n```\n\na }\n", vec!["a }"]),
    ];
    for (source, expected) in table {
        let document = Mdx.read(source);
        let part = &document.parts[0];
        let segments = part.segments.iter();
        let blocks: Vec<_> = segments.map(|segment| part.text(segment)).collect();
        assert_eq!(blocks, expected, "{source}");
    }
    let document = Mdx.read("{/* dejargon-disable it/api */}\n\na");
    assert_eq!(document.parts[0].directives[0].rules, ["it/api"]);
}

#[test]
fn tags_have_markdown_between_them() {
    let table = [
        ("<p>\na `b` c\n</p>\n", vec!["a \u{fffc} c"]),
        ("a <code>b</code> c\n", vec!["a \u{fffc} c"]),
        (
            "<T>\n  <div>\n    ```sh\n    a\n    ```\n\n        b\n  </div>\n</T>\n",
            vec!["b"],
        ),
        ("<N>\n\n    a\n\n</N>\n", vec!["a"]),
        ("<N a={b}\n\n  c=\"d\">\ne\n</N>\n", vec!["e"]),
    ];
    for (source, expected) in table {
        let document = Mdx.read(source);
        let part = &document.parts[0];
        let segments = part.segments.iter();
        let blocks: Vec<_> = segments.map(|segment| part.text(segment)).collect();
        assert_eq!(blocks, expected, "{source}");
    }
}
