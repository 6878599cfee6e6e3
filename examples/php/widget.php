<?php

// A search widget's server (搜索 Widget): stock quotes, within the platform's 300 ms whatever their source does. Behind nginx
// and php-fpm, with the extensions wxseal, apcu and curl:
//
//     location = /wechat {
//         fastcgi_pass unix:/run/php/widget.sock;
//         fastcgi_param SCRIPT_FILENAME /srv/widget.php;
//         fastcgi_param REQUEST_METHOD $request_method;
//         fastcgi_param QUERY_STRING $query_string;
//         fastcgi_param CONTENT_TYPE $content_type;
//         fastcgi_param CONTENT_LENGTH $content_length;
//         fastcgi_param ARRIVED $msec;
//     }
//
//     [widget]
//     listen = /run/php/widget.sock
//     pm = static
//     pm.max_children = 64
//     env[WXSEAL_TOKEN] = …
//     env[WXSEAL_ENCODING_AES_KEY] = …
//     env[WXSEAL_RECEIVE_ID] = …
//     env[WXSEAL_QUOTES] = http://127.0.0.1:9000
//
// `PORT=9000 python3 examples/quotes.py` is a stand-in for the source. WXSEAL_LIFESPAN is for how many seconds a quote is
// shown, here and by the platform: 60.
//
// What is not known 250 ms after the request has come is answered -3. The child that asks then lets nginx go, and stays
// with its transfer until the quote is in the cache, which all children share, for the next request. Requests for the same
// stock share one lookup: one child has it, and the others look at the cache until their time is over.
//
// A child does one thing at a time, so that waiting costs a child. With 200 requests a second of which 10 meet a lookup of
// two seconds, 20 children are with such lookups at any time. When the source hangs they all would be, and requests that
// the cache can answer would wait for one in nginx. So only PLACES of them may wait at once; who finds no place answers
// -3 at once, which takes a millisecond, as an answer from the cache does. What is left of `pm.max_children` is for those.

declare(strict_types=1);

use Wxseal\Endpoint;
use Wxseal\Exception\MalformedMessage;
use Wxseal\Incoming;
use Wxseal\MsgCrypt;
use Wxseal\Response;

// In seconds. The platform counts 300 ms until it has the answer; the rest is for its way back.
const DEADLINE = 0.25;
// A lookup that takes longer has failed.
const GIVE_UP = 5;
// How many children may wait for a lookup, their own or another's: three of four.
const PLACES = 48;
// How long an error is shown before the platform asks again.
const ERROR_LIFESPAN = 1;
const LONGEST_NAME = 32;
const MAX_BODY = 1 << 20;

$body = file_get_contents('php://input', length: MAX_BODY + 1);
if (strlen($body) > MAX_BODY) {
    refuse(413, 'the body is over 1 MiB');
}
try {
    $crypt = new MsgCrypt(setting('WXSEAL_TOKEN'), setting('WXSEAL_ENCODING_AES_KEY'), setting('WXSEAL_RECEIVE_ID'));
    $incoming = (new Endpoint($crypt))->receive($_SERVER['REQUEST_METHOD'], $_SERVER['QUERY_STRING'] ?? '', $body);
    $response = match (true) {
        $incoming->kind() === 'url_check' => $incoming->response(),
        $incoming->event() === 'wxa_widget_data' => search($incoming),
        default => $incoming->success(),
    };
} catch (Wxseal\Exception $exception) {
    error_log("wxseal: $exception->name: {$exception->getMessage()}");
    $response = $exception->response();
}
$response->send();

/** Answers a search. */
function search(Incoming $push): Response
{
    $stock = stock($push);
    if ($stock === null) {
        return $push->replyWidget(lifespan(), [], -2, '参数不对');
    }
    // nginx says when the request had come; php-fpm itself knows only when a child was free to take it.
    $arrived = (float) ($_SERVER['ARRIVED'] ?? $_SERVER['REQUEST_TIME_FLOAT']);
    $kept = find($stock, $arrived + DEADLINE);
    if ($kept === null) {
        return $push->replyWidget(ERROR_LIFESPAN, [], -3, '系统错误');
    }
    // No longer than it holds here: the platform's cache begins where ours is.
    $left = max(1, (int) round($kept['until'] - microtime(true)));
    return $kept['quote'] === null
        ? $push->replyWidget($left, [], -1, '无结果')
        : $push->replyWidget($left, $kept['quote']);
}

