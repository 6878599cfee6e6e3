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
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
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
    explicit Error(wxseal_status status, const wxseal_error_details &details = {})
        : std::runtime_error(text(status, details)), status_(status), details_(details) {}

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

    /// Where an EncodingAESKey's first bad character is, in bytes from the start, counted from 0; the key's length if it is
    /// too short. Nothing for all kinds but InvalidKey.
    std::optional<std::size_t> position() const noexcept {
        return status_ == WXSEAL_ERROR_INVALID_KEY ? std::optional(details_.position) : std::nullopt;
    }

    /// The request's timestamp, in seconds since 1970. Nothing for all kinds but StaleTimestamp.
    std::optional<std::uint64_t> timestamp() const noexcept {
        return status_ == WXSEAL_ERROR_STALE_TIMESTAMP ? std::optional(details_.timestamp) : std::nullopt;
    }

    /// The server's time, in seconds since 1970. Nothing for all kinds but StaleTimestamp.
    std::optional<std::uint64_t> now() const noexcept {
        return status_ == WXSEAL_ERROR_STALE_TIMESTAMP ? std::optional(details_.now) : std::nullopt;
    }

    /// The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is.
    int http_status() const noexcept { return static_cast<int>(wxseal_status_http_status(status_)); }

    /// What to answer to a request that failed so. Errors of one HTTP status have one answer, so that whoever sent a bad
    /// request does not learn why it is bad.
    Response response() const;

private:
    static std::string text(wxseal_status status, const wxseal_error_details &details) {
        std::string text = wxseal_status_text(status);
        if (status == WXSEAL_ERROR_INVALID_KEY) {
            text += "; look at offset " + std::to_string(details.position);
        } else if (status == WXSEAL_ERROR_STALE_TIMESTAMP) {
            text += "; timestamp " + std::to_string(details.timestamp) + ", server " + std::to_string(details.now);
        }
        return text + " (" + std::to_string(wxseal_status_code(status)) + ")";
    }

    wxseal_status status_;
    wxseal_error_details details_;
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

/// A name and its value: a parameter of a query, or of a call of the server API.
struct Parameter {
    std::string_view name;
    std::string_view value;
};

/// Not part of the interface.
namespace detail {

/// Throws what a call returned, unless it succeeded.
inline void require(wxseal_status status) {
    if (status != WXSEAL_OK) {
        throw Error(status, wxseal_last_error_details());
    }
}

/// An argument as C takes it. A text that is there has `data`, even if it is empty, since NULL is a text that is left out.
inline wxseal_str c(std::string_view text) noexcept { return {text.data() ? text.data() : "", text.size()}; }
inline wxseal_str c(const std::optional<std::string_view> &text) noexcept {
    return text ? c(*text) : wxseal_str{nullptr, 0};
}
inline const std::uint8_t *c(const std::optional<Random> &random) noexcept { return random ? random->data() : nullptr; }
inline wxseal_format c(Format format) noexcept { return static_cast<wxseal_format>(format); }
inline wxseal_dialect c(Dialect dialect) noexcept { return static_cast<wxseal_dialect>(dialect); }
template <typename T> T c(T number_or_pointer) noexcept { return number_or_pointer; }

inline std::vector<wxseal_pair> pairs(const std::vector<Parameter> &parameters) {
    std::vector<wxseal_pair> pairs;
    for (const Parameter &parameter : parameters) {
        pairs.push_back({c(parameter.name), c(parameter.value)});
    }
    return pairs;
}

/// Calls one of C's functions, and throws unless it succeeds.
template <typename Function, typename... Arguments> void call(Function function, const Arguments &...arguments) {
    require(function(c(arguments)...));
}

/// What one of C's functions lends, by value or in its last argument. `data()` is NULL where it says that nothing is there.
template <typename Function, typename... Arguments>
std::string_view lent(Function function, const Arguments &...arguments) {
    wxseal_str out{};
    if constexpr (std::is_invocable_v<Function, decltype(c(arguments))...>) {
        out = function(c(arguments)...);
    } else {
        call(function, arguments..., &out);
    }
    return std::string_view(out.data, out.length);
}

inline std::optional<std::string_view> if_there(std::string_view lent) noexcept {
    return lent.data() ? std::optional(lent) : std::nullopt;
}

template <typename Function, typename... Arguments>
std::string copied(Function function, const Arguments &...arguments) {
    return std::string(lent(function, arguments...));
}

/// What one of C's functions writes to a buffer of that size, which is enough. The buffer is its last three arguments.
template <typename Function, typename... Arguments>
std::string written(std::size_t size, Function function, const Arguments &...arguments) {
    std::string out(size, '\0');
    std::size_t length = 0;
    call(function, arguments..., out.data(), out.size(), &length);
    out.resize(length);
    return out;
}

/// How large a buffer one of C's functions asks for.
template <typename Function, typename... Arguments>
std::size_t needed(Function function, const Arguments &...arguments) {
    std::size_t length = 0;
    const wxseal_status status = function(c(arguments)..., nullptr, 0, &length);
    require(status == WXSEAL_ERROR_BUFFER_TOO_SMALL ? WXSEAL_OK : status);
    return length;
}

/// Owns a handle of C's.
template <typename T, void (*give_back)(T *)> class Handle {
public:
    explicit Handle(T *handle) noexcept : handle_(handle) {}

    /// The handle that one of C's functions makes, which puts it into its last argument.
    template <typename Function, typename... Arguments>
    static Handle make(Function function, const Arguments &...arguments) {
        T *handle = nullptr;
        call(function, arguments..., &handle);
        return Handle(handle);
    }

    /// NULL in what was moved from.
    T *get() const noexcept { return handle_.get(); }

    /// For the functions of C that have no status to say that it is NULL.
    T *alive() const {
        if (!handle_) {
            throw Error(WXSEAL_ERROR_NULL_POINTER);
        }
        return handle_.get();
    }

private:
    struct Free {
        void operator()(T *handle) const noexcept { give_back(handle); }
    };

    std::unique_ptr<T, Free> handle_;
};

/// Lets what stands in this header see the handles of its classes.
struct Access {
    template <typename T> static auto *handle(const T &owner) noexcept { return owner.handle_.get(); }

    template <typename T, typename H> static T own(H *handle) { return T(typename T::Handle(handle)); }

