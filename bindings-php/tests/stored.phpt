--TEST--
A Response that was stored is the same answer or an exception, whatever is in the store
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\Response;

$response = (new Wxseal\Exception\SignatureMismatch())->response();
$serialized = serialize($response);

/** Says what became of it: the same answer, another, or what was thrown. */
function restored(callable $restore): string
{
    global $response;
    $restored = null;
    $outcome = outcome(function () use ($restore, &$restored) {
        $restored = $restore();
        $restored->toBytes();
    });
    if ($outcome !== 'returned') {
        return $outcome;
    }
    return $restored == $response && $restored->toBytes() === $response->toBytes() ? 'the same' : 'ANOTHER';
}

echo "-- as every language stores it\n";
$counts = ['read' => 0, 'refused' => 0];
foreach (file(ROOT . '/tests/responses/stored.txt', FILE_IGNORE_NEW_LINES) as $line) {
    if ($line[0] === '#') {
        continue;
    }
    [$name, $bytes, $status, $type, $body] = explode("\t", $line) + [2 => null, null, null];
    $bytes = hex2bin(trim($bytes, '-'));
    if ($status === null) {
        $counts['refused']++;
        foreach ([fn () => Response::fromBytes($bytes), fn () => stored(serialize(['bytes' => $bytes]))] as $restore) {
            $outcome = outcome($restore);
            $outcome === 'UnwritableReply -40011' || print("$name: $outcome\n");
        }
        continue;
    }
    $counts['read']++;
    foreach ([Response::fromBytes($bytes), stored(serialize(['bytes' => $bytes]))] as $read) {
        $is = [$read->status, $read->contentType, $read->body, $read->headers['Content-Type'], $read->toBytes()];
        $is === [(int) $status, $type, hex2bin(trim($body, '-')), $type, $bytes] || print("$name is another\n");
    }
    unserialize(serialize($read)) == $read || print("$name is another when it is serialized\n");
}
print_r($counts);

/** A Response with that state, as an array is serialized. */
function stored(string $state): mixed
{
    return unserialize('O:15:"Wxseal\Response"' . substr($state, 1));
}

echo "-- what serialize() made of it\n";
echo strtr($serialized, ["\0" => '.', "\x93" => '.', "\x09" => '.', "\x01" => '.']), "\n";
$calls = [
    'serialized' => fn () => unserialize($serialized),
    'with allowed_classes' => fn () => unserialize($serialized, ['allowed_classes' => [Response::class]]),
    'in an array, twice' => fn () => unserialize(serialize([$response, $response]))[1],
    'twice' => fn () => unserialize(serialize(unserialize($serialized))),
    'from its bytes' => fn () => Response::fromBytes($response->toBytes()),
];
foreach ($calls as $label => $call) {
    echo "$label: ", restored($call), "\n";
}

echo "-- what another version or a stranger has made of it\n";
$headers = 's:7:"headers";a:1:{s:12:"Content-Type";s:10:"text/plain";}';
$bytes = serialize($response->toBytes());
$states = [
    // As properties: references, wrong types, nothing, a line end.
    'references' => 'a:2:{i:0;i:403;i:1;O:15:"Wxseal\Response":4:{s:6:"status";R:2;s:11:"contentType";s:1:"x";'
        . 's:7:"headers";a:1:{s:1:"A";R:2;}s:4:"body";s:9:"forbidden";}}',
    'references to itself' => 'O:15:"Wxseal\Response":4:{s:6:"status";i:403;s:11:"contentType";s:1:"x";'
        . 's:7:"headers";a:2:{i:0;R:4;i:1;R:1;}s:4:"body";R:3;}',
    'wrong types' => 'O:15:"Wxseal\Response":4:{s:6:"status";s:3:"403";s:11:"contentType";i:1;s:7:"headers";i:1;s:4:"body";a:0:{}}',
    'nothing' => 'O:15:"Wxseal\Response":0:{}',
    'a line end' => "O:15:\"Wxseal\\Response\":4:{s:6:\"status\";i:403;s:11:\"contentType\";s:7:\"x\r\ny: z\";$headers"
        . 's:4:"body";s:9:"forbidden";}',
    'the properties' => "O:15:\"Wxseal\\Response\":4:{s:6:\"status\";i:403;s:11:\"contentType\";s:10:\"text/plain\";$headers"
        . 's:4:"body";s:9:"forbidden";}',
    // As bytes.
    'a reference to the bytes' => "a:2:{i:0;{$bytes}i:1;O:15:\"Wxseal\\Response\":1:{s:5:\"bytes\";R:2;}}",
    'bytes beside what is not known' => "O:15:\"Wxseal\\Response\":2:{s:5:\"bytes\";{$bytes}s:4:\"more\";i:1;}",
    'bytes twice, the second of which counts' => "O:15:\"Wxseal\\Response\":2:{s:5:\"bytes\";i:1;s:5:\"bytes\";$bytes}",
    'the response in itself' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";r:1;}',
    'a reference to the response' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";R:1;}',
    'a number' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";i:1;}',
    'null' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";N;}',
    'an array' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";a:1:{i:0;s:1:"x";}}',
    'an object that says so' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";O:4:"Says":0:{}}',
    'a line end alone' => 'O:15:"Wxseal\Response":1:{s:5:"bytes";s:1:"' . "\n" . '";}',
    'without its name' => "O:15:\"Wxseal\\Response\":1:{i:0;$bytes}",
    'cut' => substr($serialized, 0, -12),
    'as an old class' => 'C:15:"Wxseal\Response":' . strlen($bytes) . ":{{$bytes}}",
];
class Says
{
    public function __toString(): string
    {
        return $GLOBALS['response']->toBytes();
    }
}
set_error_handler(fn ($number, $text) => throw new ErrorException($text));
foreach ($states as $label => $state) {
    $restore = function () use ($state) {
        $restored = unserialize($state);
        return is_array($restored) ? $restored[1] : $restored;
    };
    echo "$label: ", restored($restore), "\n";
}
restore_error_handler();

