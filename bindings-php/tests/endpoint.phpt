--TEST--
An Endpoint: its settings, and queries and methods of every form
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\MsgCrypt;
use Wxseal\Platform;

const NOW = 1714112445;
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$message = '{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi","MsgId":1}';
$push = Platform::push($crypt, $message, (string) NOW, '415670741', 'json');
$plain = Platform::plainPush(TOKEN, $message, (string) NOW, '415670741');
$check = Platform::urlCheck(TOKEN, 'a+b', (string) NOW, '415670741');

/** Says what comes of a request. */
function received(Endpoint $endpoint, Platform\Request $request, array $with = []): string
{
    $arguments = $with + ['method' => $request->method, 'query' => $request->query, 'body' => $request->body, 'now' => NOW];
    $result = 'nothing';
    $outcome = outcome(function () use ($endpoint, $arguments, &$result) {
        $result = $endpoint->receive(...$arguments)->kind();
    });
    return $outcome === 'returned' ? $result : $outcome;
}

echo "-- settings\n";
$settings = [
    'default' => [],
    'tolerance 0' => ['tolerance' => 0],
    'tolerance off' => ['tolerance' => null],
    'tolerance largest' => ['tolerance' => PHP_INT_MAX],
    'tolerance negative' => ['tolerance' => -1],
    'account' => ['account' => 'gh_1'],
    'another account' => ['account' => 'gh_2'],
    'account with a NUL' => ['account' => "gh_1\0"],
    'account not UTF-8' => ['account' => "\xff"],
    'maxBody 10' => ['maxBody' => 10],
    'maxBody negative' => ['maxBody' => -1],
    'maxBody none' => ['maxBody' => null],
];
foreach ($settings as $label => $arguments) {
    foreach (['encrypted' => $push, 'plain' => $plain] as $mode => $request) {
        try {
            $endpoint = $mode === 'plain' ? Endpoint::plain(TOKEN, ...$arguments) : new Endpoint($crypt, ...$arguments);
            echo "$label, $mode: ", received($endpoint, $request), ', next second: ',
                received($endpoint, $request, ['now' => NOW + 1]), "\n";
        } catch (Throwable $thrown) {
            echo "$label, $mode: ", outcome(fn () => throw $thrown), "\n";
        }
    }
}
foreach (['', ' ', "a\0", "\xff"] as $token) {
    echo json_encode($token, JSON_INVALID_UTF8_SUBSTITUTE), ': ', outcome(fn () => Endpoint::plain($token)), "\n";
}

echo "-- alsoAccept\n";
$other = new MsgCrypt('another', KEY, 'wx2');
echo received(new Endpoint($other), $push), ', ', received(new Endpoint($other, [$crypt]), $push), ', ',
    received(new Endpoint($other, ['previous' => $crypt, 'another' => $other]), $push), "\n";
foreach ([[null], [$crypt, 'x'], [new stdClass()], [[$crypt]]] as $wrong) {
    echo outcome(fn () => new Endpoint($crypt, $wrong)), "\n";
}

echo "-- the query, raw and read\n";
$endpoint = new Endpoint($crypt);
parse_str($push->query, $read);
parse_str($check->query, $read_check);
$queries = [
    'raw' => $push->query,
    'with a ?' => "?$push->query",
    'read' => $read,
    'with integers' => ['timestamp' => NOW, 'nonce' => 415670741] + $read,
    'with more' => $read + [0 => 'x', 'openid' => ['a', 'b'], "\xff" => "\xff", 'nul' => "\0", 'none' => null],
    'with a long one' => $read + ['openid' => str_repeat('钥', 100_000)],
    'empty' => '',
    'nothing' => [],
    'missing' => array_diff_key($read, ['nonce' => 1]),
    'null' => ['nonce' => null] + $read,
    'twice' => "$push->query&nonce=1",
    'array' => ['nonce' => ['415670741']] + $read,
    'empty array' => ['nonce' => []] + $read,
    'with a NUL' => "$push->query\0",
    'NUL in an ignored one' => "$push->query&openid=\0",
    'value with a NUL' => ['nonce' => "415670741\0"] + $read,
    'name with a NUL' => ["nonce\0" => '1'] + $read,
    'not UTF-8' => "$push->query&nonce=\xff",
    'value not UTF-8' => ['nonce' => "\xff"] + $read,
    'signature with a NUL' => ['msg_signature' => "{$read['msg_signature']}\0"] + $read,
    'float' => ['nonce' => 1.5] + $read,
    'bool' => ['nonce' => true] + $read,
    'object' => ['nonce' => new ArrayObject()] + $read,
];
foreach ($queries as $label => $query) {
    echo "$label: ", received($endpoint, $push, ['query' => $query]), '; ';
    try {
        $findings = $endpoint->diagnose('POST', $query, $push->body, NOW);
        $findings = array_map(fn ($finding) => trim("{$finding['name']} " . ($finding['parameter'] ?? '')), $findings);
        echo 'diagnosed: ', implode(', ', $findings), "\n";
    } catch (TypeError) {
        echo "a TypeError, too\n";
    }
}
echo $endpoint->receive('GET', $check->query, now: NOW)->response()->body, ' ',
    $endpoint->receive('GET', $read_check, now: NOW)->response()->body, "\n";
