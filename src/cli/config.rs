//! `dejargon config show`: what holds for a path, and where it comes from.

use std::path::{Path, PathBuf};

use anyhow::Context;
use dejargon::config::Flags;
use dejargon::config::settings::Settings;
use dejargon::input::{self, Walk};

use super::args::ConfigShow;
use super::exit::Exit;
use super::terminal;

pub(super) fn show(args: &ConfigShow) -> anyhow::Result<Exit> {
    let flags = Flags {
        audience: args.audience.clone(),
        fail_on: args.fail_on,
        ..args.glossaries.flags()
    };
    let path = args.path.as_path();
    let folder = if path.is_dir() {
        path
    } else {
        path.parent().unwrap_or(Path::new(""))
    };
    match Settings::of_folder(&flags, folder) {
        Ok(settings) => {
            terminal::print(settings.show(path, args.origin).as_bytes())
                .context("the configuration could not be written to standard output")?;
            let said = settings.warnings().into_iter().chain(idle(&settings));
            said.for_each(|warning| terminal::warning(&warning));
            Ok(Exit::Success)
        }
        Err(error) => {
            terminal::config_error(&error);
            Ok(Exit::Failed)
        }
    }
}

/// The patterns that match no file, whatever else leaves files out.
fn idle(settings: &Settings) -> Vec<String> {
    let folders: Vec<PathBuf> = settings.folders().into_iter().collect();
    let walk = Walk {
        hidden: true,
        no_ignore: true,
        wanted: Some(&|_| true),
        ..Walk::default()
    };
    let (files, _) = input::for_each(&folders, walk, |_| ());
    let files: Vec<PathBuf> = files.into_iter().map(|(path, ())| path).collect();
    settings.idle(&files)
}
