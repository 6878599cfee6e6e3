--TEST--
Bad keys, tokens, dialects, formats and random bytes
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\MsgCrypt;

echo "-- a bad key names the offset of its first bad character\n";
$keys = [
    'empty' => '',
    '42 characters' => substr(KEY, 1),
    '44 characters' => KEY . 'A',
    'an = behind it' => KEY . '=',
    'a line end behind it' => KEY . "\n",
    'a space before it' => ' ' . KEY,
    'a - inside' => substr_replace(KEY, '-', 5, 1),
    'Chinese inside' => substr_replace(KEY, '钥', 6, 3),
    'a NUL inside' => substr_replace(KEY, "\0", 9, 1),
    'a NUL behind it' => KEY . "\0",
    'a - inside and a NUL behind it' => substr_replace(KEY, '-', 5, 1) . "\0",
    'huge' => str_repeat('A', 1 << 20),
];
foreach ($keys as $label => $key) {
    try {
        new MsgCrypt(TOKEN, $key, 'wx1');
        echo "$label: accepted\n";
    } catch (Wxseal\Exception\InvalidKey $exception) {
        $text = '/^the EncodingAESKey is not .*; look at (offset (\d+)) \(-40004\)$/';
        preg_match($text, $exception->getMessage(), $offset);
        echo "$label: $exception->name {$exception->getCode()} ", $offset[1] ?? $exception->getMessage(),
            $exception->position === (int) ($offset[2] ?? -1) ? '' : " but $exception->position", "\n";
    }
}
echo 'not UTF-8: ', outcome(fn () => new MsgCrypt(TOKEN, substr_replace(KEY, "\xff", 5, 1), 'wx1')), "\n";

echo "-- a Token that was never set opens no door\n";
$tokens = [
    'empty' => '',
    'a space' => ' ',
    'a space inside' => 'a b',
    'a line end' => TOKEN . "\n",
    'a no-break space' => "\u{a0}" . TOKEN,
    'a NUL inside' => "to\0ken",
    'a NUL behind it' => TOKEN . "\0",
    'not UTF-8' => TOKEN . "\xff",
];
foreach ($tokens as $label => $token) {
    echo "$label: ", outcome(fn () => new MsgCrypt($token, KEY, 'wx1')), ', ';
    echo outcome(fn () => Wxseal\verify_signature($token, str_repeat('0', 40), '1', '1')), "\n";
}

echo "-- receive ids\n";
$ids = [
    'empty' => '',
    'long' => str_repeat('w', 1 << 16),
    'a line end behind it' => "wx1\n",
    'a space before it' => ' wx1',
    'an ideographic space' => "wx\u{3000}1",
    'a control character' => "wx1\x7f",
    'a NUL' => "wx1\0",
    'not UTF-8' => "wx\xff",
];
foreach ($ids as $label => $id) {
    echo "$label: ", outcome(fn () => new MsgCrypt(TOKEN, KEY, $id)), "\n";
}

echo "-- dialects and formats\n";
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1', 'wechat');
foreach (['wechat', 'wecom', 'WeChat', '', "wechat\0", 'dingtalk'] as $dialect) {
    echo json_encode($dialect), ': ', outcome(fn () => new MsgCrypt(TOKEN, KEY, 'wx1', $dialect)), "\n";
}
foreach (['xml', 'json', 'XML', '', "xml\0", 'yaml'] as $format) {
    echo json_encode($format), ': ', outcome(fn () => $crypt->encrypt('', format: $format)), "\n";
}
$reply = json_decode((new MsgCrypt(TOKEN, KEY, '', 'wecom'))->encrypt('{}', '1', '2', 'json'), true);
echo implode(' ', array_keys($reply)), "\n";

echo "-- random\n";
foreach ([0, 15, 17, 16] as $length) {
    echo "$length: ", outcome(fn () => $crypt->encrypt('', random: str_repeat("\0", $length))), "\n";
}

echo "-- the largest body\n";
$sealed = $crypt->seal('<xml/>', '1', '2');
$body = "<xml><Encrypt>$sealed->encrypt</Encrypt></xml>";
$bounds = [
    'none' => null, 'that of the body' => strlen($body), 'one less' => strlen($body) - 1, 'too few' => 10, 'zero' => 0, 'negative' => -1,
];
foreach ($bounds as $label => $bound) {
    $make = fn () => new MsgCrypt(TOKEN, KEY, 'wx1', maxBody: $bound);
    echo "$label: ", outcome(fn () => $make()->decrypt($sealed->msgSignature, '1', '2', $body)), ', ',
        outcome(fn () => $make()->open($sealed->msgSignature, '1', '2', $sealed->encrypt)), "\n";
}

