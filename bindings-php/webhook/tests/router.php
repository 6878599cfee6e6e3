<?php

// Which handler a push is for.

declare(strict_types=1);

require __DIR__ . '/test.inc';

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\Webhook\Mistake;
use Wxseal\Webhook\Router;
use Wxseal\Webhook\Webhook;

function named(string $name): callable
{
    return static fn (Incoming $push) => $push->replyText($name);
}

/** What a handler answers to a message. */
function to(callable $handle, array $fields): string
{
    $answer = send(new Webhook(new Endpoint(crypt_of_the_test()), $handle), push($fields));
    same(200, $answer->status);
    return $answer->body === 'success' ? 'success' : said($answer->body);
}

test('a push goes to the handler for its type, or its event, or the rest', static function (): void {
    $router = (new Router())
        ->on('text', named('text'))
        ->on('event', 'subscribe', named('subscribe'))
        ->on('event', named('another event'))
        ->otherwise(named('rest'));
    same('text', to($router, []));
    same('subscribe', to($router, ['MsgType' => 'event', 'Event' => 'subscribe']));
    same('another event', to($router, ['MsgType' => 'event', 'Event' => 'CLICK']));
    same('another event', to($router, ['MsgType' => 'event', 'Event' => 'Subscribe']));
    same('rest', to($router, ['MsgType' => 'image']));
});

test('a text that has an Event is a text', static function (): void {
    same('text', to((new Router())->on('text', named('text')), ['Event' => 'subscribe']));
});

test('what nobody is registered for is answered success', static function (): void {
    same('success', to((new Router())->on('text', named('text')), ['MsgType' => 'image']));
    same('success', to(new Router(), ['MsgType' => 'event', 'Event' => 'subscribe']));
});

test('a router is a handler of another one', static function (): void {
    $events = (new Router())->on('event', 'subscribe', named('inner'));
    same('inner', to((new Router())->on('event', $events), ['MsgType' => 'event', 'Event' => 'subscribe']));
});

test('to register twice is an error', static function (): void {
    $router = (new Router())->on('text', named('a'))->on('event', 'subscribe', named('a'))->otherwise(named('a'));
    foreach ([
        static fn () => $router->on('text', named('b')),
        static fn () => $router->on('event', 'subscribe', named('b')),
        static fn () => $router->otherwise(named('b')),
    ] as $again) {
        same(Mistake::class, thrown($again)::class);
    }
    $router->on('event', named('b'));
});

test('an event belongs to the type event, and a handler is a function', static function (): void {
    foreach ([['text', 'subscribe', named('a')], ['text', 'no such function'], ['event', named('a'), named('a')]] as $wrong) {
        same(Mistake::class, thrown(static fn () => (new Router())->on(...$wrong))::class);
    }
});
