--TEST--
Wrong types are PHP's own TypeError
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

$crypt = new Wxseal\MsgCrypt(TOKEN, KEY, 'wx1');
$calls = [
    fn () => Wxseal\verify_signature(TOKEN, 'x', 1714112445, '1'),
    fn () => Wxseal\verify_signature(TOKEN, null, '1', '1'),
    fn () => Wxseal\verify_signature(TOKEN),
    fn () => new Wxseal\MsgCrypt(TOKEN, KEY),
    fn () => new Wxseal\MsgCrypt(TOKEN, [], 'wx1'),
    fn () => $crypt->verifyUrl('x', '1', '1', new stdClass()),
    fn () => $crypt->decrypt(['x'], '1', '1', ''),
    fn () => $crypt->decrypt('x', '1', '1', null),
    fn () => $crypt->decrypt('x', '1', '1', '', ''),
    fn () => $crypt->encrypt(null),
    fn () => $crypt->encrypt('', 1714112445),
    fn () => $crypt->encrypt('', format: null),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}
?>
--EXPECT--
TypeError: Wxseal\verify_signature(): Argument #3 ($timestamp) must be of type string, int given
TypeError: Wxseal\verify_signature(): Argument #2 ($signature) must be of type string, null given
ArgumentCountError: Wxseal\verify_signature() expects exactly 4 arguments, 1 given
ArgumentCountError: Wxseal\MsgCrypt::__construct() expects at least 3 arguments, 2 given
TypeError: Wxseal\MsgCrypt::__construct(): Argument #2 ($encodingAesKey) must be of type string, array given
TypeError: Wxseal\MsgCrypt::verifyUrl(): Argument #4 ($echostr) must be of type string, stdClass given
TypeError: Wxseal\MsgCrypt::decrypt(): Argument #1 ($msgSignature) must be of type string, array given
TypeError: Wxseal\MsgCrypt::decrypt(): Argument #4 ($body) must be of type string, null given
ArgumentCountError: Wxseal\MsgCrypt::decrypt() expects exactly 4 arguments, 5 given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #1 ($message) must be of type string, null given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #2 ($timestamp) must be of type ?string, int given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #4 ($format) must be of type string, null given
