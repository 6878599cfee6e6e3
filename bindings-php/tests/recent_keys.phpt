--TEST--
RecentKeys: claimed, busy, answered, forgotten
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Claim;
use Wxseal\RecentKeys;

$response = (new Wxseal\Exception\MalformedQuery())->response();
$other = (new Wxseal\Exception\SignatureMismatch())->response();
$say = fn (Claim $claim) => trim("$claim->state " . var_export($claim->until, true) . " {$claim->response?->body}") . "\n";

$recent = new RecentKeys();
$first = $recent->claim('a', 100);
echo $say($first), $say($recent->claim('a', 102)), $say($recent->claim('b', 102));
var_dump($recent->answer($first, $response, 103), $recent->answer($first, $other, 103), $recent->release($first));
$answered = $recent->claim('a', 702);
echo $say($answered), $say($recent->claim('a', 703));
var_dump($answered->response == $response, $answered->response->headers === $response->headers);

echo "-- a claim that another took over\n";
$late = $recent->claim('c', 500);
$next = $recent->claim('c', 505);
echo $say($next);
var_dump($recent->answer($late, $response, 506), $recent->release($late), $recent->answer($next, $other, 506));
echo $say($recent->claim('c', 507));

echo "-- a claim that was given back\n";
$given = $recent->claim('d', 600);
var_dump($recent->release($given), $recent->release($given), $recent->answer($given, $response, 600));
echo $say($recent->claim('d', 600));

echo "-- bounds\n";
$small = new RecentKeys(1, 1000, maxEntries: 2);
foreach (['a', 'b', 'c'] as $key) {
    $small->answer($small->claim($key, 100), $response, 100);
}
foreach (['c', 'b', 'a'] as $key) {
    echo "$key: ", $say($small->claim($key, 101));
}
$bytes = new RecentKeys(keepFor: 1000, maxBytes: 1);
$bytes->answer($bytes->claim('a', 100), $response, 100);
echo $say($bytes->claim('a', 101)), $say($bytes->claim('b', 102)), $say($bytes->claim('a', 103));
echo $say((new RecentKeys(0, 0))->claim('a', 100)), $say((new RecentKeys(PHP_INT_MAX))->claim('a', PHP_INT_MAX));
$endless = new RecentKeys(PHP_INT_MAX);
$endless->claim('a', PHP_INT_MAX);
echo $say($endless->claim('a', PHP_INT_MAX));

echo "-- the system's time\n";
$now = new RecentKeys();
$now->claim('a');
var_dump(abs($now->claim('a')->until - time() - 5) < 3);

echo "-- what is none of it\n";
$calls = [
    fn () => new RecentKeys(-1),
    fn () => new RecentKeys(1, -1),
    fn () => new RecentKeys(maxEntries: 0),
    fn () => new RecentKeys(maxBytes: 0),
    fn () => new RecentKeys(null),
    fn () => $recent->claim("a\0"),
    fn () => $recent->claim("\xff"),
    fn () => $recent->claim(''),
    fn () => $recent->claim('a', 0),
    fn () => $recent->claim(1),
    fn () => $recent->answer($answered, $response),
    fn () => $recent->answer($recent->claim('c'), $response),
    fn () => $recent->release($answered),
    fn () => $recent->answer($recent->claim('e'), unserialize(serialize($response))),
    fn () => $recent->answer($recent->claim('f'), $response, -1),
    fn () => $recent->answer(null, $response),
    fn () => $recent->answer($recent->claim('g'), $answered),
    fn () => $recent->__construct(),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}
echo "-- a claim is of the object that gave it\n";
[$one, $other] = [new RecentKeys(), new RecentKeys()];
[$ofOne, $ofOther] = [$one->claim('k', 100), $other->claim('k', 100)];
var_dump($other->answer($ofOne, $response, 100), $other->release($ofOne), $one->answer($ofOne, $response, 100));
echo $say($other->claim('k', 100));
?>
--EXPECT--
claimed NULL
busy 105
claimed NULL
bool(true)
bool(false)
bool(false)
answered NULL bad request
claimed NULL
bool(true)
bool(true)
-- a claim that another took over
claimed NULL
bool(false)
bool(false)
bool(true)
answered NULL forbidden
-- a claim that was given back
bool(true)
bool(false)
bool(false)
claimed NULL
-- bounds
c: answered NULL bad request
b: answered NULL bad request
a: claimed NULL
answered NULL bad request
claimed NULL
claimed NULL
claimed NULL
claimed NULL
busy 9223372036854775807
-- the system's time
bool(true)
-- what is none of it
ValueError: Wxseal\RecentKeys::__construct(): Argument #1 ($claimFor) must be greater than or equal to 0
ValueError: Wxseal\RecentKeys::__construct(): Argument #2 ($keepFor) must be greater than or equal to 0
ValueError: Wxseal\RecentKeys::__construct(): Argument #3 ($maxEntries) must be greater than or equal to 1
ValueError: Wxseal\RecentKeys::__construct(): Argument #4 ($maxBytes) must be greater than or equal to 1
TypeError: Wxseal\RecentKeys::__construct(): Argument #1 ($claimFor) must be of type int, null given
InvalidConfig -40004 argument
InvalidConfig -40004 argument
returned
ValueError: Wxseal\RecentKeys::claim(): Argument #2 ($now) must be greater than 0
TypeError: Wxseal\RecentKeys::claim(): Argument #1 ($key) must be of type string, int given
LogicException: the claim is not yours: its state is not 'claimed'
returned
LogicException: the claim is not yours: its state is not 'claimed'
returned
ValueError: Wxseal\RecentKeys::answer(): Argument #3 ($now) must be greater than 0
TypeError: Wxseal\RecentKeys::answer(): Argument #1 ($claim) must be of type Wxseal\Claim, null given
TypeError: Wxseal\RecentKeys::answer(): Argument #2 ($response) must be of type Wxseal\Response, Wxseal\Claim given
Error: Wxseal\RecentKeys has been constructed already
-- a claim is of the object that gave it
bool(false)
bool(false)
bool(true)
busy 105
