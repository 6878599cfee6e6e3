<?php

// Calls in the form that EasyWeChat 6 documents: `calls_easywechat.php easywechat`.

declare(strict_types=1);

require __DIR__ . '/drop_ins.inc';

use EasyWeChat\Kernel\Encryptor;
use EasyWeChat\Kernel\Exceptions\RuntimeException;
use EasyWeChat\OpenWork;

const TEXT = '<xml><Content>你好</Content></xml>';

// EasyWeChat's own where it is there: it hands no receive id on.
class_exists(OpenWork\Encryptor::class)
    || class_alias((new class ('', '', '') extends Encryptor {})::class, OpenWork\Encryptor::class);

$encrypt = sealed(TEXT);
$signature = signature(TOKEN, T, N, $encrypt);
$encryptor = new Encryptor(ID, TOKEN, KEY, ID);

/** Reads and verifies what an encryptor wrote, and gives its timestamp and nonce. */
function says(array $parts): array
{
    [$encrypt, $signature, $timestamp, $nonce] = array_values($parts);
    same([TEXT, ID], opened($encrypt, KEY));
    same(signature(TOKEN, (string) $timestamp, $nonce, $encrypt), $signature);
    return [$timestamp, $nonce];
}

$opening = [
    'in its order' => static fn () => $encryptor->decrypt($encrypt, $signature, N, T),
    'by name' => static fn () =>
        $encryptor->decrypt(ciphertext: $encrypt, msgSignature: $signature, nonce: N, timestamp: (int) T),
    'without a receive id, of Work' => static fn () => (new Encryptor(ID, TOKEN, KEY))->decrypt($encrypt, $signature, N, T),
    'with another appId beside the receive id' => static fn () =>
        (new Encryptor('wx1', TOKEN, KEY, ID))->decrypt($encrypt, $signature, N, T),
    'with a key that was copied with white space and padding' => static fn () =>
        (new Encryptor(appId: ID, token: TOKEN, aesKey: ' ' . KEY . "=\n"))->decrypt($encrypt, $signature, N, T),
];
foreach ($opening as $name => $call) {
    test("a message is opened $name", static fn () => same(TEXT, $call()));
}

test('parts are as EasyWeChat names them', static function () use ($encryptor): void {
    $parts = $encryptor->encryptAsArray(plaintext: TEXT, nonce: N, timestamp: T);
    same(['ciphertext', 'signature', 'timestamp', 'nonce'], array_keys($parts));
    same([T, N], says($parts));
    same([(int) T, N], says($encryptor->encryptAsArray(TEXT, N, (int) T)));
});

test('what is left out is now, and a fresh nonce', static function () use ($encryptor): void {
    foreach ([[], [null, null], [null, '']] as $arguments) {
        [$timestamp, $nonce] = says($encryptor->encryptAsArray(TEXT, ...$arguments));
        same(true, abs(time() - (int) $timestamp) < 60);
        same(1, preg_match('/^[0-9a-f]{16}$/D', $nonce));
    }
    same(true, is_int($encryptor->encryptAsArray(TEXT)['timestamp']));
});

test('a reply is XML unless it is to be JSON', static function () use ($encryptor): void {
    foreach ([
        $encryptor->encrypt(TEXT, N, T),
        $encryptor->encrypt(plaintext: TEXT, nonce: N, timestamp: (int) T, messageType: 'xml'),
        $encryptor->encryptAsXml(TEXT, N, T),
    ] as $xml) {
        $pattern = '~^<xml><Encrypt>(.+)</Encrypt><MsgSignature>(.+)</MsgSignature>'
            . '<TimeStamp>(.+)</TimeStamp><Nonce>(.+)</Nonce></xml>$~D';
        same(1, preg_match($pattern, $xml, $found));
        same([T, N], says(array_slice($found, 1)));
    }
    foreach ([
        $encryptor->encrypt(TEXT, N, T, 'json'),
        $encryptor->encryptAsJson(TEXT, N, (int) T),
    ] as $json) {
        $parts = json_decode($json, true);
        same(['encrypt', 'msgsignature', 'timestamp', 'nonce'], array_keys($parts));
        same([(int) T, N], says($parts));
    }
});

test('a signature of anything is SHA-1 over what was sorted', static function () use ($encryptor): void {
    same(sha1('12ab'), $encryptor->createSignature('b', 'a', 1, '2'));
    same(TOKEN, $encryptor->getToken());
});

test('another receive id is an exception of its own', static function () use ($encrypt, $signature): void {
    foreach ([[ID, 'wx1'], ['wx1', null], ['no id', null]] as [$app, $receive]) {
        $encryptor = new Encryptor($app, TOKEN, KEY, $receive);
        $refused = thrown(static fn () => $encryptor->decrypt($encrypt, $signature, N, T));
        same([RuntimeException::class, -40005, 'Invalid appId.'],
            [$refused::class, $refused->getCode(), $refused->getMessage()]);
        same(null, $encryptor->getReceiveId());
    }
});

test('what is not signed is an exception that says so', static function () use ($encryptor, $encrypt, $signature): void {
    foreach ([[str_repeat('0', 40), N, T], [$signature, N, '1'], [$signature, '', ''], ['', 'a b', T]] as $stamp) {
        $refused = thrown(static fn () => $encryptor->decrypt($encrypt, ...$stamp));
        same([RuntimeException::class, -40001, 'Invalid Signature.'],
            [$refused::class, $refused->getCode(), $refused->getMessage()]);
        same(true, $refused->getPrevious() instanceof Wxseal\Exception);
    }
});

test('OpenWork opens what is addressed to any corp, and hands the id on', static function (): void {
    $encryptor = new OpenWork\Encryptor('ww1', TOKEN, KEY);
    same(null, $encryptor->getReceiveId());
    foreach (['ww2', 'ww3', ''] as $corp) {
        $encrypt = sealed(TEXT, KEY, $corp);
        same(TEXT, $encryptor->decrypt($encrypt, signature(TOKEN, T, N, $encrypt), N, T));
        same($corp, $encryptor->getReceiveId());
    }
    same('Invalid Signature.', thrown(static fn () => $encryptor->decrypt($encrypt, 'x', N, T))->getMessage());
    same(['ww1', TEXT], array_reverse(opened($encryptor->encryptAsArray(TEXT)['ciphertext'], KEY)));
});

test('a setting that cannot be right is refused when it is used', static function () use ($encrypt, $signature): void {
    foreach ([['', KEY], ['a b', KEY], [TOKEN, ''], [TOKEN, KEY . 'A'], [TOKEN, '*' . substr(KEY, 1)]] as $settings) {
        $encryptor = new Encryptor(ID, ...$settings);
        foreach ([
            static fn () => $encryptor->encrypt(TEXT),
            static fn () => $encryptor->decrypt($encrypt, $signature, N, T),
        ] as $call) {
            same([RuntimeException::class, -40004], [thrown($call)::class, thrown($call)->getCode()]);
        }
    }
});

test('a reply that cannot be written has its number', static function () use ($encryptor): void {
    foreach ([['a b', T], ['', T], [N, 'now']] as $stamp) {
        same(Encryptor::ERROR_XML_BUILD, thrown(static fn () => $encryptor->encrypt(TEXT, ...$stamp))->getCode());
    }
});

test('no dump shows the key or the Token', static function () use ($encryptor): void {
    $shown = print_r($encryptor, true) . print_r(new Encryptor(ID, TOKEN, KEY . 'A'), true);
    same([false, false], [str_contains($shown, KEY), str_contains($shown, TOKEN)]);
    same(true, thrown(static fn () => serialize($encryptor)) instanceof Exception);
});
