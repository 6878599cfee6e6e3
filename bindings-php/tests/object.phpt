--TEST--
What is constructed is constructed once, and neither cloned, serialized, extended nor changed
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

echo "-- and so it is with all the others\n";
$message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text"}';
$push = Wxseal\Platform::push($crypt, $message, (string) time(), '1', 'json');
$endpoint = new Wxseal\Endpoint($crypt);
$incoming = $endpoint->receive($push->method, $push->query, $push->body);
$recent = new Wxseal\RecentKeys();
$parts = $crypt->seal($message);
$objects = [
    $endpoint, $incoming, Wxseal\Message::fromCloudEvent('{}'), $incoming->success(), $recent, $recent->claim('a'),
    $recent->claim('b')->claim, $parts, $crypt->open($parts->msgSignature, $parts->timestamp, $parts->nonce, $parts->encrypt),
    Wxseal\Api::getAccessToken('a', 'b'), $push, Wxseal\Platform::openReply($crypt, $incoming->replyText('a')->body),
    $endpoint->receive(...array_values(get_object_vars(widget($crypt))))->widgetQuery(),
];
function widget(MsgCrypt $crypt): Wxseal\Platform\Request
{
    return Wxseal\Platform::push($crypt, '{"MsgType":"event","Query":"{}"}', (string) time(), '1', 'json');
}
foreach ($objects as $object) {
    $class = $object::class;
    $calls = [
        'new' => fn () => new $class(),
        'construct again' => fn () => $object->__construct($crypt),
        'clone' => fn () => clone $object,
        'serialize' => fn () => serialize($object),
        'unserialize' => fn () => unserialize('O:' . strlen($class) . ":\"$class\":0:{}"),
        'set a property' => fn () => $object->token = 'x',
    ];
    echo "$class:\n";
    foreach ($calls as $label => $call) {
        echo "    $label: ", str_replace([$class, 'Wxseal\\'], ['…', ''], outcome($call)), "\n";
    }
    echo '    without its constructor: ', outcome(function () use ($class) {
        $made = (new ReflectionClass($class))->newInstanceWithoutConstructor();
        foreach ((new ReflectionClass($class))->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
            $method->getNumberOfRequiredParameters() || $method->invoke($made);
        }
    }), "\n";
}
foreach (['Platform', 'Api'] as $class) {
    $class = "Wxseal\\$class";
    echo outcome(fn () => new $class()), "\n";
}

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
echo outcome(fn () => new Wxseal\RecentKeys(1.5)), "\n";
restore_error_handler();

echo "-- and what is made of such a one\n";
$early = null;
set_error_handler(function () use (&$early) {
    foreach (debug_backtrace() as $frame) {
        $early ??= $frame['object'] ?? null;
    }
    throw new LogicException('from the handler');
});
outcome(fn () => new MsgCrypt(TOKEN, KEY, null));
$crypts = [
    fn () => new Wxseal\Endpoint($early),
    fn () => new Wxseal\Endpoint($crypt, [$early]),
    fn () => Wxseal\Platform::openReply($early, ''),
];
foreach ($crypts as $call) {
    echo outcome($call), "\n";
}
foreach ([fn () => new Wxseal\RecentKeys(1.5), fn () => new Wxseal\Endpoint($crypt, [], '')] as $construct) {
    $early = null;
    outcome($construct);
    foreach (['claim' => ['a'], 'receive' => ['GET', ''], 'diagnose' => ['GET', '']] as $method => $arguments) {
        if ($early && method_exists($early, $method)) {
            echo outcome(fn () => $early->$method(...$arguments)), "\n";
        }
    }
}
restore_error_handler();

// Many, so that a leak would show, and a cycle through one for the collector.
for ($i = 0; $i < 100; $i++) {
    $list = [new MsgCrypt(TOKEN, KEY, 'wx1')];
    $list[] = &$list;
    unset($list);
    outcome(fn () => new MsgCrypt(TOKEN, KEY . $i, 'wx1'));
    $list = [$endpoint->receive($push->method, $push->query, $push->body), new Wxseal\RecentKeys()];
    $list[] = [&$list, $list[0]->message(), $list[0]->replyText('a'), $list[1]->claim('a'), $list[1]->claim('a')];
    unset($list);
    outcome(fn () => new Wxseal\Endpoint($crypt, [], null, "\0"));
    outcome(fn () => $endpoint->receive('GET', ['nonce' => new stdClass()]));
}
gc_collect_cycles();
echo "done\n";
?>
--EXPECT--
construct again: Error: Wxseal\MsgCrypt has been constructed already
construct again, badly: Error: Wxseal\MsgCrypt has been constructed already
clone: Error: Trying to clone an uncloneable object of class Wxseal\MsgCrypt
serialize: Exception: Serialization of 'Wxseal\MsgCrypt' is not allowed
unserialize: Exception: Unserialization of 'Wxseal\MsgCrypt' is not allowed
set a property: Error: Cannot create dynamic property Wxseal\MsgCrypt::$token
skip the constructor: ReflectionException: Class Wxseal\MsgCrypt is an internal class marked as final that cannot be instantiated without invoking its constructor
export and call: Error: Call to undefined method Wxseal\MsgCrypt::__set_state()
bool(true)
-- and so it is with all the others
Wxseal\Endpoint:
    new: ArgumentCountError: …::__construct() expects at least 1 argument, 0 given
    construct again: Error: … has been constructed already
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Endpoint is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Incoming:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Incoming is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Message:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Message is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Response:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: returned
    unserialize: UnwritableReply -40011
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Response is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\RecentKeys:
    new: returned
    construct again: TypeError: …::__construct(): Argument #1 ($claimFor) must be of type ?int, MsgCrypt given
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\RecentKeys is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Recent:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: returned
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: returned
Wxseal\Claim:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Claim is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Sealed:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: returned
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: returned
Wxseal\Opened:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Opened is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Api\Request:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: Error: Trying to clone an uncloneable object of class …
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: ReflectionException: Class Wxseal\Api\Request is an internal class marked as final that cannot be instantiated without invoking its constructor
Wxseal\Platform\Request:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: returned
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: returned
Wxseal\Platform\Reply:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: returned
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: returned
Wxseal\WidgetQuery:
    new: Error: Call to private …::__construct() from global scope
    construct again: Error: Call to private method …::__construct() from global scope
    clone: returned
    serialize: Exception: Serialization of '…' is not allowed
    unserialize: Exception: Unserialization of '…' is not allowed
    set a property: Error: Cannot create dynamic property …::$token
    without its constructor: returned
Error: Call to private Wxseal\Platform::__construct() from global scope
Error: Call to private Wxseal\Api::__construct() from global scope
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
InvalidConfig -40004 token
InvalidKey -40004
returned
bool(true)
-- or constructs it while the constructor reads its arguments
Error: Wxseal\MsgCrypt has been constructed already
returned
-- and what is made of such a one
Error: Wxseal\MsgCrypt has not been constructed
Error: Wxseal\MsgCrypt has not been constructed
Error: Wxseal\MsgCrypt has not been constructed
Error: Wxseal\RecentKeys has not been constructed
done
