//! We leveraged it.
const MVP: &str = "// MVP";
