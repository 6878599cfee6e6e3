--TEST--
A MsgCrypt is constructed once, and neither cloned, serialized, extended nor changed
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\MsgCrypt;

$crypt = new MsgCrypt(TOKEN, KEY, 'wx1');
$sealed = $crypt->encrypt('<xml/>', '1', '2', 'xml', str_repeat('r', 16));
$calls = [
    'construct again' => fn () => $crypt->__construct('another', KEY, 'wx2'),
    'construct again, badly' => fn () => $crypt->__construct('', '', ''),
    'clone' => fn () => clone $crypt,
    'serialize' => fn () => serialize($crypt),
    'unserialize' => fn () => unserialize('O:15:"Wxseal\MsgCrypt":0:{}'),
    'set a property' => fn () => $crypt->token = 'x',
    'skip the constructor' => fn () => (new ReflectionClass(MsgCrypt::class))->newInstanceWithoutConstructor(),
    'export and call' => fn () => eval('return ' . var_export($crypt, true) . ';'),
];
foreach ($calls as $label => $call) {
    echo "$label: ", outcome($call), "\n";
}
var_dump($crypt->encrypt('<xml/>', '1', '2', 'xml', str_repeat('r', 16)) === $sealed);

echo "-- equal is only what is the same\n";
$alike = new MsgCrypt(TOKEN, KEY, 'wx1');
var_dump($crypt == $crypt, $crypt == $alike);

echo "-- an error handler gets hold of the object before it is constructed\n";
$early = null;
set_error_handler(function () use (&$early) {
    foreach (debug_backtrace() as $frame) {
        $early ??= $frame['object'] ?? null;
    }
    throw new LogicException('from the handler');
});
echo outcome(fn () => new MsgCrypt(TOKEN, KEY, null)), "\n";
var_dump($early::class);
echo outcome(fn () => $early->decrypt('x', '1', '1', '')), "\n";
echo outcome(fn () => $early->verifyUrl('x', '1', '1', '')), "\n";
echo outcome(fn () => $early->encrypt('')), "\n";
restore_error_handler();

echo "-- a constructor that has failed may be tried again\n";
echo outcome(fn () => $early->__construct('', KEY, 'wx1')), "\n";
echo outcome(fn () => $early->__construct(TOKEN, 'short', 'wx1')), "\n";
echo outcome(fn () => $early->__construct(TOKEN, KEY, 'wx1')), "\n";
var_dump($early->encrypt('<xml/>', '1', '2', 'xml', str_repeat('r', 16)) === $sealed);

echo "-- or constructs it while the constructor reads its arguments\n";
set_error_handler(function () {
    foreach (debug_backtrace() as $frame) {
        if (($frame['object'] ?? null) instanceof MsgCrypt) {
            $frame['object']->__construct(TOKEN, KEY, 'wx1');
            break;
        }
    }
    return true;
});
echo outcome(fn () => new MsgCrypt(TOKEN, KEY, null)), "\n";
restore_error_handler();

// Many, so that a leak would show, and a cycle through one for the collector.
for ($i = 0; $i < 100; $i++) {
    $list = [new MsgCrypt(TOKEN, KEY, 'wx1')];
    $list[] = &$list;
    unset($list);
    outcome(fn () => new MsgCrypt(TOKEN, KEY . $i, 'wx1'));
}
gc_collect_cycles();
echo "done\n";
?>
--EXPECTF--
construct again: Error: Wxseal\MsgCrypt has been constructed already, and never changes
construct again, badly: Error: Wxseal\MsgCrypt has been constructed already, and never changes
clone: Error: Trying to clone an uncloneable object of class Wxseal\MsgCrypt
serialize: Exception: Serialization of 'Wxseal\MsgCrypt' is not allowed
unserialize: Exception: Unserialization of 'Wxseal\MsgCrypt' is not allowed
set a property: Error: Cannot create dynamic property Wxseal\MsgCrypt::$token
skip the constructor: ReflectionException: Class Wxseal\MsgCrypt is an internal class marked as final that cannot be instantiated without invoking its constructor
export and call: Error: Call to undefined method Wxseal\MsgCrypt::__set_state()
bool(true)
-- equal is only what is the same
bool(true)
bool(false)
-- an error handler gets hold of the object before it is constructed
LogicException: from the handler
string(15) "Wxseal\MsgCrypt"
Error: Wxseal\MsgCrypt has not been constructed
Error: Wxseal\MsgCrypt has not been constructed
Error: Wxseal\MsgCrypt has not been constructed
-- a constructor that has failed may be tried again
InvalidConfig -40004
InvalidKey -40004
returned
bool(true)
-- or constructs it while the constructor reads its arguments
Error: Wxseal\MsgCrypt has been constructed already, and never changes
done
