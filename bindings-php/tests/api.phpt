--TEST--
Api: requests, and what an answer says
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Api;

$messages = [
    ['msgtype' => 'text', 'text' => ['content' => '你好 "x" / <a>']],
    ['msgtype' => 'image', 'image' => ['media_id' => 'm']],
    ['msgtype' => 'link', 'link' => ['title' => 't', 'description' => 'd', 'url' => 'u', 'thumb_url' => 'p']],
    ['msgtype' => 'miniprogrampage', 'miniprogrampage' => ['title' => 't', 'pagepath' => 'p?a=b', 'thumb_media_id' => 'm']],
];
$requests = [
    Api::getAccessToken('wx1', 's&=+ 中'),
    Api::code2session('wx1', 's', 'code'),
    ...array_map(fn ($message) => Api::sendCustomerMessage('token', 'o1', $message), $messages),
];
foreach ($requests as $request) {
    echo $request->method(), ' ', $request->url(), "\n    ", $request->body(), "\n";
}

echo "-- what cannot be sent\n";
$wrong = [
    [],
    ['msgtype' => 'voice'],
    ['msgtype' => 1],
    ['msgtype' => "text\0", 'text' => ['content' => 'a']],
    ['text' => ['content' => 'a']],
    ['msgtype' => 'text'],
    ['msgtype' => 'text', 'text' => 'a'],
    ['msgtype' => 'text', 'text' => ['content' => null]],
    ['msgtype' => 'link', 'link' => ['title' => 't', 'description' => 'd', 'url' => 'u']],
    ['msgtype' => 'text', 'text' => ['content' => "a\0"]],
    ['msgtype' => 'text', 'text' => ['content' => "\xff"]],
];
foreach ($wrong as $message) {
    echo outcome(fn () => Api::sendCustomerMessage('token', 'o1', $message)), "\n";
}
$calls = [
    fn () => Api::getAccessToken("wx1\0", 's'),
    fn () => Api::getAccessToken('wx1', "s\0"),
    fn () => Api::getAccessToken('wx1', "\xff"),
    fn () => Api::code2session('wx1', 's', "\0"),
    fn () => Api::sendCustomerMessage("t\0", 'o1', $messages[0]),
    fn () => Api::sendCustomerMessage('t', "\xff", $messages[0]),
    fn () => Api::getAccessToken('wx1', null),
    fn () => Api::sendCustomerMessage('t', 'o1', 'hi'),
    fn () => Api::read(null),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}

echo "-- answers\n";
$answers = [
    '{"access_token":"A","expires_in":7200}',
    '{"errcode":0,"errmsg":"ok","msgid":12345678901234567890}',
    ' {} ',
    '{"errcode":40013,"errmsg":"invalid appid rid: 1\u0000\u4f60"}',
    '{"errcode":-1}',
    '{"errcode":"40001","errmsg":""}',
    '{"errcode":"no"}',
    '{"errcode":9223372036854775807,"errmsg":7}',
    '',
    '[]',
    'null',
    '<html>',
    '{"a":',
    "{\"a\":\"\xff\"}",
    '{"a":"\ud800"}',
    "{}\0",
];
foreach ($answers as $answer) {
    echo json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE), ': ';
    try {
        echo json_encode(Api::read($answer)), "\n";
    } catch (Wxseal\ApiError $error) {
        $said = [$error->getCode(), $error->getMessage(), $error->errcode, $error->errmsg];
        echo get_parent_class($error), ' ', json_encode($said), "\n";
    } catch (Wxseal\Exception $exception) {
        echo "$exception->name {$exception->getCode()}\n";
    }
}
?>
--EXPECT--
GET https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s%26%3D%2B%20%E4%B8%AD
    
GET https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=s&js_code=code&grant_type=authorization_code
    
POST https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=token
    {"touser":"o1","msgtype":"text","text":{"content":"你好 \"x\" / <a>"}}
POST https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=token
    {"touser":"o1","msgtype":"image","image":{"media_id":"m"}}
POST https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=token
    {"touser":"o1","msgtype":"link","link":{"title":"t","description":"d","url":"u","thumb_url":"p"}}
POST https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=token
    {"touser":"o1","msgtype":"miniprogrampage","miniprogrampage":{"title":"t","pagepath":"p?a=b","thumb_media_id":"m"}}
-- what cannot be sent
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text thumb_url in link
UnwritableReply -40011
UnwritableReply -40011
InvalidConfig -40004
InvalidConfig -40004
InvalidConfig -40004
InvalidConfig -40004
InvalidConfig -40004
InvalidConfig -40004
TypeError: Wxseal\Api::getAccessToken(): Argument #2 ($secret) must be of type string, null given
TypeError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must be of type array, string given
TypeError: Wxseal\Api::read(): Argument #1 ($body) must be of type string, null given
-- answers
"{\"access_token\":\"A\",\"expires_in\":7200}": {"access_token":"A","expires_in":7200}
"{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":12345678901234567890}": {"errcode":0,"errmsg":"ok","msgid":"12345678901234567890"}
" {} ": []
"{\"errcode\":40013,\"errmsg\":\"invalid appid rid: 1\\u0000\\u4f60\"}": RuntimeException [40013,"invalid appid rid: 1\u0000\u4f60 (40013)",40013,"invalid appid rid: 1\u0000\u4f60"]
"{\"errcode\":-1}": RuntimeException [-1," (-1)",-1,""]
"{\"errcode\":\"40001\",\"errmsg\":\"\"}": RuntimeException [40001," (40001)",40001,""]
"{\"errcode\":\"no\"}": MalformedMessage -40002
"{\"errcode\":9223372036854775807,\"errmsg\":7}": RuntimeException [9223372036854775807," (9223372036854775807)",9223372036854775807,""]
"": MalformedMessage -40002
"[]": MalformedMessage -40002
"null": MalformedMessage -40002
"<html>": MalformedMessage -40002
"{\"a\":": MalformedMessage -40002
"{\"a\":\"\ufffd\"}": MalformedMessage -40002
"{\"a\":\"\\ud800\"}": MalformedMessage -40002
"{}\u0000": MalformedMessage -40002
