//! Reading a JSON envelope: one pass of `serde_json`, nothing kept but `Encrypt`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::is_encrypt;
use crate::Error;
use crate::document::MAX_DEPTH;
use crate::document::json::Text;

/// The string of the one `Encrypt` of the outermost object.
pub(super) fn encrypt(text: &[u8]) -> Result<Cow<'_, [u8]>, Error> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let encrypt = reader.deserialize_map(Root).map_err(|_| Error::MalformedEnvelope)?;
    reader.end().map_err(|_| Error::MalformedEnvelope)?;
    Ok(match encrypt {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    })
}

struct Root;

impl<'de> Visitor<'de> for Root {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with one Encrypt")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut encrypt = None;
        while let Some(name) = map.next_key_seed(Text)? {
            if !is_encrypt(&*name) {
                map.next_value_seed(Skip { depth: 1 })?;
            } else if encrypt.replace(map.next_value_seed(Text)?).is_some() {
                return Err(A::Error::custom("a second Encrypt"));
            }
        }
        encrypt.ok_or_else(|| A::Error::custom("no Encrypt"))
    }
}

/// A value that nobody signed: read for its syntax and depth, and dropped.
#[derive(Clone, Copy)]
struct Skip {
    depth: usize,
}

impl Skip {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH { Err(E::custom("too deep")) } else { Ok(Skip { depth: self.depth + 1 }) }
    }
}

impl<'de> DeserializeSeed<'de> for Skip {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skip {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let value = self.deeper()?;
        while let Some(name) = map.next_key_seed(Text)? {
            if is_encrypt(&*name) {
                return Err(A::Error::custom("an Encrypt below the top level"));
            }
            map.next_value_seed(value)?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let item = self.deeper()?;
        while seq.next_element_seed(item)?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
