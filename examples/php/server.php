<?php

// A webhook for message pushes in safe or compatible mode: answers the URL check, echoes text messages, and takes
// everything else with `success`.
//
//     export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx…
//     php -d extension=wxseal -S 127.0.0.1:${PORT:-8000} server.php
//
// or behind php-fpm, with the same settings as env[…] of the pool. WXSEAL_DIAGNOSE=1 logs why a request was refused,
// which costs more than to refuse it. Text as the answer is an Official Account's: a Mini Program answers `success` and
// sends its words with Wxseal\Api::sendCustomerMessage().

declare(strict_types=1);

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\MsgCrypt;
use Wxseal\Response;

const MAX_BODY = 1 << 20;

// The raw query, since PHP hides a parameter that is repeated, and the body byte for byte.
$body = file_get_contents('php://input', length: MAX_BODY + 1);
if (strlen($body) > MAX_BODY) {
    refuse(413, 'the body is over 1 MiB');
}
$request = [$_SERVER['REQUEST_METHOD'], $_SERVER['QUERY_STRING'] ?? '', $body];

try {
    $crypt = new MsgCrypt(setting('WXSEAL_TOKEN'), setting('WXSEAL_ENCODING_AES_KEY'), setting('WXSEAL_RECEIVE_ID'));
    $endpoint = new Endpoint($crypt);
    $incoming = $endpoint->receive(...$request);
    $response = $incoming->kind() === 'url_check' ? $incoming->response() : answer($incoming);
} catch (Wxseal\Exception $exception) {
    // The log says what was wrong and what to look at; the peer learns no more than the status.
    error_log("wxseal: $exception->name: {$exception->getMessage()}");
    if (getenv('WXSEAL_DIAGNOSE') === '1' && isset($endpoint)) {
        foreach ($endpoint->diagnose(...$request) as $finding) {
            error_log("wxseal: {$finding['name']}: {$finding['text']}");
        }
    }
    $response = $exception->response();
}
$response->send();

/**
 * Nothing is remembered here, so that a retry is handled like a new push. Where that matters, a store such as Redis
 * keeps the answers by Incoming::dedupKey(); Wxseal\RecentKeys says how.
 */
function answer(Incoming $incoming): Response
{
    error_log("wxseal: received {$incoming->messageJson()}");
    $content = $incoming->text('Content');
    return $incoming->msgType() === 'text' && $content !== null
        ? $incoming->replyText($content)
        : $incoming->success();
}

function setting(string $name): string
{
    return getenv($name) ?: refuse(500, "$name is not set");
}

function refuse(int $status, string $why): never
{
    error_log("wxseal: $why");
    http_response_code($status);
    header('Content-Length: 0');
    exit;
}
