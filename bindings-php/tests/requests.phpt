--TEST--
Whatever a peer sends gives an error of the table; no text ends at a NUL
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

$crypt = new Wxseal\MsgCrypt(TOKEN, KEY, 'wx1', 'wecom');

// One request of each kind that is right in all its parts.
$timestamp = '1714112445';
$nonce = '415670741';
$parts = [TOKEN, $timestamp, $nonce];
sort($parts, SORT_STRING);
$signature = sha1(implode($parts));
// A random text, as an echostr is: what reads like a document is refused as one.
$body = $crypt->encrypt('4375120948345356249', $timestamp, $nonce);
preg_match('~<Encrypt><!\[CDATA\[(.+)\]\]></Encrypt>\n<MsgSignature><!\[CDATA\[(.+)\]\]>~', $body, $sealed);
[, $echostr, $msgSignature] = $sealed;

$calls = [
    'verify_signature' => [
        fn (...$in) => Wxseal\verify_signature(TOKEN, ...$in),
        ['signature' => $signature, 'timestamp' => $timestamp, 'nonce' => $nonce],
    ],
    'verifyUrl' => [
        $crypt->verifyUrl(...),
        ['msgSignature' => $msgSignature, 'timestamp' => $timestamp, 'nonce' => $nonce, 'echostr' => $echostr],
    ],
    'decrypt' => [
        $crypt->decrypt(...),
        ['msgSignature' => $msgSignature, 'timestamp' => $timestamp, 'nonce' => $nonce, 'body' => $body],
    ],
    'encrypt' => [
        $crypt->encrypt(...),
        ['message' => '<xml/>', 'timestamp' => $timestamp, 'nonce' => $nonce],
    ],
];
foreach ($calls as $name => [$call, $right]) {
    echo "-- $name: ", outcome(fn () => $call(...$right)), "\n";
    foreach ($right as $argument => $value) {
        $wrong = [
            'NUL behind' => "$value\0",
            'NUL inside' => substr_replace($value, "\0", 3, 1),
            'NUL alone' => "\0",
            'not UTF-8' => substr_replace($value, "\xff", 3, 1),
            'surrogate' => substr_replace($value, "\xed\xa0\x80", 3, 1),
            'empty' => '',
            'huge' => str_repeat('1', 5 << 20),
        ];
        $outcomes = [];
        foreach ($wrong as $label => $bytes) {
            $outcomes[outcome(fn () => $call(...[...$right, $argument => $bytes]))][] = $label;
        }
        foreach ($outcomes as $outcome => $labels) {
            echo "$argument, ", implode(', ', $labels), ": $outcome\n";
        }
    }
}
?>
--EXPECT--
-- verify_signature: returned
signature, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: SignatureMismatch -40001
timestamp, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
nonce, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
-- verifyUrl: returned
msgSignature, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: SignatureMismatch -40001
timestamp, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
nonce, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
echostr, NUL behind, NUL inside, NUL alone, empty: SignatureMismatch -40001
echostr, not UTF-8, surrogate: InvalidBase64 -40010
echostr, huge: MalformedEnvelope -40002
-- decrypt: returned
msgSignature, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: SignatureMismatch -40001
timestamp, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
nonce, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedQuery -40001
body, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: MalformedEnvelope -40002
-- encrypt: returned
message, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: returned
timestamp, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: UnwritableReply -40011
nonce, NUL behind, NUL inside, NUL alone, not UTF-8, surrogate, empty, huge: UnwritableReply -40011
