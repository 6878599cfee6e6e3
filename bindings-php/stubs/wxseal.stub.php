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
     * The `msg_signature` of a cipher text: SHA-1 over Token, timestamp, nonce and $encrypt, as 40 lower-case hexadecimal
     * digits. For gateways, and code that stands in for another library. To compare signatures is MsgCrypt::decrypt()'s
     * and verify_signature()'s, in constant time.
     *
     * @param string $timestamp 1 to 13 digits
     * @param string $nonce     1 to 63 of A-Z a-z 0-9 _ -
     * @param string $encrypt   the cipher text, in base64
     *
     * @throws Exception\InvalidConfig  the Token is empty or holds white space
     * @throws Exception\MalformedQuery timestamp or nonce is outside its grammar
     */
    function sign(#[\SensitiveParameter] string $token, string $timestamp, string $nonce, string $encrypt): string {}

    /**
     * Decrypts the `encryptedData` of wx.getUserInfo and its like, checks that it is meant for this Mini Program, and
     * returns its JSON.
     *
     * The data says when it was made, in `watermark.timestamp`; whether that is recent enough is yours to say.
     *
     * **It proves nothing against the Mini Program's own user**, through whose hands both arguments go: nothing signs
     * the data, and another iv changes its first 16 bytes unnoticed. What must be true, such as a phone number, is asked
     * from the platform: Api::getPhoneNumber().
     *
     * @param string $sessionKey    the user's session_key, as code2Session returned it: the base64 of 16 bytes
     * @param string $encryptedData `encryptedData` as the Mini Program got it: base64; white space inside is skipped
     * @param string $iv            the `iv` beside it: the base64 of 16 bytes
     * @param string $appId         the Mini Program's AppID, which the data's `watermark.appid` must be
     *
     * @throws Exception\InvalidKey        the session_key is not the base64 of 16 bytes
     * @throws Exception\InvalidBase64     the data or the iv is not base64
     * @throws Exception\DecryptFailed     probably a session_key that is out of date: calling wx.login makes a new one
     * @throws Exception\ReceiveIdMismatch the data is meant for another AppID
     */
    function decrypt_open_data(
        #[\SensitiveParameter] string $sessionKey,
        string $encryptedData,
        string $iv,
        string $appId,
    ): string {}

    /**
     * Checks the `signature` that stands beside `rawData`: SHA-1 over the data and the session_key.
     *
     * ```php
     * $rawData = '{"nickName":"Band"}';
     * $signature = sha1($rawData . 'HyVFkGl5F5OQWJZZaNzBBg==');        // what the Mini Program got beside the data
     * Wxseal\verify_raw_data('HyVFkGl5F5OQWJZZaNzBBg==', $rawData, $signature);
     * ```
     *
     * @param string $sessionKey the user's session_key, as its base64 text
     * @param string $rawData    `rawData` byte for byte, not decoded and encoded again
     * @param string $signature  40 lower-case hexadecimal digits
     *
     * @throws Exception\InvalidKey        the session_key is not the base64 of 16 bytes
     * @throws Exception\SignatureMismatch the signature is another
     */
    function verify_raw_data(
        #[\SensitiveParameter] string $sessionKey,
        #[\SensitiveParameter] string $rawData,
        string $signature,
    ): void {}

    /**
     * One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
     *
     * **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the key lives. An
     * Endpoint, which is made from this, checks the former and has more to offer; this is for what it does not.
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
         * @param string   $token          the Token
         * @param string   $encodingAesKey the EncodingAESKey: 43 characters of A-Z a-z 0-9 + /
         * @param string   $receiveId      what messages are addressed to: the AppID of a Mini Program or Official
         *                                 Account, the component's AppID on the open platform, the corpid or suiteid on
         *                                 WeCom. '' means that it must be empty, not that it is not checked
         * @param string   $dialect        whose names JSON replies have: 'wechat' or 'wecom'. Both are read
         * @param int|null $maxBody        how large a body may be, in bytes; null for 4 MiB
         *
         * @throws Exception\InvalidConfig the Token is empty, it or the receive id holds white space, or the dialect is
         *                                 unknown
         * @throws Exception\InvalidKey    the EncodingAESKey is malformed; its position says where
         */
        public function __construct(
            #[\SensitiveParameter] string $token,
            #[\SensitiveParameter] string $encodingAesKey,
            string $receiveId,
            string $dialect = 'wechat',
            ?int $maxBody = null,
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
        public function decrypt(
            string $msgSignature,
            string $timestamp,
            string $nonce,
            #[\SensitiveParameter] string $body,
        ): string {}

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
            #[\SensitiveParameter] string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
            string $format = 'xml',
            ?string $random = null,
        ): string {}

        /**
         * Pads, encrypts and signs a message, and returns the parts of its envelope: for gateways and drop-ins that have
         * an envelope of their own. Where it is the platform's, encrypt() is the one to use.
         *
         * The arguments and what is thrown are encrypt()'s.
         */
        public function seal(
            #[\SensitiveParameter] string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
            ?string $random = null,
        ): Sealed {}

        /**
         * Verifies and decrypts a bare cipher text, and returns the message with the receive id that stood behind it: for
         * a server that cannot know the id beforehand, such as one data callback for all the corps of a suite, and for
         * gateways and drop-ins that have an envelope of their own.
         *
         * **The receive id is yours to check.** decrypt() holds it against the one that is set, and is what everybody else
         * wants; the one that is set does not count here.
         *
         * ```php
         * $crypt = new Wxseal\MsgCrypt('AAAAA', str_repeat('A', 43), '');
         * $sealed = (new Wxseal\MsgCrypt('AAAAA', str_repeat('A', 43), 'ww1'))->seal('<xml/>');
         * $opened = $crypt->open($sealed->msgSignature, $sealed->timestamp, $sealed->nonce, $sealed->encrypt);
         * assert($opened->message() === '<xml/>' && $opened->receiveId() === 'ww1');
         * ```
         *
         * @param string $encrypt the cipher text, in base64
         *
         * @throws Exception\MalformedEnvelope the cipher text is larger than the largest body
         * @throws Exception                   those of decrypt(), but for the receive id
         */
        public function open(string $msgSignature, string $timestamp, string $nonce, string $encrypt): Opened {}
    }

    /**
     * A sealed message in its parts, of MsgCrypt::seal(): what an envelope is written from.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Sealed
    {
        /** The cipher text, in base64. */
        public readonly string $encrypt;

        /** The signature over Token, timestamp, nonce and the cipher text: 40 lower-case hexadecimal digits. */
        public readonly string $msgSignature;

        /** The timestamp that was signed. */
        public readonly string $timestamp;

        /** The nonce that was signed. */
        public readonly string $nonce;

        private function __construct() {}
    }

    /**
     * A message, and the receive id that stood behind it, of MsgCrypt::open(). It has methods and not properties, so that
     * no dump shows the message.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Opened
    {
        private function __construct() {}

        /** The message as the platform wrote it. */
        public function message(): string {}

        /**
         * Whom it is addressed to. **Nobody has compared it with anything**: whoever holds the Token and the key can
         * address a message to whom he likes.
         */
        public function receiveId(): string {}
    }

    /**
     * One call for a whole request: verifies it, decrypts it, and hands out what it says together with the ways to
     * answer. What an endpoint accepts is its own to choose, never the request's.
     *
     * Made from a MsgCrypt, it wants a cipher text and a `msg_signature` that holds; the console's safe and compatible
     * mode are read alike, and the plaintext fields of the latter are dropped. Made by plain(), it reads plaintext.
     * Whether a body is XML or JSON is told by the body, never by the `Content-Type`.
     *
     * **Within the tolerance a request that verified verifies again**: RecentKeys, or a store of your own, tells a
     * replay from a retry by Incoming::replayKey() and Incoming::dedupKey().
     *
     * An object never changes. It can be neither cloned nor serialized, and no dump of it shows what it was made from.
     *
     * ```php
     * $endpoint = new Wxseal\Endpoint(new Wxseal\MsgCrypt('AAAAA', str_repeat('A', 43), 'wxba5fad812f8e6fb9'));
     * // The official documentation's URL check. A server passes $_SERVER['REQUEST_METHOD'], $_SERVER['QUERY_STRING']
     * // and file_get_contents('php://input'), and leaves the time to the library.
     * $query = 'signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=42';
     * $incoming = $endpoint->receive('GET', $query, now: 1714036505);
     * assert($incoming->kind() === 'url_check' && $incoming->response()->body === '42');
     * ```
     *
     * @strict-properties
     * @not-serializable
     */
    final class Endpoint
    {
        /**
         * An encrypted endpoint.
         *
         * @param MsgCrypt    $crypt      the settings of the console's message push page
         * @param MsgCrypt[]  $alsoAccept further settings: the previous Token or key during a rotation, or another
         *                                receive id. The settings that open a push seal its answer
         * @param int|null    $tolerance  how far a timestamp may lie from the server's time, in whole seconds; 0 is the
         *                                same second, null leaves it unchecked
         * @param string|null $account    the account (`gh_…`) that messages must be sent to. With it, a reply that
         *                                somebody captured and sends back as a message is refused
         * @param int|null    $maxBody    how large a body may be, in bytes; null for the $crypt's
         *
         * @throws Exception\InvalidConfig the account is not a text
         */
        public function __construct(
            MsgCrypt $crypt,
            array $alsoAccept = [],
            ?int $tolerance = 300,
            ?string $account = null,
            ?int $maxBody = null,
        ) {}

        /**
         * A plain endpoint, for the console's plain mode. **Nothing signs a plaintext body**: whoever has seen one URL
         * can forge messages until its timestamp is stale.
         *
         * @param string      $token     the Token of the console's message push page
         * @param int|null    $tolerance how far a timestamp may lie from the server's time, in whole seconds; 0 is the
         *                               same second, null leaves it unchecked
         * @param string|null $account   the account (`gh_…`) that messages must be sent to. With it, a reply that
         *                               somebody captured and sends back as a message is refused
         * @param int|null    $maxBody   how large a body may be, in bytes; null for 4 MiB
         *
         * @throws Exception\InvalidConfig the Token is empty or holds white space
         */
        public static function plain(
            #[\SensitiveParameter] string $token,
            ?int $tolerance = 300,
            ?string $account = null,
            ?int $maxBody = null,
        ): Endpoint {}

        /**
         * Verifies a request and, on an encrypted endpoint, decrypts it.
         *
         * @param string       $method `$_SERVER['REQUEST_METHOD']`
         * @param string|array $query  what stands behind the ? of the URL, undecoded: `$_SERVER['QUERY_STRING']`. An
         *                             array such as `$_GET` is read too, but PHP keeps only the last of two parameters
         *                             that are named alike, and turns + into a space. What is an array in it counts as
         *                             repeated, what is null as missing
         * @param string       $body   the body, byte for byte: `file_get_contents('php://input')`
         * @param int|null     $now    the server's time in seconds since 1970; null for the system's
         *
         * @throws Exception\MalformedQuery    a parameter is missing, repeated or outside its grammar; or, with the
         *                                     httpStatus 405, the method is neither GET nor POST
         * @throws Exception\MalformedEnvelope the body is not XML or JSON with one Encrypt, or is too large or too deep
         * @throws Exception\SignatureMismatch the signature is another; nothing is decrypted before this check held
         * @throws Exception\StaleTimestamp    the timestamp lies further from the server's time than the tolerance; it
         *                                     has both
         * @throws Exception\InvalidBase64     Encrypt is not canonical base64
         * @throws Exception\DecryptFailed     length or padding of the cipher text: probably another EncodingAESKey
         * @throws Exception\MalformedFrame    the inner length does not fit
         * @throws Exception\ReceiveIdMismatch the message is addressed to another receive id
         * @throws Exception\MalformedMessage  the message is neither XML nor JSON, is one that only servers send, or is
         *                                     sent to another account
         */
        public function receive(
            string $method,
            string|array $query,
            #[\SensitiveParameter] string $body = '',
            ?int $now = null,
        ): Incoming {}

        /**
         * Why receive() refuses a request: tries the known mistakes and names those that explain it, the likeliest
         * first. Empty for a request that is right in all.
         *
         * For logs and for people, **never for the peer**. It holds nothing decrypted, and costs more than receive().
         *
         * The arguments are receive()'s.
         *
         * @return list<array{name: string, text: string, parameter?: string, seconds?: int}> `name` is the same in
         *         every language ("AnotherToken", "PlusBecameSpace" …), `text` says what to do, `parameter` is what is
         *         missing, and `seconds` is how much older the request is than the server's time
         */
        public function diagnose(
            string $method,
            string|array $query,
            #[\SensitiveParameter] string $body = '',
            ?int $now = null,
        ): array {}
    }

    /**
     * A request that verified: a URL check, whose answer is response(), or a push with its message and the ways to
     * answer. There is no other way to get one than Endpoint::receive().
     *
     * Every answer is complete: in the push's own format, From and To swapped, sealed by the settings that opened the
     * push, with its nonce. A Mini Program takes success(), empty(), transferCustomerService() and, for the search
     * widget, replyWidget(); the others are an Official Account's. A smart robot of WeCom takes success(), empty(), and
     * JSON without From and To: replyWelcome(), replyStream(), replyTemplateCard(), replyStreamWithTemplateCard() and
     * updateTemplateCard(). The text of a card is sent as it is given. They throw, besides what is said of each,
     *
     * - Exception\UnwritableReply: the message has no From and To, or is a robot's and the answer is not one that robots
     *   take; or a text has a character that XML lacks or is not UTF-8;
     * - \LogicException, as everything but kind() and response() does: it is a URL check.
     *
     * An object never changes. It can be neither cloned nor serialized, and no dump of it shows the message.
     *
     * ```php
     * $crypt = new Wxseal\MsgCrypt('AAAAA', str_repeat('A', 43), 'wx1');
     * $message = '<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1714112445</CreateTime>'
     *     . '<MsgType>text</MsgType><Content>hi</Content><MsgId>6054768590064713728</MsgId></xml>';
     * $request = Wxseal\Platform::push($crypt, $message);     // as the platform sends it
     * $incoming = (new Wxseal\Endpoint($crypt))->receive($request->method, $request->query, $request->body);
     * assert($incoming->kind() === 'push' && $incoming->message()['MsgId'] === '6054768590064713728');
     *
     * $response = $incoming->replyText("you said {$incoming->text('Content')}");
     * assert(str_contains(Wxseal\Platform::openReply($crypt, $response->body)->message, 'you said hi'));
     * ```
     *
     * @strict-properties
     * @not-serializable
     */
    final class Incoming
    {
        private function __construct() {}

        /** What it is: 'url_check' or 'push'. */
        public function kind(): string {}

        /**
         * The answer to a URL check.
         *
         * @throws \LogicException it is a push
         */
        public function response(): Response {}

        /**
         * The message, the same view of XML and of JSON: text, arrays by name and lists in the order of the wire;
         * integers only where a field is one everywhere (CreateTime, Scene …), MsgId always text; what is documented as
         * a list is one, also with one item in XML; a name that is repeated is a list. Parsed when it is first asked for.
         * messages.stub.php has the shapes.
         *
         * @return array<string, mixed>
         *
         * @throws Exception\MalformedMessage it is not one XML document or JSON object, or nested deeper than 32
         */
        public function message(): array {}

        /**
         * The message as compact JSON in UTF-8: what message() shows, but with objects and lists told apart when empty.
         *
         * @throws Exception\MalformedMessage as for message()
         */
        public function messageJson(): string {}

        /** The message as the platform wrote it, byte for byte. */
        public function messageBytes(): string {}

        /** The format of the request, which the answer has too: 'xml' or 'json'. */
        public function format(): string {}

        /**
         * A field that is text, by the wire's own name ('Content', 'EventKey' …), the first of a repeated one; null
         * where there is none. What comes in plain mode need not have the type that it should: this has.
         *
         * @throws Exception\MalformedMessage as for message()
         */
        public function text(string $name): ?string {}

        /**
         * The account that the message was sent to, gh_… on WeChat, a robot's `aibotid`; not the receive id.
         *
         * @throws Exception\MalformedMessage as for message(), here and of all that follow
         */
        public function toUserName(): ?string {}

        /** The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`. */
        public function fromUserName(): ?string {}

        /**
         * When the platform made it, in seconds since 1970: CreateTime, a suite's TimeStamp, or a robot's `create_time`.
         */
        public function createTime(): ?int {}

        /** 'text', 'image', 'event' …: MsgType, or a robot's `msgtype`. */
        public function msgType(): ?string {}

        /** Which event it is, where the msgType() is 'event': Event, or the `eventtype` in a robot's `event`. */
        public function event(): ?string {}

        /**
         * The message's id as text: MsgId, of 64 bits on the wire, or a robot's `msgid`. Events have none, but for a robot's.
         */
        public function msgId(): ?string {}

        /**
         * What the open platform tells a third party, 'component_verify_ticket' …; such messages have no To and From.
         */
        public function infoType(): ?string {}

        /**
         * What the message is known by when it is delivered again, since the platform sends up to three times: the key
         * for RecentKeys or a store of your own. 40 hexadecimal digits: a hash, which holds no openid. Two messages share
         * it only if they are the same; core/src/protocol.md says what is hashed.
         */
        public function dedupKey(): string {}

        /**
         * What this very request is known by, its signature: a replay has the same, the platform's own retry another.
         */
        public function replayKey(): string {}

        /**
         * What a user searched for, of a wxa_widget_data event.
         *
         * @throws Exception\MalformedMessage there is no Query, or it is not a JSON object; answer with
         *                                    `replyWidget(0, [], -2, …)` then
         */
        public function widgetQuery(): WidgetQuery {}

        /**
         * The same push once more, whose answers are sealed as is said here, each time the same. For tests, which compare
         * them: bytes used twice show that two answers begin alike.
         *
         * @param int|null    $now    the server's time in seconds since 1970; null for the system's
         * @param string|null $random 16 random bytes; null for the operating system's
         *
         * @throws Exception\InvalidConfig $random is not 16 bytes long
         */
        public function sealingWith(?int $now = null, ?string $random = null): Incoming {}

        // Written by tools/faces: the answers.
        /** Answers `success`: received, and nothing to say. Never sealed. */
        public function success(): Response {}

        /** Answers with the empty body: received, and nothing to say. Never sealed. */
        public function empty(): Response {}

        /** Answers with a text. */
        public function replyText(#[\SensitiveParameter] string $content): Response {}

        /** Answers with an image that was uploaded before. */
        public function replyImage(#[\SensitiveParameter] string $mediaId): Response {}

        /** Answers with a voice message that was uploaded before. */
        public function replyVoice(#[\SensitiveParameter] string $mediaId): Response {}

        /** Answers with a video that was uploaded before. */
        public function replyVideo(
            #[\SensitiveParameter] string $mediaId,
            #[\SensitiveParameter] string $title,
            #[\SensitiveParameter] string $description,
        ): Response {}

        /**
         * Answers with music. What is not given is left out.
         *
         * @param string      $thumbMediaId the picture: an image that was uploaded before
         * @param string|null $title        the headline
         * @param string|null $description  what stands below it
         * @param string|null $musicUrl     the URL of the music
         * @param string|null $hqMusicUrl   the same in higher quality, which is played over Wi-Fi
         */
        public function replyMusic(
            #[\SensitiveParameter] string $thumbMediaId,
            #[\SensitiveParameter] ?string $title = null,
            #[\SensitiveParameter] ?string $description = null,
            #[\SensitiveParameter] ?string $musicUrl = null,
            #[\SensitiveParameter] ?string $hqMusicUrl = null,
        ): Response {}

        /**
         * Answers with articles, at least one.
         *
         * @param array $articles each an array with the texts `title`, `description`, `picUrl` and `url`
         *
         * @throws \ValueError an article is not such an array
         */
        public function replyNews(#[\SensitiveParameter] array $articles): Response {}

        /**
         * Hands the user over to the customer-service console.
         *
         * @param string|null $kfAccount the account of the console, `name@account`, that is to take over; null for any
         *
         * @throws Exception\UnwritableReply also for an event: only what a user sent can be handed over
         */
        public function transferCustomerService(#[\SensitiveParameter] ?string $kfAccount = null): Response {}

        /**
         * Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
         *
         * @param int                 $lifespan for how many seconds the platform shows the answer before it asks again
         * @param array|object|string $data     the template's own data: an array or object, which is written as JSON in
         *                                      raw UTF-8, or the text of a JSON object
         * @param int                 $errCode  0 right, -1 no result, -2 bad parameters, -3 system error
         * @param string              $errMsg   what went wrong, in words
         *
         * @throws Exception\UnwritableReply also for a message without a `Query`, another $errCode, and data that is
         *                                   not a JSON object
         * @throws \ValueError               the $lifespan is not a number of 32 bits
         */
        public function replyWidget(
            int $lifespan,
            #[\SensitiveParameter] array|object|string $data,
            int $errCode = 0,
            #[\SensitiveParameter] string $errMsg = '',
        ): Response {}

        /**
         * Answers a robot's `enter_chat` event with a text, which a robot takes nowhere else; replyTemplateCard() with
         * a card.
         */
        public function replyWelcome(#[\SensitiveParameter] string $content): Response {}

        /**
         * Answers a robot's message with a text, all of it or so far.
         *
         * @param string            $id         how the stream is named: at first as the server likes, then by the `id`
         *                                      in the `stream` of the message
         * @param string            $content    the whole text so far, as Markdown; WeCom takes 20480 bytes
         * @param bool              $finish     whether this is all of it. Until then, WeCom asks for more by messages
         *                                      whose msgType() is `stream`, for up to six minutes
         * @param array|string|null $msgItem    pictures, which WeCom takes when the stream finishes: a list, or the
         *                                      text of a JSON array
         * @param string|null       $feedbackId how a `feedback_event` will name the answer; of the first answer alone
         *
         * @throws Exception\UnwritableReply also for a $msgItem that is not a JSON array
         */
        public function replyStream(
            #[\SensitiveParameter] string $id,
            #[\SensitiveParameter] string $content,
            bool $finish,
            #[\SensitiveParameter] array|string|null $msgItem = null,
            #[\SensitiveParameter] ?string $feedbackId = null,
        ): Response {}

        /**
         * Answers a robot's message or `enter_chat` event with a card.
         *
         * @param array|object|string $card an array or object, which is written as JSON in raw UTF-8, or the text of a
         *                                  JSON object
         *
         * @throws Exception\UnwritableReply also for a card that is not a JSON object
         */
        public function replyTemplateCard(#[\SensitiveParameter] array|object|string $card): Response {}

        /**
         * Answers a robot's message with a text and, once in its stream, a card.
         *
         * @param string                   $id         how the stream is named: at first as the server likes, then by
         *                                             the `id` in the `stream` of the message
         * @param string                   $content    the whole text so far, as Markdown; WeCom takes 20480 bytes
         * @param bool                     $finish     whether this is all of it. Until then, WeCom asks for more by
         *                                             messages whose msgType() is `stream`, for up to six minutes
         * @param array|object|string|null $card       an array or object, which is written as JSON in raw UTF-8, or the
         *                                             text of a JSON object
         * @param array|string|null        $msgItem    pictures, which WeCom takes when the stream finishes: a list, or
         *                                             the text of a JSON array
         * @param string|null              $feedbackId how a `feedback_event` will name the answer; of the first answer
         *                                             alone
         *
         * @throws Exception\UnwritableReply also for a card that is not a JSON object, and a $msgItem that is not a
         *                                   JSON array
         */
        public function replyStreamWithTemplateCard(
            #[\SensitiveParameter] string $id,
            #[\SensitiveParameter] string $content,
            bool $finish,
            #[\SensitiveParameter] array|object|string|null $card = null,
            #[\SensitiveParameter] array|string|null $msgItem = null,
            #[\SensitiveParameter] ?string $feedbackId = null,
        ): Response {}

        /**
         * Answers a robot's `template_card_event` with what the card is to be from now on; its `task_id` must be the
         * event's.
         *
         * @param array|object|string $card    an array or object, which is written as JSON in raw UTF-8, or the text of
         *                                     a JSON object
         * @param array|null          $userids in a group, the users for whom it is, at least one; null for everybody
         *
         * @throws Exception\UnwritableReply also for a card that is not a JSON object, and $userids that name nobody
         * @throws \ValueError               one of the $userids is not a text
         */
        public function updateTemplateCard(
            #[\SensitiveParameter] array|object|string $card,
            #[\SensitiveParameter] ?array $userids = null,
        ): Response {}

        /**
         * Answers with a document of the caller's own, XML or JSON as the push is: sealed, but otherwise as it is
         * given.
         */
        public function replyRaw(#[\SensitiveParameter] string $message): Response {}
        // What tools/faces writes ends here.
    }

    /**
     * A message that did not come over HTTP: the `event` of a cloud function. It shows what Incoming shows of a push,
     * so that one handler serves both ways of receiving.
     *
     * ```php
     * $event = ['FromUserName' => 'ohl4L0R', 'MsgType' => 'text', 'Content' => 'hi', 'MsgId' => '49d72d67_1555684067'];
     * $message = Wxseal\Message::fromCloudEvent($event);
     * assert($message->message() === $event && strlen($message->dedupKey()) === 40);
     * ```
     *
     * @strict-properties
     * @not-serializable
     */
    final class Message
    {
        private function __construct() {}

        /**
         * Reads the `event` of a cloud function. **Nothing is verified**, since the platform calls a cloud function
         * itself; what comes over HTTP is Endpoint::receive()'s.
         *
         * @param array|string $event the event, or its JSON
         *
         * @throws Exception\MalformedMessage it is not a JSON object, or nested deeper than 32
         */
        public static function fromCloudEvent(#[\SensitiveParameter] array|string $event): Message {}

        /**
         * As Incoming::message().
         *
         * @return array<string, mixed>
         */
        public function message(): array {}

        /** As Incoming::messageJson(). */
        public function messageJson(): string {}

        /** As Incoming::text(). */
        public function text(string $name): ?string {}

        /** As Incoming::toUserName(). */
        public function toUserName(): ?string {}

        /** As Incoming::fromUserName(). */
        public function fromUserName(): ?string {}

        /** As Incoming::createTime(). */
        public function createTime(): ?int {}

        /** As Incoming::msgType(). */
        public function msgType(): ?string {}

        /** As Incoming::event(). */
        public function event(): ?string {}

        /** As Incoming::msgId(). */
        public function msgId(): ?string {}

        /** What the open platform tells a third party. */
        public function infoType(): ?string {}

        /** As Incoming::dedupKey(). */
        public function dedupKey(): string {}
    }

    /**
     * What a user searched for, as the platform understood it: the `Query` of a wxa_widget_data event.
     *
     * @strict-properties
     * @not-serializable
     */
    final class WidgetQuery
    {
        /** Which of the developer's intents it is. */
        public readonly ?int $type;

        /**
         * The words that were recognised, by the names that the developer gave them, in the order of the wire.
         *
         * @var array<string, string>
         */
        public readonly array $slots;

        /** Where the user is, in degrees east. */
        public readonly ?float $longitude;

        /** Where the user is, in degrees north. */
        public readonly ?float $latitude;

        /** The text of the query as it came, which replyWidget() repeats. */
        public readonly string $raw;

        private function __construct() {}
    }

    /**
     * What to answer over HTTP, complete: send() it, or hand status, headers and body to a framework, as in
     * `new Symfony\Component\HttpFoundation\Response($response->body, $response->status, $response->headers)`.
     *
     * An object never changes. A store can keep it for the platform's retries: serialized, or as toBytes(), which all
     * languages read. Neither makes what the library would not make, whoever else writes to the store.
     *
     * @strict-properties
     */
    final class Response
    {
        /** The HTTP status: 200, or of a refusal 400, 403, 405 or 500. */
        public readonly int $status;

        /** 'text/plain; charset=utf-8', 'application/xml' or 'application/json'. */
        public readonly string $contentType;

        /**
         * The headers by name: Content-Type, X-Content-Type-Options (an echostr is a stranger's text), and with a 405
         * Allow.
         *
         * @var array<string, string>
         */
        public readonly array $headers;

        /** The body, byte for byte: nothing may be added to it, not even a line end. */
        public readonly string $body;

        private function __construct() {}

        /**
         * Sends it: http_response_code(), header() and echo in one, with its Content-Length. Nothing else may be
         * echoed.
         */
        public function send(): void {}

        /**
         * The response as bytes, for a store that processes share: fromBytes() of every language reads them. Their format
         * is that of wxseal_response_to_bytes in wxseal.h.
         */
        public function toBytes(): string {}

        /**
         * Reads what toBytes() has written, in any language and by any version of this library that is not newer.
         *
         * @throws Exception\UnwritableReply the bytes are another's, cut short, too long, or of a later version
         */
        public static function fromBytes(#[\SensitiveParameter] string $bytes): Response {}

        /** @return array{bytes: string} what toBytes() says, for serialize() */
        public function __serialize(): array {}

        /**
         * For unserialize().
         *
         * @throws Exception\UnwritableReply what was stored is another's, cut short, too long, or of a later version
         */
        public function __unserialize(#[\SensitiveParameter] array $data): void {}
    }

    /**
     * Remembers what was handled, so that a retry gets the first answer and nothing is done twice: a key is unknown,
     * then claimed until a deadline, then answered, then forgotten.
     *
     * **For servers that outlive a request**: Swoole, RoadRunner, FrankenPHP's worker mode, Workerman. It remembers for
     * as long as the object lives, in one process. Under php-fpm nothing outlives the request, and several processes do
     * not see each other's: keep the same states in a store of yours there, for as long as claimFor and keepFor say. With
     * Redis, `$redis->set($key, '', ['nx', 'ex' => 5])` claims a key, and
     * `$redis->setex($key, 600, $response->toBytes())` answers it.
     *
     * ```php
     * $recent = new Wxseal\RecentKeys();
     * $answer = function (Wxseal\Incoming $incoming, callable $handle) use ($recent): ?Wxseal\Response {
     *     $known = $recent->claim($incoming->dedupKey());
     *     if (!$known->claim) {
     *         return $known->response;              // null while another try is being worked on: do not answer then
     *     }
     *     try {
     *         $response = $handle($incoming);
     *         $known->claim->answer($response);
     *         return $response;
     *     } finally {
     *         $known->claim->release();             // of a handler that has thrown: a retry may try at once
     *     }
     * };
     * $first = $answer($incoming, fn ($incoming) => $incoming->replyText('hello'));
     * $retry = $answer($incoming, fn ($incoming) => $incoming->replyText('never said'));
     * assert($retry->body === $first->body);
     * ```
     *
     * @strict-properties
     * @not-serializable
     */
    final class RecentKeys implements \Countable
    {
        /**
         * @param int|null $claimFor   for how many seconds a handler may take before another may try; null for 5, as
         *                             long as the platform waits
         * @param int|null $keepFor    for how many seconds an answer is kept: longer than the platform's three tries
         *                             and, against replays, than twice the endpoint's tolerance; null for 600
         * @param int|null $maxEntries how many keys are remembered at most; null for 100,000. Then the oldest is
         *                             forgotten
         * @param int|null $maxBytes   how many bytes they may take: of each the key, the body of its answer and 320 bytes
         *                             for the rest; null for 64 MiB
         */
        public function __construct(
            ?int $claimFor = null,
            ?int $keepFor = null,
            ?int $maxEntries = null,
            ?int $maxBytes = null,
        ) {}

        /**
         * Asks for a key, and claims it where nobody else has.
         *
         * @param string   $key an Incoming's dedupKey(), or its replayKey()
         * @param int|null $now in seconds since 1970; null for the system's time
         *
         * @throws Exception\InvalidConfig the key is not UTF-8
         */
        public function claim(string $key, ?int $now = null): Recent {}

        /** How many keys are remembered. */
        public function count(): int {}
    }

    /**
     * What RecentKeys knows of a key.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Recent
    {
        /**
         * 'claimed': it is yours to handle now, and to answer. 'busy': somebody is handling it; wait, or do not answer,
         * and ask again. 'answered': answer the same.
         */
        public readonly string $state;

        /** The right to answer it, of what is claimed. */
        public readonly ?Claim $claim;

        /** The first answer, of what was answered. */
        public readonly ?Response $response;

        /** From when on it can be claimed again, of what is busy: in seconds since 1970. */
        public readonly ?int $until;

        private function __construct() {}
    }

    /**
     * The right to answer a key, of RecentKeys::claim(): yours until its time has run out and another took it over.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Claim
    {
        private function __construct() {}

        /**
         * Stores the answer for the retries. Returns false if the claim is no longer yours, since another took it over or
         * it was answered or given back; the answer may be sent all the same.
         *
         * @param int|null $now in seconds since 1970; null for the system's time
         */
        public function answer(Response $response, ?int $now = null): bool {}

        /**
         * Gives it back, so that a retry may try at once: for a handler that failed. Returns false if it is no longer
         * yours.
         */
        public function release(): bool {}
    }

    /**
     * The platform's side, for tests of your own server: makes requests as WeChat makes them, and opens what a server
     * answers. Everywhere, `$timestamp` is 1 to 13 digits (an Endpoint wants the ten of seconds) or null for the system's
     * time, `$nonce` 1 to 63 of A-Z a-z 0-9 _ - or null for 16 fresh hexadecimal digits, and `$random` 16 random bytes or
     * null for the operating system's.
     *
     * @strict-properties
     */
    final class Platform
    {
        private function __construct() {}

        /**
         * The URL check of WeChat: the echostr comes in clear.
         *
         * @throws Exception\InvalidConfig  the Token is empty or holds white space
         * @throws Exception\MalformedQuery timestamp or nonce is outside its grammar, or the echostr is not UTF-8
         */
        public static function urlCheck(
            #[\SensitiveParameter] string $token,
            string $echostr,
            ?string $timestamp = null,
            ?string $nonce = null,
        ): Platform\Request {}

        /**
         * The URL check of WeCom: the echostr comes encrypted.
         *
         * @throws Exception those of MsgCrypt::encrypt(), and MalformedQuery for an echostr that is not UTF-8
         */
        public static function encryptedUrlCheck(
            MsgCrypt $crypt,
            string $echostr,
            ?string $timestamp = null,
            ?string $nonce = null,
            ?string $random = null,
        ): Platform\Request {}

        /**
         * A message in safe mode: the cipher text only.
         *
         * @param string $message the message, XML or JSON
         * @param string $format  of the envelope around it: 'xml' or 'json'
         *
         * @throws Exception those of encryptedUrlCheck(); UnwritableReply also if the message is neither XML nor JSON
         */
        public static function push(
            MsgCrypt $crypt,
            #[\SensitiveParameter] string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
            string $format = 'xml',
            ?string $random = null,
        ): Platform\Request {}

        /**
         * A message in compatible mode: in clear, with the cipher text beside it, in the message's own format.
         *
         * @throws Exception those of push()
         */
        public static function compatiblePush(
            MsgCrypt $crypt,
            #[\SensitiveParameter] string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
            ?string $random = null,
        ): Platform\Request {}

        /**
         * A message in plain mode: no signature covers the body.
         *
         * @throws Exception those of urlCheck()
         */
        public static function plainPush(
            #[\SensitiveParameter] string $token,
            #[\SensitiveParameter] string $message,
            ?string $timestamp = null,
            ?string $nonce = null,
        ): Platform\Request {}

        /**
         * Verifies and decrypts a server's sealed answer.
         *
         * @throws Exception\MalformedEnvelope it is not a reply's envelope, or a field has another type than the
         *                                     platform reads
         * @throws Exception                   those of MsgCrypt::decrypt()
         */
        public static function openReply(MsgCrypt $crypt, #[\SensitiveParameter] string $body): Platform\Reply {}
    }

    /**
     * Calls of the server API without I/O: what to send with the HTTP client of your choice, and what the answer says.
     *
     * ```php
     * $request = Wxseal\Api::getAccessToken('wx1', 'secret');
     * assert($request->method() === 'GET');
     * assert(str_starts_with($request->url(), 'https://api.weixin.qq.com/cgi-bin/token?'));
     * // $answer = file_get_contents($request->url());
     * $answer = '{"access_token":"A","expires_in":7200}';
     * assert(Wxseal\Api::read($answer)['access_token'] === 'A');
     * ```
     *
     * get() and post() make any call of api.weixin.qq.com; the others are the usual ones by name.
     *
     * @strict-properties
     */
    final class Api
    {
        private function __construct() {}

        /**
         * Any call that is a GET.
         *
         * ```php
         * $request = Wxseal\Api::get('/cgi-bin/user/info', ['access_token' => 'A', 'openid' => 'o1']);
         * assert($request->url() === 'https://api.weixin.qq.com/cgi-bin/user/info?access_token=A&openid=o1');
         * ```
         *
         * @param array $parameters the texts or numbers of the query by name, `access_token` among them; they are
         *                          percent-encoded here
         *
         * @throws Exception\InvalidConfig an argument is not UTF-8, here and below. The path is not `/` and words of
         *                                 `A-Z a-z 0-9 . _ -`: no query, no host, no `..`
         */
        public static function get(string $path, #[\SensitiveParameter] array $parameters): Api\Request {}

        /**
         * Any call that is a POST of JSON.
         *
         * @param array|string $body an array becomes JSON in raw UTF-8; a text is JSON, and is sent as it stands: write it
         *                           in raw UTF-8, since some calls show `\u` escapes to the user
         *
         * @throws Exception\InvalidConfig   the path, as in get()
         * @throws Exception\UnwritableReply the body is not a JSON object
         */
        public static function post(
            string $path,
            #[\SensitiveParameter] string $accessToken,
            #[\SensitiveParameter] array|string $body,
        ): Api\Request {}

        /**
         * getAccessToken: the token that all other calls need. Its answer has `access_token` and `expires_in`, in
         * seconds.
         */
        public static function getAccessToken(string $appId, #[\SensitiveParameter] string $secret): Api\Request {}

        /**
         * getStableAccessToken: the same, but asked for again it gives the same token for as long as that is valid, so
         * that several servers need not agree on who asks.
         *
         * @param bool $forceRefresh makes a new one at once, for when a token has leaked
         */
        public static function getStableAccessToken(
            string $appId,
            #[\SensitiveParameter] string $secret,
            bool $forceRefresh = false,
        ): Api\Request {}

        /**
         * code2Session: the user behind the code of wx.login. Its answer has `openid`, `session_key`, perhaps
         * `unionid`.
         */
        public static function code2session(
            string $appId,
            #[\SensitiveParameter] string $secret,
            #[\SensitiveParameter] string $jsCode,
        ): Api\Request {}

        /**
         * getPhoneNumber: the number behind the code of the button getPhoneNumber. Its answer has `phone_info`, with
         * `phoneNumber`, `purePhoneNumber` and `countryCode`.
         */
        public static function getPhoneNumber(
            #[\SensitiveParameter] string $accessToken,
            #[\SensitiveParameter] string $code,
        ): Api\Request {}

        /**
         * The customer-service send call: a message to a user who wrote within the last 48 hours.
         *
         * @param string $accessToken of getAccessToken()
         * @param string $toUser      the user's openid
         * @param array  $message     as the platform documents it, without `touser`; one of
         *                            `['msgtype' => 'text', 'text' => ['content' => …]]`,
         *                            `['msgtype' => 'image', 'image' => ['media_id' => …]]`,
         *                            `['msgtype' => 'link', 'link' => ['title', 'description', 'url', 'thumb_url' =>
         *                            …]]`,
         *                            `['msgtype' => 'miniprogrampage', 'miniprogrampage' => ['title', 'pagepath',
         *                            'thumb_media_id' => …]]`; all are texts, and all must be there
         *
         * @throws \ValueError the message is none of these
         */
        public static function sendCustomerMessage(
            #[\SensitiveParameter] string $accessToken,
            string $toUser,
            #[\SensitiveParameter] array $message,
        ): Api\Request {}

        /**
         * subscribeMessage.send: a message to a user who subscribed to its template.
         *
         * @param string       $toUser           the user's openid
         * @param array|string $data             what the template's keys say: `['thing1' => ['value' => …]]`, or the same
         *                                       as JSON, which is sent as it stands
         * @param string|null  $page             the page that a tap on the message leads to, with its query; without one
         *                                       it leads nowhere
         * @param string|null  $miniprogramState 'developer', 'trial' or 'formal', the platform's default: which version
         *                                       of the Mini Program it leads to
         * @param string|null  $lang             'zh_CN', the platform's default, 'en_US', 'zh_HK' or 'zh_TW'
         *
         * @throws Exception\UnwritableReply the data is not a JSON object, or another text not UTF-8
         */
        public static function sendSubscribeMessage(
            #[\SensitiveParameter] string $accessToken,
            string $toUser,
            string $templateId,
            #[\SensitiveParameter] array|string $data,
            #[\SensitiveParameter] ?string $page = null,
            ?string $miniprogramState = null,
            ?string $lang = null,
        ): Api\Request {}

        /**
         * msgSecCheck, version 2: whether a text may be shown. Its answer has `result`, with `suggest` ('pass', 'review'
         * or 'risky') and `label`.
         *
         * @param string      $openid    the user, who must have visited the Mini Program within the last two hours
         * @param int         $scene     1 for a profile, 2 a comment, 3 a forum, 4 a social log
         * @param string      $content   the text, of at most 2500 characters
         * @param string|null $title     the text's headline
         * @param string|null $nickname  the user's nickname
         * @param string|null $signature the user's own motto, of a profile only
         */
        public static function msgSecCheck(
            #[\SensitiveParameter] string $accessToken,
            string $openid,
            int $scene,
            #[\SensitiveParameter] string $content,
            #[\SensitiveParameter] ?string $title = null,
            #[\SensitiveParameter] ?string $nickname = null,
            #[\SensitiveParameter] ?string $signature = null,
        ): Api\Request {}

        /**
         * mediaCheckAsync, version 2: whether a sound or a picture may be shown. Its answer has `trace_id`; the result
         * comes as the event `wxa_media_check`, within half an hour.
         *
         * @param string $openid    like the scene that of msgSecCheck()
         * @param string $mediaUrl  where it lies
         * @param int    $mediaType 1 for a sound, 2 for a picture
         */
        public static function mediaCheckAsync(
            #[\SensitiveParameter] string $accessToken,
            string $openid,
            int $scene,
            #[\SensitiveParameter] string $mediaUrl,
            int $mediaType,
        ): Api\Request {}

        /**
         * Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0.
         *
         * @return array<string, mixed> the whole answer; integers beyond ±(2^53 − 1) are text, as in all of wxseal's
         *                              languages
         *
         * @throws ApiError the platform says why it did not succeed; or it is not a JSON object, or nested deeper than 32:
         *                  a gateway's HTML, for one
         */
        public static function read(#[\SensitiveParameter] string $body): array {}
    }

    /**
     * A call of the server API that did not succeed; `getCode()` is its errcode, or 0. It is no Wxseal\Exception, since no
     * request was refused: nothing of it is for the platform to be answered with.
     */
    final class ApiError extends \RuntimeException
    {
        /** The platform's number for it; null where what came is not a JSON object. */
        public readonly ?int $errcode;

        /** The platform's words for it; empty where it has none. */
        public readonly string $errmsg;
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
         * The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is.
         * Whatever fails after the signature held has the same one.
         */
        public readonly int $httpStatus;

        /**
         * What to answer to the request that was refused: the httpStatus and its phrase. Exceptions of one status have
         * one answer, so that whoever sent a bad request does not learn why it is bad.
         */
        final public function response(): Response {}
    }
}

namespace Wxseal\Exception {
    // Written by tools/faces: the errors.
    /** The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits. */
    final class SignatureMismatch extends \Wxseal\Exception {}

    /**
     * A parameter of the query is missing, repeated or outside its grammar. A method that is neither GET nor POST is
     * this error too, with an httpStatus of 405.
     */
    final class MalformedQuery extends \Wxseal\Exception {}

    /** The timestamp lies further from the server's time than the tolerance. */
    final class StaleTimestamp extends \Wxseal\Exception
    {
        /** The request's timestamp, in seconds since 1970. */
        public readonly int $timestamp;

        /** The server's time, in seconds since 1970. */
        public readonly int $now;
    }

    /** The body is no envelope: not XML or JSON, without exactly one `Encrypt`, too large or too deep. */
    final class MalformedEnvelope extends \Wxseal\Exception {}

    /** The decrypted message cannot be read, is one that only servers send, or stands where an echostr should. */
    final class MalformedMessage extends \Wxseal\Exception {}

    /** The EncodingAESKey is not 43 characters of base64. */
    final class InvalidKey extends \Wxseal\Exception
    {
        /**
         * Where the first bad character is, in bytes from the start, counted from 0; the key's length if it is too
         * short.
         */
        public readonly int $position;
    }

    /**
     * A setting, or another argument of the server's own, cannot be right. The message says what it wants; where an
     * argument is a number or an object, PHP's own TypeError or a ValueError names it.
     */
    final class InvalidConfig extends \Wxseal\Exception
    {
        /**
         * Which one, by the name that it has in every language: 'token', 'receive_id', 'account', 'format', 'dialect',
         * 'random', 'path'; 'argument' is a name, a key or another text.
         */
        public readonly string $setting;
    }

    /** The message is addressed to another receive id. */
    final class ReceiveIdMismatch extends \Wxseal\Exception {}

    /** The cipher text has an impossible length, or its padding is wrong. */
    final class DecryptFailed extends \Wxseal\Exception {}

    /** The length inside the decrypted frame does not fit. */
    final class MalformedFrame extends \Wxseal\Exception {}

    /** `Encrypt` is not canonical standard base64. */
    final class InvalidBase64 extends \Wxseal\Exception {}

    /** A reply cannot be written, or a stored one cannot be read. */
    final class UnwritableReply extends \Wxseal\Exception {}
    // What tools/faces writes ends here.
}

namespace Wxseal\Platform {
    /**
     * A request as it goes over the wire.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Request
    {
        /** 'GET' or 'POST'. */
        public readonly string $method;

        /** What stands behind the ? of the URL. */
        public readonly string $query;

        /** Empty for a URL check. */
        public readonly string $body;

        private function __construct() {}
    }

    /**
     * What a server's sealed answer says.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Reply
    {
        /** The message inside. */
        public readonly string $message;

        /** The answer's own timestamp. */
        public readonly string $timestamp;

        /** The answer's nonce: the request's, repeated. */
        public readonly string $nonce;

        /** The format of the envelope: 'xml' or 'json'. */
        public readonly string $format;

        private function __construct() {}
    }
}

namespace Wxseal\Api {
    /**
     * A call of the server API. It has methods and not properties, so that no dump shows the secret or token in its
     * URL.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Request
    {
        private function __construct() {}

        /** 'GET' or 'POST'. */
        public function method(): string {}

        /** The whole URL. Its query holds a secret or a token: keep it out of logs. */
        public function url(): string {}

        /** The JSON to send, with `Content-Type: application/json`; empty for a GET. */
        public function body(): string {}
    }
}
