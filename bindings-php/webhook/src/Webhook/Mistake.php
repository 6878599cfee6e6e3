<?php

declare(strict_types=1);

namespace Wxseal\Webhook;

/** Something that the server's developer has to mend. Its words are fixed and stand in the log. */
final class Mistake extends \LogicException {}
