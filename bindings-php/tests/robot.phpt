--TEST--
The answers to a robot, and music, from values of PHP's own
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\Platform;

function receive(string $message): Incoming
{
    $request = Platform::plainPush(TOKEN, $message, '1714112445', '1');
    return Endpoint::plain(TOKEN)->receive($request->method, $request->query, $request->body, 1714112445);
}

/** What an answer says, or what is thrown in its place. */
function said(callable $answer): string
{
    $outcome = outcome(function () use ($answer, &$body) {
        $body = $answer()->body;
    });
    return $body ?? $outcome;
}

$robot = receive('{"msgid":"m1","aibotid":"r1","from":{"userid":"u1"},"msgtype":"event","create_time":1714112440,'
    . '"event":{"eventtype":"enter_chat"}}');
$account = receive('{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi"}');
foreach (['toUserName', 'fromUserName', 'createTime', 'msgType', 'event', 'msgId', 'infoType'] as $accessor) {
    echo "$accessor: ", var_export($robot->$accessor(), true), "\n";
}

final class Card implements JsonSerializable
{
    public function __construct(private mixed $value) {}

    public function jsonSerialize(): mixed
    {
        return is_callable($this->value) ? ($this->value)() : $this->value;
    }
}
$cards = [
    'text' => "{ \"名\": 1.0 }\n",
    'array' => ['card_type' => 'text_notice', '名' => "腾讯/\u{2028}", 'n' => PHP_INT_MAX, 'list' => []],
    'empty' => [],
    'object' => new Card(['a' => 1.0]),
    'list' => [1],
    'no object' => new Card([1]),
    'no JSON' => 'card',
    'NUL' => "{}\0",
    'not UTF-8' => ['a' => "\xff"],
    'infinite' => ['a' => INF],
    'throwing' => new Card(fn () => throw new DomainException('from the value')),
    'null' => null,
    'number' => 1,
];
foreach ($cards as $label => $card) {
    echo "-- $label\n";
    echo said(fn () => $robot->replyTemplateCard($card)), "\n";
    echo said(fn () => $robot->replyStreamWithTemplateCard('s', 'c', false, $card, [['msgtype' => 'image']])), "\n";
    echo said(fn () => $robot->updateTemplateCard($card, ['u1'])), "\n";
}

echo "-- pictures\n";
$items = [[['msgtype' => 'image', 'image' => ['base64' => 'a/b', 'md5' => '']]], '[ 1 ]', [], null, ['a' => 1], '{}', "[]\0", 1];
foreach ($items as $item) {
    echo said(fn () => $robot->replyStream('s', '你', true, $item, 'f')), "\n";
}

echo "-- users\n";
$changing = 'u1';
$card = new Card(function () use (&$changing) {
    $changing = str_repeat('changed', 3);
    return ['a' => 1];
});
foreach ([null, ['u1', 'u2'], ['a' => 'u1'], [], [1], ['u1', null], ["u\0"], ["\xff"], [&$changing]] as $userids) {
    echo said(fn () => $robot->updateTemplateCard($card, $userids)), "\n";
}

echo "-- every text\n";
$answers = [
    'replyWelcome' => fn (string $text) => $robot->replyWelcome($text),
    'id' => fn (string $text) => $robot->replyStream($text, '', true),
    'content' => fn (string $text) => $robot->replyStream('', $text, true),
    'feedback id' => fn (string $text) => $robot->replyStream('', '', true, null, $text),
    'id beside a card' => fn (string $text) => $robot->replyStreamWithTemplateCard($text, '', true),
    'music' => fn (string $text) => $account->replyMusic($text),
    'title' => fn (string $text) => $account->replyMusic('', $text),
    'description' => fn (string $text) => $account->replyMusic('', null, $text),
    'music url' => fn (string $text) => $account->replyMusic('', null, null, $text),
    'hq music url' => fn (string $text) => $account->replyMusic('', hqMusicUrl: $text),
];
foreach ($answers as $label => $answer) {
    echo "$label: ";
    foreach (["a\0b", "\xff", '', '"\\'] as $text) {
        echo outcome(fn () => $answer($text)), ', ';
    }
    echo "\n";
}
echo said(fn () => $account->sealingWith(8)->replyMusic('m', 'T', hqMusicUrl: 'H')), "\n";

