//! Files that programs read: data, settings, code, lists, and licenses, which nobody
//! may change. They are told by their names, and where a name says nothing by how they
//! begin. This table is the only one; `docs/formats.md` shows it, and a test holds both
//! equal.

use std::path::Path;

mod content;
#[cfg(test)]
mod tests;

pub(super) use content::by_content;

/// A kind of file that is not prose, and how its name tells it.
struct Kind {
    /// What it is, to stand behind "is".
    what: &'static str,
    /// Endings in small letters, without the dot.
    endings: &'static str,
    /// Names, in which `*` stands for anything but a blank. One with capitals means just
    /// these, one with a `/` the folder, too.
    names: &'static str,
}

const fn kind(what: &'static str, endings: &'static str, names: &'static str) -> Kind {
    Kind {
        what,
        endings,
        names,
    }
}

const SETTINGS: &str = "settings of a program";

/// What a name tells; the first that fits counts.
const KINDS: [Kind; 26] = [
    kind("a notebook", "ipynb", ""),
    kind(
        "JSON",
        "arb avsc code-snippets code-workspace ejson geojson gltf har hjson json json5 jsonc \
         jsonl jsonld jsonnet libsonnet map ndjson sarif tfstate topojson webmanifest",
        "apple-app-site-association",
    ),
    kind("YAML", "cff eyaml sls yaml yml", ""),
    kind("TOML", "toml", "pipfile"),
    kind(
        "XML",
        "atom csproj dae dita ditamap docbook dtd ent fsproj glade gpx iml kml nuspec opml plist \
         pom props qhelp rdf resx rng rss storyboard targets tbx tmx ui vbproj vcxproj wsdl wxs \
         xaml xib xlf xliff xml xmp xsd xsl xslt xul",
        "",
    ),
    kind("a table of data", "arrow csv dbf parquet psv tab tsv", ""),
    kind(
        "a drawing",
        "ai d2 dot drawio eps excalidraw gv mermaid mmd plantuml ps puml svg svgz vsdx",
        "",
    ),
    kind("PDF", "pdf", ""),
    kind("RTF", "rtf", ""),
    kind(
        "a style sheet",
        "css less pcss postcss qss sass scss sss styl",
        "",
    ),
    kind(
        SETTINGS,
        "cfg cnf conf config desktop edn editorconfig env hcl hocon inf ini kdl link mount nginx \
         pc prefs properties reg ron service socket target tfvars timer vdf xcconfig",
        ".env.* _headers _redirects cname codeowners crontab hosts manifest.in manifest.mf \
         nginx.conf OWNERS procfile VERSION version.txt",
    ),
    kind(
        "a lock file or a list of checksums",
        "lock lockb md5 sfv sha1 sha256 sha256sum sha512 sum",
        "*sums *sums.txt checksums*.txt cksums go.mod go.sum md5sum*.txt mix.lock",
    ),
    kind(
        "a list for a tool",
        "",
        "*.dist-info/* *.egg-info/* allowlist.txt apt.txt blocklist.txt cmakelists.txt \
         constraints*.txt dev-requirements.txt doc-requirements.txt docs-requirements.txt \
         filelist.txt hosts.txt manifest.txt meson_options.txt packages.txt requirements*.txt \
         runtime.txt test-requirements.txt",
    ),
    kind(
        "for the crawlers of a site",
        "",
        "ads.txt ai.txt app-ads.txt carbon.txt dnt-policy.txt humans.txt keybase.txt llms*.txt \
         robots.txt security.txt sitemap*.txt trust.txt",
    ),
    kind(
        "a license, which nobody may change",
        "",
        "COPYING COPYING.* COPYING-* copying copying.txt copyright copyright.* DCO dco.txt \
         eula.* LICENCE LICENCE.* LICENCE-* licence licence.* LICENSE LICENSE.* LICENSE-* \
         LICENSE_* license license.* licenses.* licences.* LICENSES LICENSES/* *-LICENSE \
         *-LICENSE.* *_LICENSE *_LICENSE.* mit-license* NOTICE NOTICE.* NOTICES NOTICES.* ofl.txt \
         PATENTS PATENTS.* third-party-licenses* third-party-notices* third_party_licenses* \
         third_party_notices* thirdpartynotices* UNLICENSE unlicense unlicense.*",
    ),
    kind(
        "a list of words",
        "aff dic gazetteer wordlist",
        "accept.txt codespell*.txt dictionary.txt reject.txt spelling*.txt stop-words*.txt \
         stop_words*.txt stopwords*.txt word-list*.txt word_list*.txt wordlist*.txt *-wordlist.txt words.txt",
    ),
    kind("a manual page", "man mdoc roff", ""),
    kind("a patch", "diff dpatch patch rej", ""),
    kind("a catalog without translations", "mo pot", ""),
    kind(
        "a working file of TeX",
        "aux bbl bbx bib bibtex bst cbx cls dtx idx ind ins lof lot sty toc",
        "",
    ),
    kind(
        "a template",
        "cshtml ecr eex ejs erb ftl gohtml gotmpl haml handlebars hbs heex in j2 jade jinja \
         jinja2 jsp latte leex liquid m4 mako mustache njk pug razor slim tftpl tmpl tpl twig vm",
        "",
    ),
    kind(
        "code",
        "ada adb ads agda applescript as asm astro au3 awk bal bas bash_history bat bats bazel bb \
         bicep blade bzl c3 cairo cbl cfm cgi circom cl clj cljc cljs cmake cmd cob coffee \
         coq cr csh cu cue cuh cypher d def dhall di do dockerfile e el elm elv erl escript ex exs \
         f f03 f08 f77 f90 f95 factor feature fish fnl for forth frag fs fsi fsx fth g4 gd glsl \
         gleam gn gql gradle graphql groovy gyp hbm hlsl hrl hs http hx idl idr ijs ino ipp \
         janet jq jl just kql lean lhs lisp ll lsp lua luau mak make matlab meson metal mk ml mli \
         mlir move nasm ncl nim nimble ninja nix nsi nu odin pas pde perl phtml pig pike pl \
         plsql pm pony pp prisma pro proto ps1 psd1 psm1 purs pxd pyx qml r raku rego rkt \
         robot rpy s sas sbt scad scm scpt sed sml sol sparql spec st svelte sv svh tcl tcsh tf \
         thrift tla ttl v vala vb vba vbs vert vh vhd vhdl vim vue wat wgsl wl x xq xquery y yang \
         yul zig",
        "apkbuild berksfile brewfile BUCK BUILD BUILD.bazel buildfile configure \
         configure.ac containerfile containerfile.* dangerfile DEPS dockerfile dockerfile.* \
         earthfile fastfile gemfile gnumakefile gradlew guardfile jenkinsfile jenkinsfile.* \
         justfile kbuild makefile makefile.* mvnw pkgbuild podfile puppetfile rakefile \
         SConscript SConstruct singularity snakefile tiltfile vagrantfile WORKSPACE \
         WORKSPACE.bazel wscript",
    ),
    kind(
        "in a markup that has no reader here",
        "bbcode creole mediawiki pod rdoc rnw texi texinfo textile txi typ wiki wikitext",
        "",
    ),
    kind("what a mail program keeps", "ics mbox msg vcf", ""),
    kind(
        "in an office format that has no reader here",
        "doc key numbers odg odp ods pages ppt rtfd vsd wpd xls",
        "",
    ),
    kind(
        "no text",
        "7z aac apk avi avif bin bmp br bz2 class crt csr cer dat db deb dll dmg dylib ear \
         elc eot epub exe flac gif gpg gz heic ico icns iso jar jpeg jpg mkv mov mp3 mp4 mpeg \
         msi o obj ogg otf p12 pem pfx pkl png psd pub pyc rar rpm sig so sqlite sqlite3 swf tar \
         tgz tif tiff ttf war wasm wav webm webp whl woff woff2 xz zip zst",
        "",
    ),
];

