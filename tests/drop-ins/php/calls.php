<?php

// Calls in the form that Tencent's sample documents: `calls.php xml|json`.

declare(strict_types=0);

require __DIR__ . '/drop_ins.inc';

const TEXT = '<xml><Content>你好</Content></xml>';
const ECHO_TEXT = '1616140317555161061';

$encrypt = sealed(TEXT);
$echostr = sealed(ECHO_TEXT);
$body = "<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[$encrypt]]></Encrypt></xml>";
$json = json_encode(['tousername' => 'gh_1', 'encrypt' => $encrypt]);
$signature = signature(TOKEN, T, N, $encrypt);
$echo_signature = signature(TOKEN, T, N, $echostr);
$crypt = new WXBizMsgCrypt(TOKEN, KEY, ID);

final class Written
{
    public function __toString(): string
    {
        return TEXT;
    }
}

/** What the call puts into its last argument; its number must be 0. */
function given(callable $call): mixed
{
    $value = null;
    same(ErrorCode::$OK, $call($value));
    return $value;
}

/** Its number, where it must leave its last argument alone. */
function number(callable $call): int
{
    $value = 'untouched';
    $number = $call($value);
    same('untouched', $value);
    return $number;
}

$opening = [
    'a push' => [TEXT, fn (&$out) => $crypt->DecryptMsg($signature, T, N, $body, $out)],
    'a push, as Official Accounts spell it' => [TEXT, fn (&$out) => $crypt->decryptMsg($signature, T, N, $body, $out)],
    'numbers' => [TEXT, fn (&$out) => $crypt->DecryptMsg($signature, (int) T, (int) N, $body, $out)],
    'JSON' => [TEXT, fn (&$out) => $crypt->DecryptMsg($signature, T, N, $json, $out)],
    'by name' => [TEXT, fn (&$out) => $crypt->DecryptMsg(
        sMsgSignature: $signature, sTimeStamp: T, sNonce: N, sPostData: $body, sMsg: $out)],
    'a URL check' => [ECHO_TEXT, fn (&$out) => $crypt->VerifyURL($echo_signature, T, N, $echostr, $out)],
    'a URL check by name' => [ECHO_TEXT, fn (&$out) => $crypt->VerifyURL(
        sMsgSignature: $echo_signature, sTimeStamp: T, sNonce: N, sEchoStr: $echostr, sReplyEchoStr: $out)],
];
foreach ($opening as $name => [$expected, $call]) {
    test("$name gives what the peer gives", static fn () => same($expected, given($call)));
}

$sealing = [
    'text' => [T, N, fn (&$out) => $crypt->EncryptMsg(TEXT, T, N, $out)],
    'text, as Official Accounts spell it' => [T, N, fn (&$out) => $crypt->encryptMsg(TEXT, T, N, $out)],
    'numbers' => [T, N, fn (&$out) => $crypt->EncryptMsg(TEXT, (int) T, (int) N, $out)],
    'microtime(true)' => [T, N, fn (&$out) => $crypt->EncryptMsg(TEXT, 1714112445.7, N, $out)],
    'an object that is a text' => [T, N, fn (&$out) => $crypt->EncryptMsg(new Written(), T, N, $out)],
    'now' => [null, N, fn (&$out) => $crypt->EncryptMsg(TEXT, null, N, $out)],
    'now, for an empty timestamp' => [null, N, fn (&$out) => $crypt->EncryptMsg(TEXT, '', N, $out)],
    'by name' => [T, N, fn (&$out) => $crypt->EncryptMsg(sReplyMsg: TEXT, sTimeStamp: T, sNonce: N, sEncryptMsg: $out)],
];
foreach ($sealing as $name => [$timestamp, $nonce, $call]) {
    test("a reply says what it was told to: $name", static function () use ($timestamp, $nonce, $call): void {
        $reply = given($call);
        $pattern = '~(\w+)(?:><!\[CDATA\[|>|": "?)([A-Za-z0-9+/=]+)~';
        same(4, preg_match_all($pattern, $reply, $found));
        $names = FORMAT === 'xml'
            ? ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce']
            : ['encrypt', 'msgsignature', 'timestamp', 'nonce'];
        same($names, $found[1]);
        [$encrypt, $signature, $signed, $repeated] = $found[2];
        same([TEXT, ID], opened($encrypt, KEY));
        same(signature(TOKEN, $signed, $repeated, $encrypt), $signature);
        same($nonce, $repeated);
        $timestamp === null
            ? same(true, abs(time() - (int) $signed) < 60)
            : same($timestamp, $signed);
    });
}

$refused = [
    'no body' => [-40002, fn (&$out) => $crypt->DecryptMsg($signature, T, N, '', $out)],
    'a body that is null' => [-40002, fn (&$out) => $crypt->DecryptMsg($signature, T, N, null, $out)],
    'no parameters' => [-40001, fn (&$out) => $crypt->DecryptMsg(null, null, null, $body, $out)],
    'a parameter that is repeated' => [-40001, fn (&$out) => $crypt->DecryptMsg($signature, T, [N, N], $body, $out)],
    'a reply that cannot be' => [-40011, fn (&$out) => $crypt->EncryptMsg(TEXT, T, 'a b', $out)],
];
foreach ($refused as $name => [$expected, $call]) {
    test("$name is a number, and nothing else", static fn () => same($expected, number($call)));
}

test('a key may have been copied with white space and padding', static function () use ($signature, $body): void {
    foreach ([KEY . '=', ' ' . KEY . "\n", substr(KEY, 0, 20) . "\r\n" . substr(KEY, 20) . "=\n"] as $key) {
        $crypt = new WXBizMsgCrypt(TOKEN, $key, ID);
        same(TEXT, given(static fn (&$out) => $crypt->DecryptMsg($signature, T, N, $body, $out)));
    }
});

test('a setting that cannot be right is -40004, from every call', static function () use ($signature, $body): void {
    $settings = array_map(
        static fn ($key) => [TOKEN, $key, ID],
        ['', null, substr(KEY, 1), KEY . 'A', '*' . substr(KEY, 1), substr(KEY, 0, 20) . '=' . substr(KEY, 21)]);
    foreach ([...$settings, ['', KEY, ID], [null, KEY, ID], ['a b', KEY, ID]] as $setting) {
        $crypt = new WXBizMsgCrypt(...$setting);
        same(ErrorCode::$IllegalAesKey, number(static fn (&$out) => $crypt->DecryptMsg($signature, T, N, $body, $out)));
        same(ErrorCode::$IllegalAesKey, number(static fn (&$out) => $crypt->VerifyURL($signature, T, N, 'a', $out)));
        same(ErrorCode::$IllegalAesKey, number(static fn (&$out) => $crypt->EncryptMsg(TEXT, T, N, $out)));
    }
});

test('no dump shows the key or the Token', static function () use ($crypt): void {
    $bad = new WXBizMsgCrypt(TOKEN, KEY . 'A', ID);
    foreach ([$crypt, $bad] as $one) {
        $shown = print_r($one, true);
        same([false, false], [str_contains($shown, KEY), PHP_VERSION_ID >= 80200 && str_contains($shown, TOKEN)]);
    }
    same(true, thrown(static fn () => serialize($crypt)) instanceof Exception);
});

test('ErrorCode has the numbers of the samples', static function (): void {
    $numbers = (new ReflectionClass(ErrorCode::class))->getStaticProperties();
    same(0, $numbers['OK']);
    same([0, ...range(-40001, -40011)], array_values(array_unique(array_values($numbers))));
    same(-40005, ErrorCode::$ValidateCorpidError);
});