echo "-- to whom it may not go\n";
$wrong = [
    fn () => $account->replyWelcome('a'),
    fn () => $account->replyStream('a', 'b', true),
    fn () => $account->replyTemplateCard([]),
    fn () => $account->replyStreamWithTemplateCard('a', 'b', true),
    fn () => $account->updateTemplateCard([]),
    fn () => $robot->replyText('a'),
    fn () => $robot->replyMusic('a'),
    fn () => $robot->replyStream('a', 'b', 1),
    fn () => $robot->replyStream('a', 'b'),
    fn () => $robot->sealingWith(0),
    fn () => $robot->sealingWith(null, 'short'),
    fn () => $robot->updateTemplateCard([], 'u1'),
];
foreach ($wrong as $call) {
    echo str_replace('Wxseal\\', '', outcome($call)), "\n";
}
?>
--EXPECT--
toUserName: 'r1'
fromUserName: 'u1'
createTime: 1714112440
msgType: 'event'
event: 'enter_chat'
msgId: 'm1'
infoType: NULL
-- text
{"msgtype":"template_card","template_card":{ "名": 1.0 }
}
{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"c","msg_item":[{"msgtype":"image"}]},"template_card":{ "名": 1.0 }
}
{"response_type":"update_template_card","userids":["u1"],"template_card":{ "名": 1.0 }
}
-- array
{"msgtype":"template_card","template_card":{"card_type":"text_notice","名":"腾讯/ ","n":9223372036854775807,"list":[]}}
{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"c","msg_item":[{"msgtype":"image"}]},"template_card":{"card_type":"text_notice","名":"腾讯/ ","n":9223372036854775807,"list":[]}}
{"response_type":"update_template_card","userids":["u1"],"template_card":{"card_type":"text_notice","名":"腾讯/ ","n":9223372036854775807,"list":[]}}
-- empty
{"msgtype":"template_card","template_card":{}}
{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"c","msg_item":[{"msgtype":"image"}]},"template_card":{}}
{"response_type":"update_template_card","userids":["u1"],"template_card":{}}
-- object
{"msgtype":"template_card","template_card":{"a":1.0}}
{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"c","msg_item":[{"msgtype":"image"}]},"template_card":{"a":1.0}}
{"response_type":"update_template_card","userids":["u1"],"template_card":{"a":1.0}}
-- list
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- no object
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- no JSON
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- NUL
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- not UTF-8
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- infinite
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
-- throwing
DomainException: from the value
DomainException: from the value
DomainException: from the value
-- null
TypeError: Wxseal\Incoming::replyTemplateCard(): Argument #1 ($card) must be of type object|array|string, null given
{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"c","msg_item":[{"msgtype":"image"}]}}
TypeError: Wxseal\Incoming::updateTemplateCard(): Argument #1 ($card) must be of type object|array|string, null given
-- number
TypeError: Wxseal\Incoming::replyTemplateCard(): Argument #1 ($card) must be of type object|array|string, int given
TypeError: Wxseal\Incoming::replyStreamWithTemplateCard(): Argument #4 ($card) must be of type object|array|string, int given
TypeError: Wxseal\Incoming::updateTemplateCard(): Argument #1 ($card) must be of type object|array|string, int given
-- pictures
{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"你","msg_item":[{"msgtype":"image","image":{"base64":"a/b","md5":""}}],"feedback":{"id":"f"}}}
{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"你","msg_item":[ 1 ],"feedback":{"id":"f"}}}
{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"你","msg_item":[],"feedback":{"id":"f"}}}
{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"你","feedback":{"id":"f"}}}
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
TypeError: Wxseal\Incoming::replyStream(): Argument #4 ($msgItem) must be of type array|string|null, int given
-- users
{"response_type":"update_template_card","template_card":{"a":1}}
{"response_type":"update_template_card","userids":["u1","u2"],"template_card":{"a":1}}
{"response_type":"update_template_card","userids":["u1"],"template_card":{"a":1}}
UnwritableReply -40011
ValueError: Wxseal\Incoming::updateTemplateCard(): Argument #2 ($userids) must be a list of strings, or null
ValueError: Wxseal\Incoming::updateTemplateCard(): Argument #2 ($userids) must be a list of strings, or null
{"response_type":"update_template_card","userids":["u\u0000"],"template_card":{"a":1}}
UnwritableReply -40011
{"response_type":"update_template_card","userids":["changedchangedchanged"],"template_card":{"a":1}}
-- every text
replyWelcome: returned, UnwritableReply -40011, returned, returned, 
id: returned, UnwritableReply -40011, returned, returned, 
content: returned, UnwritableReply -40011, returned, returned, 
feedback id: returned, UnwritableReply -40011, returned, returned, 
id beside a card: returned, UnwritableReply -40011, returned, returned, 
music: returned, UnwritableReply -40011, returned, returned, 
title: returned, UnwritableReply -40011, returned, returned, 
description: returned, UnwritableReply -40011, returned, returned, 
music url: returned, UnwritableReply -40011, returned, returned, 
hq music url: returned, UnwritableReply -40011, returned, returned, 
{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":8,"MsgType":"music","Music":{"Title":"T","HQMusicUrl":"H","ThumbMediaId":"m"}}
-- to whom it may not go
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
TypeError: Incoming::replyStream(): Argument #3 ($finish) must be of type bool, int given
ArgumentCountError: Incoming::replyStream() expects at least 3 arguments, 2 given
ValueError: Incoming::sealingWith(): Argument #1 ($now) must be greater than or equal to 1
InvalidConfig -40004 random
TypeError: Incoming::updateTemplateCard(): Argument #2 ($userids) must be of type ?array, string given
