/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * wxseal for C++17: verify, decrypt and answer WeChat message pushes. A face over wxseal.h, without code of its own to
 * link: build with `pkg-config --cflags --libs wxseal`.
 */
#ifndef WXSEAL_HPP
#define WXSEAL_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wxseal.h"

/// Verify, decrypt and answer WeChat message pushes.
///
/// Strings are UTF-8 and bodies are bytes, in `std::string_view` on the way in and `std::string` on the way out. What a
/// peer or a setting gets wrong is a wxseal::Error; any function may also throw `std::bad_alloc`.
///
/// What a `std::string_view` on the way out points to belongs to the object that gave it, and lives as long.
///
/// A server's whole part in it, and the encrypted push of the official documentation:
/// @code
/// #include <iostream>
/// #include <wxseal.hpp>
///
/// wxseal::Response answer(const wxseal::Endpoint &endpoint, std::string_view method, std::string_view query,
///                         std::string_view body) {
///     try {
///         const wxseal::Incoming incoming = endpoint.receive(method, query, body);
///         if (incoming.kind() == wxseal::Kind::url_check) {
///             return incoming.response();
///         }
///         std::cout << incoming.message_json() << '\n';
///         if (incoming.event() == "debug_demo") {
///             return incoming.reply_raw(R"({"demo_resp":"good luck"})");
///         }
///         return incoming.success();
///     } catch (const wxseal::Error &error) {
///         std::cerr << error.what() << '\n'; // For the log: the peer does not learn why.
///         return error.response();
///     }
/// }
///
/// int main() {
///     // The settings of the console's message push page.
///     const wxseal::MsgCrypt crypt("AAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wxba5fad812f8e6fb9");
///     // Made once, shared by all threads. The documentation's push is years old.
///     wxseal::Endpoint endpoint(crypt);
///     endpoint.set_tolerance(std::nullopt);
///
///     const wxseal::Response response = answer(
///         endpoint, "POST", "timestamp=1714112445&nonce=415670741&msg_signature=046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
///         R"({"ToUserName":"gh_97417a04a28d","Encrypt":"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUO)"
///         R"(b05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l)"
///         R"(5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgR)"
///         R"(tWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="})");
///     std::cout << response.status() << ' ' << response.content_type() << '\n' << response.body() << '\n';
///     return response.status() != 200;
/// }
/// @endcode
namespace wxseal {

class Response;

/// A call that did not succeed. `what()` says what to look at and holds nothing secret: "text (-40001)".
class Error : public std::runtime_error {
public:
    explicit Error(wxseal_status status) : Error(status, std::string()) {}

    /// With the offset, in bytes from the start, of what is wrong with an EncodingAESKey.
    Error(wxseal_status status, std::size_t offset) : Error(status, "; look at offset " + std::to_string(offset)) {}

    /// One of `WXSEAL_ERROR_…`: a number for each kind of failure.
    wxseal_status status() const noexcept { return status_; }

    /// The official number, -40001 to -40011, which two kinds may share.
    std::int32_t code() const noexcept { return wxseal_status_code(status_); }

    /// The name, the same in every language: "SignatureMismatch", "MalformedQuery" …
    const char *name() const noexcept { return wxseal_status_name(status_); }

    /// Which setting an InvalidConfig is about: "token", "receive_id" …, "argument" for another argument of the server's
    /// own; empty for all other kinds.
    std::string_view setting() const noexcept {
        const char *name = wxseal_status_setting(status_);
        return name ? name : "";
    }

    /// The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is.
    int http_status() const noexcept { return static_cast<int>(wxseal_status_http(status_)); }

    /// What to answer to a request that failed so. Errors of one HTTP status have one answer, so that whoever sent a bad
    /// request does not learn why it is bad.
    Response response() const;

private:
    Error(wxseal_status status, const std::string &detail)
        : std::runtime_error(wxseal_status_text(status) + detail + " (" + std::to_string(wxseal_status_code(status)) +
                             ")"),
          status_(status) {}

    wxseal_status status_;
};

/// A data format: that of a push, in which its answer is written too.
enum class Format : wxseal_format {
    xml = WXSEAL_FORMAT_XML,
    json = WXSEAL_FORMAT_JSON,
};

/// Whose names a JSON reply has. Both are read, whatever the dialect.
enum class Dialect : wxseal_dialect {
    /// Mini Program, Official Account, open platform, store.
    wechat = WXSEAL_DIALECT_WECHAT,
    wecom = WXSEAL_DIALECT_WECOM,
};

/// 16 random bytes, fresh for every message; where there are none, the operating system's are taken.
using Random = std::array<std::uint8_t, WXSEAL_RANDOM_BYTES>;

/// Not part of the interface.
namespace detail {

inline void require(wxseal_status status) {
    if (status != WXSEAL_OK) {
        throw Error(status);
    }
}

/// A text that C sees the whole of. One with a NUL inside is refused, as `otherwise`, since C would see its head only.
inline std::string_view whole(std::string_view text, wxseal_status otherwise) {
    if (text.find('\0') != std::string_view::npos) {
        throw Error(otherwise);
    }
    return text;
}

/// A NUL-terminated copy for the time of a call. It is wiped, for some texts are secrets.
class Text {
public:
    explicit Text(std::string_view text) : copy_(text) {}
    Text(const Text &) = delete;
    Text &operator=(const Text &) = delete;
    ~Text() {
        // Through volatile, as no compiler may leave out what it writes there.
        volatile char *const bytes = copy_.data();
        for (std::size_t i = 0; i < copy_.size(); ++i) {
            bytes[i] = '\0';
        }
    }

    const char *c_str() const noexcept { return copy_.c_str(); }
    std::size_t size() const noexcept { return copy_.size(); }

private:
    std::string copy_;
};

/// A text that may be missing, as C takes it.
class OptionalText {
public:
    explicit OptionalText(const std::optional<std::string_view> &text)
        : copy_(whole(text.value_or(""), WXSEAL_ERROR_UNWRITABLE_REPLY)), given_(text.has_value()) {}

    const char *c_str() const noexcept { return given_ ? copy_.c_str() : nullptr; }

private:
    Text copy_;
    bool given_;
};

/// Owns a handle of C's.
template <typename T, void (*give_back)(T *)> class Handle {
public:
    Handle() = default;
    explicit Handle(T *handle) noexcept : handle_(handle) {}

    T *get() const noexcept { return handle_.get(); }

private:
    struct Free {
        void operator()(T *handle) const noexcept { give_back(handle); }
    };

    std::unique_ptr<T, Free> handle_;
};

/// Lets the classes of this header see each other's handles.
struct Access {
    template <typename T> static auto *handle(const T &owner) noexcept { return owner.handle_.get(); }
    template <typename T, typename H> static T own(H *handle) { return T(handle); }
};

/// Makes an object of the handle that a call gives: `make<T, H>([&](H **out) { return call(…, out); })`.
template <typename T, typename H, typename Call> T make(Call call) {
    H *handle = nullptr;
    require(call(&handle));
    return Access::own<T>(handle);
}

/// A text that a call lends with its length; nothing where it lends NULL.
template <typename Call> std::optional<std::string_view> lent(Call call) {
    const char *text = nullptr;
    std::size_t length = 0;
    require(call(&text, &length));
    return text == nullptr ? std::nullopt : std::optional<std::string_view>(std::string_view(text, length));
}

/// A text that a call lends with a NUL behind it.
template <typename Call> std::string_view lent_text(Call call) {
    const char *text = nullptr;
    require(call(&text));
    return text;
}

/// Bytes that a call lends.
template <typename Call> std::string_view lent_bytes(Call call) {
    const std::uint8_t *bytes = nullptr;
    std::size_t length = 0;
    require(call(&bytes, &length));
    return std::string_view(reinterpret_cast<const char *>(bytes), length);
}

inline const std::uint8_t *or_null(const std::optional<Random> &random) noexcept {
    return random ? random->data() : nullptr;
}

inline const std::uint8_t *bytes(std::string_view text) noexcept {
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

inline std::uint8_t *bytes(std::string &text) noexcept { return reinterpret_cast<std::uint8_t *>(text.data()); }

/// What a call writes to a buffer of that size, which is enough.
template <typename Call> std::string written(std::size_t size, Call call) {
    std::string out(size, '\0');
    std::size_t length = 0;
    require(call(bytes(out), out.size(), &length));
    out.resize(length);
    return out;
}

} // namespace detail

/// Checks the `signature` of a URL check or of a plain-mode push, and returns if it holds. On a URL check of WeChat,
/// answer with the echostr exactly as received.
///
/// The signature covers **no body**: for an encrypted message it proves nothing. Neither freshness nor replay is
/// checked.
///
/// @param token      the console's Token
/// @param signature  `signature` of the query, like the next two percent-decoded once
/// @param timestamp  `timestamp` of the query, as text
/// @param nonce      `nonce` of the query
/// @throws Error InvalidConfig: the Token is empty, or holds white space or a control character; MalformedQuery:
///         timestamp is not 1 to 13 digits or nonce not 1 to 63 of A-Z a-z 0-9 _ -; SignatureMismatch.
inline void verify_signature(std::string_view token, std::string_view signature, std::string_view timestamp,
                             std::string_view nonce) {
    const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
    const detail::Text signature_text(detail::whole(signature, WXSEAL_ERROR_SIGNATURE_MISMATCH));
    const detail::Text timestamp_text(detail::whole(timestamp, WXSEAL_ERROR_MALFORMED_QUERY));
    const detail::Text nonce_text(detail::whole(nonce, WXSEAL_ERROR_MALFORMED_QUERY));
    detail::require(wxseal_verify_signature(token_text.c_str(), signature_text.c_str(), timestamp_text.c_str(),
                                            nonce_text.c_str()));
}

/// One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied; one that was moved
/// from throws NullPointer whatever it is asked to do.
///
/// **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the key lives.
class MsgCrypt {
public:
    /// Takes the settings of the console's message push page.
    ///
    /// @param token             not empty, without white space
    /// @param encoding_aes_key  43 characters of base64
    /// @param receive_id        what messages are addressed to: the AppID of a Mini Program or Official Account, the
    ///                          component's AppID on the open platform, the corpid or suiteid on WeCom. "" means
    ///                          that it must be empty, not that it is not checked
    /// @param dialect           whose names a JSON reply has
    /// @param max_body          the largest body that is read, in bytes; 0 is WXSEAL_DEFAULT_MAX_BODY
    /// @throws Error InvalidConfig: the Token is empty, or Token or receive id hold white space or a control character; InvalidKey: the
    ///         EncodingAESKey is not 43 characters of base64, and `what()` has the offset of the first bad one.
    MsgCrypt(std::string_view token, std::string_view encoding_aes_key, std::string_view receive_id,
             Dialect dialect = static_cast<Dialect>(WXSEAL_DEFAULT_DIALECT), std::size_t max_body = 0) {
        const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
        // A NUL in the key is a bad character like any other, to be named by its offset.
        const detail::Text key_text(encoding_aes_key.substr(0, encoding_aes_key.find('\0')));
        const detail::Text receive_id_text(detail::whole(receive_id, WXSEAL_ERROR_INVALID_RECEIVE_ID));

        wxseal_msg_crypt *made = nullptr;
        wxseal_status status =
            wxseal_msg_crypt_new_with(token_text.c_str(), key_text.c_str(), receive_id_text.c_str(),
                                      static_cast<wxseal_dialect>(dialect), max_body, &made);
        handle_ = Owned(made);
        if (status == WXSEAL_OK && key_text.size() != encoding_aes_key.size()) {
            status = WXSEAL_ERROR_INVALID_KEY;
        }
        if (status == WXSEAL_ERROR_INVALID_KEY) {
            // Stays where the NUL is if all before it is a key.
            std::size_t offset = key_text.size();
            wxseal_check_encoding_aes_key(key_text.c_str(), &offset);
            throw Error(status, offset);
        }
        detail::require(status);
    }

