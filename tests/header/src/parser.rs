//! Reads what cbindgen writes, not C: comments, `#define`s of numbers, `typedef`s, and one declaration up to each `;`. What the
//! header defines itself, as `static inline` functions, is not read.

use std::fmt::Write;

/// A header's types in Rust, its numbers as `numbers! { … }` and its functions as `functions! { … }`; `None` if it is none of
/// cbindgen's.
pub(crate) fn declarations(header: &str) -> Option<String> {
    let (mut numbers, mut types, mut functions) = (String::new(), String::new(), String::new());
    let header = header.replace("\\\n", "");
    let macros = header.lines().filter_map(|line| line.strip_prefix("#define ")?.split_once(' '));
    for (name, value) in macros.filter(|(_, value)| value.parse::<i32>().is_ok() || value.starts_with("WXSEAL_")) {
        writeln!(numbers, "{name} = {value};").ok()?;
    }

    let uncommented: String =
        header.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect();
    let mut inline = false;
    let declared = |line: &&str| {
        inline |= line.starts_with("static inline ");
        let declared = !inline && !line.starts_with('#');
        inline &= *line != "}";
        declared
    };
    let code: Vec<&str> = uncommented.lines().filter(declared).collect();
    let code = code.join(" ").replace("extern \"C\" {", "").replace("extern \"C\"", "");

    // The members of a structure are declarations within one.
    let mut depth = 0;
    let top = code.split(|character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        character == ';' && depth == 0
    });
    for declaration in top.map(str::trim) {
        if let Some(structure) = declaration.strip_prefix("typedef struct ") {
            match structure.split_once('{') {
                None => {
                    let handle = structure.split_once(' ')?.0;
                    writeln!(types, "#[repr(C)]\npub struct {handle} {{ _own: [u8; 0] }}").ok()?;
                }
                Some((_, structure)) => {
                    let (members, name) = structure.split_once('}')?;
                    writeln!(types, "#[repr(C)]\n#[derive(Clone, Copy)]\npub struct {} {{", name.trim()).ok()?;
                    for member in members.split_terminator(';').filter(|member| !member.trim().is_empty()) {
                        writeln!(types, "    pub {}: {},", name_of(member)?, type_of(member)?).ok()?;
                    }
                    types.push_str("}\n");
                }
            }
        } else if let Some(number) = declaration.strip_prefix("typedef int32_t ") {
            writeln!(types, "pub type {number} = i32;").ok()?;
        } else if let Some((function, parameters)) = declaration.split_once('(') {
            let parameters = parameters.strip_suffix(')')?.split(',').filter(|parameter| *parameter != "void");
            let parameters = parameters.map(type_of).collect::<Option<Vec<_>>>()?.join(", ");
            writeln!(functions, "fn {}({parameters}) -> {};", name_of(function)?, type_of(function)?).ok()?;
        }
    }
    Some(format!("{types}numbers! {{\n{numbers}}}\nfunctions! {{\n{functions}}}\n"))
}

/// `name` of `const char *name`.
fn name_of(declaration: &str) -> Option<&str> {
    declaration.trim().rsplit(['*', ' ']).next()
}

/// `*const c_char` of `const char *name`, and `*mut c_char` of `char name[SIZE]`, as which C passes an array.
fn type_of(declaration: &str) -> Option<String> {
    let words: Vec<&str> = declaration.split([' ', '*', '[']).filter(|word| !word.is_empty()).collect();
    let constants = words.iter().filter(|word| **word == "const").count();
    let base = match words.into_iter().find(|word| *word != "const")? {
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
    Some((0..declaration.matches(['*', '[']).count()).fold(base.to_owned(), pointer))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the header has, and what it may have: a structure that is passed and returned by value, with a tag or without.
    #[test]
    fn each_form_of_a_declaration_is_read() {
        let header = "\
/* A file; with a comment. */
#ifndef A_H
#define A_VERSION \"1.0\"
/** One; and two. */
#define A_ONE -1
#define WXSEAL_DEFAULT_ONE WXSEAL_ONE
#define A_STR(literal) \\
    ((a_str){(literal), sizeof(literal) - 1})
typedef struct a_handle a_handle;
typedef int32_t a_status;
typedef struct a_str {
  /** Bytes; not NUL-terminated. */
  const char *data;
  size_t length;
} a_str;
static inline a_str a_str_of(const char *text) {
    a_str str = {text, strlen(text)};
    return str;
}
typedef struct {
    a_str title;
    const char *const *names;
} a_article;
#ifdef __cplusplus
extern \"C\" {
#endif // __cplusplus
const char *a_version(void);
a_str a_name(a_str text,
             const a_article *articles,
             a_str *out);
a_status a_make(const uint8_t **bytes, a_handle **out);
a_status a_sign(a_str text, char out[A_SIZE]);
void a_free(a_handle *handle);
#ifdef __cplusplus
}  // extern \"C\"
#endif  // __cplusplus
";
        let expected = "\
#[repr(C)]
pub struct a_handle { _own: [u8; 0] }
pub type a_status = i32;
#[repr(C)]
#[derive(Clone, Copy)]
pub struct a_str {
    pub data: *const std::ffi::c_char,
    pub length: usize,
}
#[repr(C)]
#[derive(Clone, Copy)]
pub struct a_article {
    pub title: a_str,
    pub names: *const *const std::ffi::c_char,
}
numbers! {
A_ONE = -1;
WXSEAL_DEFAULT_ONE = WXSEAL_ONE;
}
functions! {
fn a_version() -> *const std::ffi::c_char;
fn a_name(a_str, *const a_article, *mut a_str) -> a_str;
fn a_make(*mut *const u8, *mut *mut a_handle) -> a_status;
fn a_sign(a_str, *mut std::ffi::c_char) -> a_status;
fn a_free(*mut a_handle) -> ();
}
";
        assert_eq!(declarations(header).as_deref(), Some(expected));
    }

    #[test]
    fn half_a_declaration_is_refused() {
        for header in ["void a_free(a_handle *handle;", "typedef struct a_handle;", "typedef struct { size_t a; a_str;"]
        {
            assert_eq!(declarations(header), None, "{header}");
        }
    }
}
