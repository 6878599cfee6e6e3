//! Rust's declarations of `include/wxseal.h`, so that no function can be called in another way than the header says.
//!
//! It reads what cbindgen writes, not C: comments, `#define`s of numbers, `typedef`s, and one declaration up to each `;`.

use std::fmt::Write;
use std::{env, fs};

const HEADER: &str = "../include/wxseal.h";

fn main() {
    println!("cargo::rerun-if-changed={HEADER}");
    let header = fs::read_to_string(HEADER).expect("no header");
    let declarations = declarations(&header).expect("a header of another form than cbindgen's");
    fs::write(format!("{}/wxseal.rs", env::var("OUT_DIR").unwrap()), declarations).expect("nowhere to write to");
}

fn declarations(header: &str) -> Option<String> {
    let (mut types, mut functions) = (String::new(), String::new());
    let macros = header.lines().filter_map(|line| line.strip_prefix("#define ")?.split_once(' '));
    for (name, number) in macros.filter(|(_, value)| value.parse::<i32>().is_ok()) {
        writeln!(types, "pub const {name}: i32 = {number};").ok()?;
    }
    let uncommented: String =
        header.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect();
    let code: Vec<&str> = uncommented.lines().filter(|line| !line.starts_with('#')).collect();
    let code = code.join(" ").replace("extern \"C\" {", "");

    // A structure with members is a declaration with `;` inside.
    let mut structures = code.split("typedef struct {");
    let mut others = structures.next()?.to_owned();
    for structure in structures {
        let (members, rest) = structure.split_once('}')?;
        let (name, rest) = rest.split_once(';')?;
        writeln!(types, "#[repr(C)]\npub struct {name} {{").ok()?;
        for member in members.split_terminator(';').filter(|member| !member.trim().is_empty()) {
            writeln!(types, "pub {}: {},", member.rsplit(['*', ' ']).next()?, type_of(member)?).ok()?;
        }
        types.push_str("}\n");
        others.push_str(rest);
    }

    for declaration in others.split_terminator(';').map(str::trim) {
        if let Some(handle) = declaration.strip_prefix("typedef struct ") {
            writeln!(types, "#[repr(C)]\npub struct {} {{ _own: [u8; 0] }}", handle.split_once(' ')?.0).ok()?;
        } else if let Some(number) = declaration.strip_prefix("typedef int32_t ") {
            writeln!(types, "pub type {number} = i32;").ok()?;
        } else if let Some((function, parameters)) = declaration.split_once('(') {
            let parameters = parameters.strip_suffix(')')?.split(',').filter(|parameter| *parameter != "void");
            let types =
                parameters.map(|parameter| Some(format!("_: {}", type_of(parameter)?))).collect::<Option<Vec<_>>>()?;
            let name = function.rsplit(['*', ' ']).next()?;
            writeln!(functions, "pub fn {name}({}) -> {};", types.join(", "), type_of(function)?).ok()?;
        }
    }
    Some(format!("{types}unsafe extern \"C\" {{\n{functions}}}\n"))
}

/// `*const c_char` of `const char *name`.
fn type_of(declaration: &str) -> Option<String> {
    let words: Vec<&str> = declaration.split([' ', '*']).filter(|word| !word.is_empty()).collect();
    let constants = words.iter().filter(|word| **word == "const").count();
    let pointee = match words.into_iter().find(|word| *word != "const")? {
        "void" => "()",
        "char" => "std::ffi::c_char",
        "uint8_t" => "u8",
        "int32_t" => "i32",
        "uint32_t" => "u32",
        "int64_t" => "i64",
        "uint64_t" => "u64",
        "size_t" => "usize",
        other => other,
    };
    // From the innermost star outwards; what is written to has a star more than it has a `const`.
    let pointer = |of: String, star| format!("*{} {of}", if star < constants { "const" } else { "mut" });
    Some((0..declaration.matches('*').count()).fold(pointee.to_owned(), pointer))
}
