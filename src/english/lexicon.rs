//! The closed word classes of English, and the few open ones whose company
//! tells a noun from a verb.
//!
//! Owns word lists only: which class a word may belong to, never which one it
//! has in a sentence; that is `role`'s question. A word may be in several
//! classes. Lists are not complete, and need not be: a word that is in none
//! counts as a possible noun, which is what nearly all others are.

use std::ops::{BitOr, BitOrAssign};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    /// Whether the word is in at least one of `classes`.
    pub(super) fn is(self, classes: Class) -> bool {
        self.0 & classes.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Class) {
        self.0 |= other.0;
    }
}

/// Names each class and lists its words.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: Class = Class(1 << $bit);)*
        const LISTS: &[(Class, &str)] = &[$(($name, $words)),*];
    };
}

classes! {
    /// Articles and possessives: a noun phrase begins here.
    ARTICLE = 0: "a an the my your our their its his her whose every no another";
    /// Determiners that also stand alone as pronouns.
    DEMONSTRATIVE = 1: "this that these those";
    /// Words for amounts, which stand before nouns and alone.
    QUANTIFIER = 2: "some any more most many few several such other much fewer less enough all
        both each either neither certain various multiple additional further numerous countless
        half little plenty";
    /// Numbers in words.
    NUMBER = 3: "one two three four five six seven eight nine ten eleven twelve twenty thirty forty
        fifty hundred hundreds thousand thousands million millions billion dozen dozens zero";
    /// Pronouns that are subjects only.
    SUBJECT = 4: "i we they he she who";
    /// Pronouns that are subjects or objects.
    EITHER_PRONOUN = 5: "it you";
    /// Pronouns that are objects only.
    OBJECT_PRONOUN = 6: "me us them him myself yourself itself themselves ourselves himself herself
        yourselves whom";
    /// Pronouns of no person.
    INDEFINITE = 7: "everyone everybody everything someone somebody something anyone anybody
        anything nobody nothing none others mine yours ours theirs hers";
    /// Verbs that a base form follows.
    MODAL = 8: "will would can could may might must shall should cannot won't wouldn't can't
        couldn't mightn't mustn't shan't shouldn't needn't gonna wanna gotta";
    BE = 9: "am is are was were be been being isn't aren't wasn't weren't ain't";
    HAVE = 10: "have has had having haven't hasn't hadn't";
    DO = 11: "do does did don't doesn't didn't";
    GET = 12: "get gets got getting gotten";
    PREPOSITION = 13: "of in on at by for with without from into onto about under over after before
        during between through via per against within beyond despite since until till upon as like
        than across among amongst toward towards around behind below beneath beside besides above
        along alongside amid throughout regarding concerning including excluding except unlike near
        inside outside off up down out past minus plus versus vs";
    /// Small words that make a verb of two words.
    PARTICLE = 14: "up down out off in on over away back through around along apart forward together
        into onto";
    /// Words that open a clause of their own.
    SUBORDINATOR = 15: "if when while because unless although though whether once until till since
        whenever wherever whereas lest so";
    COORDINATOR = 16: "and or but nor then plus";
    QUESTION = 17: "what which how why where when whatever whichever however";
    ADVERB = 18: "not never always often also already ever just still now then soon sometimes rarely
        seldom even again once twice only really very too quite almost nearly merely simply either
        thus therefore hence otherwise instead perhaps maybe today tomorrow yesterday here there
        later sooner currently recently quietly together rather well else yet usually first
        afterwards elsewhere altogether anyway somehow everywhere ago ahead abroad hereby thereby herein thereof overnight likewise
        meanwhile moreover furthermore nonetheless nevertheless indeed both all each better best
        worse further alone";
    ADJECTIVE = 19: "new old big small large huge high low great good bad major minor main key long
        short full whole real true false clear simple complex hard easy early late fast quick slow
        strong weak heavy light deep wide broad narrow public private internal external direct
        indirect local global common rare special specific general single double total final initial
        first second third fourth fifth next last previous recent current former future past present
        own same different similar important critical crucial vital essential basic available
        possible necessary potential likely unlikely daily weekly monthly yearly annual quarterly
        hourly free open closed empty safe secure ready hot cold warm cool dark bright young free
        extra only own negative positive active passive native manual automatic technical financial
        economic social political environmental legal medical human physical digital mobile remote
        virtual actual overall primary secondary central official personal professional commercial
        industrial national international regional federal typical usual normal regular standard
        custom popular successful useful helpful serious severe significant massive tremendous
        enormous considerable substantial poor rich cheap expensive costly friendly correct wrong
        right proper exact approximate rough smooth clean dirty ugly nice fine sharp flat steep
        immediate instant sudden gradual constant steady continuous continual frequent occasional
        prior subsequent latest newest oldest biggest largest smallest highest lowest best better
        worst worse greater larger smaller bigger higher lower newer older earlier later faster
        slower easier harder longer shorter unusual unique random nightly upcoming incoming outgoing
        ongoing existing missing pending related unrelated relevant dedicated detailed limited
        unlimited advanced improved increased reduced shared lasting live stable unstable beta urgent
        formal informal verbal oral written explicit implicit visual mental emotional read-only
        blue green red black white grey gray long-term short-term brief busy happy sad particular
        modern adequate inadequate entire diverse original nearest inbound outbound mergeable";
    /// Adjectives that may follow their noun, or that end a clause.
    POSTPOSITIVE = 20: "available possible necessary required free due open ready alone able unable
        sure aware worth such likely unlikely responsible capable present";
    /// Verbs with a person before a thing: `give you access`.
    GIVING = 21: "give gives gave given giving offer offers offered offering grant grants granted
        granting send sends sent sending show shows showed shown showing bring brings brought
        bringing provide provides provided providing cost costs save saves saved allow allows allowed
        allowing deny denies denied owe hand hands handed lend teach get gets got getting tell tells
        told win wins earn earns buy buys guarantee assign assigns pay pays";
    /// Verbs with a person and a base form: `help us align`.
    CAUSING = 22: "let lets letting make makes made making help helps helped helping have has had
        having see sees saw seen seeing watch watches watched watching hear heard bid lets";
    /// Verbs before a clause with `that`.
    SAYING = 23: "show shows ensure ensures ensuring mean means say says said suggest suggests
        indicate indicates require requires note notes state states know knows think thinks believe
        believes assume assumes check checks confirm confirms imply implies guarantee guarantees
        find found verify verifies see hope hopes feel feels claim claims argue argues recommend
        recommends decide decided agree agreed announce announced report reports reported remember
        understand expect expects explain explains demonstrate demonstrates reveal reveals warn
        warns learn learned realize realized notice noticed sure so such now given provided
        in except is was be suggesting showing assuming meaning saying knowing told tell tells
        denied hear heard certain aware clear true likely possible important ask asks asked";
    /// Words whose `to` is a preposition: `due to impact`.
    TO_NOUN = 24: "due according thanks prior owing contrary respect regard regards addition relation
        response responses similar subject relative opposed close closer next related compared
        comparable equal equivalent respond responds responded responding react reacts adapt adapts
        adapting adhere adheres adhering listen listens listening lead leads led leading refer refers
        referring referred contribute contributes contributed contributing conform conforms amount
        amounts resort resistance resistant resilient sensitive attention approach answer answers
        solution solutions exposure relevant limited vulnerable comparison correspond corresponds
        corresponding immune object objections addicted accustomed linked alternative alternatives
        pursuant akin attributed";
    /// Words whose `to` may be either.
    TO_EITHER = 25: "access changes change updates update key back committed dedicated switch
        switched switching go goes going went gone come comes drive drives drove walk walks ride travel move moved moving send sent sending add
        added adding attach attached assign assigned apply applies applied applying point points link
        links return returns returned connect connected connecting map mapped convert converted up
        down from turn turned opposition reply replies talk talks talking migrate migrating
        migration transition upgrade upgrading subscribe subscribed commit commits belong belongs
        look looking forward over native open opened";
    /// Verbs that take a bare noun as their object: `get support`.
    TAKING_NOUN = 26: "get gets got getting give gives gave given giving provide provides provided
        providing need needs needed require requires required requiring receive receives received
        gain gains gained grant grants offer offers offered deny lose lost lack lacks make makes made
        making include includes included including contain contains create creates created creating
        add adds added introduce introduces accept accepts accepting see seek avoid avoids improve
        improves reduce reduces increase increases minimize maximise maximize measure manage manages
        enable enables prevent prevents handle handles restrict restricts revoke obtain achieve
        perform performs drop drops dropped remove removes removed fix fixes fixed update updates
        updated implement implements implemented apply added changed handled bring brings brought cause causes caused review reviews enjoy want wants
        without submit submits submitted propose";
    /// Verbs before an -ing form that is one too: `keep debugging`.
    TAKING_GERUND = 27: "start starts started starting stop stops stopped stopping keep keeps kept
        keeping begin begins began continue continues continued try tries tried finish finished spend spends spent spending";
    /// Irregular pasts, which are no nouns behind a noun.
    IRREGULAR_PAST = 28: "went got came made took gave led ran broke became began found kept left
        lost said saw sent told felt brought built bought caught fell grew held knew meant met paid
        stood thought won wrote hit let rose spoke spent threw chose drove taught sold understood
        did had was were been done gone taken given written shown seen known spun";
    /// Verbs before an adjective that describes the subject.
    LINKING = 29: "become becomes became becoming seem seems seemed look looks looked feel feels felt
        remain remains remained stay stays stayed sound sounds appear appears get gets got getting
        prove proves proved go goes went keep keeps";
    /// Third persons that are hardly ever plural nouns.
    FINITE_S = 30: "provides allows requires contains gives lets makes takes goes comes sends gets
        accepts helps means becomes says includes exists depends enables ensures follows fails
        exposes appears seems knows does has is was needs wants uses tells keeps brings happens
        receives creates manages serves defines describes specifies consists belongs adds works
        applies prevents determines understands performs offers expects returns starts stops begins remains
        stays waits sits reads writes sees thinks tries finds looks feels listens speaks opens holds
        grows carries arrives leaves loses keeps turns";
    /// Nouns of time, which follow a verb without being its object.
    TIME = 31: "day days week weeks month months year years morning evening afternoon night hour
        hours minute minutes second seconds moment time times summer winter spring autumn fall
        quarter sprint weekend monday tuesday wednesday thursday friday saturday sunday";
    /// Words that keep their company's form a noun, though they look like prepositions' company.
    NAMING = 32: "term terms word words phrase acronym acronyms abbreviation abbreviations initialism
        expression buzzword buzzwords jargon";
    /// Plurals that stand before another noun.
    PLURAL_MODIFIER = 33: "sales systems operations settings news analytics sports goods customs
        communications contents needs savings graphics physics statistics metrics requirements
        permissions issues logs devops windows kubernetes aws ios series business process access
        progress status focus canvas bus class address success address loss stress press express
        basis analysis this is was us has as its less cross across less always perhaps various
        previous plus thus does";
    LETTERED = 34: "plan option vitamin step type grade class group section appendix part team level
        category variant point hepatitis exhibit schedule side version figure table item tier choice
        column row zone series size model phase case party answer question user";
    /// Lettered things before a small letter; the others are seen before the article too often.
    LETTERED_SMALL = 35: "option vitamin appendix hepatitis";
    NEGATION = 36: "not never don't doesn't didn't won't can't cannot";
    TITLE_ABBREVIATION = 37: "e.g eg i.e dr mr mrs ms prof st vs approx incl excl cf viz resp ca al
        messrs gen rev hon esp mt";
    NUMBER_ABBREVIATION = 38: "no nos fig figs sec secs p pp vol ch art eq ver para";
    OPEN_ABBREVIATION = 39: "inc ltd co corp jr sr u.s u.k u.s.a e.u u.n ph.d m.sc b.sc b.a m.a d.c
        a.m p.m bros dept est";
    /// Verbs so common before a participle that modifies their object.
    COMMON_VERB = 40: "remove removes use uses avoid avoids replace replaces delete deletes support
        supports find finds contain contains include includes ignore ignores keep keeps drop drops
        migrate list lists show shows mention need needs require requires provide provides add adds
        create creates offer offers see handle handles update updates test";
    PLEASE = 41: "please let's lets";
    /// Verbs before an -ing form that may still be a noun of its own: `enjoy fishing`.
    LIKING_GERUND = 44: "enjoy enjoys enjoyed avoid avoids avoided consider considers considered
        recommend recommends recommended suggest suggests involve involves involved require requires
        mean means practice practise mind love loves like likes prefer prefers hate worth go goes
        went going help imagine miss risk resist postpone delay justify discuss";
    /// Words that make an adverb with one beside them: `no longer`, `kind of`.
    HALF_ADVERB = 45: "no longer at least of course kind sort";
    TO = 42: "to";
    /// Verbs whose participle is the base form, so that `has` says nothing.
    UNCHANGING = 43: "set put cut run come become read let reset hit cost shut split spread sunset
        input offset beset rerun overrun upset quit bet cast broadcast";
}

