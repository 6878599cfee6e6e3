<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Response;

/** The right to answer a key, until its time has run out and another took it over. */
interface Claim
{
    /**
     * Stores the answer for the retries and, in the same step, puts jobs on the memory's queue. Returns false if the claim is
     * no longer yours: then nothing was stored, and nothing queued.
     *
     * @throws Mistake    there are jobs and the memory has no queue: nothing was stored
     * @throws \Throwable the store does not answer: whether it has the answer, and the jobs, nobody knows
     */
    public function answer(Response $response, string ...$jobs): bool;

    /**
     * Gives it back, so that a retry may try at once. Returns false if it is no longer yours.
     *
     * @throws \Throwable the store does not answer
     */
    public function release(): bool;
}