    /// An object of the handle that one of C's functions makes.
    template <typename T, typename Function, typename... Arguments>
    static T make(Function function, const Arguments &...arguments) {
        return T(T::Handle::make(function, arguments...));
    }
};

/// A platform::Request or api::Request.
template <typename Request, typename Function, typename... Arguments>
Request request(Function function, const Arguments &...arguments) {
    const auto made = Handle<wxseal_request, wxseal_request_free>::make(function, arguments...);
    return {wxseal_request_method(made.get()), wxseal_request_target(made.get()),
            copied(wxseal_request_body, made.get())};
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
    detail::call(wxseal_verify_signature, token, signature, timestamp, nonce);
}

/// The `msg_signature` of a cipher text, 40 lower-case hexadecimal digits: SHA-1 over Token, timestamp, nonce and `encrypt`,
/// byte-wise sorted.
///
/// For gateways, and code that stands in for another library. To compare signatures is MsgCrypt::decrypt's and
/// verify_signature's, in constant time.
///
/// @throws Error InvalidConfig and MalformedQuery, as verify_signature.
inline std::string sign(std::string_view token, std::string_view timestamp, std::string_view nonce,
                        std::string_view encrypt) {
    std::array<char, WXSEAL_SIGNATURE_SIZE> signature;
    detail::call(wxseal_sign, token, timestamp, nonce, encrypt, signature.data());
    return signature.data();
}

/// A sealed message in its parts: what an envelope is written from.
struct Sealed {
    /// The cipher text, in base64.
    std::string encrypt;
    /// The signature over Token, timestamp, nonce and the cipher text: 40 lower-case hexadecimal digits.
    std::string msg_signature;
    /// The timestamp that was signed.
    std::string timestamp;
    /// The nonce that was signed.
    std::string nonce;
};

/// A message, and the receive id that stood behind it.
struct Opened {
    /// The message as the platform wrote it.
    std::string message;
    /// Whom the message is addressed to. Nobody has compared it with anything.
    std::string receive_id;
};

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
    /// @throws Error InvalidConfig: the Token is empty, or Token or receive id hold white space or a control character;
    ///         InvalidKey: the EncodingAESKey is not 43 characters of base64, and Error::position says where.
    MsgCrypt(std::string_view token, std::string_view encoding_aes_key, std::string_view receive_id,
             Dialect dialect = static_cast<Dialect>(WXSEAL_DEFAULT_DIALECT), std::size_t max_body = 0)
        : handle_(Handle::make(wxseal_msg_crypt_new_with, token, encoding_aes_key, receive_id, dialect, max_body)) {}

    /// Answers WeCom's URL check: verifies and decrypts its echostr, and returns what to answer with.
    ///
    /// **On WeChat the echostr is not encrypted**: call verify_signature and answer with the echostr as received.
    ///
    /// @param msg_signature  `msg_signature` of the query, like the others percent-decoded once
    /// @throws Error as decrypt does.
    std::string verify_url(std::string_view msg_signature, std::string_view timestamp, std::string_view nonce,
                           std::string_view echostr) const {
        return detail::written(echostr.size(), wxseal_msg_crypt_verify_url, handle_.get(), msg_signature, timestamp,
                               nonce, echostr);
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
        return detail::written(body.size(), wxseal_msg_crypt_decrypt, handle_.get(), msg_signature, timestamp, nonce,
                               body.data(), body.size());
    }

    /// Encrypts and signs a reply, and returns the finished envelope: the body to answer with.
    ///
    /// The bodies "success" and "" are never encrypted: answer with them as they are.
    ///
    /// @param message    the reply's XML or JSON
    /// @param timestamp  the current time in seconds, as text; by default the system's
    /// @param nonce      the push's; by default 16 fresh hexadecimal digits
    /// @param format     the format of the push
    /// @param random     what no other message has, since bytes that are used twice show that two messages begin alike; by
    ///                   default the operating system's
    /// @throws Error UnwritableReply: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63
    ///         of A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
    std::string encrypt(std::string_view message, std::optional<std::string_view> timestamp = std::nullopt,
                        std::optional<std::string_view> nonce = std::nullopt, Format format = Format::xml,
                        const std::optional<Random> &random = std::nullopt) const {
        // 0 for what cannot be written; the call itself then says why.
        const std::size_t bound = wxseal_msg_crypt_encrypt_bound(handle_.get(), message.size(), detail::c(format));
        return detail::written(bound, wxseal_msg_crypt_encrypt, handle_.get(), message.data(), message.size(),
                               timestamp, nonce, format, random);
    }

    /// Pads, encrypts and signs a message, for gateways and drop-ins that have an envelope of their own: where it is the
    /// platform's, encrypt is the one to use. Parameters and errors are those of encrypt.
    Sealed seal(std::string_view message, std::optional<std::string_view> timestamp = std::nullopt,
                std::optional<std::string_view> nonce = std::nullopt,
                const std::optional<Random> &random = std::nullopt) const {
        const auto sealed = detail::Handle<wxseal_sealed, wxseal_sealed_free>::make(
            wxseal_msg_crypt_seal, handle_.get(), message.data(), message.size(), timestamp, nonce, random);
        return {detail::copied(wxseal_sealed_encrypt, sealed.get()),
                detail::copied(wxseal_sealed_msg_signature, sealed.get()),
                detail::copied(wxseal_sealed_timestamp, sealed.get()),
                detail::copied(wxseal_sealed_nonce, sealed.get())};
    }

    /// Verifies and decrypts a bare cipher text, for a server that cannot know the receive id beforehand, such as one data
    /// callback for all the corps of a suite, and for gateways and drop-ins that have an envelope of their own.
    ///
    /// **The receive id is the caller's to check**: decrypt holds it against the one that is set, and is the one to use
    /// everywhere else; the one that is set does not count here.
    ///
    /// @throws Error MalformedQuery; MalformedEnvelope: the cipher text is larger than the largest body; then those of
    ///         decrypt from the signature on, but for the receive id.
    Opened open(std::string_view msg_signature, std::string_view timestamp, std::string_view nonce,
                std::string_view encrypt) const {
        const auto opened = detail::Handle<wxseal_opened, wxseal_opened_free>::make(
            wxseal_msg_crypt_open, handle_.get(), msg_signature, timestamp, nonce, encrypt);
        return {detail::copied(wxseal_opened_message, opened.get()),
                detail::copied(wxseal_opened_receive_id, opened.get())};
    }

private:
    friend struct detail::Access;
    using Handle = detail::Handle<wxseal_msg_crypt, wxseal_msg_crypt_free>;

