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

#include "wxseal.h"

/// Verify, decrypt and answer WeChat message pushes.
///
/// Strings are UTF-8 and bodies are bytes, in `std::string_view` on the way in and `std::string` on the way out. What a
/// peer or a setting gets wrong is a wxseal::Error; any function may also throw `std::bad_alloc`.
///
/// The encrypted push of the official documentation, and its answer:
/// @code
/// #include <iostream>
/// #include <wxseal.hpp>
///
/// int main() {
///     try {
///         // The settings of the console's message push page. Made once, shared by all threads.
///         const wxseal::MsgCrypt crypt("AAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wxba5fad812f8e6fb9");
///
///         // msg_signature, timestamp and nonce of the query, and the body as it came.
///         const std::string message = crypt.decrypt(
///             "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", "1714112445", "415670741",
///             R"({"ToUserName":"gh_97417a04a28d","Encrypt":"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQ)"
///             R"(Hi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7G)"
///             R"(giaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwnt)"
///             R"(rA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="})");
///         std::cout << message << '\n';
///
///         // The current time, the push's nonce and its format.
///         std::cout << crypt.encrypt(R"({"demo_resp":"good luck"})", std::nullopt, "415670741", wxseal::Format::json)
///                   << '\n';
///     } catch (const wxseal::Error &error) {
///         // For the log; the peer is answered with error.http_status() and no details.
///         std::cerr << error.what() << '\n';
///         return 1;
///     }
/// }
/// @endcode
namespace wxseal {

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

    /// The HTTP status to answer with: 400 or 403 where the request is at fault, 500 where the server is.
    int http_status() const noexcept { return static_cast<int>(wxseal_status_http(status_)); }

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

inline const std::uint8_t *bytes(std::string_view text) noexcept {
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

inline std::uint8_t *bytes(std::string &text) noexcept { return reinterpret_cast<std::uint8_t *>(text.data()); }

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
    /// @param max_body          the largest body that is read, in bytes; 0 is the default of 4 MiB
    /// @throws Error InvalidConfig: the Token is empty, or holds white space or a control character; InvalidKey: the
    ///         EncodingAESKey is not 43 characters of base64, and `what()` has the offset of the first bad one.
    MsgCrypt(std::string_view token, std::string_view encoding_aes_key, std::string_view receive_id,
             Dialect dialect = Dialect::wechat, std::size_t max_body = 0) {
        const detail::Text token_text(detail::whole(token, WXSEAL_ERROR_INVALID_CONFIG));
        // A NUL in the key is a bad character like any other, to be named by its offset.
        const detail::Text key_text(encoding_aes_key.substr(0, encoding_aes_key.find('\0')));
        const detail::Text receive_id_text(detail::whole(receive_id, WXSEAL_ERROR_INVALID_CONFIG));

        wxseal_msg_crypt *made = nullptr;
        wxseal_status status =
            wxseal_msg_crypt_new_with(token_text.c_str(), key_text.c_str(), receive_id_text.c_str(),
                                      static_cast<wxseal_dialect>(dialect), max_body, &made);
        handle_.reset(made);
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
        std::string echo(echostr.size(), '\0');
        std::size_t length = 0;
        detail::require(wxseal_msg_crypt_verify_url(handle_.get(), signature_text.c_str(), timestamp_text.c_str(),
                                                    nonce_text.c_str(), echostr_text.c_str(), detail::bytes(echo),
                                                    echo.size(), &length));
        echo.resize(length);
        return echo;
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
        std::string message(body.size(), '\0');
        std::size_t length = 0;
        detail::require(wxseal_msg_crypt_decrypt(handle_.get(), signature_text.c_str(), timestamp_text.c_str(),
                                                 nonce_text.c_str(), detail::bytes(body), body.size(),
                                                 detail::bytes(message), message.size(), &length));
        message.resize(length);
        return message;
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
                        std::optional<std::string_view> nonce, const std::array<std::uint8_t, 16> &random,
                        Format format) const {
        return seal(message, timestamp, nonce, random.data(), format);
    }

private:
    std::string seal(std::string_view message, std::optional<std::string_view> timestamp,
                     std::optional<std::string_view> nonce, const std::uint8_t *random16, Format format) const {
        const detail::Text timestamp_text(detail::whole(timestamp.value_or(""), WXSEAL_ERROR_UNWRITABLE_REPLY));
        const detail::Text nonce_text(detail::whole(nonce.value_or(""), WXSEAL_ERROR_UNWRITABLE_REPLY));
        const auto c_format = static_cast<wxseal_format>(format);
        // 0 for what cannot be written; the call itself then says why.
        std::string reply(wxseal_msg_crypt_encrypt_bound(handle_.get(), message.size(), c_format), '\0');
        std::size_t length = 0;
        detail::require(wxseal_msg_crypt_encrypt(
            handle_.get(), detail::bytes(message), message.size(), timestamp ? timestamp_text.c_str() : nullptr,
            nonce ? nonce_text.c_str() : nullptr, random16, c_format, detail::bytes(reply), reply.size(), &length));
        reply.resize(length);
        return reply;
    }

    struct Free {
        void operator()(wxseal_msg_crypt *crypt) const noexcept { wxseal_msg_crypt_free(crypt); }
    };

    std::unique_ptr<wxseal_msg_crypt, Free> handle_;
};

} // namespace wxseal

#endif /* WXSEAL_HPP */
