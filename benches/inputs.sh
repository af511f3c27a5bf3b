# shellcheck shell=bash
# What the benchmarks read, made the same on every machine; `compare.sh`, `bounds.sh` and
# `instructions.sh` source this file. Every function writes to where it is told:
#
#     story_folder FOLDER FILES    Markdown files of about 8 KB each
#     stories FILES                the same, one behind the other, on standard output
#     sized BYTES FILE             FILE over and over, cut off at so many bytes
#     glossary_of TERMS NAME       a glossary of invented terms, five forms each
#     glossary_alike TERMS NAME    a glossary whose terms all begin with one word
#     hard KIND BYTES              a document made to be slow; `hard_kinds` lists them

# Markdown with headings, lists, emphasis, links and code, in which one word in
# forty is jargon. Without FOLDER it goes to standard output.
_stories() {
    # Lehmer's generator stays below 2^53, so no two awks differ.
    LC_ALL=C awk -v folder="$1" -v files="$2" '
        function random(below) { seed = (seed * 16807) % 2147483647; return seed % below }
        function word() {
            return random(40) == 0 ? jargon[1 + random(jargons)] : plain[1 + random(plains)]
        }
        function phrase(words,    text, i, it, at) {
            text = ""
            for (i = 0; i < words; i++) {
                it = word()
                at = random(120)
                if (at == 0) it = "**" it "**"
                else if (at == 1) it = "*" it "*"
                else if (at == 2) it = "`" it "`"
                else if (at == 3) it = "[" it "](https://example.org/" it ")"
                else if (at < 8 && i + 1 < words) it = it ","
                text = text (i ? " " : "") it
            }
            return text
        }
        function sentence(    starts) {
            starts = random(4)
            return (starts == 0 ? "We " : starts == 1 ? "The " : starts == 2 ? "They " : "It was ") phrase(6 + random(14)) "."
        }
        BEGIN {
            plains = split("the the the of of and and a to to in in that it for was on are as with they at be this from have or had by not but what all were when your can said there use each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who now find long down day did get come made may part over new sound take only little work know place year live me back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home us move try kind hand picture again change off play spell air away animal house point page letter mother answer found study still learn should world high every near add food between own below country plant last school father keep tree never start city earth eye light thought head under story saw left few while along might close something seem next hard open example begin life always those both paper together got group often run important until children side feet car mile night walk white sea began grow took river four carry state once book hear stop without second later miss idea enough eat face watch far really almost let above girl sometimes mountain cut young talk soon list song being leave family", plain, " ")
            jargons = split("API repo MVP latency stakeholders leverage leveraged deployed deprecated roadmap bandwidth backend cache synergy repos onboarding refactored KPIs SLA throughput", jargon, " ")
            seed = 7
            for (file = 0; file < files; file++) {
                path = folder == "" ? "/dev/stdout" : folder "/" sprintf("%04d", file) ".md"
                text = "# Story " file "\n"
                while (length(text) < 8000) {
                    kind = random(12)
                    if (kind == 0) text = text "\n## " phrase(4) "\n"
                    else if (kind == 1) {
                        text = text "\n"
                        for (item = 0; item < 5; item++) text = text "- " sentence() "\n"
                    }
                    else if (kind == 2) text = text "\n> " sentence() "\n> " sentence() "\n"
                    else if (kind == 3) text = text "\n```sh\nmake " word() " | tee " word() ".log\n```\n"
                    else text = text "\n" sentence() "\n" sentence() "\n" sentence() "\n"
                }
                printf "%s\n", text > path
                if (folder != "") close(path)
            }
        }'
}

story_folder() { mkdir -p "$1" && _stories "$1" "$2"; }
stories() { _stories "" "$1"; }

sized() {
    # `cat` ends by a closed pipe, which is no failure here.
    { while cat "$2"; do :; done 2>/dev/null || true; } | head -c "$1"
}

