<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\RecentKeys;

/**
 * The extension's `Wxseal\RecentKeys` as a memory, for a server that outlives its requests in one process: Swoole, RoadRunner,
 * FrankenPHP's worker mode. It has no queue.
 */
final class InProcess implements Memory
{
    public function __construct(private readonly RecentKeys $keys) {}

    public function claim(string $key, ?float $within = null): Known
    {
        $known = $this->keys->claim($key);
        return match ($known->state) {
            'claimed' => Known::claimed(new InProcessClaim($known->claim)),
            'busy' => Known::busy(),
            'answered' => Known::answered($known->response),
        };
    }
}
