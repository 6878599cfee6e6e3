<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/**
 * What remembers answers, so that a retry gets the first one and nothing is done twice.
 *
 * `Wxseal\Redis\RecentKeys` is one for many workers. `Wxseal\RecentKeys`, the extension's, remembers within one process,
 * which under php-fpm is nothing at all. Its classes are final and can implement nothing, so `InProcess` puts it into this
 * shape; what takes a memory takes it as it is, and does so itself.
 */
interface Memory
{
    /**
     * Asks for a key, and claims it where nobody else has.
     *
     * @param string     $key    Incoming::dedupKey()
     * @param float|null $within for how many seconds this may take, all tries together; null for as long as it likes.
     *                           What is in this process need not look at it
     *
     * @throws \Throwable the store does not answer: whether the key is claimed, nobody knows
     */
    public function claim(string $key, ?float $within = null): Known;
}
