//! The numbers that `include/wxseal.h` gives to C programs.

use std::collections::BTreeMap;

const HEADER: &str = include_str!("../../../include/wxseal.h");

/// The macros that stand for a number and whose names begin so, without that beginning.
#[must_use]
pub fn numbers(beginning: &str) -> BTreeMap<&'static str, i32> {
    let macros = HEADER.lines().filter_map(|line| line.strip_prefix("#define ")?.split_once(' '));
    macros.filter_map(|(name, value)| Some((name.strip_prefix(beginning)?, value.trim().parse().ok()?))).collect()
}

/// The macro of a name: `SIGNATURE_MISMATCH` of `SignatureMismatch`.
#[must_use]
pub fn macro_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_uppercase());
    }
    snake
}
