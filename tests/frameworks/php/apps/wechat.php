<?php

// Stands in for the README's `wechat.php`: the same webhook, with a handler that can fail and be slow, and a memory that the
// workers share.

declare(strict_types=1);

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\MsgCrypt;
use Wxseal\Response;
use Wxseal\Webhook\Router;
use Wxseal\Webhook\Webhook;

require_once __DIR__ . '/FileMemory.php';

if (!class_exists('KeyError', false)) {
    final class KeyError extends Exception {}
}

$settings = array_map('getenv', ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID']);
$memory = new FileMemory(getenv('STATE'));

$answer = static function (Incoming $push) use ($memory): ?Response {
    $content = $push->text('Content');
    $calls = $memory->count();
    if ($content === 'raise' && $calls % 2) {
        throw new KeyError($content);
    }
    if ($content === 'slow') {
        usleep(600_000);
    }
    return match ($content) {
        null => null,
        'how often', 'slow' => $push->replyText((string) $calls),
        default => $push->replyText($content),
    };
};

return new Webhook(
    getenv('MODE') === 'plain' ? Endpoint::plain($settings[0]) : new Endpoint(new MsgCrypt(...$settings)),
    (new Router())->on('text', $answer),
    recent: $memory,
);
