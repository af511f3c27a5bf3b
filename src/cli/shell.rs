//! What shells and `man` are told about the program: both are made from the flags
//! themselves, so they never say anything else.

use anyhow::Context;
use clap::CommandFactory;
use clap_complete::generate;
use clap_mangen::Man;

use super::args::{Args, Completions};
use super::exit::Exit;
use super::terminal;

/// `dejargon completions`.
pub(super) fn completions(args: &Completions) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    generate(args.shell, &mut Args::command(), "dejargon", &mut script);
    terminal::print(&script).context("the completions could not be written")?;
    Ok(Exit::Success)
}

/// `dejargon man`: all commands on one page.
pub(super) fn man() -> anyhow::Result<Exit> {
    let mut command = Args::command();
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone())
        .render(&mut page)
        .and_then(|()| sections(&command, &mut page))
        .and_then(|()| terminal::print(&page))
        .context("the manual page could not be written")?;
    Ok(Exit::Success)
}

/// A section for each command, and for those below it.
fn sections(command: &clap::Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let commands = command.get_subcommands();
    for command in commands.filter(|command| command.get_name() != "help") {
        let title = command.get_bin_name().unwrap_or(command.get_name());
        page.extend(format!(".SH \"{}\"\n", title.to_uppercase()).bytes());
        let man = Man::new(command.clone());
        man.render_description_section(page)?;
        man.render_options_section(page)?;
        sections(command, page)?;
    }
    Ok(())
}
