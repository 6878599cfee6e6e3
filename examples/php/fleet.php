<?php

// A webhook in many workers, php-fpm's on one machine or several, which share one memory in Redis. The platform sends a push
// up to three times, and each try may come to another worker: all of them give the first answer, and what a push sets off is
// queued once. worker.php does it. Beside it is what `composer require wxseal/webhook` makes; the settings are those of
// server.php and WXSEAL_REDIS=redis://127.0.0.1:6379, as env[…] of php-fpm's pool.

declare(strict_types=1);
require __DIR__ . '/vendor/autoload.php';

use Wxseal\{Endpoint, Incoming, MsgCrypt};
use Wxseal\Redis\RecentKeys;
use Wxseal\Webhook\{Queued, Router, Webhook};

foreach ($names = ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID'] as $name) {
    if (!getenv($name)) {
        header('Content-Length: 0', response_code: 500);
        error_log("$name is not set");
        exit;
    }
}
$endpoint = new Endpoint(new MsgCrypt(...array_map('getenv', $names)));

// A function, since a request that is refused needs no Redis. The platform waits for five seconds, so Redis gets one.
$recent = new RecentKeys(function () {
    $url = parse_url(getenv('WXSEAL_REDIS') ?: 'redis://127.0.0.1:6379');
    $redis = new Redis();
    $redis->pconnect($url['host'], $url['port'] ?? 6379, 1.0);
    $redis->setOption(Redis::OPT_READ_TIMEOUT, 1.0);
    return $redis;
});

$router = (new Router())
    ->on('text', fn (Incoming $push) => ($text = $push->text('Content')) === null ? null : $push->replyText($text))
    // A job lies in Redis as it is: better an id than what somebody wrote.
    ->on('event', 'subscribe', fn ($push) => new Queued($push->replyText('Welcome!'), "greet {$push->fromUserName()}"));

(new Webhook($endpoint, $router, recent: $recent))->serve();
