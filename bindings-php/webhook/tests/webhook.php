<?php

// From a request to its answer, without a framework.

declare(strict_types=1);

require __DIR__ . '/test.inc';

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\Platform;
use Wxseal\RecentKeys;
use Wxseal\Webhook\Handled;
use Wxseal\Webhook\Known;
use Wxseal\Webhook\Memory;
use Wxseal\Webhook\Queued;
use Wxseal\Webhook\Webhook;

/** A webhook that tells what it logs and measures. */
final class Told
{
    public readonly Webhook $webhook;
    /** @var list<string> */
    public array $lines = [];
    /** @var list<Handled> */
    public array $handled = [];

    public function __construct(callable $handle, mixed ...$options)
    {
        $endpoint = new Endpoint(crypt_of_the_test());
        $this->webhook = new Webhook($endpoint, $handle, ...$options + [
            'logger' => function (string $level, string $line): void {
                $this->lines[] = "$level $line";
            },
            'onRequest' => function (Handled $handled): void {
                $this->handled[] = $handled;
            },
        ]);
    }

    /** The answer's status, the outcome that was measured, and the one line of the log. */
    public function of(Platform\Request $request): array
    {
        $this->lines = [];
        $status = send($this->webhook, $request)->status;
        same(true, count($this->lines) <= 1);
        return [$status, end($this->handled)->outcome, $this->lines[0] ?? ''];
    }
}

$echo = static fn (Incoming $push) => $push->replyText($push->text('Content') ?? '');

test('a URL check is answered with its echostr, and the handler is not asked', static function (): void {
    $told = new Told(static fn () => throw new LogicException('asked'));
    $answer = send($told->webhook, Platform::urlCheck(TOKEN, 'a+b/=', null, '1'));
    same([200, 'a+b/=', '5'], [$answer->status, $answer->body, $answer->headers['Content-Length']]);
    same('text/plain; charset=utf-8', $answer->headers['Content-Type']);
    same('nosniff', $answer->headers['X-Content-Type-Options']);
    same('url_check', $told->handled[0]->outcome);
    same(null, $told->handled[0]->format);
});

test('a push is answered in its own format, with its length', static function () use ($echo): void {
    $told = new Told($echo);
    foreach (['xml', 'json'] as $format) {
        $request = push(format: $format);
        $answer = send($told->webhook, $request);
        same([200, "application/$format"], [$answer->status, $answer->headers['Content-Type']]);
        same((string) strlen($answer->body), $answer->headers['Content-Length']);
        same(SECRET, said($answer->body));
        $handled = array_pop($told->handled);
        same(['reply', $format, strlen($request->body), false], [
            $handled->outcome, $handled->format, $handled->bytes, $handled->retry,
        ]);
        same(true, $handled->libraryUs > 0 && $handled->handlerUs > 0);
    }
    same([], $told->lines);
});

test('a handler that gives null answers success', static function (): void {
    same([200, 'success', ''], (new Told(static fn () => null))->of(push()));
});

test('an empty answer is called so', static function (): void {
    same([200, 'empty', ''], (new Told(static fn (Incoming $push) => $push->empty()))->of(push()));
});

test('what the library refuses has its status, its name and one line', static function () use ($echo): void {
    $told = new Told($echo);
    $request = push();
    $answer = $told->webhook->answer('POST', 'timestamp=1', null, static fn () => $request->body);
    same([400, 'bad request'], [$answer->status, $answer->body]);
    same('MalformedQuery', $told->handled[0]->outcome);
    same(1, count($told->lines));
    same(1, preg_match('/^warning wxseal: MalformedQuery: \S/', $told->lines[0]));
    same(405, $told->webhook->answer('PUT', $request->query, null, static fn () => '')->status);
});

test('with diagnose the line has the findings', static function () use ($echo): void {
    $told = new Told($echo, diagnose: true);
    $told->webhook->answer('GET', 'nonce=%ff', null, static fn () => '');
    same(1, count($told->lines));
    same(1, preg_match('/; BrokenQuery: /', $told->lines[0]));
});

