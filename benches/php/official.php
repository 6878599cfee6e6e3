<?php
// The official sample's way, which the worker and a server of the benchmark use.

declare(strict_types=1);

/**
 * What the platform's own PHP sample does for every message, step by step, written anew: it decodes the key, draws 16
 * letters, pads character by character, hashes the sorted parts, and reads Encrypt and ToUserName out of a DOMDocument; of
 * JSON, which the sample for Mini Programs does not know, json_decode and json_encode take that place.
 */
final class Official
{
    private const PAD_TO = 32;
    private const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

    public function __construct(private string $token, private string $encodingAesKey, private string $receiveId)
    {
    }

    public function decrypt(string $signature, string $timestamp, string $nonce, string $body): string
    {
        $key = base64_decode($this->encodingAesKey . '=');
        [$encrypt] = $body[0] === '<' ? $this->readXml($body) : $this->readJson($body);
        if ($this->sign($timestamp, $nonce, $encrypt) !== $signature) {
            throw new RuntimeException('signature');
        }
        $padded = openssl_decrypt(
            base64_decode($encrypt), 'aes-256-cbc', $key, OPENSSL_RAW_DATA | OPENSSL_ZERO_PADDING, substr($key, 0, 16));
        $pad = ord(substr($padded, -1));
        $frame = substr($padded, 0, strlen($padded) - ($pad < 1 || $pad > self::PAD_TO ? 0 : $pad));
        $behind = substr($frame, 16);
        $length = unpack('N', substr($behind, 0, 4))[1];
        $message = substr($behind, 4, $length);
        if (substr($behind, 4 + $length) !== $this->receiveId) {
            throw new RuntimeException('receive id');
        }
        return $message;
    }

    public function encrypt(string $message, string $timestamp, string $nonce, string $format): string
    {
        $key = base64_decode($this->encodingAesKey . '=');
        $frame = $this->pad(
            $this->random() . pack('N', strlen($message)) . $message . $this->receiveId);
        $encrypt = base64_encode(openssl_encrypt(
            $frame, 'aes-256-cbc', $key, OPENSSL_RAW_DATA | OPENSSL_ZERO_PADDING, substr($key, 0, 16)));
        $signature = $this->sign($timestamp, $nonce, $encrypt);
        if ($format === 'json') {
            return json_encode([
                'Encrypt' => $encrypt,
                'MsgSignature' => $signature,
                'TimeStamp' => (int) $timestamp,
                'Nonce' => $nonce,
            ]);
        }
        return sprintf(
            "<xml>\n<Encrypt><![CDATA[%s]]></Encrypt>\n<MsgSignature><![CDATA[%s]]></MsgSignature>\n"
                . "<TimeStamp>%s</TimeStamp>\n<Nonce><![CDATA[%s]]></Nonce>\n</xml>",
            $encrypt, $signature, $timestamp, $nonce);
    }

    /** The cipher text and the account, which a reply lacks. */
    private function readXml(string $body): array
    {
        $document = new DOMDocument();
        $document->loadXML($body);
        return array_map(
            static fn (string $name): ?string => $document->getElementsByTagName($name)->item(0)?->nodeValue,
            ['Encrypt', 'ToUserName']);
    }

    private function readJson(string $body): array
    {
        $envelope = json_decode($body);
        return [$envelope->Encrypt, $envelope->ToUserName ?? null];
    }

    private function random(): string
    {
        $random = '';
        for ($drawn = 0; $drawn < 16; $drawn++) {
            $random .= self::LETTERS[mt_rand(0, strlen(self::LETTERS) - 1)];
        }
        return $random;
    }

    private function pad(string $frame): string
    {
        $pad = self::PAD_TO - strlen($frame) % self::PAD_TO;
        $padding = '';
        for ($written = 0; $written < $pad; $written++) {
            $padding .= chr($pad);
        }
        return $frame . $padding;
    }

    private function sign(string $timestamp, string $nonce, string $encrypt): string
    {
        $parts = [$encrypt, $this->token, $timestamp, $nonce];
        sort($parts, SORT_STRING);
        return sha1(implode($parts));
    }
}
