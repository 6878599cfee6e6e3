<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Incoming;
use Wxseal\Response;

/**
 * One push on its way past a memory; see Webhook::once().
 *
 * @internal
 */
final class Once
{
    /** When all has to be over, in seconds: the platform hangs up after five. */
    private const LIMIT = 4.8;
    private const POLL = 0.025;

    /** Whether another try was there before this one. */
    public bool $retry = false;

    /** @param \Closure(string, string): void $log */
    public function __construct(private readonly Memory $recent, private readonly \Closure $log) {}

    public function answer(Incoming $push, callable $handle, float $patience): ?Response
    {
        $key = $push->dedupKey();
        $began = self::now();
        $limit = $began + self::LIMIT;
        $done = null;
        do {
            $known = $this->ask($key, max(0.0, $limit - self::now()));
            if ($known->response !== null) {
                $this->retry = true;
                return $known->response;
            }
            if ($known->claim === null) {
                $this->retry = true;
            } else {
                $before = self::now();
                // A handler is not called again where its first claim ran out.
                $done ??= $this->handled($push, $handle, $known->claim);
                $limit += self::now() - $before;
                if ($this->stored($known->claim, $done) || $done->jobs === []) {
                    return $done->answer;
                }
                // Nothing was queued: another took the claim over, whose answer counts.
            }
            usleep((int) (self::POLL * 1e6));
        } while (self::now() + self::POLL < $began + $patience);
        return null;
    }

    private function ask(string $key, float $within): Known
    {
        try {
            return $this->recent->claim($key, $within);
        } catch (\Throwable $thrown) {
            throw self::failed('claim', $thrown);
        }
    }

    private function handled(Incoming $push, callable $handle, Claim $claim): Queued
    {
        try {
            return Queued::given($handle($push), $push);
        } catch (\Throwable $thrown) {
            $this->release($claim);
            throw $thrown;
        }
    }

    private function stored(Claim $claim, Queued $done): bool
    {
        try {
            return $claim->answer($done->answer, ...$done->jobs);
        } catch (Mistake $mistake) {
            $this->release($claim);
            throw $mistake;
        } catch (\Throwable $thrown) {
            $failed = self::failed('answer', $thrown);
            // Nobody knows whether the jobs are on the queue, so the retry has to find out. What was done without one is
            // answered, also where the retry will not know of it.
            if ($done->jobs !== []) {
                throw $failed;
            }
            ($this->log)('error', "MemoryFailed: {$failed->getMessage()}");
            return false;
        }
    }

    private function release(Claim $claim): void
    {
        try {
            $claim->release();
        } catch (\Throwable $thrown) {
            ($this->log)('error', 'MemoryFailed: ' . self::failed('release', $thrown)->getMessage());
        }
    }

    /** A store has seen nothing but what is hashed or sealed, so its words may stand in the log. */
    private static function failed(string $what, \Throwable $thrown): MemoryFailed
    {
        $words = trim(preg_replace('/\s+/', ' ', $thrown->getMessage()) ?? '');
        return new MemoryFailed("$what: " . get_debug_type($thrown) . ": $words", previous: $thrown);
    }

    private static function now(): float
    {
        return hrtime(true) / 1e9;
    }
}
