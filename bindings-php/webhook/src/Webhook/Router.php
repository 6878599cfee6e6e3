<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

use Wxseal\Incoming;

/**
 * Hands a push to the handler for its `MsgType` or, of an event, its `Event`. It is a handler itself.
 *
 * The names are the wire's: `text`, `event`, `subscribe`, `CLICK`. What nobody is registered for is answered `success`.
 *
 * ```php
 * $handle = (new Wxseal\Webhook\Router())
 *     ->on('text', fn ($push) => $push->replyText('hello'))
 *     ->on('event', 'subscribe', fn ($push) => $push->replyText('welcome'))
 *     ->otherwise(fn ($push) => $push->empty());
 * ```
 */
final class Router
{
    /** @var array<string, array<string, callable>> by the type, and by the event, which is '' for any */
    private array $handlers = [];
    /** @var callable|null */
    private $otherwise = null;

    /**
     * Registers a handler for a `MsgType`, `on('text', $handle)`, or for an `Event`, `on('event', 'subscribe', $handle)`;
     * `on('event', $handle)` gets every other event.
     *
     * @throws Mistake there is one already, or these are not the arguments
     */
    public function on(string $msgType, string|callable $event, ?callable $handle = null): self
    {
        if ($handle === null) {
            [$event, $handle] = ['', $event];
        }
        if (!is_callable($handle) || !is_string($event) || ($event !== '' && $msgType !== 'event')) {
            throw new Mistake("expected on('text', \$handle) or on('event', 'subscribe', \$handle)");
        }
        if (isset($this->handlers[$msgType][$event])) {
            throw new Mistake(trim("there is a handler for $msgType $event") . ' already');
        }
        $this->handlers[$msgType][$event] = $handle;
        return $this;
    }

    /**
     * Registers the handler for whatever has none.
     *
     * @throws Mistake there is one already
     */
    public function otherwise(callable $handle): self
    {
        if ($this->otherwise !== null) {
            throw new Mistake('there is a handler for the rest already');
        }
        $this->otherwise = $handle;
        return $this;
    }

    /** Hands a push on. */
    public function __invoke(Incoming $push): mixed
    {
        $handlers = $this->handlers[$push->msgType() ?? ''] ?? [];
        $handle = $handlers[$push->event() ?? ''] ?? $handlers[''] ?? $this->otherwise;
        return $handle === null ? null : $handle($push);
    }
}
