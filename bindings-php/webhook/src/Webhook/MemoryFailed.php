<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/** A memory did not answer: what it knows of a push, nobody knows, so the push is to stay unanswered. */
final class MemoryFailed extends \RuntimeException {}
