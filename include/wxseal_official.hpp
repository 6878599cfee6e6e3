/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * Tencent's C++ samples, with wxseal behind their names: include this file in place of WXBizMsgCrypt.h or
 * WXBizJsonMsgCrypt.h, and build as C++17 with `pkg-config --cflags --libs wxseal`. A new server has no use for it:
 * wxseal::Endpoint does more, in fewer lines.
 */
#ifndef WXSEAL_OFFICIAL_HPP
#define WXSEAL_OFFICIAL_HPP

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wxseal.hpp"

// The sample's header included tinyxml2's, and its users say that they use this namespace.
namespace tinyxml2 {}

namespace Tencent {

/// The numbers of the samples for Official Accounts and for WeCom, for XML and for JSON.
enum WXBizMsgCryptErrorCode {
    WXBizMsgCrypt_OK = 0,
    WXBizMsgCrypt_ValidateSignature_Error = -40001,
    WXBizMsgCrypt_ParseXml_Error = -40002,
    WXBizMsgCrypt_ParseJson_Error = -40002,
    WXBizMsgCrypt_ComputeSignature_Error = -40003,
    WXBizMsgCrypt_IllegalAesKey = -40004,
    WXBizMsgCrypt_ValidateAppid_Error = -40005,
    WXBizMsgCrypt_ValidateCorpid_Error = -40005,
    WXBizMsgCrypt_EncryptAES_Error = -40006,
    WXBizMsgCrypt_DecryptAES_Error = -40007,
    WXBizMsgCrypt_IllegalBuffer = -40008,
    WXBizMsgCrypt_EncodeBase64_Error = -40009,
    WXBizMsgCrypt_DecodeBase64_Error = -40010,
    WXBizMsgCrypt_GenReturnXml_Error = -40011,
    WXBizMsgCrypt_GenReturnJson_Error = -40011,
};

/// What the classes for XML and for JSON have in common. Both read both formats.
///
/// Each call returns a number of WXBizMsgCryptErrorCode and, where that is 0, puts what was asked for into its last argument.
/// A setting that cannot be right is -40004, from every call. The key may have been copied with white space, or with the
/// `=` of base64.
///
/// It never changes, so any number of threads may use one at once, and copies share what they are made of.
template <wxseal::Format format> class BasicMsgCrypt {
public:
    BasicMsgCrypt(const std::string &sToken, const std::string &sEncodingAESKey, const std::string &sReceiveId) {
        refused_ = number([&] {
            crypt_ = std::make_shared<const wxseal::MsgCrypt>(sToken, stripped(sEncodingAESKey), sReceiveId,
                                                              wxseal::Dialect::wecom);
        });
    }

    /// Verifies and decrypts the echostr of WeCom's URL check: what to answer with. One that reads like a message is
    /// refused, as -40002: nobody is shown what a captured push says.
    int VerifyURL(const std::string &sMsgSignature, const std::string &sTimeStamp, const std::string &sNonce,
                  const std::string &sEchoStr, std::string &sReplyEchoStr) const {
        return usable([&] { sReplyEchoStr = crypt_->verify_url(sMsgSignature, sTimeStamp, sNonce, sEchoStr); });
    }

    /// Verifies and decrypts a body.
    int DecryptMsg(const std::string &sMsgSignature, const std::string &sTimeStamp, const std::string &sNonce,
                   const std::string &sPostData, std::string &sMsg) const {
        return usable([&] { sMsg = crypt_->decrypt(sMsgSignature, sTimeStamp, sNonce, sPostData); });
    }

    /// Encrypts and signs a reply; now, where the timestamp is empty.
    int EncryptMsg(const std::string &sReplyMsg, const std::string &sTimeStamp, const std::string &sNonce,
                   std::string &sEncryptMsg) const {
        const auto timestamp = sTimeStamp.empty() ? std::nullopt : std::optional<std::string_view>(sTimeStamp);
        return usable([&] { sEncryptMsg = crypt_->encrypt(sReplyMsg, timestamp, sNonce, format); });
    }

private:
    /// What the samples return for what a call throws.
    template <typename Call> static int number(Call call) {
        try {
            call();
            return WXBizMsgCrypt_OK;
        } catch (const wxseal::Error &error) {
            return error.code();
        }
    }

    template <typename Call> int usable(Call call) const { return crypt_ ? number(call) : refused_; }

    static std::string stripped(std::string key) {
        const auto white = [](char c) { return std::string_view(" \t\r\n\v\f").find(c) != std::string_view::npos; };
        key.erase(std::remove_if(key.begin(), key.end(), white), key.end());
        key.erase(key.find_last_not_of('=') + 1);
        return key;
    }

    std::shared_ptr<const wxseal::MsgCrypt> crypt_;
    int refused_;
};

/// Replies in XML.
class WXBizMsgCrypt : public BasicMsgCrypt<wxseal::Format::xml> {
public:
    using BasicMsgCrypt::BasicMsgCrypt;
};

/// Replies in JSON, in WeCom's lower case.
class WXBizJsonMsgCrypt : public BasicMsgCrypt<wxseal::Format::json> {
public:
    using BasicMsgCrypt::BasicMsgCrypt;

    /// A text or a whole number of what DecryptMsg gave; -40002 where there is none of that name.
    int GetJsonField(const std::string &sJson, const std::string &sField, std::string &sValue) const {
        try {
            const auto message = wxseal::Message::from_cloud_event(sJson);
            const wxseal::Value value = message.get(sField);
            const auto text = value.text();
            if (!text && value.type() != wxseal::Type::integer) {
                return WXBizMsgCrypt_ParseJson_Error;
            }
            sValue = text ? std::string(*text) : std::to_string(value.integer());
            return WXBizMsgCrypt_OK;
        } catch (const wxseal::Error &) {
            return WXBizMsgCrypt_ParseJson_Error;
        }
    }
};

} // namespace Tencent

/// The samples' older name.
namespace EncryptAndDecrypt = Tencent;

#endif /* WXSEAL_OFFICIAL_HPP */