test('the body of a GET is not read', static function () use ($echo): void {
    $check = Platform::urlCheck(TOKEN, '1', null, '1');
    $read = static fn () => throw new LogicException('read');
    same('1', (new Told($echo))->webhook->answer('GET', $check->query, '3000000', $read)->body);
});

test('a body that promises too much is refused before it is read', static function () use ($echo): void {
    $told = new Told($echo, maxBody: 1000);
    foreach (['1001', str_repeat('9', 40)] as $length) {
        $read = static fn () => throw new LogicException('read');
        $answer = $told->webhook->answer('POST', push()->query, $length, $read);
        same([413, 'content too large'], [$answer->status, $answer->body]);
        same('BodyTooLarge', array_pop($told->handled)->outcome);
        same('warning wxseal: BodyTooLarge: the body is over 1000 bytes', array_pop($told->lines));
    }
});

test('a body of no promised length is read one byte further than it may be', static function () use ($echo): void {
    $asked = [];
    $read = static function (int $limit) use (&$asked): string {
        $asked[] = $limit;
        return str_repeat(' ', $limit);
    };
    $told = new Told($echo, maxBody: 1000);
    same(413, $told->webhook->answer('POST', push()->query, null, $read)->status);
    same([1001], $asked);
    $told = new Told($echo);
    $request = push();
    $read = static fn () => str_pad($request->body, Webhook::MAX_BODY);
    same(200, $told->webhook->answer('POST', $request->query, (string) Webhook::MAX_BODY, $read)->status);
});

test('a body that somebody has read is the developer\'s mistake', static function () use ($echo): void {
    $told = new Told($echo);
    same(500, $told->webhook->answer('POST', push()->query, '400', static fn () => '')->status);
    same('BodyTaken', $told->handled[0]->outcome);
    same(1, preg_match('/^error wxseal: BodyTaken: none of the 400 bytes .* middleware .* multipart/', $told->lines[0]));
});

test('a body that broke off is the peer\'s', static function () use ($echo): void {
    $told = new Told($echo);
    same(400, $told->webhook->answer('POST', push()->query, '400', static fn () => '<xml>')->status);
    same(['BodyCut', 5], [$told->handled[0]->outcome, $told->handled[0]->bytes]);
    same(['warning wxseal: BodyCut: the body broke off'], $told->lines);
});

test('a body without a promised length that is empty is no mistake of ours', static function () use ($echo): void {
    foreach ([null, '', '0', 'x'] as $length) {
        $told = new Told($echo);
        same(400, $told->webhook->answer('POST', push()->query, $length, static fn () => '')->status);
        same('MalformedEnvelope', $told->handled[0]->outcome);
    }
});

test('what a handler throws is a 500, and the log has its type and place without its words', static function (): void {
    $told = new Told(static function (Incoming $push): void {
        throw new DomainException($push->text('Content'));
    });
    $line = __LINE__ - 2;
    [$status, $outcome, $logged] = $told->of(push());
    same([500, 'HandlerFailed'], [$status, $outcome]);
    same('error wxseal: HandlerFailed: DomainException at ' . __FILE__ . ":$line", $logged);
    $told = new Told(static fn (Incoming $push) => intdiv(strlen($push->text('Content')), 0));
    same(1, preg_match('/DivisionByZeroError at \S+webhook\.php:\d+$/', $told->of(push())[2]));
});

test('a Wxseal\Exception out of a handler is answered as it says itself', static function (): void {
    $told = new Told(static fn (Incoming $push) => $push->replyText("\xff"));
    same([500, 'UnwritableReply'], array_slice($told->of(push()), 0, 2));
    same(1, preg_match('/^error wxseal: UnwritableReply: /', $told->lines[0]));
});

test('a handler that gives what is no answer is told what to give', static function (): void {
    foreach (['string' => 'hello', 'array' => [], 'bool' => false] as $type => $given) {
        [$status, $outcome, $line] = (new Told(static fn () => $given))->of(push());
        same([500, 'HandlerFailed'], [$status, $outcome]);
        same(1, preg_match("/the handler gave $type: give what .* replyText/", $line));
    }
});

