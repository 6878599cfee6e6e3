--TEST--
No dump, message or trace shows the Token or the key
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\MsgCrypt;

$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$shown = [
    'var_dump' => function () use ($crypt) {
        ob_start();
        var_dump($crypt);
        debug_zval_dump($crypt);
        return ob_get_clean();
    },
    'print_r' => fn () => print_r($crypt, true),
    'var_export' => fn () => var_export($crypt, true),
    'array' => fn () => print_r((array) $crypt + get_object_vars($crypt) + get_mangled_object_vars($crypt), true),
    'json_encode' => fn () => json_encode($crypt),
    'reflection' => fn () => new ReflectionObject($crypt),
];
// What was thrown: its text with the trace, its trace with all arguments, and what a log would have of it.
$thrown = [
    'bad Token' => fn () => new MsgCrypt(TOKEN . ' ', KEY, 'wx1'),
    'Token with a NUL' => fn () => new MsgCrypt(TOKEN . "\0", KEY, 'wx1'),
    'key too long' => fn () => new MsgCrypt(TOKEN, KEY . 'A', 'wx1'),
    'key with a NUL' => fn () => new MsgCrypt(TOKEN, KEY . "\0", 'wx1'),
    'receive id with a NUL' => fn () => new MsgCrypt(TOKEN, KEY, "\0"),
    'dialect' => fn () => new MsgCrypt(TOKEN, KEY, 'wx1', 'none'),
    'constructed again' => fn () => $crypt->__construct(TOKEN, KEY, 'wx1'),
    'signature' => fn () => Wxseal\verify_signature(TOKEN, '', '1', '1'),
    'timestamp' => fn () => Wxseal\verify_signature(TOKEN, '', "\0", '1'),
    'body' => fn () => $crypt->decrypt('', '1', '1', ''),
    'format' => fn () => $crypt->encrypt('', format: 'none'),
];
if (PHP_VERSION_ID >= 80200) {
    // Thrown by PHP itself, which knows what is sensitive from 8.2 on.
    $thrown['type'] = fn () => new MsgCrypt(TOKEN, KEY, []);
    $thrown['count'] = fn () => new MsgCrypt(TOKEN, KEY);
    $thrown['type of a function'] = fn () => Wxseal\verify_signature(TOKEN, [], '1', '1');
}
foreach ($thrown as $label => $call) {
    $shown[$label] = function () use ($call) {
        try {
            $call();
            return 'nothing was thrown: ' . TOKEN;
        } catch (Throwable $thrown) {
            return "$thrown" . print_r($thrown->getTrace(), true) . var_export($thrown->getMessage(), true);
        }
    };
}
foreach ($shown as $label => $show) {
    $text = $show();
    foreach (['Token' => TOKEN, 'key' => KEY] as $what => $secret) {
        if (str_contains($text, $secret)) {
            echo "$label shows the $what:\n$text\n";
        }
    }
}
var_dump($crypt);
echo count($shown) >= 17 ? "done\n" : "too few were tried\n";
?>
--EXPECTF--
object(Wxseal\MsgCrypt)#%d (0) {
}
done
