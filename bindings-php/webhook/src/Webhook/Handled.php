<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/** What became of a request, for `onRequest`: nothing that was decrypted, and no secret. */
final class Handled
{
    /**
     * @param string            $outcome   `url_check`, `success`, `empty` or `reply`; of a request that was refused the `name` of the
     *                                     Wxseal\Exception, or one of the adapter's own:
     *                                     `BodyTooLarge`, 413;
     *                                     `BodyCut`, 400: the peer hung up within the body;
     *                                     `BodyTaken`, 500: something read the body before the adapter could;
     *                                     `HandlerFailed`, 500: the handler threw, or gave what is no answer;
     *                                     `Busy`, 503: another try is at this push for too long to wait;
     *                                     `MemoryFailed`, 503: `recent` threw
     * @param 'xml'|'json'|null $format    of the push; null where there is none
     * @param int               $bytes     how long the body was, as far as it was read
     * @param int               $libraryUs how long it took to verify and decrypt the request, in microseconds
     * @param int               $handlerUs how long the handler took, sealing its answer too, in microseconds
     * @param bool              $retry     whether the push was known already: it got the first answer, or waited for it
     */
    public function __construct(
        public readonly string $outcome,
        public readonly ?string $format,
        public readonly int $bytes,
        public readonly int $libraryUs,
        public readonly int $handlerUs,
        public readonly bool $retry,
    ) {}
}
