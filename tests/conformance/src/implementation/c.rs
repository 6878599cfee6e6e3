//! The C ABI, as a C program has it: through the built library and by the header's numbers.

use std::env;
use std::ffi::{CStr, CString, c_char};
use std::path::PathBuf;
use std::ptr;
use std::sync::OnceLock;

use libloading::Library;
use wxseal_core::{Dialect, Format};

use super::{Endpoint, Implementation, MsgCrypt, Settings, of_the_test};
use crate::scenarios::Accepts;
use crate::{Failure, header, in_repository};

mod endpoint;

/// The functions of a loaded libwxseal.so.
///
/// Each type repeats the function's declaration in `include/wxseal.h`, with `*mut ()` for a handle.
pub struct C {
    /// Held, so that a search for leaks finds it.
    _library: &'static Library,
    verify_signature: unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, *const c_char) -> i32,
    new_with: unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, i32, usize, *mut *mut ()) -> i32,
    free: unsafe extern "C" fn(*mut ()),
    verify_url: VerifyUrl,
    decrypt: Decrypt,
    encrypt: Encrypt,
    encrypt_bound: unsafe extern "C" fn(*const (), usize, i32) -> usize,
    decrypt_open_data: DecryptOpenData,
    verify_raw_data: unsafe extern "C" fn(*const c_char, *const c_char, *const c_char) -> i32,
    endpoint: endpoint::Functions,
    status_code: unsafe extern "C" fn(i32) -> i32,
    status_http: unsafe extern "C" fn(i32) -> i32,
    status_name: unsafe extern "C" fn(i32) -> *const c_char,
    status_text: unsafe extern "C" fn(i32) -> *const c_char,
}

type VerifyUrl = unsafe extern "C" fn(
    *const (),
    *const c_char,
    *const c_char,
    *const c_char,
    *const c_char,
    *mut u8,
    usize,
    *mut usize,
) -> i32;

type Decrypt = unsafe extern "C" fn(
    *const (),
    *const c_char,
    *const c_char,
    *const c_char,
    *const u8,
    usize,
    *mut u8,
    usize,
    *mut usize,
) -> i32;

type Encrypt = unsafe extern "C" fn(
    *const (),
    *const u8,
    usize,
    *const c_char,
    *const c_char,
    *const u8,
    i32,
    *mut u8,
    usize,
    *mut usize,
) -> i32;

type DecryptOpenData =
    unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, *const c_char, *mut u8, usize, *mut usize) -> i32;

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
        // SAFETY: the fields have the types that the header declares, and a test of ffi-c holds the header to the code.
        unsafe {
            Ok(C {
                _library: library,
                verify_signature: function(library, "wxseal_verify_signature")?,
                new_with: function(library, "wxseal_msg_crypt_new_with")?,
                free: function(library, "wxseal_msg_crypt_free")?,
                verify_url: function(library, "wxseal_msg_crypt_verify_url")?,
                decrypt: function(library, "wxseal_msg_crypt_decrypt")?,
                encrypt: function(library, "wxseal_msg_crypt_encrypt")?,
                encrypt_bound: function(library, "wxseal_msg_crypt_encrypt_bound")?,
                decrypt_open_data: function(library, "wxseal_decrypt_open_data")?,
                verify_raw_data: function(library, "wxseal_verify_raw_data")?,
                endpoint: endpoint::Functions::load(library)?,
                status_code: function(library, "wxseal_status_code")?,
                status_http: function(library, "wxseal_status_http")?,
                status_name: function(library, "wxseal_status_name")?,
                status_text: function(library, "wxseal_status_text")?,
            })
        }
    }

    /// `wxseal_status_code`
    #[must_use]
    pub fn status_code(&self, status: i32) -> i32 {
        // SAFETY: any number will do.
        unsafe { (self.status_code)(status) }
    }

    /// `wxseal_status_http`
    #[must_use]
    pub fn status_http(&self, status: i32) -> i32 {
        // SAFETY: any number will do.
        unsafe { (self.status_http)(status) }
    }

    /// `wxseal_status_name`
    #[must_use]
    pub fn status_name(&self, status: i32) -> String {
        // SAFETY: any number will do, and the header promises a static string.
        unsafe { CStr::from_ptr((self.status_name)(status)) }.to_string_lossy().into_owned()
    }

    /// `wxseal_status_text`
    #[must_use]
    pub fn status_text(&self, status: i32) -> String {
        // SAFETY: any number will do, and the header promises a static string.
        unsafe { CStr::from_ptr((self.status_text)(status)) }.to_string_lossy().into_owned()
    }

    fn succeeded(&self, status: i32) -> Result<(), Failure> {
        if status == number("WXSEAL_", "OK")? {
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
            Dialect::Wechat => number("WXSEAL_DIALECT_", "WECHAT")?,
            Dialect::Wecom => number("WXSEAL_DIALECT_", "WECOM")?,
        };
        let mut handle = ptr::null_mut();
        // SAFETY: three NUL-terminated texts and a place for the handle.
        self.succeeded(unsafe {
            (self.new_with)(token.as_ptr(), key.as_ptr(), receive_id.as_ptr(), dialect, 0, &raw mut handle)
        })?;
        Ok(Handle { c: self, handle })
    }
}

