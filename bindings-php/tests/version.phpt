--TEST--
One version: extension, header, library and workspace
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

ob_start();
phpinfo(INFO_MODULES);
preg_match_all('/^(Extension|Header|Library) version => (.*)$/m', ob_get_clean(), $shown);
preg_match('/^\[workspace\.package\]\nversion = "(.+)"/m', file_get_contents(ROOT . '/Cargo.toml'), $workspace);

$versions = array_combine($shown[1], $shown[2]) + [
    'workspace' => $workspace[1],
    'phpversion' => phpversion('wxseal'),
    'VERSION' => Wxseal\VERSION,
];
echo count($versions), "\n";
if (count(array_unique($versions)) !== 1) {
    print_r($versions);
}
?>
--EXPECT--
6