/// No class at all.
pub(super) const NOTHING: Class = Class(0);

/// Verbs that help another verb.
pub(super) const AUXILIARY: Class = Class(BE.0 | HAVE.0 | DO.0 | MODAL.0);

/// Words that contract with `is` and `has`; a noun with `'s` is a possessive.
pub(super) const CONTRACTING: Class =
    Class(SUBJECT.0 | EITHER_PRONOUN.0 | DEMONSTRATIVE.0 | QUESTION.0 | ADVERB.0 | INDEFINITE.0);

/// Words that begin an object, or stand for one.
pub(super) const OPENS_OBJECT: Class = Class(
    ARTICLE.0
        | DEMONSTRATIVE.0
        | QUANTIFIER.0
        | EITHER_PRONOUN.0
        | OBJECT_PRONOUN.0
        | INDEFINITE.0
        | QUESTION.0
        | ADJECTIVE.0,
);

/// Classes whose words hold a sentence together and name nothing.
pub(super) const FUNCTION: Class = Class(
    ARTICLE.0
        | DEMONSTRATIVE.0
        | QUANTIFIER.0
        | SUBJECT.0
        | EITHER_PRONOUN.0
        | OBJECT_PRONOUN.0
        | INDEFINITE.0
        | AUXILIARY.0
        | PREPOSITION.0
        | SUBORDINATOR.0
        | COORDINATOR.0
        | QUESTION.0
        | ADVERB.0
        | PLEASE.0
        | TO.0,
);

