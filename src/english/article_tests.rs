//! One word a place, grouped by the rule it stands for.

use super::{A, An, Article, ODD_WORDS, SAID_AS_WORDS, indefinite};

#[rustfmt::skip]
const BEFORE_AN: &[&str] = &[
    // Plain vowels.
    "error", "issue", "example", "index", "instance", "object", "item", "update", "upgrade", "app",
    "online form", "onion", "onerous task", "only child", "engineer", "iteration", "owner", "image",
    "upper bound", "ultimate goal", "umbrella", "urgent fix", "ugly hack", "usher", "utter mess",
    "uppercase letter", "upstream", "upload", "urban area", "ulterior motive", "Amazon bucket",
    // Silent h.
    "hour", "hourly rate", "honest answer", "honor", "honour", "honorarium", "honourable way",
    "heir", "heirloom", "heiress", "hourglass", "herb", "herbal tea", "hors d'oeuvre", "Honest",
    // "un" meaning not.
    "uninformed guess", "unimportant detail", "unintended effect", "unidentified host", "unused key",
    "uninterrupted run", "uninitialized value", "unarmed guard", "unavailable node", "undo",
    "unknown error", "uninstall", "unimaginable cost", "unissued token", "untagged image",
    // Foreign and proper names.
    "Uber driver", "Ubuntu host", "umami", "udon", "Euler angle", "yttrium rod", "Yves", "Xbox",
    // Initialisms said by letter.
    "MVP", "SQL", "FAQ", "FAQ page", "HTML page", "LLM", "RSS feed", "XML file", "ROI", "MBA", "NDA",
    "SLA", "SLO", "RFP", "RFC", "NPS", "OKR", "HR lead", "LP", "SME", "SDK", "SSD", "SSH key", "IT",
    "AI model", "API", "EU law", "HTTP server", "HTTPS endpoint", "HDMI cable", "NSFW post", "SMTP",
    "XSLT", "XHTML", "LDAP", "RBAC rule", "FTE", "FPGA", "HVAC", "MPEG", "NCAA", "NAACP", "LGBT",
    "RSVP", "SMS", "SEO", "LED", "SUV", "SAP", "MSSQL", "FDIC", "LTE", "RDBMS", "SSML", "XNOR", "OS",
    "APIs", "LLMs", "SDKs", "SLA's", "RFCs", "MVPs", "HTTP/2", "SMB share", "FBI agent", "MRI",
    // Acronyms said as a word that starts with a vowel.
    "ASCII table", "ACL", "ORM", "IDE", "OWASP list", "AWS account", "IKEA", "UPDATE", "UNTIL clause",
    // Letters, digits and mixtures.
    "S3 bucket", "X-ray", "M1", "F-16", "e-mail", "iPhone", "eBook", "x86 chip", "n-gram", "mTLS",
    "f-string", "npm package", "nth element", "html", "ssh", "sql", "xml", "http", "i18n", "mp3", "A",
    "md5", "H1", "L2 cache", "R package", "x", "M", "xUnit", "fMRI", "iOS app", "XPath", "HTMLElement",
    "MLOps team", "NVMe drive", "UPPER", "IPv6", "OAuth flow", "SQLite file", "IaaS", "RStudio",
    "A/B test", "N+1 query", "x-axis", "HBase table", "s", "L4", "EC2",
    // Numbers.
    "8", "11", "18", "80", "8,000", "11th", "18th", "800", "8-bit", "11,000", "18,500", "80%", "8.5",
    "11.4", "18-month", "8x", "80s", "11000", "1890 law", "8,000,000", "11,000,000", "18F", "88", "$80",
    // Marks before the word.
    "\"hour\"", "**API**", "(old)", "[issue](x.md)", "`error`", "“open”", "‘end’", "_index_", "@mention",
    "<em>hour</em>", "  item", "élan", "Ångström", "über", "öre",
];

