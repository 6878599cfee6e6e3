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
        // How much of its time the claim has left for what is told of it, in seconds: the handler's own does not count.
        private readonly float $left,
    ) {}

    public function answer(Response $response, string ...$jobs): bool
    {
        $stored = '=' . base64_encode($response->toBytes());
        $arguments = [$this->claim, $stored, $this->keepMs, ...array_values($jobs)];
        return $this->tell(Scripts::ANSWER, [$this->push, $this->jobs], $arguments);
    }

    public function release(): bool
    {
        return $this->tell(Scripts::RELEASE, [$this->push], [$this->claim]);
    }

    /** Says whether it was still ours. */
    private function tell(string $script, array $keys, array $arguments): bool
    {
        $reply = $this->store->run($script, $keys, $arguments, Store::now() + $this->left);
        return match ($reply) {
            1 => true,
            0 => false,
            default => throw new \UnexpectedValueException('Redis gave ' . get_debug_type($reply) . ' for 0 or 1'),
        };
    }
}