test('a retry gets the first answer, byte for byte, and nothing is done twice', static function (): void {
    $calls = 0;
    $told = new Told(static function (Incoming $push) use (&$calls) {
        return $push->replyText((string) ++$calls);
    }, recent: new RecentKeys());
    $request = push();
    same(send($told->webhook, $request)->body, send($told->webhook, $request)->body);
    same(1, $calls);
    same([false, true], array_column($told->handled, 'retry'));
    same(['reply', 'reply'], array_column($told->handled, 'outcome'));
});

test('a handler that throws releases its claim, so that the retry is handled', static function (): void {
    $calls = 0;
    $told = new Told(static function (Incoming $push) use (&$calls) {
        return ++$calls === 1 ? throw new DomainException() : $push->replyText('again');
    }, recent: new RecentKeys());
    $request = push();
    same([500, 'HandlerFailed'], array_slice($told->of($request), 0, 2));
    same([200, 'reply', ''], $told->of($request));
});

test('a memory that fails leaves the push unanswered at once, and says why in one line', static function () use ($echo): void {
    $memory = new class implements Memory {
        public function claim(string $key, ?float $within = null): Known
        {
            throw new RuntimeException("read error\n on connection");
        }
    };
    same([503, 'MemoryFailed', 'error wxseal: MemoryFailed: claim: RuntimeException: read error on connection'], (new Told(
        $echo,
        recent: $memory,
    ))->of(push()));
});

test('a push that another is at for too long is unanswered within five seconds', static function () use ($echo): void {
    $memory = new class implements Memory {
        public function claim(string $key, ?float $within = null): Known
        {
            return Known::busy();
        }
    };
    $began = microtime(true);
    $told = new Told($echo, recent: $memory);
    same([503, 'Busy', 'error wxseal: Busy: the first try has no answer yet'], $told->of(push()));
    $took = microtime(true) - $began;
    same(true, 4 < $took && $took < 4.8);
    same(true, $told->handled[0]->retry);
});

test('jobs want a memory with a queue', static function (): void {
    foreach ([[], ['recent' => new RecentKeys()]] as $options) {
        $told = new Told(static fn (Incoming $push) => new Queued(null, 'a job'), ...$options);
        [$status, $outcome, $line] = $told->of(push());
        same([500, 'HandlerFailed'], [$status, $outcome]);
        same(1, preg_match('/the handler gave jobs: .*Wxseal\\\\Redis\\\\RecentKeys$/', $line));
    }
    $told = new Told(static fn (Incoming $push) => new Queued($push->replyText('a')));
    same([200, 'reply', ''], $told->of(push()));
});

test('a logger of PSR-3 gets a warning or an error', static function () use ($echo): void {
    eval('namespace Psr\Log; interface LoggerInterface {}');
    $logger = new class implements Psr\Log\LoggerInterface {
        public array $lines = [];

        public function __call(string $level, array $arguments): void
        {
            $this->lines[] = [$level, ...$arguments];
        }
    };
    $told = new Told($echo, logger: $logger);
    $told->webhook->answer('GET', '', null, static fn () => '');
    $told->webhook->answer('POST', push()->query, '400', static fn () => '');
    same(['warning', 'error'], array_column($logger->lines, 0));
    same([2, 2], array_map(count(...), $logger->lines));
});

test('a log or a measure that throws costs nobody the answer', static function () use ($echo): void {
    $told = new Told($echo, logger: static fn () => throw new LogicException());
    same(400, $told->webhook->answer('GET', '', null, static fn () => '')->status);
    $told = new Told($echo, onRequest: static fn () => throw new LogicException(SECRET));
    same(200, send($told->webhook, push())->status);
    same(1, count($told->lines));
    same(1, preg_match('/^error wxseal: onRequest: LogicException at \S+$/', $told->lines[0]));
});

test('neither the log nor what is measured has a word of the message or a secret', static function (): void {
    $told = new Told(static function (Incoming $push): void {
        throw new DomainException($push->messageJson());
    }, diagnose: true, recent: new RecentKeys());
    $request = push();
    send($told->webhook, $request);
    $told->webhook->answer('POST', strrev($request->query), null, static fn () => $request->body);
    $all = implode("\n", $told->lines) . serialize($told->handled);
    foreach ([SECRET, TOKEN, KEY] as $secret) {
        same(false, str_contains($all, $secret));
    }
});
