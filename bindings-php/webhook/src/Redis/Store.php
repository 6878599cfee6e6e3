<?php

declare(strict_types=1);

namespace Wxseal\Redis;

use Predis\PredisException;

/**
 * Runs the scripts, and once more where the connection fails.
 *
 * @internal
 */
final class Store
{
    /** How many seconds a reply is waited for at least: one that is on the way should not be lost. */
    private const LEAST = 0.2;

    private readonly ?\Closure $connect;
    private ?Client $client;

    public function __construct(\Redis|\RedisCluster|\Predis\Client|\Closure $redis)
    {
        [$this->connect, $this->client] = $redis instanceof \Closure ? [$redis, null] : [null, self::clientOf($redis)];
    }

    /** In seconds, by a clock that nobody sets. */
    public static function now(): float
    {
        return hrtime(true) / 1e9;
    }

    /**
     * Runs a script, which is to know its caller again.
     *
     * @param string[]       $keys
     * @param (string|int)[] $arguments
     * @param float          $until     when that is to have ended, by now()
     */
    public function run(string $script, array $keys, array $arguments, float $until): mixed
    {
        try {
            return $this->ask($script, $keys, $arguments, $until);
        } catch (\RedisException | \RedisClusterException | PredisException $failed) {
            return $this->hasTime($until) ? $this->ask($script, $keys, $arguments, $until) : throw $failed;
        }
    }

    /**
     * Runs a script if there is time, and does without where that fails.
     *
     * @param string[]       $keys
     * @param (string|int)[] $arguments
     */
    public function try(string $script, array $keys, array $arguments, float $until): void
    {
        try {
            if ($this->hasTime($until)) {
                $this->ask($script, $keys, $arguments, $until);
            }
        } catch (\Exception) {
        }
    }

    private function ask(string $script, array $keys, array $arguments, float $until): mixed
    {
        try {
            $this->client ??= self::clientOf(($this->connect)());
            $within = max(self::LEAST, $until - self::now());
            return $this->client->eval($script, $keys, $arguments, $within);
        } catch (\RedisException | \RedisClusterException | PredisException $failed) {
            $this->client?->hangUp();
            $this->client = $this->connect ? null : $this->client;
            throw $failed;
        }
    }

    /** Whether a new connection can be waited for. */
    private function hasTime(float $until): bool
    {
        return self::now() + ($this->client?->connecting() ?? Client::LIMIT) < $until;
    }

    private static function clientOf(\Redis|\RedisCluster|\Predis\Client $redis): Client
    {
        return $redis instanceof \Predis\Client ? new Predis($redis) : new PhpRedis($redis);
    }
}
