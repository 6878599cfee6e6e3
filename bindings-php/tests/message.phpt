--TEST--
A Message of a cloud function's event
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Message;

// The example of the cloud functions' documentation.
$event = [
    'FromUserName' => 'ohl4L0Rnhq7vmmbT_DaNQa4ePaz0',
    'ToUserName' => 'wx3d289323f5900f8e',
    'Content' => '测试',
    'CreateTime' => 1555684067,
    'MsgId' => '49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067',
    'MsgType' => 'text',
];
foreach ([$event, json_encode($event, JSON_PRETTY_PRINT)] as $given) {
    $message = Message::fromCloudEvent($given);
    var_dump($message->message() === $event, $message->message() === $event);
    echo $message->messageJson(), "\n", $message->text('Content'), ' ', var_export($message->text('none'), true), "\n";
    $accessors = ['toUserName', 'fromUserName', 'createTime', 'msgType', 'event', 'msgId', 'infoType', 'dedupKey'];
    foreach ($accessors as $accessor) {
        echo "$accessor: ", var_export($message->$accessor(), true), "\n";
    }
}

echo "-- numbers, lists and what is missing\n";
$event = ['MsgID' => PHP_INT_MAX, 'Scene' => 1, 'n' => 1.5, 'List' => ['a' => null], 'MsgType' => ['x'], 'b' => true];
$message = Message::fromCloudEvent($event);
var_dump($message->message(), $message->msgId(), $message->msgType(), $message->createTime());
echo Message::fromCloudEvent([])->messageJson(), ' ', Message::fromCloudEvent(' {} ')->dedupKey(), "\n";

echo "-- what is none\n";
$deep = [];
for ($i = 0; $i < 40; $i++) {
    $deep = ['a' => $deep];
}
$none = [
    '', '1', 'null', '[]', [1], '{"a":1', "{\"a\":\"\xff\"}", ['a' => "\xff"], ['a' => NAN], $deep, "{}\0", '<xml/>',
    '{"a":"\ud800"}',
];
foreach ($none as $event) {
    echo outcome(fn () => Message::fromCloudEvent($event)), "\n";
}
$calls = [
    fn () => Message::fromCloudEvent(null),
    fn () => Message::fromCloudEvent(new stdClass()),
    fn () => $message->text("a\xff"),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}
?>
--EXPECT--
bool(true)
bool(true)
{"FromUserName":"ohl4L0Rnhq7vmmbT_DaNQa4ePaz0","ToUserName":"wx3d289323f5900f8e","Content":"测试","CreateTime":1555684067,"MsgId":"49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067","MsgType":"text"}
测试 NULL
toUserName: 'wx3d289323f5900f8e'
fromUserName: 'ohl4L0Rnhq7vmmbT_DaNQa4ePaz0'
createTime: 1555684067
msgType: 'text'
event: NULL
msgId: '49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067'
infoType: NULL
dedupKey: '0ae54e9021afbe1be8742ae30e7f14083c4ac249'
bool(true)
bool(true)
{"FromUserName":"ohl4L0Rnhq7vmmbT_DaNQa4ePaz0","ToUserName":"wx3d289323f5900f8e","Content":"测试","CreateTime":1555684067,"MsgId":"49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067","MsgType":"text"}
测试 NULL
toUserName: 'wx3d289323f5900f8e'
fromUserName: 'ohl4L0Rnhq7vmmbT_DaNQa4ePaz0'
createTime: 1555684067
msgType: 'text'
event: NULL
msgId: '49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067'
infoType: NULL
dedupKey: '0ae54e9021afbe1be8742ae30e7f14083c4ac249'
-- numbers, lists and what is missing
array(6) {
  ["MsgID"]=>
  string(19) "9223372036854775807"
  ["Scene"]=>
  int(1)
  ["n"]=>
  string(3) "1.5"
  ["List"]=>
  array(1) {
    [0]=>
    array(1) {
      ["a"]=>
      NULL
    }
  }
  ["MsgType"]=>
  array(1) {
    [0]=>
    string(1) "x"
  }
  ["b"]=>
  bool(true)
}
string(19) "9223372036854775807"
string(1) "x"
NULL
{} bf21a9e8fbc5a3846fb05b4fa0859e0917b2202f
-- what is none
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
MalformedMessage -40002
TypeError: Wxseal\Message::fromCloudEvent(): Argument #1 ($event) must be of type array|string, null given
TypeError: Wxseal\Message::fromCloudEvent(): Argument #1 ($event) must be of type array|string, stdClass given
InvalidConfig -40004 argument
