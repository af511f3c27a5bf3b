//! `dejargon config show`: what holds for a path, and where it comes from.

use std::path::Path;

use anyhow::Context;
use dejargon::config::Flags;
use dejargon::config::settings::Settings;

use super::args::ConfigShow;
use super::exit::Exit;
use super::terminal;

pub(super) fn show(args: &ConfigShow) -> anyhow::Result<Exit> {
    let flags = Flags {
        audience: args.audience.clone(),
        fail_on: args.fail_on.map(Into::into),
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
            settings
                .warnings()
                .iter()
                .for_each(|warning| terminal::warning(warning));
            Ok(Exit::Success)
        }
        Err(error) => {
            terminal::config_error(&error);
            Ok(Exit::Failed)
        }
    }
}
