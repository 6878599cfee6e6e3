--TEST--
An Incoming: what it says of a URL check and of a push, and its answers
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\MsgCrypt;
use Wxseal\Platform;

const NOW = 1714112445;
const GIVEN = ['now' => NOW + 1, 'random' => 'rrrrrrrrrrrrrrrr'];
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');

function receive(MsgCrypt $crypt, string $message, string $format = 'json'): Incoming
{
    $request = Platform::push($crypt, $message, (string) NOW, '415670741', $format);
    return (new Endpoint($crypt))->receive($request->method, $request->query, $request->body, NOW);
}

/** The message inside an answer. */
function opened(MsgCrypt $crypt, Wxseal\Response $response): string
{
    return Platform::openReply($crypt, $response->body)->message;
}

echo "-- a push\n";
$incoming = receive($crypt, '{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text",'
    . '"Content":"hi \ud83d\ude00","MsgId":6054768590064713728,"List":{"a":[]},"7":{},"Content2":["x","y"]}');
var_dump($incoming->message());
echo $incoming->messageJson(), "\n", strlen($incoming->messageBytes()), ' ', $incoming->format(), "\n";
$accessors = ['toUserName', 'fromUserName', 'createTime', 'msgType', 'event', 'msgId', 'infoType', 'dedupKey'];
foreach ($accessors as $accessor) {
    echo "$accessor: ", var_export($incoming->$accessor(), true), "\n";
}
var_dump($incoming->text('Content'), $incoming->text('Content2'), $incoming->text('List'), $incoming->text('none'));
var_dump(strlen($incoming->replayKey()));
var_dump(outcome(fn () => $incoming->text("Content\0")), outcome(fn () => $incoming->text("\xff")));
var_dump(receive($crypt, '{"MsgID":"a1"}')->msgId(), receive($crypt, '{"MsgType":"event","Event":"a b"}')->event());

echo "-- what is changed of it is one's own\n";
$message = $incoming->message();
$message['Content'] = 'changed';
unset($message['List'][0]);
var_dump($incoming->message()['Content'], count($incoming->message()['List']));

echo "-- one that cannot be read to its end\n";
$brackets = str_repeat('[', 40) . str_repeat(']', 40);
$deep = receive($crypt, '{"MsgType":"text","FromUserName":"o1","ToUserName":"gh_1","a":' . "$brackets}");
$readable = ['replayKey', 'format', 'messageBytes', 'success'];
foreach (['message', 'messageJson', 'createTime', 'msgId', 'msgType', 'dedupKey', ...$readable] as $asked) {
    echo "$asked: ", outcome($deep->$asked(...)), "\n";
}
echo 'replyText: ', outcome(fn () => $deep->replyText('x')), "\n";

echo "-- a URL check has none of it\n";
$request = Platform::urlCheck(TOKEN, 'echo', (string) NOW, '1');
$check = (new Endpoint($crypt))->receive($request->method, $request->query, now: NOW);
var_dump($check->kind(), $check->response()->body);
$arguments = [
    'text' => ['a'], 'replyText' => ['a'], 'replyImage' => ['a'], 'replyVoice' => ['a'], 'replyVideo' => ['a', 'b', 'c'],
    'replyNews' => [[]], 'replyWidget' => [1, []], 'replyRaw' => ['a'], 'replyMusic' => ['a'], 'replyWelcome' => ['a'],
    'replyStream' => ['a', 'b', true], 'replyTemplateCard' => [[]], 'replyStreamWithTemplateCard' => ['a', 'b', true],
    'updateTemplateCard' => [[]],
];
$outcomes = [];
foreach ((new ReflectionClass(Incoming::class))->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
    if ($method->name !== 'response' && $method->name !== 'kind') {
        $outcomes[outcome(fn () => $method->invoke($check, ...$arguments[$method->name] ?? []))][] = $method->name;
    }
}
foreach ($outcomes as $outcome => $methods) {
    echo count($methods), ": $outcome\n";
}
echo outcome(fn () => $incoming->response()), "\n";

echo "-- WeCom's URL check\n";
$wecom = new MsgCrypt(TOKEN, KEY, 'ww1', 'wecom');
$request = Platform::encryptedUrlCheck($wecom, 'echo +/=', (string) NOW, '1', GIVEN['random']);
var_dump((new Endpoint($wecom))->receive($request->method, $request->query, now: NOW)->response()->body);

