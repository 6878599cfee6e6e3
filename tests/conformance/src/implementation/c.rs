//! The C ABI, as a C program has it: through the built library and by what the header declares.

use std::env;
use std::ffi::CStr;
use std::path::PathBuf;
use std::ptr;
use std::sync::OnceLock;

use header::{
    Functions, WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, WXSEAL_OK,
    wxseal_msg_crypt, wxseal_str,
};
use libloading::Library;
use wxseal_core::{Dialect, Format};

use super::{Endpoint, Implementation, MsgCrypt, Settings, of_the_test};
use crate::scenarios::Accepts;
use crate::{Failure, in_repository};

mod endpoint;

/// A loaded libwxseal.so.
pub struct C {
    /// Held, so that a search for leaks finds it.
    _library: &'static Library,
    functions: Functions,
}

/// The C library: the file that `WXSEAL_LIBRARY` names, or else the release build.
///
/// # Errors
/// It is not there, or lacks a function.
pub fn load() -> Result<&'static C, String> {
    static LOADED: OnceLock<Result<C, String>> = OnceLock::new();
    LOADED.get_or_init(C::load).as_ref().map_err(Clone::clone)
}

impl C {
    fn load() -> Result<Self, String> {
        let path = match env::var_os("WXSEAL_LIBRARY") {
            Some(path) => PathBuf::from(path),
            None => in_repository("target/release/libwxseal.so"),
        };
        if !path.exists() {
            let path = path.display();
            return Err(format!("{path} is missing: build it with `cargo build --release -p wxseal-c`"));
        }
        // SAFETY: loading runs the initializers of the library, which is ours and has none but the standard library's.
        let library = unsafe { Library::new(&path) }.map_err(|error| format!("{}: {error}", path.display()))?;
        // Never unloaded, so that the functions live as long as whoever calls them.
        let library: &'static Library = Box::leak(Box::new(library));
        let address = |name: &str| {
            // SAFETY: any function has an address, and nothing is called here.
            let symbol = unsafe { library.get::<*const ()>(name) };
            symbol.map(|address| *address).map_err(|error| format!("{name}: {error}"))
        };
        // SAFETY: the library is never unloaded, and a test of ffi-c holds the header to the code.
        let functions = unsafe { Functions::load(address) }?;
        Ok(C { _library: library, functions })
    }

    /// `wxseal_status_code`
    #[must_use]
    pub fn status_code(&self, status: i32) -> i32 {
        // SAFETY: any number will do.
        unsafe { (self.functions.wxseal_status_code)(status) }
    }

    /// `wxseal_status_http_status`
    #[must_use]
    pub fn http_status(&self, status: i32) -> i32 {
        // SAFETY: any number will do.
        unsafe { (self.functions.wxseal_status_http_status)(status) }
    }

    /// `wxseal_status_name`
    #[must_use]
    pub fn status_name(&self, status: i32) -> String {
        // SAFETY: any number will do, and the header promises a static string.
        unsafe { CStr::from_ptr((self.functions.wxseal_status_name)(status)) }.to_string_lossy().into_owned()
    }

    /// `wxseal_status_text`
    #[must_use]
    pub fn status_text(&self, status: i32) -> String {
        // SAFETY: any number will do, and the header promises a static string.
        unsafe { CStr::from_ptr((self.functions.wxseal_status_text)(status)) }.to_string_lossy().into_owned()
    }

    fn succeeded(&self, status: i32) -> Result<(), Failure> {
        if status == WXSEAL_OK {
            return Ok(());
        }
        let http_status = u16::try_from(self.http_status(status)).unwrap_or_default();
        let refusal = self.refusal(status)?;
        if refusal.status != http_status {
            return Err(of_the_test("the refusal has another HTTP status than its error"));
        }
        Err(Failure { name: self.status_name(status), code: self.status_code(status), http_status })
    }

    /// What a call writes to a buffer of that size.
    fn written(&self, size: usize, call: impl FnOnce(*mut (), usize, *mut usize) -> i32) -> Result<Vec<u8>, Failure> {
        let mut out = vec![0; size];
        let mut length = 0;
        self.succeeded(call(out.as_mut_ptr().cast(), out.len(), &raw mut length))?;
        out.truncate(length);
        Ok(out)
    }

    fn crypt(&self, settings: Settings<'_>) -> Result<Handle<'_>, Failure> {
        let [token, key, receive_id] = [settings.token, settings.encoding_aes_key, settings.receive_id].map(text);
        let dialect = match settings.dialect {
            Dialect::Wechat => WXSEAL_DIALECT_WECHAT,
            Dialect::Wecom => WXSEAL_DIALECT_WECOM,
        };
        let mut handle = ptr::null_mut();
        // SAFETY: three texts that live during the call, and a place for the handle.
        self.succeeded(unsafe {
            (self.functions.wxseal_msg_crypt_new_with)(token, key, receive_id, dialect, 0, &raw mut handle)
        })?;
        Ok(Handle { c: self, handle })
    }
}

impl Implementation for C {
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure> {
        let [token, signature, timestamp, nonce] = [token, signature, timestamp, nonce].map(text);
        // SAFETY: four texts that live during the call.
        self.succeeded(unsafe { (self.functions.wxseal_verify_signature)(token, signature, timestamp, nonce) })
    }