/// Classes whose words are no nouns, verbs or participles.
pub(super) const CLOSED: Class = Class(FUNCTION.0 | NUMBER.0 | ADJECTIVE.0);

static LEXICON: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut lexicon: FxHashMap<&str, Class> = FxHashMap::default();
    for &(class, words) in LISTS {
        for word in words.split_ascii_whitespace() {
            *lexicon.entry(word).or_default() |= class;
        }
    }
    lexicon
});

/// Longer words are in no list.
const LONGEST: usize = 24;

/// All classes of `word`, in any capitals and with either apostrophe.
pub(super) fn class(word: &str) -> Class {
    let mut folded = [0; LONGEST];
    let mut length = 0;
    for c in word.chars() {
        let c = if c == '’' {
            '\''
        } else {
            c.to_ascii_lowercase()
        };
        if !c.is_ascii() || length == LONGEST {
            return Class::default();
        }
        folded[length] = c as u8;
        length += 1;
    }
    let folded = std::str::from_utf8(&folded[..length]).unwrap_or_default();
    let listed = LEXICON.get(folded).copied().unwrap_or_default();
    if is_manner_adverb(folded) {
        listed | ADVERB
    } else {
        listed
    }
}

/// Whether `word` is an adverb by its -ly.
fn is_manner_adverb(word: &str) -> bool {
    const OTHERS: &str =
        "only early friendly likely unlikely daily weekly monthly yearly hourly family
        reply supply apply assembly july italy anomaly rely ally multiply comply imply lonely ugly
        holy timely costly elderly orderly lively deadly quarterly nightly butterfly reassembly fly
        resupply bully belly jelly rally tally folly monopoly melancholy panoply";
    word.len() > 4
        && word.ends_with("ly")
        && !OTHERS.split_ascii_whitespace().any(|other| other == word)
}

/// Whether `word` is one of these lists for what it means, and not as an abbreviation.
pub(super) fn is_word(word: &str) -> bool {
    let abbreviations = TITLE_ABBREVIATION.0 | NUMBER_ABBREVIATION.0 | OPEN_ABBREVIATION.0;
    class(word).0 & !(abbreviations | PLURAL_MODIFIER.0) != 0
}

/// An abbreviation that goes before a name or an explanation: `e.g.`, `Dr.`
pub(super) fn is_title_abbreviation(word: &str) -> bool {
    class(word).is(TITLE_ABBREVIATION)
}

/// An abbreviation that goes before a number: `Fig. 3`.
pub(super) fn is_number_abbreviation(word: &str) -> bool {
    class(word).is(NUMBER_ABBREVIATION)
}

/// An abbreviation that may end a sentence too: `Inc.`, `p.m.`
pub(super) fn is_open_abbreviation(word: &str) -> bool {
    class(word).is(OPEN_ABBREVIATION)
}

/// Whether `word`, with a capital, is rather a sentence's first word than a name.
pub(super) fn opens_sentence(word: &str) -> bool {
    class(word).is(CLOSED) && !class(word).is(ADJECTIVE)
}