    /// Answers WeCom's URL check: verifies and decrypts its echostr, and returns what to answer with.
    ///
    /// **On WeChat the echostr is not encrypted**: call verify_signature and answer with the echostr as received.
    ///
    /// @param msg_signature  `msg_signature` of the query, like the others percent-decoded once
    /// @throws Error as decrypt does.
    std::string verify_url(std::string_view msg_signature, std::string_view timestamp, std::string_view nonce,
                           std::string_view echostr) const {
        const detail::Text signature_text(detail::whole(msg_signature, WXSEAL_ERROR_SIGNATURE_MISMATCH));
        const detail::Text timestamp_text(detail::whole(timestamp, WXSEAL_ERROR_MALFORMED_QUERY));
        const detail::Text nonce_text(detail::whole(nonce, WXSEAL_ERROR_MALFORMED_QUERY));
        const detail::Text echostr_text(detail::whole(echostr, WXSEAL_ERROR_INVALID_BASE64));
        return detail::written(echostr.size(), [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
            return wxseal_msg_crypt_verify_url(handle_.get(), signature_text.c_str(), timestamp_text.c_str(),
                                               nonce_text.c_str(), echostr_text.c_str(), out, size, length);
        });
    }

    /// Verifies and decrypts the body of a push, XML or JSON, and returns the message as the platform wrote it.
    ///
    /// @param msg_signature  `msg_signature` of the query, not `signature`; like the next two percent-decoded once
    /// @param timestamp      `timestamp` of the query, as text
    /// @param nonce          `nonce` of the query
    /// @param body           the request's body, byte for byte
    /// @throws Error in the order of the checks: MalformedQuery, MalformedEnvelope, SignatureMismatch (nothing is
    ///         decrypted before this one held), InvalidBase64, DecryptFailed, MalformedFrame, ReceiveIdMismatch.
    std::string decrypt(std::string_view msg_signature, std::string_view timestamp, std::string_view nonce,
                        std::string_view body) const {
        const detail::Text signature_text(detail::whole(msg_signature, WXSEAL_ERROR_SIGNATURE_MISMATCH));
        const detail::Text timestamp_text(detail::whole(timestamp, WXSEAL_ERROR_MALFORMED_QUERY));
        const detail::Text nonce_text(detail::whole(nonce, WXSEAL_ERROR_MALFORMED_QUERY));
        return detail::written(body.size(), [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
            return wxseal_msg_crypt_decrypt(handle_.get(), signature_text.c_str(), timestamp_text.c_str(),
                                            nonce_text.c_str(), detail::bytes(body), body.size(), out, size, length);
        });
    }

    /// Encrypts and signs a reply, and returns the finished envelope: the body to answer with. The random bytes that
    /// every message needs are the operating system's.
    ///
    /// The bodies "success" and "" are never encrypted: answer with them as they are.
    ///
    /// @param message    the reply's XML or JSON
    /// @param timestamp  the current time in seconds, as text; by default the system's
    /// @param nonce      the push's; by default 16 fresh hexadecimal digits
    /// @param format     the format of the push
    /// @throws Error UnwritableReply: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63
    ///         of A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
    std::string encrypt(std::string_view message, std::optional<std::string_view> timestamp = std::nullopt,
                        std::optional<std::string_view> nonce = std::nullopt, Format format = Format::xml) const {
        return seal(message, timestamp, nonce, nullptr, format);
    }

    /// Encrypts and signs a reply with random bytes of the caller's, who uses them for no other message: used twice,
    /// they show that two messages begin alike.
    std::string encrypt(std::string_view message, std::optional<std::string_view> timestamp,
                        std::optional<std::string_view> nonce, const Random &random, Format format) const {
        return seal(message, timestamp, nonce, random.data(), format);
    }

private:
    std::string seal(std::string_view message, std::optional<std::string_view> timestamp,
                     std::optional<std::string_view> nonce, const std::uint8_t *random16, Format format) const {
        const detail::Text timestamp_text(detail::whole(timestamp.value_or(""), WXSEAL_ERROR_UNWRITABLE_REPLY));
        const detail::Text nonce_text(detail::whole(nonce.value_or(""), WXSEAL_ERROR_UNWRITABLE_REPLY));
        const auto c_format = static_cast<wxseal_format>(format);
        // 0 for what cannot be written; the call itself then says why.
        const std::size_t bound = wxseal_msg_crypt_encrypt_bound(handle_.get(), message.size(), c_format);
        return detail::written(bound, [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
            return wxseal_msg_crypt_encrypt(handle_.get(), detail::bytes(message), message.size(),
                                            timestamp ? timestamp_text.c_str() : nullptr,
                                            nonce ? nonce_text.c_str() : nullptr, random16, c_format, out, size, length);
        });
    }

    friend struct detail::Access;
    using Owned = detail::Handle<wxseal_msg_crypt, wxseal_msg_crypt_free>;

    Owned handle_;
};

/// What to answer over HTTP: status, headers and body, complete.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Response {
public:
    /// What to answer to a request that was refused with this status: see Error::response.
    static Response refusal(wxseal_status status) {
        return detail::make<Response, wxseal_response>(
            [&](wxseal_response **out) { return wxseal_response_refusal(status, out); });
    }

    /// The HTTP status: 200, or of a refusal 400, 403, 405 or 500; 0 of one that was moved from.
    int status() const noexcept { return static_cast<int>(wxseal_response_status(handle_.get())); }

    /// The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`.
    std::string_view content_type() const & {
        const char *const type = wxseal_response_content_type(handle_.get());
        detail::require(type == nullptr ? WXSEAL_ERROR_NULL_POINTER : WXSEAL_OK);
        return type;
    }
    std::string_view content_type() const && = delete;

    /// The headers to send, names and values: `Content-Type`; `X-Content-Type-Options: nosniff`, since an echostr is a
    /// stranger's text; and `Allow` with a 405.
    std::vector<std::pair<std::string_view, std::string_view>> headers() const & {
        std::vector<std::pair<std::string_view, std::string_view>> all;
        const char *name = nullptr, *value = nullptr;
        wxseal_status status;
        while ((status = wxseal_response_header(handle_.get(), all.size(), &name, &value)) == WXSEAL_OK) {
            all.emplace_back(name, value);
        }
        // There are no more.
        if (status != WXSEAL_ERROR_INVALID_ARGUMENT) {
            throw Error(status);
        }
        return all;
    }
    std::vector<std::pair<std::string_view, std::string_view>> headers() const && = delete;

    /// The body, byte for byte: nothing may be added to it.
    std::string_view body() const & {
        return detail::lent_bytes([&](const std::uint8_t **bytes, std::size_t *length) {
            return wxseal_response_body(handle_.get(), bytes, length);
        });
    }
    std::string_view body() const && = delete;

    /// The response as bytes, for a store that processes share: from_bytes() of every language reads them. Their format is
    /// that of wxseal_response_to_bytes.
    std::string to_bytes() const {
        constexpr std::size_t head = 16;
        return detail::written(body().size() + head, [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
            return wxseal_response_to_bytes(handle_.get(), out, size, length);
        });
    }

