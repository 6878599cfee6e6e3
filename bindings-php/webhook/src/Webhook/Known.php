<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Response;

/** What a memory knows of a key: the states of `Wxseal\Recent`. */
final class Known
{
    /**
     * @param 'claimed'|'busy'|'answered' $state 'claimed': it is yours to handle now, and to answer. 'busy': somebody is
     *                                           handling it. 'answered': answer the same
     * @param Claim|null                  $claim    the right to answer it, of what is claimed
     * @param Response|null               $response the first answer, of what was answered
     */
    private function __construct(
        public readonly string $state,
        public readonly ?Claim $claim = null,
        public readonly ?Response $response = null,
    ) {}

    public static function claimed(Claim $claim): self
    {
        return new self('claimed', claim: $claim);
    }

    public static function busy(): self
    {
        return new self('busy');
    }

    public static function answered(Response $response): self
    {
        return new self('answered', response: $response);
    }
}