echo "-- what somebody gets hold of before it is restored, and after it could not be\n";
class Early
{
    public mixed $response;
    public static array $seen = [];

    public function __wakeup(): void
    {
        self::$seen[] = $this->response;
    }
}
$early = fn (string $bytes) => 'O:5:"Early":1:{s:8:"response";O:15:"Wxseal\Response":1:{s:5:"bytes";' . $bytes . '}}';
unserialize($early($bytes));
echo outcome(fn () => unserialize($early('s:1:"x";'))), "\n";
echo outcome(fn () => unserialize('a:2:{i:0;O:15:"Wxseal\Response":1:{s:5:"bytes";i:1;}i:1;' . $early($bytes) . '}')), "\n";
foreach (Early::$seen as $seen) {
    echo restored(fn () => $seen), "\n";
}
$kept = [];
class Keeps
{
    public mixed $response;

    public function __destruct()
    {
        $GLOBALS['kept'][] = $this->response ?? null;
    }
}
echo outcome(fn () => unserialize('O:5:"Keeps":1:{s:8:"response";O:15:"Wxseal\Response":1:{s:5:"bytes";i:1;}}')), "\n";
$recent = new Wxseal\RecentKeys();
foreach (array_filter($kept) as $unfinished) {
    $calls = [
        fn () => $unfinished->toBytes(), fn () => $unfinished->send(), fn () => serialize($unfinished),
        fn () => $unfinished->status, fn () => $unfinished->headers['x'], fn () => var_export($unfinished, true),
        fn () => $unfinished == $response, fn () => $recent->claim('a')->claim->answer($unfinished),
    ];
    foreach ($calls as $call) {
        echo '    ', outcome($call), "\n";
    }
}

echo "-- nobody changes one, or makes one in another way\n";
$reflection = new ReflectionClass(Response::class);
$calls = [
    'restore it again' => fn () => $response->__unserialize(['bytes' => $response->toBytes()]),
    'restore it as another' => fn () => $response->__unserialize([]),
    'clone' => fn () => clone $response,
    'export' => fn () => eval('return ' . var_export($response, true) . ';'),
    'without its constructor' => fn () => $reflection->newInstanceWithoutConstructor(),
    'constructor' => fn () => $reflection->newInstance(),
    'set by reflection' => fn () => $reflection->getProperty('status')->setValue($response, 200),
    'reference' => function () use ($response) { $body = &$response->body; },
    'loop of references' => function () use ($response) { foreach ($response as &$value) { $value = 1; } },
    'unset' => function () use ($response) { unset($response->headers); },
];
foreach ($calls as $label => $call) {
    echo "$label: ", outcome(fn () => @$call()), "\n";
}
var_dump(serialize($response) === $serialized);
// PHP 8.2 itself lets this one change what is readonly. It changes no answer.
$walked = unserialize($serialized);
outcome(fn () => array_walk($walked, function (&$value) { $value = 'x'; }));
var_dump($walked->toBytes() === $response->toBytes());

echo "-- one that was stored is remembered\n";
var_dump($recent->claim('b', 100)->claim->answer(unserialize($serialized), 100));
echo restored(fn () => $recent->claim('b', 101)->response), "\n";

