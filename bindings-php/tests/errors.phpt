--TEST--
The classes of exceptions are the library's table of errors
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

// What the library says: the header is made from its source, and names the official number where the status is another.
preg_match_all(
    '~/\*\*(?:(?!\*/).)*?(?:Official number (-\d+)\.\s*)?\*/\s*#define WXSEAL_ERROR_(\w+) (-4\d{4})\n~s',
    file_get_contents(ROOT . '/include/wxseal.h'),
    $defines,
    PREG_SET_ORDER,
);
$table = [];
foreach ($defines as [, $official, $name, $status]) {
    $name = str_replace('_', '', ucwords(strtolower($name), '_'));
    $table[$name] = (int) ($official ?: $status);
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
    );
}
ksort($classes);
var_dump(count($table), $classes === $table);

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
var_dump($copy->name, $copy->getMessage(), $copy->httpStatus);

// Whoever extends the base class gives it no name that is the library's.
var_dump(isset((new class extends Wxseal\Exception {})->name));
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
bool(true)
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
bool(false)
