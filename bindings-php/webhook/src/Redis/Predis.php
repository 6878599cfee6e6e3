<?php

declare(strict_types=1);

namespace Wxseal\Redis;

use Predis\Connection\NodeConnectionInterface;

/** @internal */
final class Predis extends Client
{
    private float $connecting = self::LIMIT;
    private float $reading = self::LIMIT;

    public function __construct(private readonly \Predis\Client $redis)
    {
        foreach ($this->nodes() as $node) {
            $parameters = $node->getParameters();
            $this->connecting = self::limited("Predis' timeout", $parameters->timeout);
            $this->reading = self::limited("Predis' read_write_timeout", $parameters->read_write_timeout);
        }
    }

    public function connecting(): float
    {
        return $this->connecting;
    }

    public function eval(string $script, array $keys, array $arguments, float $within): mixed
    {
        $connection = $this->redis->getConnection();
        $stream = $connection instanceof NodeConnectionInterface ? $connection->getResource() : null;
        self::wait($stream, min($this->reading, $within));
        try {
            // Raw, since it is to come without the client's prefix; and without the warnings of a connection that fails, which
            // frameworks would make exceptions of another kind.
            $reply = @$this->redis->executeRaw(['EVAL', $script, count($keys), ...$keys, ...$arguments], $error);
        } finally {
            self::wait($stream, $this->reading);
        }
        return $error ? throw new \RuntimeException("Redis: $reply") : $reply;
    }

    public function hangUp(): void
    {
        $this->redis->disconnect();
    }

    /** @return iterable<NodeConnectionInterface> all whose time-outs can be seen */
    private function nodes(): iterable
    {
        $connection = $this->redis->getConnection();
        return match (true) {
            $connection instanceof NodeConnectionInterface => [$connection],
            $connection instanceof \Traversable => $connection,
            default => [],
        };
    }

    /** Sets for how long to wait for a reply; Predis 3 hides its stream. */
    private static function wait(mixed $stream, float $seconds): void
    {
        if (is_resource($stream)) {
            stream_set_timeout($stream, (int) $seconds, (int) (fmod($seconds, 1) * 1e6));
        }
    }
}