    /// Reads what to_bytes() has written, in any language and by any version of this library that is not newer.
    ///
    /// @throws Error UnwritableReply: the bytes are another's, cut short, too long, or of a later version.
    static Response from_bytes(std::string_view stored) {
        return detail::make<Response, wxseal_response>([&](wxseal_response **out) {
            return wxseal_response_from_bytes(detail::bytes(stored), stored.size(), out);
        });
    }

private:
    friend struct detail::Access;
    explicit Response(wxseal_response *handle) noexcept : handle_(handle) {}

    detail::Handle<wxseal_response, wxseal_response_free> handle_;
};

inline Response Error::response() const { return Response::refusal(status_); }

/// What a request was.
enum class Kind : wxseal_kind {
    /// The platform checks the URL: answer with Incoming::response.
    url_check = WXSEAL_KIND_URL_CHECK,
    /// A message or event: read it, and answer with one of Incoming's other methods.
    push = WXSEAL_KIND_PUSH,
};

/// What an answer takes from the system where it is not given: for tests.
struct Given {
    /// The server's time in seconds since 1970; 0 for the system's.
    std::uint64_t now = 0;
    /// 16 fresh random bytes; the operating system's where there are none.
    std::optional<Random> random = std::nullopt;
};

/// One article of Incoming::reply_news.
struct Article {
    /// The headline.
    std::string_view title;
    /// What stands below it.
    std::string_view description;
    /// The URL of a picture.
    std::string_view pic_url;
    /// Where it leads.
    std::string_view url;
};

/// The music of Incoming::reply_music. What is std::nullopt is left out.
struct Music {
    /// The picture: an image that was uploaded before.
    std::string_view thumb_media_id;
    /// The headline.
    std::optional<std::string_view> title = std::nullopt;
    /// What stands below it.
    std::optional<std::string_view> description = std::nullopt;
    /// The URL of the music.
    std::optional<std::string_view> music_url = std::nullopt;
    /// The same in higher quality, which is played over Wi-Fi.
    std::optional<std::string_view> hq_music_url = std::nullopt;
};

/// What a robot says, all of it or so far. Until `finish`, WeCom asks for more by messages whose msg_type() is `stream`, for
/// up to six minutes; each is answered with the whole text so far.
struct StreamAnswer {
    /// Which stream it is: at first a name of the server's own, then the `id` in the `stream` of the message.
    std::string_view id;
    /// The whole text so far, as Markdown; WeCom takes 20480 bytes.
    std::string_view content;
    /// Whether this is all of it.
    bool finish = false;
    /// Pictures, which WeCom takes when the stream finishes: the text of a JSON array.
    std::optional<std::string_view> msg_item = std::nullopt;
    /// How `feedback_event`s will name the answer; of the first answer alone.
    std::optional<std::string_view> feedback_id = std::nullopt;
};

/// What a Value is.
enum class Type : wxseal_type {
    /// It is not there.
    none = 0,
    /// JSON's null.
    null = WXSEAL_TYPE_NULL,
    /// JSON's true or false: Value::is_true.
    boolean = WXSEAL_TYPE_BOOL,
    /// A field that is an integer everywhere; other numbers are the text of their digits: Value::integer reads both.
    integer = WXSEAL_TYPE_INTEGER,
    /// A text: Value::text.
    text = WXSEAL_TYPE_TEXT,
    /// An array: Value::size, Value::item.
    array = WXSEAL_TYPE_ARRAY,
    /// An object: Value::get, or Value::size, Value::item and Value::name.
    object = WXSEAL_TYPE_OBJECT,
};

/// A value of a message, or none. It belongs to the Incoming or Message that gave it, and is valid as long as that; it can
/// be copied.
class Value {
public:
    /// Whether there is one.
    explicit operator bool() const noexcept { return value_ != nullptr; }

    /// What it is.
    Type type() const noexcept { return static_cast<Type>(wxseal_value_type(value_)); }

    /// The text; nothing where it is none.
    std::optional<std::string_view> text() const {
        return detail::lent(
            [&](const char **text, std::size_t *length) { return wxseal_value_text(value_, text, length); });
    }

    /// The whole number of 64 bits, also where its digits stand as text; `otherwise` where it is none.
    std::int64_t integer(std::int64_t otherwise = 0) const noexcept { return wxseal_value_integer(value_, otherwise); }

    /// Whether it is true.
    bool is_true() const noexcept { return wxseal_value_is_true(value_) != 0; }

    /// How many items an array or members an object has; of anything else 0.
    std::size_t size() const noexcept { return wxseal_value_length(value_); }

    /// An item of an array, or a member of an object in the order of the wire, counted from 0.
    Value item(std::size_t index) const noexcept { return Value(wxseal_value_item(value_, index)); }

    /// The name of an object's member, counted from 0.
    std::optional<std::string_view> name(std::size_t index) const {
        return detail::lent(
            [&](const char **name, std::size_t *length) { return wxseal_value_name(value_, index, name, length); });
    }

    /// A member of an object, by the wire's own name.
    Value get(std::string_view name) const {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        return Value(wxseal_value_get(value_, c_name.c_str()));
    }

private:
    friend class Incoming;
    friend class Message;
    explicit Value(const wxseal_value *value) noexcept : value_(value) {}

    const wxseal_value *value_;
};

/// A request that verified: a URL check, or a push with its message. Endpoint::receive makes it.
///
/// Every answer is complete: in the push's own format, From and To swapped, sealed by the settings that opened it and with
/// its nonce. Of a URL check there is only response(): all else throws an Error with the status
/// WXSEAL_ERROR_INVALID_ARGUMENT there, as response() does of a push.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Incoming {
public:
    /// Whether it is a URL check or a push.
    Kind kind() const {
        const wxseal_kind kind = wxseal_incoming_kind(handle_.get());
        detail::require(kind == 0 ? WXSEAL_ERROR_NULL_POINTER : WXSEAL_OK);
        return static_cast<Kind>(kind);
    }

    /// The answer to a URL check.
    Response response() const { return plainly(wxseal_incoming_response); }

    /// The format of the push's body, which the answer has too.
    Format format() const {
        const wxseal_format format = wxseal_incoming_format(handle_.get());
        detail::require(format == 0 ? missing() : WXSEAL_OK);
        return static_cast<Format>(format);
    }

    /// The message as the platform wrote it.
    std::string_view message_bytes() const & {
        return detail::lent_bytes([&](const std::uint8_t **bytes, std::size_t *length) {
            return wxseal_incoming_message_bytes(handle_.get(), bytes, length);
        });
    }
    std::string_view message_bytes() const && = delete;

    /// The message as compact JSON, for the JSON library of your choice: the same view of XML and JSON. Text, objects and
    /// arrays stand in the order of the wire; numbers only in the few fields that are integers everywhere; `MsgId` is
    /// always text, `List` and `detail` are always arrays. Parsed when this or an accessor is first called.
    ///
    /// @throws Error MalformedMessage, as all accessors below: it is not one XML document or JSON object, or nested deeper
    ///         than 32.
    std::string_view message_json() const & {
        return detail::lent([&](const char **json, std::size_t *length) {
                   return wxseal_incoming_message_json(handle_.get(), json, length);
               })
            .value_or("");
    }
    std::string_view message_json() const && = delete;

    /// A field that is text, by the wire's own name; the first of a repeated name.
    std::optional<std::string_view> text(std::string_view name) const & {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        return detail::lent([&](const char **text, std::size_t *length) {
            return wxseal_incoming_text(handle_.get(), c_name.c_str(), text, length);
        });
    }
    std::optional<std::string_view> text(std::string_view name) const && = delete;

    /// A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the
    /// first of a repeated name. `otherwise` where there is none, or the message cannot be read.
    std::int64_t integer(std::string_view name, std::int64_t otherwise = 0) const {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        return wxseal_incoming_integer(handle_.get(), c_name.c_str(), otherwise);
    }

    /// A field of any kind, by the wire's own name: `List`, `detail`, a robot's `from` …
    Value get(std::string_view name) const & {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        const wxseal_value *value = nullptr;
        detail::require(wxseal_incoming_get(handle_.get(), c_name.c_str(), &value));
        return Value(value);
    }
    Value get(std::string_view name) const && = delete;

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the receive id.
    std::optional<std::string_view> to_user_name() const & { return says(wxseal_incoming_to_user_name); }
    std::optional<std::string_view> to_user_name() const && = delete;

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    std::optional<std::string_view> from_user_name() const & { return says(wxseal_incoming_from_user_name); }
    std::optional<std::string_view> from_user_name() const && = delete;

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    std::optional<std::string_view> msg_type() const & { return says(wxseal_incoming_msg_type); }
    std::optional<std::string_view> msg_type() const && = delete;

    /// Which event it is, where msg_type() is `event`: `Event`, or the `eventtype` in a robot's `event`. A name can hold a
    /// space.
    std::optional<std::string_view> event() const & { return says(wxseal_incoming_event); }
    std::optional<std::string_view> event() const && = delete;

    /// What the open platform tells a third party, `component_verify_ticket` …; such messages have no To and From.
    std::optional<std::string_view> info_type() const & { return text("InfoType"); }
    std::optional<std::string_view> info_type() const && = delete;