/**
 * What was searched for, if it is a stock: its market and code.
 *
 * @return ?list<string>
 */
function stock(Incoming $push): ?array
{
    try {
        $slots = $push->widgetQuery()->slots;
    } catch (MalformedMessage) {
        return null;
    }
    $stock = [$slots['stock_market'] ?? '', $slots['stock_code'] ?? ''];
    $lengths = array_map(strlen(...), $stock);
    return min($lengths) > 0 && max($lengths) <= LONGEST_NAME ? $stock : null;
}

/**
 * What is known of a stock at the deadline, or null: `quote`, null if there is no such stock, and `until` when it holds.
 *
 * @param list<string> $stock
 * @return ?array{quote: ?array<string, mixed>, until: float}
 */
function find(array $stock, float $deadline): ?array
{
    $key = 'quote ' . json_encode($stock);
    $kept = kept($key);
    if ($kept !== null) {
        return $kept;
    }
    $place = Place::take();
    if ($place === null) {
        return null;
    }
    // Whoever dies with it is forgotten in time.
    if (!apcu_add("lookup $key", true, GIVE_UP + 1)) {
        while (($kept = kept($key)) === null && microtime(true) < $deadline) {
            usleep(5000);
        }
        return $kept;
    }
    $lookup = new Lookup(implode('/', [setting('WXSEAL_QUOTES'), ...array_map(rawurlencode(...), $stock)]));
    $began = microtime(true);
    $finish = function () use ($lookup, $key): void {
        $quote = $lookup->quote();
        if ($quote !== false) {
            apcu_store($key, ['quote' => $quote, 'until' => microtime(true) + lifespan()], lifespan());
        } else {
            error_log('a lookup failed');
        }
        apcu_delete("lookup $key");
    };
    if ($lookup->until($deadline)) {
        $finish();
        return kept($key);
    }
    // With its place, which is free again when this is done.
    register_shutdown_function(function () use ($place, $lookup, $began, $finish): void {
        // With this nginx has the answer, and the child goes on alone.
        fastcgi_finish_request();
        $lookup->until($began + GIVE_UP);
        $finish();
        error_log(sprintf('a lookup took %d ms', 1000 * (microtime(true) - $began)));
    });
    return null;
}

/**
 * What the cache has, if it holds.
 *
 * @return ?array{quote: ?array<string, mixed>, until: float}
 */
function kept(string $key): ?array
{
    $kept = apcu_fetch($key);
    // APCu counts in whole seconds, and may keep it for one more.
    return $kept !== false && microtime(true) < $kept['until'] ? $kept : null;
}

/** One of the children that may wait. */
final class Place
{
    private function __construct(private string $key) {}

    public static function take(): ?self
    {
        for ($number = 0; $number < PLACES; $number++) {
            // What a child leaves that is killed, APCu forgets.
            if (apcu_add("place $number", true, GIVE_UP + 1)) {
                return new self("place $number");
            }
        }
        return null;
    }

    public function __destruct()
    {
        apcu_delete($this->key);
    }
}

/** A transfer that others need not wait for: curl_exec() would not return before its end. */
final class Lookup
{
    private CurlHandle $transfer;
    private CurlMultiHandle $transfers;

    public function __construct(string $url)
    {
        $this->transfer = curl_init($url);
        curl_setopt_array($this->transfer, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => GIVE_UP]);
        $this->transfers = curl_multi_init();
        curl_multi_add_handle($this->transfers, $this->transfer);
    }

    /** Goes on with it until then, and says whether it is at its end. */
    public function until(float $time): bool
    {
        do {
            curl_multi_exec($this->transfers, $running);
            $left = $time - microtime(true);
            if ($running && $left > 0 && curl_multi_select($this->transfers, $left) < 0) {
                usleep(1000);
            }
        } while ($running && $left > 0);
        return !$running;
    }

    /** What came, null if there is no such stock, or false where the lookup has failed. */
    public function quote(): array|null|false
    {
        return match (curl_getinfo($this->transfer, CURLINFO_RESPONSE_CODE)) {
            200 => json_decode(curl_multi_getcontent($this->transfer), true) ?? false,
            404 => null,
            default => false,
        };
    }
}

function lifespan(): int
{
    return (int) (getenv('WXSEAL_LIFESPAN') ?: 60);
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