    Handle handle_;
};

/// What to answer over HTTP: status, headers and body, complete.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Response {
public:
    /// What to answer to a request that was refused with this status: see Error::response.
    static Response refusal(wxseal_status status) {
        return detail::Access::make<Response>(wxseal_response_refusal, status);
    }

    /// The HTTP status: 200, or of a refusal 400, 403, 405 or 500; 0 of one that was moved from.
    int status() const noexcept { return static_cast<int>(wxseal_response_status(handle_.get())); }

    /// The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`.
    std::string_view content_type() const & { return wxseal_response_content_type(handle_.alive()); }
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
        detail::require(status == WXSEAL_ERROR_INVALID_ARGUMENT ? WXSEAL_OK : status);
        return all;
    }
    std::vector<std::pair<std::string_view, std::string_view>> headers() const && = delete;

    /// The body, byte for byte: nothing may be added to it.
    std::string_view body() const & { return detail::lent(wxseal_response_body, handle_.alive()); }
    std::string_view body() const && = delete;

    /// The response as bytes, for a store that processes share: from_bytes() of every language reads them. Their format is
    /// that of wxseal_response_to_bytes.
    std::string to_bytes() const {
        constexpr std::size_t head = 16;
        return detail::written(body().size() + head, wxseal_response_to_bytes, handle_.get());
    }

    /// Reads what to_bytes() has written, in any language and by any version of this library that is not newer.
    ///
    /// @throws Error UnwritableReply: the bytes are another's, cut short, too long, or of a later version.
    static Response from_bytes(std::string_view stored) {
        return detail::Access::make<Response>(wxseal_response_from_bytes, stored.data(), stored.size());
    }

private:
    friend struct detail::Access;
    using Handle = detail::Handle<wxseal_response, wxseal_response_free>;
    explicit Response(Handle handle) noexcept : handle_(std::move(handle)) {}

    Handle handle_;
};

inline Response Error::response() const { return Response::refusal(status_); }

/// What a request was.
enum class Kind : wxseal_kind {
    /// The platform checks the URL: answer with Incoming::response.
    url_check = WXSEAL_KIND_URL_CHECK,
    /// A message or event: read it, and answer with one of Incoming's other methods.
    push = WXSEAL_KIND_PUSH,
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
    std::optional<std::string_view> text() const noexcept {
        return detail::if_there(detail::lent(wxseal_value_text, value_));
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
    std::optional<std::string_view> name(std::size_t index) const noexcept {
        return detail::if_there(detail::lent(wxseal_value_name, value_, index));
    }

    /// A member of an object, by the wire's own name.
    Value get(std::string_view name) const noexcept { return Value(wxseal_value_get(value_, detail::c(name))); }

private:
    template <typename C> friend class MessageFields;
    explicit Value(const wxseal_value *value) noexcept : value_(value) {}

    const wxseal_value *value_;
};

namespace detail {

/// C's functions for the message of a push.
struct OfPush {
    using Handle = detail::Handle<wxseal_incoming, wxseal_incoming_free>;
    static constexpr auto message_json = wxseal_incoming_message_json;
    static constexpr auto text = wxseal_incoming_text;
    static constexpr auto integer = wxseal_incoming_integer;
    static constexpr auto get = wxseal_incoming_get;
    static constexpr auto to_user_name = wxseal_incoming_to_user_name;
    static constexpr auto from_user_name = wxseal_incoming_from_user_name;
    static constexpr auto msg_type = wxseal_incoming_msg_type;
    static constexpr auto event = wxseal_incoming_event;
    static constexpr auto msg_id = wxseal_incoming_msg_id;
    static constexpr auto create_time = wxseal_incoming_create_time;
    static constexpr auto dedup_key = wxseal_incoming_dedup_key;
};

/// C's functions for a message that is no push.
struct OfMessage {
    using Handle = detail::Handle<wxseal_message, wxseal_message_free>;
    static constexpr auto message_json = wxseal_message_json;
    static constexpr auto text = wxseal_message_text;
    static constexpr auto integer = wxseal_message_integer;
    static constexpr auto get = wxseal_message_get;
    static constexpr auto to_user_name = wxseal_message_to_user_name;
    static constexpr auto from_user_name = wxseal_message_from_user_name;
    static constexpr auto msg_type = wxseal_message_msg_type;
    static constexpr auto event = wxseal_message_event;
    static constexpr auto msg_id = wxseal_message_msg_id;
    static constexpr auto create_time = wxseal_message_create_time;
    static constexpr auto dedup_key = wxseal_message_dedup_key;
};

} // namespace detail

/// What a message says, the same of an Incoming and of a Message.
template <typename C> class MessageFields {
public:
    /// The message as compact JSON, for the JSON library of your choice: the same view of XML and JSON. Text, objects and
    /// arrays stand in the order of the wire; numbers only in the few fields that are integers everywhere; `MsgId` is
    /// always text, and what is documented as a list an array, also of one item in XML. Parsed when this or an accessor
    /// is first called.
    ///
    /// @throws Error MalformedMessage, as all accessors below: it is not one XML document or JSON object, or nested deeper
    ///         than 32.
    std::string_view message_json() const & { return lent(C::message_json); }
    std::string_view message_json() const && = delete;

    /// A field that is text, by the wire's own name; the first of a repeated name.
    std::optional<std::string_view> text(std::string_view name) const & {
        return detail::if_there(lent(C::text, name));
    }
    std::optional<std::string_view> text(std::string_view name) const && = delete;

    /// A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the
    /// first of a repeated name. `otherwise` where there is none, or the message cannot be read.
    std::int64_t integer(std::string_view name, std::int64_t otherwise = 0) const noexcept {
        return C::integer(handle_.get(), detail::c(name), otherwise);
    }

    /// A field of any kind, by the wire's own name: `List`, `detail`, a robot's `from` …
    Value get(std::string_view name) const & {
        const wxseal_value *value = nullptr;
        detail::call(C::get, handle_.get(), name, &value);
        return Value(value);
    }
    Value get(std::string_view name) const && = delete;

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the receive id.
    std::optional<std::string_view> to_user_name() const & { return says(C::to_user_name); }
    std::optional<std::string_view> to_user_name() const && = delete;

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    std::optional<std::string_view> from_user_name() const & { return says(C::from_user_name); }
    std::optional<std::string_view> from_user_name() const && = delete;

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    std::optional<std::string_view> msg_type() const & { return says(C::msg_type); }
    std::optional<std::string_view> msg_type() const && = delete;

    /// Which event it is, where msg_type() is `event`: `Event`, or the `eventtype` in a robot's `event`. A name can hold a
    /// space.
    std::optional<std::string_view> event() const & { return says(C::event); }
    std::optional<std::string_view> event() const && = delete;

    /// What the open platform tells a third party, `component_verify_ticket` …; such messages have no To and From.
    std::optional<std::string_view> info_type() const & { return text("InfoType"); }
    std::optional<std::string_view> info_type() const && = delete;

    /// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Events have none, but for a robot's.
    std::optional<std::string_view> msg_id() const & { return says(C::msg_id); }
    std::optional<std::string_view> msg_id() const && = delete;

    /// When the platform made the message, in seconds since 1970: `CreateTime`, a suite's `TimeStamp` or a robot's
    /// `create_time`; nothing where it does not say, or cannot be read.
    std::optional<std::int64_t> create_time() const noexcept {
        const std::int64_t seconds = C::create_time(handle_.get());
        return seconds == 0 ? std::nullopt : std::optional<std::int64_t>(seconds);
    }

    /// What the message is known by when it is delivered again, for RecentKeys or a store: a hash, which holds no openid.
    std::string_view dedup_key() const & { return lent(C::dedup_key); }
    std::string_view dedup_key() const && = delete;

protected:
    using Handle = typename C::Handle;
    explicit MessageFields(Handle handle) noexcept : handle_(std::move(handle)) {}

    template <typename Function, typename... Arguments>
    std::string_view lent(Function function, const Arguments &...arguments) const {
        return detail::lent(function, handle_.alive(), arguments...);
    }

    template <typename Function> std::optional<std::string_view> says(Function function) const {
        return detail::if_there(lent(function));
    }

    Handle handle_;
};

/// A request that verified: a URL check, or a push with its message. Endpoint::receive makes it.
///
/// Every answer is complete: in the push's own format, From and To swapped, sealed by the settings that opened it and with
/// its nonce. A Mini Program takes success(), empty(), transfer_customer_service() and reply_widget(); the others are an
/// Official Account's. A smart robot of WeCom takes success(), empty(), and JSON without From and To: reply_welcome(),
/// reply_stream(), reply_template_card(), reply_stream_with_template_card() and update_template_card(). A card is the text
/// of a JSON object, which is sent as it is given.
///
/// They throw an Error, besides what is said of each: UnwritableReply, where the message has no From and To, or is a
/// robot's and the answer is not one that robots take, or a text is not UTF-8 or has a character that XML lacks. Of a URL
/// check there is only response(): all else throws one with the status WXSEAL_ERROR_INVALID_ARGUMENT there, as response()
/// does of a push.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Incoming : public MessageFields<detail::OfPush> {
public:
    /// Whether it is a URL check or a push.
    Kind kind() const { return static_cast<Kind>(wxseal_incoming_kind(handle_.alive())); }