echo "-- each has a sentence of its own\n";
$causes = [
    'token' => fn () => new MsgCrypt('', KEY, 'wx1'),
    'receive_id' => fn () => new MsgCrypt(TOKEN, KEY, ' '),
    'account' => fn () => Wxseal\Endpoint::plain(TOKEN, account: "\xff"),
    'format' => fn () => $crypt->encrypt('', format: ''),
    'dialect' => fn () => new MsgCrypt(TOKEN, KEY, '', ''),
    'random' => fn () => $crypt->encrypt('', random: ''),
    'path' => fn () => Wxseal\Api::get('', []),
    'argument' => fn () => (new Wxseal\RecentKeys())->claim("\xff"),
];
$sentences = [];
foreach ($causes as $setting => $cause) {
    try {
        $cause();
    } catch (Wxseal\Exception\InvalidConfig $exception) {
        var_dump($exception->setting === $setting && str_ends_with($exception->getMessage(), ' (-40004)'));
        $sentences[$exception->getMessage()] = $setting;
    }
}
var_dump(count($sentences) === count($causes));

echo "-- and whatever makes the exception\n";
$class = Wxseal\Exception\InvalidConfig::class;
var_dump((new $class())->setting);
$stored = sprintf('O:%d:"%s":', strlen($class), $class);
var_dump(unserialize("{$stored}0:{}")->setting, unserialize($stored . '1:{s:7:"setting";s:4:"path";}')->setting);
foreach (['i:1;', 'N;', 'a:0:{}'] as $value) {
    echo outcome(fn () => unserialize("{$stored}1:{s:7:\"setting\";$value}")), "\n";
}
// One that something else refers to.
$pair = unserialize("a:2:{i:0;{$stored}1:{s:7:\"setting\";s:4:\"path\";}i:1;R:3;}");
$pair[1] = 'account';
var_dump($pair[0]->setting, $pair[0]->response()->status);
?>
--EXPECT--
-- a bad key names the offset of its first bad character
empty: InvalidKey -40004 offset 0
42 characters: InvalidKey -40004 offset 42
44 characters: InvalidKey -40004 offset 43
an = behind it: InvalidKey -40004 offset 43
a line end behind it: InvalidKey -40004 offset 43
a space before it: InvalidKey -40004 offset 0
a - inside: InvalidKey -40004 offset 5
Chinese inside: InvalidKey -40004 offset 6
a NUL inside: InvalidKey -40004 offset 9
a NUL behind it: InvalidKey -40004 offset 43
a - inside and a NUL behind it: InvalidKey -40004 offset 5
huge: InvalidKey -40004 offset 43
not UTF-8: InvalidKey -40004
-- a Token that was never set opens no door
empty: InvalidConfig -40004 token, InvalidConfig -40004 token
a space: InvalidConfig -40004 token, InvalidConfig -40004 token
a space inside: InvalidConfig -40004 token, InvalidConfig -40004 token
a line end: InvalidConfig -40004 token, InvalidConfig -40004 token
a no-break space: InvalidConfig -40004 token, InvalidConfig -40004 token
a NUL inside: InvalidConfig -40004 token, InvalidConfig -40004 token
a NUL behind it: InvalidConfig -40004 token, InvalidConfig -40004 token
not UTF-8: InvalidConfig -40004 token, InvalidConfig -40004 token
-- receive ids
empty: returned
long: returned
a line end behind it: InvalidConfig -40004 receive_id
a space before it: InvalidConfig -40004 receive_id
an ideographic space: InvalidConfig -40004 receive_id
a control character: InvalidConfig -40004 receive_id
a NUL: InvalidConfig -40004 receive_id
not UTF-8: InvalidConfig -40004 receive_id
-- dialects and formats
"wechat": returned
"wecom": returned
"WeChat": InvalidConfig -40004 dialect
"": InvalidConfig -40004 dialect
"wechat\u0000": InvalidConfig -40004 dialect
"dingtalk": InvalidConfig -40004 dialect
"xml": returned
"json": returned
"XML": InvalidConfig -40004 format
"": InvalidConfig -40004 format
"xml\u0000": InvalidConfig -40004 format
"yaml": InvalidConfig -40004 format
encrypt msgsignature timestamp nonce
-- random
0: InvalidConfig -40004 random
15: InvalidConfig -40004 random
17: InvalidConfig -40004 random
16: returned
-- the largest body
none: returned, returned
that of the body: returned, returned
one less: MalformedEnvelope -40002, returned
too few: MalformedEnvelope -40002, MalformedEnvelope -40002
zero: ValueError: Wxseal\MsgCrypt::__construct(): Argument #5 ($maxBody) must be greater than or equal to 1, ValueError: Wxseal\MsgCrypt::__construct(): Argument #5 ($maxBody) must be greater than or equal to 1
negative: ValueError: Wxseal\MsgCrypt::__construct(): Argument #5 ($maxBody) must be greater than or equal to 1, ValueError: Wxseal\MsgCrypt::__construct(): Argument #5 ($maxBody) must be greater than or equal to 1
-- each has a sentence of its own
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
-- and whatever makes the exception
string(8) "argument"
string(8) "argument"
string(4) "path"
TypeError: Cannot assign int to property Wxseal\Exception\InvalidConfig::$setting of type string
TypeError: Cannot assign null to property Wxseal\Exception\InvalidConfig::$setting of type string
TypeError: Cannot assign array to property Wxseal\Exception\InvalidConfig::$setting of type string
string(7) "account"
int(500)
