<?php

// EasyWeChat 6: require this file before the application is made, and its Encryptor is this one. See docs/drop-in.md.

declare(strict_types=1);

namespace EasyWeChat\Kernel;

use EasyWeChat\Kernel\Exceptions\RuntimeException;
use EasyWeChat\OpenWork;
use Wxseal\Exception;
use Wxseal\MsgCrypt;
use function Wxseal\Compat\{msg_crypt, now_unless, usable};

require_once __DIR__ . '/settings.php';

/**
 * EasyWeChat's `Kernel\Encryptor`, which those of `Work`, `OpenWork` and others extend. Methods throw EasyWeChat's
 * RuntimeException, with the official number; wxseal's exception is the previous one.
 */
class Encryptor
{
    public const ERROR_INVALID_SIGNATURE = -40001;
    public const ERROR_PARSE_XML = -40002;
    public const ERROR_CALC_SIGNATURE = -40003;
    public const ERROR_INVALID_AES_KEY = -40004;
    public const ERROR_INVALID_APP_ID = -40005;
    public const ERROR_ENCRYPT_AES = -40006;
    public const ERROR_DECRYPT_AES = -40007;
    public const ERROR_INVALID_XML = -40008;
    public const ERROR_BASE64_ENCODE = -40009;
    public const ERROR_BASE64_DECODE = -40010;
    public const ERROR_XML_BUILD = -40011;
    public const ERROR_JSON_BUILD = -40012;
    public const ILLEGAL_BUFFER = -41003;

    private const SAYS = [
        self::ERROR_INVALID_SIGNATURE => 'Invalid Signature.',
        self::ERROR_INVALID_APP_ID => 'Invalid appId.',
    ];
    private readonly MsgCrypt|Exception $crypt;
    /** Whom messages must be addressed to; null where nobody knows that beforehand. */
    private readonly ?string $expected;
    /** Whom the last message was addressed to. */
    private ?string $found = null;

    /** Without a receive id, messages must be addressed to $appId; in `OpenWork`, to whatever corp it may be. */
    public function __construct(
        string $appId,
        #[\SensitiveParameter] private readonly string $token,
        #[\SensitiveParameter] string $aesKey,
        ?string $receiveId = null,
    ) {
        $anybody = $this instanceof OpenWork\Encryptor || $this instanceof OpenWork\SuiteEncryptor;
        $this->expected = $receiveId ?? ($anybody ? null : $appId);
        $this->crypt = msg_crypt($token, $aesKey, $receiveId ?? $appId);
    }

    public function getToken(): string
    {
        return $this->token;
    }

    /**
     * Whom the last message that was decrypted is addressed to; EasyWeChat has no such method. **In `OpenWork` nobody has
     * compared it with anything**: that is for whoever knows the corps.
     */
    public function getReceiveId(): ?string
    {
        return $this->found;
    }

    /** Encrypts and signs a reply; now and with a fresh nonce, unless they are given. */
    public function encrypt(
        string $plaintext,
        ?string $nonce = null,
        int|string|null $timestamp = null,
        string $messageType = 'xml',
    ): string {
        $write = $messageType === 'xml' ? 'encryptAsXml' : 'encryptAsJson';
        return $this->$write($plaintext, $nonce, $timestamp);
    }

    public function encryptAsXml(string $plaintext, ?string $nonce = null, int|string|null $timestamp = null): string
    {
        return vsprintf(
            '<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature><TimeStamp>%s</TimeStamp><Nonce>%s</Nonce></xml>',
            $this->encryptAsArray($plaintext, $nonce, $timestamp),
        );
    }

    public function encryptAsJson(string $plaintext, ?string $nonce = null, int|string|null $timestamp = null): string
    {
        $parts = array_values($this->encryptAsArray($plaintext, $nonce, $timestamp));
        $parts[2] = (int) $parts[2];
        return json_encode(array_combine(['encrypt', 'msgsignature', 'timestamp', 'nonce'], $parts));
    }

    public function encryptAsArray(string $plaintext, ?string $nonce = null, int|string|null $timestamp = null): array
    {
        try {
            $sealed = usable($this->crypt)->seal($plaintext, now_unless($timestamp), $nonce);
        } catch (Exception $refused) {
            throw self::refusal($refused);
        }
        return [
            'ciphertext' => $sealed->encrypt,
            'signature' => $sealed->msgSignature,
            'timestamp' => is_string($timestamp) ? $sealed->timestamp : (int) $sealed->timestamp,
            'nonce' => $sealed->nonce,
        ];
    }

    /** SHA-1 over what is given, sorted. To verify a message's signature is decrypt()'s. */
    public function createSignature(int|string ...$attributes): string
    {
        sort($attributes, SORT_STRING);
        return sha1(implode($attributes));
    }

    /** Verifies and decrypts what an envelope holds. */
    public function decrypt(string $ciphertext, string $msgSignature, string $nonce, int|string $timestamp): string
    {
        try {
            $opened = usable($this->crypt)->open($msgSignature, (string) $timestamp, $nonce, $ciphertext);
            if ($this->expected !== null && $opened->receiveId() !== $this->expected) {
                throw new Exception\ReceiveIdMismatch();
            }
        } catch (Exception $refused) {
            throw self::refusal($refused);
        }
        $this->found = $opened->receiveId();
        return $opened->message();
    }

    /** Without the Token. */
    public function __debugInfo(): array
    {
        return ['receiveId' => $this->expected];
    }

    private static function refusal(Exception $refused): RuntimeException
    {
        class_exists(RuntimeException::class) || require_once __DIR__ . '/easywechat/RuntimeException.php';
        $setting = $refused instanceof Exception\InvalidConfig ? $refused->setting : null;
        // Nothing can be addressed to an id that cannot be.
        $code = $setting === 'receive_id' ? self::ERROR_INVALID_APP_ID : $refused->getCode();
        return new RuntimeException(self::SAYS[$code] ?? $refused->getMessage(), $code, $refused);
    }
}
