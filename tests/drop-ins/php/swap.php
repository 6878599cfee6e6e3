<?php

// Runs a peer's own suite, unchanged, on the drop-in, in the peer's checkout:
//
//     php -d auto_prepend_file=path/to/wxseal/tests/drop-ins/php/swap.php vendor/bin/phpunit
//
// With BROKEN=1, and without the extension, whatever is below the drop-in only throws: the tests that still pass do not touch
// it. A sample of Tencent's has its line changed; this then breaks it.

namespace Wxseal {
    if (getenv('BROKEN')) {
        abstract class Exception extends \RuntimeException
        {
        }

        final class Broken extends Exception
        {
        }

        /** Can be made, and nothing else. */
        final class MsgCrypt
        {
            public function __construct(string ...$settings)
            {
            }

            public function __call(string $name, array $arguments): never
            {
                throw new Broken('there is nothing below the drop-in', -1);
            }
        }
    }
}

namespace Wxseal\Exception {
    if (getenv('BROKEN')) {
        final class InvalidConfig extends \Wxseal\Exception
        {
        }
    }
}

namespace {
    require __DIR__ . '/../../../bindings-php/compat/easywechat.php';
}
