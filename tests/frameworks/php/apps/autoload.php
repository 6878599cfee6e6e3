<?php

// Stands in for a project's `vendor/autoload.php`: the package as Composer has installed it, and of the framework what Debian
// packages.

declare(strict_types=1);

require dirname(__DIR__, 4) . '/target/frameworks/php/vendor/autoload.php';
foreach (array_filter(explode(' ', (string) getenv('PACKAGES'))) as $package) {
    require_once "/usr/share/php/$package/autoload.php";
}
foreach (array_filter(explode(' ', (string) getenv('STAND_INS'))) as $file) {
    require_once __DIR__ . "/$file";
}