    /// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Events have none, but for a robot's.
    std::optional<std::string_view> msg_id() const & { return says(wxseal_incoming_msg_id); }
    std::optional<std::string_view> msg_id() const && = delete;

    /// When the platform made the message, in seconds since 1970: `CreateTime`, a suite's `TimeStamp` or a robot's
    /// `create_time`; nothing where it does not say, or cannot be read.
    std::optional<std::int64_t> create_time() const noexcept {
        const std::int64_t seconds = wxseal_incoming_create_time(handle_.get());
        return seconds == 0 ? std::nullopt : std::optional<std::int64_t>(seconds);
    }

    /// What the message is known by when it is delivered again, for RecentKeys or a store: a hash, which holds no openid.
    std::string_view dedup_key() const & {
        return detail::lent_text([&](const char **key) { return wxseal_incoming_dedup_key(handle_.get(), key); });
    }
    std::string_view dedup_key() const && = delete;

    /// What this very request is known by, its signature: a replay has the same, the platform's own retry another.
    std::string_view replay_key() const & {
        return detail::lent_text([&](const char **key) { return wxseal_incoming_replay_key(handle_.get(), key); });
    }
    std::string_view replay_key() const && = delete;

    /// What a user searched for, of a `wxa_widget_data` event, as JSON: an object with `type` (a number or null), `slots`
    /// (an object), `longitude`, `latitude` (numbers or null) and `raw`, the text of the query as it came.
    ///
    /// @throws Error MalformedMessage: there is no Query, or it is not a JSON object. Answer with err_code -2 then.
    std::string_view widget_query_json() const & {
        return detail::lent([&](const char **json, std::size_t *length) {
                   return wxseal_incoming_widget_query_json(handle_.get(), json, length);
               })
            .value_or("");
    }
    std::string_view widget_query_json() const && = delete;

    /// The value of one slot of the widget's query.
    std::optional<std::string_view> widget_slot(std::string_view key) const & {
        const detail::Text c_key(detail::whole(key, WXSEAL_ERROR_INVALID_TEXT));
        return detail::lent([&](const char **value, std::size_t *length) {
            return wxseal_incoming_widget_slot(handle_.get(), c_key.c_str(), value, length);
        });
    }
    std::optional<std::string_view> widget_slot(std::string_view key) const && = delete;

    /// `success`: received, and nothing to say. Never sealed.
    Response success() const { return plainly(wxseal_incoming_success); }

    /// The empty body: received, and nothing to say. Never sealed.
    Response empty() const { return plainly(wxseal_incoming_empty); }

    /// Answers with a text; of an Official Account.
    ///
    /// @throws Error UnwritableReply, as all answers: the message has no From and To, or is a robot's, which takes others
    ///         (reply_stream() …), or a text has a character that XML lacks. A NUL is refused in JSON too.
    Response reply_text(std::string_view content, const Given &given = {}) const {
        return reply_one(wxseal_incoming_reply_text, content, given);
    }

    /// Answers with an image that was uploaded before; of an Official Account.
    Response reply_image(std::string_view media_id, const Given &given = {}) const {
        return reply_one(wxseal_incoming_reply_image, media_id, given);
    }

    /// Answers with a voice message that was uploaded before; of an Official Account.
    Response reply_voice(std::string_view media_id, const Given &given = {}) const {
        return reply_one(wxseal_incoming_reply_voice, media_id, given);
    }

