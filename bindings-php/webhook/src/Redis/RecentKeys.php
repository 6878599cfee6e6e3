<?php

declare(strict_types=1);

namespace Wxseal\Redis;

use Wxseal\Response;
use Wxseal\Webhook\Known;
use Wxseal\Webhook\Memory;

/**
 * One memory for many workers, in Redis or Valkey: what one of them answered, every other one answers, in whatever language it
 * is written. The project's folder redis says what is stored, and what a Redis can lose.
 *
 * ```php
 * $recent = new Wxseal\Redis\RecentKeys(function () {
 *     $redis = new Redis();
 *     $redis->pconnect('127.0.0.1', 6379, 1.0);
 *     $redis->setOption(Redis::OPT_READ_TIMEOUT, 1.0);
 *     return $redis;
 * });
 * ```
 *
 * The client is phpredis, from 5.3.5 on, or Predis; its prefix, serializer and compression do not apply. A call whose connection
 * fails is made once more, and Redis knows it again, so that a reply that was lost blocks nobody.
 */
final class RecentKeys implements Memory
{
    private readonly Store $store;
    private readonly int $claimMs;
    private readonly int $keepMs;

    /**
     * @param \Redis|\RedisCluster|\Predis\Client|\Closure $redis the client, or what makes one when it is needed: then a
     *                                                            request that needs none has none, one more try gets a new
     *                                                            one, and no connection at all is an error of claim()
     * @param float  $claimFor for how many seconds a handler may take before another worker may try, as long as the platform
     *                         waits
     * @param float  $keepFor  for how many seconds an answer is kept: longer than the platform's three tries and, against
     *                         replays, than twice the endpoint's tolerance
     * @param string $prefix   what the keys begin with; on a Cluster it has a hash tag, which keeps them together
     *
     * @throws \InvalidArgumentException the client's time-out for connections or for reads is none, or over a second (of a
     *                                   `RedisCluster` only the latter can be seen); or another argument is not as it says
     */
    public function __construct(
        \Redis|\RedisCluster|\Predis\Client|\Closure $redis,
        float $claimFor = 5,
        float $keepFor = 600,
        private readonly string $prefix = '{wxseal}:',
    ) {
        $this->store = new Store($redis);
        $this->claimMs = self::milliseconds('claimFor', $claimFor);
        $this->keepMs = self::milliseconds('keepFor', $keepFor);
        if ($redis instanceof \RedisCluster && !preg_match('/^[^{]*\{[^}]+\}/', $prefix)) {
            throw new \InvalidArgumentException('prefix: on a Cluster it wants a hash tag, as {wxseal}: has');
        }
    }

    public function claim(string $key, ?float $within = null): Known
    {
        $until = Store::now() + ($within ?? INF);
        $push = "{$this->prefix}push:$key";
        $claim = '?' . bin2hex(random_bytes(16));
        try {
            $known = $this->store->run(Scripts::CLAIM, [$push], [$claim, $this->claimMs], $until);
        } catch (\Exception $failed) {
            // It may stand all the same, and nobody would answer it.
            $this->store->try(Scripts::RELEASE, [$push], [$claim], $until);
            throw $failed;
        }
        // Redis' nil is either, by the client.
        if ($known === null || $known === false) {
            $left = $until - Store::now();
            return Known::claimed(new Claim($this->store, $push, "{$this->prefix}jobs", $claim, $this->keepMs, $left));
        }
        return match (is_string($known) ? substr($known, 0, 1) : null) {
            '?' => Known::busy(),
            '=' => Known::answered(Response::fromBytes((string) base64_decode(substr($known, 1), true))),
            default => throw new \UnexpectedValueException("$push holds what no RecentKeys has stored"),
        };
    }

    private static function milliseconds(string $name, float $seconds): int
    {
        // Redis adds them to its time, which must not overflow.
        if (!($seconds >= 0.001 && $seconds <= 1e9)) {
            throw new \InvalidArgumentException("$name: it is a number of seconds, 0.001 or more");
        }
        return (int) round($seconds * 1000);
    }
}