echo count($read), ' parameters are still ', gettype($read['timestamp']), "\n";

echo "-- methods and bodies\n";
foreach (['PUT', 'post', "POST\0", "\xff"] as $method) {
    echo json_encode($method, JSON_INVALID_UTF8_SUBSTITUTE), ': ', received($endpoint, $push, ['method' => $method]), '; ';
    echo json_encode(array_column($endpoint->diagnose($method, $push->query, $push->body, NOW), 'name')), "\n";
}
foreach (['', "\0", "\xff", "$push->body\0", str_repeat('<', 5 << 20)] as $body) {
    echo strlen($body), ': ', received($endpoint, $push, ['body' => $body]), "\n";
}

echo "-- what a parser left of the body, and what is still a text\n";
class Stream
{
    public function __construct(private ?string $contents) {}

    public function __toString(): string
    {
        return $this->contents ?? throw new RuntimeException('detached');
    }
}
foreach ([null, ['Encrypt' => 'x'], new stdClass(), new Stream($push->body), new Stream(null)] as $body) {
    echo received($endpoint, $push, ['body' => $body]), "\n";
}

echo "-- diagnose\n";
$findings = $endpoint->diagnose('POST', $push->query, $push->body, NOW + 301);
print_r(array_map(fn ($finding) => array_diff_key($finding, ['text' => 1]), $findings));
$text = $findings[0]['text'];
var_dump(strlen($text) > 30, str_contains($text, TOKEN));

echo "-- the system's time\n";
$fresh = Platform::push($crypt, $message, (string) time(), '415670741', 'json');
echo $endpoint->receive($fresh->method, $fresh->query, $fresh->body)->kind(), ' ',
    received($endpoint, $push, ['now' => null]), "\n";