    fn msg_crypt(&self, settings: Settings<'_>) -> Result<Box<dyn MsgCrypt + '_>, Failure> {
        Ok(Box::new(self.crypt(settings)?))
    }

    fn endpoint(&self, accepts: &Accepts) -> Result<Box<dyn Endpoint + '_>, Failure> {
        Ok(Box::new(endpoint::Made::new(self, accepts)?))
    }

    fn decrypt_open_data(
        &self,
        session_key: &str,
        encrypted_data: &str,
        iv: &str,
        app_id: &str,
    ) -> Result<Vec<u8>, Failure> {
        let [key, data, iv, app_id] = [session_key, encrypted_data, iv, app_id].map(text);
        // SAFETY: texts that live during the call, and an output of the size that is told.
        self.written(encrypted_data.len(), |out, size, length| unsafe {
            (self.functions.wxseal_decrypt_open_data)(key, data, iv, app_id, out, size, length)
        })
    }

    fn verify_raw_data(&self, session_key: &str, raw_data: &str, signature: &str) -> Result<(), Failure> {
        let [session_key, raw_data, signature] = [session_key, raw_data, signature].map(text);
        // SAFETY: three texts that live during the call.
        self.succeeded(unsafe { (self.functions.wxseal_verify_raw_data)(session_key, raw_data, signature) })
    }
}

/// A `wxseal_msg_crypt *` and its owner.
struct Handle<'c> {
    c: &'c C,
    handle: *mut wxseal_msg_crypt,
}

impl MsgCrypt for Handle<'_> {
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure> {
        let size = echostr.len();
        let [msg_signature, timestamp, nonce, echostr] = [msg_signature, timestamp, nonce, echostr].map(text);
        // SAFETY: a living handle, texts that live during the call, and an output of the size that is told.
        self.c.written(size, |out, size, length| unsafe {
            let verify_url = self.c.functions.wxseal_msg_crypt_verify_url;
            verify_url(self.handle, msg_signature, timestamp, nonce, echostr, out, size, length)
        })
    }

    fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Failure> {
        let [msg_signature, timestamp, nonce] = [msg_signature, timestamp, nonce].map(text);
        let (body, body_length) = (body.as_ptr().cast(), body.len());
        // SAFETY: a living handle, texts that live during the call, a body of the length and an output of the size that are
        // told.
        self.c.written(body_length, |out, size, length| unsafe {
            let decrypt = self.c.functions.wxseal_msg_crypt_decrypt;
            decrypt(self.handle, msg_signature, timestamp, nonce, body, body_length, out, size, length)
        })
    }

    fn encrypt(
        &self,
        message: &[u8],
        timestamp: Option<&str>,
        nonce: Option<&str>,
        random: Option<&[u8; 16]>,
        format: Format,
    ) -> Result<String, Failure> {
        let [timestamp, nonce] = [timestamp, nonce].map(optional);
        let (message, message_length) = (message.as_ptr().cast(), message.len());
        let random = random.map_or(ptr::null(), |random| random.as_ptr());
        let format = match format {
            Format::Xml => WXSEAL_FORMAT_XML,
            Format::Json => WXSEAL_FORMAT_JSON,
        };
        // SAFETY: a living handle.
        let bound = unsafe { (self.c.functions.wxseal_msg_crypt_encrypt_bound)(self.handle, message_length, format) };
        // SAFETY: a living handle, a message of the length, texts that live during the call, random bytes that are NULL or
        // 16, and an output of the size that are told.
        let reply = self.c.written(bound, |out, size, length| unsafe {
            let encrypt = self.c.functions.wxseal_msg_crypt_encrypt;
            encrypt(self.handle, message, message_length, timestamp, nonce, format, random, out, size, length)
        })?;
        String::from_utf8(reply).map_err(|_| of_the_test("the reply is not UTF-8"))
    }
}

impl Drop for Handle<'_> {
    fn drop(&mut self) {
        // SAFETY: it came from `wxseal_msg_crypt_new_with`, and nobody else frees it.
        unsafe { (self.c.functions.wxseal_msg_crypt_free)(self.handle) };
    }
}

/// A text for C, which must not outlive it.
fn text<T: AsRef<[u8]> + ?Sized>(text: &T) -> wxseal_str {
    let bytes = text.as_ref();
    wxseal_str { data: bytes.as_ptr().cast(), length: bytes.len() }
}

/// A text that may be left out.
fn optional(given: Option<&str>) -> wxseal_str {
    given.map_or(wxseal_str { data: ptr::null(), length: 0 }, text)
}
