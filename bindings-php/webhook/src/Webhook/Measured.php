<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/**
 * A `Handled` in the making.
 *
 * @internal
 */
final class Measured
{
    public string $outcome = '';
    public ?string $format = null;
    public int $bytes = 0;
    public int $libraryUs = 0;
    public int $handlerUs = 0;
    public bool $retry = false;

    public function handled(): Handled
    {
        return new Handled(...get_object_vars($this));
    }
}
