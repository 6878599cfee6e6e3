--TEST--
The parts of an envelope: sealed, signed and opened, whoever it is addressed to
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\MsgCrypt;

// The reply of the official documentation.
$file = json_decode(file_get_contents(ROOT . '/tests/vectors/encrypt_reply.json'), true);
foreach ($file['vectors'] as ['id' => $id, 'inputs' => $in, 'expected' => $expected]) {
    if (!isset($expected['encrypt'])) {
        continue;
    }
    $crypt = new MsgCrypt($in['token'], $in['encoding_aes_key'], $in['receive_id']);
    $sealed = $crypt->seal($in['plaintext'], $in['timestamp'], $in['nonce'], $in['random']);
    $is = [$sealed->encrypt, $sealed->msgSignature, $sealed->timestamp, $sealed->nonce];
    $is === [$expected['encrypt'], $expected['msg_signature'], $in['timestamp'], $in['nonce']] || print("$id: sealed\n");
    $signature = Wxseal\sign($in['token'], $in['timestamp'], $in['nonce'], $expected['encrypt']);
    $signature === $expected['msg_signature'] || print("$id: signed\n");
    $opened = $crypt->open($expected['msg_signature'], $in['timestamp'], $in['nonce'], $expected['encrypt']);
    [$opened->message(), $opened->receiveId()] === [$in['plaintext'], $in['receive_id']] || print("$id: opened\n");
}

echo "-- what is left out is fresh\n";
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
[$one, $other] = [$crypt->seal('<xml/>'), $crypt->seal('<xml/>')];
var_dump($one == $other, abs($one->timestamp - time()) < 5, strlen($one->nonce), $one->nonce === $other->nonce);
$random = str_repeat('r', 16);
var_dump($crypt->seal('', '1', '2', $random) == $crypt->seal('', '1', '2', $random));

echo "-- the receive id is the caller's to check\n";
$anybody = new MsgCrypt(TOKEN, KEY, '');
// With the same random bytes every time, since it is another key's padding that must not hold.
$sealed = $crypt->seal('<xml/>', '1714112445', '415670741', $random);
$parts = [
    'msgSignature' => $sealed->msgSignature, 'timestamp' => '1714112445', 'nonce' => '415670741', 'encrypt' => $sealed->encrypt,
];
var_dump($anybody->open(...$parts)->receiveId(), $anybody->open(...$parts)->message());
$empty = $anybody->seal('');
$opened = $crypt->open($empty->msgSignature, $empty->timestamp, $empty->nonce, $empty->encrypt);
var_dump($opened->receiveId(), $opened->message());

echo "-- what cannot be opened, sealed or signed\n";
foreach ($parts as $name => $value) {
    foreach (["$value\0", substr_replace($value, "\xff", 3, 1), ''] as $wrong) {
        $with = [...$parts, $name => $wrong];
        echo "$name: ", outcome(fn () => $anybody->open(...$with)), ', signed again: ', outcome(function () use ($anybody, $with) {
            unset($with['msgSignature']);
            $anybody->open(Wxseal\sign(TOKEN, ...$with), ...$with);
        }), "\n";
    }
}
$calls = [
    fn () => (new MsgCrypt(TOKEN, strrev(KEY), ''))->open(...$parts),
    fn () => $crypt->seal('', '01'),
    fn () => $crypt->seal('', null, 'a b'),
    fn () => $crypt->seal('', random: 'short'),
    fn () => $crypt->seal(null),
    fn () => Wxseal\sign('', '1', '1', ''),
    fn () => Wxseal\sign("\xff", '1', '1', ''),
    fn () => Wxseal\sign(TOKEN, '1', '1', "\xff"),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}
?>
--EXPECT--
-- what is left out is fresh
bool(false)
bool(true)
int(16)
bool(false)
bool(true)
-- the receive id is the caller's to check
string(3) "wx1"
string(6) "<xml/>"
string(0) ""
string(0) ""
-- what cannot be opened, sealed or signed
msgSignature: SignatureMismatch -40001, signed again: returned
msgSignature: SignatureMismatch -40001, signed again: returned
msgSignature: SignatureMismatch -40001, signed again: returned
timestamp: MalformedQuery -40001, signed again: MalformedQuery -40001
timestamp: MalformedQuery -40001, signed again: MalformedQuery -40001
timestamp: MalformedQuery -40001, signed again: MalformedQuery -40001
nonce: MalformedQuery -40001, signed again: MalformedQuery -40001
nonce: MalformedQuery -40001, signed again: MalformedQuery -40001
nonce: MalformedQuery -40001, signed again: MalformedQuery -40001
encrypt: SignatureMismatch -40001, signed again: InvalidBase64 -40010
encrypt: InvalidBase64 -40010, signed again: InvalidBase64 -40010
encrypt: SignatureMismatch -40001, signed again: DecryptFailed -40007
DecryptFailed -40007
UnwritableReply -40011
UnwritableReply -40011
InvalidConfig -40004 random
TypeError: Wxseal\MsgCrypt::seal(): Argument #1 ($message) must be of type string, null given
InvalidConfig -40004 token
InvalidConfig -40004 token
returned