    /// Answers with a video that was uploaded before; of an Official Account.
    Response reply_video(std::string_view media_id, std::string_view title, std::string_view description,
                         const Given &given = {}) const {
        const detail::Text c_media_id(reply(media_id)), c_title(reply(title)), c_description(reply(description));
        return made([&](wxseal_response **out) {
            return wxseal_incoming_reply_video(handle_.get(), c_media_id.c_str(), c_title.c_str(), c_description.c_str(),
                                               given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers with music; of an Official Account.
    Response reply_music(const Music &music, const Given &given = {}) const {
        const detail::Text thumb_media_id(reply(music.thumb_media_id));
        const detail::OptionalText title(music.title), description(music.description),
            music_url(music.music_url), hq_music_url(music.hq_music_url);
        const wxseal_music c_music{thumb_media_id.c_str(), title.c_str(), description.c_str(), music_url.c_str(),
                                   hq_music_url.c_str()};
        return made([&](wxseal_response **out) {
            return wxseal_incoming_reply_music(handle_.get(), &c_music, given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers with articles, at least one; of an Official Account.
    Response reply_news(const std::vector<Article> &articles, const Given &given = {}) const {
        std::vector<std::string> texts;
        texts.reserve(4 * articles.size());
        for (const Article &article : articles) {
            for (const std::string_view text : {article.title, article.description, article.pic_url, article.url}) {
                texts.emplace_back(reply(text));
            }
        }
        std::vector<wxseal_article> c_articles;
        for (std::size_t i = 0; i < texts.size(); i += 4) {
            c_articles.push_back(
                {texts[i].c_str(), texts[i + 1].c_str(), texts[i + 2].c_str(), texts[i + 3].c_str()});
        }
        return made([&](wxseal_response **out) {
            return wxseal_incoming_reply_news(handle_.get(), c_articles.data(), c_articles.size(), given.now,
                                              detail::or_null(given.random), out);
        });
    }

    /// Hands the user over to the customer-service console, to an account of it or to any.
    ///
    /// @throws Error UnwritableReply: also for an event, since only what a user sent can be handed over.
    Response transfer_customer_service(std::optional<std::string_view> kf_account = std::nullopt,
                                       const Given &given = {}) const {
        const detail::Text c_account(reply(kf_account.value_or("")));
        return made([&](wxseal_response **out) {
            return wxseal_incoming_transfer_customer_service(handle_.get(), kf_account ? c_account.c_str() : nullptr,
                                                             given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
    ///
    /// @param lifespan  for how many seconds the platform shows the answer before it asks again
    /// @param data      the template's own data: the text of a JSON object
    /// @param err_code  0 right, -1 no result, -2 bad parameters, -3 system error
    /// @param err_msg   what went wrong, in words
    /// @throws Error UnwritableReply: also for a message without a Query, another `err_code`, and other data.
    Response reply_widget(std::uint32_t lifespan, std::string_view data, std::int32_t err_code = 0,
                          std::string_view err_msg = "", const Given &given = {}) const {
        const detail::Text c_data(reply(data)), c_err_msg(reply(err_msg));
        return made([&](wxseal_response **out) {
            return wxseal_incoming_reply_widget(handle_.get(), lifespan, c_data.c_str(), err_code, c_err_msg.c_str(),
                                                given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers a smart robot's `enter_chat` event with a text, which a robot takes nowhere else.
    ///
    /// This and all other answers to a robot are JSON without From and To, sealed as the push was. A card is the text of a
    /// JSON object, which is sent as it is given.
    ///
    /// @throws Error UnwritableReply, as all answers to a robot: the push is not a robot's, or a card is not a JSON object.
    Response reply_welcome(std::string_view content, const Given &given = {}) const {
        return reply_one(wxseal_incoming_reply_welcome, content, given);
    }

    /// Answers a robot's message with a text, all of it or so far.
    ///
    /// @throws Error UnwritableReply: also for a `msg_item` that is not a JSON array.
    Response reply_stream(const StreamAnswer &stream, const Given &given = {}) const {
        return streamed(stream, [&](const wxseal_stream_answer &c_stream, wxseal_response **out) {
            return wxseal_incoming_reply_stream(handle_.get(), &c_stream, given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers a robot's message or `enter_chat` event with a card.
    Response reply_template_card(std::string_view card, const Given &given = {}) const {
        return reply_one(wxseal_incoming_reply_template_card, card, given);
    }

    /// Answers a robot's message with a text and, once in its stream, a card.
    ///
    /// @throws Error UnwritableReply: also for a `msg_item` that is not a JSON array.
    Response reply_stream_with_template_card(const StreamAnswer &stream,
                                             std::optional<std::string_view> card = std::nullopt,
                                             const Given &given = {}) const {
        const detail::OptionalText c_card(card);
        return streamed(stream, [&](const wxseal_stream_answer &c_stream, wxseal_response **out) {
            return wxseal_incoming_reply_stream_with_template_card(handle_.get(), &c_stream, c_card.c_str(), given.now,
                                                                   detail::or_null(given.random), out);
        });
    }

    /// Answers a robot's `template_card_event` with what the card is to be from now on; its `task_id` must be the event's.
    ///
    /// @param userids  in a group, for whom, at least one; std::nullopt for everybody
    /// @throws Error UnwritableReply: also for `userids` that name nobody.
    Response update_template_card(std::string_view card,
                                  const std::optional<std::vector<std::string_view>> &userids = std::nullopt,
                                  const Given &given = {}) const {
        const detail::Text c_card(reply(card));
        std::vector<std::string> texts;
        for (const std::string_view userid : userids.value_or(std::vector<std::string_view>{})) {
            texts.emplace_back(reply(userid));
        }
        // One more than there are, so that a list of nobody has an address.
        std::vector<const char *> pointers;
        for (const std::string &text : texts) {
            pointers.push_back(text.c_str());
        }
        pointers.push_back(nullptr);
        return made([&](wxseal_response **out) {
            return wxseal_incoming_update_template_card(handle_.get(), c_card.c_str(), userids ? pointers.data() : nullptr,
                                                        texts.size(), given.now, detail::or_null(given.random), out);
        });
    }

    /// Answers with a document of the caller's own, any bytes, sealed but otherwise as it is given.
    Response reply_raw(std::string_view message, const Given &given = {}) const {
        return made([&](wxseal_response **out) {
            return wxseal_incoming_reply_raw(handle_.get(), detail::bytes(message), message.size(), given.now,
                                             detail::or_null(given.random), out);
        });
    }

private:
    friend struct detail::Access;
    explicit Incoming(wxseal_incoming *handle) noexcept : handle_(handle) {}

    /// A text that one of C's accessors lends.
    template <typename Function> std::optional<std::string_view> says(Function function) const {
        return detail::lent(
            [&](const char **text, std::size_t *length) { return function(handle_.get(), text, length); });
    }

    template <typename Call> static Response made(Call call) { return detail::make<Response, wxseal_response>(call); }

    static std::string_view reply(std::string_view text) { return detail::whole(text, WXSEAL_ERROR_UNWRITABLE_REPLY); }

    template <typename Call> static Response streamed(const StreamAnswer &stream, Call call) {
        const detail::Text id(reply(stream.id)), content(reply(stream.content));
        const detail::OptionalText msg_item(stream.msg_item), feedback_id(stream.feedback_id);
        const wxseal_stream_answer c_stream{id.c_str(), content.c_str(), stream.finish ? 1 : 0, msg_item.c_str(),
                                            feedback_id.c_str()};
        return made([&](wxseal_response **out) { return call(c_stream, out); });
    }

    wxseal_status missing() const noexcept {
        return handle_.get() == nullptr ? WXSEAL_ERROR_NULL_POINTER : WXSEAL_ERROR_INVALID_ARGUMENT;
    }

    template <typename Function> Response plainly(Function function) const {
        return made([&](wxseal_response **out) { return function(handle_.get(), out); });
    }

    template <typename Function>
    Response reply_one(Function function, std::string_view text, const Given &given) const {
        const detail::Text c_text(reply(text));
        return made([&](wxseal_response **out) {
            return function(handle_.get(), c_text.c_str(), given.now, detail::or_null(given.random), out);
        });
    }

    detail::Handle<wxseal_incoming, wxseal_incoming_free> handle_;
};

/// One call for a whole request: verifies it and, made from a MsgCrypt, decrypts it.
///
/// While it is set up, one thread uses it; after that any number may. It can be moved but not copied.
class Endpoint {
public:
    /// An encrypted endpoint: it wants a cipher text and a `msg_signature` that holds, in the console's safe and compatible
    /// mode alike, and drops the plaintext fields of the latter. It keeps what it needs of the MsgCrypt.
    explicit Endpoint(const MsgCrypt &crypt) {
        wxseal_endpoint *made = nullptr;
        detail::require(wxseal_endpoint_new(detail::Access::handle(crypt), &made));
        handle_ = Owned(made);
    }

    /// A plain endpoint, for the console's plain mode. **Nothing signs a plaintext body**: whoever has seen one URL can
    /// forge messages until its timestamp is stale.
    ///
    /// @throws Error InvalidConfig: the Token is empty, or holds white space or a control character.
    static Endpoint plain(std::string_view token) {
        const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
        return detail::make<Endpoint, wxseal_endpoint>(
            [&](wxseal_endpoint **out) { return wxseal_endpoint_plain(token_text.c_str(), out); });
    }

    /// Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that
    /// open a push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
    Endpoint &also_accept(const MsgCrypt &crypt) {
        detail::require(wxseal_endpoint_also_accept(handle_.get(), detail::Access::handle(crypt)));
        return *this;
    }

    /// How far a timestamp may lie from the server's time, in whole seconds: WXSEAL_DEFAULT_TOLERANCE unless it is set,
    /// 0 for the same second, nothing to leave it unchecked.
    Endpoint &set_tolerance(std::optional<std::uint32_t> seconds) {
        const std::int64_t unchecked = -1;
        detail::require(wxseal_endpoint_set_tolerance(handle_.get(), seconds ? std::int64_t{*seconds} : unchecked));
        return *this;
    }

    /// The account (gh_…) that messages must be sent to. With it, a reply that was captured and sent back is refused.
    Endpoint &set_account(std::string_view account) {
        const detail::Text account_text(detail::whole(account, WXSEAL_ERROR_INVALID_ACCOUNT));
        detail::require(wxseal_endpoint_set_account(handle_.get(), account_text.c_str()));
        return *this;
    }

    /// How large a body may be, in bytes: that of the MsgCrypt, or WXSEAL_DEFAULT_MAX_BODY, unless it is set.
    Endpoint &set_max_body(std::size_t bytes) {
        detail::require(wxseal_endpoint_set_max_body(handle_.get(), bytes));
        return *this;
    }

    /// Verifies a request and, on an encrypted endpoint, decrypts it.
    ///
    /// A request that verified within the tolerance verifies again: see Incoming::replay_key and RecentKeys.
    ///
    /// @param method     `GET` or `POST`
    /// @param raw_query  what stands behind the ? of the URL, undecoded
    /// @param body       the request's body, byte for byte
    /// @param now        the server's time in seconds since 1970; 0 for the system's
    /// @throws Error MalformedQuery (also of another method, with the HTTP status 405), MalformedEnvelope,
    ///         SignatureMismatch, StaleTimestamp; then those of MsgCrypt::decrypt after the signature, and MalformedMessage
    ///         for a message that is neither XML nor JSON, is one that only servers send, or is sent to another account.
    ///         Where several settings are accepted, the error is of the one that got furthest.
    Incoming receive(std::string_view method, std::string_view raw_query, std::string_view body = {},
                     std::uint64_t now = 0) const {
        const detail::Text method_text(detail::whole(method, WXSEAL_ERROR_UNKNOWN_METHOD));
        const detail::Text query_text(detail::whole(raw_query, WXSEAL_ERROR_MALFORMED_QUERY));
        return detail::make<Incoming, wxseal_incoming>([&](wxseal_incoming **out) {
            return wxseal_endpoint_receive(handle_.get(), method_text.c_str(), query_text.c_str(), detail::bytes(body),
                                           body.size(), now, out);
        });
    }

    /// Like receive, with the names and values that a framework has decoded, each name as often as it was there. Prefer
    /// the raw query: most frameworks hide a parameter that was repeated.
    Incoming receive_pairs(std::string_view method,
                           const std::vector<std::pair<std::string_view, std::string_view>> &pairs,
                           std::string_view body = {}, std::uint64_t now = 0) const {
        const detail::Text method_text(detail::whole(method, WXSEAL_ERROR_UNKNOWN_METHOD));
        std::vector<std::string> texts;
        texts.reserve(2 * pairs.size());
        for (const auto &[name, value] : pairs) {
            texts.emplace_back(detail::whole(name, WXSEAL_ERROR_MALFORMED_QUERY));
            texts.emplace_back(detail::whole(value, WXSEAL_ERROR_MALFORMED_QUERY));
        }
        std::vector<const char *> c_pairs;
        for (const std::string &text : texts) {
            c_pairs.push_back(text.c_str());
        }
        return detail::make<Incoming, wxseal_incoming>([&](wxseal_incoming **out) {
            return wxseal_endpoint_receive_pairs(handle_.get(), method_text.c_str(), c_pairs.data(), pairs.size(),
                                                 detail::bytes(body), body.size(), now, out);
        });
    }

    /// Why receive refuses a request, as JSON: an array of objects with a `name` and a `text` for a person, some with a
    /// `parameter` or `seconds`, the likeliest first. `[]` for a request that is right in all.
    ///
    /// For logs and for people, never for the peer. It holds nothing decrypted.
    std::string diagnose(std::string_view method, std::string_view raw_query, std::string_view body = {},
                         std::uint64_t now = 0) const {
        const detail::Text method_text(detail::whole(method, WXSEAL_ERROR_UNKNOWN_METHOD));
        const detail::Text query_text(detail::whole(raw_query, WXSEAL_ERROR_MALFORMED_QUERY));
        const auto call = [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
            return wxseal_endpoint_diagnose(handle_.get(), method_text.c_str(), query_text.c_str(), detail::bytes(body),
                                            body.size(), now, out, size, length);
        };
        std::size_t needed = 0;
        const wxseal_status status = call(nullptr, 0, &needed);
        detail::require(status == WXSEAL_ERROR_BUFFER_TOO_SMALL ? WXSEAL_OK : status);
        // The system's clock may pass the tolerance between the two calls, and a finding comes with it.
        return detail::written(needed + 1024, call);
    }

private:
    friend struct detail::Access;
    using Owned = detail::Handle<wxseal_endpoint, wxseal_endpoint_free>;
    explicit Endpoint(wxseal_endpoint *handle) noexcept : handle_(handle) {}

    Owned handle_;
};

/// A message or event that did not come over HTTP: a cloud function's. Its accessors are those of Incoming.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Message {
public:
    /// Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving. Nothing
    /// is verified, since the platform calls a cloud function itself.
    ///
    /// @throws Error MalformedMessage: it is not a JSON object, or nested deeper than 32.
    static Message from_cloud_event(std::string_view event) {
        return detail::make<Message, wxseal_message>([&](wxseal_message **out) {
            return wxseal_message_from_cloud_event(detail::bytes(event), event.size(), out);
        });
    }

    /// The message as compact JSON: see Incoming::message_json.
    std::string_view json() const & {
        return detail::lent([&](const char **json, std::size_t *length) {
                   return wxseal_message_json(handle_.get(), json, length);
               })
            .value_or("");
    }
    std::string_view json() const && = delete;

    /// A field that is text, by the wire's own name; the first of a repeated name.
    std::optional<std::string_view> text(std::string_view name) const & {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        return detail::lent([&](const char **text, std::size_t *length) {
            return wxseal_message_text(handle_.get(), c_name.c_str(), text, length);
        });
    }
    std::optional<std::string_view> text(std::string_view name) const && = delete;

    /// A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the
    /// first of a repeated name. `otherwise` where there is none, or the message cannot be read.
    std::int64_t integer(std::string_view name, std::int64_t otherwise = 0) const {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        return wxseal_message_integer(handle_.get(), c_name.c_str(), otherwise);
    }

    /// A field of any kind, by the wire's own name: `List`, `detail`, a robot's `from` …
    Value get(std::string_view name) const & {
        const detail::Text c_name(detail::whole(name, WXSEAL_ERROR_INVALID_TEXT));
        const wxseal_value *value = nullptr;
        detail::require(wxseal_message_get(handle_.get(), c_name.c_str(), &value));
        return Value(value);
    }
    Value get(std::string_view name) const && = delete;

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the receive id.
    std::optional<std::string_view> to_user_name() const & { return says(wxseal_message_to_user_name); }
    std::optional<std::string_view> to_user_name() const && = delete;

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    std::optional<std::string_view> from_user_name() const & { return says(wxseal_message_from_user_name); }
    std::optional<std::string_view> from_user_name() const && = delete;

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    std::optional<std::string_view> msg_type() const & { return says(wxseal_message_msg_type); }
    std::optional<std::string_view> msg_type() const && = delete;

    /// Which event it is, where msg_type() is `event`: `Event`, or the `eventtype` in a robot's `event`. A name can hold a
    /// space.
    std::optional<std::string_view> event() const & { return says(wxseal_message_event); }
    std::optional<std::string_view> event() const && = delete;

    /// What the open platform tells a third party, `component_verify_ticket` …; such messages have no To and From.
    std::optional<std::string_view> info_type() const & { return text("InfoType"); }
    std::optional<std::string_view> info_type() const && = delete;

    /// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Events have none, but for a robot's.
    std::optional<std::string_view> msg_id() const & { return says(wxseal_message_msg_id); }
    std::optional<std::string_view> msg_id() const && = delete;

    /// When the platform made the message, in seconds since 1970: see Incoming::create_time.
    std::optional<std::int64_t> create_time() const noexcept {
        const std::int64_t seconds = wxseal_message_create_time(handle_.get());
        return seconds == 0 ? std::nullopt : std::optional<std::int64_t>(seconds);
    }

    /// What the message is known by when it is delivered again: a hash, which holds no openid.
    std::string_view dedup_key() const & {
        return detail::lent_text([&](const char **key) { return wxseal_message_dedup_key(handle_.get(), key); });
    }
    std::string_view dedup_key() const && = delete;

private:
    friend struct detail::Access;
    explicit Message(wxseal_message *handle) noexcept : handle_(handle) {}

    /// A text that one of C's accessors lends.
    template <typename Function> std::optional<std::string_view> says(Function function) const {
        return detail::lent(
            [&](const char **text, std::size_t *length) { return function(handle_.get(), text, length); });
    }

    detail::Handle<wxseal_message, wxseal_message_free> handle_;
};

/// The right to answer a key, until its deadline has passed and another took it over. RecentKeys::claim makes it; it can
/// be moved but not copied. One that is dropped unanswered keeps the key until the deadline: see RecentKeys::release.
class Claim {
private:
    friend struct detail::Access;
    explicit Claim(wxseal_claim *handle) noexcept : handle_(handle) {}

    detail::Handle<wxseal_claim, wxseal_claim_free> handle_;
};

/// What is known of a key.
struct Recent {
    enum class State : wxseal_recent {
        /// Nothing: it is the caller's to handle now, and to answer.
        claimed = WXSEAL_RECENT_CLAIMED,
        /// Somebody is handling it: wait, or do not answer, and ask again.
        busy = WXSEAL_RECENT_BUSY,
        /// It was answered: answer the same.
        answered = WXSEAL_RECENT_ANSWERED,
    };

    State state;
    /// Where it is claimed.
    std::optional<Claim> claim;
    /// The first answer, where it is answered.
    std::optional<Response> response;
    /// From when on it can be claimed again, where it is busy; else 0.
    std::uint64_t until;
};

/// Remembers what was handled, so that a retry gets the first answer and nothing is done twice: a key is unknown, then
/// claimed until a deadline, then answered, then forgotten. For one process; several share a store of their own.
///
/// It locks itself, so any number of threads may use one at once. It can be moved but not copied.
class RecentKeys {
public:
    /// @param claim_for    for how many seconds a handler may take before another may try
    /// @param keep_for     for how many seconds an answer is kept: longer than the platform's three tries and, against
    ///                     replays, than twice the endpoint's tolerance
    /// @param max_entries  how many keys are remembered at most; 0 is WXSEAL_DEFAULT_MAX_ENTRIES
    /// @param max_bytes    how many bytes they may take: of each the key, the body of its answer and 320 bytes for the
    ///                     rest; 0 is WXSEAL_DEFAULT_MAX_BYTES. At a bound the oldest is forgotten
    explicit RecentKeys(std::uint64_t claim_for = WXSEAL_DEFAULT_CLAIM_FOR,
                        std::uint64_t keep_for = WXSEAL_DEFAULT_KEEP_FOR, std::size_t max_entries = 0,
                        std::size_t max_bytes = 0) {
        wxseal_recent_keys *made = nullptr;
        detail::require(wxseal_recent_keys_new(claim_for, keep_for, max_entries, max_bytes, &made));
        handle_ = Owned(made);
    }

    /// Asks for a key, and claims it where nobody else has.
    ///
    /// @param now  in seconds since 1970; 0 for the system's
    /// @throws Error InvalidConfig: the key has a NUL inside or is not UTF-8. Those of Incoming never are such.
    Recent claim(std::string_view key, std::uint64_t now = 0) {
        const detail::Text c_key(detail::whole(key, WXSEAL_ERROR_INVALID_TEXT));
        wxseal_recent known = 0;
        wxseal_claim *claim = nullptr;
        wxseal_response *response = nullptr;
        std::uint64_t until = 0;
        detail::require(
            wxseal_recent_keys_claim(handle_.get(), c_key.c_str(), now, &known, &claim, &response, &until));
        Recent recent{static_cast<Recent::State>(known), std::nullopt, std::nullopt, until};
        if (claim != nullptr) {
            recent.claim = detail::Access::own<Claim>(claim);
        }
        if (response != nullptr) {
            recent.response = detail::Access::own<Response>(response);
        }
        return recent;
    }

    /// Stores a copy of the answer for the retries; false if the claim is no longer the caller's, or is of another
    /// RecentKeys. The answer may be sent either way.
    bool answer(const Claim &claim, const Response &response, std::uint64_t now = 0) {
        std::int32_t stored = 0;
        detail::require(wxseal_recent_keys_answer(handle_.get(), detail::Access::handle(claim),
                                                  detail::Access::handle(response), now, &stored));
        return stored != 0;
    }

    /// Gives a claim back, so that a retry may try at once: for a handler that failed. False if the claim is no longer the
    /// caller's.
    bool release(const Claim &claim) {
        std::int32_t released = 0;
        detail::require(wxseal_recent_keys_release(handle_.get(), detail::Access::handle(claim), &released));
        return released != 0;
    }

private:
    using Owned = detail::Handle<wxseal_recent_keys, wxseal_recent_keys_free>;

    Owned handle_;
};

/// Decrypts the `encryptedData` of `wx.getUserInfo` and its like, checks that it is meant for this Mini Program, and returns
/// its JSON.
///
/// @param session_key     like the next two the base64 that the platform hands out
/// @param encrypted_data  `encryptedData`; white space inside is skipped
/// @param iv              `iv`
/// @param app_id          the Mini Program's AppID, which must be the data's `watermark.appid`
/// @throws Error InvalidKey: the session_key is not the base64 of 16 bytes; InvalidBase64; DecryptFailed: probably a
///         session_key that is out of date; ReceiveIdMismatch: it is meant for another AppID.
inline std::string decrypt_open_data(std::string_view session_key, std::string_view encrypted_data, std::string_view iv,
                                     std::string_view app_id) {
    const detail::Text key_text(detail::whole(session_key, WXSEAL_ERROR_INVALID_KEY));
    const detail::Text data_text(detail::whole(encrypted_data, WXSEAL_ERROR_INVALID_BASE64));
    const detail::Text iv_text(detail::whole(iv, WXSEAL_ERROR_INVALID_BASE64));
    const detail::Text app_id_text(detail::whole(app_id, WXSEAL_ERROR_RECEIVE_ID_MISMATCH));
    return detail::written(encrypted_data.size(), [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
        return wxseal_decrypt_open_data(key_text.c_str(), data_text.c_str(), iv_text.c_str(), app_id_text.c_str(), out,
                                        size, length);
    });
}

/// Checks the `signature` that stands beside `rawData`, and returns if it holds.
///
/// @param raw_data  the text as it came, byte for byte
/// @throws Error InvalidKey: the session_key is not the base64 of 16 bytes; SignatureMismatch.
inline void verify_raw_data(std::string_view session_key, std::string_view raw_data, std::string_view signature) {
    const detail::Text key_text(detail::whole(session_key, WXSEAL_ERROR_INVALID_KEY));
    const detail::Text data_text(detail::whole(raw_data, WXSEAL_ERROR_SIGNATURE_MISMATCH));
    const detail::Text signature_text(detail::whole(signature, WXSEAL_ERROR_SIGNATURE_MISMATCH));
    detail::require(wxseal_verify_raw_data(key_text.c_str(), data_text.c_str(), signature_text.c_str()));
}

namespace detail {

using Request = Handle<wxseal_request, wxseal_request_free>;

template <typename Call> Request request(Call call) {
    wxseal_request *made = nullptr;
    require(call(&made));
    return Request(made);
}

inline std::string body_of(const Request &request) {
    return std::string(lent_bytes([&](const std::uint8_t **bytes, std::size_t *length) {
        return wxseal_request_body(request.get(), bytes, length);
    }));
}

} // namespace detail

/// The platform's side, for tests: makes requests as WeChat makes them, and opens what a server answers.
namespace platform {

/// A request as it goes over the wire.
struct Request {
    /// `GET` or `POST`.
    std::string method;
    /// What stands behind the ? of the URL.
    std::string query;
    /// Empty for a URL check.
    std::string body;
};

} // namespace platform

namespace detail {

/// A timestamp and a nonce, as C takes them.
struct Stamp {
    Stamp(std::string_view timestamp_view, std::string_view nonce_view)
        : timestamp(whole(timestamp_view, WXSEAL_ERROR_MALFORMED_QUERY)),
          nonce(whole(nonce_view, WXSEAL_ERROR_MALFORMED_QUERY)) {}

    Text timestamp, nonce;
};

template <typename Call> platform::Request platform_request(Call call) {
    const Request made = request(call);
    return {wxseal_request_method(made.get()), wxseal_request_target(made.get()), body_of(made)};
}

} // namespace detail

namespace platform {

/// The URL check of WeChat: the echostr comes in clear.
inline Request url_check(std::string_view token, std::string_view timestamp, std::string_view nonce,
                         std::string_view echostr) {
    const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
    const detail::Stamp stamp(timestamp, nonce);
    const detail::Text echostr_text(detail::whole(echostr, WXSEAL_ERROR_MALFORMED_QUERY));
    return detail::platform_request([&](wxseal_request **out) {
        return wxseal_platform_url_check(token_text.c_str(), stamp.timestamp.c_str(), stamp.nonce.c_str(),
                                         echostr_text.c_str(), out);
    });
}

/// The URL check of WeCom: the echostr comes encrypted.
inline Request encrypted_url_check(const MsgCrypt &crypt, std::string_view timestamp, std::string_view nonce,
                                   std::string_view echostr, const std::optional<Random> &random = std::nullopt) {
    const detail::Stamp stamp(timestamp, nonce);
    const detail::Text echostr_text(detail::whole(echostr, WXSEAL_ERROR_MALFORMED_QUERY));
    return detail::platform_request([&](wxseal_request **out) {
        return wxseal_platform_encrypted_url_check(detail::Access::handle(crypt), stamp.timestamp.c_str(),
                                                   stamp.nonce.c_str(), echostr_text.c_str(), detail::or_null(random),
                                                   out);
    });
}

/// A message in safe mode: the cipher text only.
///
/// @throws Error UnwritableReply: as for MsgCrypt::encrypt; also if the message is neither XML nor JSON.
inline Request push(const MsgCrypt &crypt, std::string_view message, std::string_view timestamp, std::string_view nonce,
                    Format format, const std::optional<Random> &random = std::nullopt) {
    const detail::Stamp stamp(timestamp, nonce);
    return detail::platform_request([&](wxseal_request **out) {
        return wxseal_platform_push(detail::Access::handle(crypt), detail::bytes(message), message.size(),
                                    stamp.timestamp.c_str(), stamp.nonce.c_str(), detail::or_null(random),
                                    static_cast<wxseal_format>(format), out);
    });
}

/// A message in compatible mode: in clear, with the cipher text beside it, in the message's own format.
inline Request compatible_push(const MsgCrypt &crypt, std::string_view message, std::string_view timestamp,
                               std::string_view nonce, const std::optional<Random> &random = std::nullopt) {
    const detail::Stamp stamp(timestamp, nonce);
    return detail::platform_request([&](wxseal_request **out) {
        return wxseal_platform_compatible_push(detail::Access::handle(crypt), detail::bytes(message), message.size(),
                                               stamp.timestamp.c_str(), stamp.nonce.c_str(), detail::or_null(random),
                                               out);
    });
}

/// A message in plain mode: no signature covers the body.
inline Request plain_push(std::string_view token, std::string_view message, std::string_view timestamp,
                          std::string_view nonce) {
    const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
    const detail::Stamp stamp(timestamp, nonce);
    return detail::platform_request([&](wxseal_request **out) {
        return wxseal_platform_plain_push(token_text.c_str(), detail::bytes(message), message.size(),
                                          stamp.timestamp.c_str(), stamp.nonce.c_str(), out);
    });
}

/// Verifies and decrypts a server's sealed answer, and returns the message inside.
///
/// @throws Error MalformedEnvelope: it is not a reply's envelope, or a field has another type than the platform reads; then
///         those of MsgCrypt::decrypt.
inline std::string open_reply(const MsgCrypt &crypt, std::string_view body) {
    return detail::written(body.size(), [&](std::uint8_t *out, std::size_t size, std::size_t *length) {
        return wxseal_platform_open_reply(detail::Access::handle(crypt), detail::bytes(body), body.size(), out, size,
                                          length);
    });
}

} // namespace platform

/// Server API calls without I/O: what to send with the HTTP client of your choice, and what the answer says.
///
/// get and post make any call of api.weixin.qq.com; the others are the usual ones by name. They throw an Error:
/// InvalidConfig for a path that is not `/` and words of A-Z a-z 0-9 . _ -, or a token or user with a NUL inside;
/// UnwritableReply for a text with a NUL inside, and for a body or data that is not a JSON object.
namespace api {

/// A request to send. Its URL holds a secret or a token: keep it out of logs.
struct Request {
    /// `GET` or `POST`.
    std::string method;
    /// The whole URL.
    std::string url;
    /// The JSON to send, with `Content-Type: application/json`; empty of a GET.
    std::string body;
};

/// A call of the server API that did not succeed. It is no Error, since no request was refused: nothing of it is for the
/// platform to be answered with.
class Failure : public std::runtime_error {
public:
    /// The platform refused the call. `what()` is "errmsg (errcode)".
    Failure(std::int64_t errcode, const std::string &errmsg)
        : std::runtime_error(errmsg + " (" + std::to_string(errcode) + ")"), errcode_(errcode),
          errmsg_(std::make_shared<const std::string>(errmsg)) {}

    /// What came is not a JSON object: a gateway's HTML, for one.
    Failure()
        : std::runtime_error(wxseal_status_text(WXSEAL_ERROR_API_UNREADABLE)),
          errmsg_(std::make_shared<const std::string>()) {}

    /// The platform's number for it; nothing where what came is not a JSON object.
    std::optional<std::int64_t> errcode() const noexcept { return errcode_; }

    /// The platform's words for it; empty where it has none.
    const std::string &errmsg() const noexcept { return *errmsg_; }

private:
    std::optional<std::int64_t> errcode_;
    // Shared, for an exception must be copied without throwing.
    std::shared_ptr<const std::string> errmsg_;
};

/// One parameter of get.
struct Parameter {
    std::string_view name;
    std::string_view value;
};

/// The text that a user wrote, for msg_sec_check.
struct TextCheck {
    /// The user, who must have visited the Mini Program within the last two hours.
    std::string_view openid;
    /// 1 for a profile, 2 a comment, 3 a forum, 4 a social log.
    std::uint32_t scene;
    /// The text, of at most 2500 characters.
    std::string_view content;
    /// The text's headline.
    std::optional<std::string_view> title = std::nullopt;
    /// The user's nickname.
    std::optional<std::string_view> nickname = std::nullopt;
    /// The user's own motto, of a profile only.
    std::optional<std::string_view> signature = std::nullopt;
};

/// What a subscription message says, for send_subscribe_message. What is left out is the platform's own default.
struct SubscribeMessage {
    /// The template that the user subscribed to.
    std::string_view template_id;
    /// What the template's keys say, as a JSON object: `{"thing1":{"value":"…"}}`. It is sent as it stands.
    std::string_view data;
    /// The page that a tap on the message leads to, with its query; without one it leads nowhere.
    std::optional<std::string_view> page = std::nullopt;
    /// `developer`, `trial` or `formal`: which version of the Mini Program it leads to.
    std::optional<std::string_view> miniprogram_state = std::nullopt;
    /// `zh_CN`, `en_US`, `zh_HK` or `zh_TW`.
    std::optional<std::string_view> lang = std::nullopt;
};

} // namespace api

namespace detail {

/// An argument of a server API call.
inline Text setting(std::string_view text) { return Text(whole(text, WXSEAL_ERROR_INVALID_TEXT)); }
inline Text content(std::string_view text) { return Text(whole(text, WXSEAL_ERROR_UNWRITABLE_REPLY)); }

template <typename Call> api::Request api_request(Call call) {
    const Request made = request(call);
    return {wxseal_request_method(made.get()), wxseal_request_target(made.get()), body_of(made)};
}

} // namespace detail

namespace api {

/// Any call that is a GET. All its parameters stand in the query, `access_token` among them; names and values are
/// percent-encoded here.
inline Request get(std::string_view path, const std::vector<Parameter> &parameters) {
    const detail::Text c_path = detail::setting(path);
    // Which no text moves in: what is wiped is never copied.
    std::list<detail::Text> texts;
    std::vector<wxseal_parameter> c_parameters;
    for (const Parameter &parameter : parameters) {
        const auto &name = texts.emplace_back(detail::whole(parameter.name, WXSEAL_ERROR_INVALID_TEXT));
        const auto &value = texts.emplace_back(detail::whole(parameter.value, WXSEAL_ERROR_INVALID_TEXT));
        c_parameters.push_back({name.c_str(), value.c_str()});
    }
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_get(c_path.c_str(), c_parameters.data(), c_parameters.size(), out);
    });
}

/// Any call that is a POST of JSON. The body is sent as it stands: write it in raw UTF-8, since some calls show `\u` escapes
/// to the user.
inline Request post(std::string_view path, std::string_view access_token, std::string_view body) {
    const detail::Text c_path = detail::setting(path), c_token = detail::setting(access_token);
    const detail::Text c_body = detail::content(body);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_post(c_path.c_str(), c_token.c_str(), c_body.c_str(), out);
    });
}

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token` and `expires_in`, in seconds.
inline Request get_access_token(std::string_view app_id, std::string_view secret) {
    const detail::Text c_app_id = detail::setting(app_id), c_secret = detail::setting(secret);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_get_access_token(c_app_id.c_str(), c_secret.c_str(), out);
    });
}

/// `getStableAccessToken`: the same, but asked for again it gives the same token for as long as that is valid, so that
/// several servers need not agree on who asks. `force_refresh` makes a new one at once, for when a token has leaked.
inline Request get_stable_access_token(std::string_view app_id, std::string_view secret, bool force_refresh = false) {
    const detail::Text c_app_id = detail::setting(app_id), c_secret = detail::setting(secret);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_get_stable_access_token(c_app_id.c_str(), c_secret.c_str(), force_refresh ? 1 : 0, out);
    });
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and perhaps `unionid`.
inline Request code2session(std::string_view app_id, std::string_view secret, std::string_view js_code) {
    const detail::Text c_app_id = detail::setting(app_id), c_secret = detail::setting(secret);
    const detail::Text c_js_code = detail::setting(js_code);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_code2session(c_app_id.c_str(), c_secret.c_str(), c_js_code.c_str(), out);
    });
}

/// `getPhoneNumber`: the number behind the code of the button `getPhoneNumber`. Its answer has `phone_info`.
inline Request get_phone_number(std::string_view access_token, std::string_view code) {
    const detail::Text c_token = detail::setting(access_token), c_code = detail::setting(code);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_get_phone_number(c_token.c_str(), c_code.c_str(), out);
    });
}

/// The customer-service send call: a text to a user who wrote within the last 48 hours.
inline Request send_customer_text(std::string_view access_token, std::string_view to_user, std::string_view content) {
    const detail::Text c_token = detail::setting(access_token), c_user = detail::setting(to_user);
    const detail::Text c_content = detail::content(content);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_send_customer_text(c_token.c_str(), c_user.c_str(), c_content.c_str(), out);
    });
}

/// The customer-service send call: an image that was uploaded before.
inline Request send_customer_image(std::string_view access_token, std::string_view to_user, std::string_view media_id) {
    const detail::Text c_token = detail::setting(access_token), c_user = detail::setting(to_user);
    const detail::Text c_media_id = detail::content(media_id);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_send_customer_image(c_token.c_str(), c_user.c_str(), c_media_id.c_str(), out);
    });
}

/// The customer-service send call: a card with a link.
inline Request send_customer_link(std::string_view access_token, std::string_view to_user, std::string_view title,
                                  std::string_view description, std::string_view url, std::string_view thumb_url) {
    const detail::Text c_token = detail::setting(access_token), c_user = detail::setting(to_user);
    const detail::Text c_title = detail::content(title), c_description = detail::content(description);
    const detail::Text c_url = detail::content(url), c_thumb_url = detail::content(thumb_url);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_send_customer_link(c_token.c_str(), c_user.c_str(), c_title.c_str(), c_description.c_str(),
                                             c_url.c_str(), c_thumb_url.c_str(), out);
    });
}

/// The customer-service send call: a card that leads to a page of the Mini Program.
inline Request send_customer_mini_program_page(std::string_view access_token, std::string_view to_user,
                                               std::string_view title, std::string_view pagepath,
                                               std::string_view thumb_media_id) {
    const detail::Text c_token = detail::setting(access_token), c_user = detail::setting(to_user);
    const detail::Text c_title = detail::content(title), c_pagepath = detail::content(pagepath);
    const detail::Text c_thumb_media_id = detail::content(thumb_media_id);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_send_customer_mini_program_page(c_token.c_str(), c_user.c_str(), c_title.c_str(),
                                                          c_pagepath.c_str(), c_thumb_media_id.c_str(), out);
    });
}

/// `subscribeMessage.send`: a message to a user who subscribed to its template.
inline Request send_subscribe_message(std::string_view access_token, std::string_view to_user,
                                      const SubscribeMessage &message) {
    const detail::Text c_token = detail::setting(access_token), c_user = detail::setting(to_user);
    const detail::Text c_template = detail::content(message.template_id), c_data = detail::content(message.data);
    const detail::OptionalText c_page(message.page), c_state(message.miniprogram_state), c_lang(message.lang);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_send_subscribe_message(c_token.c_str(), c_user.c_str(), c_template.c_str(), c_data.c_str(),
                                                 c_page.c_str(), c_state.c_str(), c_lang.c_str(), out);
    });
}

/// `msgSecCheck`, version 2: whether a text may be shown. Its answer has `result`, with `suggest` (`pass`, `review` or
/// `risky`) and `label`.
inline Request msg_sec_check(std::string_view access_token, const TextCheck &text) {
    const detail::Text c_token = detail::setting(access_token), c_openid = detail::setting(text.openid);
    const detail::Text c_content = detail::content(text.content);
    const detail::OptionalText c_title(text.title), c_nickname(text.nickname), c_signature(text.signature);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_msg_sec_check(c_token.c_str(), c_openid.c_str(), text.scene, c_content.c_str(),
                                        c_title.c_str(), c_nickname.c_str(), c_signature.c_str(), out);
    });
}

/// `mediaCheckAsync`, version 2: whether a sound (`media_type` 1) or a picture (2) may be shown. Its answer has `trace_id`; the
/// result comes as the event `wxa_media_check`. `scene` is that of TextCheck.
inline Request media_check_async(std::string_view access_token, std::string_view openid, std::uint32_t scene,
                                 std::string_view media_url, std::uint32_t media_type) {
    const detail::Text c_token = detail::setting(access_token), c_openid = detail::setting(openid);
    const detail::Text c_media_url = detail::content(media_url);
    return detail::api_request([&](wxseal_request **out) {
        return wxseal_api_media_check_async(c_token.c_str(), c_openid.c_str(), scene, c_media_url.c_str(), media_type,
                                            out);
    });
}

/// A successful answer of the server API; read makes it.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Answer {
public:
    /// A field that is text, or an integer too large for integer(): its digits.
    std::optional<std::string_view> text(std::string_view name) const & {
        const detail::Text c_name = detail::setting(name);
        return detail::lent([&](const char **text, std::size_t *length) {
            return wxseal_api_answer_text(handle_.get(), c_name.c_str(), text, length);
        });
    }
    std::optional<std::string_view> text(std::string_view name) const && = delete;

    /// A field that is an integer within ±(2^53 - 1).
    std::optional<std::int64_t> integer(std::string_view name) const {
        const detail::Text c_name = detail::setting(name);
        std::int64_t integer = 0;
        std::int32_t found = 0;
        detail::require(wxseal_api_answer_integer(handle_.get(), c_name.c_str(), &integer, &found));
        return found != 0 ? std::optional<std::int64_t>(integer) : std::nullopt;
    }

    /// The whole answer as JSON, for the JSON library of your choice: as it came, but that integers beyond ±(2^53 - 1) are
    /// the text of their digits, so that no reader rounds an id.
    std::string_view json() const & {
        return detail::lent([&](const char **json, std::size_t *length) {
                   return wxseal_api_answer_json(handle_.get(), json, length);
               })
            .value_or("");
    }
    std::string_view json() const && = delete;

private:
    friend struct detail::Access;
    explicit Answer(wxseal_api_answer *handle) noexcept : handle_(handle) {}

    detail::Handle<wxseal_api_answer, wxseal_api_answer_free> handle_;
};

/// Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0.
///
/// @throws Failure: the platform says why; or it is not a JSON object, or nested deeper than 32.
inline Answer read(std::string_view body) {
    wxseal_api_answer *handle = nullptr;
    const wxseal_status status = wxseal_api_read(detail::bytes(body), body.size(), &handle);
    if (status == WXSEAL_ERROR_API_UNREADABLE) {
        throw Failure();
    }
    detail::require(status);
    Answer answer = detail::Access::own<Answer>(handle);
    std::int64_t errcode = 0;
    const std::optional<std::string_view> errmsg = detail::lent([&](const char **text, std::size_t *length) {
        return wxseal_api_answer_refused(handle, &errcode, text, length);
    });
    if (errmsg) {
        throw Failure(errcode, std::string(*errmsg));
    }
    return answer;
}

} // namespace api

} // namespace wxseal

#endif /* WXSEAL_HPP */
