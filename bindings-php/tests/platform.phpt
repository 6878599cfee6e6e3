--TEST--
Platform makes requests that an Endpoint receives, and opens its answers
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\MsgCrypt;
use Wxseal\Platform;

const NOW = '1714112445';
const RANDOM = 'rrrrrrrrrrrrrrrr';
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$wecom = new MsgCrypt(TOKEN, KEY, 'ww1', 'wecom');
$messages = [
    'xml' => '<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType></xml>',
    'json' => '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text"}',
];
foreach ($messages as $format => $message) {
    $other = $format === 'xml' ? 'json' : 'xml';
    $requests = [
        'push' => [$crypt, Platform::push($crypt, $message, NOW, 'nonce', $format)],
        'push, wecom' => [$wecom, Platform::push($wecom, $message, NOW, 'nonce', $format, RANDOM)],
        'push, the other format' => [$crypt, Platform::push($crypt, $message, NOW, 'nonce', $other)],
        'compatiblePush' => [$crypt, Platform::compatiblePush($crypt, $message, NOW, 'nonce')],
        'plainPush' => [null, Platform::plainPush(TOKEN, $message, NOW, 'nonce')],
    ];
    foreach ($requests as $label => [$settings, $request]) {
        $endpoint = $settings ? new Endpoint($settings) : Endpoint::plain(TOKEN);
        $incoming = $endpoint->receive($request->method, $request->query, $request->body, (int) NOW);
        $answer = $incoming->replyRaw('the answer');
        $opened = $settings ? Platform::openReply($settings, $answer->body)->message : $answer->body;
        echo "$format, $label: $request->method ", $incoming->messageBytes() === $message ? 'opens' : 'differs',
            " $answer->contentType $opened\n";
    }
}
foreach ([$crypt, $wecom] as $settings) {
    $request = $settings === $wecom
        ? Platform::encryptedUrlCheck($settings, 'echo+/=', NOW, 'nonce')
        : Platform::urlCheck(TOKEN, 'echo+/=', NOW, 'nonce');
    $response = (new Endpoint($settings))->receive($request->method, $request->query, $request->body, (int) NOW)->response();
    echo "$request->method $response->body ", strlen($request->body), "\n";
}

echo "-- what is left out is fresh\n";
$fresh = [
    fn () => Platform::push($crypt, $messages['json'], format: 'json'),
    fn () => Platform::compatiblePush($crypt, $messages['xml']),
    fn () => Platform::plainPush(TOKEN, $messages['xml']),
    fn () => Platform::urlCheck(TOKEN, 'echo'),
    fn () => Platform::encryptedUrlCheck($wecom, 'echo'),
];
foreach ($fresh as $position => $call) {
    $endpoint = [new Endpoint($crypt), new Endpoint($crypt), Endpoint::plain(TOKEN), new Endpoint($crypt), new Endpoint($wecom)];
    [$one, $other] = [$call(), $call()];
    echo $endpoint[$position]->receive($one->method, $one->query, $one->body)->kind(), $one == $other ? ', the same' : '', "\n";
}

echo "-- all that an answer says\n";
foreach (['xml', 'json'] as $format) {
    $reply = Platform::openReply($wecom, $wecom->encrypt("a\0b", NOW, 'nonce', $format));
    echo json_encode(get_object_vars($reply)), "\n";
}

echo "-- the same random bytes, the same request\n";
$calls = [
    'push' => fn (?string $random) => Platform::push($crypt, $messages['xml'], NOW, '1', 'xml', $random),
    'compatiblePush' => fn (?string $random) => Platform::compatiblePush($crypt, $messages['xml'], NOW, '1', $random),
    'encryptedUrlCheck' => fn (?string $random) => Platform::encryptedUrlCheck($wecom, 'echo', NOW, '1', $random),
];
foreach ($calls as $name => $call) {
    $same = [$call(RANDOM) == $call(RANDOM), $call(null) == $call(null)];
    echo "$name: ", json_encode($same), ' ', outcome(fn () => $call('short')), "\n";
}

echo "-- what cannot be made or opened\n";
$calls = [
    fn () => Platform::urlCheck('', 'e'),
    fn () => Platform::urlCheck("a\0", 'e'),
    fn () => Platform::urlCheck(TOKEN, 'e', "1\0", '1'),
    fn () => Platform::urlCheck(TOKEN, 'e', '1', "1\0"),
    fn () => Platform::urlCheck(TOKEN, "e\xff", '1', '1'),
    fn () => Platform::urlCheck(TOKEN, 'e', '', '1'),
    fn () => Platform::encryptedUrlCheck($crypt, 'e', '1', ''),
    fn () => Platform::encryptedUrlCheck($crypt, "\xff", '1', '1'),
    fn () => Platform::push($crypt, 'neither', NOW, '1'),
    fn () => Platform::push($crypt, '{}', 'now', '1'),
    fn () => Platform::push($crypt, '{}', NOW, "1\0"),
    fn () => Platform::push($crypt, '{}', NOW, '1', 'yaml'),
    fn () => Platform::compatiblePush($crypt, '', NOW, '1'),
    fn () => Platform::plainPush(' ', '{}', NOW, '1'),
    fn () => Platform::plainPush(TOKEN, '{}', NOW, 'a b'),
    fn () => Platform::openReply($crypt, ''),
    fn () => Platform::openReply($crypt, "\0"),
    fn () => Platform::openReply($crypt, 'success'),
    fn () => Platform::openReply($wecom, $crypt->encrypt('x')),
    fn () => Platform::openReply(new MsgCrypt('another', KEY, 'wx1'), $crypt->encrypt('x')),
    fn () => Platform::openReply(null, ''),
    fn () => Platform::push('crypt', '{}', NOW, '1'),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}
?>
--EXPECT--
xml, push: POST opens application/xml the answer
xml, push, wecom: POST opens application/xml the answer
xml, push, the other format: POST opens application/json the answer
xml, compatiblePush: POST opens application/xml the answer
xml, plainPush: POST opens application/xml the answer
json, push: POST opens application/json the answer
json, push, wecom: POST opens application/json the answer
json, push, the other format: POST opens application/xml the answer
json, compatiblePush: POST opens application/json the answer
json, plainPush: POST opens application/json the answer
GET echo+/= 0
GET echo+/= 0
-- what is left out is fresh
push
push
push
url_check
url_check
-- all that an answer says
{"message":"a\u0000b","timestamp":"1714112445","nonce":"nonce","format":"xml"}
{"message":"a\u0000b","timestamp":"1714112445","nonce":"nonce","format":"json"}
-- the same random bytes, the same request
push: [true,false] InvalidConfig -40004 random
compatiblePush: [true,false] InvalidConfig -40004 random
encryptedUrlCheck: [true,false] InvalidConfig -40004 random
-- what cannot be made or opened
InvalidConfig -40004 token
InvalidConfig -40004 token
MalformedQuery -40001
MalformedQuery -40001
MalformedQuery -40001
MalformedQuery -40001
UnwritableReply -40011
MalformedQuery -40001
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
InvalidConfig -40004 format
UnwritableReply -40011
InvalidConfig -40004 token
MalformedQuery -40001
MalformedEnvelope -40002
MalformedEnvelope -40002
MalformedEnvelope -40002
ReceiveIdMismatch -40005
SignatureMismatch -40001
TypeError: Wxseal\Platform::openReply(): Argument #1 ($crypt) must be of type Wxseal\MsgCrypt, null given
TypeError: Wxseal\Platform::push(): Argument #1 ($crypt) must be of type Wxseal\MsgCrypt, string given
