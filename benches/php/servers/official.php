<?php
// As the official samples and the documentation of messages do.
declare(strict_types=1);

require __DIR__ . '/../official.php';

[$token, $key, $receiveId] = array_map('getenv', ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID']);
['msg_signature' => $signature, 'timestamp' => $timestamp, 'nonce' => $nonce] = $_GET;
$crypt = new Official($token, $key, $receiveId);
try {
    $message = $crypt->decrypt($signature, $timestamp, $nonce, file_get_contents('php://input'));
} catch (RuntimeException) {
    http_response_code(403);
    header('Content-Length: 0');
    exit;
}
$push = simplexml_load_string($message, 'SimpleXMLElement', LIBXML_NOCDATA);
$answer = 'success';
if ((string) $push->MsgType === 'text') {
    $reply = sprintf(
        '<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>'
            . '<CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content></xml>',
        $push->FromUserName, $push->ToUserName, time(), $push->Content);
    $answer = $crypt->encrypt($reply, $timestamp, $nonce, 'xml');
}
header('Content-Length: ' . strlen($answer));
echo $answer;
