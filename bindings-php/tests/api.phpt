--TEST--
Api: requests
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
    Api::getStableAccessToken('wx1', 's"'),
    Api::getStableAccessToken('wx1', 's', forceRefresh: true),
    Api::getPhoneNumber('token', 'code'),
    Api::sendSubscribeMessage('token', 'o1', 't1', ['thing1' => ['value' => '你好/']]),
    Api::sendSubscribeMessage('token', 'o1', 't1', '{ "n1": {"value":1.50} }', 'index?a=b', 'trial', 'zh_TW'),
    Api::sendSubscribeMessage('token', 'o1', 't1', [], lang: 'en_US'),
    Api::msgSecCheck('token', 'o1', 2, '你好'),
    Api::msgSecCheck('token', 'o1', 1, 'c', 't', 'n', 's'),
    Api::mediaCheckAsync('token', 'o1', 4, 'https://example.com/a.png', 2),
    Api::get('/cgi-bin/user/info', ['access_token' => 'a+b', '名' => '%2B &', '7' => 7]),
    Api::get('/a', []),
    Api::post('/wxa/x', 'a+b', ['a' => ['你', 1.5, null], 'b' => []]),
    Api::post('/wxa/x', 'a+b', []),
    Api::post('/wxa/x', 'a+b', '{ "a" : "\u4f60" }'),
    // A NUL is a character like others.
    Api::get('/a', ["n\0" => "v\0"]),
    Api::getPhoneNumber("t\0", "c\0"),
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
    ['msgtype' => 'text', 'text' => ['content' => "\xff"]],
];
foreach ($wrong as $message) {
    echo outcome(fn () => Api::sendCustomerMessage('token', 'o1', $message)), "\n";
}
$calls = [
    fn () => Api::getAccessToken("wx1\xff", 's'),
    fn () => Api::getAccessToken('wx1', "s\xff"),
    fn () => Api::code2session('wx1', 's', "\xff"),
    fn () => Api::sendCustomerMessage("t\xff", 'o1', $messages[0]),
    fn () => Api::sendCustomerMessage('t', "\xff", $messages[0]),
    fn () => Api::getAccessToken('wx1', null),
    fn () => Api::sendCustomerMessage('t', 'o1', 'hi'),
    fn () => Api::get("/a\0", []),
    fn () => Api::get('//evil.example/a', []),
    fn () => Api::get('/a?b=c', []),
    fn () => Api::get('/a', ["n\xff" => 'v']),
    fn () => Api::get('/a', ['a' => 'b', 'n' => "v\xff"]),
    fn () => Api::get('/a', ['n' => "\xff"]),
    fn () => Api::get('/a', ['a' => 'b', 'n' => null]),
    fn () => Api::get('/a', ['n' => ['v']]),
    fn () => Api::post('/../a', 't', []),
    fn () => Api::post('/a', "t\xff", []),
    fn () => Api::post('/a', 't', [1]),
    fn () => Api::post('/a', 't', ['a' => INF]),
    fn () => Api::post('/a', 't', ['a' => "\xff"]),
    fn () => Api::post('/a', 't', "{}\0"),
    fn () => Api::post('/a', 't', '<xml/>'),
    fn () => Api::sendSubscribeMessage('t', 'o1', 't1', 'hi'),
    fn () => Api::sendSubscribeMessage('t', 'o1', 't1', [], "p\xff"),
    fn () => Api::msgSecCheck('t', 'o1', -1, 'c'),
    fn () => Api::msgSecCheck('t', 'o1', 1, "c\xff"),
    fn () => Api::msgSecCheck('t', 'o1', 1, 'c', signature: "\xff"),
    fn () => Api::mediaCheckAsync('t', 'o1', 1, 'u', PHP_INT_MAX),
    fn () => Api::getPhoneNumber('t', "\xff"),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
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
POST https://api.weixin.qq.com/cgi-bin/stable_token
    {"grant_type":"client_credential","appid":"wx1","secret":"s\"","force_refresh":false}
POST https://api.weixin.qq.com/cgi-bin/stable_token
    {"grant_type":"client_credential","appid":"wx1","secret":"s","force_refresh":true}
POST https://api.weixin.qq.com/wxa/business/getuserphonenumber?access_token=token
    {"code":"code"}
POST https://api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=token
    {"touser":"o1","template_id":"t1","data":{"thing1":{"value":"你好/"}}}
POST https://api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=token
    {"touser":"o1","template_id":"t1","page":"index?a=b","data":{ "n1": {"value":1.50} },"miniprogram_state":"trial","lang":"zh_TW"}
POST https://api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=token
    {"touser":"o1","template_id":"t1","data":{},"lang":"en_US"}
POST https://api.weixin.qq.com/wxa/msg_sec_check?access_token=token
    {"openid":"o1","scene":2,"version":2,"content":"你好"}
POST https://api.weixin.qq.com/wxa/msg_sec_check?access_token=token
    {"openid":"o1","scene":1,"version":2,"content":"c","title":"t","nickname":"n","signature":"s"}
POST https://api.weixin.qq.com/wxa/media_check_async?access_token=token
    {"openid":"o1","scene":4,"version":2,"media_url":"https://example.com/a.png","media_type":2}
GET https://api.weixin.qq.com/cgi-bin/user/info?access_token=a%2Bb&%E5%90%8D=%252B%20%26&7=7
    
GET https://api.weixin.qq.com/a
    
POST https://api.weixin.qq.com/wxa/x?access_token=a%2Bb
    {"a":["你",1.5,null],"b":[]}
POST https://api.weixin.qq.com/wxa/x?access_token=a%2Bb
    {}
POST https://api.weixin.qq.com/wxa/x?access_token=a%2Bb
    { "a" : "\u4f60" }
GET https://api.weixin.qq.com/a?n%00=v%00
    
POST https://api.weixin.qq.com/wxa/business/getuserphonenumber?access_token=t%00
    {"code":"c\u0000"}
-- what cannot be sent
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have a msgtype of text, image, link or miniprogrampage
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text content in text
ValueError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must have the text thumb_url in link
UnwritableReply -40011
InvalidConfig -40004 argument
InvalidConfig -40004 argument
InvalidConfig -40004 argument
InvalidConfig -40004 argument
InvalidConfig -40004 argument
TypeError: Wxseal\Api::getAccessToken(): Argument #2 ($secret) must be of type string, null given
TypeError: Wxseal\Api::sendCustomerMessage(): Argument #3 ($message) must be of type array, string given
InvalidConfig -40004 path
InvalidConfig -40004 path
InvalidConfig -40004 path
InvalidConfig -40004 argument
InvalidConfig -40004 argument
InvalidConfig -40004 argument
TypeError: Wxseal\Api::get(): Argument #2 ($parameters) must hold texts, null given
TypeError: Wxseal\Api::get(): Argument #2 ($parameters) must hold texts, array given
InvalidConfig -40004 path
InvalidConfig -40004 argument
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
UnwritableReply -40011
ValueError: Wxseal\Api::msgSecCheck(): Argument #3 ($scene) must be between 0 and 4294967295
UnwritableReply -40011
UnwritableReply -40011
ValueError: Wxseal\Api::mediaCheckAsync(): Argument #5 ($mediaType) must be between 0 and 4294967295
InvalidConfig -40004 argument
