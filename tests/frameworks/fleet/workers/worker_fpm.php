<?php

// A worker of the fleet, behind php-fpm.

declare(strict_types=1);

use Wxseal\{Endpoint, Incoming, MsgCrypt};
use Wxseal\Redis\RecentKeys;
use Wxseal\Webhook\{Queued, Webhook};

// As Composer does it by composer.json.
spl_autoload_register(function (string $class): void {
    require getenv('ROOT') . '/bindings-php/webhook/src/' . strtr(substr($class, strlen('Wxseal\\')), '\\', '/') . '.php';
});

$names = ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID'];
$endpoint = new Endpoint(new MsgCrypt(...array_map('getenv', $names)));
$recent = new RecentKeys(function () {
    $redis = new Redis();
    $redis->pconnect('127.0.0.1', (int) getenv('REDIS_PORT'), 1.0);
    $redis->setOption(Redis::OPT_READ_TIMEOUT, 1.0);
    return $redis;
}, claimFor: (float) getenv('CLAIM_FOR'));

(new Webhook($endpoint, function (Incoming $push) {
    usleep(random_int(0, (int) (getenv('TAKES') * 1e6)));
    $number = $push->text('Content');
    return new Queued($push->replyText("$number, by PHP"), $number);
}, recent: $recent))->serve();