/// What a file is whose name says that programs read it.
pub(super) fn by_name(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_str()?;
    let ending = path.extension().and_then(|ending| ending.to_str());
    let Some(ending) = ending else {
        let fits = |kind: &&Kind| kind.has_name(path, name);
        let named = KINDS.iter().find(fits).map(|kind| kind.what);
        return named.or(name.starts_with('.').then_some(SETTINGS));
    };
    let ending = ending.to_ascii_lowercase();
    let fits = |kind: &&Kind| kind.has_ending(&ending) || kind.has_name(path, name);
    KINDS.iter().find(fits).map(|kind| kind.what)
}

impl Kind {
    fn has_ending(&self, ending: &str) -> bool {
        words(self.endings).any(|known| known == ending)
    }

    fn has_name(&self, path: &Path, name: &str) -> bool {
        words(self.names).any(|pattern| match pattern.split_once('/') {
            Some((folder, pattern)) => {
                let parent = path.parent().and_then(Path::file_name);
                let parent = parent.and_then(|parent| parent.to_str());
                parent.is_some_and(|parent| fits(folder, parent)) && fits(pattern, name)
            }
            None => fits(pattern, name),
        })
    }
}

fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split_ascii_whitespace()
}

/// Whether a name fits a pattern: in any case, unless the pattern has capitals.
fn fits(pattern: &str, name: &str) -> bool {
    if pattern.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return has_parts(pattern, name);
    }
    has_parts(pattern, &name.to_ascii_lowercase())
}

/// Whether a name is made of the parts between the stars of a pattern, of which there
/// are two at most.
fn has_parts(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    let between = name
        .strip_prefix(start)
        .and_then(|name| name.strip_suffix(end));
    between.is_some_and(|between| between.contains(middle) && !between.contains(' '))
}