echo "-- answers from values of PHP's own\n";
$widget = receive($crypt, json_encode([
    'ToUserName' => 'gh_1', 'FromUserName' => 'o1', 'CreateTime' => 7, 'MsgType' => 'event', 'Event' => 'wxa_widget_data',
    'Query' => '{"type":7,"slot_list":[{"key":"股票","value":"00700"},{"key":"7","value":"x"}],'
        . '"longitude":113,"latitude":1e400}',
]));
var_dump(get_object_vars($widget->widgetQuery()));
final class Price implements JsonSerializable
{
    public function __construct(private mixed $value) {}

    public function jsonSerialize(): mixed
    {
        return $this->value instanceof Throwable ? throw $this->value : $this->value;
    }
}
$cycle = [];
$cycle['a'] = &$cycle;
$data = [
    'text' => '{"price": 350.20}',
    'array' => ['price' => 350.2, 'whole' => 1.0, '名' => "腾讯/\u{2028}", 'id' => PHP_INT_MAX, 'list' => [], 'err_code' => 5],
    'empty' => [],
    'object' => (object) ['a' => null],
    'serializable' => new Price(['a' => true]),
    'list' => [1, 2],
    'no object' => new Price([1]),
    'no JSON' => 'price',
    'NUL' => "{}\0",
    'not UTF-8' => ['a' => "\xff"],
    'infinite' => ['a' => INF],
    'cycle' => $cycle,
    'throwing' => new Price(new DomainException('from the value')),
    'resource' => ['a' => STDIN],
    'null' => null,
    'number' => 1,
];
foreach ($data as $label => $value) {
    try {
        $response = $widget->replyWidget(60, $value);
        $content = json_decode(opened($crypt, $response), true)['Content'];
        echo "$label: ", json_decode($content)->data, "\n";
    } catch (Throwable $thrown) {
        echo "$label: ", outcome(fn () => throw $thrown), "\n";
    }
}
unset($cycle['a'], $data, $value);
// Whatever was encoded and decoded: json_last_error() is of the program's own calls.
json_decode('{');
$widget->replyWidget(60, ['a' => 1]);
outcome(fn () => $widget->replyWidget(60, ['a' => INF]));
$widget->message();
echo json_last_error_msg(), "\n";
foreach ([-1, 0, 4294967295, 4294967296] as $lifespan) {
    echo "$lifespan: ", outcome(fn () => $widget->replyWidget($lifespan, [])), "\n";
}
foreach ([-3, -4, 1, PHP_INT_MIN, 1 << 32] as $code) {
    echo "$code: ", outcome(fn () => $widget->replyWidget(0, [], $code, 'no')), "\n";
}

$article = ['title' => 'T', 'description' => 'D', 'picUrl' => 'P', 'url' => 'U'];
$lists = [
    'one' => [$article],
    'by name, with more' => ['a' => ['more' => 1] + $article],
    'none' => [],
    'no url' => [array_diff_key($article, ['url' => 1])],
    'a number' => [['title' => 1] + $article],
    'no array' => ['T'],
    'NUL' => [$article, ['title' => "\0"] + $article],
    'not UTF-8' => [['title' => "\xff"] + $article],
];
foreach ($lists as $label => $articles) {
    echo "$label: ", outcome(fn () => $incoming->replyNews($articles)), "\n";
}
echo opened($crypt, $incoming->sealingWith(...GIVEN)->replyNews([$article])), "\n";

echo "-- every text of an answer\n";
$calls = ['replyText' => ['a'], 'replyImage' => ['a'], 'replyVoice' => ['a'], 'replyVideo' => ['a', 'b', 'c']];
foreach ($calls + ['transferCustomerService' => ['a']] as $method => $right) {
    echo "$method: ", outcome(fn () => $incoming->$method(...$right));
    foreach (array_keys($right) as $position) {
        $of = fn (string $text) => outcome(fn () => $incoming->$method(...array_replace($right, [$position => $text])));
        echo '; ', $of("a\0b"), ', ', $of("\xff"), ', ', $of(''), ', ', $of("\x01"), ', ', $of(str_repeat('x', 1 << 20));
    }
    echo "\n";
}
$message = '<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType></xml>';
$xml = receive($crypt, $message, 'xml');
echo 'XML: ', outcome(fn () => $xml->replyText("\x01")), ', ', opened($crypt, $xml->sealingWith(...GIVEN)->replyText("a]]>\r")), "\n";
echo 'replyRaw: ', outcome(fn () => $incoming->replyRaw('')), ', ',
    bin2hex(opened($crypt, $incoming->replyRaw("\0\xff"))), "\n";
