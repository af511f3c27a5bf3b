//! A text of any bytes, read as LaTeX.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dejargon_fuzz::text("latex", bytes));
