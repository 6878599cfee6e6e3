<?php

// A webhook for message pushes in safe mode: answers the URL check, decrypts each push, logs it, and answers it.
//
//     export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx…
//     php -d extension=wxseal -S 127.0.0.1:8080 server.php
//
// or behind php-fpm, with the same settings as env[…] of the pool. Two more settings are optional: WXSEAL_REPLY is what
// text messages are answered with (an Official Account's server may do that; without it every push is answered with
// `success`), and WXSEAL_TOLERANCE is how many seconds a request's timestamp may be away from this server's clock:
// 300 unless it is set.

declare(strict_types=1);

use Wxseal\Exception\MalformedQuery;
use Wxseal\Exception\StaleTimestamp;
use Wxseal\MsgCrypt;

if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'POST'], true)) {
    http_response_code(405);
    header('Allow: GET, POST');
    exit;
}

try {
    $answer = $_SERVER['REQUEST_METHOD'] === 'GET' ? check_url() : receive_push(file_get_contents('php://input'));
    header('Content-Type: text/plain; charset=utf-8');
    echo $answer;
} catch (Wxseal\Exception $exception) {
    // The log says what was wrong; the peer learns no more than the status.
    error_log("wxseal: $exception->name: {$exception->getMessage()}");
    http_response_code($exception->httpStatus);
}

/**
 * The platform asks whether this URL is ours: the proof is its own `echostr`, exactly as received. On WeCom the echostr
 * is encrypted, and what MsgCrypt::verifyUrl() returns is the answer.
 */
function check_url(): string
{
    $timestamp = parameter('timestamp');
    Wxseal\verify_signature(setting('WXSEAL_TOKEN'), parameter('signature'), $timestamp, parameter('nonce'));
    check_freshness($timestamp);
    return parameter('echostr');
}

/** Decrypts a push and returns the body to answer with. Nothing is remembered: a retry is handled like a new push. */
function receive_push(string $body): string
{
    $crypt = new MsgCrypt(setting('WXSEAL_TOKEN'), setting('WXSEAL_ENCODING_AES_KEY'), setting('WXSEAL_RECEIVE_ID'));
    $timestamp = parameter('timestamp');
    $nonce = parameter('nonce');
    $message = $crypt->decrypt(parameter('msg_signature'), $timestamp, $nonce, $body);
    check_freshness($timestamp);
    error_log("wxseal: received $message");

    $format = str_starts_with(ltrim($message), '{') ? 'json' : 'xml';
    $fields = $format === 'json'
        ? json_decode($message, true)
        : (array) simplexml_load_string($message, options: LIBXML_NONET | LIBXML_NOCDATA);
    $content = getenv('WXSEAL_REPLY');
    if ($content === false || ($fields['MsgType'] ?? null) !== 'text') {
        return 'success';
    }
    return $crypt->encrypt(text_reply($fields, $content, $format), nonce: $nonce, format: $format);
}

/** A text message back to whoever sent `$fields`. */
function text_reply(array $fields, string $content, string $format): string
{
    $reply = [
        'ToUserName' => $fields['FromUserName'],
        'FromUserName' => $fields['ToUserName'],
        'CreateTime' => time(),
        'MsgType' => 'text',
        'Content' => $content,
    ];
    if ($format === 'json') {
        return json_encode($reply, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }
    $elements = '';
    foreach ($reply as $name => $value) {
        $elements .= "<$name>" . htmlspecialchars((string) $value, ENT_XML1 | ENT_SUBSTITUTE) . "</$name>";
    }
    return "<xml>$elements</xml>";
}

/** A request that verified once verifies for ever: whoever has captured it must not send it again tomorrow. */
function check_freshness(string $timestamp): void
{
    $tolerance = getenv('WXSEAL_TOLERANCE');
    $tolerance = $tolerance === false ? 300 : (int) $tolerance;
    if (strlen($timestamp) !== 10 || abs(time() - (int) $timestamp) > $tolerance) {
        throw new StaleTimestamp();
    }
}

/** A parameter of the query. PHP keeps the last of two that are named alike, and makes an array of `nonce[]=1`. */
function parameter(string $name): string
{
    $value = $_GET[$name] ?? null;
    return is_string($value) ? $value : throw new MalformedQuery();
}

/** A setting of the server; one that is missing is empty, which MsgCrypt and verify_signature() refuse. */
function setting(string $name): string
{
    return (string) getenv($name);
}
