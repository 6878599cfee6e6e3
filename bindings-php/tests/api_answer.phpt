--TEST--
Api: what an answer says, and that a gateway's HTML refuses no request
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Api;

$answers = [
    '{"access_token":"A","expires_in":7200}',
    '{"errcode":0,"errmsg":"ok","msgid":294402298110051942,"a":[9007199254740991,-9007199254740992,1.50,{"b":[1e3,"12345678901234567890"]}]}',
    "\u{feff} {}\r\n",
    '{"errcode":"0"}',
    '{"errcode":40013,"errmsg":"invalid appid rid: 1\u0000\u4f60"}',
    '{"errcode":-1}',
    '{"errcode":"40001","errmsg":""}',
    '{"errcode":9223372036854775807,"errmsg":7}',
    '{"errcode":"no"}',
    '',
    '[]',
    'null',
    '<html>',
    '{"a":',
    "{\"a\":\"\xff\"}",
    '{"a":"\ud800"}',
    "{}\0",
    '{"a":' . str_repeat('[', 600) . str_repeat(']', 600) . '}',
];
foreach ($answers as $answer) {
    echo substr(json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE), 0, 60), ': ';
    try {
        echo json_encode(Api::read($answer), JSON_PRESERVE_ZERO_FRACTION), "\n";
    } catch (Wxseal\ApiError $error) {
        $said = [$error->getCode(), $error->getMessage(), $error->errcode, $error->errmsg];
        echo get_parent_class($error), ' ', json_encode($said), "\n";
    }
}
echo outcome(fn () => Api::read(null)), "\n";

echo "-- 8 MB\n";
$item = '9007199254740993,"\"1\"",[1.50],';
$answer = Api::read('{"list":[' . str_repeat($item, 300_000) . '0],"next":"N"}');
var_dump(strlen($item) * 300_000 > 8_000_000, $answer['next'], count($answer['list']), $answer['list'][899_997]);

echo "-- a handler that asks the API\n";
$crypt = new Wxseal\MsgCrypt(TOKEN, KEY, 'wx1');
$message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}';
$push = Wxseal\Platform::push($crypt, $message, (string) time(), '1', 'json');

/** Answers as the README's server does. */
function answer(Wxseal\MsgCrypt $crypt, string $query, string $body, string $came): Wxseal\Response
{
    try {
        $incoming = (new Wxseal\Endpoint($crypt))->receive('POST', $query, $body);
        return $incoming->replyText(Api::read($came)['access_token']);
    } catch (Wxseal\Exception $exception) {
        return $exception->response();
    }
}

foreach (['{"access_token":"A"}', '<html><h1>502 Bad Gateway</h1></html>', '', '{"errcode":-1,"errmsg":"system error"}'] as $came) {
    try {
        echo answer($crypt, $push->query, $push->body, $came)->status, "\n";
    } catch (Wxseal\ApiError $error) {
        echo json_encode([$error instanceof Wxseal\Exception, method_exists($error, 'response')]), "\n";
    }
}
echo answer($crypt, str_replace('msg_signature=', 'msg_signature=0', $push->query), $push->body, '{}')->status, "\n";
?>
--EXPECT--
"{\"access_token\":\"A\",\"expires_in\":7200}": {"access_token":"A","expires_in":7200}
"{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":2944022981100519: {"errcode":0,"errmsg":"ok","msgid":"294402298110051942","a":[9007199254740991,"-9007199254740992",1.5,{"b":[1000.0,"12345678901234567890"]}]}
"\ufeff {}\r\n": []
"{\"errcode\":\"0\"}": {"errcode":"0"}
"{\"errcode\":40013,\"errmsg\":\"invalid appid rid: 1\\u0000: RuntimeException [40013,"invalid appid rid: 1\u0000\u4f60 (40013)",40013,"invalid appid rid: 1\u0000\u4f60"]
"{\"errcode\":-1}": RuntimeException [-1," (-1)",-1,""]
"{\"errcode\":\"40001\",\"errmsg\":\"\"}": RuntimeException [40001," (40001)",40001,""]
"{\"errcode\":9223372036854775807,\"errmsg\":7}": RuntimeException [9223372036854775807," (9223372036854775807)",9223372036854775807,""]
"{\"errcode\":\"no\"}": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"[]": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"null": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"<html>": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"{\"a\":": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"{\"a\":\"\ufffd\"}": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"{\"a\":\"\\ud800\"}": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"{}\u0000": RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
"{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[: RuntimeException [0,"the answer is not a JSON object: look at its HTTP status, and for a proxy on the way",null,""]
TypeError: Wxseal\Api::read(): Argument #1 ($body) must be of type string, null given
-- 8 MB
bool(true)
string(1) "N"
int(900001)
string(16) "9007199254740993"
-- a handler that asks the API
200
[false,false]
[false,false]
[false,false]
403
