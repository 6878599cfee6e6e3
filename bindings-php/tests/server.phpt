--TEST--
examples/php/server.php answers the platform's requests
--SKIPIF--
<?php
if (!extension_loaded('simplexml') && !is_file(PHP_EXTENSION_DIR . '/simplexml.so')) {
    die('skip no SimpleXML for the example');
}
?>
--FILE--
<?php
require __DIR__ . '/wxseal.inc';
require __DIR__ . '/server.inc';

function vector(string $kind, string $id): array
{
    $file = json_decode(file_get_contents(ROOT . "/tests/vectors/$kind.json"), true);
    return array_column($file['vectors'], null, 'id')[$id];
}

$check = vector('url_verify', 'mp_doc_url_verify')['inputs'];
['inputs' => $push, 'expected' => $opened] = vector('decrypt', 'mp_doc_safe_json_decrypt');
$settings = [
    'WXSEAL_TOKEN' => $push['token'],
    'WXSEAL_ENCODING_AES_KEY' => $push['encoding_aes_key'],
    'WXSEAL_RECEIVE_ID' => $push['receive_id'],
    // The documentation's requests are years old.
    'WXSEAL_TOLERANCE' => (string) PHP_INT_MAX,
];
$example = ROOT . '/examples/php/server.php';
$names = ['signature', 'msg_signature', 'timestamp', 'nonce', 'echostr', 'openid', 'encrypt_type'];
$query = array_intersect_key($check, array_flip($names));
$pushed = array_intersect_key($push, array_flip($names));

function show(string $label, array $answer): void
{
    [$status, $type, $body] = $answer;
    echo "$label: $status $type ", json_encode($body), "\n";
}

$server = new Server($example, $settings);
show('URL check', $server->ask('GET', $query));
show('wrong signature', $server->ask('GET', ['signature' => str_repeat('0', 40)] + $query));
show('parameter missing', $server->ask('GET', array_diff_key($query, ['nonce' => 1])));
show('parameter an array', $server->ask('GET', str_replace('nonce=', 'nonce[]=', http_build_query($query))));
show('PUT', $server->ask('PUT', $query));

$server->log();
show('push', $server->ask('POST', $pushed, $push['body']));
echo 'in the log: ', str_contains($server->log(), $opened['plaintext']) ? 'the message' : 'something else', "\n";
$wrong = ['msg_signature' => $push['signature']] + $pushed;
show('signature, not msg_signature', $server->ask('POST', $wrong, $push['body']));
show('no envelope', $server->ask('POST', $pushed, 'plain'));
$log = $server->log();
foreach (['SignatureMismatch', 'MalformedEnvelope', $push['encoding_aes_key']] as $text) {
    echo "in the log, $text: ", str_contains($log, $text) ? 'yes' : 'no', "\n";
}
unset($server);

// Years old is too old unless the server is told otherwise.
$server = new Server($example, ['WXSEAL_TOLERANCE' => '300'] + $settings);
show('URL check, stale', $server->ask('GET', $query));
show('push, stale', $server->ask('POST', $pushed, $push['body']));
unset($server);

$server = new Server($example, ['WXSEAL_TOKEN' => ''] + $settings);
show('no Token', $server->ask('GET', $query));
unset($server);

// A text message is answered in its own format, sealed: the platform's side is played with the same settings.
$server = new Server($example, ['WXSEAL_REPLY' => '收到 ]]> & "thanks"'] + $settings);
$platform = new Wxseal\MsgCrypt($push['token'], $push['encoding_aes_key'], $push['receive_id']);
$fields = ['ToUserName' => 'gh_1', 'FromUserName' => 'o_<1>', 'MsgType' => 'text', 'Content' => 'hi'];
$xml = '<xml>';
foreach ($fields as $name => $value) {
    $xml .= "<$name><![CDATA[$value]]></$name>";
}
foreach (['xml' => "$xml</xml>", 'json' => json_encode($fields)] as $format => $message) {
    $now = (string) time();
    $body = $platform->encrypt($message, $now, 'nonce', $format);
    preg_match('/[0-9a-f]{40}/', $body, $signature);
    $sealed = ['msg_signature' => $signature[0], 'timestamp' => $now, 'nonce' => 'nonce'];
    [$status, , $reply] = $server->ask('POST', $sealed, $body);
    preg_match('/[0-9a-f]{40}/', $reply, $signature);
    preg_match('/TimeStamp[>": ]+(\d+)/', $reply, $timestamp);
    $opened = $platform->decrypt($signature[0], $timestamp[1], 'nonce', $reply);
    echo "$format: $status ", preg_replace('/(?<=CreateTime[>:]|CreateTime":)\d+/', 'now', $opened), "\n";
}
unset($server);

// The README's example is a server, too.
preg_match('~```php\n(.*?)```~s', file_get_contents(ROOT . '/bindings-php/README.md'), $readme);
$router = tempnam(sys_get_temp_dir(), 'wxseal');
file_put_contents($router, $readme[1]);
$server = new Server($router, $settings);
[$status, , $reply] = $server->ask('POST', $pushed, $push['body']);
echo "README: $status ", implode(' ', array_keys(json_decode($reply, true))), "\n";
show('README, wrong signature', $server->ask('POST', ['msg_signature' => ''] + $pushed, $push['body']));
unset($server);
unlink($router);
?>
--EXPECT--
URL check: 200 text/plain; charset=utf-8 "4375120948345356249"
wrong signature: 403 text/html; charset=UTF-8 ""
parameter missing: 400 text/html; charset=UTF-8 ""
parameter an array: 400 text/html; charset=UTF-8 ""
PUT: 405 text/html; charset=UTF-8 ""
push: 200 text/plain; charset=utf-8 "success"
in the log: the message
signature, not msg_signature: 403 text/html; charset=UTF-8 ""
no envelope: 400 text/html; charset=UTF-8 ""
in the log, SignatureMismatch: yes
in the log, MalformedEnvelope: yes
in the log, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA: no
URL check, stale: 403 text/html; charset=UTF-8 ""
push, stale: 403 text/html; charset=UTF-8 ""
no Token: 500 text/html; charset=UTF-8 ""
xml: 200 <xml><ToUserName>o_&lt;1&gt;</ToUserName><FromUserName>gh_1</FromUserName><CreateTime>now</CreateTime><MsgType>text</MsgType><Content>收到 ]]&gt; &amp; "thanks"</Content></xml>
json: 200 {"ToUserName":"o_<1>","FromUserName":"gh_1","CreateTime":now,"MsgType":"text","Content":"收到 ]]> & \"thanks\""}
README: 200 Encrypt MsgSignature TimeStamp Nonce
README, wrong signature: 403 text/html; charset=UTF-8 ""
