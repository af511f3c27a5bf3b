//! A text of any bytes, read as HTML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dejargon_fuzz::text("html", bytes));
