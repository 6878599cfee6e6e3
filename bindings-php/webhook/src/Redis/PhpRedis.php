<?php

declare(strict_types=1);

namespace Wxseal\Redis;

/** @internal */
final class PhpRedis extends Client
{
    private readonly float $connecting;
    private readonly float $reading;

    public function __construct(private readonly \Redis|\RedisCluster $redis)
    {
        if ($redis instanceof \RedisCluster) {
            // It tells nobody the other one.
            $this->connecting = self::LIMIT;
        } else {
            // One that has no connection yet tells neither.
            $redis->isConnected() || @$redis->ping();
            $this->connecting = self::limited("phpredis' timeout", $redis->getTimeout());
        }
        $this->reading = self::limited("phpredis' read_timeout", $redis->getOption(\Redis::OPT_READ_TIMEOUT));
    }

    public function connecting(): float
    {
        return $this->connecting;
    }

    public function eval(string $script, array $keys, array $arguments, float $within): mixed
    {
        $options = [
            \Redis::OPT_READ_TIMEOUT => min($this->reading, $within),
            // Ten times would be too long.
            \Redis::OPT_MAX_RETRIES => 1,
            // It would come before the keys, and no other language knows it.
            \Redis::OPT_PREFIX => '',
        ];
        $before = [];
        foreach ($options as $option => $value) {
            $before[$option] = $this->redis->getOption($option);
            $this->redis->setOption($option, $value);
        }
        $this->redis->clearLastError();
        try {
            // A connection that fails is a warning, too, which frameworks would make an exception of another kind.
            $reply = @$this->redis->eval($script, [...$keys, ...$arguments], count($keys));
            $error = $this->redis->getLastError();
        } finally {
            foreach ($before as $option => $value) {
                $this->redis->setOption($option, $value);
            }
        }
        return $error === null ? $reply : throw new \RuntimeException("Redis: $error");
    }

    public function hangUp(): void
    {
        $this->redis->close();
    }
}
