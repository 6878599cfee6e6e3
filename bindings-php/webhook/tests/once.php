<?php

// One push past a memory, whatever goes wrong with that.

declare(strict_types=1);

require __DIR__ . '/test.inc';

use Wxseal\Endpoint;
use Wxseal\Incoming;
use Wxseal\RecentKeys;
use Wxseal\Response;
use Wxseal\Webhook\Claim;
use Wxseal\Webhook\Known;
use Wxseal\Webhook\Memory;
use Wxseal\Webhook\MemoryFailed;
use Wxseal\Webhook\Mistake;
use Wxseal\Webhook\Queued;
use Wxseal\Webhook\Webhook;

/** A memory that gives what it was told to, one state a call, and writes down what is asked of it. */
final class Scripted implements Memory, Claim
{
    public array $asked = [];
    public array $within = [];

    /** @param list<Known|string|Throwable> $states 'claimed', 'busy', an answer that is known, or what is thrown */
    public function __construct(private array $states, private bool|Throwable $stores = true) {}

    public function claim(string $key, ?float $within = null): Known
    {
        $this->asked[] = 'claim';
        $this->within[] = $within;
        $state = count($this->states) > 1 ? array_shift($this->states) : $this->states[0];
        return match (true) {
            $state instanceof Throwable => throw $state,
            $state instanceof Known => $state,
            $state === 'claimed' => Known::claimed($this),
            default => Known::busy(),
        };
    }

    public function answer(Response $response, string ...$jobs): bool
    {
        $this->asked[] = trim('answer ' . implode(' ', $jobs));
        // Once it has failed, it is well again.
        [$stores, $this->stores] = [$this->stores, true];
        return $stores instanceof Throwable ? throw $stores : $stores;
    }

    public function release(): bool
    {
        $this->asked[] = 'release';
        return true;
    }
}

function incoming(): Incoming
{
    $request = push();
    return (new Endpoint(crypt_of_the_test()))->receive($request->method, $request->query, $request->body);
}

$push = incoming();
$known = $push->replyText('known');
$lines = [];
$logger = static function (string $level, string $line) use (&$lines): void {
    $lines[] = "$level $line";
};
$done = static fn (Incoming $push) => $push->replyText('done');

test('a push that is new is handled, and its answer stored', static function () use ($push, $done): void {
    $memory = new Scripted(['claimed']);
    same('done', said(Webhook::once($memory, $push, $done)->body));
    same(['claim', 'answer'], $memory->asked);
});

test('a handler that gives null is success, and that is stored', static function () use ($push): void {
    $memory = new Scripted(['claimed']);
    same('success', Webhook::once($memory, $push, static fn () => null)->body);
    same(['claim', 'answer'], $memory->asked);
});

test('the RecentKeys of the extension are a memory', static function () use ($push, $done): void {
    $recent = new RecentKeys();
    $first = Webhook::once($recent, $push, $done);
    same($first->body, Webhook::once($recent, $push, static fn () => throw new LogicException('handled twice'))->body);
});

test('a push that another is at waits for its answer', static function () use ($push, $known): void {
    $memory = new Scripted(['busy', 'busy', Known::answered($known)]);
    same($known, Webhook::once($memory, $push, static fn () => throw new LogicException('handled')));
    same(['claim', 'claim', 'claim'], $memory->asked);
});

test('it waits no longer than its patience, and asks once without any', static function () use ($push, $done): void {
    $began = microtime(true);
    same(null, Webhook::once(new Scripted(['busy']), $push, $done, patience: 0.3));
    same(true, abs(microtime(true) - $began - 0.3) < 0.15);
    $memory = new Scripted(['busy']);
    same(null, Webhook::once($memory, $push, $done, patience: 0));
    same(['claim'], $memory->asked);
});

test('the memory is told how much time is left', static function () use ($push, $done): void {
    $memory = new Scripted(['busy']);
    Webhook::once($memory, $push, $done, patience: 0.3);
    same(true, $memory->within[0] <= 4.8 && $memory->within[0] > 4.7);
    same(true, abs(end($memory->within) - 4.5) < 0.15);
});

