<?php

// Counts for Prometheus what a webhook handles: the URL that ends in /metrics says how often what became of a request, and how
// long it took. The workers of one machine share the counters in the file WXSEAL_METRICS, where nobody else may write.
//
//     composer require wxseal/webhook
//     php-fpm runs this file, as it does server.php; keep /metrics from strangers

declare(strict_types=1);

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\MsgCrypt;
use Wxseal\Webhook\Handled;
use Wxseal\Webhook\Webhook;

require 'vendor/autoload.php';

/** Adds to the counters, and gives them all. */
function metrics(array $more = []): array
{
    $file = fopen(getenv('WXSEAL_METRICS') ?: '/var/lib/wxseal/metrics.json', 'c+');
    flock($file, LOCK_EX);
    $counters = json_decode(stream_get_contents($file), true) ?? [];
    foreach ($more as $name => $value) {
        $counters[$name] = ($counters[$name] ?? 0) + $value;
    }
    rewind($file);
    ftruncate($file, 0);
    fwrite($file, json_encode($counters));
    return $counters;
}

function measure(Handled $handled): void
{
    $retry = $handled->retry ? 'yes' : 'no';
    $format = $handled->format ?? 'none';
    metrics([
        "wxseal_requests_total{format=\"$format\",outcome=\"$handled->outcome\",retry=\"$retry\"}" => 1,
        'wxseal_library_seconds_total' => $handled->libraryUs / 1e6,
        'wxseal_handler_seconds_total' => $handled->handlerUs / 1e6,
        'wxseal_body_bytes_total' => $handled->bytes,
    ]);
}

if (str_ends_with(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '', '/metrics')) {
    header('Content-Type: text/plain; version=0.0.4');
    foreach (metrics() as $name => $value) {
        echo "$name $value\n";
    }
    return;
}

$settings = array_map('getenv', ['WXSEAL_TOKEN', 'WXSEAL_ENCODING_AES_KEY', 'WXSEAL_RECEIVE_ID']);
$endpoint = new Endpoint(new MsgCrypt(...$settings));
$echo = fn (Incoming $push) => ($content = $push->text('Content')) === null ? null : $push->replyText($content);
(new Webhook($endpoint, $echo, onRequest: measure(...)))->serve();