    /// The answer to a URL check.
    Response response() const { return answer(wxseal_incoming_response); }

    /// The format of the push's body, which the answer has too.
    Format format() const {
        const wxseal_format format = wxseal_incoming_format(handle_.alive());
        if (format == 0) {
            throw Error(WXSEAL_ERROR_INVALID_ARGUMENT);
        }
        return static_cast<Format>(format);
    }

    /// The message as the platform wrote it.
    std::string_view message_bytes() const & { return lent(wxseal_incoming_message_bytes); }
    std::string_view message_bytes() const && = delete;

    /// What this very request is known by, its signature: a replay has the same, the platform's own retry another.
    std::string_view replay_key() const & { return lent(wxseal_incoming_replay_key); }
    std::string_view replay_key() const && = delete;

    /// What a user searched for, of a `wxa_widget_data` event, as JSON: an object with `type` (a number or null), `slots`
    /// (an object), `longitude`, `latitude` (numbers or null) and `raw`, the text of the query as it came.
    ///
    /// @throws Error MalformedMessage: there is no Query, or it is not a JSON object. Answer with err_code -2 then.
    std::string_view widget_query_json() const & { return lent(wxseal_incoming_widget_query_json); }
    std::string_view widget_query_json() const && = delete;

    /// The value of one slot of the widget's query.
    std::optional<std::string_view> widget_slot(std::string_view key) const & {
        return detail::if_there(lent(wxseal_incoming_widget_slot, key));
    }
    std::optional<std::string_view> widget_slot(std::string_view key) const && = delete;

    /// The same push once more, whose answers are sealed at `now`, in seconds since 1970, with these random bytes, each time
    /// the same: for tests, which compare them. What is left out, `now` by 0, is what every other push's answers have, the
    /// system's time and fresh bytes of the operating system.
    Incoming sealing_with(std::uint64_t now = 0, const std::optional<Random> &random = std::nullopt) const {
        return detail::Access::make<Incoming>(wxseal_incoming_sealing_with, handle_.get(), now, random);
    }

    // Written by tools/faces: the answers.
    /// Answers `success`: received, and nothing to say. Never sealed.
    Response success() const { return answer(wxseal_incoming_success); }

    /// Answers with the empty body: received, and nothing to say. Never sealed.
    Response empty() const { return answer(wxseal_incoming_empty); }

    /// Answers with a text.
    Response reply_text(std::string_view content) const { return answer(wxseal_incoming_reply_text, content); }

    /// Answers with an image that was uploaded before.
    Response reply_image(std::string_view media_id) const { return answer(wxseal_incoming_reply_image, media_id); }

    /// Answers with a voice message that was uploaded before.
    Response reply_voice(std::string_view media_id) const { return answer(wxseal_incoming_reply_voice, media_id); }

    /// Answers with a video that was uploaded before.
    Response reply_video(std::string_view media_id, std::string_view title, std::string_view description) const {
        return answer(wxseal_incoming_reply_video, media_id, title, description);
    }