echo "-- exceptions can be stored too, and answer with their own status or with 500\n";
$exception = fn (string $properties) => 'O:31:"Wxseal\Exception\MalformedQuery":' . $properties;
$stored = [
    'as it is' => serialize(new Wxseal\Exception\MalformedQuery()),
    'a reference' => 'a:2:{i:0;i:400;i:1;' . $exception('1:{s:10:"httpStatus";R:2;}}'),
    'its other status' => $exception('1:{s:10:"httpStatus";i:405;}'),
    'no status of its own' => $exception('1:{s:10:"httpStatus";i:200;}'),
    'a wrong type' => $exception('1:{s:10:"httpStatus";s:3:"400";}'),
    'a name that is an object' => $exception('1:{s:4:"name";O:4:"Says":0:{}}'),
    'nothing' => $exception('0:{}'),
    'of the server API' => 'O:15:"Wxseal\ApiError":2:{s:7:"errcode";i:1;s:6:"errmsg";R:1;}',
    'of nothing there' => 'O:15:"Wxseal\ApiError":0:{}',
];
foreach ($stored as $label => $serialized) {
    $made = null;
    $outcome = outcome(function () use ($serialized, &$made) {
        $made = unserialize($serialized);
        $made = is_array($made) ? $made[1] : $made;
    });
    echo rtrim("$label: $outcome " . (method_exists($made ?? '', 'response') ? $made->response()->status : '')), "\n";
}
foreach ([Wxseal\WidgetQuery::class, Wxseal\Platform\Request::class] as $class) {
    $made = (new ReflectionClass($class))->newInstanceWithoutConstructor();
    $property = (new ReflectionClass($class))->getProperties()[0]->name;
    echo "$class: ", outcome(fn () => [$made->$property]), "\n";
}
foreach ([Wxseal\ApiError::class, Wxseal\Exception\InvalidKey::class] as $class) {
    echo outcome(fn () => (new ReflectionClass($class))->newInstanceWithoutConstructor()), "\n";
}

// Many, so that a leak would show; what PHP has made of a reference to itself is for the collector.
for ($i = 0; $i < 100; $i++) {
    foreach ($states as $state) {
        @outcome(fn () => unserialize($state));
    }
}
gc_collect_cycles();
?>
--EXPECT--
-- as every language stores it
Array
(
    [read] => 12
    [refused] => 64
)
-- what serialize() made of it
O:15:"Wxseal\Response":1:{s:5:"bytes";s:25:"wxsr............forbidden";}
serialized: the same
with allowed_classes: the same
in an array, twice: the same
twice: the same
from its bytes: the same
-- what another version or a stranger has made of it
references: UnwritableReply -40011
references to itself: UnwritableReply -40011
wrong types: UnwritableReply -40011
nothing: UnwritableReply -40011
a line end: UnwritableReply -40011
the properties: UnwritableReply -40011
a reference to the bytes: the same
bytes beside what is not known: the same
bytes twice, the second of which counts: the same
the response in itself: UnwritableReply -40011
a reference to the response: UnwritableReply -40011
a number: UnwritableReply -40011
null: UnwritableReply -40011
an array: UnwritableReply -40011
an object that says so: UnwritableReply -40011
a line end alone: UnwritableReply -40011
without its name: UnwritableReply -40011
cut: ErrorException: unserialize(): Error at offset 40 of 60 bytes
as an old class: ErrorException: Class Wxseal\Response has no unserializer
-- what somebody gets hold of before it is restored, and after it could not be
UnwritableReply -40011
UnwritableReply -40011
the same
UnwritableReply -40011
    Error: Wxseal\Response has not been constructed
    Error: Wxseal\Response has not been constructed
    Error: Wxseal\Response has not been constructed
    Error: Typed property Wxseal\Response::$status must not be accessed before initialization
    Error: Typed property Wxseal\Response::$headers must not be accessed before initialization
    returned
    returned
    Error: Wxseal\Response has not been constructed
-- nobody changes one, or makes one in another way
restore it again: Error: Wxseal\Response has been constructed already
restore it as another: Error: Wxseal\Response has been constructed already
clone: Error: Trying to clone an uncloneable object of class Wxseal\Response
export: Error: Call to undefined method Wxseal\Response::__set_state()
without its constructor: ReflectionException: Class Wxseal\Response is an internal class marked as final that cannot be instantiated without invoking its constructor
constructor: ReflectionException: Access to non-public constructor of class Wxseal\Response
set by reflection: Error: Cannot modify readonly property Wxseal\Response::$status
reference: Error: Cannot modify readonly property Wxseal\Response::$body
loop of references: Error: Cannot acquire reference to readonly property Wxseal\Response::$status
unset: Error: Cannot unset readonly property Wxseal\Response::$headers
bool(true)
bool(true)
-- one that was stored is remembered
bool(true)
the same
-- exceptions can be stored too, and answer with their own status or with 500
as it is: returned 400
a reference: returned 400
its other status: returned 405
no status of its own: returned 500
a wrong type: TypeError: Cannot assign string to property Wxseal\Exception::$httpStatus of type int
a name that is an object: TypeError: Cannot assign Says to property Wxseal\Exception::$name of type string
nothing: returned 400
of the server API: TypeError: Cannot assign Wxseal\ApiError to property Wxseal\ApiError::$errmsg of type string
of nothing there: returned
Wxseal\WidgetQuery: Error: Typed property Wxseal\WidgetQuery::$type must not be accessed before initialization
Wxseal\Platform\Request: Error: Typed property Wxseal\Platform\Request::$method must not be accessed before initialization
ReflectionException: Class Wxseal\ApiError is an internal class marked as final that cannot be instantiated without invoking its constructor
ReflectionException: Class Wxseal\Exception\InvalidKey is an internal class marked as final that cannot be instantiated without invoking its constructor
