//! The arguments' names, for the errors about them.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use wxseal_core::{Error, Setting};

/// The name of an argument as a type, since `from_py_with` takes a path, in which a type can stand and a value cannot.
pub(crate) trait Name {
    /// As Python's callers write it.
    const NAME: &'static str;

    /// Which setting it is: the one that is called as the argument is.
    fn setting() -> Setting {
        Setting::ALL.into_iter().find(|setting| setting.name() == Self::NAME).unwrap_or(Setting::Argument)
    }

    /// The error about a value that cannot be right.
    fn invalid() -> Error {
        Error::InvalidConfig { setting: Self::setting() }
    }
}

macro_rules! names {
    ($($name:ident)*) => {
        $(
            #[allow(non_camel_case_types)] // Spelled as the argument is.
            pub(crate) enum $name {}

            impl Name for $name {
                const NAME: &'static str = stringify!($name);
            }
        )*
    };
}

names! {
    access_token account also_accept app_id articles body card claim_for code content crypt data description dialect
    echostr encoding_aes_key encrypt encrypted_data err_code err_msg error event feedback_id finish force_refresh format hq_music_url
    id iv js_code keep_for key kf_account lang lifespan max_body max_bytes max_entries media_id media_type media_url message
    method miniprogram_state msg_item msg_signature music_url name nickname nonce now openid page pagepath parameters path
    pic_url query random raw_data receive_id response scene secret session_key signature stored template_id thumb_media_id
    thumb_url timestamp title to_user token tolerance url userids
}

/// The error about an argument of a wrong type. It has the type of the value, never the value, which may be a secret.
pub(crate) fn wrong(name: &str, wanted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let found =
        if value.is_none() { Ok("None".to_owned()) } else { value.get_type().name().map(|name| name.to_string()) };
    found.map_or_else(|failed| failed, |found| PyTypeError::new_err(format!("{name} must be {wanted}, not {found}")))
}
