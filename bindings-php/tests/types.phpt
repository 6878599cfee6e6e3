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
    fn () => new Wxseal\Endpoint('x'),
    fn () => new Wxseal\Endpoint($crypt, null),
    fn () => new Wxseal\Endpoint($crypt, [], '300'),
    fn () => new Wxseal\Endpoint($crypt, [], 300, []),
    fn () => new Wxseal\Endpoint($crypt, maxBody: 1.5),
    fn () => Wxseal\Endpoint::plain(null),
    fn () => (new Wxseal\Endpoint($crypt))->receive(null, ''),
    fn () => (new Wxseal\Endpoint($crypt))->receive('GET', null),
    fn () => (new Wxseal\Endpoint($crypt))->receive('GET', new ArrayObject()),
    fn () => (new Wxseal\Endpoint($crypt))->receive('GET', '', null),
    fn () => (new Wxseal\Endpoint($crypt))->receive('POST', '', ['Encrypt' => 'x']),
    fn () => (new Wxseal\Endpoint($crypt))->diagnose('POST', '', new stdClass()),
    fn () => (new Wxseal\Endpoint($crypt))->receive('GET', '', '', '1'),
    fn () => (new Wxseal\Endpoint($crypt))->diagnose('GET'),
    fn () => Wxseal\decrypt_open_data('', '', ''),
    fn () => Wxseal\verify_raw_data('', '', 1),
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
TypeError: Wxseal\MsgCrypt::decrypt(): Argument #4 ($body) must be the raw body, before any parser: file_get_contents('php://input'); null given
ArgumentCountError: Wxseal\MsgCrypt::decrypt() expects exactly 4 arguments, 5 given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #1 ($message) must be of type string, null given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #2 ($timestamp) must be of type ?string, int given
TypeError: Wxseal\MsgCrypt::encrypt(): Argument #4 ($format) must be of type string, null given
TypeError: Wxseal\Endpoint::__construct(): Argument #1 ($crypt) must be of type Wxseal\MsgCrypt, string given
TypeError: Wxseal\Endpoint::__construct(): Argument #2 ($alsoAccept) must be of type array, null given
TypeError: Wxseal\Endpoint::__construct(): Argument #3 ($tolerance) must be of type ?int, string given
TypeError: Wxseal\Endpoint::__construct(): Argument #4 ($account) must be of type ?string, array given
TypeError: Wxseal\Endpoint::__construct(): Argument #5 ($maxBody) must be of type ?int, float given
TypeError: Wxseal\Endpoint::plain(): Argument #1 ($token) must be of type string, null given
TypeError: Wxseal\Endpoint::receive(): Argument #1 ($method) must be of type string, null given
TypeError: Wxseal\Endpoint::receive(): Argument #2 ($query) must be of type array|string, null given
TypeError: Wxseal\Endpoint::receive(): Argument #2 ($query) must be of type array|string, ArrayObject given
TypeError: Wxseal\Endpoint::receive(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); null given
TypeError: Wxseal\Endpoint::receive(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); array given
TypeError: Wxseal\Endpoint::diagnose(): Argument #3 ($body) must be the raw body, before any parser: file_get_contents('php://input'); stdClass given
TypeError: Wxseal\Endpoint::receive(): Argument #4 ($now) must be of type ?int, string given
ArgumentCountError: Wxseal\Endpoint::diagnose() expects at least 2 arguments, 1 given
ArgumentCountError: Wxseal\decrypt_open_data() expects exactly 4 arguments, 3 given
TypeError: Wxseal\verify_raw_data(): Argument #3 ($signature) must be of type string, int given
