<?php

// serve(), by PHP's own server.

declare(strict_types=1);

require __DIR__ . '/test.inc';
require dirname(__DIR__, 2) . '/tests/server.inc';

use Wxseal\Platform;
use Wxseal\Webhook\Cgi;

$program = tempnam(sys_get_temp_dir(), 'wxseal');
file_put_contents($program, strtr(<<<'PHP'
    <?php
    spl_autoload_register(fn (string $class) => require 'SRC/' . strtr(substr($class, 7), '\\', '/') . '.php');
    $endpoint = new Wxseal\Endpoint(new Wxseal\MsgCrypt('TOKEN', 'KEY', 'wx1'));
    (new Wxseal\Webhook\Webhook($endpoint, fn ($push) => $push->replyText($push->text('Content'))))->serve();
    PHP, ['SRC' => dirname(__DIR__) . '/src', 'TOKEN' => TOKEN, 'KEY' => KEY]));
$server = new Server($program, [], dirname(__DIR__, 3) . '/target/php/modules/wxseal.so');

test('a URL check is answered with its length', static function () use ($server): void {
    [$status, $type, $body, $headers] = $server->ask('GET', Platform::urlCheck(TOKEN, 'a+b/=', null, '1')->query);
    same([200, 'text/plain; charset=utf-8', 'a+b/='], [$status, $type, $body]);
    same(true, in_array('Content-Length: 5', $headers, true));
});

test('a push is answered', static function () use ($server): void {
    foreach (['xml', 'json'] as $format) {
        $request = push(format: $format);
        [$status, $type, $body] = $server->ask('POST', $request->query, $request->body);
        same([200, "application/$format", SECRET], [$status, $type, said($body)]);
    }
});

test('a body of 3 MB is a 413, with one line in the log', static function () use ($server): void {
    $server->log();
    [$status, , $body] = $server->ask('POST', push()->query, str_repeat(' ', 3_000_000));
    same([413, 'content too large'], [$status, $body]);
    same(1, substr_count($server->log(), 'wxseal: BodyTooLarge: the body is over 1048576 bytes'));
});

test('a parameter that is repeated is refused, which PHP would hide', static function () use ($server): void {
    $query = Platform::urlCheck(TOKEN, 'a', null, '1')->query;
    same(400, $server->ask('GET', "$query&nonce=1")[0]);
});

test('the query is what the server says, or where it lost that, what was asked for', static function (): void {
    same('a=1', Cgi::query(['QUERY_STRING' => 'a=1', 'REQUEST_URI' => '/?b=2']));
    same('b=2?c', Cgi::query(['QUERY_STRING' => '', 'REQUEST_URI' => '/?b=2?c']));
    same('b=2', Cgi::query(['REQUEST_URI' => '/?b=2']));
    same('', Cgi::query(['REQUEST_URI' => '/']));
    same('', Cgi::query([]));
});

unset($server);
unlink($program);
