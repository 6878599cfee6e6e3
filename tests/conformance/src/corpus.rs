//! The vectors of `tests/vectors`, as its README describes them.
#![expect(clippy::indexing_slicing, reason = "a JSON value that is indexed with a name it lacks gives null")]

use std::error::Error;
use std::fs;

use serde_json::Value;

use crate::in_repository;

/// One call and its one right outcome.
#[derive(Clone, Debug)]
pub struct Vector {
    /// Which call it is.
    pub kind: String,
    vector: Value,
}

impl Vector {
    /// Unique over the whole corpus.
    #[must_use]
    pub fn id(&self) -> &str {
        self.vector["id"].as_str().unwrap_or("without_an_id")
    }

    /// `wechat` or `wecom`.
    ///
    /// # Errors
    /// It has none.
    pub fn dialect(&self) -> Result<&str, String> {
        text(&self.vector, "dialect")
    }

    /// An input that the kind always has.
    ///
    /// # Errors
    /// It is missing.
    pub fn input(&self, name: &str) -> Result<&str, String> {
        text(&self.vector["inputs"], name)
    }

    /// The inputs that are no text.
    #[must_use]
    pub fn inputs(&self) -> &Value {
        &self.vector["inputs"]
    }

    /// A text that must come back; `None` where the vector does not say, since the call must then only succeed.
    #[must_use]
    pub fn expected(&self, name: &str) -> Option<&str> {
        self.vector["expected"][name].as_str()
    }

    /// Name and number of the error that a negative vector must give.
    ///
    /// # Errors
    /// It is written down wrongly.
    pub fn error(&self) -> Result<Option<(String, i32)>, String> {
        self.vector.get("error").map(error).transpose()
    }
}

/// Name and number of an error that is expected.
///
/// # Errors
/// It is written down wrongly.
pub fn error(error: &Value) -> Result<(String, i32), String> {
    let code = error["code"].as_i64().and_then(|code| i32::try_from(code).ok()).ok_or("the error has no code")?;
    Ok((text(error, "name")?.to_owned(), code))
}

/// All vectors, in the order of the files' names.
///
/// # Errors
/// A file cannot be read, or holds no vectors.
pub fn vectors() -> Result<Vec<Vector>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(in_repository("tests/vectors"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") && !path.ends_with("schema.json") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let kind = text(&file, "kind")?;
        let vectors = file["vectors"].as_array().filter(|vectors| !vectors.is_empty());
        let vectors = vectors.ok_or_else(|| format!("{} holds no vectors", path.display()))?;
        all.extend(vectors.iter().map(|vector| Vector { kind: kind.to_owned(), vector: vector.clone() }));
    }
    if all.is_empty() { Err("tests/vectors is empty".into()) } else { Ok(all) }
}

/// A text of a JSON object.
///
/// # Errors
/// It is missing, or no text.
pub fn text<'v>(object: &'v Value, name: &str) -> Result<&'v str, String> {
    object[name].as_str().ok_or_else(|| format!("there is no text {name}"))
}