    /// Hands the user over to the customer-service console.
    ///
    /// @param kf_account  the account of the console, `name@account`, that is to take over; std::nullopt for any
    /// @throws Error UnwritableReply: also for an event: only what a user sent can be handed over.
    Response transfer_customer_service(std::optional<std::string_view> kf_account = std::nullopt) const {
        return answer(wxseal_incoming_transfer_customer_service, kf_account);
    }

    /// Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
    ///
    /// @param lifespan  for how many seconds the platform shows the answer before it asks again
    /// @param data      the template's own data: the text of a JSON object
    /// @param err_code  0 right, -1 no result, -2 bad parameters, -3 system error
    /// @param err_msg   what went wrong, in words
    /// @throws Error UnwritableReply: also for a message without a `Query`, another `err_code`, and data that is not a
    ///         JSON object.
    Response reply_widget(std::uint32_t lifespan, std::string_view data, std::int32_t err_code = 0,
                          std::string_view err_msg = "") const {
        return answer(wxseal_incoming_reply_widget, lifespan, data, err_code, err_msg);
    }

    /// Answers a robot's `enter_chat` event with a text, which a robot takes nowhere else; reply_template_card() with a
    /// card.
    Response reply_welcome(std::string_view content) const { return answer(wxseal_incoming_reply_welcome, content); }

    /// Answers a robot's message or `enter_chat` event with a card.
    ///
    /// @param card  the text of a JSON object
    /// @throws Error UnwritableReply: also for a card that is not a JSON object.
    Response reply_template_card(std::string_view card) const {
        return answer(wxseal_incoming_reply_template_card, card);
    }

    /// Answers with a document of the caller's own, XML or JSON as the push is: sealed, but otherwise as it is given.
    Response reply_raw(std::string_view message) const {
        return answer(wxseal_incoming_reply_raw, message.data(), message.size());
    }
    // What tools/faces writes ends here.

    // The documentation of those that follow is written by tools/faces too.

    /// Answers with music. What is not given is left out.
    Response reply_music(const Music &music) const {
        const wxseal_music c_music{detail::c(music.thumb_media_id), detail::c(music.title),
                                   detail::c(music.description), detail::c(music.music_url),
                                   detail::c(music.hq_music_url)};
        return answer(wxseal_incoming_reply_music, &c_music);
    }

    /// Answers with articles, at least one.
    Response reply_news(const std::vector<Article> &articles) const {
        std::vector<wxseal_article> c_articles;
        for (const Article &article : articles) {
            c_articles.push_back({detail::c(article.title), detail::c(article.description), detail::c(article.pic_url),
                                  detail::c(article.url)});
        }
        return answer(wxseal_incoming_reply_news, c_articles.data(), c_articles.size());
    }

    /// Answers a robot's message with a text, all of it or so far.
    ///
    /// @throws Error UnwritableReply: also for a `msg_item` that is not a JSON array.
    Response reply_stream(const StreamAnswer &stream) const {
        const wxseal_stream_answer c_stream = c_answer(stream);
        return answer(wxseal_incoming_reply_stream, &c_stream);
    }

    /// Answers a robot's message with a text and, once in its stream, a card.
    ///
    /// @throws Error UnwritableReply: also for a card that is not a JSON object, and a `msg_item` that is not a JSON
    ///         array.
    Response reply_stream_with_template_card(const StreamAnswer &stream,
                                             std::optional<std::string_view> card = std::nullopt) const {
        const wxseal_stream_answer c_stream = c_answer(stream);
        return answer(wxseal_incoming_reply_stream_with_template_card, &c_stream, card);
    }

    /// Answers a robot's `template_card_event` with what the card is to be from now on; its `task_id` must be the
    /// event's.
    ///
    /// @param card     the text of a JSON object
    /// @param userids  in a group, the users for whom it is, at least one; std::nullopt for everybody
    /// @throws Error UnwritableReply: also for a card that is not a JSON object, and `userids` that name nobody.
    Response update_template_card(std::string_view card,
                                  const std::optional<std::vector<std::string_view>> &userids = std::nullopt) const {
        if (!userids) {
            return answer(wxseal_incoming_update_template_card, card, nullptr, 0);
        }
        std::vector<wxseal_str> c_userids;
        // One more than there are, so that a list of nobody has an address.
        c_userids.reserve(userids->size() + 1);
        for (const std::string_view userid : *userids) {
            c_userids.push_back(detail::c(userid));
        }
        return answer(wxseal_incoming_update_template_card, card, c_userids.data(), c_userids.size());
    }

private:
    friend struct detail::Access;
    explicit Incoming(Handle handle) noexcept : MessageFields(std::move(handle)) {}

    static wxseal_stream_answer c_answer(const StreamAnswer &stream) noexcept {
        return {detail::c(stream.id), detail::c(stream.content), stream.finish ? 1 : 0, detail::c(stream.msg_item),
                detail::c(stream.feedback_id)};
    }

    template <typename Function, typename... Arguments>
    Response answer(Function function, const Arguments &...arguments) const {
        return detail::Access::make<Response>(function, handle_.get(), arguments...);
    }
};

/// The raw query of what a framework has decoded, each name as often as it was there. Prefer the raw query where it is to be
/// had: most frameworks hide a parameter that was repeated, and many turn + into a space.
inline std::string write_query(const std::vector<Parameter> &parameters) {
    const std::vector<wxseal_pair> pairs = detail::pairs(parameters);
    return detail::written(detail::needed(wxseal_query_write, pairs.data(), pairs.size()), wxseal_query_write,
                           pairs.data(), pairs.size());
}

/// One call for a whole request: verifies it and, made from a MsgCrypt, decrypts it.
///
/// While it is set up, one thread uses it; after that any number may. It can be moved but not copied.
class Endpoint {
public:
    /// An encrypted endpoint: it wants a cipher text and a `msg_signature` that holds, in the console's safe and compatible
    /// mode alike, and drops the plaintext fields of the latter. It keeps what it needs of the MsgCrypt.
    explicit Endpoint(const MsgCrypt &crypt)
        : handle_(Handle::make(wxseal_endpoint_new, detail::Access::handle(crypt))) {}

