<?php

declare(strict_types=1);

namespace Wxseal\Redis;

use Wxseal\Response;

/** @internal */
final class Claim implements \Wxseal\Webhook\Claim
{
    public function __construct(
        private readonly Store $store,
        private readonly string $push,
        private readonly string $jobs,
        private readonly string $claim,
        private readonly int $keepMs,
    ) {}

    public function answer(Response $response, string ...$jobs): bool
    {
        $stored = '=' . base64_encode($response->toBytes());
        $arguments = [$this->claim, $stored, $this->keepMs, ...array_values($jobs)];
        return $this->isOurs($this->store->run(Scripts::ANSWER, [$this->push, $this->jobs], $arguments));
    }

    public function release(): bool
    {
        return $this->isOurs($this->store->run(Scripts::RELEASE, [$this->push], [$this->claim]));
    }

    private function isOurs(mixed $reply): bool
    {
        return match ($reply) {
            1 => true,
            0 => false,
            default => throw new \UnexpectedValueException('Redis gave ' . get_debug_type($reply) . ' for 0 or 1'),
        };
    }
}
