<?php

/**
 * What the extension `wxseal` offers, for readers, editors and static analysers. wxseal_arginfo.h is made from this
 * file by `./arginfo`; nothing here is ever run.
 *
 * Every text is passed as its bytes: UTF-8, as the platform sends it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Wxseal {
    /**
     * The version of the library that does the work, as "major.minor.patch". `phpversion('wxseal')` is the extension's;
     * the two differ only where the extension was linked to another library than it was compiled for.
     *
     * @var string
     * @cvalue wxseal_version()
     */
    const VERSION = UNKNOWN;

    /**
     * Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce.
     *
     * On a URL check of WeChat, answer with the `echostr` exactly as received once this returns. The signature covers
     * **no body**: anybody who has seen one URL can forge plain-mode messages, and for an encrypted message it proves
     * nothing. Neither freshness nor replay is checked here: a request that verified once verifies for ever.
     *
     * ```php
     * Wxseal\verify_signature('AAAAA', 'f464b24fc39322e44b38aa78f5edd27bd1441696', '1714036504', '1514711492');
     * ```
     *
     * @param string $token     the Token of the console's message push page
     * @param string $signature the query's `signature`: 40 lower-case hexadecimal digits
     * @param string $timestamp the query's `timestamp`: 1 to 13 digits
     * @param string $nonce     the query's `nonce`: 1 to 63 of A-Z a-z 0-9 _ -; all three percent-decoded once
     *
     * @throws Exception\InvalidConfig     the Token is empty or holds white space
     * @throws Exception\MalformedQuery    timestamp or nonce is outside its grammar
     * @throws Exception\SignatureMismatch the signature is another
     */
    function verify_signature(
        #[\SensitiveParameter] string $token,
        string $signature,
        string $timestamp,
        string $nonce,
    ): void {}

    /**
     * One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
     *
     * **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the key lives. Hold
     * its timestamp against your clock, and remember what you have answered.
     *
     * An object never changes. It can be neither cloned nor serialized, and no dump of it shows the Token or the key.
     *
     * ```php
     * $crypt = new Wxseal\MsgCrypt('AAAAA', str_repeat('A', 43), 'wxba5fad812f8e6fb9');
     * // The random bytes are given here only so that the reply is the one in the official documentation.
     * $reply = $crypt->encrypt('{"demo_resp":"good luck"}', '1713424427', '415670741', 'json', '707722b803182950');
     * $message = $crypt->decrypt('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1', '1713424427', '415670741', $reply);
     * assert($message === '{"demo_resp":"good luck"}');
     * ```
     *
     * @strict-properties
     * @not-serializable
     */
    final class MsgCrypt
    {
        /**
         * Takes the settings of the console's message push page.
         *
         * @param string $token          the Token
         * @param string $encodingAesKey the EncodingAESKey: 43 characters of A-Z a-z 0-9 + /
         * @param string $receiveId      what messages are addressed to: the AppID of a Mini Program or Official
         *                               Account, the component's AppID on the open platform, the corpid or suiteid on
         *                               WeCom. '' means that it must be empty, not that it is not checked
         * @param string $dialect        whose names JSON replies have: 'wechat' or 'wecom'. Both are read
         *
         * @throws Exception\InvalidConfig the Token is empty or holds white space, or the dialect is unknown
         * @throws Exception\InvalidKey    the EncodingAESKey is malformed; the message says where
         */
        public function __construct(
            #[\SensitiveParameter] string $token,
            #[\SensitiveParameter] string $encodingAesKey,
            string $receiveId,
            string $dialect = 'wechat',
        ) {}

        /**
         * Answers WeCom's URL check: verifies and decrypts its `echostr`, and returns what to answer with.
         *
         * **On WeChat the echostr is not encrypted**: call verify_signature() and answer with the echostr exactly as
         * received.
         *
         * @param string $msgSignature the query's `msg_signature`
         * @param string $timestamp    the query's `timestamp`
         * @param string $nonce        the query's `nonce`
         * @param string $echostr      the query's `echostr`, percent-decoded once; mind that no + became a space
         *
         * @throws Exception those of decrypt()
         */
        public function verifyUrl(string $msgSignature, string $timestamp, string $nonce, string $echostr): string {}

        /**
         * Verifies and decrypts the body of a push, XML or JSON, and returns the message as the platform wrote it.
         *
         * @param string $msgSignature the query's `msg_signature`, not its `signature`
         * @param string $timestamp    the query's `timestamp`
         * @param string $nonce        the query's `nonce`
         * @param string $body         the request's body, byte for byte: `file_get_contents('php://input')`
         *
         * @throws Exception\MalformedQuery    timestamp or nonce is outside its grammar
         * @throws Exception\MalformedEnvelope the body is not XML or JSON with one Encrypt, or is too large or too deep
         * @throws Exception\SignatureMismatch the signature is another; nothing is decrypted before this check held
         * @throws Exception\InvalidBase64     Encrypt is not canonical base64
         * @throws Exception\DecryptFailed     length or padding of the cipher text: probably another EncodingAESKey
         * @throws Exception\MalformedFrame    the inner length does not fit
         * @throws Exception\ReceiveIdMismatch the message is addressed to another receive id
         */
        public function decrypt(string $msgSignature, string $timestamp, string $nonce, string $body): string {}

        /**
         * Encrypts and signs a reply, and returns the finished envelope: the body to answer with.
         *
         * The bodies `success` and '' are never encrypted: answer with them as they are.
         *
         * @param string      $message   the reply's XML or JSON, any bytes
         * @param string|null $timestamp the current time in seconds; null for the system's
         * @param string|null $nonce     the push's nonce; null for 16 fresh hexadecimal digits
         * @param string      $format    the format of the push: 'xml' or 'json'
         * @param string|null $random    16 random bytes, for tests; null, as it should be, for the operating system's.
         *                               Bytes used twice show that two messages begin alike
         *
         * @throws Exception\UnwritableReply the timestamp is not 1 to 13 digits without a leading zero, the nonce
         *                                   not 1 to 63 of A-Z a-z 0-9 _ -, or the message is 4 GiB or longer
         * @throws Exception\InvalidConfig   the format is unknown, or $random is not 16 bytes long
         */
        public function encrypt(
            string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
            string $format = 'xml',
            ?string $random = null,
        ): string {}
    }

    /**
     * What can go wrong, as one class a name. `getCode()` is the number that every official sample uses for the
     * failure, -40001 to -40011; `getMessage()` says what to look at and holds nothing secret.
     *
     * Made without arguments, an exception has the message and the number of its class.
     */
    abstract class Exception extends \RuntimeException
    {
        /** The name of the failure, the same in every language: "SignatureMismatch", "MalformedQuery" … */
        public readonly string $name;

        /**
         * The HTTP status to answer with: 400 or 403 where the request is at fault, 500 where the server is. Whatever
         * fails after the signature held has the same one.
         */
        public readonly int $httpStatus;
    }
}

