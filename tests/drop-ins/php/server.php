<?php

// WeCom's callback with Tencent's sample, in its documented form. WXBIZMSGCRYPT is the one line that a drop-in changes: which
// WXBizMsgCrypt.php is included; ANSWERS the format that it answers in.

include_once getenv('WXBIZMSGCRYPT');

$wxcpt = new WXBizMsgCrypt(
    getenv('WXSEAL_TOKEN'), getenv('WXSEAL_ENCODING_AES_KEY'), getenv('WXSEAL_RECEIVE_ID'));
$signature = $_GET['msg_signature'] ?? '';
$timestamp = $_GET['timestamp'] ?? '';
$nonce = $_GET['nonce'] ?? '';

if ($_SERVER['REQUEST_METHOD'] === 'GET') {
    $echo = '';
    $number = $wxcpt->VerifyURL($signature, $timestamp, $nonce, $_GET['echostr'] ?? '', $echo);
    answer($number, $echo);
}

$message = '';
$number = $wxcpt->DecryptMsg($signature, $timestamp, $nonce, file_get_contents('php://input'), $message);
if ($number !== 0) {
    answer($number, '');
}
$json = getenv('ANSWERS') === 'json';
$said = $json
    ? json_decode($message, true)
    : array_map(strval(...), (array) simplexml_load_string($message, options: LIBXML_NOCDATA));
if ($said['MsgType'] !== 'text') {
    answer(0, 'success');
}
[$said['ToUserName'], $said['FromUserName']] = [$said['FromUserName'], $said['ToUserName']];
$fields = array_map(
    static fn ($name, $text) => "<$name>" . htmlspecialchars($text, ENT_XML1) . "</$name>", array_keys($said), $said);
$reply = $json ? json_encode($said) : '<xml>' . implode($fields) . '</xml>';
$sealed = '';
$number = $wxcpt->EncryptMsg($reply, $timestamp, $nonce, $sealed);
answer($number, $sealed);

function answer(int $number, string $body): never
{
    http_response_code($number === 0 ? 200 : 403);
    header('Content-Type: text/plain');
    header('Content-Length: ' . strlen($number === 0 ? $body : ''));
    exit($number === 0 ? $body : '');
}
