<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Response;

/** @internal */
final class InProcessClaim implements Claim
{
    public function __construct(private readonly \Wxseal\Claim $claim) {}

    public function answer(Response $response, string ...$jobs): bool
    {
        if ($jobs !== []) {
            throw new Mistake(Queued::NO_QUEUE);
        }
        return $this->claim->answer($response);
    }

    public function release(): bool
    {
        return $this->claim->release();
    }
}
