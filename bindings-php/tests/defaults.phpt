--TEST--
Every default is the library's, in the extension and in its manual
--FILE--
<?php
require __DIR__ . '/wxseal.inc';

use Wxseal\Endpoint;
use Wxseal\MsgCrypt;
use Wxseal\RecentKeys;

preg_match_all('/^#define WXSEAL_DEFAULT_(\w+) (\w+)$/m', file_get_contents(ROOT . '/include/wxseal.h'), $macros);
$library = array_combine($macros[1], $macros[2]);
$manual = file_get_contents(ROOT . '/bindings-php/stubs/wxseal.stub.php');

function default_of(string $class, string $method, string $parameter): mixed
{
    foreach ((new ReflectionMethod($class, $method))->getParameters() as $found) {
        if ($found->name === $parameter) {
            return $found->getDefaultValue();
        }
    }
}

$mebibytes = fn (string $name) => $library[$name] / (1 << 20) . ' MiB';
var_dump(
    count($library),
    default_of(Endpoint::class, '__construct', 'tolerance') === (int) $library['TOLERANCE'],
    default_of(Endpoint::class, 'plain', 'tolerance') === (int) $library['TOLERANCE'],
    'WXSEAL_DIALECT_' . strtoupper(default_of(MsgCrypt::class, '__construct', 'dialect')) === $library['DIALECT'],
);
echo "-- what the manual says\n";
var_dump(
    str_contains($manual, "before another may try; null for {$library['CLAIM_FOR']}, "),
    str_contains($manual, "than twice the endpoint's tolerance; null for {$library['KEEP_FOR']}\n"),
    str_contains($manual, "remembered at most; null for " . number_format((int) $library['MAX_ENTRIES']) . '.'),
    str_contains($manual, "for the rest; null for {$mebibytes('MAX_BYTES')}\n"),
    substr_count($manual, "may be, in bytes; null for {$mebibytes('MAX_BODY')}") === 2,
    str_contains($manual, "['nx', 'ex' => {$library['CLAIM_FOR']}])` claims"),
    str_contains($manual, "setex(\$key, {$library['KEEP_FOR']}, \$response->toBytes())"),
);

echo "-- what is done\n";
$response = (new Wxseal\Exception\MalformedQuery())->response();
$recent = new RecentKeys();
$claim = $recent->claim('k', 1000)->claim;
var_dump($recent->claim('k', 1000)->until === 1000 + $library['CLAIM_FOR']);
$claim->answer($response, 1000);
var_dump($recent->claim('k', 999 + $library['KEEP_FOR'])->state, $recent->claim('k', 1000 + $library['KEEP_FOR'])->state);

$push = Wxseal\Platform::plainPush('t', '{}', '1714112445', '1');
$endpoint = Endpoint::plain('t');
foreach ([0, 1] as $more) {
    $late = 1714112445 + $library['TOLERANCE'] + $more;
    echo outcome(fn () => $endpoint->receive('POST', $push->query, $push->body, $late)), "\n";
    $body = str_pad($push->body, $library['MAX_BODY'] + $more);
    echo outcome(fn () => $endpoint->receive('POST', $push->query, $body, 1714112445)), "\n";
}
?>
--EXPECT--
int(7)
bool(true)
bool(true)
bool(true)
-- what the manual says
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
-- what is done
bool(true)
string(8) "answered"
string(7) "claimed"
returned
returned
StaleTimestamp -40001
MalformedEnvelope -40002
