//! What `check` reports and what `translate` writes are one, in every format of text. The
//! first byte says which, as a digit.

#![no_main]

const FORMATS: [&str; 10] = [
    "text",
    "markdown",
    "html",
    "rst",
    "asciidoc",
    "latex",
    "org",
    "mdx",
    "po",
    "mail",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((digit, text)) = bytes.split_first() {
        let format = usize::from(digit.wrapping_sub(b'0')) % FORMATS.len();
        dejargon_fuzz::text(FORMATS[format], text);
    }
});