echo 'nobody to answer: ', outcome(fn () => receive($crypt, '{"InfoType":"authorized"}')->replyText('a')), "\n";

echo "-- time and random bytes\n";
foreach ([15, 16, 17] as $length) {
    echo "$length: ", outcome(fn () => $incoming->sealingWith(random: str_repeat('r', $length))), "\n";
}
foreach ([-1, 0, 1, PHP_INT_MAX] as $now) {
    echo "$now: ", outcome(fn () => $incoming->sealingWith($now)->replyText('a')), "\n";
}
$sealing = $incoming->sealingWith(...GIVEN);
var_dump($sealing->replyText('a') == $sealing->replyText('a'));
var_dump($sealing->replyText('a')->body === $incoming->sealingWith(...GIVEN)->replyText('a')->body);
var_dump($sealing->sealingWith()->replyText('a')->body === $sealing->replyText('a')->body);
var_dump($sealing->message() === $incoming->message(), $sealing == $incoming);
var_dump($incoming->replyText('a')->body === $incoming->replyText('a')->body);
var_dump(abs(json_decode(opened($crypt, $incoming->replyText('a')))->CreateTime - time()) < 5);

echo "-- wrong types\n";
$calls = [
    fn () => $incoming->replyText(null),
    fn () => $incoming->replyText(['a']),
    fn () => $incoming->replyNews('a'),
    fn () => $incoming->replyWidget('soon', []),
    fn () => $incoming->transferCustomerService([]),
    fn () => $incoming->success(1),
    fn () => $incoming->replyRaw(),
    fn () => $incoming->replyText('a', NOW),
    fn () => $incoming->sealingWith('now'),
];
foreach ($calls as $call) {
    echo str_replace('Wxseal\\', '', outcome($call)), "\n";
}
?>
--EXPECT--
-- a push
array(9) {
  ["ToUserName"]=>
  string(4) "gh_1"
  ["FromUserName"]=>
  string(2) "o1"
  ["CreateTime"]=>
  int(7)
  ["MsgType"]=>
  string(4) "text"
  ["Content"]=>
  string(7) "hi 😀"
  ["MsgId"]=>
  string(19) "6054768590064713728"
  ["List"]=>
  array(1) {
    [0]=>
    array(1) {
      ["a"]=>
      array(0) {
      }
    }
  }
  [7]=>
  array(0) {
  }
  ["Content2"]=>
  array(2) {
    [0]=>
    string(1) "x"
    [1]=>
    string(1) "y"
  }
}
{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi 😀","MsgId":"6054768590064713728","List":[{"a":[]}],"7":{},"Content2":["x","y"]}
173 json
toUserName: 'gh_1'
fromUserName: 'o1'
createTime: 7
msgType: 'text'
event: NULL
msgId: '6054768590064713728'
infoType: NULL
dedupKey: 'e2da0b2d1a03c342c14afd2b2641fbb01bc844c9'
string(7) "hi 😀"
string(1) "x"
NULL
NULL
int(40)
string(8) "returned"
string(29) "InvalidConfig -40004 argument"
string(2) "a1"
string(3) "a b"
-- what is changed of it is one's own
string(7) "hi 😀"
int(1)
-- one that cannot be read to its end
message: MalformedMessage -40002
messageJson: MalformedMessage -40002
createTime: MalformedMessage -40002
msgId: MalformedMessage -40002
msgType: MalformedMessage -40002
dedupKey: MalformedMessage -40002
replayKey: returned
format: returned
messageBytes: returned
success: returned
replyText: returned
-- a URL check has none of it
string(9) "url_check"
string(4) "echo"
32: LogicException: a URL check has no message: answer with response()
LogicException: a push has no answer yet: answer with success() or one of the replies
-- WeCom's URL check
string(8) "echo +/="
-- answers from values of PHP's own
array(5) {
  ["type"]=>
  int(7)
  ["slots"]=>
  array(2) {
    ["股票"]=>
    string(5) "00700"
    [7]=>
    string(1) "x"
  }
  ["longitude"]=>
  float(113)
  ["latitude"]=>
  NULL
  ["raw"]=>
  string(114) "{"type":7,"slot_list":[{"key":"股票","value":"00700"},{"key":"7","value":"x"}],"longitude":113,"latitude":1e400}"
}
text: {"err_code":0,"err_msg":"","price":350.20}
array: {"err_code":0,"err_msg":"","price":350.2,"whole":1.0,"名":"腾讯/ ","id":9223372036854775807,"list":[]}
empty: {"err_code":0,"err_msg":""}
object: {"err_code":0,"err_msg":"","a":null}
serializable: {"err_code":0,"err_msg":"","a":true}
list: UnwritableReply -40011
no object: UnwritableReply -40011
no JSON: UnwritableReply -40011
NUL: UnwritableReply -40011
not UTF-8: UnwritableReply -40011
infinite: UnwritableReply -40011
cycle: UnwritableReply -40011
throwing: DomainException: from the value
resource: UnwritableReply -40011
null: TypeError: Wxseal\Incoming::replyWidget(): Argument #2 ($data) must be of type object|array|string, null given
number: TypeError: Wxseal\Incoming::replyWidget(): Argument #2 ($data) must be of type object|array|string, int given
Syntax error
-1: ValueError: Wxseal\Incoming::replyWidget(): Argument #1 ($lifespan) must be between 0 and 4294967295
0: returned
4294967295: returned
4294967296: ValueError: Wxseal\Incoming::replyWidget(): Argument #1 ($lifespan) must be between 0 and 4294967295
-3: returned
-4: UnwritableReply -40011
1: UnwritableReply -40011
-9223372036854775808: UnwritableReply -40011
4294967296: UnwritableReply -40011
one: returned
by name, with more: returned
none: UnwritableReply -40011
no url: ValueError: Wxseal\Incoming::replyNews(): Argument #1 ($articles) must be a list of arrays, each with the texts title, description, picUrl and url
a number: ValueError: Wxseal\Incoming::replyNews(): Argument #1 ($articles) must be a list of arrays, each with the texts title, description, picUrl and url
no array: ValueError: Wxseal\Incoming::replyNews(): Argument #1 ($articles) must be a list of arrays, each with the texts title, description, picUrl and url
NUL: returned
not UTF-8: UnwritableReply -40011
{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":1714112446,"MsgType":"news","ArticleCount":1,"Articles":[{"Title":"T","Description":"D","PicUrl":"P","Url":"U"}]}
-- every text of an answer
replyText: returned; returned, UnwritableReply -40011, returned, returned, returned
replyImage: returned; returned, UnwritableReply -40011, returned, returned, returned
replyVoice: returned; returned, UnwritableReply -40011, returned, returned, returned
replyVideo: returned; returned, UnwritableReply -40011, returned, returned, returned; returned, UnwritableReply -40011, returned, returned, returned; returned, UnwritableReply -40011, returned, returned, returned
transferCustomerService: returned; returned, UnwritableReply -40011, returned, returned, returned
XML: UnwritableReply -40011, <xml><ToUserName><![CDATA[o1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>1714112446</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a]]]]><![CDATA[>]]>&#13;<![CDATA[]]></Content></xml>
replyRaw: returned, 00ff
nobody to answer: UnwritableReply -40011
-- time and random bytes
15: InvalidConfig -40004 random
16: returned
17: InvalidConfig -40004 random
-1: ValueError: Wxseal\Incoming::sealingWith(): Argument #1 ($now) must be greater than or equal to 1
0: ValueError: Wxseal\Incoming::sealingWith(): Argument #1 ($now) must be greater than or equal to 1
1: returned
9223372036854775807: UnwritableReply -40011
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
-- wrong types
TypeError: Incoming::replyText(): Argument #1 ($content) must be of type string, null given
TypeError: Incoming::replyText(): Argument #1 ($content) must be of type string, array given
TypeError: Incoming::replyNews(): Argument #1 ($articles) must be of type array, string given
TypeError: Incoming::replyWidget(): Argument #1 ($lifespan) must be of type int, string given
TypeError: Incoming::transferCustomerService(): Argument #1 ($kfAccount) must be of type ?string, array given
ArgumentCountError: Incoming::success() expects exactly 0 arguments, 1 given
ArgumentCountError: Incoming::replyRaw() expects exactly 1 argument, 0 given
ArgumentCountError: Incoming::replyText() expects exactly 1 argument, 2 given
TypeError: Incoming::sealingWith(): Argument #1 ($now) must be of type ?int, string given