glossary_of() {
    LC_ALL=C awk -v terms="$1" -v name="$2" '
        # A word of its own for each number: a consonant and a vowel a digit.
        function invented(number,    text, i) {
            text = ""
            for (i = 0; i < 4; i++) {
                text = text substr("bdfgklmnprstvz", number % 14 + 1, 1) substr("aiou", int(number / 14) % 4 + 1, 1)
                number = int(number / 56)
            }
            return text "k"
        }
        BEGIN {
            printf "[glossary]\nname = \"%s\"\ntitle = \"Invented\"\nknown-to = [\"it\"]\n", name
            for (i = 0; i < terms; i++) {
                word = invented(i * 7919 % 9834496)
                printf "\n[[term]]\nterm = \"%s\"\n", word
                if (i % 2) printf "part-of-speech = \"verb\"\nplain = \"do\"\n"
                else printf "part-of-speech = \"noun\"\nplain = \"thing\"\naliases = [\"%sor list\", \"%sum\"]\n", word, word
            }
        }'
}

glossary_alike() {
    LC_ALL=C awk -v terms="$1" -v name="$2" 'BEGIN {
        printf "[glossary]\nname = \"%s\"\ntitle = \"Alike\"\nknown-to = [\"it\"]\n", name
        for (i = 0; i < terms; i++) {
            tail = ""
            for (n = i + terms; n > 0; n = int(n / 20)) tail = tail substr("bcdfghjklmnpqrtvwxyz", n % 20 + 1, 1) "a"
            printf "\n[[term]]\nterm = \"the %sk\"\npart-of-speech = \"noun\"\nplain = \"thing\"\n", tail
        }
    }'
}

# What is repeated, by name. `%` is the number of the repetition, `@` the same in letters.
declare -A _hard=(
    ["one word"]="a" ["["]="[" ["*"]="*" ["_"]="_" ["\`"]="\`" ["<"]="<" ["("]="(" ["!["]="![" ["|"]="|" ["a."]="a."
    ["a term repeated"]="API " ["a verb repeated"]="leveraged " ["one line"]="We met the river people and leveraged the roadmap. "
    ["nested quotes"]=">" ["*a **a "]="*a **a " ["[a]("]="[a](" ["river "]="river "
    ["terms before brackets"]="API (" ["headings"]=$'# API\n\n' ["list items"]=$'- API\n' ["table rows"]=$'|API|\n'
    ["separable verbs"]="loop us in and loop " ["terms and commas"]="API," ["terms and slashes"]="API/"
    ["unclosed quotes"]="“API " ["unclosed emphasis"]="*API **latency " ["unclosed code"]="\` API "
    ["unused directives"]=$'<!-- dejargon-ignore-next-line it/api -->\n\n' ["directives in a line"]="<!-- dejargon-ignore-next-line it/api -->"
    ["a subject in one sentence"]="the compiler and the debugger read firmware and the driver takes a branch, a node and a key "
    ["unknown rules"]=$'<!-- dejargon-disable it/apii% -->\n\n'
    ["deep lists"]="- " ["deep brackets"]="((( API " ["lines of a paragraph"]=$'API\n'
    ["linked headings"]=$'# API part %\n\n[see API](#api-part-%)\n\n' ["links"]="[API](https://example.org/%) "
    ["link definitions"]=$'[API][r%]\n\n[r%]: https://example.org/%\n\n' ["footnotes"]=$'API[^%] is.\n\n[^%]: note\n\n'
    ["abbreviations"]="@ is. " ["abbreviations in paragraphs"]=$'@ is here.\n\n' ["defined abbreviations"]=$'*[@]: long form\n'
)
hard_kinds() { printf '%s\n' "${!_hard[@]}" | LC_ALL=C sort; }
hard() {
    # Repetition by doubling, without a file, of what has no numbers.
    LC_ALL=C awk -v unit="${_hard[$1]}" -v bytes="$2" '
    function letters(number,    text) {
        do { text = sprintf("%c", 65 + number % 26) text; number = int(number / 26) } while (number > 0)
        return substr("QQQ", 1, 3 - length(text)) text
    }
    BEGIN {
        if (unit ~ /[%@]/) {
            for (size = number = 0; size < bytes; number++) {
                text = unit
                gsub(/%/, number, text)
                gsub(/@/, letters(number), text)
                printf "%s", text
                size += length(text)
            }
            exit
        }
        text = unit
        while (length(text) < bytes) text = text text
        printf "%s", substr(text, 1, bytes - 1)
        print ""
    }'
}