foreach ([0, -1] as $now) {
    echo outcome(fn () => $endpoint->receive('GET', '', '', $now)), "\n";
}
?>
--EXPECT--
-- settings
default, encrypted: push, next second: push
default, plain: push, next second: push
tolerance 0, encrypted: push, next second: StaleTimestamp -40001
tolerance 0, plain: push, next second: StaleTimestamp -40001
tolerance off, encrypted: push, next second: push
tolerance off, plain: push, next second: push
tolerance largest, encrypted: push, next second: push
tolerance largest, plain: push, next second: push
tolerance negative, encrypted: ValueError: Wxseal\Endpoint::__construct(): Argument #3 ($tolerance) must be greater than or equal to 0
tolerance negative, plain: ValueError: Wxseal\Endpoint::plain(): Argument #2 ($tolerance) must be greater than or equal to 0
account, encrypted: push, next second: push
account, plain: push, next second: push
another account, encrypted: MalformedMessage -40002, next second: MalformedMessage -40002
another account, plain: MalformedMessage -40002, next second: MalformedMessage -40002
account with a NUL, encrypted: MalformedMessage -40002, next second: MalformedMessage -40002
account with a NUL, plain: MalformedMessage -40002, next second: MalformedMessage -40002
account not UTF-8, encrypted: InvalidConfig -40004 account
account not UTF-8, plain: InvalidConfig -40004 account
maxBody 10, encrypted: MalformedEnvelope -40002, next second: MalformedEnvelope -40002
maxBody 10, plain: MalformedEnvelope -40002, next second: MalformedEnvelope -40002
maxBody negative, encrypted: ValueError: Wxseal\Endpoint::__construct(): Argument #5 ($maxBody) must be greater than or equal to 0
maxBody negative, plain: ValueError: Wxseal\Endpoint::plain(): Argument #4 ($maxBody) must be greater than or equal to 0
maxBody none, encrypted: push, next second: push
maxBody none, plain: push, next second: push
"": InvalidConfig -40004 token
" ": InvalidConfig -40004 token
"a\u0000": InvalidConfig -40004 token
"\ufffd": InvalidConfig -40004 token
-- alsoAccept
SignatureMismatch -40001, push, push
TypeError: Wxseal\Endpoint::__construct(): Argument #2 ($alsoAccept) must be an array of Wxseal\MsgCrypt, null given
TypeError: Wxseal\Endpoint::__construct(): Argument #2 ($alsoAccept) must be an array of Wxseal\MsgCrypt, string given
TypeError: Wxseal\Endpoint::__construct(): Argument #2 ($alsoAccept) must be an array of Wxseal\MsgCrypt, stdClass given
TypeError: Wxseal\Endpoint::__construct(): Argument #2 ($alsoAccept) must be an array of Wxseal\MsgCrypt, array given
-- the query, raw and read
raw: push; diagnosed: 
with a ?: push; diagnosed: 
read: push; diagnosed: 
with integers: push; diagnosed: 
with more: push; diagnosed: 
with a long one: push; diagnosed: 
empty: MalformedQuery -40001; diagnosed: MissingParameter timestamp
nothing: MalformedQuery -40001; diagnosed: MissingParameter timestamp
missing: MalformedQuery -40001; diagnosed: MissingParameter nonce
null: MalformedQuery -40001; diagnosed: MissingParameter nonce
twice: MalformedQuery -40001; diagnosed: BrokenQuery
array: MalformedQuery -40001; diagnosed: BrokenQuery
empty array: MalformedQuery -40001; diagnosed: BrokenQuery
with a NUL: SignatureMismatch -40001; diagnosed: BodyChanged
NUL in an ignored one: push; diagnosed: 
value with a NUL: MalformedQuery -40001; diagnosed: MalformedStamp
name with a NUL: push; diagnosed: 
not UTF-8: MalformedQuery -40001; diagnosed: BrokenQuery
value not UTF-8: MalformedQuery -40001; diagnosed: BrokenQuery
signature with a NUL: SignatureMismatch -40001; diagnosed: BodyChanged
float: TypeError: Wxseal\Endpoint::receive(): Argument #2 ($query) must hold texts, float given; a TypeError, too
bool: TypeError: Wxseal\Endpoint::receive(): Argument #2 ($query) must hold texts, bool given; a TypeError, too
object: TypeError: Wxseal\Endpoint::receive(): Argument #2 ($query) must hold texts, ArrayObject given; a TypeError, too
a+b a+b
6 parameters are still string
-- methods and bodies
"PUT": MalformedQuery -40001; ["UnknownMethod"]
"post": MalformedQuery -40001; ["UnknownMethod"]
"POST\u0000": MalformedQuery -40001; ["UnknownMethod"]
"\ufffd": MalformedQuery -40001; ["UnknownMethod"]
0: MalformedEnvelope -40002
1: MalformedEnvelope -40002
1: MalformedEnvelope -40002
207: MalformedEnvelope -40002
5242880: MalformedEnvelope -40002
-- what a parser left of the body, and what is still a text
TypeError: Wxseal\Endpoint::receive(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); null given
TypeError: Wxseal\Endpoint::receive(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); array given
TypeError: Wxseal\Endpoint::receive(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); stdClass given
push
RuntimeException: detached
-- diagnose
Array
(
    [0] => Array
        (
            [name] => StaleTimestamp
            [seconds] => 301
        )

)
bool(true)
bool(false)
-- the system's time
push StaleTimestamp -40001
ValueError: Wxseal\Endpoint::receive(): Argument #4 ($now) must be greater than or equal to 1
ValueError: Wxseal\Endpoint::receive(): Argument #4 ($now) must be greater than or equal to 1
