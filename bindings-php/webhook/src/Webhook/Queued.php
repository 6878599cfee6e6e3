<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Incoming;
use Wxseal\Response;

/**
 * What a handler gives for work that is done later: an answer, and jobs that are put on the memory's queue in the same step that
 * stores the answer, so that a retry neither loses nor repeats them.
 */
final class Queued
{
    /** @var list<string> */
    public readonly array $jobs;

    /**
     * @param Response|null $answer  null for `success`
     * @param string        ...$jobs what is to be done, in words of yours
     */
    public function __construct(public readonly ?Response $answer, string ...$jobs)
    {
        $this->jobs = array_values($jobs);
    }

    /**
     * What a handler gave, with its answer.
     *
     * @internal
     */
    public static function given(mixed $given, Incoming $push): self
    {
        $queued = $given instanceof self ? $given : null;
        $answer = ($queued === null ? $given : $queued->answer) ?? $push->success();
        if (!$answer instanceof Response) {
            $type = get_debug_type($answer);
            throw new Mistake("the handler gave $type: give what a method of the push gives, such as replyText(), or null");
        }
        return new self($answer, ...$queued?->jobs ?? []);
    }

    /**
     * The answer, where there are no jobs.
     *
     * @internal
     */
    public function withoutQueue(): Response
    {
        return $this->jobs === [] ? $this->answer : throw new Mistake(self::NO_QUEUE);
    }

    /** @internal */
    public const NO_QUEUE = 'the handler gave jobs: as `recent`, take a memory with a queue, such as Wxseal\Redis\RecentKeys';
}
