--TEST--
No dump, message or trace shows a secret, or what was received
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\Api;
use Wxseal\Endpoint;
use Wxseal\Message;
use Wxseal\MsgCrypt;
use Wxseal\Platform;
use Wxseal\RecentKeys;

// 16 bytes; and what was said in confidence, which no dump of what was received shows.
const SESSION_KEY = 'SecretSessionKeyAAAAAA==';
const CONTENT = 'SecretContentOfTheTest';

$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"' . CONTENT . '"}';
$push = Platform::push($crypt, $message, (string) time(), '1', 'json');
$incoming = (new Endpoint($crypt))->receive($push->method, $push->query, $push->body);
$incoming->message();
$recent = new RecentKeys();
$sealed = $crypt->seal(CONTENT);
$objects = [
    'MsgCrypt' => $crypt,
    'Sealed' => $sealed,
    'Opened' => $crypt->open($sealed->msgSignature, $sealed->timestamp, $sealed->nonce, $sealed->encrypt),
    'Endpoint' => new Endpoint($crypt, [$crypt]),
    'plain Endpoint' => Endpoint::plain(TOKEN),
    'Incoming' => $incoming,
    'Message' => Message::fromCloudEvent($message),
    'RecentKeys' => $recent,
    'Recent' => $recent->claim(CONTENT),
    'Claim' => $recent->claim(CONTENT . ' again')->claim,
    'Response' => $incoming->replyText(CONTENT),
    'Platform\Request' => $push,
    'Api\Request' => Api::getAccessToken('wx1', TOKEN),
    'Api\Request with a token' => Api::sendCustomerMessage(TOKEN, 'o1', ['msgtype' => 'text', 'text' => ['content' => KEY]]),
    'Api\Request with a code' => Api::code2session('wx1', TOKEN, KEY),
    'Api\Request with a secret in its body' => Api::getStableAccessToken('wx1', TOKEN),
    'Api\Request of any call' => Api::post('/wxa/x', TOKEN, ['a' => CONTENT]),
];
$shown = [];
foreach ($objects as $label => $object) {
    $shown += [
        "$label, var_dump" => function () use ($object) {
            ob_start();
            var_dump($object);
            debug_zval_dump($object);
            return ob_get_clean();
        },
        "$label, print_r" => fn () => print_r($object, true),
        "$label, var_export" => fn () => var_export($object, true),
        "$label, array" => fn () => print_r(
            (array) $object + get_object_vars($object) + get_mangled_object_vars($object)
                + iterator_to_array(new ArrayIterator($object)),
            true,
        ),
        "$label, json_encode" => fn () => json_encode($object),
        "$label, reflection" => fn () => new ReflectionObject($object),
    ];
}
// What was thrown: its text with the trace, its trace with all arguments, and what a log would have of it.
$thrown = [
    'bad Token' => fn () => new MsgCrypt(TOKEN . ' ', KEY, 'wx1'),
    'Token with a NUL' => fn () => new MsgCrypt(TOKEN . "\0", KEY, 'wx1'),
    'key too long' => fn () => new MsgCrypt(TOKEN, KEY . 'A', 'wx1'),
    'key with a NUL' => fn () => new MsgCrypt(TOKEN, KEY . "\0", 'wx1'),
    'receive id with a NUL' => fn () => new MsgCrypt(TOKEN, KEY, "\0"),
    'dialect' => fn () => new MsgCrypt(TOKEN, KEY, 'wx1', 'none'),
    'constructed again' => fn () => $crypt->__construct(TOKEN, KEY, 'wx1'),
    'signature' => fn () => Wxseal\verify_signature(TOKEN, '', '1', '1'),
    'timestamp' => fn () => Wxseal\verify_signature(TOKEN, '', "\0", '1'),
    'body' => fn () => $crypt->decrypt('', '1', '1', ''),
    'sign' => fn () => Wxseal\sign(TOKEN, '', '1', ''),
    'seal' => fn () => $crypt->seal(CONTENT, ''),
    'format' => fn () => $crypt->encrypt('', format: 'none'),
    'plain Token' => fn () => Endpoint::plain(TOKEN . ' '),
    'plain tolerance' => fn () => Endpoint::plain(TOKEN, -1),
    'platform Token' => fn () => Platform::urlCheck(TOKEN . ' ', ''),
    'platform Token with a NUL' => fn () => Platform::plainPush(TOKEN . "\0", ''),
    'session_key' => fn () => Wxseal\decrypt_open_data(SESSION_KEY . 'x', '', '', ''),
    'session_key with a NUL' => fn () => Wxseal\verify_raw_data(SESSION_KEY . "\0", '', ''),
    'raw data' => fn () => Wxseal\verify_raw_data(SESSION_KEY, '', ''),
    'open data' => fn () => Wxseal\decrypt_open_data(SESSION_KEY, 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAA==', ''),
    'request' => fn () => (new Endpoint($crypt))->receive('POST', '', ''),
    'reply' => fn () => $incoming->replyText("\xff"),
    'API secret' => fn () => Api::getAccessToken("\xff", TOKEN),
    'API code' => fn () => Api::code2session('wx1', TOKEN, KEY . "\xff"),
    'API parameters' => fn () => Api::get('//', ['access_token' => TOKEN, 'b' => CONTENT]),
    'API body' => fn () => Api::post('/a', TOKEN, CONTENT),
    'API data' => fn () => Api::sendSubscribeMessage(TOKEN, 'o1', 't1', ['a' => CONTENT . "\xff"]),
    'API content' => fn () => Api::msgSecCheck(TOKEN, 'o1', 1, CONTENT . "\xff"),
    'API answer' => fn () => Api::read('<' . CONTENT),
];
if (PHP_VERSION_ID >= 80200) {
    // Thrown by PHP itself, which knows what is sensitive from 8.2 on.
    $thrown['type'] = fn () => new MsgCrypt(TOKEN, KEY, []);
    $thrown['count'] = fn () => new MsgCrypt(TOKEN, KEY);
    $thrown['type of a function'] = fn () => Wxseal\verify_signature(TOKEN, [], '1', '1');
    $thrown['type of a setting'] = fn () => Endpoint::plain(TOKEN, []);
    $thrown['type of the session_key'] = fn () => Wxseal\decrypt_open_data(SESSION_KEY, [], '', '');
    $thrown['type of the raw data'] = fn () => Wxseal\verify_raw_data(SESSION_KEY, [], '');
    $thrown['type of a platform argument'] = fn () => Platform::plainPush(TOKEN, []);
    $thrown['type of an API argument'] = fn () => Api::code2session([], TOKEN, KEY);
    $thrown['value of an API argument'] = fn () => Api::sendCustomerMessage(TOKEN, 'o1', []);
}
foreach ($thrown as $label => $call) {
    $shown[$label] = function () use ($call) {
        try {
            $call();
            return 'nothing was thrown: ' . TOKEN;
        } catch (Throwable $thrown) {
            return "$thrown" . print_r($thrown->getTrace(), true) . var_export($thrown->getMessage(), true);
        }
    };
}
foreach ($shown as $label => $show) {
    $text = $show();
    foreach (['Token' => TOKEN, 'key' => KEY, 'session_key' => SESSION_KEY, 'content' => CONTENT] as $what => $secret) {
        if (str_contains($text, $secret)) {
            echo "$label shows the $what:\n$text\n";
        }
    }
}
var_dump($objects['MsgCrypt'] === $crypt, $incoming->kind(), (array) $incoming, (array) $crypt, (array) $objects['Api\Request']);
echo count($shown) >= 6 * 15 + 22 ? "done\n" : "too few were tried\n";
?>
--EXPECT--
bool(true)
string(4) "push"
array(0) {
}
array(0) {
}
array(0) {
}
done