    /// A plain endpoint, for the console's plain mode. **Nothing signs a plaintext body**: whoever has seen one URL can
    /// forge messages until its timestamp is stale.
    ///
    /// @throws Error InvalidConfig: the Token is empty, or holds white space or a control character.
    static Endpoint plain(std::string_view token) {
        return detail::Access::make<Endpoint>(wxseal_endpoint_plain, token);
    }

    /// Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that
    /// open a push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
    Endpoint &also_accept(const MsgCrypt &crypt) {
        detail::call(wxseal_endpoint_also_accept, handle_.get(), detail::Access::handle(crypt));
        return *this;
    }

    /// How far a timestamp may lie from the server's time, in whole seconds; 0 is the same second, std::nullopt leaves
    /// it unchecked; unless it is set, 300.
    Endpoint &set_tolerance(std::optional<std::uint32_t> seconds) {
        const std::int64_t unchecked = -1;
        detail::call(wxseal_endpoint_set_tolerance, handle_.get(), seconds ? std::int64_t{*seconds} : unchecked);
        return *this;
    }

    // Written by tools/faces: the endpoint's options.
    /// The account (`gh_…`) that messages must be sent to. With it, a reply that somebody captured and sends back as a
    /// message is refused.
    Endpoint &set_account(std::string_view account) {
        detail::call(wxseal_endpoint_set_account, handle_.get(), account);
        return *this;
    }

    /// How large a body may be, in bytes; unless it is set, the MsgCrypt's, 4 MiB on a plain endpoint.
    Endpoint &set_max_body(std::size_t max_body) {
        detail::call(wxseal_endpoint_set_max_body, handle_.get(), max_body);
        return *this;
    }
    // What tools/faces writes ends here.

    /// Verifies a request and, on an encrypted endpoint, decrypts it.
    ///
    /// A request that verified within the tolerance verifies again: see Incoming::replay_key and RecentKeys.
    ///
    /// @param method     `GET` or `POST`
    /// @param raw_query  what stands behind the ? of the URL, undecoded; write_query makes it of decoded parameters
    /// @param body       the request's body, byte for byte
    /// @param now        the server's time in seconds since 1970; 0 for the system's
    /// @throws Error MalformedQuery (also of another method, with the HTTP status 405), MalformedEnvelope,
    ///         SignatureMismatch, StaleTimestamp; then those of MsgCrypt::decrypt after the signature, and MalformedMessage
    ///         for a message that is neither XML nor JSON, is one that only servers send, or is sent to another account.
    ///         Where several settings are accepted, the error is of the one that got furthest.
    Incoming receive(std::string_view method, std::string_view raw_query, std::string_view body = {},
                     std::uint64_t now = 0) const {
        return detail::Access::make<Incoming>(wxseal_endpoint_receive, handle_.get(), method, raw_query, body.data(),
                                              body.size(), now);
    }

    /// Why receive refuses a request, as JSON: an array of objects with a `name` and a `text` for a person, some with a
    /// `parameter` or `seconds`, the likeliest first. `[]` for a request that is right in all.
    ///
    /// For logs and for people, never for the peer. It holds nothing decrypted.
    std::string diagnose(std::string_view method, std::string_view raw_query, std::string_view body = {},
                         std::uint64_t now = 0) const {
        const auto diagnose = [&](void *out, std::size_t size, std::size_t *length) {
            return wxseal_endpoint_diagnose(handle_.get(), detail::c(method), detail::c(raw_query), body.data(),
                                            body.size(), now, out, size, length);
        };
        // The system's clock may pass the tolerance between the two calls, and a finding comes with it.
        return detail::written(detail::needed(diagnose) + 1024, diagnose);
    }

private:
    friend struct detail::Access;
    using Handle = detail::Handle<wxseal_endpoint, wxseal_endpoint_free>;
    explicit Endpoint(Handle handle) noexcept : handle_(std::move(handle)) {}

    Handle handle_;
};

/// A message or event that did not come over HTTP: a cloud function's.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Message : public MessageFields<detail::OfMessage> {
public:
    /// Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving. Nothing
    /// is verified, since the platform calls a cloud function itself.
    ///
    /// @throws Error MalformedMessage: it is not a JSON object, or nested deeper than 32.
    static Message from_cloud_event(std::string_view event) {
        return detail::Access::make<Message>(wxseal_message_from_cloud_event, event.data(), event.size());
    }

private:
    friend struct detail::Access;
    explicit Message(Handle handle) noexcept : MessageFields(std::move(handle)) {}
};

/// The right to answer a key, until its deadline has passed and another took it over. RecentKeys::claim makes it; it can
/// be moved but not copied. One that is dropped unanswered keeps the key until the deadline: see RecentKeys::release.
class Claim {
private:
    friend struct detail::Access;
    using Handle = detail::Handle<wxseal_claim, wxseal_claim_free>;
    explicit Claim(Handle handle) noexcept : handle_(std::move(handle)) {}

    Handle handle_;
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
    /// What is 0 is the library's default.
    ///
    /// @param claim_for    for how many seconds a handler may take before another may try: WXSEAL_DEFAULT_CLAIM_FOR
    /// @param keep_for     for how many seconds an answer is kept, longer than the platform's three tries and, against
    ///                     replays, than twice the endpoint's tolerance: WXSEAL_DEFAULT_KEEP_FOR
    /// @param max_entries  how many keys are remembered at most: WXSEAL_DEFAULT_MAX_ENTRIES
    /// @param max_bytes    how many bytes they may take, of each the key, the body of its answer and 320 bytes for the rest:
    ///                     WXSEAL_DEFAULT_MAX_BYTES. At a bound the oldest is forgotten
    explicit RecentKeys(std::uint64_t claim_for = 0, std::uint64_t keep_for = 0, std::size_t max_entries = 0,
                        std::size_t max_bytes = 0)
        : handle_(Handle::make(wxseal_recent_keys_new, claim_for, keep_for, max_entries, max_bytes)) {}

