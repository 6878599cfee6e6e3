<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/**
 * A request that the adapter refuses, and not the library. Its words are for the log.
 *
 * @internal
 */
final class Refused extends \RuntimeException
{
    public function __construct(public readonly string $outcome, public readonly int $status, string $why)
    {
        parent::__construct($why);
    }
}
