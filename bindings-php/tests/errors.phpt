--TEST--
The classes of exceptions are the library's table of errors
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

// What the library says: the header is made from its source, and names the official number where the status is another.
preg_match_all(
    '~/\*\*((?:(?!\*/).)*)\*/\s*#define WXSEAL_ERROR_(\w+) (-4\d{4})\n~s',
    file_get_contents(ROOT . '/include/wxseal.h'),
    $defines,
    PREG_SET_ORDER,
);
$table = [];
foreach ($defines as [, $comment, $name, $status]) {
    $name = str_replace('_', '', ucwords(strtolower($name), '_'));
    // Some share a name, and a class: the method's with the query's, and all settings with the Token's.
    $official = preg_match('/Official number (-\d+)/', $comment, $found) ? (int) $found[1] : (int) $status;
    if ($official > -40100 && !preg_match('/Its name is \w+ too/', $comment)) {
        $table[$name] = $official;
    }
}
ksort($table);

// What the extension says.
$classes = [];
foreach ((new ReflectionExtension('wxseal'))->getClasses() as $class) {
    if (!$class->isSubclassOf(Wxseal\Exception::class)) {
        continue;
    }
    $exception = $class->newInstance();
    $classes[$exception->name] = $exception->getCode();
    var_dump(
        $class->name === "Wxseal\\Exception\\$exception->name"
        && $class->isFinal()
        && $exception instanceof RuntimeException
        && str_ends_with($exception->getMessage(), " ({$exception->getCode()})")
        && in_array($exception->httpStatus, [400, 403, 500], true)
        && $exception->response()->status === $exception->httpStatus
    );
    $refusals[$exception->httpStatus][] = $exception->response()->body;
}
ksort($classes);
var_dump(count($table), count($defines), $classes === $table);

echo "-- what has one status has one answer\n";
ksort($refusals);
foreach ($refusals as $status => $bodies) {
    echo "$status: ", implode(', ', array_unique($bodies)), "\n";
}

echo "-- the method has a status of its own\n";
foreach (['PUT', 'get', '', "GET\0", "\xff"] as $method) {
    try {
        Wxseal\Endpoint::plain(TOKEN)->receive($method, '');
    } catch (Wxseal\Exception\MalformedQuery $exception) {
        $response = $exception->response();
        echo "$exception->name {$exception->getCode()} $exception->httpStatus, $response->status $response->body, ",
            $response->headers['Allow'], "; {$exception->getMessage()}\n";
    }
}

echo "-- some have integers\n";
try {
    Wxseal\Endpoint::plain(TOKEN)->receive('GET', Wxseal\Platform::urlCheck(TOKEN, 'a', '1714112445')->query, now: 1714112746);
} catch (Wxseal\Exception\StaleTimestamp $exception) {
    echo $exception->getMessage(), "\n";
    var_dump($exception->timestamp, $exception->now);
}
try {
    new Wxseal\MsgCrypt(TOKEN, 'too short', 'wx1');
} catch (Wxseal\Exception\InvalidKey $exception) {
    echo $exception->getMessage(), "\n";
    var_dump($exception->position);
}
// What was thrown before is not theirs.
var_dump((new Wxseal\Exception\InvalidKey())->position, (new Wxseal\Exception\StaleTimestamp())->now);
echo (new Wxseal\Exception\InvalidKey())->getMessage(), "\n";

echo "-- exceptions of one's own\n";

// A reason of one's own is kept, beside the name and the status of the class.
$own = new Wxseal\Exception\MalformedQuery('no nonce', 7, new LogicException('why'));
var_dump($own->getMessage(), $own->getCode(), $own->getPrevious()->getMessage(), $own->name, $own->httpStatus);
try {
    $own->name = 'Another';
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
var_dump((new ReflectionClass(Wxseal\Exception::class))->isAbstract());

// They go to another process and back, as exceptions do.
$copy = unserialize(serialize($own));
var_dump($copy->name, $copy->getMessage(), $copy->httpStatus, $copy->response()->body);

$copy = unserialize(serialize(new Wxseal\Exception\InvalidConfig('no TOKEN in the environment')));
var_dump($copy->setting, $copy->getMessage(), $copy->response()->status);

// Whoever extends the base class gives it no name that is the library's.
$foreign = new class extends Wxseal\Exception {};
var_dump(isset($foreign->name), $foreign->response()->status);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(12)
int(20)
bool(true)
-- what has one status has one answer
400: bad request
403: forbidden
500: internal server error
-- the method has a status of its own
MalformedQuery -40001 405, 405 method not allowed, GET, POST; the method is neither GET nor POST: the platform sends no other (-40001)
MalformedQuery -40001 405, 405 method not allowed, GET, POST; the method is neither GET nor POST: the platform sends no other (-40001)
MalformedQuery -40001 405, 405 method not allowed, GET, POST; the method is neither GET nor POST: the platform sends no other (-40001)
MalformedQuery -40001 405, 405 method not allowed, GET, POST; the method is neither GET nor POST: the platform sends no other (-40001)
MalformedQuery -40001 405, 405 method not allowed, GET, POST; the method is neither GET nor POST: the platform sends no other (-40001)
-- some have integers
the timestamp is too far from the server's time: check the server's clock and the tolerance; timestamp 1714112445, server 1714112746 (-40001)
int(1714112445)
int(1714112746)
the EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without = and without white space; look at offset 3 (-40004)
int(3)
int(0)
int(0)
the EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without = and without white space (-40004)
-- exceptions of one's own
string(8) "no nonce"
int(7)
string(3) "why"
string(14) "MalformedQuery"
int(400)
Cannot modify readonly property Wxseal\Exception::$name
bool(true)
string(14) "MalformedQuery"
string(8) "no nonce"
int(400)
string(11) "bad request"
string(8) "argument"
string(27) "no TOKEN in the environment"
int(500)
bool(false)
int(500)
