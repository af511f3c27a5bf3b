//! The `dejargon` program: parses what was typed, runs it, exits. Everything
//! else is in `cli`, and what is not about the terminal in the library.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
