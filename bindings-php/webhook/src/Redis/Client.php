<?php

declare(strict_types=1);

namespace Wxseal\Redis;

/**
 * What a client of Redis has to do here.
 *
 * @internal
 */
abstract class Client
{
    /** How many seconds it may take to connect, and as many again to read a reply: the platform waits for five. */
    public const LIMIT = 1.0;

    /** How many seconds it takes to connect at most. */
    abstract public function connecting(): float;

    /**
     * Runs a script and gives its reply as it is, nil as null or false.
     *
     * @param string[]       $keys
     * @param (string|int)[] $arguments
     * @param float          $within    for how many seconds to wait for the reply, where that is less than the client would
     *
     * @throws \RedisException|\RedisClusterException|\Predis\PredisException the connection failed
     * @throws \RuntimeException                                                     Redis said no
     */
    abstract public function eval(string $script, array $keys, array $arguments, float $within): mixed;

    /** Ends the connection, so that a reply which comes late is not taken for the next one. */
    abstract public function hangUp(): void;

    protected static function limited(string $name, mixed $seconds): float
    {
        if (!is_numeric($seconds) || $seconds <= 0 || $seconds > self::LIMIT) {
            $is = is_numeric($seconds) ? "$seconds s" : 'none';
            throw new \InvalidArgumentException("$name is $is: set it to a second or less, since the platform waits for five");
        }
        return (float) $seconds;
    }
}
