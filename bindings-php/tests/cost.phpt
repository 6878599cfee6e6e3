--TEST--
A forged body of 4 MiB costs less than three times its size, whatever it is made of
--SKIPIF--
<?php
if (!is_writable('/proc/self/clear_refs')) die('skip needs Linux');
if (getenv('USE_ZEND_ALLOC') === '0') die('skip valgrind has memory of its own');
?>
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

const SIZE = 4 << 20;
const NOW = 1714112445;

function filled(string $head, string $unit, string $tail): string
{
    return $head . str_repeat($unit, intdiv(SIZE - strlen($head) - strlen($tail), strlen($unit))) . $tail;
}

/** The most memory that the process has had since it was told to forget, in bytes. */
function peak(): int
{
    preg_match('/VmHWM:\s+(\d+) kB/', file_get_contents('/proc/self/status'), $found);
    return (int) $found[1] << 10;
}

$bodies = [
    'arrays' => filled('{"a":[', '[],', '[]]}'),
    'members' => filled('{', '"a":0,', '"a":0}'),
    'elements' => filled('<xml>', '<a/>', '</xml>'),
    'sealed' => filled('{"Encrypt":"', '\/', '"}'),
];
$endpoints = [
    'encrypted' => new Wxseal\Endpoint(new Wxseal\MsgCrypt('token', str_repeat('k', 43), 'wx1')),
    'plain' => Wxseal\Endpoint::plain('token'),
];
$unsigned = str_repeat('0', 40);
foreach ($endpoints as $kind => $endpoint) {
    // Whoever has seen a URL has its `signature`, and can put it before any body.
    foreach ([$unsigned, sha1(NOW . 'n1token')] as $signature) {
        $query = "signature=$signature&msg_signature=$unsigned&timestamp=" . NOW . '&nonce=n1';
        foreach ($bodies as $madeOf => $body) {
            foreach (['receive', 'diagnose'] as $call) {
                file_put_contents('/proc/self/clear_refs', '5');
                $before = peak();
                outcome(fn () => $endpoint->$call('POST', $query, $body, NOW));
                $cost = peak() - $before;
                if ($cost > 12 << 20) {
                    echo "$kind, $call, $madeOf: $cost\n";
                }
            }
        }
    }
}
echo "done\n";
?>
--EXPECT--
done