namespace Wxseal\Exception {
    /** The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits. */
    final class SignatureMismatch extends \Wxseal\Exception {}

    /** A parameter of the query is missing, repeated or outside its grammar. */
    final class MalformedQuery extends \Wxseal\Exception {}

    /** The timestamp lies further from the server's time than the tolerance. */
    final class StaleTimestamp extends \Wxseal\Exception {}

    /** The body is no envelope: not XML or JSON, without exactly one Encrypt, too large or too deep. */
    final class MalformedEnvelope extends \Wxseal\Exception {}

    /** The decrypted message cannot be read, or is one that only servers send. */
    final class MalformedMessage extends \Wxseal\Exception {}

    /** The EncodingAESKey is not 43 characters of base64; the message says where to look. */
    final class InvalidKey extends \Wxseal\Exception {}

    /** The Token is empty or holds white space, or another setting is missing or unknown. */
    final class InvalidConfig extends \Wxseal\Exception {}

    /** The message is addressed to another receive id. */
    final class ReceiveIdMismatch extends \Wxseal\Exception {}

    /** The cipher text has an impossible length, or its padding is wrong. */
    final class DecryptFailed extends \Wxseal\Exception {}

    /** The length inside the decrypted frame does not fit. */
    final class MalformedFrame extends \Wxseal\Exception {}

    /** Encrypt is not canonical standard base64. */
    final class InvalidBase64 extends \Wxseal\Exception {}

    /** A reply cannot be written. */
    final class UnwritableReply extends \Wxseal\Exception {}
}