    /// Asks for a key, and claims it where nobody else has.
    ///
    /// @param now  in seconds since 1970; 0 for the system's
    /// @throws Error InvalidConfig: the key is not UTF-8. Those of Incoming never are such.
    Recent claim(std::string_view key, std::uint64_t now = 0) {
        wxseal_recent known = 0;
        wxseal_claim *claim = nullptr;
        wxseal_response *response = nullptr;
        std::uint64_t until = 0;
        detail::call(wxseal_recent_keys_claim, handle_.get(), key, now, &known, &claim, &response, &until);
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
        detail::call(wxseal_recent_keys_answer, handle_.get(), detail::Access::handle(claim),
                     detail::Access::handle(response), now, &stored);
        return stored != 0;
    }

    /// Gives a claim back, so that a retry may try at once: for a handler that failed. False if the claim is no longer the
    /// caller's.
    bool release(const Claim &claim) {
        std::int32_t released = 0;
        detail::call(wxseal_recent_keys_release, handle_.get(), detail::Access::handle(claim), &released);
        return released != 0;
    }

    /// How many keys are remembered.
    std::size_t size() const noexcept { return wxseal_recent_keys_length(handle_.get()); }

private:
    using Handle = detail::Handle<wxseal_recent_keys, wxseal_recent_keys_free>;

    Handle handle_;
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
    return detail::written(encrypted_data.size(), wxseal_decrypt_open_data, session_key, encrypted_data, iv, app_id);
}

/// Checks the `signature` that stands beside `rawData`, and returns if it holds.
///
/// @param raw_data  the text as it came, byte for byte
/// @throws Error InvalidKey: the session_key is not the base64 of 16 bytes; SignatureMismatch.
inline void verify_raw_data(std::string_view session_key, std::string_view raw_data, std::string_view signature) {
    detail::call(wxseal_verify_raw_data, session_key, raw_data, signature);
}

/// The platform's side, for tests: makes requests as WeChat makes them, and opens what a server answers. A timestamp, a
/// nonce and random bytes that are left out are fresh, as in MsgCrypt::encrypt.
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

/// What a server's sealed answer says.
struct Reply {
    /// The message inside.
    std::string message;
    /// The reply's own timestamp.
    std::string timestamp;
    /// The reply's nonce: the request's, repeated.
    std::string nonce;
    /// The format of the envelope.
    Format format;
};

/// The URL check of WeChat: the echostr comes in clear.
///
/// @throws Error MalformedQuery: timestamp or nonce is outside its grammar, or the echostr is no text.
inline Request url_check(std::string_view token, std::string_view echostr,
                         std::optional<std::string_view> timestamp = std::nullopt,
                         std::optional<std::string_view> nonce = std::nullopt) {
    return detail::request<Request>(wxseal_platform_url_check, token, timestamp, nonce, echostr);
}

/// The URL check of WeCom: the echostr comes encrypted.
inline Request encrypted_url_check(const MsgCrypt &crypt, std::string_view echostr,
                                   std::optional<std::string_view> timestamp = std::nullopt,
                                   std::optional<std::string_view> nonce = std::nullopt,
                                   const std::optional<Random> &random = std::nullopt) {
    return detail::request<Request>(wxseal_platform_encrypted_url_check, detail::Access::handle(crypt), timestamp,
                                    nonce, echostr, random);
}

/// A message in safe mode: the cipher text only.
///
/// @throws Error UnwritableReply: as for MsgCrypt::encrypt; also if the message is neither XML nor JSON.
inline Request push(const MsgCrypt &crypt, std::string_view message,
                    std::optional<std::string_view> timestamp = std::nullopt,
                    std::optional<std::string_view> nonce = std::nullopt, Format format = Format::xml,
                    const std::optional<Random> &random = std::nullopt) {
    return detail::request<Request>(wxseal_platform_push, detail::Access::handle(crypt), message.data(), message.size(),
                                    timestamp, nonce, format, random);
}

/// A message in compatible mode: in clear, with the cipher text beside it, in the message's own format.
inline Request compatible_push(const MsgCrypt &crypt, std::string_view message,
                               std::optional<std::string_view> timestamp = std::nullopt,
                               std::optional<std::string_view> nonce = std::nullopt,
                               const std::optional<Random> &random = std::nullopt) {
    return detail::request<Request>(wxseal_platform_compatible_push, detail::Access::handle(crypt), message.data(),
                                    message.size(), timestamp, nonce, random);
}

/// A message in plain mode: no signature covers the body.
inline Request plain_push(std::string_view token, std::string_view message,
                          std::optional<std::string_view> timestamp = std::nullopt,
                          std::optional<std::string_view> nonce = std::nullopt) {
    return detail::request<Request>(wxseal_platform_plain_push, token, message.data(), message.size(), timestamp,
                                    nonce);
}

/// Verifies and decrypts a server's sealed answer, as the platform does.
///
/// @throws Error MalformedEnvelope: it is not a reply's envelope, or a field has another type than the platform reads; then
///         those of MsgCrypt::decrypt.
inline Reply open_reply(const MsgCrypt &crypt, std::string_view body) {
    const auto reply = detail::Handle<wxseal_reply, wxseal_reply_free>::make(
        wxseal_platform_open_reply, detail::Access::handle(crypt), body.data(), body.size());
    return {detail::copied(wxseal_reply_message, reply.get()), detail::copied(wxseal_reply_timestamp, reply.get()),
            detail::copied(wxseal_reply_nonce, reply.get()), static_cast<Format>(wxseal_reply_format(reply.get()))};
}

} // namespace platform

/// Server API calls without I/O: what to send with the HTTP client of your choice, and what the answer says.
///
/// get and post make any call of api.weixin.qq.com; the others are the usual ones by name. They throw an Error:
/// InvalidConfig for a path that is not `/` and words of A-Z a-z 0-9 . _ -, or a name or token that is not UTF-8; UnwritableReply for
/// what a message says that is not UTF-8, and for a body or data that is not a JSON object.
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
class ApiError : public std::runtime_error {
public:
    /// The platform refused the call. `what()` is "errmsg (errcode)".
    ApiError(std::int64_t errcode, const std::string &errmsg)
        : std::runtime_error(errmsg + " (" + std::to_string(errcode) + ")"), errcode_(errcode),
          errmsg_(std::make_shared<const std::string>(errmsg)) {}