#[rustfmt::skip]
const BEFORE_A: &[&str] = &[
    // Plain consonants.
    "bug", "table", "list", "node", "project", "file", "value", "pod", "house", "host", "helper", "job",
    "historic day", "history", "hotel", "hybrid", "humble start", "heroic act", "herd", "herbivore",
    "year", "yes", "yield", "yaml", "Yahoo", "world", "why", "xenon", "xylophone", "New York", "Hawaii",
    // "you".
    "university", "user", "unit", "unique key", "use", "usual", "utility", "utilization", "uniform",
    "union", "unionized shop", "united front", "Unix", "UNIX", "ubiquitous tool", "uranium", "euro",
    "European", "eulogy", "euphemism", "Euclidean", "ewe", "usable", "usurp", "ukulele", "unanimous",
    "unanimity", "unicorn", "unilateral", "unidirectional", "universal", "unison", "usage", "used", "UK",
    "unary", "Ukrainian", "Ugandan", "Utah", "utopia", "uvula", "usability", "uid", "uint", "uuid", "url",
    "UTF-8", "U-turn", "UUID", "URL", "UI", "USB", "US", "USA", "UN", "USDA", "UCLA", "UX", "UART", "u",
    "UIs", "URLs", "UDP", "UAT", "UNICEF", "UNESCO", "UIKit", "ux", "unified",
    // "won".
    "one", "one-off", "once", "oneself", "one-to-one", "ONE", "OneDrive", "Oaxaca", "ouija",
    // Acronyms said as a word.
    "NASA", "NATO", "LAN", "RAM", "SaaS", "ROM", "JSON", "REST", "WYSIWYG", "SIM", "PIN", "CAPTCHA",
    "GIF", "RAID", "LAMP", "NAS", "NAT", "SOAP", "SCRUM", "MOOC", "SWOT", "HIPAA", "MIDI", "YAML", "TOML",
    "CRUD", "DRY", "FIFO", "LIFO", "NIC", "SCSI", "SKU", "NoSQL", "LIDAR", "RADAR", "SOC", "SERP", "ROAS",
    "SMART", "MECE", "RACI", "RAG", "LoRA", "SAML", "SIEM", "SAN", "MAN", "WAN", "FOIA", "SIG", "SLSA",
    "SHA-256", "MAC", "FISMA", "NIST", "FEMA", "NOAA", "SELECT", "README", "NULL", "RESTful", "SCIM",
    "RISC", "STEM", "SONAR", "MIME", "LUN", "FAT", "SIGs", "SIMs", "NICs", "EULA", "ROMs", "LUKS", "FHIR",
    // Shouted words.
    "NEW", "MODEL", "BIG", "LOW", "TOP", "FEW", "HARD", "FREE", "REPORT", "LICENSE", "HIGH", "FULL",
    // Initialisms whose first letter starts with a consonant.
    "CPU", "PDF", "VM", "GPU", "TLS", "DNS", "KPI", "PR", "CI", "BA", "QA", "DM", "PoC", "TCP", "WIP",
    "gRPC", "vCPU", "jQuery", "pH", "k8s", "css", "pdf", "tcp", "T-shirt", "B2B", "P2P", "C", "G", "v2",
    // Numbers.
    "1", "10", "110", "1100", "100", "7", "12", "0", "9", "1,000", "1,800", "2018", "110,000", "08", "5",
    "180", "118", "1,100", "$100", "4.5", "24/7", "3-day", "90", "30", "1180000",
    // Marks before the word.
    "\"user\"", "**node**", ".NET", "(new)", "`pod`", "‘one’", "<b>unit</b>", "<name>", "\n bug", "ñandu",
    "Mr. Smith", "Ms. Jones", "λ", "çedilla",
];

#[test]
fn an_before_vowel_sounds() {
    check(BEFORE_AN, An);
}

#[test]
fn a_before_consonant_sounds() {
    check(BEFORE_A, A);
}

fn check(cases: &[&str], expected: Article) {
    let wrong: Vec<_> = cases
        .iter()
        .filter(|text| indefinite(text) != Some(expected))
        .collect();
    assert!(wrong.is_empty(), "not {expected:?}: {wrong:?}");
}

#[test]
fn enough_cases() {
    assert!(BEFORE_A.len() + BEFORE_AN.len() >= 250);
}

#[test]
fn no_answer_without_a_known_sound() {
    for text in ["", " ", "—", "**", "()", "中文", "Ж", "...", "<>"] {
        assert_eq!(indefinite(text), None, "{text:?}");
    }
}

#[test]
fn never_panics_on_odd_texts() {
    for text in [
        "naïve",
        "déploy",
        "İstanbul",
        "ABCİ",
        "AİB",
        "Üé",
        "1é",
        "é1",
        "<é>é",
        "8é,",
        "AÉ",
        "x中",
        "'",
        "a'",
        "Ⅷ",
        "٣",
        "aé",
        "X中",
        "U1",
        "HTMLé",
        "\u{301}a",
        "SSé",
    ] {
        let _ = indefinite(text);
    }
}

#[test]
fn tables_are_sorted_for_binary_search() {
    assert!(ODD_WORDS.is_sorted_by(|a, b| a.0 < b.0));
    assert!(SAID_AS_WORDS.is_sorted_by(|a, b| a < b));
}