/// # Safety
/// `F` is the type of the function of that name.
unsafe fn function<F: Copy>(library: &'static Library, name: &str) -> Result<F, String> {
    // SAFETY: the caller promises the type.
    unsafe { library.get::<F>(name) }.map(|symbol| *symbol).map_err(|error| format!("{name}: {error}"))
}

impl Implementation for C {
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure> {
        let (token, signature, timestamp, nonce) = (text(token)?, text(signature)?, text(timestamp)?, text(nonce)?);
        // SAFETY: four NUL-terminated texts that live during the call.
        self.succeeded(unsafe {
            (self.verify_signature)(token.as_ptr(), signature.as_ptr(), timestamp.as_ptr(), nonce.as_ptr())
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
            (self.decrypt_open_data)(key, data, iv, app_id, out, size, length)
        })
    }

    fn verify_raw_data(&self, session_key: &str, raw_data: &str, signature: &str) -> Result<(), Failure> {
        let (session_key, raw_data, signature) = (text(session_key)?, text(raw_data)?, text(signature)?);
        // SAFETY: three NUL-terminated texts that live during the call.
        self.succeeded(unsafe { (self.verify_raw_data)(session_key.as_ptr(), raw_data.as_ptr(), signature.as_ptr()) })
    }
}

/// A `wxseal_msg_crypt *` and its owner.
struct Handle<'c> {
    c: &'c C,
    handle: *mut (),
}

impl MsgCrypt for Handle<'_> {
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure> {
        let (msg_signature, timestamp, nonce) = (text(msg_signature)?, text(timestamp)?, text(nonce)?);
        let size = echostr.len();
        let echostr = text(echostr)?;
        // SAFETY: a living handle, NUL-terminated texts, and an output of the size that is told.
        self.c.written(size, |out, size, length| unsafe {
            (self.c.verify_url)(
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
            (self.c.decrypt)(
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
            Format::Xml => number("WXSEAL_FORMAT_", "XML")?,
            Format::Json => number("WXSEAL_FORMAT_", "JSON")?,
        };
        // SAFETY: a living handle.
        let bound = unsafe { (self.c.encrypt_bound)(self.handle, message.len(), format) };
        // SAFETY: a living handle, a message of the length, texts that are NULL or NUL-terminated, random bytes that are
        // NULL or 16, and an output of the size that are told.
        let reply = self.c.written(bound, |out, size, length| unsafe {
            (self.c.encrypt)(
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
        unsafe { (self.c.free)(self.handle) };
    }
}

fn text(text: &str) -> Result<CString, Failure> {
    CString::new(text).map_err(|_| of_the_test("C has no text with a NUL inside"))
}

fn number(beginning: &str, name: &str) -> Result<i32, Failure> {
    let found = header::numbers(beginning).get(name).copied();
    found.ok_or_else(|| of_the_test("the header lacks a number"))
}