test('a claim that its first owner gave back is taken over', static function () use ($push, $done): void {
    same('done', said(Webhook::once(new Scripted(['busy', 'claimed']), $push, $done)->body));
});

test('a handler that throws has its claim released, and what it threw goes on', static function () use ($push): void {
    $memory = new Scripted(['claimed']);
    $thrown = new DomainException('x');
    same($thrown, thrown(static fn () => Webhook::once($memory, $push, static fn () => throw $thrown)));
    same(['claim', 'release'], $memory->asked);
});

test('a handler that gives no answer has its claim released', static function () use ($push): void {
    $memory = new Scripted(['claimed']);
    same(Mistake::class, thrown(static fn () => Webhook::once($memory, $push, static fn () => 1))::class);
    same(['claim', 'release'], $memory->asked);
});

test('a memory that does not answer a claim is its own exception', static function () use ($push, $done): void {
    $why = new RuntimeException('gone away');
    $failed = thrown(static fn () => Webhook::once(new Scripted([$why]), $push, $done));
    same([MemoryFailed::class, 'claim: RuntimeException: gone away'], [$failed::class, $failed->getMessage()]);
    same($why, $failed->getPrevious());
});

test('without jobs, what was done is answered where the memory fails, and the log says so', static function () use (
    $push, $done, $logger, &$lines,
): void {
    $lines = [];
    $memory = new Scripted(['claimed'], new RuntimeException('gone'));
    same('done', said(Webhook::once($memory, $push, $done, logger: $logger)->body));
    same(['error wxseal: MemoryFailed: answer: RuntimeException: gone'], $lines);
});

test('without jobs, what was done is answered where the claim ran out', static function () use ($push, $done): void {
    $memory = new Scripted(['claimed'], false);
    same('done', said(Webhook::once($memory, $push, $done)->body));
    same(['claim', 'answer'], $memory->asked);
});

test('jobs are stored with the answer', static function () use ($push): void {
    $memory = new Scripted(['claimed']);
    $answer = Webhook::once($memory, $push, static fn (Incoming $push) => new Queued($push->replyText('q'), 'one', 'two'));
    same('q', said($answer->body));
    same(['claim', 'answer one two'], $memory->asked);
    same('success', Webhook::once($memory, $push, static fn () => new Queued(null, 'one'))->body);
});

test('with jobs, a memory that fails leaves the push unanswered', static function () use ($push): void {
    $memory = new Scripted(['claimed'], new RuntimeException('gone'));
    $queued = static fn () => new Queued(null, 'one');
    same(MemoryFailed::class, thrown(static fn () => Webhook::once($memory, $push, $queued))::class);
    same(['claim', 'answer one'], $memory->asked);
});

test('with jobs, the answer of whoever took the claim over counts', static function () use ($push, $known): void {
    $memory = new Scripted(['claimed', 'busy', Known::answered($known)], false);
    same($known, Webhook::once($memory, $push, static fn () => new Queued(null, 'one')));
    same(['claim', 'answer one', 'claim', 'claim'], $memory->asked);
});

test('with jobs, a claim that can be had again stores what was done, without doing it twice', static function () use ($push): void {
    $calls = 0;
    $memory = new Scripted(['claimed', 'claimed'], false);
    $answer = Webhook::once($memory, $push, static function () use (&$calls) {
        $calls++;
        return new Queued(null, 'one');
    });
    same(['success', 1], [$answer->body, $calls]);
    same(['claim', 'answer one', 'claim', 'answer one'], $memory->asked);
});

test('the time that a handler takes is not the memory\'s', static function () use ($push): void {
    $memory = new Scripted(['claimed', 'claimed'], false);
    Webhook::once($memory, $push, static function () {
        usleep(500_000);
        return new Queued(null, 'one');
    });
    same(true, $memory->within[1] > 4.6);
});

test('jobs are refused by a memory without a queue before anything is stored', static function () use ($push, $done): void {
    $recent = new RecentKeys();
    $queued = static fn () => new Queued(null, 'one');
    same(Mistake::class, thrown(static fn () => Webhook::once($recent, $push, $queued))::class);
    same('done', said(Webhook::once($recent, $push, $done)->body));
});
