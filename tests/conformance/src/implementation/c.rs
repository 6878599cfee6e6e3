//! The C ABI, as a C program has it: through the built library and by what the header declares.

use std::env;
use std::ffi::{CStr, CString};
use std::path::PathBuf;
use std::ptr;
use std::sync::OnceLock;

use header::{
    Functions, WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, WXSEAL_OK,
    wxseal_msg_crypt,
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

    /// `wxseal_status_http`
    #[must_use]
    pub fn status_http(&self, status: i32) -> i32 {
        // SAFETY: any number will do.
        unsafe { (self.functions.wxseal_status_http)(status) }
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
        let http_status = u16::try_from(self.status_http(status)).unwrap_or_default();
        let refusal = self.refusal(status)?;
        if refusal.status != http_status {
            return Err(of_the_test("the refusal has another HTTP status than its error"));
        }
        Err(Failure { name: self.status_name(status), code: self.status_code(status), http_status })
    }

    /// What a call writes to a buffer of that size.
    fn written(&self, size: usize, call: impl FnOnce(*mut u8, usize, *mut usize) -> i32) -> Result<Vec<u8>, Failure> {
        let mut out = vec![0; size];
        let mut length = 0;
        self.succeeded(call(out.as_mut_ptr(), out.len(), &raw mut length))?;
        out.truncate(length);
        Ok(out)
    }

    fn crypt(&self, settings: Settings<'_>) -> Result<Handle<'_>, Failure> {
        let (token, key) = (text(settings.token)?, text(settings.encoding_aes_key)?);
        let receive_id = text(settings.receive_id)?;
        let dialect = match settings.dialect {
            Dialect::Wechat => WXSEAL_DIALECT_WECHAT,
            Dialect::Wecom => WXSEAL_DIALECT_WECOM,
        };
        let mut handle = ptr::null_mut();
        // SAFETY: three NUL-terminated texts and a place for the handle.
        self.succeeded(unsafe {
            (self.functions.wxseal_msg_crypt_new_with)(
                token.as_ptr(),
                key.as_ptr(),
                receive_id.as_ptr(),
                dialect,
                0,
                &raw mut handle,
            )
        })?;
        Ok(Handle { c: self, handle })
    }
}

impl Implementation for C {
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure> {
        let (token, signature, timestamp, nonce) = (text(token)?, text(signature)?, text(timestamp)?, text(nonce)?);
        // SAFETY: four NUL-terminated texts that live during the call.
        self.succeeded(unsafe {
            (self.functions.wxseal_verify_signature)(
                token.as_ptr(),
                signature.as_ptr(),
                timestamp.as_ptr(),
                nonce.as_ptr(),
            )
        })
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
        let size = encrypted_data.len();
        let (session_key, encrypted_data) = (text(session_key)?, text(encrypted_data)?);
        let (iv, app_id) = (text(iv)?, text(app_id)?);
        // SAFETY: NUL-terminated texts, and an output of the size that is told.
        self.written(size, |out, size, length| unsafe {
            let (key, data, iv, app_id) = (session_key.as_ptr(), encrypted_data.as_ptr(), iv.as_ptr(), app_id.as_ptr());
            (self.functions.wxseal_decrypt_open_data)(key, data, iv, app_id, out, size, length)
        })
    }

    fn verify_raw_data(&self, session_key: &str, raw_data: &str, signature: &str) -> Result<(), Failure> {
        let (session_key, raw_data, signature) = (text(session_key)?, text(raw_data)?, text(signature)?);
        // SAFETY: three NUL-terminated texts that live during the call.
        self.succeeded(unsafe {
            (self.functions.wxseal_verify_raw_data)(session_key.as_ptr(), raw_data.as_ptr(), signature.as_ptr())
        })
    }
}

/// A `wxseal_msg_crypt *` and its owner.
struct Handle<'c> {
    c: &'c C,
    handle: *mut wxseal_msg_crypt,
}

impl MsgCrypt for Handle<'_> {
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure> {
        let (msg_signature, timestamp, nonce) = (text(msg_signature)?, text(timestamp)?, text(nonce)?);
        let size = echostr.len();
        let echostr = text(echostr)?;
        // SAFETY: a living handle, NUL-terminated texts, and an output of the size that is told.
        self.c.written(size, |out, size, length| unsafe {
            (self.c.functions.wxseal_msg_crypt_verify_url)(
                self.handle,
                msg_signature.as_ptr(),
                timestamp.as_ptr(),
                nonce.as_ptr(),
                echostr.as_ptr(),
                out,
                size,
                length,
            )
        })
    }

    fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Failure> {
        let (msg_signature, timestamp, nonce) = (text(msg_signature)?, text(timestamp)?, text(nonce)?);
        // SAFETY: a living handle, NUL-terminated texts, a body of the length and an output of the size that are told.
        self.c.written(body.len(), |out, size, length| unsafe {
            (self.c.functions.wxseal_msg_crypt_decrypt)(
                self.handle,
                msg_signature.as_ptr(),
                timestamp.as_ptr(),
                nonce.as_ptr(),
                body.as_ptr(),
                body.len(),
                out,
                size,
                length,
            )
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
        let (timestamp, nonce) = (timestamp.map(text).transpose()?, nonce.map(text).transpose()?);
        let or_null = |text: &Option<CString>| text.as_ref().map_or(ptr::null(), |text| text.as_ptr());
        let random = random.map_or(ptr::null(), |random| random.as_ptr());
        let format = match format {
            Format::Xml => WXSEAL_FORMAT_XML,
            Format::Json => WXSEAL_FORMAT_JSON,
        };
        // SAFETY: a living handle.
        let bound = unsafe { (self.c.functions.wxseal_msg_crypt_encrypt_bound)(self.handle, message.len(), format) };
        // SAFETY: a living handle, a message of the length, texts that are NULL or NUL-terminated, random bytes that are
        // NULL or 16, and an output of the size that are told.
        let reply = self.c.written(bound, |out, size, length| unsafe {
            (self.c.functions.wxseal_msg_crypt_encrypt)(
                self.handle,
                message.as_ptr(),
                message.len(),
                or_null(&timestamp),
                or_null(&nonce),
                random,
                format,
                out,
                size,
                length,
            )
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

fn text(text: &str) -> Result<CString, Failure> {
    CString::new(text).map_err(|_| of_the_test("C has no text with a NUL inside"))
}
