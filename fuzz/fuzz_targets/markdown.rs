//! A text of any bytes, read as Markdown.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dejargon_fuzz::text("markdown", bytes));
