--TEST--
examples/php/server.php answers the platform's requests
--FILE--
<?php
require __DIR__ . '/wxseal.inc';
require __DIR__ . '/server.inc';

use Wxseal\MsgCrypt;
use Wxseal\Platform;

$settings = ['WXSEAL_TOKEN' => TOKEN, 'WXSEAL_ENCODING_AES_KEY' => KEY, 'WXSEAL_RECEIVE_ID' => 'wx1'];
$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$messages = [
    'text' => '<xml><ToUserName>gh_1</ToUserName><FromUserName>o_&lt;1&gt;</FromUserName><MsgType>text</MsgType>'
        . '<Content><![CDATA[收到 & "thanks" ]]]]><![CDATA[>]]></Content><MsgId>1</MsgId></xml>',
    'text, JSON' => '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi \u4f60","MsgId":1}',
    'event' => '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"debug_demo"}',
    'text without text' => '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":{"a":1}}',
    'text from nobody' => '{"MsgType":"text","Content":"a"}',
];

function show(string $label, array $answer): void
{
    [$status, $type, $body] = $answer;
    echo "$label: $status $type ", json_encode($body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}

/** Asks a server all that the platform may ask, and some that it may not. */
function play(Server $server, MsgCrypt $crypt, array $messages): void
{
    $now = (string) time();
    $check = Platform::urlCheck(TOKEN, 'a+b/=', $now, '415670741');
    show('URL check', $server->ask('GET', $check->query));
    show('wrong signature', $server->ask('GET', preg_replace('/signature=\w/', 'signature=x', $check->query)));
    show('parameter missing', $server->ask('GET', str_replace('nonce=', 'once=', $check->query)));
    show('parameter twice', $server->ask('GET', "$check->query&nonce=415670741"));
    show('parameter an array', $server->ask('GET', str_replace('nonce=', 'nonce[]=', $check->query)));
    show('no query', $server->ask('GET', ''));
    show('not UTF-8', $server->ask('GET', "$check->query&nonce=%ff"));
    show('stale', $server->ask('GET', Platform::urlCheck(TOKEN, 'a', '1714036504', '1')->query));
    $put = $server->ask('PUT', $check->query);
    show('PUT', $put);
    echo implode(', ', preg_grep('/^(Allow|X-Content)/', $put[3])), "\n";
    foreach ($messages as $label => $message) {
        $format = $message[0] === '<' ? 'xml' : 'json';
        foreach (['push' => [$format], 'compatiblePush' => []] as $make => $more) {
            $push = Platform::$make($crypt, $message, $now, '415670741', ...$more);
            [$status, $type, $body] = $server->ask($push->method, $push->query, $push->body);
            if (str_contains($body, 'Encrypt')) {
                $opened = Platform::openReply($crypt, $body)->message;
                $body = preg_replace('/(?<=CreateTime[>:]|CreateTime":)\d+/', 'now', $opened);
            }
            show("$label, $make", [$status, $type, $body]);
        }
    }
    $push = Platform::push($crypt, $messages['event'], $now, '1', 'json');
    show('no envelope', $server->ask('POST', $push->query, 'plain'));
    show('another key', $server->ask('POST', ...sealed(new MsgCrypt(TOKEN, strrev(KEY), 'wx1'), $messages['event'], $now)));
    show('another receive id', $server->ask('POST', ...sealed(new MsgCrypt(TOKEN, KEY, 'wx2'), $messages['event'], $now)));
    show('plain', $server->ask('POST', Platform::plainPush(TOKEN, $messages['event'], $now, '1')->query, $messages['event']));
}

function sealed(MsgCrypt $crypt, string $message, string $now): array
{
    $push = Platform::push($crypt, $message, $now, '1', 'json');
    return [$push->query, $push->body];
}

// The README's example is a server, too, and answers alike.
preg_match('~```php\n(.*?)```~s', file_get_contents(ROOT . '/bindings-php/README.md'), $readme);
$router = tempnam(sys_get_temp_dir(), 'wxseal');
file_put_contents($router, $readme[1]);
$played = [];
foreach (['example' => ROOT . '/examples/php/server.php', 'README' => $router] as $name => $file) {
    $server = new Server($file, $settings + ['WXSEAL_DIAGNOSE' => '1']);
    ob_start();
    play($server, $crypt, $messages);
    $played[$name] = ob_get_clean();
    $logs[$name] = $server->log();
    unset($server);

    $server = new Server($file, ['WXSEAL_TOKEN' => ''] + $settings);
    show("$name without a Token", $server->ask('GET', 'nonce=1'));
    echo 'in its log: ', str_contains($server->log(), 'WXSEAL_TOKEN is not set') ? 'why' : 'something else', "\n";
    unset($server);
}
unlink($router);
$server = new Server(ROOT . '/examples/php/server.php', $settings);
$server->ask('GET', 'nonce=%ff');
echo 'without WXSEAL_DIAGNOSE: ', substr_count($server->log(), 'wxseal: '), " line\n";
unset($server);

echo $played['example'];
foreach (['MalformedQuery: a query', 'BrokenQuery: A parameter', 'received {"ToUserName":"gh_1"', TOKEN, KEY] as $text) {
    echo "in its log, $text: ", str_contains($logs['example'], $text) ? 'yes' : 'no', "\n";
}
foreach ($logs as $name => $log) {
    echo "$name: ", preg_match_all('/PHP (Warning|Notice|Deprecated|Fatal)/', $log), " warnings\n";
}
var_dump($played['README'] === $played['example']);
?>
--EXPECT--
example without a Token: 500 text/html; charset=UTF-8 ""
in its log: why
README without a Token: 500 text/html; charset=UTF-8 ""
in its log: why
without WXSEAL_DIAGNOSE: 1 line
URL check: 200 text/plain; charset=utf-8 "a+b/="
wrong signature: 403 text/plain; charset=utf-8 "forbidden"
parameter missing: 400 text/plain; charset=utf-8 "bad request"
parameter twice: 400 text/plain; charset=utf-8 "bad request"
parameter an array: 400 text/plain; charset=utf-8 "bad request"
no query: 400 text/plain; charset=utf-8 "bad request"
not UTF-8: 400 text/plain; charset=utf-8 "bad request"
stale: 403 text/plain; charset=utf-8 "forbidden"
PUT: 405 text/plain; charset=utf-8 "method not allowed"
X-Content-Type-Options: nosniff, Allow: GET, POST
text, push: 200 application/xml "<xml><ToUserName><![CDATA[o_<1>]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>now</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到 & \"thanks\" ]]]]><![CDATA[>]]></Content></xml>"
text, compatiblePush: 200 application/xml "<xml><ToUserName><![CDATA[o_<1>]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>now</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到 & \"thanks\" ]]]]><![CDATA[>]]></Content></xml>"
text, JSON, push: 200 application/json "{\"ToUserName\":\"o1\",\"FromUserName\":\"gh_1\",\"CreateTime\":now,\"MsgType\":\"text\",\"Content\":\"hi 你\"}"
text, JSON, compatiblePush: 200 application/json "{\"ToUserName\":\"o1\",\"FromUserName\":\"gh_1\",\"CreateTime\":now,\"MsgType\":\"text\",\"Content\":\"hi 你\"}"
event, push: 200 text/plain; charset=utf-8 "success"
event, compatiblePush: 200 text/plain; charset=utf-8 "success"
text without text, push: 200 text/plain; charset=utf-8 "success"
text without text, compatiblePush: 200 text/plain; charset=utf-8 "success"
text from nobody, push: 500 text/plain; charset=utf-8 "internal server error"
text from nobody, compatiblePush: 500 text/plain; charset=utf-8 "internal server error"
no envelope: 400 text/plain; charset=utf-8 "bad request"
another key: 403 text/plain; charset=utf-8 "forbidden"
another receive id: 403 text/plain; charset=utf-8 "forbidden"
plain: 400 text/plain; charset=utf-8 "bad request"
in its log, MalformedQuery: a query: yes
in its log, BrokenQuery: A parameter: yes
in its log, received {"ToUserName":"gh_1": yes
in its log, SecretTokenOfTheTest: no
in its log, SecretKeyOfTheTest0123456789abcdefghijklmno: no
example: 0 warnings
README: 0 warnings
bool(true)