    /// What came is not a JSON object: a gateway's HTML, for one.
    ApiError()
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

/// Any call that is a GET. All its parameters stand in the query, `access_token` among them; names and values are
/// percent-encoded here.
inline Request get(std::string_view path, const std::vector<Parameter> &parameters) {
    const std::vector<wxseal_pair> pairs = detail::pairs(parameters);
    return detail::request<Request>(wxseal_api_get, path, pairs.data(), pairs.size());
}

/// Any call that is a POST of JSON. The body is sent as it stands: write it in raw UTF-8, since some calls show `\u` escapes
/// to the user.
inline Request post(std::string_view path, std::string_view access_token, std::string_view body) {
    return detail::request<Request>(wxseal_api_post, path, access_token, body);
}

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token` and `expires_in`, in seconds.
inline Request get_access_token(std::string_view app_id, std::string_view secret) {
    return detail::request<Request>(wxseal_api_get_access_token, app_id, secret);
}

/// `getStableAccessToken`: the same, but asked for again it gives the same token for as long as that is valid, so that
/// several servers need not agree on who asks. `force_refresh` makes a new one at once, for when a token has leaked.
inline Request get_stable_access_token(std::string_view app_id, std::string_view secret, bool force_refresh = false) {
    return detail::request<Request>(wxseal_api_get_stable_access_token, app_id, secret, force_refresh ? 1 : 0);
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and perhaps `unionid`.
inline Request code2session(std::string_view app_id, std::string_view secret, std::string_view js_code) {
    return detail::request<Request>(wxseal_api_code2session, app_id, secret, js_code);
}

/// `getPhoneNumber`: the number behind the code of the button `getPhoneNumber`. Its answer has `phone_info`.
inline Request get_phone_number(std::string_view access_token, std::string_view code) {
    return detail::request<Request>(wxseal_api_get_phone_number, access_token, code);
}

/// The customer-service send call: a text to a user who wrote within the last 48 hours.
inline Request send_customer_text(std::string_view access_token, std::string_view to_user, std::string_view content) {
    return detail::request<Request>(wxseal_api_send_customer_text, access_token, to_user, content);
}

/// The customer-service send call: an image that was uploaded before.
inline Request send_customer_image(std::string_view access_token, std::string_view to_user, std::string_view media_id) {
    return detail::request<Request>(wxseal_api_send_customer_image, access_token, to_user, media_id);
}

/// The customer-service send call: a card with a link.
inline Request send_customer_link(std::string_view access_token, std::string_view to_user, std::string_view title,
                                  std::string_view description, std::string_view url, std::string_view thumb_url) {
    return detail::request<Request>(wxseal_api_send_customer_link, access_token, to_user, title, description, url,
                                    thumb_url);
}

/// The customer-service send call: a card that leads to a page of the Mini Program.
inline Request send_customer_mini_program_page(std::string_view access_token, std::string_view to_user,
                                               std::string_view title, std::string_view pagepath,
                                               std::string_view thumb_media_id) {
    return detail::request<Request>(wxseal_api_send_customer_mini_program_page, access_token, to_user, title, pagepath,
                                    thumb_media_id);
}

/// `subscribeMessage.send`: a message to a user who subscribed to its template.
inline Request send_subscribe_message(std::string_view access_token, std::string_view to_user,
                                      const SubscribeMessage &message) {
    return detail::request<Request>(wxseal_api_send_subscribe_message, access_token, to_user, message.template_id,
                                    message.data, message.page, message.miniprogram_state, message.lang);
}

/// `msgSecCheck`, version 2: whether a text may be shown. Its answer has `result`, with `suggest` (`pass`, `review` or
/// `risky`) and `label`.
inline Request msg_sec_check(std::string_view access_token, const TextCheck &text) {
    return detail::request<Request>(wxseal_api_msg_sec_check, access_token, text.openid, text.scene, text.content,
                                    text.title, text.nickname, text.signature);
}

/// `mediaCheckAsync`, version 2: whether a sound (`media_type` 1) or a picture (2) may be shown. Its answer has `trace_id`;
/// the result comes as the event `wxa_media_check`. `scene` is that of TextCheck.
inline Request media_check_async(std::string_view access_token, std::string_view openid, std::uint32_t scene,
                                 std::string_view media_url, std::uint32_t media_type) {
    return detail::request<Request>(wxseal_api_media_check_async, access_token, openid, scene, media_url, media_type);
}

/// A successful answer of the server API; read makes it.
///
/// It never changes, so any number of threads may use one at once. It can be moved but not copied.
class Answer {
public:
    /// A field that is text, or an integer too large for integer(): its digits.
    std::optional<std::string_view> text(std::string_view name) const & {
        return detail::if_there(detail::lent(wxseal_api_answer_text, handle_.get(), name));
    }
    std::optional<std::string_view> text(std::string_view name) const && = delete;

    /// A field that is an integer within ±(2^53 - 1).
    std::optional<std::int64_t> integer(std::string_view name) const {
        std::int64_t integer = 0;
        std::int32_t found = 0;
        detail::call(wxseal_api_answer_integer, handle_.get(), name, &integer, &found);
        return found != 0 ? std::optional(integer) : std::nullopt;
    }

    /// The whole answer as JSON, for the JSON library of your choice: as it came, but that integers beyond ±(2^53 - 1) are
    /// the text of their digits, so that no reader rounds an id.
    std::string_view json() const & { return detail::lent(wxseal_api_answer_json, handle_.get()); }
    std::string_view json() const && = delete;

private:
    friend struct detail::Access;
    using Handle = detail::Handle<wxseal_api_answer, wxseal_api_answer_free>;
    explicit Answer(Handle handle) noexcept : handle_(std::move(handle)) {}

    Handle handle_;
};

/// Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0.
///
/// @throws ApiError: the platform says why; or it is not a JSON object, or nested deeper than 32.
inline Answer read(std::string_view body) {
    wxseal_api_answer *handle = nullptr;
    const wxseal_status status = wxseal_api_read(body.data(), body.size(), &handle);
    if (status == WXSEAL_ERROR_API_UNREADABLE) {
        throw ApiError();
    }
    detail::require(status);
    Answer answer = detail::Access::own<Answer>(handle);
    std::int64_t errcode = 0;
    const auto errmsg = detail::if_there(detail::lent(wxseal_api_answer_refused, handle, &errcode));
    if (errmsg) {
        throw ApiError(errcode, std::string(*errmsg));
    }
    return answer;
}

} // namespace api

} // namespace wxseal

#endif /* WXSEAL_HPP */
