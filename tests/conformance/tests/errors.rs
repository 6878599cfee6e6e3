//! Core's table of errors against what C programs see of it: the header's macros, and the functions of the library.

use std::collections::{BTreeMap, BTreeSet};

use wxseal_core::Error;

/// The macros that stand for a number and whose names begin so, without that beginning.
fn numbers(beginning: &str) -> BTreeMap<&'static str, i32> {
    header::NUMBERS.iter().filter_map(|(name, number)| Some((name.strip_prefix(beginning)?, *number))).collect()
}

/// The macro of a name: `SIGNATURE_MISMATCH` of `SignatureMismatch`.
fn macro_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_uppercase());
    }
    snake
}

/// The name of the variant, which stands in the header. Of `UnknownMethod` alone it is not the error's own name.
fn variant(error: Error) -> String {
    format!("{error:?}").split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn two_errors_have_one_name() {
    let names: BTreeSet<_> = Error::ALL.map(Error::name).into();
    assert_eq!((Error::ALL.len(), names.len()), (13, 12));
    for error in Error::ALL {
        let own_name = error != Error::UnknownMethod;
        assert_eq!(variant(error) == error.name(), own_name, "{error:?}");
    }
    assert_eq!(numbers("WXSEAL_ERROR_").get("UNKNOWN_METHOD"), Some(&-40301));
}

#[test]
fn every_error_has_a_status() -> Result<(), String> {
    let c = conformance::c()?;
    let statuses = numbers("WXSEAL_ERROR_");
    for error in Error::ALL {
        let name = error.name();
        let macro_name = macro_case(&variant(error));
        let status = *statuses.get(&*macro_name).ok_or_else(|| format!("the header has no macro for {error:?}"))?;
        assert_eq!(c.status_name(status), name);
        assert_eq!(c.status_code(status), error.code(), "{name}");
        assert_eq!(c.http_status(status), i32::from(error.http_status()), "{name}");
        assert_eq!(c.status_text(status), error.text(), "{name}");
        let refusal = c.refusal(status).map_err(|failure| failure.to_string())?;
        assert_eq!(refusal, wxseal_core::Response::refusal(error).into(), "{name}");
    }
    Ok(())
}

#[test]
fn every_other_status_is_the_callers_fault() -> Result<(), String> {
    let c = conformance::c()?;
    let table = Error::ALL.map(|error| macro_case(&variant(error)));
    let others: Vec<_> =
        numbers("WXSEAL_ERROR_").into_iter().filter(|(name, _)| !table.iter().any(|known| known == name)).collect();
    assert!(!others.is_empty());
    for (name, status) in others {
        // A setting beside the Token has a status of its own, and the name and number that they share.
        if name.starts_with("INVALID_") && status < -40000 {
            assert_eq!((&*c.status_name(status), c.status_code(status)), ("InvalidConfig", -40004), "{name}");
            continue;
        }
        // Misuse, and the answers of the server API, which are no part of a push.
        assert!((-99..0).contains(&status) || name.starts_with("API_"), "{name} is not in core's table");
        assert_eq!(macro_case(&c.status_name(status)), name);
        assert_eq!(c.status_code(status), status, "{name}");
        assert_eq!(c.http_status(status), 500, "{name}");
    }
    Ok(())
}

#[test]
fn statuses_are_distinct_and_official_where_they_can_be() {
    let statuses = numbers("WXSEAL_ERROR_");
    let distinct: BTreeSet<_> = statuses.values().collect();
    assert_eq!(distinct.len(), statuses.len());
    // Of the errors that share a number, one has it as its status.
    for error in Error::ALL {
        assert!(distinct.contains(&error.code()), "no status is {}", error.code());
    }
}

#[test]
fn success_is_zero() -> Result<(), String> {
    let c = conformance::c()?;
    assert_eq!(numbers("WXSEAL_").get("OK"), Some(&0));
    assert_eq!((c.status_name(0), c.status_code(0), c.http_status(0)), ("Ok".to_owned(), 0, 200));
    Ok(())
}
