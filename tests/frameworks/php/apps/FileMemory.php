<?php

declare(strict_types=1);

use Wxseal\Response;
use Wxseal\Webhook\Claim;
use Wxseal\Webhook\Known;
use Wxseal\Webhook\Memory;

/** A memory for the workers of one machine, in a file. */
final class FileMemory implements Memory
{
    public function __construct(private readonly string $file) {}

    /** How often this was called. */
    public function count(): int
    {
        return $this->locked(static fn (array &$state) => $state[''] = ($state[''] ?? 0) + 1);
    }

    public function claim(string $key, ?float $within = null): Known
    {
        $id = bin2hex(random_bytes(16));
        $known = $this->locked(static function (array &$state) use ($key, $id): array {
            $known = $state[$key] ?? [null, 0.0];
            if ($known[0] === null && $known[1] < microtime(true)) {
                $state[$key] = [null, microtime(true) + 5, $id];
            }
            return $known;
        });
        return match (true) {
            $known[0] !== null => Known::answered(Response::fromBytes($known[0])),
            $known[1] < microtime(true) => Known::claimed($this->claimed($key, $id)),
            default => Known::busy(),
        };
    }

    private function claimed(string $key, string $id): Claim
    {
        $set = fn (?array $to) => $this->locked(static function (array &$state) use ($key, $id, $to): bool {
            $ours = ($state[$key][2] ?? null) === $id;
            if ($ours) {
                $state[$key] = $to;
            }
            return $ours;
        });
        return new class($set) implements Claim {
            public function __construct(private readonly Closure $set) {}

            public function answer(Response $response, string ...$jobs): bool
            {
                return ($this->set)([$response->toBytes(), 0.0]);
            }

            public function release(): bool
            {
                return ($this->set)(null);
            }
        };
    }

    private function locked(callable $change): mixed
    {
        $file = fopen($this->file, 'c+');
        flock($file, LOCK_EX);
        $state = unserialize(stream_get_contents($file) ?: 'a:0:{}');
        $result = $change($state);
        ftruncate($file, 0);
        rewind($file);
        fwrite($file, serialize($state));
        fclose($file);
        return $result;
    }
}
